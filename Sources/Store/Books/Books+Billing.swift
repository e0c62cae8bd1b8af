import Database
import Money
import Trade

extension Books {
    /// A delivery that no document bills yet.
    public struct Unbilled: Sendable {
        public let delivery: String
        public let order: String
        public let date: String

        /// A place in the order of billing: by date, then by id.
        public var cursor: Cursor { Cursor(date: date, delivery: delivery) }
    }

    /// Where a run over the unbilled deliveries stands.
    public struct Cursor: Sendable {
        let date: String
        let delivery: String

        public static let start = Cursor(date: "", delivery: "")
    }

    /// The next unbilled deliveries after a place, by date and id, no more than `limit`.
    public static func unbilled(
        after cursor: Cursor, until last: CalendarDate, customer: String?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [Unbilled] {
        var found: [Unbilled] = []
        try transaction.query(
            """
            SELECT d.id, d.order_id, d.date FROM delivery d JOIN sales_order o ON o.id = d.order_id
            WHERE d.document IS NULL AND (d.date, d.id) > (?, ?) AND d.date <= ?
                AND (? IS NULL OR o.customer = ?)
            ORDER BY d.date, d.id LIMIT ?
            """,
            .text(cursor.date), .text(cursor.delivery), .text(last.description), Binding(customer),
            Binding(customer), Binding(limit)
        ) { row in
            found.append(
                Unbilled(
                    delivery: try row.string(0), order: try row.string(1), date: try row.string(2)))
        }
        return found
    }

    /// Whether a delivery is still without document.
    public static func isUnbilled(
        _ delivery: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM delivery WHERE id = ? AND document IS NULL", .text(delivery)
        ) { _ in true } ?? false
    }

    /// The quantities of a delivery, by line number.
    public static func quantities(
        of delivery: String, in transaction: borrowing Transaction
    ) throws -> [(line: Int, quantity: Decimal)] {
        var lines: [(line: Int, quantity: Decimal)] = []
        try transaction.query(
            "SELECT line, quantity FROM delivery_line WHERE delivery_id = ? ORDER BY line",
            .text(delivery)
        ) { row in lines.append((try row.int(0), Decimal(thousandths: try row.int64(1)))) }
        return lines
    }

    /// What documents have billed of an order so far, by line; empty where none has.
    public static func billed(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [Int: Decimal] {
        var billed: [Int: Decimal] = [:]
        try transaction.query(
            """
            SELECT l.line, sum(l.quantity) FROM delivery d
            JOIN delivery_line l ON l.delivery_id = d.id
            WHERE d.order_id = ? AND d.document IS NOT NULL GROUP BY l.line
            """, .text(order)
        ) { row in billed[try row.int(0)] = Decimal(thousandths: try row.int64(1)) }
        return billed
    }
}

extension Books {
    /// How many deliveries up to a day no document bills yet.
    public static func unbilledCount(
        until last: CalendarDate, customer: String?, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT count(*) FROM delivery d JOIN sales_order o ON o.id = d.order_id
            WHERE d.document IS NULL AND d.date <= ? AND (? IS NULL OR o.customer = ?)
            """, .text(last.description), Binding(customer), Binding(customer)
        ) { row in try row.int(0) } ?? 0
    }
}
