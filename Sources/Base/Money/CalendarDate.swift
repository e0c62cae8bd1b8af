/// A day of the proleptic Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let dayNumber: Int32

    /// 0001-01-01 and 9999-12-31: what four digits of a year can write.
    public static let first = CalendarDate(dayNumber: -719_162)
    public static let last = CalendarDate(dayNumber: 2_932_896)

    /// - Precondition: not before `first`, not after `last`.
    public init(dayNumber: Int32) {
        precondition((-719_162...2_932_896).contains(dayNumber), "years are 1 to 9999")
        self.dayNumber = dayNumber
    }

    /// The day of a year (1…9999), month and day; `nil` where the calendar has none such.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        // Years begin in March so that the leap day is the last of its year.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `2026-04-30`, exactly ten characters.
    public init?(_ text: some StringProtocol) {
        var parts = (year: 0, month: 0, day: 0)
        var place = 0
        for byte in text.utf8 {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0..<4, 48...57): parts.year = parts.year * 10 + Int(byte - 48)
            case (5..<7, 48...57): parts.month = parts.month * 10 + Int(byte - 48)
            case (8..<10, 48...57): parts.day = parts.day * 10 + Int(byte - 48)
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { components.year }
    public var month: Int { components.month }
    public var day: Int { components.day }

    /// ISO 8601: `2026-04-30`.
    public var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

    /// The day so many days later or, where negative, earlier; the calendar's `first` or `last`
    /// day where that lies outside.
    public func adding(days: Int) -> CalendarDate {
        let range = Int(CalendarDate.first.dayNumber)...Int(CalendarDate.last.dayNumber)
        // Clamped first: no sum of two days of the calendar overflows.
        let span = min(max(days, -10_000_000), 10_000_000)
        let day = min(max(Int(dayNumber) + span, range.lowerBound), range.upperBound)
        return CalendarDate(dayNumber: Int32(day))
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// `number` in decimal with at least `width` digits.
public func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
