import Diagnostics
import Formats
import Layout
import Rendering
import Trade
import Typography

final class PageShop {
    init(_ world: World) throws {}
}

final class Pages {
    init(_ shop: PageShop, _ company: Company) throws {}

    func pdf(_ value: Value, template: String?, _ findings: Findings) -> [UInt8]? {
        nil
    }
}
