import Archive
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
    /// Numbers that were given and not entered yet, and where their files will lie, in small letters.
    private var given: [String: String] = [:]

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
                    hint: "issue with --date \(latest) or later; if that day is still to come, set "
                        + "the machine's clock right")
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
        let number = series.number(counter, in: year)
        let path = Archive.path(
            customer: invoice.buyer.id, date: date, number: number, rendition: 1, .json)
        if let other = try taken(number, path, in: transaction) {
            findings.add(
                Diagnostic(
                    code: "number-collision",
                    "the next number of series \(series.id) is taken, or its files would be another's",
                    at: company.node.location(of: "series"), found: number,
                    expected: "not as \(other)",
                    hint:
                        "in names of files / is -, and not every disk tells large letters from small; "
                        + "give the series another pattern with init --replace"))
            return nil
        }
        last[series.id] = counter
        given[number.lowercased()] = number
        given[path.lowercased()] = number
        return Given(number: number, series: series, year: year, counter: counter)
    }

    /// The document that has a number already, or files of the same names, in any case.
    private func taken(
        _ number: String, _ path: String, in transaction: borrowing Transaction
    ) throws -> String? {
        if let other = given[number.lowercased()] ?? given[path.lowercased()] { return other }
        return try Books.numberTaken(number, in: transaction)
            ?? Archive.document(at: path, in: transaction)
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
