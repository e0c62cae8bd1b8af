import Diagnostics
import Layout
import Rendering
import Trade
import Typography

/// Everything that making documents needs, opened once: templates, fonts, and a maker a thread.
final class Workshop {
    let makers: [DocumentMaker]

    init(_ company: Company, _ world: World) throws {
        let shop = try PageShop(world)
        makers = try (0..<world.processors).map { _ in DocumentMaker(try Pages(shop, company)) }
    }
}
