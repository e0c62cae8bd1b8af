import Diagnostics
import Formats
import Money

/// What one unit (or `per` units) of an item costs on some days.
public struct Price: Sendable {
    public let list: String
    public let item: String
    public let currency: Currency
    public let unitPrice: Decimal
    /// The quantity the price is for, usually 1.
    public let per: Decimal
    public let from: CalendarDate
    /// Last day, or open.
    public let to: CalendarDate?
    public let node: DataNode

    static let keys = ["list", "item", "currency", "unitPrice", "per", "from", "to"]

    /// Reads a row of a price list; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "price", keys: Price.keys, findings)
        list = fields.has("list") ? fields.identifier("list") : PriceBook.defaultList
        item = fields.identifier("item")
        findings.subject = "price of \(item)"
        currency = fields.currency("currency")
        unitPrice = fields.decimal("unitPrice")
        per = fields.optionalDecimal("per") ?? Decimal(1)
        from = fields.date("from")
        to = fields.optionalDate("to")
        self.node = node
        if unitPrice.isNegative {
            findings.add(
                Diagnostic(
                    code: "negative-price", "a price below zero", at: fields.location("unitPrice"),
                    found: unitPrice.description, expected: "0 or more"))
        }
        if per <= .zero {
            findings.add(
                Diagnostic(
                    code: "bad-base-quantity", "the base quantity must be above zero",
                    at: fields.location("per"), found: per.description, expected: "1, 100, 1000 …"))
        }
        if let to, to < from {
            findings.add(
                Diagnostic(
                    code: "date-order", "the price ends before it begins",
                    at: fields.location("to"),
                    found: to.description, expected: "\(from) or later"))
        }
        if !fields.isSound { return nil }
    }
}

/// All price lists, searchable by list, item, currency and date.
public struct PriceBook: Sendable {
    /// The list of customers that name none.
    public static let defaultList = "default"

    private struct Key: Hashable {
        let list: String
        let item: String
        let currency: Currency

        init(list: String, item: String, currency: Currency) {
            self.list = list
            self.item = item
            self.currency = currency
        }

        init(_ price: Price) {
            self.init(list: price.list, item: price.item, currency: price.currency)
        }
    }

    private var prices: [Key: [Price]] = [:]

    public init() {}

    /// Adds a price; a day that another price of the same list, item and currency covers already
    /// is a finding.
    public mutating func add(_ price: Price, _ findings: Findings) {
        if let conflict = conflict(of: price, among: known(like: price)) {
            findings.add(conflict)
        } else {
            prices[Key(price)] = known(like: price) + [price]
        }
    }

    /// What stands in the way of a price that takes the place of one of the same list, item,
    /// currency and first day; `nil` where nothing does.
    public func conflict(replacing price: Price) -> Diagnostic? {
        conflict(of: price, among: known(like: price).filter { $0.from != price.from })
    }

    /// Adds a price in place of one of the same list, item, currency and first day.
    ///
    /// - Precondition: it has no `conflict(replacing:)`.
    public mutating func replace(_ price: Price) {
        let others = known(like: price).filter { $0.from != price.from }
        precondition(conflict(of: price, among: others) == nil, "a conflict is found before")
        prices[Key(price)] = others + [price]
    }

    private func known(like price: Price) -> [Price] { prices[Key(price)] ?? [] }

    private func conflict(of price: Price, among others: [Price]) -> Diagnostic? {
        others.first { overlaps($0, price) }.map { other in
            Diagnostic(
                code: "price-overlap", "two prices of \(price.item) hold on the same day",
                at: price.node.location, found: span(price),
                expected: "days outside \(span(other))",
                hint: "end the older price the day before the newer begins")
        }
    }

    /// The price in force on a day: of the customer's list, else of the default list.
    public func price(
        of item: String, list: String, currency: Currency, on date: CalendarDate
    ) -> Price? {
        for name in list == PriceBook.defaultList ? [list] : [list, PriceBook.defaultList] {
            let key = Key(list: name, item: item, currency: currency)
            if let found = prices[key]?.first(where: { $0.from <= date && date <= ($0.to ?? date) })
            {
                return found
            }
        }
        return nil
    }

    private func overlaps(_ a: Price, _ b: Price) -> Bool {
        (a.to.map { $0 >= b.from } ?? true) && (b.to.map { $0 >= a.from } ?? true)
    }

    private func span(_ price: Price) -> String {
        "\(price.from) to \(price.to?.description ?? "further notice")"
    }
}
