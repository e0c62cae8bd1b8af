import Money

/// How long an issued document must be kept, by the law of the seller's country.
///
/// The shortest time that the law allows. What an open assessment, appeal or dispute adds to it is
/// a legal hold.
public struct Retention: Sendable, Hashable {
    /// What the law calls such papers: what follows from it is the number of years.
    public enum Class: String, Sendable, CaseIterable {
        /// Invoices, notes and vouchers on advances.
        case voucher
        /// The books themselves: every number, entry and event.
        case books
    }

    public let kind: Class
    /// The last day on which it must be there.
    public let until: CalendarDate
    /// The law it follows from; that none is known where that is so.
    public let law: String

    /// - Parameter country: the seller's, ISO 3166-1.
    public init(_ kind: Class, of date: CalendarDate, country: String) {
        self.kind = kind
        switch country {
        case "IN":
            // Eight years from the day the annual return of the financial year is due: 31 December
            // after it (CGST Act s. 44, Rule 80). Covers 72 months of s. 36 from that day and eight
            // financial years of the Companies Act 2013, s. 128(5).
            let end = date.month >= 4 ? date.year + 1 : date.year
            until = Retention.lastDay(of: end + 8)
            law = "CGST Act s. 36, Companies Act 2013 s. 128(5)"
        case "DE":
            // From the end of the calendar year (§ 147 Abs. 4 AO): invoices eight years, books ten.
            until = Retention.lastDay(of: date.year + (kind == .voucher ? 8 : 10))
            law = kind == .voucher ? "§ 14b UStG, § 147 Abs. 3 AO" : "§ 147 Abs. 3 AO"
        default:
            // No rule is known here: ten years from the end of the year, the longest of those above.
            until = Retention.lastDay(of: date.year + 10)
            law = "no rule is known for \(country)"
        }
    }

    /// The class of a kind of document.
    public static func kind(of document: DocumentKind) -> Class { .voucher }

    private static func lastDay(of year: Int) -> CalendarDate {
        CalendarDate(year: min(year, 9999), month: 12, day: 31) ?? .last
    }
}
