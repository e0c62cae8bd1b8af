import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

extension OrderStates {
    /// What a cancellation ended and what it left.
    public struct Cancelled: Sendable {
        public let order: String
        public let day: CalendarDate
        /// What was not delivered and will not be.
        public let lines: [Line]
        /// Periods of its plan that will not be billed.
        public let periods: (count: Int, days: Period)?
        /// The percentage that milestones have reached; the rest will not be billed.
        public let milestones: Decimal?
        /// Deliveries that waited for the rest of the order and are billed from today.
        public let freedDeliveries: Int
        /// Deliveries, milestones and periods that are still billed, the freed ones among them.
        public let unbilled: Int
        /// Money received for it that no invoice has taken off: to be paid back.
        public let advances: [Advance]

        public struct Line: Sendable {
            public let line: Int
            public let item: String
            public let quantity: Decimal
        }
    }

    /// Cancels what is left of an order. What was delivered stays billable.
    public func cancel(_ id: String, _ decision: Decision) throws -> Cancelled {
        try books.change { transaction in
            guard let order = try Books.order(id, in: transaction) else {
                throw try UsageError.unknownOrder(id, in: transaction)
            }
            if order.state == .cancelled {
                throw UsageError(
                    "order \(id) was cancelled\(try story(of: order, .cancelled, in: transaction))")
            }
            let today = try today(in: transaction)
            let before = try status(of: id, on: today, in: transaction)
            let hasPeriods = try Books.hasPeriods(id, in: transaction)
            let periods = try Books.periodsToCome(of: id, after: today, in: transaction)
            let open = hasPeriods ? [] : before.filter { $0.open > .zero }
            let reached = before.compactMap(\.milestones?.reached).max()
            let isDone =
                hasPeriods ? periods == nil : reached.map { $0 == Decimal(100) } ?? open.isEmpty
            if isDone {
                throw UsageError(
                    "nothing of order \(id) is left to cancel",
                    hint: "what was delivered is billed; its documents are corrected by "
                        + "bijak credit NUMBER, or cancelled by bijak cancel NUMBER")
            }
            let waiting = try Books.waitingDeliveries(of: id, in: transaction)
            try Books.add(
                Books.OrderEvent(
                    kind: .cancelled, date: today, reason: decision.reason, person: decision.person),
                to: id, in: transaction)
            try Books.endPlan(of: id, on: today, in: transaction)
            try world.stamp(books, in: transaction).enter(
                .cancelOrder, id, decision.reason ?? "", by: decision.person, in: transaction)
            return Cancelled(
                order: id, day: today,
                lines: open.map { .init(line: $0.line, item: $0.item, quantity: $0.open) },
                periods: periods, milestones: reached, freedDeliveries: waiting,
                unbilled: try Books.unbilledDeliveries(of: id, in: transaction),
                advances: try Books.openAdvances(of: id, in: transaction).compactMap {
                    try Books.openAdvance($0, in: transaction)?.rest
                })
        }
    }

    private func status(
        of order: String, on day: CalendarDate, in transaction: borrowing Transaction
    ) throws -> [Books.LineStatus] {
        var lines: [Books.LineStatus] = []
        try Books.status(order: order, customer: nil, on: day, in: transaction) { lines.append($0) }
        return lines
    }
}
