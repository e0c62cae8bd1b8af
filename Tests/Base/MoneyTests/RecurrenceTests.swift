import Money
import Testing

struct RecurrenceTests {
    @Test(
        "Months are added to a day, clamped to the month's end and the calendar's",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2026-01-31", 2, "2026-03-31"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-11-30", 3, "2027-02-28"), ("2026-12-15", 1, "2027-01-15"),
            ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", -48, "2020-02-29"), ("2026-06-15", 0, "2026-06-15"),
            ("0001-01-31", -1, "0001-01-01"), ("9999-12-01", 1, "9999-12-31"),
            ("2026-06-15", .max, "9999-12-31"), ("2026-06-15", .min, "0001-01-01"),
        ] as [(String, Int, String)])
    func addsMonths(text: String, months: Int, expected: String) throws {
        #expect(try #require(CalendarDate(text)).adding(months: months).description == expected)
    }

    @Test(
        "A month's last day is known in leap years too",
        arguments: [
            ("2026-02-01", "2026-02-28"), ("2024-02-29", "2024-02-29"),
            ("1900-02-10", "1900-02-28"), ("2000-02-10", "2000-02-29"),
            ("2026-04-30", "2026-04-30"), ("9999-12-01", "9999-12-31"),
        ])
    func lastOfMonth(text: String, expected: String) throws {
        #expect(try #require(CalendarDate(text)).lastOfMonth.description == expected)
    }

    @Test(
        "A period begins on the anchor's day or the last of a shorter month, without drifting",
        arguments: [
            ("2026-01-31", 1, 0, "2026-01-31", "2026-02-27"),
            ("2026-01-31", 1, 1, "2026-02-28", "2026-03-30"),
            ("2026-01-31", 1, 2, "2026-03-31", "2026-04-29"),
            ("2026-01-31", 1, 25, "2028-02-29", "2028-03-30"),
            ("2025-11-30", 3, 1, "2026-02-28", "2026-05-29"),
            ("2024-02-29", 12, 1, "2025-02-28", "2026-02-27"),
            ("2024-02-29", 12, 4, "2028-02-29", "2029-02-27"),
            ("2026-04-01", 6, 1, "2026-10-01", "2027-03-31"),
            ("2026-04-01", 1, -1, "2026-03-01", "2026-03-31"),
            ("9999-12-01", 1, 0, "9999-12-01", "9999-12-31"),
            ("2026-04-01", 1, .max, "9999-12-31", "9999-12-31"),
            ("2026-04-01", 1, .min, "0001-01-01", "0001-01-01"),
        ] as [(String, Int, Int, String, String)])
    func periods(anchor: String, months: Int, k: Int, first: String, last: String) throws {
        let recurrence = Recurrence(anchor: try #require(CalendarDate(anchor)), months: months)
        #expect(recurrence.start(k).description == first)
        #expect(recurrence.period(k).first.description == first)
        #expect(recurrence.period(k).last.description == last)
    }

    /// Every day of a leap year as anchor: each day of the month, each month, 29 February.
    @Test(
        "Over 30 years periods tile the days without gap or overlap", arguments: [1, 3, 6, 12])
    func tiles(months: Int) throws {
        let january = try #require(CalendarDate("2024-01-01"))
        for anchor in (0..<366).map({ january.adding(days: $0) }) {
            let recurrence = Recurrence(anchor: anchor, months: months)
            #expect(recurrence.index(of: anchor.adding(days: -1)) == nil)
            #expect(recurrence.start(0) == anchor)
            for k in 0..<(360 / months) {
                let (period, next) = (recurrence.period(k), recurrence.start(k + 1))
                let (year, month, day) = period.first.components
                let elapsed = (year - anchor.year) * 12 + month - anchor.month
                guard period.last.adding(days: 1) == next, period.first < next,
                    elapsed == k * months,
                    day == min(anchor.day, CalendarDate.days(inMonth: month, of: year)),
                    recurrence.index(of: period.first) == k, recurrence.index(of: period.last) == k
                else {
                    Issue.record("anchor \(anchor), \(months) months, period \(k): \(period)")
                    return
                }
            }
        }
    }
}
