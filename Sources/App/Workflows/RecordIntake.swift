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
    private var rates = RateIntake()
    /// What the first records that were kept are called, no more than ``namesLimit``.
    private(set) var names: [String] = []

    private static let namesLimit = 5

    private struct PendingContract {
        let contract: Contract
        let source: SourceText
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
        defer { if findings.hasErrors { rates.noteRefusal() } }
        guard let tree = Books.Kept(source: source, isCSV: isCSV).tree(kind, findings),
            let regime = Regimes.named(desk.master.company.regime)
        else { return true }
        var id: String?
        switch kind {
        case .customers: id = customer(tree.root, regime, findings)
        case .items: id = item(tree.root, regime, findings)
        case .prices: id = price(tree.root, findings)
        case .rates: return !rate(tree.root, source, findings)
        case .contracts: return !contract(tree.root, source, findings)
        case .orders, .deliveries:
            try event(tree.root, source, in: transaction, findings)
            return true
        }
        guard let id, !findings.hasErrors else { return true }
        try keep(source, id, in: transaction)
        return true
    }

    /// An order or a delivery: what it has written is undone where it is refused in the end.
    private func event(
        _ node: DataNode, _ source: SourceText, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws {
        try transaction.savepoint {
            let id =
                try kind == .orders
                ? OrderIntake(desk: desk).take(node, in: transaction, findings)
                : DeliveryIntake(desk: desk).take(node, in: transaction, findings)
            guard let id, !findings.hasErrors else { return false }
            try keep(source, id, in: transaction)
            return true
        }
    }

    private func keep(
        _ source: SourceText, _ id: String, in transaction: borrowing Transaction
    ) throws {
        try Books.keep(
            source, kind: kind, id: id, isCSV: isCSV, on: desk.today, in: transaction)
        if names.count < RecordIntake.namesLimit { names.append(id) }
    }

    // MARK: Master data

    private func customer(
        _ node: DataNode, _ regime: any Regime, _ findings: Findings
    ) -> String? {
        guard let customer = Customer(node, findings) else { return nil }
        regime.check(customer, of: desk.master.company, findings)
        checkOnce(customer.recordID, node, findings)
        if let objection = desk.master.customers.objection(toFolderOf: customer.id) {
            findings.add(
                Diagnostic(
                    code: "folder-collision",
                    "\(customer.id) cannot be a folder of its own in the archive: \(objection)",
                    at: node.location(of: "id"), found: customer.id,
                    expected: "an id that no other customer has in any case",
                    hint: "give this customer another id, or use the other's"))
        }
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
        if let conflict = desk.master.prices.conflict(replacing: price) { findings.add(conflict) }
        if !findings.hasErrors { desk.master.prices.replace(price) }
        return id
    }

    /// - Returns: whether it waits for the end of the file.
    private func rate(_ node: DataNode, _ source: SourceText, _ findings: Findings) -> Bool {
        guard let rate = RateTable.Rate(node, findings) else { return false }
        checkOnce(rate.id, node, findings)
        if !findings.hasErrors { rates.add(rate, source) }
        return !findings.hasErrors
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

    /// Settles what waited for the end of the file: rates together, each contract after what it
    /// amends, older ones first.
    ///
    /// - Parameters:
    ///   - isWhole: nothing of the file was refused before it became a record.
    ///   - settled: is told of each record what was found and whether it is taken.
    func settle(
        isWhole: Bool, in transaction: borrowing Transaction,
        _ settled: (Findings, _ isTaken: Bool) -> Void
    ) throws {
        if !isWhole { rates.noteRefusal() }
        for one in rates.settled(beside: desk.master.rates) {
            if one.isTaken { try keep(one.source, one.rate.id, in: transaction) }
            settled(one.findings, one.isTaken)
        }
        try settleContracts(in: transaction) { settled($0, !$0.hasErrors) }
    }

    private func settleContracts(
        in transaction: borrowing Transaction, _ settled: (Findings) -> Void
    ) throws {
        contracts.sort { ($0.contract.from, $0.contract.id) < ($1.contract.from, $1.contract.id) }
        let (order, cycles) = ContractBook.inOrder(contracts.map(\.contract))
        for (index, finding) in cycles {
            let findings = Findings(subject: "contract \(contracts[index].contract.id)")
            findings.add(finding)
            settled(findings)
        }
        for index in order {
            let pending = contracts[index]
            let findings = Findings(subject: "contract \(pending.contract.id)")
            try put(pending, in: transaction, findings)
            settled(findings)
        }
        contracts = []
    }

    /// Takes a contract, and plans anew what is not billed of the orders under it; refused where
    /// that would lose or repeat something.
    private func put(
        _ pending: PendingContract, in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let id = pending.contract.id
        let base =
            pending.contract.amends.flatMap { desk.master.contracts.base(of: $0) } ?? id
        let orders = try Books.orders(under: base, in: transaction)
        // A copy of the book is only kept where there is something to go back for.
        let before = orders.isEmpty ? nil : desk.master.contracts
        guard desk.master.contracts.put(pending.contract, findings) else { return }
        try transaction.savepoint {
            let planner = BillingPlanner(master: desk.master)
            for order in orders {
                try planner.planAnew(
                    order, at: pending.contract.node.location, in: transaction, findings)
            }
            findings.subject = "contract \(id)"
            if findings.hasErrors {
                if let before { desk.master.contracts = before }
                return false
            }
            try keep(pending.source, id, in: transaction)
            return true
        }
    }
}

extension Customer {
    /// Under which a version is kept: its id, and the day from which it holds.
    var recordID: String { validFrom.map { "\(id)@\($0)" } ?? id }
}
