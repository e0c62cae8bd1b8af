import Database
import Diagnostics
import Money
import Trade

extension Books {
    /// Something that makes lines of an order billable, with the day and the company in which it is
    /// billed.
    public struct Billable: Sendable {
        public let id: String
        public let order: String
        public let date: CalendarDate
        public let kind: Kind
        /// The day from which it is billed; `nil`: not by itself, or not yet.
        public var billDate: CalendarDate?
        /// All of a group are billed on one invoice.
        public var group: String?
        /// What it would be billed for by itself.
        public var value: Money?
        public let quantities: [(line: Int, quantity: Decimal)]

        public enum Kind: Sendable {
            case delivery
            /// A milestone's percentages before and after it.
            case milestone(String, from: Decimal, to: Decimal)
            case period(Period)
        }

        public init(
            id: String, order: String, date: CalendarDate, kind: Kind, billDate: CalendarDate?,
            group: String?, value: Money?, quantities: [(line: Int, quantity: Decimal)]
        ) {
            self.id = id
            self.order = order
            self.date = date
            self.kind = kind
            self.billDate = billDate
            self.group = group
            self.value = value
            self.quantities = quantities
        }
    }

    /// How much of an order line is delivered and how much is left.
    public struct OpenLine: Sendable {
        public let line: Int
        public let delivered: Decimal
        public let open: Decimal
    }

    /// What was ordered and not yet delivered, by line. What came back unbilled is open again.
    public static func openLines(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [OpenLine] {
        var lines: [OpenLine] = []
        try transaction.query(
            """
            SELECT o.line, o.ordered, coalesce((
                SELECT sum(l.quantity) FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id
                WHERE d.order_id = o.order_id AND l.line = o.line), 0)
            FROM order_line o WHERE o.order_id = ? ORDER BY o.line
            """, .text(order)
        ) { row in
            let ordered = Decimal(thousandths: try row.int64(1))
            let delivered = Decimal(thousandths: try row.int64(2))
            lines.append(
                OpenLine(
                    line: try row.int(0), delivered: delivered, open: try ordered - delivered))
        }
        return lines
    }

    /// Takes a billable event whose checks have passed.
    public static func add(_ event: Billable, in transaction: borrowing Transaction) throws {
        var kind = "delivery"
        var milestone: String?
        var percents: (from: Int64, to: Int64)?
        var period: Period?
        switch event.kind {
        case .delivery: break
        case .milestone(let id, let from, let to):
            kind = "milestone"
            milestone = id
            percents = (Int64(from.billionths / 100_000), Int64(to.billionths / 100_000))
        case .period(let days):
            kind = "period"
            period = days
        }
        try transaction.execute(
            """
            INSERT INTO delivery (id, order_id, date, kind, bill_date, bill_group, value, milestone,
                percent_from, percent_to, period_first, period_last)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(event.id), .text(event.order), .text(event.date.description), .text(kind),
            Binding(event.billDate?.description), Binding(event.group),
            Binding(event.value?.minorUnits), Binding(milestone), Binding(percents?.from),
            Binding(percents?.to), Binding(period?.first.description),
            Binding(period?.last.description))
        for (line, quantity) in event.quantities {
            try transaction.execute(
                "INSERT INTO delivery_line (delivery_id, line, quantity) VALUES (?, ?, ?)",
                .text(event.id), Binding(line), .integer(quantity.thousandths))
        }
    }

    /// Lets what waits of an order in a group be billed from a day.
    public static func billGroup(
        _ group: String, of order: String, from day: CalendarDate,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE delivery SET bill_date = ? WHERE order_id = ?
                AND bill_group = ? AND document IS NULL AND bill_date IS NULL
            """, .text(day.description), .text(order), .text(group))
    }

    /// Lets what is not billed of an order in a group wait again.
    public static func suspendGroup(
        _ group: String, of order: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE delivery SET bill_date = NULL
            WHERE order_id = ? AND bill_group = ? AND document IS NULL
            """, .text(order), .text(group))
    }

    /// The milestones of an order that were reached, with the percentage up to which each goes.
    public static func milestones(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [(id: String, to: Decimal)] {
        var reached: [(String, Decimal)] = []
        try transaction.query(
            """
            SELECT milestone, percent_to FROM delivery
            WHERE order_id = ? AND kind = 'milestone' ORDER BY percent_to
            """, .text(order)
        ) { row in
            reached.append(
                (try row.string(0), Decimal(billionths: Int128(try row.int64(1)) * 100_000)))
        }
        return reached
    }

    /// Deletes the periods of an order that are not billed yet, to plan them anew.
    ///
    /// - Returns: those that are billed, by their first day.
    public static func clearPlan(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [Period] {
        try transaction.execute(
            "DELETE FROM delivery WHERE order_id = ? AND kind = 'period' AND document IS NULL",
            .text(order))
        var billed: [Period] = []
        try transaction.query(
            """
            SELECT period_first, period_last FROM delivery
            WHERE order_id = ? AND kind = 'period' ORDER BY period_first
            """, .text(order)
        ) { row in billed.append(Period(first: try row.date(0), last: try row.date(1))) }
        return billed
    }

    /// Deliveries of an order that are not billed and wait for a day of their own, with their day.
    public static func waiting(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [(id: String, date: CalendarDate)] {
        var waiting: [(String, CalendarDate)] = []
        try transaction.query(
            """
            SELECT id, date FROM delivery WHERE order_id = ? AND kind = 'delivery'
                AND document IS NULL AND bill_date IS NULL AND bill_group IS NOT NULL ORDER BY id
            """, .text(order)
        ) { row in waiting.append((try row.string(0), try row.date(1))) }
        return waiting
    }

    /// Gives a delivery another day and group in which it is billed.
    public static func setBilling(
        of delivery: String, on day: CalendarDate?, group: String,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE delivery SET bill_date = ?, bill_group = ? WHERE id = ?",
            Binding(day?.description), .text(group), .text(delivery))
    }
}
