import Diagnostics
import Formats
import Invoicing
import Money
import Trade
import Workflows

/// From an order's bytes to its canonical JSON, on one thread and without books: what pricing and
/// taxing with a recorded explanation costs, and what it costs to write the explanation down.
struct PriceBench {
    /// CPU nanoseconds of all orders.
    struct Figures: Sendable {
        var parse = 0
        var review = 0
        var calculate = 0
        /// The same without recording an explanation.
        var calculatePlain = 0
        var value = 0
        var json = 0
        /// The same JSON without the explanation.
        var plainJSON = 0
        var bytes = 0
        var plainBytes = 0
        var steps = 0

        var total: Int { parse + review + calculate + value + json }
    }

    static let orders = 2000
    static let lines = 8
    private static let rounds = 5

    let setting: Setting

    func run() throws -> Figures {
        var generator = ContractOrderGenerator(
            trade: setting.trade, orders: Self.orders, seed: setting.seed)
        var master = try MasterData(setting)
        for index in 0..<ContractOrderGenerator.customerCount {
            try master.take(generator.customer(index), .customers)
        }
        for index in 0..<OrderGenerator.itemCount { try master.take(generator.item(index), .items) }
        for index in 0..<OrderGenerator.itemCount {
            for price in generator.prices(index) { try master.take(price, .prices) }
        }
        for index in 0..<ContractOrderGenerator.contractCount {
            for contract in generator.contracts(index) { try master.take(contract, .contracts) }
        }
        let sources = (0..<Self.orders).map { index in
            SourceText(
                name: "orders.jsonl",
                bytes: JSONWriter.bytes(
                    generator.soundOrder(index, lines: Self.lines), pretty: false),
                firstLine: index + 1)
        }
        // Other programs only ever slow a round down: the fastest counts.
        var best = try round(sources, master)
        for _ in 1..<Self.rounds {
            let next = try round(sources, master)
            if next.total < best.total { best = next }
        }
        return best
    }

    private func round(_ sources: [SourceText], _ master: MasterData) throws -> Figures {
        var figures = Figures()
        for source in sources {
            let findings = Findings()
            var last = Clock.cpu()
            func ended(_ stage: WritableKeyPath<Figures, Int>) {
                figures[keyPath: stage] += Clock.cpu() - last
                last = Clock.cpu()
            }
            guard let order = Order(try JSONReader.read(source).root, findings) else {
                throw refused(findings)
            }
            ended(\.parse)
            guard let reviewed = ReviewedOrder(order, master, OrderContext(isNew: true), findings)
            else { throw refused(findings) }
            ended(\.review)
            let made = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: order.date, findings)
            ended(\.calculate)
            let plain = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: order.date, explains: false,
                findings)
            ended(\.calculatePlain)
            guard plain?.totals.payable == made?.totals.payable else { throw refused(findings) }
            guard let invoice = made, !findings.hasErrors else { throw refused(findings) }
            last = Clock.cpu()
            let value = invoice.value
            ended(\.value)
            figures.bytes += value.canonicalBytes.count
            ended(\.json)
            let bare = without("explanation", value)
            last = Clock.cpu()
            figures.plainBytes += bare.canonicalBytes.count
            ended(\.plainJSON)
            figures.steps += invoice.explanation.steps.count
        }
        return figures
    }

    private func without(_ name: String, _ value: Value) -> Value {
        guard case .record(let whole) = value else { return value }
        return .record { record in
            for field in whole.fields where field.name != name {
                record.add(field.name, field.value)
            }
        }
    }
}
