import Diagnostics
import Formats
import Money

/// An object of canonical JSON, and the types its keys have. What is missing or of another type is a
/// finding, never a default: these files are written by this program.
struct CanonicalNode {
    private let node: DataNode
    /// Of all amounts in it.
    let currency: Currency

    init(_ tree: DataTree) throws(Rejected) {
        let root = tree.root
        guard root["schema"]?.string == "bijak/invoice/1",
            let currency = root["currency"]?.string.flatMap({ Currency(code: $0) })
        else {
            throw Rejected(
                Diagnostic(
                    code: "not-canonical", "this is no canonical invoice of this program",
                    at: root.location, expected: "\"schema\": \"bijak/invoice/1\" and a currency"))
        }
        node = root
        self.currency = currency
    }

    /// An object within; one that states a currency has its amounts in it.
    private init(_ node: DataNode, in currency: Currency) {
        self.node = node
        self.currency = node["currency"]?.string.flatMap { Currency(code: $0) } ?? currency
    }

    var location: SourceLocation { node.location }

    func has(_ key: String) -> Bool { node[key] != nil }

    func rejected(_ key: String) -> Rejected {
        Rejected(
            Diagnostic(
                code: "not-canonical", "\(key) is missing or of another type",
                at: node[key]?.location ?? node.location, found: node[key]?.string,
                expected: "a canonical invoice as docs/canonical.md has it"))
    }

    func optional(_ key: String) -> CanonicalNode? {
        node[key].map { CanonicalNode($0, in: currency) }
    }

    func node(_ key: String) throws(Rejected) -> CanonicalNode {
        guard let child = optional(key) else { throw rejected(key) }
        return child
    }

    /// The objects of a list; none where it is absent.
    func list(_ key: String) throws(Rejected) -> [CanonicalNode] {
        guard let child = node[key] else { return [] }
        guard child.isList else { throw rejected(key) }
        return child.elements.map { CanonicalNode($0, in: currency) }
    }

    func texts(_ key: String) -> [String] { node[key]?.elements.compactMap(\.string) ?? [] }

    func optionalText(_ key: String) -> String? { node[key]?.string }

    func text(_ key: String) throws(Rejected) -> String {
        guard let text = node[key]?.string else { throw rejected(key) }
        return text
    }

    func flag(_ key: String) -> Bool? { node[key]?.flag }

    func integer(_ key: String) throws(Rejected) -> Int {
        guard let number = node[key]?.string.flatMap({ Int($0) }) else { throw rejected(key) }
        return number
    }

    func optionalDate(_ key: String) throws(Rejected) -> CalendarDate? {
        try has(key) ? date(key) : nil
    }

    func date(_ key: String) throws(Rejected) -> CalendarDate {
        guard let date = node[key]?.string.flatMap({ CalendarDate($0) }) else {
            throw rejected(key)
        }
        return date
    }

    func optionalDecimal(_ key: String) throws(Rejected) -> Decimal? {
        try has(key) ? decimal(key) : nil
    }

    func decimal(_ key: String) throws(Rejected) -> Decimal {
        guard let number = node[key]?.string.flatMap({ Decimal($0) }) else { throw rejected(key) }
        return number
    }

    func optionalMoney(_ key: String) throws(Rejected) -> Money? {
        try has(key) ? money(key) : nil
    }

    func money(_ key: String) throws(Rejected) -> Money {
        let number = try decimal(key)
        guard number.fits(places: currency.minorDigits) else { throw rejected(key) }
        do throws(AmountOverflow) {
            return try Money(number, currency, .halfAwayFromZero)
        } catch { throw rejected(key) }
    }

    func choice<Choice: RawRepresentable>(
        _ key: String
    ) throws(Rejected) -> Choice where Choice.RawValue == String {
        guard let choice = node[key]?.string.flatMap({ Choice(rawValue: $0) }) else {
            throw rejected(key)
        }
        return choice
    }
}
