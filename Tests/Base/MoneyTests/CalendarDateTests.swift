import Money
import Testing

struct CalendarDateTests {
    @Test("Every day from 1600 to 2400 follows the one before and reads back from its text")
    func everyDay() throws {
        var expected = (year: 1600, month: 1, day: 1)
        let first = try #require(CalendarDate("1600-01-01"))
        let last = try #require(CalendarDate("2400-12-31"))
        for number in first.dayNumber...last.dayNumber {
            let date = CalendarDate(dayNumber: number)
            let (year, month, day) = expected
            guard date.components == expected,
                CalendarDate(year: year, month: month, day: day) == date
            else {
                Issue.record("day \(number) is \(date), not \(expected)")
                return
            }
            // Texts are slow to make here; thirteen days reach every day of month and weekday.
            if number % 13 == 0, CalendarDate(date.description) != date {
                Issue.record("\(date) does not read back")
                return
            }
            expected = nextDay(expected)
        }
        #expect(expected == (2401, 1, 1))
    }

    @Test(
        "Known days have their known numbers",
        arguments: [
            ("0001-01-01", -719_162), ("1600-02-29", -135_081), ("1700-03-01", -98_556),
            ("1858-11-17", -40_587), ("1899-12-30", -25_569), ("1970-01-01", 0),
            ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-11-16", 20_773),
            ("2038-01-19", 24_855), ("2100-03-01", 47_541), ("9999-12-31", 2_932_896),
        ] as [(String, Int32)])
    func knownDays(text: String, number: Int32) throws {
        #expect(CalendarDate(text)?.dayNumber == number)
        #expect(CalendarDate(dayNumber: number).description == text)
    }

    @Test(
        "What is no day in the form 2026-04-30 is refused",
        arguments: [
            "", "2026-04-31", "2026-02-29", "1900-02-29", "2100-02-29", "2026-00-10", "2026-13-01",
            "2026-01-00", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "20260101",
            "2026-01-01 ", " 2026-01-01", "2026-01-01T00:00", "0000-01-01", "-001-01-01",
            "2026-0१-01", "30-04-2026", "+026-01-01",
        ])
    func refuses(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(
        "Days are added across months and leap days and stop at the ends of the calendar",
        arguments: [
            ("2026-01-31", 30, "2026-03-02"), ("2024-02-28", 1, "2024-02-29"),
            ("2024-03-01", -1, "2024-02-29"), ("2026-12-31", 1, "2027-01-01"),
            ("2026-06-15", 0, "2026-06-15"), ("2026-06-15", .max, "9999-12-31"),
            ("2026-06-15", .min, "0001-01-01"), ("0001-01-01", 3_652_058, "9999-12-31"),
        ] as [(String, Int, String)])
    func adds(text: String, days: Int, expected: String) throws {
        #expect(try #require(CalendarDate(text)).adding(days: days).description == expected)
    }

    /// The day after, by the rule as the calendar states it.
    private func nextDay(_ date: (year: Int, month: Int, day: Int)) -> (Int, Int, Int) {
        let isLeap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
        return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
    }
}
