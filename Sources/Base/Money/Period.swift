/// A span of days, first and last inclusive, as people name it on the command line:
/// `2026`, `2026-04`, `2026-Q1`, `FY2026-27`, `2026-04-15`, `2026-04..2026-06`.
public struct Period: Hashable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate

    public init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }

    /// Reads one of the forms above; `FY` years begin in `fiscalYearStart`, quarters (`2026-Q1`) count
    /// from January, those of a fiscal year (`FY2026-27-Q1`) from its start. `nil` for anything else.
    public init?(_ text: String, fiscalYearStart: Int = 4) {
        if let dots = text.firstRange(of: "..") {
            let (head, tail) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
            guard tail.firstRange(of: "..") == nil,
                let from = Period(head, fiscalYearStart: fiscalYearStart),
                let to = Period(tail, fiscalYearStart: fiscalYearStart),
                from.first <= to.last
            else { return nil }
            self.init(first: from.first, last: to.last)
            return
        }
        if let day = CalendarDate(text) {
            self.init(first: day, last: day)
            return
        }
        let fiscal = text.hasPrefix("FY")
        let body = fiscal ? text.dropFirst(2) : text[...]
        guard let year = Period.number(body.prefix(4), digits: 4), year > 0 else { return nil }
        var rest = body.dropFirst(4)
        let start = fiscal ? fiscalYearStart : 1
        if fiscal, start != 1 {
            guard rest.hasPrefix("-\(padded((year + 1) % 100, 2))") else { return nil }
            rest = rest.dropFirst(3)
        }
        if rest.isEmpty {
            self.init(year: year, month: start, months: 12)
        } else if rest.hasPrefix("-Q"), let quarter = Period.number(rest.dropFirst(2), digits: 1),
            (1...4).contains(quarter)
        {
            self.init(year: year, month: start + 3 * (quarter - 1), months: 3)
        } else if !fiscal, rest.hasPrefix("-"),
            let month = Period.number(rest.dropFirst(), digits: 2), (1...12).contains(month)
        {
            self.init(year: year, month: month, months: 1)
        } else {
            return nil
        }
    }

    public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

    /// `months` whole months from the first of `month` (which may exceed 12) of `year`.
    private init?(year: Int, month: Int, months: Int) {
        let end = month - 2 + months
        let (lastYear, lastMonth) = (year + end / 12, end % 12 + 1)
        guard
            let first = CalendarDate(
                year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1),
            let last = CalendarDate(
                year: lastYear, month: lastMonth,
                day: CalendarDate.days(inMonth: lastMonth, of: lastYear))
        else { return nil }
        self.init(first: first, last: last)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
