import Diagnostics
import Formats
import Trade

/// The rates of one file, checked at its end against each other and those of the books.
///
/// They are taken whole or not at all: a table that lacks a row of its file would tax wrongly.
struct RateIntake {
    private struct Pending {
        let rate: RateTable.Rate
        let source: SourceText
    }

    /// What became of a rate.
    struct Settled {
        let rate: RateTable.Rate
        let source: SourceText
        let findings: Findings
        let isTaken: Bool
    }

    private var rates: [Pending] = []
    /// Something of the file was refused before.
    private(set) var lacksSome = false

    mutating func add(_ rate: RateTable.Rate, _ source: SourceText) {
        rates.append(Pending(rate: rate, source: source))
    }

    mutating func noteRefusal() { lacksSome = true }

    /// Holds the file's rates against each other and against those of the books that they do not
    /// replace.
    func settled(beside known: RateTable) -> [Settled] {
        let findings = rates.map { Findings(subject: $0.rate.subject) }
        find(beside: known, findings)
        let wrong = rates.indices.filter { findings[$0].hasErrors }
        let sound = rates.indices.filter { !findings[$0].hasErrors }
        let isTaken = !lacksSome && wrong.isEmpty
        if !isTaken, let first = sound.first { findings[first].add(refusal(first, sound.count)) }
        return (wrong + sound).map {
            Settled(
                rate: rates[$0].rate, source: rates[$0].source, findings: findings[$0],
                isTaken: isTaken)
        }
    }

    private func find(beside known: RateTable, _ findings: [Findings]) {
        let own = Dictionary(
            rates.enumerated().map { ($1.rate.id, $0) }, uniquingKeysWith: { first, _ in first })
        let all = RateTable(known.rates.filter { own[$0.id] == nil } + rates.map(\.rate))
        for conflict in all.conflicts {
            // What a refused row may have filled is no gap.
            if conflict.kind == .gap, lacksSome { continue }
            if let row = own[conflict.later.id] {
                findings[row].add(conflict.diagnostic(isAtLater: true))
            } else if let row = own[conflict.earlier.id] {
                findings[row].add(conflict.diagnostic(isAtLater: false))
            }
        }
    }

    /// Why sound rates are refused too; said once, of the first of them.
    private func refusal(_ first: Int, _ count: Int) -> Diagnostic {
        Diagnostic(
            code: "rates-refused",
            "others of this file's rates are refused, so this one is not taken either",
            at: rates[first].rate.location,
            found: count == 1 ? "a sound rate" : "\(count) sound rates, of which this is the first",
            expected: "a file that holds sound rates only",
            hint: "a table that lacks a rate taxes wrongly: mend the others, import all again")
    }
}

extension RateTable.Rate {
    fileprivate var subject: String { "rate of \(country) \(taxClass)" }
}
