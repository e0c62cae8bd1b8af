import Database
import Money
import Trade

extension Books {
    /// What is known of a delivery whose goods come back.
    public struct Returnable: Sendable {
        public let order: String
        public let date: CalendarDate
        /// The document that billed it.
        public let document: String?
        /// Delivered and not yet returned, by line.
        public let lines: [Int: Decimal]
    }

    /// A delivery of goods by its id; `nil` where there is none.
    public static func returnable(
        _ delivery: String, in transaction: borrowing Transaction
    ) throws -> Returnable? {
        let head = try transaction.first(
            "SELECT order_id, date, document FROM delivery WHERE id = ? AND kind = 'delivery'",
            .text(delivery)
        ) { row in (try row.string(0), try row.date(1), try row.optionalString(2)) }
        guard let head else { return nil }
        var lines: [Int: Decimal] = [:]
        try transaction.query(
            "SELECT line, quantity FROM delivery_line WHERE delivery_id = ?", .text(delivery)
        ) { row in lines[try row.int(0)] = Decimal(thousandths: try row.int64(1)) }
        if head.2 != nil {
            // Of billed goods the quantity stays as billed; what came back is counted beside it.
            try transaction.query(
                """
                SELECT l.line, sum(l.quantity) FROM goods_return r
                JOIN return_line l ON l.return_id = r.id
                WHERE r.delivery_id = ? AND r.credit_due = 1 GROUP BY l.line
                """, .text(delivery)
            ) { row in
                let line = try row.int(0)
                let back = Decimal(thousandths: try row.int64(1))
                lines[line] = try (lines[line] ?? .zero) - back
            }
        }
        return Returnable(
            order: head.0, date: head.1, document: head.2, lines: lines)
    }

    /// Takes a return whose checks have passed: unbilled goods are no longer billed and are open for
    /// delivery again; billed goods wait for a credit note.
    public static func addReturn(
        _ goods: Delivery, of delivery: String, isBilled: Bool,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO goods_return (id, delivery_id, date, reason, credit_due)
            VALUES (?, ?, ?, ?, ?)
            """,
            .text(goods.id), .text(delivery), .text(goods.date.description),
            Binding(goods.reason), Binding(isBilled))
        for line in goods.lines ?? [] {
            let quantity = line.quantity.thousandths
            try transaction.execute(
                "INSERT INTO return_line (return_id, line, quantity) VALUES (?, ?, ?)",
                .text(goods.id), Binding(line.line), .integer(quantity))
            if isBilled { continue }
            try takeOff(line.line, line.quantity, of: delivery, in: transaction)
        }
        if isBilled { return }
        try closeIfEmpty(delivery, in: transaction)
    }

    /// The ids of goods that came back of a delivery, in the order of their days.
    public static func returns(
        of delivery: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var ids: [String] = []
        try transaction.query(
            "SELECT id FROM goods_return WHERE delivery_id = ? ORDER BY date, id", .text(delivery)
        ) { row in ids.append(try row.string(0)) }
        return ids
    }

    /// Counts a quantity of a line as not delivered.
    static func takeOff(
        _ line: Int, _ quantity: Decimal, of delivery: String,
        in transaction: borrowing Transaction
    ) throws {
        let units = Binding.integer(quantity.thousandths)
        try transaction.execute(
            "DELETE FROM delivery_line WHERE delivery_id = ? AND line = ? AND quantity <= ?",
            .text(delivery), Binding(line), units)
        try transaction.execute(
            "UPDATE delivery_line SET quantity = quantity - ? WHERE delivery_id = ? AND line = ?",
            units, .text(delivery), Binding(line))
    }

    static func closeIfEmpty(
        _ delivery: String, in transaction: borrowing Transaction
    ) throws {
        // A delivery of which nothing is left is never billed.
        try transaction.execute(
            """
            UPDATE delivery SET bill_date = NULL, bill_group = NULL, value = 0 WHERE id = ?1
                AND NOT EXISTS (SELECT 1 FROM delivery_line WHERE delivery_id = ?1)
            """, .text(delivery))
    }
}
