import Books
import Database
import Diagnostics
import Invoicing
import Trade

/// Makes delivery notes: the pages that go with goods. They are neither numbered here, because
/// deliveries come with their numbers, nor filed. Of India's challan the file holds the three copies.
public struct DeliveryNotes {
    public struct Outcome: Sendable {
        public internal(set) var made: [String] = []
        public internal(set) var refused = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - deliveries: their ids, as they were imported.
    ///   - folder: where to; a page is named for its delivery.
    public func run(_ deliveries: [String], template: String?, to folder: String) throws -> Outcome
    {
        let template = template ?? "delivery-note"
        let master = try books.connection.transaction(.deferred) { transaction in
            try books.masterData(in: transaction)
        }
        let maker = try Workshop(master.company, books, world, template: template).makers[0]
        var outcome = Outcome()
        for id in deliveries {
            let findings = Findings(subject: "delivery \(id)")
            let note = try books.connection.transaction(.deferred) { transaction in
                try self.note(id, master, in: transaction, findings)
            }
            let page = note.flatMap { maker.page($0.value, template: template, findings) }
            findings.diagnostics.forEach(world.reporter.report)
            guard let page, !findings.hasErrors else {
                outcome.refused += 1
                continue
            }
            try Disk.makeFolder(folder)
            let file = "\(folder)/\(safeFileName(id)).pdf"
            try Disk.put(file, page)
            outcome.made.append(file)
        }
        return outcome
    }

    private func note(
        _ id: String, _ master: MasterData, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws -> DeliveryNote? {
        guard let event = try Books.event(id, in: transaction) else {
            throw UsageError(
                "there is no delivery \(id)", hint: "bijak status ORDER lists an order's deliveries"
            )
        }
        var orders: [String: Books.Kept] = [:]
        var billable = try BillableEvent(event, &orders, in: transaction)
        // What it is worth depends on what left before it, billed or not.
        billable.billed = try Books.deliveredBefore(event, in: transaction)
        billable.isFirst = billable.billed.isEmpty
        guard let part = billable.part(master, findings) else { return nil }
        return DeliveryNote(
            part, company: master.company, rates: master.rates, findings)
    }
}
