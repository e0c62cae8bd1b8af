import Money
import Trade

/// What one invoice bills: one event of one order, or several that are billed together.
public struct Fulfilment: Sendable {
    /// In the order in which they happened; never empty.
    public let parts: [Part]
    /// What is left of money received for it before, the oldest first: taken off what is asked for.
    public let advances: [Advance]

    /// One thing that made lines of an order billable.
    public struct Part: Sendable {
        public let order: ReviewedOrder
        public let event: Event
        public let delivery: Delivery
        public let lines: [Line]
        /// Nothing of the order was billed before; freight on the document is charged now.
        public let isFirst: Bool

        public init(
            order: ReviewedOrder, event: Event, delivery: Delivery, lines: [Line], isFirst: Bool
        ) {
            self.order = order
            self.event = event
            self.delivery = delivery
            self.lines = lines
            self.isFirst = isFirst
        }
    }

    /// Why lines became billable.
    public enum Event: Sendable {
        /// Goods left the house or a service was done.
        case delivery
        /// A milestone was reached: its percentage of every line.
        case milestone(Milestone)
        /// A period of a recurring plan came due: the ordered quantities once more.
        case period(Period)
    }

    /// How far a line goes with this event, in the event's own measure.
    public struct Line: Sendable {
        public let line: ReviewedOrder.Line
        /// Billed on earlier invoices.
        public let before: Decimal
        /// Billed after this invoice; at most `whole`.
        public let after: Decimal
        /// What `before` and `after` are parts of: the ordered quantity, or 100 percent.
        public let whole: Decimal

        public init(line: ReviewedOrder.Line, before: Decimal, after: Decimal, whole: Decimal) {
            self.line = line
            self.before = before
            self.after = after
            self.whole = whole
        }
    }

    /// The order as if all of it were delivered on its own day: for trial calculations. Of a
    /// recurring plan that is one period.
    public static func whole(_ order: ReviewedOrder) -> Fulfilment {
        Fulfilment([
            Part(
                order: order, event: .delivery,
                delivery: Delivery(id: "PREVIEW", order: order.order.id, date: order.order.date),
                lines: order.lines.map {
                    Line(
                        line: $0, before: .zero, after: $0.ordered.quantity,
                        whole: $0.ordered.quantity)
                }, isFirst: true)
        ])
    }

    /// - Precondition: there is a part.
    public init(_ parts: [Part], advances: [Advance] = []) {
        precondition(!parts.isEmpty, "an invoice bills something")
        self.parts = parts
        self.advances = advances
    }

    /// Whether every line of every order is billed whole with it. Lines that were billed whole before
    /// are not seen: then it is not the last for all that is known here.
    var isLast: Bool {
        let orders = Set(parts.map(\.order.order.id))
        return orders.allSatisfy { id in
            let own = parts.filter { $0.order.order.id == id }
            let done = Set(
                own.flatMap(\.lines).filter { $0.after == $0.whole }.map(\.line.ordered.number))
            return own[0].order.lines.allSatisfy { done.contains($0.ordered.number) }
        }
    }

    /// The order whose terms the document carries; all parts share them.
    var order: ReviewedOrder { parts[0].order }
    /// The day of the last event: the latest supply on the document.
    var date: CalendarDate { parts.map(\.delivery.date).max() ?? parts[0].delivery.date }
}
