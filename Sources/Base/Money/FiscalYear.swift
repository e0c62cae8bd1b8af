/// A year of accounts that begins on the first day of some month.
public struct FiscalYear: Hashable, Sendable {
    /// The calendar year in which it begins.
    public let startYear: Int
    /// The month in which it begins: 4 in India, 1 in most of Europe.
    public let startMonth: Int

    /// The fiscal year that holds `date`.
    public init(of date: CalendarDate, startMonth: Int) {
        let (year, month, _) = date.components
        startYear = month < startMonth ? year - 1 : year
        self.startMonth = startMonth
    }

    public init(startYear: Int, startMonth: Int) {
        self.startYear = startYear
        self.startMonth = startMonth
    }

    /// `2026` for calendar years, `2026-27` for others.
    public var label: String {
        let first = padded(startYear, 4)
        return startMonth == 1 ? first : "\(first)-\(padded((startYear + 1) % 100, 2))"
    }

    /// `26` or `26-27`, the form used inside document numbers.
    public var shortLabel: String {
        let first = padded(startYear % 100, 2)
        return startMonth == 1 ? first : "\(first)-\(padded((startYear + 1) % 100, 2))"
    }
}
