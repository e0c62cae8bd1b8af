import Diagnostics
import Formats
import Money
import Trade

/// An order all of whose references were found: customer, place, items, prices.
public struct ReviewedOrder: Sendable {
    public let order: Order
    public let customer: Customer
    public let shipTo: Customer.ShipTo?
    public let lines: [Line]

    /// An order line with what it refers to.
    public struct Line: Sendable {
        public let ordered: OrderLine
        public let item: Item
        public let unitPrice: Decimal
        /// The quantity the price is for.
        public let per: Decimal
    }

    /// Looks everything up; `nil` after an error. Finds all that is wrong, not the first.
    public init?(_ order: Order, _ master: MasterData, _ findings: Findings) {
        findings.subject = "order \(order.id)"
        let errorsBefore = findings.errorCount
        self.order = order
        guard let customer = master.customers[order.customer] else {
            findings.add(
                Diagnostic(
                    code: "unknown-customer", "no customer \(order.customer) is in the books",
                    at: order.node.location(of: "customer"), found: order.customer,
                    hint: nearest(to: order.customer, among: master.customers.keys.sorted())
                        .map { "did you mean \"\($0)\"?" } ?? "import the customer first"))
            _ = ReviewedOrder.lines(of: order, list: nil, master, findings)
            return nil
        }
        self.customer = customer
        shipTo = ReviewedOrder.shipTo(of: order, customer, findings)
        ReviewedOrder.checkCurrency(order, customer, master.company, findings)
        // Prices in another currency than the customer's would only be missing.
        let list = order.currency == customer.currency ? customer.priceList : nil
        lines = ReviewedOrder.lines(of: order, list: list, master, findings)
        if findings.errorCount > errorsBefore { return nil }
    }

    private static func shipTo(
        of order: Order, _ customer: Customer, _ findings: Findings
    ) -> Customer.ShipTo? {
        guard let id = order.shipTo else { return nil }
        if let place = customer.shipTo.first(where: { $0.id == id }) { return place }
        findings.add(
            Diagnostic(
                code: "unknown-ship-to", "customer \(customer.id) has no ship-to address \(id)",
                at: order.node.location(of: "shipTo"), found: id,
                hint: suggestion(for: id, among: customer.shipTo.map(\.id))
                    ?? "add it to the customer, or leave shipTo out"))
        return nil
    }

    private static func checkCurrency(
        _ order: Order, _ customer: Customer, _ company: Company, _ findings: Findings
    ) {
        if order.currency != customer.currency {
            findings.add(
                Diagnostic(
                    code: "currency-mismatch", "the order is not in the customer's currency",
                    at: order.node.location(of: "currency"), found: order.currency.code,
                    expected: "\(customer.currency) (customer \(customer.id))"))
        } else if order.currency != company.currency, order.exchangeRate == nil {
            findings.add(
                Diagnostic(
                    code: "missing-exchange-rate",
                    "an order in \(order.currency) needs an exchange rate to \(company.currency)",
                    at: order.node.location(of: "currency"),
                    expected: "exchangeRate with rate, source and date"))
        }
    }

    private static func lines(
        of order: Order, list: String?, _ master: MasterData, _ findings: Findings
    ) -> [Line] {
        var known: [String]?
        return order.lines.compactMap { line in
            guard let item = master.items[line.item] else {
                let names = known ?? master.items.keys.sorted()
                known = names
                findings.add(
                    Diagnostic(
                        code: "unknown-item",
                        "line \(line.number): no item \(line.item) is in the books",
                        at: line.node.location(of: "item"), found: line.item,
                        hint: nearest(to: line.item, among: names).map { "did you mean \"\($0)\"?" }
                            ?? "import the item first"))
                return nil
            }
            if let agreed = line.unitPrice {
                return Line(
                    ordered: line, item: item, unitPrice: agreed, per: line.per ?? Decimal(1))
            }
            guard let list else { return nil }
            guard
                let price = master.prices.price(
                    of: item.id, list: list, currency: order.currency, on: order.date)
            else {
                findings.add(
                    Diagnostic(
                        code: "no-price",
                        "line \(line.number): \(item.id) has no price in \(order.currency) on \(order.date)",
                        at: line.node.location(of: "item"), found: "price list \(list)",
                        expected: "a row of the price list, or unitPrice on the line"))
                return nil
            }
            return Line(ordered: line, item: item, unitPrice: price.unitPrice, per: price.per)
        }
    }
}
