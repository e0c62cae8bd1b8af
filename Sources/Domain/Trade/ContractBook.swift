import Diagnostics
import Formats
import Money

/// All contracts and their amendments, searchable by id, customer and day.
public struct ContractBook: Sendable {
    /// Amendments of one contract at most; what changes more often is made anew.
    static let amendmentLimit = 200

    private var contracts: [String: Contract] = [:]
    /// Ids of the records that amend one directly.
    private var amending: [String: [String]] = [:]
    /// What holds from day to day, by the contract's id.
    private var stages: [String: [ContractStage]] = [:]
    /// Ids of each customer's contracts, sorted.
    private var byCustomer: [String: [String]] = [:]
    /// Ids of all contracts and amendments, sorted.
    public private(set) var ids: [String] = []

    public init() {}

    /// The contract or amendment of an id.
    public subscript(id: String) -> Contract? { contracts[id] }

    /// What a contract says on a day; `nil` where no contract has this id (an amendment's is none)
    /// or the day lies outside its first and last day.
    public func terms(of id: String, on day: CalendarDate) -> ContractTerms? {
        guard let stage = stages[id]?.last(where: { $0.from <= day }), day <= (stage.to ?? day)
        else { return nil }
        return ContractTerms(day: day, stage: stage)
    }

    /// What a contract says on a day or, outside its first and last day, on the nearer of the two:
    /// the terms of an order that is under it although its date lies outside.
    public func terms(of id: String, nearest day: CalendarDate) -> ContractTerms? {
        guard let first = contracts[id]?.from else { return nil }
        let last = lastDay(of: id) ?? day
        return terms(of: id, on: max(first, min(day, last)))
    }

    /// What the contracts of a customer say on a day, by id.
    public func inForce(for customer: String, on day: CalendarDate) -> [ContractTerms] {
        (byCustomer[customer] ?? []).compactMap { terms(of: $0, on: day) }
    }

    /// The id of the contract that a record changes in the end; a contract's own.
    public func base(of id: String) -> String? {
        guard var contract = contracts[id] else { return nil }
        while let amends = contract.amends, let next = contracts[amends] { contract = next }
        return contract.id
    }

    /// The amendments of a contract in the order in which they take effect: by first day, what is
    /// amended before what amends it, then by id.
    public func amendments(of id: String) -> [Contract] {
        (stages[id]?.last?.documents.dropFirst()).map { Array($0) } ?? []
    }

    /// The last day of a contract as all its amendments leave it, those to come too; `nil` where it
    /// is open, or where no contract has this id.
    public func lastDay(of id: String) -> CalendarDate? { stages[id]?.last?.to }

    /// The book of contracts that were checked when they were put: each is taken as it is, in any
    /// order. An amendment of nothing is left out.
    public init(_ kept: [Contract]) {
        for contract in kept {
            contracts[contract.id] = contract
            if let amends = contract.amends { amending[amends, default: []].append(contract.id) }
            if let customer = contract.customer {
                byCustomer[customer, default: []].append(contract.id)
            }
        }
        ids = contracts.keys.sorted()
        for customer in byCustomer.keys { byCustomer[customer]?.sort() }
        for contract in kept where !contract.isAmendment {
            // More amendments than are allowed were refused when they were put.
            stages[contract.id] = ContractStage.stages(
                of: documents(of: contract.id, with: contract, Findings()) ?? [])
        }
    }

    /// Adds a contract or an amendment, in place of an earlier one of the same id.
    ///
    /// - Returns: whether it was added; after an error nothing is changed.
    @discardableResult
    public mutating func put(_ contract: Contract, _ findings: Findings) -> Bool {
        guard isFounded(contract, findings) else { return false }
        let newBase = contract.amends.flatMap { base(of: $0) } ?? contract.id
        var rebuilt: [(base: String, documents: [Contract])] = []
        let errors = findings.errorCount
        for base in Set([newBase, base(of: contract.id) ?? newBase]).sorted() {
            // A contract that becomes an amendment is a part of the other one from now on.
            if base == contract.id, contract.isAmendment { continue }
            guard let documents = documents(of: base, with: contract, findings) else { continue }
            ContractBook.check(documents, findings)
            rebuilt.append((base, documents))
        }
        if findings.errorCount > errors { return false }
        forget(contract.id)
        contracts[contract.id] = contract
        for (base, documents) in rebuilt {
            stages[base] = ContractStage.stages(of: documents)
        }
        if let amends = contract.amends { amending[amends, default: []].append(contract.id) }
        if let customer = contract.customer {
            byCustomer[customer, default: []].insertSorted(contract.id)
        }
        ids.insertSorted(contract.id)
        return true
    }

    /// What an amendment changes is there, and it does not change itself by a detour.
    private func isFounded(_ contract: Contract, _ findings: Findings) -> Bool {
        guard let amends = contract.amends else { return true }
        if amends != contract.id, contracts[amends] == nil {
            findings.add(
                Diagnostic(
                    code: "unknown-contract", "no contract \(amends) is in the books",
                    at: contract.node.location(of: "amends"), found: amends,
                    hint: findings.isFull
                        ? nil
                        : nearest(to: amends, among: ids).map { "did you mean \"\($0)\"?" }
                            ?? "import the contract first"))
            return false
        }
        var way = [contract.id, amends]
        while way.last != contract.id, let next = way.last.flatMap({ contracts[$0]?.amends }) {
            way.append(next)
        }
        if way.last != contract.id { return true }
        findings.add(ContractBook.cycle(contract, way))
        return false
    }

    static func cycle(_ contract: Contract, _ way: [String]) -> Diagnostic {
        // A long way round is told by its first steps.
        let steps = way.count > 8 ? way.prefix(7) + ["…", contract.id] : way[...]
        return Diagnostic(
            code: "amendment-cycle", "the amendment changes itself in the end",
            at: contract.node.location(of: "amends"), found: steps.joined(separator: " → "),
            expected: "a contract that began before it",
            hint: "amends names the contract, or an earlier amendment", subject: nil)
    }

    /// A contract and its amendments in the order in which they take effect, as they are once
    /// `contract` is in the book; `nil` after a finding that there are too many.
    private func documents(
        of base: String, with contract: Contract, _ findings: Findings
    ) -> [Contract]? {
        guard let first = base == contract.id ? contract : contracts[base] else { return nil }
        // Each with the number of steps to the contract.
        var found = [(document: first, steps: 0)]
        var next = 0
        while next < found.count {
            let (amended, steps) = (found[next].document.id, found[next].steps)
            var ids = (amending[amended] ?? []).filter { $0 != contract.id }
            if contract.amends == amended { ids.append(contract.id) }
            for id in ids {
                guard let document = id == contract.id ? contract : contracts[id] else { continue }
                found.append((document, steps + 1))
            }
            if found.count > ContractBook.amendmentLimit + 1 {
                findings.add(
                    Diagnostic(
                        code: "too-many-amendments", "\(base) has too many amendments",
                        at: contract.node.location(of: "amends"),
                        expected: "at most \(ContractBook.amendmentLimit)",
                        hint: "end the contract and begin a new one"))
                return nil
            }
            next += 1
        }
        return found.sorted {
            ($0.document.from, $0.steps, $0.document.id)
                < ($1.document.from, $1.steps, $1.document.id)
        }.map(\.document)
    }

    /// Takes a record out, all but its place among `ids`.
    private mutating func forget(_ id: String) {
        guard let old = contracts[id] else { return }
        if let amends = old.amends { amending[amends]?.removeAll { $0 == id } }
        if let customer = old.customer { byCustomer[customer]?.removeAll { $0 == id } }
        stages[id] = nil
    }
}

extension [String] {
    /// Puts an id in its place of a sorted list, once.
    fileprivate mutating func insertSorted(_ id: String) {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < id { low = middle + 1 } else { high = middle }
        }
        if low == count || self[low] != id { insert(id, at: low) }
    }
}
