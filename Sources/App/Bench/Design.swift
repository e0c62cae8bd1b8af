import Diagnostics
import Formats
internal import Glibc
import Layout
import PDF
import Rendering
import Trade
import Typography
import Workflows

/// A company's template, fonts and words, opened as issuing opens them, and the work on a page in
/// its two steps.
final class Design {
    private let engine: LayoutEngine
    private let labels: LabelCatalog
    private let look: Company.Look
    private let shaper = Shaper()
    private let renderer = Renderer()
    private var settings: [String: LayoutSettings] = [:]

    /// - Parameter page: a template's text; the company's template where `nil`.
    init(
        _ company: Company, templates: String, fonts: String, page: String? = nil
    ) throws {
        let findings = Findings()
        look = company.look
        let library = try FontLibrary(folders: [fonts])
        var catalog = LabelCatalog()
        for code in ["en", "de", "hi", "kn"] {
            let file = "\(templates)/languages/\(code).txt"
            guard unsafe access(file, R_OK) == 0 else { continue }
            let source = SourceText(name: file, bytes: try read(file))
            catalog.read(source, code: code, findings: findings)
        }
        labels = catalog
        let file = "\(templates)/\(look.template).xml"
        let template = Template.read(
            try page.map { Array($0.utf8) } ?? read(file), name: file, fonts: library,
            labels: catalog, paths: nil,
            findings: findings)
        guard let template, !findings.hasErrors else {
            let texts = findings.diagnostics.map(\.text).joined(separator: "\n")
            throw EnvironmentError("the template \(file) cannot be used:\n\(texts)")
        }
        engine = LayoutEngine(template: template)
    }

    func layOut(_ value: Value, _ findings: Findings) -> LaidOutDocument {
        let language = value["language"]?.string ?? "en-GB"
        let settings = settings[language] ?? newSettings(language)
        return engine.layOut(value, settings: settings, shaper: shaper, findings: findings)
    }

    /// - Parameter file: the electronic invoice that travels inside, where given.
    func pdf(
        _ document: LaidOutDocument, _ value: Value, attaching file: [UInt8]?
    ) throws -> [UInt8] {
        let date = value["issueDate"]?.date?.description ?? ""
        let metadata = PDFMetadata(
            of: document, author: value["seller"]?["name"]?.string ?? "", creationDate: date)
        let attachments = file.map { bytes in
            [
                AttachedFile(
                    name: "invoice.xml", mimeType: "text/xml", relationship: .alternative,
                    description: "Electronic invoice", bytes: bytes, modificationDate: date)
            ]
        }
        return try renderer.pdf(document, metadata: metadata, attachments: attachments ?? [])
    }

    /// A template's text as one of accessible documents.
    static func tagged(_ page: String) -> String {
        page.replacing("<template ", with: "<template tagged=\"yes\" ", maxReplacements: 1)
    }

    private func newSettings(_ language: String) -> LayoutSettings {
        var logo: Logo?
        if case .drawing(let width, let height, let path)? = look.logo {
            logo = LogoShape(
                width: Double(width.billionths) / 1e9, height: Double(height.billionths) / 1e9,
                path: path
            ).map(Logo.shape)
        }
        let new = LayoutSettings(
            labels: labels.labels(for: language), accent: look.accent.flatMap { RGB(hex: $0) },
            tint: look.tint.flatMap { RGB(hex: $0) }, logo: logo)
        settings[language] = new
        return new
    }
}

/// The whole of a file.
func read(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { throw failure("read", path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe fread(&piece, 1, piece.count, file)
        if count == 0 { return bytes }
        bytes += piece[..<count]
    }
}
