import Diagnostics
import Formats
import Layout
import Money
import PDF
import Rendering
import Synchronization
import Trade
import Typography

/// Everything that making documents needs, opened once: fonts, templates, languages, the company's
/// look; and a maker for each thread.
final class Workshop {
    let makers: [DocumentMaker]

    /// - Throws: where fonts or templates are missing or the company's template has errors.
    init(_ company: Company, _ world: World, template: String? = nil) throws {
        let designs = try Designs(company, world.resources())
        // The template is opened now, so that what is wrong with it is said once.
        _ = try designs.engine(template)
        makers = (0..<world.processors).map { _ in DocumentMaker(designs) }
    }
}

/// Templates, fonts and languages, shared by all threads.
final class Designs: Sendable {
    let renderer = Renderer()
    private let fonts: FontLibrary
    private let labels: LabelCatalog
    private let paths: PathCatalog?
    private let folder: String
    private let look: Company.Look
    private let regime: String
    private let engines = Mutex<[String: LayoutEngine]>([:])

    init(_ company: Company, _ resources: Resources) throws {
        do throws(FontError) {
            fonts = try FontLibrary(folders: [resources.fonts])
        } catch {
            throw EnvironmentError(error.description)
        }
        folder = resources.templates
        look = company.look
        regime = company.regime
        var catalog = LabelCatalog()
        let findings = Findings()
        for file in try Disk.files(in: "\(folder)/languages", ending: ".txt") {
            let source = SourceText(
                name: file, bytes: try Disk.read(file, limit: Designs.fileLimit))
            let code = file.split(separator: "/").last?.dropLast(".txt".count) ?? ""
            catalog.read(source, code: String(code), findings: findings)
        }
        try Designs.require(findings, "the languages in \(folder)/languages")
        labels = catalog
        let values = "\(folder)/values/invoice.txt"
        paths =
            Disk.exists(values)
            ? PathCatalog(
                SourceText(name: values, bytes: try Disk.read(values, limit: Designs.fileLimit)))
            : nil
    }

    private static let fileLimit = 4 << 20

    /// The engine of a template by name; the company's where `nil`.
    func engine(_ template: String?) throws -> LayoutEngine {
        let name = template ?? look.template
        if let known = engines.withLock({ $0[name] }) { return known }
        let file = "\(folder)/\(safeFileName(name)).xml"
        guard Disk.exists(file) else {
            let names = try Disk.files(in: folder, ending: ".xml").map { path in
                String(path.split(separator: "/").last?.dropLast(4) ?? "")
            }
            throw EnvironmentError(
                "there is no template \(name) in \(folder)",
                hint: "there are \(names.joined(separator: ", "))")
        }
        let findings = Findings()
        let bytes = try Disk.read(file, limit: Designs.fileLimit)
        let read = Template.read(
            bytes, name: file, fonts: fonts, labels: labels, paths: paths, findings: findings)
        try Designs.require(findings, "the template \(file)")
        guard let read else { throw EnvironmentError("the template \(file) cannot be used") }
        guard read.regimes.isEmpty || read.regimes.contains(regime) else {
            throw EnvironmentError(
                "the template \(name) is made for \(read.regimes.joined(separator: ", ")), "
                    + "and these books follow \(regime)",
                hint: "its pages would lack what the law wants; choose another template")
        }
        let engine = LayoutEngine(template: read)
        engines.withLock { $0[name] = engine }
        return engine
    }

    /// The company's colours and logo, and the words of a language.
    func settings(_ language: String) -> LayoutSettings {
        LayoutSettings(
            labels: labels.labels(for: language), accent: look.accent.flatMap { RGB(hex: $0) },
            tint: look.tint.flatMap { RGB(hex: $0) },
            logo: look.logo.flatMap { logo in
                LogoShape(
                    width: logo.width.approximate, height: logo.height.approximate, path: logo.path)
            })
    }

    private static func require(_ findings: Findings, _ what: String) throws {
        if findings.hasErrors {
            let texts = findings.diagnostics.map(\.text).joined(separator: "\n")
            throw EnvironmentError("\(what) cannot be used:\n\(texts)")
        }
    }
}

extension Decimal {
    /// The nearest binary number, for lengths on a page; amounts never go this way.
    fileprivate var approximate: Double { Double(billionths) / 1e9 }
}
