import Diagnostics
import Money

extension ContractReader {
    /// No day has two prices of an item.
    func checkPrices(_ prices: [ContractPrice], _ places: [String: [Int]]) {
        let spans = prices.map { Span($0.from, $0.to) }
        for (later, other) in overlaps(spans, places) {
            findings.add(
                Diagnostic(
                    code: "price-overlap",
                    "two prices of \(prices[later].item) hold on the same day",
                    at: prices[later].source.location, found: text(spans[later]),
                    expected:
                        "days outside \(text(spans[other])) (\(prices[other].source.citation))",
                    hint: "end the older price the day before the newer begins"))
        }
    }

    /// No day has two discounts on the same lines, or on the order.
    func checkDiscounts(
        _ discounts: [ContractDiscount], _ places: [ContractDiscount.Scope: [Int]]
    ) {
        let spans = discounts.map { Span($0.from, $0.to) }
        for (later, other) in overlaps(spans, places) {
            findings.add(
                Diagnostic(
                    code: "discount-overlap",
                    "two discounts on \(discounts[later].scope) hold on the same day",
                    at: discounts[later].source.location, found: text(spans[later]),
                    expected:
                        "days outside \(text(spans[other])) (\(discounts[other].source.citation))",
                    hint: "end the older discount the day before the newer begins"))
        }
    }

    /// Days on which a clause holds, both inclusive; all days where it states none.
    private struct Span {
        let from: CalendarDate
        let to: CalendarDate

        init(_ from: CalendarDate?, _ to: CalendarDate?) {
            self.from = from ?? .first
            self.to = to ?? .last
        }
    }

    /// Clauses that share a day with an earlier one, in the record's order: of each pair the later in
    /// the record comes first. One finding for a clause is enough.
    private func overlaps<Key>(
        _ spans: [Span], _ places: [Key: [Int]]
    ) -> [(later: Int, other: Int)] {
        var found: [Int: Int] = [:]
        for group in places.values where group.count > 1 {
            let byDay = group.filter { spans[$0].from <= spans[$0].to }
                .sorted { (spans[$0].from, $0) < (spans[$1].from, $1) }
            // The clause that reaches farthest of those that begin no later.
            guard var farthest = byDay.first else { continue }
            for next in byDay.dropFirst() {
                if spans[next].from <= spans[farthest].to {
                    let (later, other) = (max(next, farthest), min(next, farthest))
                    found[later] = min(found[later] ?? other, other)
                }
                if spans[next].to > spans[farthest].to { farthest = next }
            }
        }
        return found.keys.sorted().compactMap { later in found[later].map { (later, $0) } }
    }

    private func text(_ span: Span) -> String {
        let first = span.from == .first ? from : span.from
        return "\(first) to \(span.to == .last ? "further notice" : span.to.description)"
    }
}
