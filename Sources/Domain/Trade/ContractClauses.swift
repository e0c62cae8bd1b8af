import Diagnostics
import Formats
import Money

/// What an item costs under a contract.
public struct ContractPrice: Sendable {
    public let item: String
    public let pricing: Pricing
    /// First day; as long as its contract or amendment holds where absent.
    public let from: CalendarDate?
    /// Last day, or open.
    public let to: CalendarDate?
    public let source: ClauseSource

    func holds(on day: CalendarDate) -> Bool { (from ?? day) <= day && day <= (to ?? day) }
}

/// A reduction that a contract grants.
public struct ContractDiscount: Sendable {
    /// What it is granted on.
    public enum Scope: Sendable, Hashable {
        /// On lines of one item.
        case item(String)
        /// On lines of a product group.
        case group(String)
        /// On every line.
        case lines
        /// On the order as a whole.
        case order
    }

    public let scope: Scope
    /// 0 to 100; an amendment ends a discount with 0.
    public let percent: Decimal
    /// Printed.
    public let reason: String?
    public let from: CalendarDate?
    public let to: CalendarDate?
    public let source: ClauseSource

    func holds(on day: CalendarDate) -> Bool { (from ?? day) <= day && day <= (to ?? day) }
}

extension ContractDiscount.Scope: CustomStringConvertible {
    /// For findings: `item SEAL-40`, `group seals`, `every line`, `the order`.
    public var description: String {
        switch self {
        case .item(let id): "item \(id)"
        case .group(let id): "group \(id)"
        case .lines: "every line"
        case .order: "the order"
        }
    }
}

/// What may be ordered under a contract, and how much.
public struct ContractProduct: Sendable {
    public enum Scope: Sendable, Hashable {
        case item(String)
        case group(String)

        /// As findings name it: `CABLE-10`, `group cables`.
        public var name: String {
            switch self {
            case .item(let item): item
            case .group(let group): "group \(group)"
            }
        }
    }

    public let scope: Scope
    /// Quantity of one order line at least.
    public let minimum: Decimal?
    /// Quantity of one order line at most; an amendment takes a product out with 0.
    public let maximum: Decimal?
    /// Quantity over the whole contract at most.
    public let total: Decimal?
    public let source: ClauseSource
}

/// What a contract says about carriage.
public struct ContractFreight: Sendable {
    public let charged: FreightCharge
    /// In the contract's currency; the order's own freight where absent.
    public let amount: Money?
    /// The amount in an amendment's record, where the currency is not known yet.
    let stated: Decimal?

    /// The same with its amount in the contract's currency.
    func `in`(_ currency: Currency) -> ContractFreight {
        guard let stated else { return self }
        // Amounts are read below `Fields.numberLimit`: in minor units they always fit.
        let amount = try? Money(stated, currency, .halfAwayFromZero)
        return ContractFreight(charged: charged, amount: amount, stated: nil)
    }
}

/// When freight is charged.
public enum FreightCharge: String, CaseIterable, Sendable {
    /// Whole, with the first delivery.
    case firstDelivery = "first-delivery"
    /// Anew with each delivery.
    case eachDelivery = "each-delivery"
    /// Shared among deliveries by quantity.
    case byQuantity = "by-quantity"
    /// Never: prices include it.
    case included
}
