import Database

/// What people decided, as the tables of orders and documents have it, to be held against the audit
/// trail.
extension Books {
    /// Something that was decided about an order or a document.
    public struct Decision: Sendable {
        /// `held`, `cancelled`; of an approval its code and line, as the trail writes them.
        public let what: String
        /// ISO 8601.
        public let day: String
        public let person: String
        public let reason: String

        public init(what: String, day: String, person: String, reason: String) {
            self.what = what
            self.day = day
            self.person = person
            self.reason = reason
        }
    }

    /// A table of decisions.
    public enum DecisionTable: String, CaseIterable, Sendable {
        case documentEvent = "document_event"
        case orderEvent = "order_event"
        case approval
    }

    /// Each document or order that a table has a decision about, or the trail an entry that is one,
    /// once and in order.
    ///
    /// - Parameter actions: what the trail calls such decisions.
    public static func decided(
        _ table: DecisionTable, _ actions: [String], in transaction: borrowing Transaction,
        _ body: (String) throws -> Void
    ) throws {
        var sql: SQL
        switch table {
        case .documentEvent: sql = SQL("SELECT document FROM document_event")
        case .orderEvent: sql = SQL("SELECT order_id FROM order_event")
        case .approval: sql = SQL("SELECT order_id FROM approval")
        }
        for action in actions {
            sql.add(" UNION SELECT subject FROM audit WHERE action = ?", .text(action))
        }
        try transaction.query(sql) { row in try body(row.string(0)) }
    }

    /// What a table has about one document or order, the oldest first.
    public static func decisions(
        _ table: DecisionTable, of subject: String, in transaction: borrowing Transaction
    ) throws -> [Decision] {
        var decisions: [Decision] = []
        func add(_ row: borrowing Row) throws {
            decisions.append(
                Decision(
                    what: try row.string(0), day: try row.string(1),
                    person: try row.optionalString(2) ?? "",
                    reason: try row.optionalString(3) ?? ""))
        }
        switch table {
        case .documentEvent:
            try transaction.query(
                """
                SELECT event, date, person, reason FROM document_event WHERE document = ?
                ORDER BY position
                """, .text(subject), row: add)
        case .orderEvent:
            try transaction.query(
                """
                SELECT event, date, person, reason FROM order_event
                WHERE order_id = ? AND event <> 'changed' ORDER BY position
                """, .text(subject), row: add)
        case .approval:
            try transaction.query(
                """
                SELECT code || iif(line = 0, '', ', line ' || line), date, person, reason
                FROM approval WHERE order_id = ? ORDER BY code, line
                """, .text(subject), row: add)
        }
        return decisions
    }

    /// Orders with a newer revision that somebody is said to have decided: they are imported.
    public static func signedRevisions(
        in transaction: borrowing Transaction,
        _ body: (_ order: String, _ person: String) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT order_id, person FROM order_event
            WHERE event = 'changed' AND person IS NOT NULL ORDER BY order_id, position
            """
        ) { row in try body(row.string(0), row.string(1)) }
    }

    /// Orders whose state is not the one that their last event leads to, with what that is.
    public static func misplacedOrders(
        in transaction: borrowing Transaction,
        _ body: (_ order: String, _ state: String, _ expected: String) throws -> Void
    ) throws {
        try transaction.query(
            """
            WITH settled AS (
                SELECT o.id, o.state, CASE (
                    SELECT e.event FROM order_event e
                    WHERE e.order_id = o.id AND e.event <> 'changed'
                    ORDER BY e.position DESC LIMIT 1)
                    WHEN 'held' THEN 'held' WHEN 'cancelled' THEN 'cancelled' ELSE 'open' END
                    AS expected
                FROM sales_order o)
            SELECT id, state, expected FROM settled WHERE state <> expected ORDER BY id
            """
        ) { row in try body(row.string(0), row.string(1), row.string(2)) }
    }
}
