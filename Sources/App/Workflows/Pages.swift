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
    ///   - hybrid: the e-invoice that travels inside it.
    func pdf(
        _ value: Value, template: String?, hybrid: HybridInvoice? = nil, _ findings: Findings
    ) -> [UInt8]? {
        pdf(copies: [value], template: template, hybrid: hybrid, findings)
    }

    /// The pages of copies of one document, one set behind another; `nil` after findings.
    func pdf(
        copies: [Value], template: String?, hybrid: HybridInvoice? = nil, _ findings: Findings
    ) -> [UInt8]? {
        guard let value = copies.first else { return nil }
        do {
            let language = value["language"]?.string ?? "en-GB"
            let second = value["secondLanguage"]?.string
            let settings = settings(language, second)
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
            if findings.hasErrors { return nil }
            let date = value["issueDate"]?.date?.description ?? ""
            let metadata = PDFMetadata(
                of: document, author: value["seller"]?["name"]?.string ?? "", creationDate: date,
                schemas: hybrid.map { [$0.schema] } ?? [])
            return try designs.renderer.pdf(
                document, metadata: metadata,
                attachments: hybrid.map { [$0.attachment(date: date)] } ?? [])
        } catch let error as RenderingError {
            findings.add(Diagnostic(code: "page-not-made", error.message))
        } catch {
            findings.add(Diagnostic(code: "page-not-made", "\(error)"))
        }
        return nil
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
