import Database
import Money

extension Books {
    /// Why a document was cancelled, by whom and when.
    public struct Cancellation: Sendable {
        public let date: CalendarDate
        public let reason: String
        public let person: String

        public init(date: CalendarDate, reason: String, person: String) {
            self.date = date
            self.reason = reason
            self.person = person
        }
    }

    /// Cancels a document: it keeps its number, files and lines, and counts for nothing any more.
    /// What it billed is billable again, what it took off advances is free again, and returns it
    /// credited wait for another note.
    public static func cancel(
        _ number: String, _ cancellation: Cancellation, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE document SET state = 'cancelled' WHERE number = ?", .text(number))
        try transaction.execute(
            """
            INSERT INTO document_event (document, position, event, date, reason, person)
            VALUES (?1, (SELECT count(*) + 1 FROM document_event WHERE document = ?1), 'cancelled',
                ?2, ?3, ?4)
            """,
            .text(number), .text(cancellation.date.description), .text(cancellation.reason),
            .text(cancellation.person))
        try transaction.execute(
            "UPDATE goods_return SET note = NULL WHERE note = ?", .text(number))
        try transaction.execute(
            "UPDATE delivery SET document = NULL WHERE document = ?", .text(number))
    }

    /// The deliveries, milestones and periods that a document bills, by id.
    public static func events(
        billedBy document: String, in transaction: borrowing Transaction
    ) throws -> [(id: String, order: String)] {
        var events: [(String, String)] = []
        try transaction.query(
            """
            SELECT id, order_id FROM delivery WHERE document = ? ORDER BY id
            """, .text(document)
        ) { row in events.append((try row.string(0), try row.string(1))) }
        return events
    }

    /// Why a document was cancelled; `nil` where it was not.
    public static func cancellation(
        of document: String, in transaction: borrowing Transaction
    ) throws -> Cancellation? {
        try transaction.first(
            """
            SELECT date, reason, person FROM document_event
            WHERE document = ? AND event = 'cancelled' ORDER BY position DESC LIMIT 1
            """, .text(document)
        ) { row in
            Cancellation(
                date: try row.date(0), reason: try row.string(1), person: try row.string(2))
        }
    }

    /// Documents that stand and bill orders that a document bills too, entered after it: what they
    /// bill was reckoned from what it had billed.
    public static func laterDocuments(
        than document: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var later: [String] = []
        try transaction.query(
            """
            SELECT DISTINCT x.number FROM delivery d JOIN delivery e ON e.order_id = d.order_id
            JOIN document x ON x.number = e.document
            JOIN document y ON y.number = d.document
            WHERE d.document = ? AND x.state = 'issued' AND x.rowid > y.rowid
            ORDER BY x.rowid
            """, .text(document)
        ) { row in later.append(try row.string(0)) }
        return later
    }

    /// Takes goods that came back after they were billed as not delivered, now that what billed them
    /// is cancelled.
    ///
    /// - Returns: whether any had come back.
    public static func settleReturns(
        of delivery: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        var lines: [(line: Int, quantity: Decimal)] = []
        try transaction.query(
            """
            SELECT l.line, sum(l.quantity) FROM goods_return r
            JOIN return_line l ON l.return_id = r.id
            WHERE r.delivery_id = ? AND r.credit_due = 1 GROUP BY l.line ORDER BY l.line
            """, .text(delivery)
        ) { row in lines.append((try row.int(0), Decimal(thousandths: try row.int64(1)))) }
        if lines.isEmpty { return false }
        try transaction.execute(
            "UPDATE goods_return SET credit_due = 0 WHERE delivery_id = ?", .text(delivery))
        for (line, quantity) in lines {
            try takeOff(line, quantity, of: delivery, in: transaction)
        }
        try closeIfEmpty(delivery, in: transaction)
        return true
    }
}
