/// Periods of whole months that follow each other without gap or overlap from an anchor day.
///
/// Each begins on the anchor's day of the month, or on the last of a month that has no such day:
/// an anchor of 31 January gives 31 January, 28 or 29 February, 31 March. Every beginning is
/// reckoned from the anchor, never from the one before, so that the day does not drift.
public struct Recurrence: Sendable, Hashable {
    /// The first day of period 0.
    public let anchor: CalendarDate
    /// Length of a period.
    public let months: Int

    /// - Precondition: `months` is 1 or more.
    public init(anchor: CalendarDate, months: Int) {
        precondition(months >= 1, "a period has at least one month")
        self.anchor = anchor
        self.months = months
    }

    /// The first day of period `k`, counted from 0; the calendar's first or last day where that
    /// lies outside.
    public func start(_ k: Int) -> CalendarDate { exactStart(k) ?? (k < 0 ? .first : .last) }

    /// Period `k`: from its first day to the day before the next begins.
    public func period(_ k: Int) -> Period {
        let (next, overflow) = k.addingReportingOverflow(1)
        let end = overflow ? nil : exactStart(next)
        return Period(
            first: start(k), last: end?.adding(days: -1) ?? (k < 0 ? .first : .last))
    }

    /// The number of the period that holds a day; `nil` for days before the anchor.
    public func index(of day: CalendarDate) -> Int? {
        if day < anchor { return nil }
        let (from, to) = (anchor.components, day.components)
        let k = ((to.year - from.year) * 12 + to.month - from.month) / months
        return start(k) <= day ? k : k - 1
    }

    private func exactStart(_ k: Int) -> CalendarDate? {
        let (shift, overflow) = k.multipliedReportingOverflow(by: months)
        return overflow ? nil : anchor.shifted(months: shift)
    }
}
