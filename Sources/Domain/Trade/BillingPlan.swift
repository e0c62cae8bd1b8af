import Money

/// When a contract's orders are billed.
public enum BillingPlan: Sendable {
    /// One invoice for each delivery.
    case perDelivery
    /// One invoice once all of an order is delivered.
    case onCompletion
    /// One invoice for all deliveries of a month.
    case perMonth
    /// A share of the order with each milestone that is reached.
    case milestones([Milestone])
    /// The same amount for each period.
    case recurring(RecurringPlan)
}

/// A stage of the work that makes a share of the order billable.
public struct Milestone: Sendable {
    public let id: String
    /// Printed.
    public let description: String
    /// Above 0; those of a plan add up to 100.
    public let percent: Decimal
}

/// Periods that are billed one after the other.
public struct RecurringPlan: Sendable {
    /// Length of a period: 1, 3, 6 or 12 months.
    public let months: Int
    /// Billed on the first day of a period; else on its last.
    public let inAdvance: Bool
    /// The first day of the first period; the following begin on the same day of the month, or on
    /// the last of a shorter one.
    public let anchor: CalendarDate
    /// The record states the anchor; else it is the contract's first day, which an amendment's
    /// record does not tell.
    let statesAnchor: Bool
}

extension BillingPlan {
    /// The same with periods that begin on the contract's first day where none is stated.
    func anchored(on day: CalendarDate) -> BillingPlan {
        guard case .recurring(let plan) = self, !plan.statesAnchor else { return self }
        return .recurring(
            RecurringPlan(
                months: plan.months, inAdvance: plan.inAdvance, anchor: day, statesAnchor: false))
    }
}
