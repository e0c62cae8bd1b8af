import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Trade

/// Checks one record after another of a kind and keeps those without errors.
final class RecordIntake {
    private let kind: RecordKind
    private let isCSV: Bool
    private var master: MasterData
    private var seen: Set<String> = []

    init(kind: RecordKind, isCSV: Bool, master: MasterData) {
        self.kind = kind
        self.isCSV = isCSV
        self.master = master
    }

    func take(
        _ source: SourceText, in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        guard let tree = tree(source, findings), let regime = regime(findings) else { return }
        var id: String?
        switch kind {
        case .customers: id = customer(tree.root, regime, findings)
        case .items: id = item(tree.root, regime, findings)
        case .prices: id = price(tree.root, findings)
        case .orders: id = try order(tree.root, in: transaction, findings)
        case .deliveries: id = try delivery(tree.root, in: transaction, findings)
        }
        guard let id, !findings.hasErrors else { return }
        try Books.keep(source, kind: kind, id: id, isCSV: isCSV, in: transaction)
    }

    private func tree(_ source: SourceText, _ findings: Findings) -> DataTree? {
        if isCSV { return CSVReader.read(source, kind.table, findings) }
        do throws(Rejected) { return try JSONReader.read(source) } catch {
            findings.add(error.diagnostic)
            return nil
        }
    }

    private func regime(_ findings: Findings) -> (any Regime)? {
        Regimes.named(master.company.regime)
    }

    private func customer(
        _ node: DataNode, _ regime: any Regime, _ findings: Findings
    ) -> String? {
        guard let customer = Customer(node, findings) else { return nil }
        regime.check(customer, of: master.company, findings)
        checkOnce(customer.id, node, findings)
        return customer.id
    }

    private func item(_ node: DataNode, _ regime: any Regime, _ findings: Findings) -> String? {
        guard let item = Item(node, findings) else { return nil }
        regime.check(item, findings)
        checkOnce(item.id, node, findings)
        return item.id
    }

    /// A price replaces the one of the same list, item, currency and first day.
    private func price(_ node: DataNode, _ findings: Findings) -> String? {
        guard let price = Price(node, findings) else { return nil }
        let id = "\(price.list) \(price.item) \(price.currency) \(price.from)"
        checkOnce(id, node, findings)
        if master.items[price.item] == nil {
            findings.add(
                Diagnostic(
                    code: "unknown-item", "no item \(price.item) is in the books",
                    at: node.location(of: "item"), found: price.item,
                    hint: nearest(to: price.item, among: master.items.keys.sorted())
                        .map { "did you mean \"\($0)\"?" } ?? "import the item first"))
        }
        master.prices.replace(price, findings)
        return id
    }

    /// An order is taken when everything it refers to is there and it can be priced and taxed.
    private func order(
        _ node: DataNode, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> String? {
        guard let order = Order(node, findings) else { return nil }
        let reviewed = ReviewedOrder(order, master, findings)
        try Books.checkNew(order, in: transaction, findings)
        if let reviewed {
            _ = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: order.date, findings)
        }
        findings.subject = "order \(order.id)"
        if findings.hasErrors { return nil }
        try Books.add(order, in: transaction)
        return order.id
    }

    private func delivery(
        _ node: DataNode, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> String? {
        guard let delivery = Delivery(node, findings) else { return nil }
        try Books.add(delivery, in: transaction, findings)
        return findings.hasErrors ? nil : delivery.id
    }

    private func checkOnce(_ id: String, _ node: DataNode, _ findings: Findings) {
        if !seen.insert(id).inserted {
            findings.add(
                Diagnostic(
                    code: "duplicate-record", "\(kind.singular) \(id) stands twice in this file",
                    at: node.location(of: "id"), found: id, hint: "keep one of the two"))
        }
    }
}
