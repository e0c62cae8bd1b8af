import Diagnostics
import Formats
import Money

/// Rates of tax with the days on which they hold and where the law says so.
///
/// The built-in ones are read from lines of `country class rate from to source`, those of the user
/// from records. A rate is found by country, class and day; its rows are put in order once, so that
/// to find one is one look into a dictionary.
public struct RateTable: Sendable {
    /// What a class bears in a country on some days.
    public struct Rate: Sendable {
        /// ISO 3166-1 alpha-2, or with a region of ISO 3166-2 such as `US-CA`; also the territories
        /// that only tax law knows: `XI`, `IC`, `EA`.
        public let country: String
        /// What items name: `standard`, `18`, `cement`.
        public let taxClass: String
        /// 0 to 100, at most three decimals.
        public let percent: Decimal
        public let from: CalendarDate
        /// Last day, or open.
        public let to: CalendarDate?
        /// The law behind it.
        public let source: String?
        /// What documents call the tax, such as `GST`; the regime's own word where absent.
        public let name: String?
        /// The row of the user's file; `nil` of built-in rates.
        public let location: SourceLocation?

        /// Whether it is in force on a day.
        public func holds(on day: CalendarDate) -> Bool { from <= day && day <= (to ?? day) }
    }

    /// A line of a built-in table that is not one of its form.
    public struct Malformed: Error, Sendable {
        public let line: Int
        public let text: String
    }

    struct Key: Hashable {
        let country: String
        let taxClass: String
    }

    /// In the order in which they were given.
    public let rates: [Rate]
    /// Rows of one country and class, the latest first.
    private let byClass: [Key: [Rate]]
    private let classes: Set<String>

    /// No rates.
    public static let empty = RateTable([])

    public init(_ rates: [Rate]) {
        self.rates = rates
        byClass = Dictionary(grouping: rates) { Key(country: $0.country, taxClass: $0.taxClass) }
            .mapValues { rows in rows.sorted { $0.from > $1.from } }
        classes = Set(rates.map(\.taxClass))
    }

    /// Reads lines of `country class rate from to source`; `-` for an open end, `#` for comments.
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
                    from: from, to: CalendarDate(words[4]), source: String(words[5]), name: nil,
                    location: nil))
        }
        self.init(rates)
    }

    /// A table that stands in this program's source; a test reads each of them.
    public static func builtIn(_ text: String) -> RateTable {
        do { return try RateTable(parsing: text) } catch {
            preconditionFailure("built-in rate table, line \(error.line): \(error.text)")
        }
    }

    /// The rate of a class in force on a day.
    public func rate(_ taxClass: String, in country: String, on day: CalendarDate) -> Rate? {
        if rates.isEmpty { return nil }
        // Nearly always the first: what is taxed now bears the latest rate.
        return byClass[Key(country: country, taxClass: taxClass)]?.first { $0.holds(on: day) }
    }

    /// Every rate of a country in force on a day, in the table's order.
    public func inForce(in country: String, on day: CalendarDate) -> [Rate] {
        rates.filter { $0.country == country && $0.holds(on: day) }
    }

    /// Whether any country knows a class on any day.
    public func has(_ taxClass: String) -> Bool { classes.contains(taxClass) }

    /// Rows of one country and class by their first day, all countries and classes in order.
    var groups: [[Rate]] {
        byClass.values.map { $0.reversed() }.sorted {
            ($0[0].country, $0[0].taxClass) < ($1[0].country, $1[0].taxClass)
        }
    }
}
