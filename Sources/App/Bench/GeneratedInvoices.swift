import Diagnostics
import Formats
import Invoicing
import Money
import Trade
import Workflows

/// Generated orders, priced and numbered: invoices that nothing but their pages is missing of.
struct GeneratedInvoices {
    let company: Company
    let invoices: [Invoice]

    /// - Parameter lines: of each invoice; as mixed as the generator makes them where `nil`.
    init(_ setting: Setting, count: Int, lines: Int? = nil) throws {
        var generator = OrderGenerator(trade: setting.trade, orders: count, seed: setting.seed)
        var master = try MasterData(setting)
        for index in 0..<generator.customerCount {
            try master.take(generator.customer(index), .customers)
        }
        for index in 0..<OrderGenerator.itemCount { try master.take(generator.item(index), .items) }
        for index in 0..<OrderGenerator.itemCount {
            for price in generator.prices(index) { try master.take(price, .prices) }
        }
        company = master.company
        var invoices: [Invoice] = []
        for index in 0..<count {
            let order = lines.map { generator.order(index, plainLines: $0).order }
            invoices.append(
                try Self.invoice(order ?? generator.order(index).order, index, master))
        }
        self.invoices = invoices
    }

    private static func invoice(
        _ value: Value, _ index: Int, _ master: MasterData
    ) throws -> Invoice {
        let findings = Findings()
        guard let order = Order(try generatedNode(value), findings),
            let reviewed = ReviewedOrder(order, master, OrderContext(isNew: false), findings),
            let date = CalendarDate(OrderGenerator.issueDate),
            let invoice = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: date, findings)
        else { throw refused(findings) }
        return invoice.numbered("RE-2026-\(padded(index + 1, 7))")
    }
}
