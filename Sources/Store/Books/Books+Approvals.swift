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

    /// The approvals of an order, by code and line.
    public static func approvals(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [Approval] {
        var approvals: [Approval] = []
        try transaction.query(
            """
            SELECT code, line, reason, person, date FROM approval WHERE order_id = ?
            ORDER BY code, line
            """, .text(order)
        ) { row in
            let line = try row.int(1)
            approvals.append(
                Approval(
                    code: try row.string(0), line: line == 0 ? nil : line,
                    reason: try row.string(2), by: try row.string(3),
                    date: CalendarDate(try row.string(4)) ?? CalendarDate(dayNumber: 0)))
        }
        return approvals
    }

    /// What a customer could fail to pay in a currency: its issued invoices, of which no receipts
    /// are kept yet, and what is delivered up to a day and not billed.
    public static func exposure(
        of customer: String, in currency: Currency, on day: CalendarDate,
        in transaction: borrowing Transaction
    ) throws -> Exposure {
        let open = try transaction.first(
            "SELECT sum(payable) FROM document WHERE customer = ? AND currency = ?",
            .text(customer), .text(currency.code)
        ) { row in try row.optionalInt64(0) ?? 0 }
        let unbilled = try transaction.first(
            """
            SELECT sum(d.value) FROM sales_order o JOIN delivery d ON d.order_id = o.id
            WHERE o.customer = ? AND o.currency = ? AND d.document IS NULL AND d.date <= ?
            """, .text(customer), .text(currency.code), .text(day.description)
        ) { row in try row.optionalInt64(0) ?? 0 }
        return Exposure(
            openInvoices: Money(minorUnits: open ?? 0, currency),
            unbilled: Money(minorUnits: unbilled ?? 0, currency))
    }
}
