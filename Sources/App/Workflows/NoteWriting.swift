import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// Writes credit notes, debit notes and refund vouchers about issued documents: reads the document
/// from the archive, reckons from what earlier notes have left of it, numbers and files the note.
public struct NoteWriting {
    public struct Request: Sendable {
        /// Raises the document instead of lowering it.
        public var isDebit = false
        public var extent = Extent.whole
        /// Stands on the note; a return's own where `nil`.
        public var reason: String?
        /// India: a commercial credit note without tax.
        public var isFinancial = false
        /// Today in the company's time zone where `nil`.
        public var date: CalendarDate?

        public init() {}
    }

    /// How much of the document, in the words of whoever asks.
    public enum Extent: Sendable {
        case whole
        case lines([(line: Int, size: Size)])
        case amount(Decimal)
        /// What came back with a return.
        case goods(String)
    }

    public enum Size: Sendable {
        case all
        case quantity(Decimal)
        case amount(Decimal)
    }

    /// A note that was filed.
    public struct Written: Sendable {
        public let note: Books.Document
        public let original: Books.Document
        /// The return it is for.
        public let goods: String?
    }

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

    /// Writes a credit note for each return that is due, by day and id, each filed by itself. One
    /// that cannot be written is told and passed over.
    public func creditReturns(
        _ request: Request
    ) throws -> (written: [Written], refused: [String]) {
        let due = try books.connection.transaction(.deferred) { transaction in
            try Books.returnsDue(
                until: world.issueDate(request.date, of: books.company(in: transaction)),
                in: transaction)
        }
        var written: [Written] = []
        var refused: [String] = []
        for (index, goods) in due.enumerated() {
            var one = request
            one.extent = .goods(goods)
            if let note = try run(nil, one) { written.append(note) } else { refused.append(goods) }
            world.reporter.progress("crediting", done: index + 1, total: due.count)
        }
        world.reporter.endProgress()
        return (written, refused)
    }

    /// Writes one note; `nil` after findings, which are told to the reporter.
    ///
    /// - Parameter number: the document it is about, in any case; `nil`: the one that billed the
    ///   goods of the return.
    public func run(_ number: String?, _ request: Request) throws -> Written? {
        let reason = try request.reason.map {
            try OrderStates.Decision(reason: $0, by: "-").reason ?? $0
        }
        let findings = Findings()
        let written = try books.change { transaction -> Written? in
            let company = try books.company(in: transaction)
            let goods = try goods(request.extent, number, in: transaction)
            guard let number = number ?? goods?.document else {
                throw UsageError("which document?", hint: "bijak credit NUMBER --reason …")
            }
            let original = try books.document(number, in: transaction)
            try checkState(original, in: transaction)
            if goods == nil, !request.isDebit, request.extent.takesQuantities {
                try checkReturns(original, in: transaction)
            }
            let invoice = try books.invoice(original.number, in: transaction)
            guard let reason = reason ?? goods.map({ $0.reason ?? "goods returned, \($0.id)" })
            else { throw UsageError("--reason is missing", hint: "it stands on the note") }
            let filing = Filing(
                books: books, workshop: workshop, company: company,
                date: try world.issueDate(request.date, of: company),
                stamp: try world.stamp(company))
            let ledger = NoteLedger(original: original, invoice: invoice)
            let asked = try ledger.request(request, goods, reason, in: transaction, findings)
            if findings.hasErrors { return nil }
            return try write(asked, goods, ledger, filing, in: transaction, findings)
        }
        findings.diagnostics.forEach(world.reporter.report)
        return written
    }

    private func write(
        _ request: NoteRequest, _ goods: Books.CreditableReturn?, _ ledger: NoteLedger,
        _ filing: Filing, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> Written? {
        let (original, invoice) = (ledger.original, ledger.invoice)
        let standing = try ledger.standing(in: transaction)
        guard
            let (note, movements) = invoice.note(
                request, standing, company: filing.company, issueDate: filing.date, findings),
            try ledger.checkAdvance(note, in: transaction, findings),
            let entry = try filing.file(
                note, about: original.number, lines: invoice.lines(of: movements),
                in: transaction, findings,
                also: { entry, transaction in
                    try Books.addNote(
                        entry.number, on: original.number, movements, in: transaction)
                    if original.kind == .advance {
                        try Books.addPrepayment(
                            entry.number, of: original.number, Books.TaxedAmount(note),
                            in: transaction)
                    }
                    if let goods {
                        try Books.credited(goods.id, by: entry.number, in: transaction)
                    }
                })
        else { return nil }
        return Written(note: entry, original: original, goods: goods?.id)
    }

    /// What came back is credited as its return, lest it is credited again when that comes up.
    private func checkReturns(
        _ document: Books.Document, in transaction: borrowing Transaction
    ) throws {
        let due = try Books.returnsDue(of: document.number, in: transaction)
        guard let first = due.first else { return }
        throw UsageError(
            "goods of \(document.number) came back and are not credited yet: "
                + due.prefix(20).joined(separator: ", "),
            hint: "first bijak credit --return \(first), or --returns for all")
    }

    /// Only what asks for money or has received it can be credited, raised or refunded.
    private func checkState(
        _ document: Books.Document, in transaction: borrowing Transaction
    ) throws {
        if document.state == .cancelled {
            throw UsageError(
                "\(document.number) was cancelled\(try books.story(of: document, in: transaction))",
                hint: "it asks for nothing; what it billed is billed by another document")
        }
        switch document.kind {
        case .invoice, .advance: return
        case .proforma:
            throw UsageError(
                "\(document.number) is a proforma, which asks for nothing",
                hint: "notes are written on invoices and advances")
        case .creditNote, .debitNote, .refundVoucher:
            let original = document.original ?? "its original"
            throw UsageError(
                "\(document.number) is itself a note, on \(original)",
                hint: "write another note on \(original), or cancel \(document.number)")
        }
    }

    /// The return that a note is asked for.
    private func goods(
        _ extent: Extent, _ number: String?, in transaction: borrowing Transaction
    ) throws -> Books.CreditableReturn? {
        guard case .goods(let id) = extent else { return nil }
        guard let goods = try Books.goodsReturn(id, in: transaction) else {
            throw UsageError(
                "no return \(id) is in these books",
                hint: "bijak credit --returns writes notes for all that are due")
        }
        if let note = goods.note {
            throw UsageError("return \(id) was credited already, by \(note)")
        }
        guard goods.isCreditDue, let document = goods.document else {
            throw UsageError(
                "nothing of return \(id) was billed: it needs no credit note",
                hint: "what came back before it was billed is left out of the invoice")
        }
        if let number, number.lowercased() != document.lowercased() {
            throw UsageError(
                "what came back with \(id) was billed on \(document), not on \(number)")
        }
        return goods
    }
}

extension NoteWriting.Extent {
    /// Whether pieces are credited, as they are when they come back, and not only money.
    fileprivate var takesQuantities: Bool {
        switch self {
        case .whole: true
        case .amount, .goods: false
        case .lines(let lines):
            lines.contains { line in
                if case .amount = line.size { return false }
                return true
            }
        }
    }
}
