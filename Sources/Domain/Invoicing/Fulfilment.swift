import Money
import Trade

/// A delivery against a reviewed order: what becomes billable, and what was billed before.
public struct Fulfilment: Sendable {
    public let order: ReviewedOrder
    public let delivery: Delivery
    public let lines: [Line]
    /// Nothing of the order was billed before; freight on the document is charged now.
    public let isFirst: Bool

    /// How far a line goes with this delivery.
    public struct Line: Sendable {
        public let line: ReviewedOrder.Line
        /// Billed on earlier invoices.
        public let before: Decimal
        /// Billed after this invoice; at most what was ordered.
        public let after: Decimal

        public init(line: ReviewedOrder.Line, before: Decimal, after: Decimal) {
            self.line = line
            self.before = before
            self.after = after
        }
    }

    /// The order as if all of it were delivered on its own day: for trial calculations.
    public static func whole(_ order: ReviewedOrder) -> Fulfilment {
        Fulfilment(
            order: order,
            delivery: Delivery(id: "PREVIEW", order: order.order.id, date: order.order.date),
            lines: order.lines.map {
                Line(line: $0, before: .zero, after: $0.ordered.quantity)
            }, isFirst: true)
    }

    public init(order: ReviewedOrder, delivery: Delivery, lines: [Line], isFirst: Bool) {
        self.order = order
        self.delivery = delivery
        self.lines = lines
        self.isFirst = isFirst
    }
}
