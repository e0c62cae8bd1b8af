import Diagnostics
import Formats
import Money

/// What a customer and the company have agreed for a time, or an amendment to it.
///
/// A record with `amends` is an amendment: it holds from its own first day, and what it says about
/// an item, a group, payment, freight or billing takes the place of what was said before. What holds
/// on a day is `ContractTerms`, given by the `ContractBook`.
public struct Contract: Sendable {
    public let id: String
    /// The customer's id; `nil` of an amendment.
    public let customer: String?
    /// The contract, or the earlier amendment, that this record changes.
    public let amends: String?
    public let title: String?
    /// The customer's own number for it.
    public let reference: String?
    /// Of all prices and amounts; `nil` of an amendment.
    public let currency: Currency?
    /// First day; of an amendment the day from which it holds.
    public let from: CalendarDate
    /// Last day, or open; in an amendment the contract's new last day.
    public let to: CalendarDate?
    public let note: String?
    public let prices: [ContractPrice]
    public let discounts: [ContractDiscount]
    /// What may be ordered, and how much; `nil`: anything.
    public let products: [ContractProduct]?
    public let paymentTerms: Clause<PaymentTerms>?
    /// Of an amendment still without its amount, which has the contract's currency.
    public let freight: Clause<ContractFreight>?
    public let billing: Clause<BillingPlan>?
    public let node: DataNode

    /// Places in `prices` by item.
    let pricesByItem: [String: [Int]]
    let discountsByScope: [ContractDiscount.Scope: [Int]]
    let productsByScope: [ContractProduct.Scope: Int]

    /// At most so many of each in one record; what needs more is several contracts.
    static let priceLimit = 5000
    static let discountLimit = 200
    static let productLimit = 5000

    var isAmendment: Bool { amends != nil }

    /// The price of an item that this record itself states for a day.
    func price(of item: String, on day: CalendarDate) -> ContractPrice? {
        pricesByItem[item]?.first { prices[$0].holds(on: day) }.map { prices[$0] }
    }

    func discount(_ scope: ContractDiscount.Scope, on day: CalendarDate) -> ContractDiscount? {
        discountsByScope[scope]?.first { discounts[$0].holds(on: day) }.map { discounts[$0] }
    }

    func product(_ scope: ContractProduct.Scope) -> ContractProduct? {
        productsByScope[scope].flatMap { products?[$0] }
    }
}
