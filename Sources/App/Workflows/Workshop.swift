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
    private let library: TemplateLibrary
    private let look: Company.Look
    private let regime: String
    private let engines = Mutex<[String: LayoutEngine]>([:])

    init(_ company: Company, _ resources: Resources) throws {
        library = try TemplateLibrary(resources)
        look = company.look
        regime = company.regime
    }

    /// The engine of a template by name; the company's where `nil`.
    func engine(_ template: String?) throws -> LayoutEngine {
        let name = template ?? look.template
        if let known = engines.withLock({ $0[name] }) { return known }
        let read = try library.template(name)
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
            labels: library.labels.labels(for: language),
            accent: look.accent.flatMap { RGB(hex: $0) },
            tint: look.tint.flatMap { RGB(hex: $0) },
            logo: look.logo.flatMap { logo in
                LogoShape(
                    width: logo.width.approximate, height: logo.height.approximate, path: logo.path)
            })
    }
}

extension Decimal {
    /// The nearest binary number, for lengths on a page; amounts never go this way.
    fileprivate var approximate: Double { Double(billionths) / 1e9 }
}
