import Money
import Testing

struct PeriodTests {
    @Test(
        "Every form of a period names its first and last day",
        arguments: [
            ("2026", 4, "2026-01-01", "2026-12-31"), ("2026-04", 4, "2026-04-01", "2026-04-30"),
            ("2026-12", 4, "2026-12-01", "2026-12-31"), ("2024-02", 4, "2024-02-01", "2024-02-29"),
            ("2026-04-15", 4, "2026-04-15", "2026-04-15"),
            ("2026-Q1", 4, "2026-01-01", "2026-03-31"), ("2026-Q4", 4, "2026-10-01", "2026-12-31"),
            ("FY2026-27", 4, "2026-04-01", "2027-03-31"), ("FY2026", 1, "2026-01-01", "2026-12-31"),
            ("FY1999-00", 4, "1999-04-01", "2000-03-31"),
            ("FY2026-27", 10, "2026-10-01", "2027-09-30"),
            ("FY2026-27-Q1", 4, "2026-04-01", "2026-06-30"),
            ("FY2026-27-Q4", 4, "2027-01-01", "2027-03-31"),
            ("FY2026-Q2", 1, "2026-04-01", "2026-06-30"),
            ("2026-04..2026-06", 4, "2026-04-01", "2026-06-30"),
            ("2026-Q1..2026-08-15", 4, "2026-01-01", "2026-08-15"),
            ("FY2025-26..FY2026-27", 4, "2025-04-01", "2027-03-31"),
            ("9999", 4, "9999-01-01", "9999-12-31"), ("0001-01", 4, "0001-01-01", "0001-01-31"),
        ] as [(String, Int, String, String)])
    func reads(text: String, start: Int, first: String, last: String) throws {
        let period = try #require(Period(text, fiscalYearStart: start))
        #expect(period.first.description == first)
        #expect(period.last.description == last)
        #expect(period.contains(period.first) && period.contains(period.last))
        #expect(period.first == .first || !period.contains(period.first.adding(days: -1)))
        #expect(period.last == .last || !period.contains(period.last.adding(days: 1)))
    }

    @Test(
        "Other forms are refused",
        arguments: [
            "", "26", "20266", "2026-4", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-Q12",
            "2026-q1", "2026-04-31", "FY2026", "FY2026-28", "FY2026-2027", "FY2026-27-Q5",
            "FY2026-27-04", "FY26-27", "2026..", "..2026", "..", "2026-06..2026-04",
            "2026..2027..2028", "2026...2027", "2026-04 ", "-2026", "0000", "２０２６", "FY9999-00",
        ])
    func refuses(text: String) { #expect(Period(text) == nil) }

    @Test(
        "A day belongs to the fiscal year that began last",
        arguments: [
            ("2026-03-31", 4, 2025, "2025-26", "25-26"),
            ("2026-04-01", 4, 2026, "2026-27", "26-27"),
            ("2026-11-16", 1, 2026, "2026", "26"), ("1999-12-31", 4, 1999, "1999-00", "99-00"),
            ("2009-07-01", 7, 2009, "2009-10", "09-10"),
        ] as [(String, Int, Int, String, String)])
    func fiscalYears(
        text: String, startMonth: Int, startYear: Int, label: String, shortLabel: String
    ) throws {
        let year = try FiscalYear(of: #require(CalendarDate(text)), startMonth: startMonth)
        #expect(year == FiscalYear(startYear: startYear, startMonth: startMonth))
        #expect(year.label == label)
        #expect(year.shortLabel == shortLabel)
    }
}
