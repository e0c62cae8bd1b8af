import Money
import Trade

/// What stands around an order in the books and is needed to judge it.
public struct OrderContext: Sendable {
    /// Nothing of the order is delivered yet: customer, credit and quantities still decide whether
    /// it is taken. What was delivered must be billed, whatever they say.
    public var isNew: Bool
    public var reading = Reading.judged
    /// Decisions to take it although it deviates.
    public var approvals: [Approval] = []
    /// What the customer owes already; asked where it has a credit limit.
    public var exposure: Exposure?
    /// Ordered before under the same contract, by item; asked where the contract limits quantities.
    public var orderedBefore: [String: Decimal] = [:]

    public init(isNew: Bool) { self.isNew = isNew }

    /// What becomes of what an order states otherwise than was agreed.
    public enum Reading: Sendable {
        /// It is a finding, or was approved.
        case judged
        /// It holds, unasked: the order was taken before such things were looked at.
        case stated
        /// What was agreed holds: the order is wanted as it should be.
        case agreed
    }
}

/// What a customer could fail to pay: invoices that are open, and goods that are delivered and not
/// billed yet. Orders that are only taken do not count.
public struct Exposure: Sendable {
    public let openInvoices: Money
    public let unbilled: Money

    public init(openInvoices: Money, unbilled: Money) {
        self.openInvoices = openInvoices
        self.unbilled = unbilled
    }
}
