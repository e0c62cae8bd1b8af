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
    private let company: Company
    private let resources: Resources
    private let materials: Materials
    private var recipes: [RecipeKey: [UInt8]] = [:]

    /// - Throws: where fonts or templates are missing or the company's template has errors.
    init(
        _ company: Company, _ books: BooksFolder, _ world: World, template: String? = nil
    ) throws {
        self.company = company
        let materials = Materials(books)
        self.materials = materials
        resources = try world.resources()
        let designs = try Designs(company, resources)
        // The template is opened now, so that what is wrong with it is said once.
        _ = try designs.engine(template)
        makers = (0..<world.processors).map { _ in DocumentMaker(designs, materials) }
    }

    /// The digest of what a template's pages are made with; all of it is kept in the books when this
    /// is first asked.
    ///
    /// - Parameters:
    ///   - template: the company's where `nil`.
    ///   - page: what they are, where they are made after issue.
    func recipe(_ template: String? = nil, page: LaterPage? = nil) throws -> [UInt8] {
        let key = RecipeKey(template: template ?? company.look.template, page: page?.names)
        if let known = recipes[key] { return known }
        let recipe = try Recipe.keep(
            key.template, page: key.page, of: company, resources, in: materials)
        recipes[key] = recipe
        return recipe
    }

    private struct RecipeKey: Hashable {
        let template: String
        let page: [String]?
    }
}

/// Templates, fonts and languages, shared by all threads.
final class Designs: Sendable {
    let renderer = Renderer()
    private let library: TemplateLibrary
    private let look: Company.Look
    private let logo: Logo?
    private let regime: String
    /// From which day the company reports to India's registration portal.
    let eInvoicingFrom: CalendarDate?
    private let engines = Mutex<[String: LayoutEngine]>([:])

    convenience init(_ company: Company, _ resources: Resources) throws {
        try self.init(
            company.look, regime: company.regime, eInvoicingFrom: company.eInvoicingFrom, resources)
    }

    init(
        _ look: Company.Look, regime: String, eInvoicingFrom: CalendarDate? = nil,
        _ resources: Resources
    ) throws {
        let templates = try TemplateLibrary(resources)
        library = templates
        self.look = look
        logo = try look.logo.flatMap { try templates.logo($0) }
        self.regime = regime
        self.eInvoicingFrom = eInvoicingFrom
    }

    /// The engine of a template by name; the company's where `nil`.
    func engine(_ template: String?) throws -> LayoutEngine {
        let name = template ?? look.template
        if let known = engines.withLock({ $0[name] }) { return known }
        let read = try library.template(name, family: look.font)
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

    /// The engine of pages about documents.
    func packEngine(_ name: String) throws -> LayoutEngine {
        let key = "packs/\(name)"
        if let known = engines.withLock({ $0[key] }) { return known }
        let engine = LayoutEngine(template: try library.pack(name))
        engines.withLock { $0[key] = engine }
        return engine
    }

    /// What is wrong with a second language that no file of words is there for.
    func lacksWords(of language: String) -> Diagnostic {
        Diagnostic(
            code: "unknown-language", "there are no words in the second language",
            found: language, expected: library.labels.codes.joined(separator: ", "),
            hint: "choose one of these as secondLanguage, or add templates/languages/CODE.txt")
    }

    /// The company's colours and logo, and the words of a document's languages.
    func settings(_ language: String, _ second: String?) -> LayoutSettings {
        LayoutSettings(
            labels: library.labels.labels(for: language),
            secondLabels: second.flatMap { library.labels.secondLabels(for: $0) },
            accent: look.accent.flatMap { RGB(hex: $0) },
            tint: look.tint.flatMap { RGB(hex: $0) },
            logo: logo)
    }
}
