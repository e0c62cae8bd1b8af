import Diagnostics
import Formats
import Money

extension ContractBook {
    /// A contract and its amendments fit each other.
    ///
    /// - Parameter documents: in the order in which they take effect.
    static func check(_ documents: [Contract], _ findings: Findings) {
        guard let base = documents.first(where: { !$0.isAmendment }) else { return }
        var end = base.to
        var billing = base.billing
        var firstDays: [String: CalendarDate] = [:]
        for document in documents { firstDays[document.id] = document.from }
        for document in documents where document.isAmendment {
            checkBeginning(document, firstDays, findings)
            if let end, document.to == nil, end < document.from {
                add(
                    Diagnostic(
                        code: "date-order", "the contract has ended when the amendment begins",
                        at: document.node.location(of: "from"), found: document.from.description,
                        expected: "\(end) or earlier",
                        hint: #"an amendment that extends it states the new last day: "to""#),
                    document, findings)
            }
            end = document.to ?? end
            billing = document.billing?.map { $0.anchored(on: base.from) } ?? billing
            checkDecimals(document, base, findings)
            if document.to != nil || document.billing != nil {
                document.checkEnd(of: billing, end, from: base.from, findings)
            }
        }
    }

    private static func checkBeginning(
        _ amendment: Contract, _ firstDays: [String: CalendarDate], _ findings: Findings
    ) {
        guard let amends = amendment.amends, let day = firstDays[amends], amendment.from < day
        else { return }
        add(
            Diagnostic(
                code: "date-order", "the amendment begins before \(amends), which it amends",
                at: amendment.node.location(of: "from"), found: amendment.from.description,
                expected: "\(day) or later"), amendment, findings)
    }

    private static func checkDecimals(
        _ amendment: Contract, _ base: Contract, _ findings: Findings
    ) {
        guard let amount = amendment.freight?.terms.stated, let currency = base.currency,
            !amount.fits(places: currency.minorDigits)
        else { return }
        add(
            Diagnostic(
                code: "too-many-decimals", "contract freight: amount has too many decimals",
                at: amendment.node["freight"]?.location(of: "amount"), found: amount.description,
                expected: "at most \(currency.minorDigits) in \(currency)"), amendment, findings)
    }

    /// The finding may be about another record than the one that is put.
    private static func add(_ finding: Diagnostic, _ document: Contract, _ findings: Findings) {
        var finding = finding
        finding.subject = "contract \(document.id)"
        findings.add(finding)
    }
}

extension ContractBook {
    /// The order in which the contracts of one file can be put: each after what it amends, else as
    /// they stand in the file.
    ///
    /// - Returns: Places in `contracts`, and a finding for each that only leads back to itself. What
    ///   amends a record that is not among `contracts` is in the order: `put` knows the book. Of two
    ///   with the same id the first is followed.
    public static func inOrder(
        _ contracts: [Contract]
    ) -> (order: [Int], cycles: [(index: Int, finding: Diagnostic)]) {
        var places: [String: Int] = [:]
        for (index, contract) in contracts.enumerated() where places[contract.id] == nil {
            places[contract.id] = index
        }
        enum State { case unseen, open, done }
        var states = [State](repeating: .unseen, count: contracts.count)
        var order: [Int] = []
        var cycles: [(index: Int, finding: Diagnostic)] = []
        for start in contracts.indices {
            // The way to what is amended, until it leaves the file or meets what was seen.
            var way: [Int] = []
            var next: Int? = start
            while let index = next, states[index] == .unseen {
                states[index] = .open
                way.append(index)
                next = contracts[index].amends.flatMap { places[$0] }
            }
            if let index = next, states[index] == .open, let turn = way.firstIndex(of: index) {
                let round = Array(way[turn...])
                for (step, index) in round.enumerated() {
                    // No more steps than the finding names: a file may be one long round.
                    let ids = (0...min(round.count, 8)).map {
                        contracts[round[(step + $0) % round.count]].id
                    }
                    cycles.append((index, cycle(contracts[index], ids)))
                }
                way.removeLast(way.count - turn)
                for index in round { states[index] = .done }
            }
            for index in way.reversed() {
                states[index] = .done
                order.append(index)
            }
        }
        return (order, cycles.sorted { $0.index < $1.index })
    }
}
