import Diagnostics
public import Formats
import Images
import Invoicing
import Layout
import TestSupport
import Typography

/// Any bytes as a template: findings with their places, or pages.
///
/// An object for what is opened once: fonts, words and paths.
public final class HostileTemplates {
    /// The shipped templates.
    public let shipped: [[UInt8]]
    /// The examples of docs/templates.md, each a small template.
    public let examples: [[UInt8]]
    /// The invoice that docs/canonical.md shows.
    public let invoice: Value

    private let labels: LabelCatalog
    private let fonts: FontLibrary
    private let paths: PathCatalog
    private let shaper = Shaper()

    public init() throws {
        func file(_ name: String) -> SourceText {
            SourceText(name: name, bytes: contents(repositoryPath(name)) ?? [])
        }
        let folder = repositoryPath("templates")
        shipped = names(folder).filter { $0.hasSuffix(".xml") }
            .map { file("templates/\($0)").bytes }
        var catalog = LabelCatalog()
        for name in names("\(folder)/languages") {
            catalog.read(
                file("templates/languages/\(name)"), code: String(name.prefix { $0 != "." }),
                findings: Findings())
        }
        labels = catalog
        fonts = try FontLibrary(folders: [repositoryPath("fonts")])
        paths = PathCatalog(file("templates/values/invoice.txt"))
        func text(_ name: String) -> String { String(decoding: file(name).bytes, as: UTF8.self) }
        let frame = text("docs/reference/example.xml")
        examples = text("docs/templates.md").split(separator: "```xml\n").dropFirst().map {
            let example = $0.split(separator: "```", maxSplits: 1).first ?? ""
            let isWhole = example.hasPrefix("<template")
            return Array(
                (isWhole ? "\(example)" : frame.replacing("<!-- example -->", with: example)).utf8)
        }
        let block =
            text("docs/canonical.md").split(separator: "```json\n").last?
            .split(separator: "```").first ?? ""
        invoice = try Value.canonicalInvoice(
            JSONReader.read(SourceText(name: "invoice.json", text: String(block))))
    }

    /// - Parameter value: what the template prints; the invoice, in two languages, where nil.
    public func outcome(_ bytes: [UInt8], printing value: Value? = nil) -> Outcome {
        let findings = Findings()
        let template = Template.read(
            bytes, name: "hostile.xml", fonts: fonts, labels: labels, paths: paths,
            pictures: OnePicture(), findings: findings)
        guard let template else {
            guard findings.hasErrors else { return .broken("refused without a finding") }
            let lost = findings.diagnostics.first { $0.location == nil }
            return lost.map { .broken("without a place: \($0.text)") } ?? .refused
        }
        let settings = LayoutSettings(
            labels: labels.labels(for: "en-IN"),
            secondLabels: value == nil ? labels.labels(for: "hi") : nil)
        let document = LayoutEngine(template: template).layOut(
            value ?? invoice, settings: settings, shaper: shaper, findings: findings)
        let pages = 1...LayoutEngine.pageLimit
        return pages.contains(document.pages.count)
            ? .sound : .broken("\(document.pages.count) pages")
    }
}

/// A folder with one picture, `stamp.png`.
private struct OnePicture: PictureSource {
    let pictureNames = ["stamp.png"]

    func picture(named name: String) throws(PictureError) -> Picture? {
        name == "stamp.png" ? try Picture(PictureFiles.rgbaPNG) : nil
    }
}
