import Diagnostics
import Formats
import Money

/// What a customer has ordered and on which terms.
public struct Order: Sendable {
    public let id: String
    public let customer: String
    public let date: CalendarDate
    /// The customer's own number.
    public let purchaseOrder: String?
    public let purchaseOrderDate: CalendarDate?
    public let currency: Currency
    /// A ship-to address of the customer, by id.
    public let shipTo: String?
    /// On the document as a whole.
    public let discount: Discount?
    public let freight: Freight?
    public let exchangeRate: ExchangeRate?
    public let paymentTerms: PaymentTerms?
    public let incoterm: String?
    public let note: String?
    /// The contract it is placed under.
    public let contract: String?
    /// 1 for the order as first placed, one more with each change.
    public let revision: Int
    /// The tax registration of the customer that is billed, capitals without blanks; the
    /// customer's main one where absent.
    public let billTo: String?
    /// What the customer reckons the order comes to.
    public let totals: StatedTotals?
    /// Where property lies, work is done or goods are installed.
    public let site: Site?
    /// India: the place of supply that somebody decided against the table's.
    public let placeOfSupply: StatedPlace?
    /// Prices, discounts and freight are stated with tax.
    public let pricesIncludeTax: Bool
    public let lines: [OrderLine]
    public let node: DataNode

    /// Lines of one order at most; a larger order is split by its customer.
    public static let lineLimit = 20_000
}

/// One thing ordered.
public struct OrderLine: Sendable {
    public let number: Int
    public let item: String
    public let description: String?
    public let note: String?
    public let quantity: Decimal
    /// The agreed price; the price list's where absent.
    public let unitPrice: Decimal?
    public let per: Decimal?
    public let discount: Discount?
    public let freight: Freight?
    public let node: DataNode
}

/// A reduction: a percentage or an amount, and why.
public struct Discount: Sendable {
    public enum Size: Sendable {
        /// 0 to 100.
        case percent(Decimal)
        /// In the order's currency.
        case amount(Money)
    }

    public let size: Size
    public let reason: String?

    public init(size: Size, reason: String?) {
        self.size = size
        self.reason = reason
    }
}

/// A charge for carriage.
public struct Freight: Sendable {
    public let amount: Money
    public let description: String?

    public init(amount: Money, description: String?) {
        self.amount = amount
        self.description = description
    }
}

/// Amounts that the customer states of the whole order, in its currency; at least one of them.
public struct StatedTotals: Sendable {
    /// Without tax.
    public let taxable: Money?
    public let tax: Money?
    public let payable: Money?
    public let node: DataNode
}

/// Company currency for one unit of the order's currency.
public struct ExchangeRate: Sendable {
    public let rate: Decimal
    public let source: String
    public let date: CalendarDate

    public init(rate: Decimal, source: String, date: CalendarDate) {
        self.rate = rate
        self.source = source
        self.date = date
    }
}
