import Archive
import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// Numbers, makes and files a document that is asked for by itself, inside the transaction of whoever
/// asks: what `Batch` does for many invoices.
struct Filing {
    let books: BooksFolder
    let workshop: Workshop
    let company: Company
    let date: CalendarDate
    let stamp: Stamp

    /// The document under its number, filed and entered; `nil` after findings.
    ///
    /// - Parameters:
    ///   - original: of a note, the document that it is about.
    ///   - lines: what it adds to what is billed of order lines, or takes off that.
    ///   - also: enters what else follows from it, before the trail has it.
    func file(
        _ invoice: Invoice, about original: String? = nil, lines: [Books.DocumentLine] = [],
        in transaction: borrowing Transaction, _ findings: Findings,
        also: (Books.Document, borrowing Transaction) throws -> Void = { _, _ in }
    ) throws -> Books.Document? {
        var numbers = NumberRun(company, on: date)
        guard let given = try numbers.next(invoice, in: transaction, findings) else { return nil }
        let numbered = invoice.numbered(given.number)
        let made = workshop.makers[0].make(numbered)
        made.diagnostics.forEach(findings.add)
        guard made.isMade, !findings.hasErrors else { return nil }
        let recipe = try books.write([made], by: workshop, in: transaction).first
        let entry = Books.Document(numbered, about: original)
        try Books.add(
            entry, series: given.series, year: given.year, counter: given.counter, events: [],
            lines: lines, in: transaction)
        try Archive.file(
            given.number, rendition: 1, made.files.map(\.file), recipe: recipe, in: transaction)
        try numbered.enterPortalEntry(made.files, in: transaction)
        try also(entry, transaction)
        try stamp.enter(invoice.kind.action, entry.number, entry.summary, in: transaction)
        try Books.addText(Books.SearchText(numbered), of: given.number, in: transaction)
        return entry
    }
}

extension Books.Document {
    /// The entry of a numbered document.
    init(_ invoice: Invoice, about original: String? = nil) {
        self.init(
            number: invoice.number, kind: invoice.kind, issueDate: invoice.issueDate,
            customer: invoice.buyer.id, customerName: invoice.buyer.name,
            order: invoice.order.id, purchaseOrder: invoice.order.purchaseOrder,
            taxable: invoice.totals.taxable, tax: invoice.totals.tax,
            payable: invoice.totals.payable, original: original)
    }
}

extension Books.Document {
    /// What the trail says of its issue.
    var summary: String {
        (original.map { "on \($0), " } ?? "") + "order \(order), \(payable) to \(customer)"
    }
}

extension Books.TaxedAmount {
    /// What an advance or a refund comes to.
    init(_ invoice: Invoice) {
        self.init(
            taxable: invoice.totals.taxable, taxes: invoice.totals.taxes, tax: invoice.totals.tax,
            total: invoice.totals.payable)
    }

    init(_ prepayment: Invoice.Prepayment) {
        self.init(
            taxable: prepayment.taxable, taxes: prepayment.taxes, tax: prepayment.tax,
            total: prepayment.total)
    }
}
