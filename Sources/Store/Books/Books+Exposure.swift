import Database
import Invoicing
import Money

extension Books {
    /// What a customer could fail to pay in a currency: its invoices and debit notes less its credit
    /// notes and the money received before that no invoice has taken off yet, and what is delivered
    /// up to a day and not billed. Receipts are not kept yet.
    public static func exposure(
        of customer: String, in currency: Currency, on day: CalendarDate,
        in transaction: borrowing Transaction
    ) throws -> Exposure {
        let open = try transaction.first(
            """
            WITH amounts AS (
                SELECT CASE d.kind WHEN 'credit-note' THEN -d.payable ELSE d.payable END AS amount
                FROM document d LEFT JOIN document o ON o.number = d.original
                WHERE d.customer = ?1 AND d.currency = ?2 AND d.state = 'issued'
                    AND d.kind IN ('invoice', 'debit-note', 'credit-note')
                    AND o.kind IS NOT 'advance'
                UNION ALL
                SELECT -a.total FROM document d JOIN advance a ON a.document = d.number
                WHERE d.customer = ?1 AND d.currency = ?2 AND d.state = 'issued'
                UNION ALL
                SELECT p.total FROM document d JOIN prepayment p ON p.document = d.number
                WHERE d.customer = ?1 AND d.currency = ?2 AND d.state = 'issued')
            SELECT sum(amount / 1000000000), sum(amount % 1000000000) FROM amounts
            """, .text(customer), .text(currency.code)
        ) { row in try sum(row) }
        let unbilled = try transaction.first(
            """
            SELECT sum(d.value / 1000000000), sum(d.value % 1000000000)
            FROM sales_order o JOIN delivery d ON d.order_id = o.id
            WHERE o.customer = ? AND o.currency = ? AND d.document IS NULL AND d.date <= ?
            """, .text(customer), .text(currency.code), .text(day.description)
        ) { row in try sum(row) }
        return Exposure(
            openInvoices: Money(minorUnits: open ?? 0, currency),
            unbilled: Money(minorUnits: unbilled ?? 0, currency))
    }

    /// A sum in two halves, so that SQLite's 64 bits hold each; the largest amount there is where it
    /// is more than that.
    private static func sum(_ row: borrowing Row) throws -> Int64 {
        let high = Int128(try row.optionalInt64(0) ?? 0)
        return Int64(clamping: high * 1_000_000_000 + Int128(try row.optionalInt64(1) ?? 0))
    }
}
