import Database
import Money

/// What is asked of the tables when somebody names something: close names, and what is still to come.
extension Books {
    /// Names that are looked through at most for one close to a mistyped one.
    private static let nameLimit = 100_000

    /// Ids of orders about as long as a name, ascending: candidates for what was meant by it.
    public static func orderIDs(
        like name: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var ids: [String] = []
        try transaction.query(
            """
            SELECT id FROM sales_order WHERE abs(length(id) - ?1) <= max(1, ?1 / 2)
            ORDER BY id LIMIT ?2
            """, Binding(name.unicodeScalars.count), Binding(nameLimit)
        ) { row in ids.append(try row.string(0)) }
        return ids
    }

    /// Numbers of documents about as long as a name, newest first.
    public static func documentNumbers(
        like name: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var numbers: [String] = []
        try transaction.query(
            """
            SELECT number FROM document WHERE abs(length(number) - ?1) <= max(1, ?1 / 2)
            ORDER BY issue_date DESC, number LIMIT ?2
            """, Binding(name.unicodeScalars.count), Binding(nameLimit)
        ) { row in numbers.append(try row.string(0)) }
        return numbers
    }

    /// Periods of an order's plan that begin after a day and that no document bills: their number
    /// and the days they reach over; `nil` where there are none.
    public static func periodsToCome(
        of order: String, after day: CalendarDate, in transaction: borrowing Transaction
    ) throws -> (count: Int, days: Period)? {
        try transaction.first(
            """
            SELECT count(*), min(period_first), max(period_last) FROM delivery
            WHERE order_id = ? AND kind = 'period' AND document IS NULL AND period_first > ?
            """, .text(order), .text(day.description)
        ) { row in
            guard let first = try row.optionalString(1).flatMap({ CalendarDate($0) }),
                let last = try row.optionalString(2).flatMap({ CalendarDate($0) })
            else { return nil }
            return (try row.int(0), Period(first: first, last: last))
        } ?? nil
    }

    /// Whether an order is billed by a plan of periods.
    public static func hasPeriods(
        _ order: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM delivery WHERE order_id = ? AND kind = 'period' LIMIT 1", .text(order)
        ) { _ in true } ?? false
    }

    /// Deliveries of an order that wait for the rest of it before they are billed.
    public static func waitingDeliveries(
        of order: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT count(*) FROM delivery WHERE order_id = ? AND document IS NULL
                AND bill_date IS NULL AND bill_group IS NOT NULL
            """, .text(order)
        ) { row in try row.int(0) } ?? 0
    }

    /// Deliveries, milestones and periods of an order that no document bills and that are billable.
    public static func unbilledDeliveries(
        of order: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT count(*) FROM delivery
            WHERE order_id = ? AND document IS NULL AND bill_date IS NOT NULL
            """, .text(order)
        ) { row in try row.int(0) } ?? 0
    }
}
