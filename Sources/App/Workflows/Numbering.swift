import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

extension Company {
    /// The series that numbers documents of a kind and scope; the first that fits.
    func series(for kind: DocumentKind, _ scope: Series.Scope) -> Series? {
        let its = series.filter { $0.kinds.contains(kind) }
        return its.first { $0.scope == scope } ?? its.first { $0.scope == .any }
    }
}

/// Gives numbers without gaps: each series continues after the last that the books hold.
struct NumberRun {
    private let company: Company
    private let year: FiscalYear
    private let date: CalendarDate
    private var last: [String: Int] = [:]

    /// A number that was given, to be entered with its document.
    struct Given: Sendable {
        let number: String
        let series: Series
        let year: FiscalYear
        let counter: Int
    }

    init(_ company: Company, on date: CalendarDate) {
        self.company = company
        self.date = date
        year = company.fiscalYear(of: date)
    }

    /// The next number for an invoice; `nil` after a finding.
    ///
    /// - Throws: where the date lies before the last document of the series.
    mutating func next(
        _ invoice: Invoice, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> Given? {
        guard let series = company.series(for: invoice.kind, invoice.treatment.scope) else {
            findings.add(
                Diagnostic(
                    code: "no-series",
                    "no series numbers \(invoice.treatment.scope.rawValue) \(invoice.kind.rawValue)s",
                    at: company.node.location(of: "series"),
                    expected: "a series with kinds [\"\(invoice.kind.rawValue)\"] and scope "
                        + "\(invoice.treatment.scope.rawValue) or any",
                    hint: "add \(Series.example(of: invoice.kind)) to series in company.json, then "
                        + "bijak init --replace --company company.json"))
            return nil
        }
        if last[series.id] == nil {
            if let latest = try Books.lastDate(series, in: transaction), date < latest {
                throw UsageError(
                    "the last document of series \(series.id) is dated \(latest); \(date) is before it",
                    hint: "issue with --date \(latest) or later")
            }
            last[series.id] =
                try Books.lastCounter(series, year, in: transaction) ?? series.first - 1
        }
        let counter = (last[series.id] ?? 0) + 1
        if String(counter).utf8.count > series.counterWidth {
            findings.add(
                Diagnostic(
                    code: "series-full",
                    "series \(series.id) has used up its numbers of \(year.label)",
                    at: company.node.location(of: "series"),
                    hint: "give the company another series"))
            return nil
        }
        last[series.id] = counter
        return Given(
            number: series.number(counter, in: year), series: series, year: year, counter: counter)
    }
}

extension Series {
    /// A series that would number a kind of document, as it stands in a company's record.
    fileprivate static func example(of kind: DocumentKind) -> String {
        let initials =
            switch kind {
            case .invoice: "INV"
            case .creditNote: "CN"
            case .debitNote: "DN"
            case .proforma: "PI"
            case .advance: "AR"
            case .refundVoucher: "RF"
            }
        return "{\"id\": \"\(kind.rawValue)\", \"kinds\": [\"\(kind.rawValue)\"], "
            + "\"scope\": \"any\", \"pattern\": \"\(initials)/{fy}/{n:5}\"}"
    }
}
