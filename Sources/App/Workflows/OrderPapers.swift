import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// Documents about an order of which nothing need be delivered: proformas, and the receipt vouchers
/// or deposit invoices of money received for it.
public struct OrderPapers {
    let books: BooksFolder
    let world: World
    private let workshop: Workshop

    public init(_ books: BooksFolder, world: World) throws {
        self.books = books
        self.world = world
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        workshop = try Workshop(company, books, world)
    }

    /// A proforma of the whole order: bills nothing, and can be made again; `nil` after findings.
    public func proforma(_ order: String, on date: CalendarDate?) throws -> Books.Document? {
        try file(order, on: date) { reviewed, master, date, findings, _ in
            Calculator.invoice(
                .whole(reviewed), company: master.company, rates: master.rates, issueDate: date,
                kind: .proforma, findings)
        }
    }

    /// The receipt voucher or deposit invoice of money received for an order; `nil` after findings.
    ///
    /// - Parameters:
    ///   - amount: with tax, in the order's currency.
    ///   - received: the day on which it came in; the date of the document where `nil`.
    public func advance(
        _ order: String, _ amount: Decimal, received: CalendarDate?, on date: CalendarDate?
    ) throws -> Books.Document? {
        try file(order, on: date) { reviewed, master, date, findings, transaction in
            let received = received ?? date
            if received > date {
                throw UsageError(
                    "money that comes in on \(received) has no document of \(date)",
                    hint: "--received is the day of the receipt, --date or today the document's")
            }
            let currency = reviewed.order.currency
            guard let money = currency.money(amount) else {
                throw UsageError("\(amount) is more money than can be reckoned with")
            }
            if money.value != amount {
                throw UsageError(
                    "\(amount) has more decimals than \(currency)",
                    hint: "--amount is in the currency of order \(reviewed.order.id)")
            }
            return AdvanceDocument.invoice(
                reviewed, amount: money,
                already: try Books.settled(
                    of: reviewed.order.id, in: currency, in: transaction),
                received: received, company: master.company, rates: master.rates, issueDate: date,
                findings)
        } entered: { invoice, document, transaction in
            try Books.addAdvance(
                document.number, of: document.order, received: invoice.taxPoint,
                Books.TaxedAmount(invoice), in: transaction)
        }
    }

    private func file(
        _ id: String, on asked: CalendarDate?,
        _ make: (
            ReviewedOrder, MasterData, CalendarDate, Findings, borrowing Transaction
        ) throws -> Invoice?,
        entered: (Invoice, Books.Document, borrowing Transaction) throws -> Void = { _, _, _ in }
    ) throws -> Books.Document? {
        let findings = Findings(subject: "order \(id)")
        let filed = try books.change {
            transaction -> Books.Document? in
            let master = try books.masterData(in: transaction)
            let date = try world.issueDate(asked, of: master.company)
            guard let reviewed = try books.reviewed(id, master, in: transaction, findings),
                let invoice = try make(reviewed, master, date, findings, transaction),
                !findings.hasErrors
            else { return nil }
            let filing = Filing(
                books: books, workshop: workshop, company: master.company, date: date,
                stamp: try world.stamp(master.company))
            return try filing.file(
                invoice, in: transaction, findings,
                also: { document, transaction in try entered(invoice, document, transaction) })
        }
        findings.diagnostics.forEach(world.reporter.report)
        return filed
    }
}
