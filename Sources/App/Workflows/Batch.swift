import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// One batch of billable groups on their way to filed invoices, in one transaction.
struct Batch {
    let books: BooksFolder
    let workshop: Workshop
    private(set) var master: MasterData
    /// The state of the books as of which `master` was read.
    private(set) var dataVersion: Int64
    let date: CalendarDate
    let stamp: Stamp
    private(set) var findings: [Diagnostic] = []
    /// Groups that were refused, by name.
    private(set) var refused: Set<String> = []
    private(set) var documents: [Filed] = []

    /// A document that was filed.
    struct Filed {
        let entry: Books.Document
        let given: NumberRun.Given
    }

    /// An invoice that has passed its checks.
    private struct Sound {
        let invoice: Invoice
        let group: Books.UnbilledGroup
        let attachments: [Books.Attachment]
    }

    /// A sound invoice under its number, with its files made.
    private struct Made {
        let sound: Sound
        let given: NumberRun.Given
        let document: MadeDocument
    }

    /// What may travel with the invoices of one batch, in bytes, unless one alone has more.
    private static let attachedBytes = 16 << 20

    init(
        books: BooksFolder, workshop: Workshop, master: MasterData, dataVersion: Int64,
        date: CalendarDate, stamp: Stamp
    ) {
        self.books = books
        self.workshop = workshop
        self.master = master
        self.dataVersion = dataVersion
        self.date = date
        self.stamp = stamp
    }

    /// Issues the groups after a place; `true` when there are no more.
    mutating func run(
        after cursor: inout Books.Cursor, until: CalendarDate, customer: String?
    ) throws -> Bool {
        var isLast = true
        var place = cursor
        try books.change { transaction in
            try refresh(in: transaction)
            let unbilled = try Books.unbilled(
                after: cursor, until: until, customer: customer, limit: Issuing.batchSize,
                in: transaction)
            var batch = unbilled[...]
            var groups = try BillableGroup.sequence(batch, books, in: transaction)
            let cuts = [placeOfSharedAdvance(groups), placeOfHeavyAttachments(groups)]
            if let cut = cuts.compactMap({ $0 }).min() {
                batch = batch[..<cut]
                groups.removeSubrange(cut...)
            }
            var made = try make(price(batch, groups), in: transaction)
            while let cut = placeAfterRefusal(in: batch) {
                batch = batch[..<cut]
                (findings, refused) = ([], [])
                made = try make(
                    price(batch, BillableGroup.sequence(batch, books, in: transaction)),
                    in: transaction)
            }
            isLast = batch.count == unbilled.count && batch.count < Issuing.batchSize
            guard let end = batch.last else { return }
            place = end.cursor
            if made.isEmpty { return }
            let recipes = try books.write(
                made.map(\.document), by: workshop, in: transaction)
            for (one, recipe) in zip(made, recipes) { try enter(one, recipe, in: transaction) }
        }
        cursor = place
        return isLast
    }

    /// Reads contracts, prices and customers again where another process has written since.
    private mutating func refresh(in transaction: borrowing Transaction) throws {
        let version = try books.connection.dataVersion()
        if version == dataVersion { return }
        master = try books.masterData(in: transaction)
        dataVersion = version
    }

    /// Where the batch must end: at the first group with an order of which an earlier group was
    /// refused, because it was calculated as if that one were billed.
    private func placeAfterRefusal(in batch: ArraySlice<Books.UnbilledGroup>) -> Int? {
        if refused.isEmpty { return nil }
        var orders: Set<String> = []
        for (index, group) in zip(batch.indices, batch) {
            let its = Set(group.events.map(\.order))
            if !orders.isDisjoint(with: its) { return index }
            if refused.contains(group.group) { orders.formUnion(its) }
        }
        return nil
    }

    /// Where the batch must end: at the first group whose advances an earlier one may take off.
    private func placeOfSharedAdvance(_ groups: [BillableGroup]) -> Int? {
        var orders: Set<String> = []
        for (index, group) in groups.enumerated() where !group.advances.isEmpty {
            if !orders.isDisjoint(with: group.orders) { return index }
            orders.formUnion(group.orders)
        }
        return nil
    }

    /// Where the batch must end, so that what travels with its invoices fits into memory: at the
    /// first group past `attachedBytes`, but not before the second.
    private func placeOfHeavyAttachments(_ groups: [BillableGroup]) -> Int? {
        var bytes = 0
        for (index, group) in groups.enumerated() {
            bytes += group.attachedBytes
            if bytes > Batch.attachedBytes, index > 0 { return index }
        }
        return nil
    }

    /// Reads, reviews and calculates, in parallel; what has errors is refused.
    private mutating func price(
        _ batch: ArraySlice<Books.UnbilledGroup>, _ groups: [BillableGroup]
    ) -> [Sound] {
        let (master, date) = (master, date)
        let priced = inParallel(groups, workshop.makers) { _, group in
            let findings = Findings()
            let invoice = group.invoice(master, on: date, findings)
            return (findings.hasErrors ? nil : invoice, findings.diagnostics)
        }
        var sound: [Sound] = []
        for ((group, billable), (invoice, diagnostics)) in zip(zip(batch, groups), priced) {
            findings += diagnostics
            if let invoice {
                sound.append(
                    Sound(invoice: invoice, group: group, attachments: billable.attachments))
            } else {
                refused.insert(group.group)
            }
        }
        return sound
    }

    /// Numbers the invoices and makes their files. Where one cannot be made, it is refused and the
    /// others are numbered again, so that no gap is left.
    private mutating func make(
        _ sound: [Sound], in transaction: borrowing Transaction
    ) throws -> [Made] {
        var rest = sound
        while true {
            var numbers = NumberRun(master.company, on: date)
            var numbered: [(sound: Sound, given: NumberRun.Given)] = []
            for one in rest {
                let findings = Findings(subject: "order \(one.invoice.order.id)")
                if let given = try numbers.next(one.invoice, in: transaction, findings) {
                    numbered.append((one, given))
                } else {
                    refuse(one, findings.diagnostics)
                }
            }
            let invoices = numbered.map { $0.sound.invoice.numbered($0.given.number) }
            let results = inParallel(invoices, workshop.makers) { maker, invoice in
                maker.make(invoice)
            }
            if results.allSatisfy(\.isMade) {
                return zip(numbered, results).map { pair, result in
                    findings += result.diagnostics
                    return Made(sound: pair.sound, given: pair.given, document: result)
                }
            }
            rest = []
            for (pair, result) in zip(numbered, results) {
                if result.isMade {
                    rest.append(pair.sound)
                } else {
                    refuse(pair.sound, result.diagnostics)
                }
            }
        }
    }

    private mutating func refuse(_ one: Sound, _ diagnostics: [Diagnostic]) {
        findings += diagnostics
        refused.insert(one.group.group)
    }

    private mutating func enter(
        _ made: Made, _ recipe: [UInt8], in transaction: borrowing Transaction
    ) throws {
        let invoice = made.sound.invoice
        let numbered = invoice.numbered(made.given.number)
        let entry = Books.Document(numbered)
        try Books.add(
            entry, series: made.given.series, year: made.given.year, counter: made.given.counter,
            events: made.sound.group.events.map(\.id), lines: invoice.documentLines,
            in: transaction)
        for prepayment in invoice.prepayments {
            try Books.addPrepayment(
                entry.number, of: prepayment.number, Books.TaxedAmount(prepayment),
                in: transaction)
        }
        for attachment in made.sound.attachments {
            try Books.enclose(attachment: attachment.id, in: entry.number, transaction)
        }
        try Archive.file(
            made.given.number, rendition: 1, made.document.files.map(\.file), recipe: recipe,
            in: transaction)
        try numbered.enterPortalEntry(made.document.files, in: transaction)
        try stamp.enter(invoice.kind.action, entry.number, entry.summary, in: transaction)
        try Books.addText(Books.SearchText(numbered), of: entry.number, in: transaction)
        documents.append(Filed(entry: entry, given: made.given))
    }
}

extension Invoice {
    /// What it bills of each order line, in the order of its own lines.
    var documentLines: [Books.DocumentLine] {
        lines.map { line in
            Books.DocumentLine(
                order: parts[line.part].order.id, line: line.orderLine,
                quantity: line.quantity, taxable: line.taxable)
        }
    }
}
