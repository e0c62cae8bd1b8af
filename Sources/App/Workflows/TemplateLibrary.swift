import Diagnostics
import Layout
import Money
import Tax
import Trade
import Typography

/// Fonts, languages and values that templates are read against, and the templates by name.
final class TemplateLibrary: Sendable {
    let labels: LabelCatalog
    private let fonts: FontLibrary
    private let paths: PathCatalog?
    private let resources: Resources
    private let pictures: PictureFolders

    /// Larger templates and languages are refused.
    static let fileLimit = 4 << 20

    /// - Throws: where fonts are missing or a language's file has errors.
    init(_ resources: Resources) throws {
        self.resources = resources
        pictures = PictureFolders(resources.templateFolders)
        let folder = resources.templates
        do throws(FontError) {
            fonts = try FontLibrary(folders: [resources.fonts])
        } catch {
            throw EnvironmentError(error.description)
        }
        labels = try TemplateLibrary.languages(resources)
        let values = "\(folder)/values/invoice.txt"
        paths =
            Disk.exists(values)
            ? PathCatalog(
                SourceText(
                    name: values, bytes: try Disk.read(values, limit: TemplateLibrary.fileLimit)))
            : nil
    }

    /// The words of all languages, over the installed ones those of the books.
    private static func languages(_ resources: Resources) throws -> LabelCatalog {
        var catalog = LabelCatalog()
        let findings = Findings()
        let folders = resources.templateFolders.reversed().map { "\($0)/languages" }
        for folder in folders where Disk.isFolder(folder) {
            for file in try Disk.files(in: folder, ending: ".txt") {
                let source = SourceText(
                    name: file, bytes: try Disk.read(file, limit: fileLimit))
                let code = file.split(separator: "/").last?.dropLast(".txt".count) ?? ""
                catalog.read(source, code: String(code), findings: findings)
            }
        }
        try require(findings, "the languages in \(folders.joined(separator: ", "))")
        return catalog
    }

    /// A template by name, the books' own before the installed.
    ///
    /// - Parameter family: the company's typeface, instead of the template's.
    func template(_ name: String, family: String? = nil) throws -> Template {
        if let family, !fonts.families.contains(family) {
            throw EnvironmentError(
                "there is no font \(family) in \(resources.fonts)",
                hint: "look.font is one of \(fonts.families.joined(separator: ", "))")
        }
        let file = try file(of: name)
        let findings = Findings()
        let read = read(
            try Disk.read(file, limit: TemplateLibrary.fileLimit), name: file,
            family: family, findings)
        try TemplateLibrary.require(findings, "the template \(file)")
        guard let read else { throw EnvironmentError("the template \(file) cannot be used") }
        return read
    }

    /// A template of pages about documents, which is no document's: it binds to values of its own.
    func pack(_ name: String) throws -> Template {
        let file = "\(resources.templates)/packs/\(name).xml"
        let findings = Findings()
        let read = Template.read(
            try Disk.read(file, limit: TemplateLibrary.fileLimit), name: file, fonts: fonts,
            labels: labels, paths: nil, pictures: pictures,
            vocabulary: TemplateLibrary.vocabulary, family: nil, findings: findings)
        try TemplateLibrary.require(findings, "the template \(file)")
        guard let read else { throw EnvironmentError("the template \(file) cannot be used") }
        return read
    }

    /// A template from its bytes; nil after findings.
    ///
    /// - Parameter folder: where its pictures lie; with the other templates where nil.
    func read(
        _ bytes: [UInt8], name: String, folder: String? = nil, family: String? = nil,
        _ findings: Findings
    ) -> Template? {
        Template.read(
            bytes, name: name, fonts: fonts, labels: labels, paths: paths,
            pictures: folder.map { PictureFolders([$0] + resources.templateFolders) } ?? pictures,
            vocabulary: TemplateLibrary.vocabulary, family: family, findings: findings)
    }

    private static let vocabulary = Template.Vocabulary(
        regimes: Regimes.all.map(\.name),
        kinds: DocumentKind.allCases.map(\.rawValue) + ["delivery-note"])

    var families: [String] { fonts.families }

    /// The company's logo, opened.
    func logo(_ logo: Company.Logo) throws -> Logo? {
        switch logo {
        case .drawing: return logo.shape.map(Logo.shape)
        case .picture(let name): return .picture(try pictures.logo(name))
        }
    }

    /// Where the template of a name lies.
    func file(of name: String) throws -> String {
        let folders = resources.templateFolders
        for folder in folders {
            let file = "\(folder)/\(safeFileName(name)).xml"
            if Disk.exists(file) { return file }
        }
        let names = try names()
        throw EnvironmentError(
            "there is no template \(name) in \(folders.joined(separator: " or "))",
            hint: "there are \(names.joined(separator: ", "))")
    }

    /// The names of all templates, the books' own first.
    func names() throws -> [String] {
        var names: [String] = []
        for folder in resources.templateFolders {
            for path in try Disk.files(in: folder, ending: ".xml") {
                names.append(String(path.split(separator: "/").last?.dropLast(4) ?? ""))
            }
        }
        return names
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
    var approximate: Double { Double(billionths) / 1e9 }
}
