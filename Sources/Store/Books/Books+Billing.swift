import Database
import Money
import Trade

extension Books {
    /// Events that are billed together and that no document bills yet.
    public struct UnbilledGroup: Sendable {
        public let billDate: String
        public let group: String
        /// By date and id.
        public let events: [UnbilledEvent]

        /// A place in the order of billing: by day, then by group.
        public var cursor: Cursor { Cursor(date: billDate, group: group) }
    }

    /// One billable event as the tables know it.
    public struct UnbilledEvent: Sendable {
        public let id: String
        public let order: String
        public let date: CalendarDate
        public let kind: Billable.Kind
    }

    /// Where a run over what is unbilled stands.
    public struct Cursor: Sendable {
        let date: String
        let group: String

        public static let start = Cursor(date: "", group: "")
    }

    /// The next groups to be billed after a place, by day and group, no more than `limit`. Orders on
    /// hold are passed over.
    public static func unbilled(
        after cursor: Cursor, until last: CalendarDate, customer: String?, limit: Int,
        in transaction: borrowing Transaction
    ) throws -> [UnbilledGroup] {
        var groups: [UnbilledGroup] = []
        var events: [UnbilledEvent] = []
        var key = ("", "")
        func close() {
            if !events.isEmpty {
                groups.append(UnbilledGroup(billDate: key.0, group: key.1, events: events))
            }
            events = []
        }
        try transaction.query(
            """
            WITH next AS (
                SELECT DISTINCT d.bill_date, d.bill_group
                FROM delivery d JOIN sales_order o ON o.id = d.order_id
                WHERE d.document IS NULL AND d.bill_date IS NOT NULL
                    AND (d.bill_date, d.bill_group) > (?1, ?2) AND d.bill_date <= ?3
                    AND (?4 IS NULL OR o.customer = ?4) AND o.state <> 'held'
                ORDER BY d.bill_date, d.bill_group LIMIT ?5)
            SELECT d.bill_date, d.bill_group, d.id, d.order_id, d.date, d.kind, d.milestone,
                d.percent_from, d.percent_to, d.period_first, d.period_last
            FROM next JOIN delivery d
                ON d.bill_date = next.bill_date AND d.bill_group = next.bill_group
            JOIN sales_order o ON o.id = d.order_id
            WHERE d.document IS NULL AND o.state <> 'held'
            ORDER BY d.bill_date, d.bill_group, d.date, d.id
            """,
            .text(cursor.date), .text(cursor.group), .text(last.description), Binding(customer),
            Binding(limit)
        ) { row in
            let next = (try row.string(0), try row.string(1))
            if next != key {
                close()
                key = next
            }
            events.append(try event(row))
        }
        close()
        return groups
    }

    /// A delivery, milestone or period by its id, billed or not; `nil` where there is none.
    public static func event(
        _ id: String, in transaction: borrowing Transaction
    ) throws -> UnbilledEvent? {
        try transaction.first(
            """
            SELECT bill_date, bill_group, id, order_id, date, kind, milestone, percent_from,
                percent_to, period_first, period_last
            FROM delivery WHERE id = ?
            """, .text(id)
        ) { row in try event(row) }
    }

    /// Whether a delivery, milestone or period is billed by itself or with others: what is delivered
    /// under a plan is not, nor what came back whole.
    public static func isBillable(
        _ event: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT bill_date IS NOT NULL FROM delivery WHERE id = ?", .text(event)
        ) { row in try row.bool(0) } ?? false
    }

    /// The document that bills a delivery, milestone or period; `nil` while none does.
    public static func document(
        billing event: String, in transaction: borrowing Transaction
    ) throws -> String? {
        try transaction.first("SELECT document FROM delivery WHERE id = ?", .text(event)) { row in
            try row.optionalString(0)
        } ?? nil
    }

    static func event(_ row: borrowing Row) throws -> UnbilledEvent {
        UnbilledEvent(
            id: try row.string(2), order: try row.string(3), date: try row.date(4),
            kind: try kind(row))
    }

    private static func kind(_ row: borrowing Row) throws -> Billable.Kind {
        switch try row.string(5) {
        case "milestone":
            return .milestone(
                try row.string(6), from: Decimal(billionths: Int128(try row.int64(7)) * 100_000),
                to: Decimal(billionths: Int128(try row.int64(8)) * 100_000))
        case "period": return .period(Period(first: try row.date(9), last: try row.date(10)))
        default: return .delivery
        }
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

    /// What the deliveries of an order before one of them brought, by line, in the order in which they
    /// are billed: first those that documents bill, then the others by date and id.
    public static func deliveredBefore(
        _ delivery: UnbilledEvent, in transaction: borrowing Transaction
    ) throws -> [Int: Decimal] {
        var delivered: [Int: Decimal] = [:]
        try transaction.query(
            """
            WITH placed AS (
                SELECT d.id, row_number() OVER (
                    ORDER BY x.number IS NULL, x.issue_date, x.counter, d.date, d.id) AS place
                FROM delivery d LEFT JOIN document x ON x.number = d.document
                WHERE d.order_id = ?1 AND d.kind = 'delivery')
            SELECT l.line, sum(l.quantity) FROM placed p JOIN delivery_line l ON l.delivery_id = p.id
            WHERE p.place < (SELECT place FROM placed WHERE id = ?2) GROUP BY l.line
            """, .text(delivery.order), .text(delivery.id)
        ) { row in delivered[try row.int(0)] = Decimal(thousandths: try row.int64(1)) }
        return delivered
    }

    /// What documents have billed of an order's deliveries so far, by line, and whether any has
    /// billed anything of it.
    public static func billed(
        of order: String, in transaction: borrowing Transaction
    ) throws -> (quantities: [Int: Decimal], isBegun: Bool) {
        var billed: [Int: Decimal] = [:]
        try transaction.query(
            """
            SELECT l.line, sum(l.quantity) FROM delivery d
            JOIN delivery_line l ON l.delivery_id = d.id
            WHERE d.order_id = ? AND d.kind = 'delivery' AND d.document IS NOT NULL GROUP BY l.line
            """, .text(order)
        ) { row in billed[try row.int(0)] = Decimal(thousandths: try row.int64(1)) }
        let isBegun = try transaction.first(
            "SELECT 1 FROM delivery WHERE order_id = ? AND document IS NOT NULL LIMIT 1",
            .text(order)
        ) { _ in true }
        return (billed, isBegun ?? false)
    }

    /// How many groups no document bills yet, of those that are due on a day, and how many events
    /// besides wait because their order is on hold.
    public static func unbilledCount(
        until last: CalendarDate, customer: String?, in transaction: borrowing Transaction
    ) throws -> (due: Int, held: Int) {
        try transaction.first(
            """
            SELECT count(DISTINCT d.bill_group) FILTER (WHERE o.state <> 'held'),
                count(*) FILTER (WHERE o.state = 'held')
            FROM delivery d JOIN sales_order o ON o.id = d.order_id
            WHERE d.document IS NULL AND d.bill_date IS NOT NULL AND d.bill_date <= ?1
                AND (?2 IS NULL OR o.customer = ?2)
            """, .text(last.description), Binding(customer)
        ) { row in (try row.int(0), try row.int(1)) } ?? (0, 0)
    }
}
