import Archive
import Books
import Crypto
import Database
import Diagnostics
import EInvoice
import Formats
internal import Glibc
import Invoicing
import Money
import Trade
import Workflows

/// Issues on one thread what `issue` issues, from the same books and by the same functions, and
/// stops the time of each stage.
struct StageBench {
    /// As many as `issue` puts into one transaction.
    private static let batchSize = 128

    private let connection: Connection
    private let archive: String
    private let master: MasterData
    private let design: Design
    private let date: CalendarDate
    private(set) var timer = LapTimer()
    private(set) var issued = 0

    private struct Made {
        let invoice: Invoice
        let events: [String]
        let counter: Int
        var files: [(file: Archive.File, bytes: [UInt8])] = []
    }

    /// - Parameter books: a folder with books in which nothing is issued yet.
    init(_ setting: Setting, books: String) throws {
        archive = "\(books)/archive"
        guard let date = CalendarDate(OrderGenerator.issueDate) else {
            throw EnvironmentError("\(OrderGenerator.issueDate) is no date")
        }
        self.date = date
        let folder = try BooksFolder(books)
        connection = try Connection.open("\(books)/books.sqlite")
        master = try connection.transaction(.deferred) { try folder.masterData(in: $0) }
        design = try Design(master.company, templates: setting.templates, fonts: setting.fonts)
    }

    mutating func run() throws {
        timer = LapTimer()
        var cursor = Books.Cursor.start
        while try batch(after: &cursor) {}
    }

    /// Files the next batch; `false` where there is none.
    private mutating func batch(after cursor: inout Books.Cursor) throws -> Bool {
        var isEmpty = false
        var end = cursor
        try connection.transaction(.immediate) { transaction in
            let unbilled = try Books.unbilled(
                after: cursor, until: date, customer: nil, limit: Self.batchSize, in: transaction)
            guard let last = unbilled.last, let series = master.company.series.first else {
                isEmpty = true
                return
            }
            end = last.cursor
            let year = master.company.fiscalYear(of: date)
            var counter = try Books.lastCounter(series, year, in: transaction) ?? series.first - 1
            timer.ended(.read)
            var batch: [Made] = []
            for group in unbilled {
                counter += 1
                let number = series.number(counter, in: year)
                let invoice = try invoice(group, in: transaction).numbered(number)
                var made = Made(
                    invoice: invoice, events: group.events.map(\.id), counter: counter)
                try make(&made)
                batch.append(made)
            }
            try write(batch)
            for made in batch { try enter(made, series, year, in: transaction) }
            timer.ended(.index)
        }
        timer.ended(.commit)
        cursor = end
        return !isEmpty
    }

    private mutating func invoice(
        _ group: Books.UnbilledGroup, in transaction: borrowing Transaction
    ) throws -> Invoice {
        let findings = Findings()
        var parts: [Fulfilment.Part] = []
        for event in group.events { parts.append(try part(event, findings, in: transaction)) }
        let invoice = Calculator.invoice(
            Fulfilment(parts), company: master.company, issueDate: date, findings)
        timer.ended(.price)
        guard let invoice else { throw refused(findings) }
        return invoice
    }

    /// A delivery and what it makes billable.
    private mutating func part(
        _ event: Books.UnbilledEvent, _ findings: Findings, in transaction: borrowing Transaction
    ) throws -> Fulfilment.Part {
        guard let keptOrder = try Books.record(.orders, event.order, in: transaction),
            let keptDelivery = try Books.record(.deliveries, event.id, in: transaction)
        else { throw EnvironmentError("the records of \(event.id) are missing") }
        let quantities = try Books.quantities(of: event.id, in: transaction)
        let billed = try Books.billed(of: event.order, in: transaction)
        var context = OrderContext(isNew: false)
        context.approvals = try Books.approvals(of: event.order, in: transaction)
        timer.ended(.read)
        guard let order = keptOrder.tree(.orders, findings).flatMap({ Order($0.root, findings) }),
            let delivery = keptDelivery.tree(.deliveries, findings).flatMap({
                Delivery($0.root, findings)
            })
        else { throw refused(findings) }
        timer.ended(.parse)
        let day = BillingDay.delivery(event.date)
        guard let reviewed = ReviewedOrder(order, master, context, on: day, findings) else {
            throw refused(findings)
        }
        timer.ended(.check)
        let lines = quantities.compactMap { number, quantity in
            reviewed.lines.first { $0.ordered.number == number }.map { line in
                // Generated orders are delivered whole.
                Fulfilment.Line(
                    line: line, before: .zero, after: quantity, whole: line.ordered.quantity)
            }
        }
        return Fulfilment.Part(
            order: reviewed, event: .delivery, delivery: delivery, lines: lines,
            isFirst: !billed.isBegun)
    }

    private mutating func make(_ made: inout Made) throws {
        let invoice = made.invoice
        let findings = Findings()
        let value = invoice.value
        let json = value.canonicalBytes
        timer.ended(.json)
        var files: [(Archive.FileKind, [UInt8])] = [(.json, json)]
        if invoice.regime == "european-vat" {
            files.append((.ubl, try UBL.invoice(invoice)))
            timer.ended(.xml)
        }
        let document = design.layOut(value, findings)
        timer.ended(.layOut)
        files.append((.pdf, try design.pdf(document, value, attaching: nil)))
        timer.ended(.pdf)
        if findings.hasErrors { throw refused(findings) }
        made.files = files.map { kind, bytes in
            let path = Archive.path(
                customer: invoice.buyer.id, date: invoice.issueDate, number: invoice.number,
                rendition: 1, kind)
            let digest = SHA256.digest(of: bytes)
            return (Archive.File(kind: kind, path: path, size: bytes.count, sha256: digest), bytes)
        }
        timer.ended(.hash)
    }

    private mutating func write(_ batch: [Made]) throws {
        // As issuing notes down what it is about to write, and waits until that is on the disk.
        let journal = try FileSink("\(archive)/../filing.txt")
        try journal.write(Array(batch.flatMap { $0.files.map(\.file.path) }.joined().utf8))
        try journal.flush()
        try journal.sync()
        timer.ended(.sync)
        for folder in Set(batch.flatMap { $0.files.map(\.file.path) }.compactMap(Self.folder)) {
            for path in [Self.folder(folder), folder].compactMap(\.self) {
                if unsafe mkdir("\(archive)/\(path)", 0o777) != 0, errno != EEXIST {
                    throw failure("make the folder", path)
                }
            }
        }
        for (file, bytes) in batch.flatMap(\.files) {
            try FileSink.create("\(archive)/\(file.path)", bytes)
        }
        timer.ended(.write)
        sync()
        timer.ended(.sync)
    }

    private mutating func enter(
        _ made: Made, _ series: Series, _ year: FiscalYear, in transaction: borrowing Transaction
    ) throws {
        let invoice = made.invoice
        let entry = Books.Document(
            number: invoice.number, kind: invoice.kind, issueDate: date,
            customer: invoice.buyer.id, customerName: invoice.buyer.name,
            order: invoice.order.id, purchaseOrder: invoice.order.purchaseOrder,
            taxable: invoice.totals.taxable, tax: invoice.totals.tax,
            payable: invoice.totals.payable)
        let lines = invoice.lines.map { line in
            Books.DocumentLine(
                order: invoice.parts[line.part].order.id, line: line.orderLine,
                quantity: line.quantity, taxable: line.taxable)
        }
        try Books.add(
            entry, series: series, year: year, counter: made.counter, events: made.events,
            lines: lines, in: transaction)
        try Archive.file(invoice.number, rendition: 1, made.files.map(\.file), in: transaction)
        issued += 1
    }

    private static func folder(_ path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
