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
    private var settings: [String: LayoutSettings] = [:]

    init(_ designs: Designs) { self.designs = designs }

    /// The page of a document; `nil` after findings.
    ///
    /// - Parameter template: its name; the company's where `nil`.
    func pdf(_ value: Value, template: String?, _ findings: Findings) -> [UInt8]? {
        do {
            let language = value["language"]?.string ?? "en-GB"
            let document = try designs.engine(template).layOut(
                value.withPaymentCodes, settings: settings(language), shaper: shaper,
                findings: findings)
            if findings.hasErrors { return nil }
            let metadata = PDFMetadata(
                of: document, author: value["seller"]?["name"]?.string ?? "",
                creationDate: value["issueDate"]?.date?.description ?? "")
            return try designs.renderer.pdf(document, metadata: metadata)
        } catch let error as RenderingError {
            findings.add(Diagnostic(code: "page-not-made", error.message))
        } catch {
            findings.add(Diagnostic(code: "page-not-made", "\(error)"))
        }
        return nil
    }

    private func settings(_ language: String) -> LayoutSettings {
        if let known = settings[language] { return known }
        let new = designs.settings(language)
        settings[language] = new
        return new
    }
}
