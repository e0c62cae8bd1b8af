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
    private let desk: OrderDesk
    private var seen: Set<String> = []
    /// Contracts wait for the end of their file: an amendment may stand before what it amends.
    private var contracts: [PendingContract] = []

    private struct PendingContract {
        let contract: Contract
        let source: SourceText
    }

    /// What became of a record whose fate is known only at the end of its file.
    struct Settled {
        let findings: Findings
    }

    init(kind: RecordKind, isCSV: Bool, master: MasterData, today: CalendarDate) {
        self.kind = kind
        self.isCSV = isCSV
        desk = OrderDesk(master, today: today)
    }

    /// - Returns: false where `settle` will say what becomes of the record.
    func take(
        _ source: SourceText, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> Bool {
        guard let tree = tree(source, findings),
            let regime = Regimes.named(desk.master.company.regime)
        else { return true }
        var id: String?
        switch kind {
        case .customers: id = customer(tree.root, regime, findings)
        case .items: id = item(tree.root, regime, findings)
        case .prices: id = price(tree.root, findings)
        case .contracts: return !contract(tree.root, source, findings)
        case .orders:
            id = try OrderIntake(desk: desk).take(tree.root, in: transaction, findings)
        case .deliveries:
            id = try DeliveryIntake(desk: desk).take(tree.root, in: transaction, findings)
        }
        guard let id, !findings.hasErrors else { return true }
        try keep(source, id, in: transaction)
        return true
    }

    private func keep(
        _ source: SourceText, _ id: String, in transaction: borrowing Transaction
    ) throws {
        try Books.keep(
            source, kind: kind, id: id, isCSV: isCSV, on: desk.today, in: transaction)
    }

    private func tree(_ source: SourceText, _ findings: Findings) -> DataTree? {
        if isCSV, let table = kind.table { return CSVReader.read(source, table, findings) }
        do throws(Rejected) { return try JSONReader.read(source) } catch {
            findings.add(error.diagnostic)
            return nil
        }
    }

    // MARK: Master data

    private func customer(
        _ node: DataNode, _ regime: any Regime, _ findings: Findings
    ) -> String? {
        guard let customer = Customer(node, findings) else { return nil }
        regime.check(customer, of: desk.master.company, findings)
        checkOnce(customer.recordID, node, findings)
        for (other, what) in desk.master.customers.lookalikes(of: customer) {
            findings.add(
                Diagnostic(
                    .warning, code: "duplicate-customer",
                    "customer \(other) may be the same: it has the same \(what)",
                    at: node.location(of: what.hasPrefix("name") ? "name" : "taxNumber"),
                    found: what.hasPrefix("name") ? customer.name : customer.taxNumber,
                    expected: "one record for each customer",
                    hint: "several places of one customer are its shipTo and taxRegistrations"))
        }
        if !findings.hasErrors { desk.master.customers.put(customer) }
        return customer.recordID
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
        checkItem(price.item, at: node.location(of: "item"), findings)
        desk.master.prices.replace(price, findings)
        return id
    }

    private func checkItem(_ id: String, at location: SourceLocation, _ findings: Findings) {
        if desk.master.items[id] != nil { return }
        findings.add(
            Diagnostic(
                code: "unknown-item", "no item \(id) is in the books", at: location, found: id,
                hint: findings.isFull
                    ? nil
                    : nearest(to: id, among: desk.master.items.keys.sorted())
                        .map { "did you mean \"\($0)\"?" } ?? "import the item first"))
    }

    private func checkOnce(_ id: String, _ node: DataNode, _ findings: Findings) {
        if !seen.insert(id).inserted {
            findings.add(
                Diagnostic(
                    code: "duplicate-record", "\(kind.singular) \(id) stands twice in this file",
                    at: node.location(of: "id"), found: id, hint: "keep one of the two"))
        }
    }

    // MARK: Contracts

    /// - Returns: whether it waits for the end of the file.
    private func contract(
        _ node: DataNode, _ source: SourceText, _ findings: Findings
    ) -> Bool {
        guard let contract = Contract(node, findings) else { return false }
        checkOnce(contract.id, node, findings)
        checkReferences(of: contract, findings)
        if findings.hasErrors { return false }
        contracts.append(PendingContract(contract: contract, source: source))
        return true
    }

    private func checkReferences(of contract: Contract, _ findings: Findings) {
        if let customer = contract.customer, desk.master.customers[customer] == nil {
            findings.add(
                Diagnostic(
                    code: "unknown-customer", "no customer \(customer) is in the books",
                    at: contract.node.location(of: "customer"), found: customer,
                    hint: nearest(to: customer, among: desk.master.customers.ids)
                        .map { "did you mean \"\($0)\"?" } ?? "import the customer first"))
        }
        for price in contract.prices {
            checkItem(price.item, at: price.source.location, findings)
        }
        for discount in contract.discounts {
            if case .item(let item) = discount.scope {
                checkItem(item, at: discount.source.location, findings)
            }
        }
        for product in contract.products ?? [] {
            if case .item(let item) = product.scope {
                checkItem(item, at: product.source.location, findings)
            }
        }
    }

    /// Settles what waited for the end of the file: each contract after what it amends.
    func settle(
        in transaction: borrowing Transaction, _ settled: (Findings) -> Void
    ) throws {
        let (order, cycles) = ContractBook.inOrder(contracts.map(\.contract))
        for (index, finding) in cycles {
            let findings = Findings(subject: "contract \(contracts[index].contract.id)")
            findings.add(finding)
            settled(findings)
        }
        var bases: Set<String> = []
        for index in order {
            let pending = contracts[index]
            let findings = Findings(subject: "contract \(pending.contract.id)")
            if desk.master.contracts.put(pending.contract, findings) {
                try keep(pending.source, pending.contract.id, in: transaction)
                bases.insert(desk.master.contracts.base(of: pending.contract.id) ?? "")
            }
            settled(findings)
        }
        for base in bases.sorted() { try replan(base, in: transaction, settled) }
        contracts = []
    }

    /// A contract that changed changes the periods of its orders that are not billed yet.
    private func replan(
        _ base: String, in transaction: borrowing Transaction, _ settled: (Findings) -> Void
    ) throws {
        let planner = BillingPlanner(master: desk.master)
        for id in try Books.recurringOrders(of: base, in: transaction) {
            let findings = Findings(subject: "order \(id)")
            guard let kept = try Books.record(.orders, id, in: transaction),
                let order = kept.tree(.orders, findings).flatMap({ Order($0.root, findings) })
            else { throw EnvironmentError("the record of order \(id) cannot be read") }
            var context = OrderContext(isNew: false)
            context.approvals = try Books.approvals(of: id, in: transaction)
            // An order that no longer fits its contract is told by check and issue.
            guard let trial = OrderTrial(order, desk.master, context, Findings()) else { continue }
            try planner.plan(
                order, trial.reviewed, value: trial.invoice.totals.payable, in: transaction,
                findings)
            if findings.hasErrors { settled(findings) }
        }
    }
}

extension Customer {
    /// Under which a version is kept: its id, and the day from which it holds.
    var recordID: String { validFrom.map { "\(id)@\($0)" } ?? id }
}
