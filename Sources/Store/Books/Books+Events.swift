import Database
import Money

extension Books {
    /// Something that was done to an order, by whom and why.
    public struct OrderEvent: Sendable {
        public let kind: Kind
        public let date: CalendarDate
        public let reason: String?
        public let person: String?

        public enum Kind: String, Sendable { case changed, held, released, cancelled }

        public init(kind: Kind, date: CalendarDate, reason: String?, person: String?) {
            self.kind = kind
            self.date = date
            self.reason = reason
            self.person = person
        }
    }

    /// Records an event and brings the order into the state it leads to.
    public static func add(
        _ event: OrderEvent, to order: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO order_event (order_id, position, event, date, reason, person)
            VALUES (?1, (SELECT count(*) + 1 FROM order_event WHERE order_id = ?1), ?2, ?3, ?4, ?5)
            """,
            .text(order), .text(event.kind.rawValue), .text(event.date.description),
            Binding(event.reason), Binding(event.person))
        let state: OrderState? =
            switch event.kind {
            case .changed: nil
            case .held: .held
            case .released: .open
            case .cancelled: .cancelled
            }
        if let state {
            try transaction.execute(
                "UPDATE sales_order SET state = ? WHERE id = ?", .text(state.rawValue),
                .text(order))
        }
    }

    /// What was done to an order, oldest first.
    public static func events(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [OrderEvent] {
        var events: [OrderEvent] = []
        try transaction.query(
            """
            SELECT event, date, reason, person FROM order_event
            WHERE order_id = ? ORDER BY position
            """, .text(order)
        ) { row in
            guard let kind = OrderEvent.Kind(rawValue: try row.string(0)) else {
                throw DatabaseError.damaged("\(try row.string(0)) is no event of an order")
            }
            events.append(
                OrderEvent(
                    kind: kind, date: try row.date(1), reason: try row.optionalString(2),
                    person: try row.optionalString(3)))
        }
        return events
    }

    /// Ends an order's plan of periods: those that are not billed and begin after a day. Deliveries
    /// that waited for the rest of the order wait no longer.
    public static func endPlan(
        of order: String, on day: CalendarDate, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            DELETE FROM delivery WHERE order_id = ? AND kind = 'period' AND document IS NULL
                AND period_first > ?
            """, .text(order), .text(day.description))
        try transaction.execute(
            """
            UPDATE delivery SET bill_date = ? WHERE order_id = ? AND document IS NULL
                AND bill_date IS NULL AND bill_group IS NOT NULL
            """, .text(day.description), .text(order))
    }
}
