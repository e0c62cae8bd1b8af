import Database
import Invoicing
import Money

extension Books {
    /// Records an approval; a later one of the same kind takes its place.
    public static func approve(
        _ approval: Approval, order: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT OR REPLACE INTO approval (order_id, code, line, reason, person, date)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            .text(order), .text(approval.code), Binding(approval.line ?? 0),
            .text(approval.reason), .text(approval.by), .text(approval.date.description))
    }

    /// The approvals of an order, by code; those of a line before one of the whole order.
    public static func approvals(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [Approval] {
        var approvals: [Approval] = []
        try transaction.query(
            """
            SELECT code, line, reason, person, date, seen FROM approval WHERE order_id = ?
            ORDER BY code, line DESC
            """, .text(order)
        ) { row in
            let line = try row.int(1)
            var approval = Approval(
                code: try row.string(0), line: line == 0 ? nil : line, reason: try row.string(2),
                by: try row.string(3), date: try row.date(4))
            approval.seen = try row.optionalString(5)?.split(separator: "\n").map(String.init)
            approvals.append(approval)
        }
        return approvals
    }

    /// Notes what approvals were used for when the order was taken: they hold for that alone from
    /// then on.
    public static func noteUse(
        of approved: [ApprovedDeviation], order: String, in transaction: borrowing Transaction
    ) throws {
        for approval in Set(approved.map(\.approval)) where approval.seen == nil {
            let seen = approved.filter { $0.approval == approval }.map(\.text)
            try transaction.execute(
                "UPDATE approval SET seen = ? WHERE order_id = ? AND code = ? AND line = ?",
                .text(seen.joined(separator: "\n")), .text(order), .text(approval.code),
                Binding(approval.line ?? 0))
        }
    }
}
