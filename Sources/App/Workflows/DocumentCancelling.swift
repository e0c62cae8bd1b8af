import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Cancels issued documents: they keep number, files and a reason; what they billed is billable again.
public struct DocumentCancelling {
    public struct Cancelled: Sendable {
        public let document: Books.Document
        public let day: CalendarDate
        /// Deliveries, milestones and periods that are billable again.
        public let events: [String]
        /// Advances that it had taken something off, which is free again.
        public let advances: [String]
        /// Where the page marked as cancelled was filed.
        public let page: String?
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Whether a document, and whether an order, is called so.
    public func isKnown(_ id: String) throws -> (document: Bool, order: Bool) {
        try books.connection.transaction(.deferred) { transaction in
            (
                try Books.document(id, in: transaction) != nil,
                try Books.order(id, in: transaction) != nil
            )
        }
    }

    public func run(_ number: String, _ decision: OrderStates.Decision) throws -> Cancelled {
        guard let reason = decision.reason else { throw UsageError("--reason is missing") }
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        let workshop = try Workshop(company, books, world)
        return try books.change { transaction in
            let document = try books.document(number, in: transaction)
            let day = try world.today(company.timeZone)
            if day < document.issueDate {
                throw UsageError(
                    "\(document.number) is dated \(document.issueDate), and today is \(day)",
                    hint: "is the machine's clock right?")
            }
            try check(document, today: day, in: transaction)
            let master = try books.masterData(in: transaction)
            let events = try Books.events(billedBy: document.number, in: transaction)
            let advances = try Books.advances(usedBy: document.number, in: transaction)
            try Books.cancel(
                document.number,
                Books.Cancellation(date: day, reason: reason, person: decision.person),
                in: transaction)
            for event in events { try reopen(event.id, event.order, master, in: transaction) }
            let page = try mark(document, workshop, in: transaction)
            try world.stamp(company).enter(
                .cancel, document.number, reason, by: decision.person, in: transaction)
            return Cancelled(
                document: document, day: day, events: events.map(\.id), advances: advances,
                page: page)
        }
    }

    /// Nothing that stands may rest on it.
    private func check(
        _ document: Books.Document, today: CalendarDate, in transaction: borrowing Transaction
    ) throws {
        let number = document.number
        if document.state == .cancelled {
            let story = try books.story(of: document, in: transaction)
            throw UsageError("\(number) was cancelled\(story)")
        }
        if let portalEntry = try Books.portalEntry(of: number, in: transaction) {
            try checkPortal(portalEntry, number, today: today)
        }
        func refuse(_ others: [String], _ why: String, _ hint: String) throws {
            if others.isEmpty { return }
            let some = others.prefix(20).joined(separator: ", ")
            throw UsageError(
                "\(number) cannot be cancelled: \(why) \(some)\(others.count > 20 ? ", …" : "")",
                hint: hint)
        }
        try refuse(
            Books.notes(on: number, in: transaction), "notes were written on it:",
            "cancel those first, the latest before the others")
        if let original = document.original {
            let notes = try Books.notes(on: original, in: transaction)
            let later = notes.drop { $0 != number }.dropFirst()
            try refuse(
                Array(later), "later notes on \(original) were reckoned from it:",
                "cancel those first, the latest before the others")
        }
        try refuse(
            Books.users(of: number, in: transaction), "this advance was taken off on",
            "cancel those first, or refund what is left: bijak credit \(number)")
        try refuse(
            Books.laterDocuments(than: number, in: transaction),
            "later documents bill the rest of the same order:",
            "cancel those first, the latest before the others, or write a credit note: "
                + "bijak credit \(number)")
    }

    /// What the registration portal knows is cancelled there first, within 24 hours of its
    /// acknowledgement (IRP 2270).
    private func checkPortal(
        _ portalEntry: Books.PortalEntry, _ number: String, today: CalendarDate
    ) throws {
        guard portalEntry.state == .registered, let registration = portalEntry.registration else {
            return
        }
        // The day after the acknowledgement's is the last that the 24 hours reach into.
        let acknowledged = CalendarDate(String(registration.ackDate.prefix(10)))
        let isOver = acknowledged.map { $0.adding(days: 1) < today } ?? false
        throw UsageError(
            "\(number) is registered as an e-invoice (acknowledged \(registration.ackDate))",
            hint: isOver
                ? "the 24 hours in which the portal cancels are over (IRP 2270); a credit note takes "
                    + "it back: bijak credit \(number)"
                : "cancel it at the portal within 24 hours of that and import its answer (bijak "
                    + "einvoice import); after that the portal refuses (IRP 2270), and a credit note "
                    + "takes it back: bijak credit \(number)")
    }

    /// What it billed waits again, at what it is worth now; what came back of it since was never
    /// delivered.
    private func reopen(
        _ event: String, _ id: String, _ master: MasterData, in transaction: borrowing Transaction
    ) throws {
        guard let delivery = try Books.returnable(event, in: transaction) else { return }
        let cameBack = try Books.settleReturns(of: event, in: transaction)
        let unheard = Findings()
        guard let kept = try Books.record(.orders, id, in: transaction),
            let order = kept.tree(.orders, unheard).flatMap({ Order($0.root, unheard) })
        else { throw EnvironmentError("the record of order \(id) cannot be read") }
        let planner = BillingPlanner(master: master)
        try planner.revalue(event, delivery.date, order, in: transaction)
        guard cameBack, let entry = try Books.order(id, in: transaction),
            entry.state != .cancelled
        else { return }
        try Books.suspendGroup(
            BillingPlanner.completionGroup(of: id), of: id, in: transaction)
    }

    /// Files the page once more, marked as cancelled on its face.
    private func mark(
        _ document: Books.Document, _ workshop: Workshop, in transaction: borrowing Transaction
    ) throws -> String? {
        let rendition = try Archive.nextRendition(of: document.number, in: transaction)
        let made = workshop.makers[0].remake(
            try books.canonical(of: document.number, in: transaction),
            cii: try books.cii(of: document.number, in: transaction),
            path: Archive.path(
                customer: document.customer, date: document.issueDate, number: document.number,
                rendition: rendition, .pdf),
            as: try LaterPage(
                .copy, of: books.document(document.number, in: transaction), in: transaction))
        made.diagnostics.forEach(world.reporter.report)
        // A document of an older form may not be printable any more: it is cancelled all the same.
        guard made.isMade else { return nil }
        let recipe = try books.write([made], by: workshop, in: transaction).first
        try Archive.file(
            document.number, rendition: rendition, made.files.map(\.file), recipe: recipe,
            in: transaction)
        return made.files.first.map { "\(books.archive)/\($0.file.path)" }
    }
}
