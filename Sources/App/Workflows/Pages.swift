import Diagnostics
import Formats
import Layout
import Money
import PDF
import Rendering
import Typography

/// Turns value trees into PDF files; one for each thread, because of the shaped text it remembers.
final class Pages {
    private let designs: Designs
    private let shaper = Shaper()
    private var settings: [Languages: LayoutSettings] = [:]

    init(_ designs: Designs) { self.designs = designs }

    /// The page of a document; `nil` after findings.
    ///
    /// - Parameters:
    ///   - template: its name; the company's where `nil`.
    ///   - enclosed: what travels inside it.
    func pdf(
        _ value: Value, template: String?, _ enclosed: Enclosed, _ findings: Findings
    ) -> [UInt8]? {
        pdf(copies: [value], template: template, enclosed, findings)
    }

    /// The pages of copies of one document, one set behind another; `nil` after findings.
    func pdf(
        copies: [Value], template: String?, _ enclosed: Enclosed,
        _ findings: Findings
    ) -> [UInt8]? {
        guard let value = copies.first else { return nil }
        do {
            guard let document = try layOut(copies: copies, template: template, findings) else {
                return nil
            }
            let date = value["issueDate"]?.date?.description ?? ""
            let metadata = PDFMetadata(
                of: document, author: value["seller"]?["name"]?.string ?? "", creationDate: date,
                schemas: enclosed.schemas)
            return try designs.renderer.pdf(
                document, metadata: metadata, attachments: enclosed.files(date: date))
        } catch let error as RenderingError {
            findings.add(Diagnostic(code: "page-not-made", error.message))
        } catch {
            findings.add(Diagnostic(code: "page-not-made", "\(error)"))
        }
        return nil
    }

    /// The words of a language, English for what it lacks.
    func labels(_ language: String) -> Labels { settings(language, nil).labels }

    /// - Throws: `UsageError` where a language has no words at all.
    func requireWords(of language: String) throws {
        // As of a second language: only its own.
        if settings(language, language).secondLabels != nil { return }
        let finding = designs.lacksWords(of: language)
        throw UsageError(
            "there are no words in the language \(printable(language))",
            hint: "one of \(finding.expected ?? "")")
    }

    /// A page about documents.
    ///
    /// - Parameter date: of the document that they are about: what does not depend on the day.
    func pack(
        _ value: Value, template: String, language: String, author: String, date: String
    ) throws -> [UInt8] {
        let engine = try designs.packEngine(template)
        let findings = Findings()
        let document = engine.layOut(
            value, settings: settings(language, nil), shaper: shaper, findings: findings)
        if let finding = findings.diagnostics.first(where: { $0.severity == .error }) {
            throw EnvironmentError(
                "the template packs/\(template) does not fit:\n\(finding.text)")
        }
        let metadata = PDFMetadata(of: document, author: author, creationDate: date, schemas: [])
        return try designs.renderer.pdf(document, metadata: metadata, attachments: [])
    }

    /// The same as frames; `nil` after findings.
    func layOut(
        copies: [Value], template: String?, _ findings: Findings
    ) throws -> LaidOutDocument? {
        guard let value = copies.first else { return nil }
        let second = value["secondLanguage"]?.string
        let settings = settings(value["language"]?.string ?? "en-GB", second)
        if let second, settings.secondLabels == nil {
            findings.add(designs.lacksWords(of: second))
            return nil
        }
        let engine = try designs.engine(template)
        if let finding = engine.template.unfit(for: value["kind"]?.string) {
            findings.add(finding)
            return nil
        }
        func layOut(_ copy: Value) -> LaidOutDocument {
            engine.layOut(
                copy.withPaymentCodes, settings: settings, shaper: shaper, findings: findings)
        }
        var document = layOut(value)
        for copy in copies.dropFirst() { document.append(layOut(copy)) }
        return findings.hasErrors ? nil : document
    }

    /// Of a document, the second where it is bilingual.
    private struct Languages: Hashable {
        let first: String
        let second: String?
    }

    private func settings(_ first: String, _ second: String?) -> LayoutSettings {
        let languages = Languages(first: first, second: second)
        if let known = settings[languages] { return known }
        let new = designs.settings(first, second)
        settings[languages] = new
        return new
    }
}
