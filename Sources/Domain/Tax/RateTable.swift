import Money

/// Rates with the days on which they hold and where the law says so.
///
/// Read from lines of `country class rate from to source`; `-` for an open end, `#` for comments.
public struct RateTable: Sendable {
    public struct Rate: Sendable {
        public let country: String
        public let taxClass: String
        public let percent: Decimal
        public let from: CalendarDate
        public let to: CalendarDate?
        public let source: String

        func holds(on date: CalendarDate) -> Bool { from <= date && date <= (to ?? date) }
    }

    public let rates: [Rate]

    /// A line of a table that is not one of its form.
    public struct Malformed: Error, Sendable {
        public let line: Int
        public let text: String
    }

    public init(parsing text: String) throws(Malformed) {
        var rates: [Rate] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(separator: " ", maxSplits: 5)
            if words.isEmpty || words[0].hasPrefix("#") { continue }
            guard words.count == 6, let percent = Decimal(String(words[2])),
                let from = CalendarDate(words[3]), words[4] == "-" || CalendarDate(words[4]) != nil
            else { throw Malformed(line: index + 1, text: String(line)) }
            rates.append(
                Rate(
                    country: String(words[0]), taxClass: String(words[1]), percent: percent,
                    from: from, to: CalendarDate(words[4]), source: String(words[5])))
        }
        self.rates = rates
    }

    /// The rate of a class in force on a day.
    public func rate(_ taxClass: String, in country: String, on date: CalendarDate) -> Rate? {
        rates.first {
            $0.taxClass == taxClass && $0.country == country && $0.holds(on: date)
        }
    }

    /// Every rate of a country in force on a day.
    public func inForce(in country: String, on date: CalendarDate) -> [Rate] {
        rates.filter { $0.country == country && $0.holds(on: date) }
    }

    /// A table that stands in this program's source; a test reads each of them.
    static func builtIn(_ text: String) -> RateTable {
        do { return try RateTable(parsing: text) } catch {
            preconditionFailure("built-in rate table, line \(error.line): \(error.text)")
        }
    }
}
