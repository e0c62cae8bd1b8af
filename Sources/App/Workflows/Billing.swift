import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// One unbilled delivery as it stands in the books, ready to become an invoice.
struct BillableDelivery: Sendable {
    let order: Books.Kept
    let delivery: Books.Kept
    let deliveryID: String
    let quantities: [(line: Int, quantity: Decimal)]
    /// Billed before, by line.
    var billed: [Int: Decimal]

    /// Billed with this delivery, by line.
    var billedAfter: [Int: Decimal] {
        quantities.reduce(into: billed) { sums, line in
            let before = sums[line.line] ?? .zero
            sums[line.line] = Decimal(billionths: before.billionths + line.quantity.billionths)
        }
    }

    init(_ unbilled: Books.Unbilled, in transaction: borrowing Transaction) throws {
        guard let order = try Books.record(.orders, unbilled.order, in: transaction),
            let delivery = try Books.record(.deliveries, unbilled.delivery, in: transaction)
        else {
            throw EnvironmentError("the records of delivery \(unbilled.delivery) are missing")
        }
        self.order = order
        self.delivery = delivery
        deliveryID = unbilled.delivery
        quantities = try Books.quantities(of: unbilled.delivery, in: transaction)
        billed = try Books.billed(of: unbilled.order, in: transaction)
    }

    /// Deliveries with their records. One whose order has an earlier delivery among them starts from
    /// what that one bills.
    static func sequence(
        _ unbilled: ArraySlice<Books.Unbilled>, in transaction: borrowing Transaction
    ) throws -> [BillableDelivery] {
        var billed: [String: [Int: Decimal]] = [:]
        return try unbilled.map { one in
            var delivery = try BillableDelivery(one, in: transaction)
            if let before = billed[one.order] { delivery.billed = before }
            billed[one.order] = delivery.billedAfter
            return delivery
        }
    }

    /// The invoice for this delivery without its number; `nil` after findings.
    func invoice(_ master: MasterData, on date: CalendarDate, _ findings: Findings) -> Invoice? {
        guard let order = order.tree(.orders, findings).flatMap({ Order($0.root, findings) }),
            let delivery = delivery.tree(.deliveries, findings).flatMap({
                Delivery($0.root, findings)
            }),
            let reviewed = ReviewedOrder(order, master, findings)
        else { return nil }
        let lines = quantities.compactMap { number, quantity -> Fulfilment.Line? in
            guard let line = reviewed.lines.first(where: { $0.ordered.number == number }) else {
                return nil
            }
            let before = billed[number] ?? .zero
            let after = Decimal(billionths: before.billionths + quantity.billionths)
            return Fulfilment.Line(line: line, before: before, after: after)
        }
        return Calculator.invoice(
            Fulfilment(order: reviewed, delivery: delivery, lines: lines, isFirst: billed.isEmpty),
            company: master.company, issueDate: date, findings)
    }
}

extension Company {
    /// The series that numbers documents of a scope; the first that fits.
    func series(for scope: Series.Scope) -> Series? {
        series.first { $0.scope == scope } ?? series.first { $0.scope == .any }
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
        guard let series = company.series(for: invoice.treatment.scope) else {
            findings.add(
                Diagnostic(
                    code: "no-series",
                    "no series numbers \(invoice.treatment.scope.rawValue) documents",
                    at: company.node.location(of: "series"),
                    expected: "a series with scope \(invoice.treatment.scope.rawValue) or any"))
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
