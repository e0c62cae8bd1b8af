extension CalendarDate {
    /// The last day of this day's month.
    public var lastOfMonth: CalendarDate {
        let (year, month, day) = components
        return adding(days: CalendarDate.days(inMonth: month, of: year) - day)
    }

    /// The same day of the month so many months later or, where negative, earlier; the last of the
    /// month where it has no such day (31 January + 1 month is 28 or 29 February), and the
    /// calendar's `first` or `last` day where that lies outside.
    public func adding(months: Int) -> CalendarDate {
        shifted(months: months) ?? (months < 0 ? .first : .last)
    }

    /// The same, `nil` where the calendar does not reach.
    func shifted(months: Int) -> CalendarDate? {
        let (year, month, day) = components
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        // Year 1 begins with month 12: there is no year 0 to round towards.
        guard !overflow, index >= 12 else { return nil }
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let length = CalendarDate.days(inMonth: newMonth, of: newYear)
        return CalendarDate(year: newYear, month: newMonth, day: min(day, length))
    }
}
