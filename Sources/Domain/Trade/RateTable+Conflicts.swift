import Diagnostics
import Money

extension RateTable {
    /// Two rows of one country and class that do not follow each other day after day.
    public struct Conflict: Sendable {
        public enum Kind: Sendable {
            /// Both hold on the same day.
            case overlap
            /// Days between them have no rate.
            case gap
        }

        public let kind: Kind
        /// The row that begins first.
        public let earlier: Rate
        public let later: Rate
    }

    /// Where the rows of a country and class overlap or leave days between them without a rate, by
    /// country, class and day.
    ///
    /// The same for the user's rates and the built-in ones. A class may begin and end on any day: only
    /// days between its first and its last are missed.
    public var conflicts: [Conflict] {
        var conflicts: [Conflict] = []
        for group in groups {
            // Of the rows so far, the one that holds longest.
            var last = group[0]
            for rate in group.dropFirst() {
                let end = last.to ?? .last
                if rate.from <= end {
                    conflicts.append(Conflict(kind: .overlap, earlier: last, later: rate))
                } else if end.adding(days: 1) < rate.from {
                    conflicts.append(Conflict(kind: .gap, earlier: last, later: rate))
                }
                if end < (rate.to ?? .last) { last = rate }
            }
        }
        return conflicts
    }
}

extension RateTable.Conflict {
    /// The finding about a conflict of the user's rates, at one of its two rows.
    ///
    /// - Parameter isAtLater: whether it is told of the later row, else of the earlier.
    public func diagnostic(isAtLater: Bool) -> Diagnostic {
        let (rate, other) = isAtLater ? (later, earlier) : (earlier, later)
        let place = other.location.map { " (\($0.place))" } ?? ""
        switch kind {
        case .overlap:
            return Diagnostic(
                code: "rate-overlap",
                "two rates of \(rate.country) \(rate.taxClass) hold on the same day",
                at: rate.location, found: rate.span,
                expected: "days outside \(other.span)\(place)",
                hint: "end the older the day before the newer begins")
        case .gap:
            let missing = (earlier.to ?? .last).adding(days: 1)
            let days = "\(missing) to \(later.from.adding(days: -1))"
            return Diagnostic(
                code: "rate-gap",
                "\(days) have no rate of \(rate.country) \(rate.taxClass)",
                at: rate.location, found: rate.span,
                expected: isAtLater
                    ? "a first day of \(missing), after \(other.span)\(place)"
                    : "a last day of \(later.from.adding(days: -1)), before \(other.span)\(place)",
                hint: "move one of the two, or give the rate of the days between")
        }
    }
}

extension RateTable.Rate {
    /// `2026-01-01 to further notice`.
    fileprivate var span: String { "\(from) to \(to?.description ?? "further notice")" }
}

extension SourceLocation {
    /// `rates.csv:14`: the file's own name, without the folders of the machine it was read on.
    fileprivate var place: String {
        "\(source.fileName):\(line)"
    }
}
