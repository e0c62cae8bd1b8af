import Money
import Tax
import Trade

/// An invoice with every amount made: the one source of page, e-invoice, canonical JSON and books.
///
/// Whatever prints it only prints. `number` is the series' placeholder until it is issued.
public struct Invoice: Sendable {
    public internal(set) var number: String
    public let issueDate: CalendarDate
    public let dueDate: CalendarDate
    public let currency: Currency
    /// BCP 47.
    public let language: String
    public let regime: String
    public let company: Company
    /// What is billed: one event of one order, or several that are billed together.
    public let parts: [Fulfilment.Part]
    public let treatment: Treatment
    public let paymentTerms: PaymentTerms
    /// What is to be paid when; empty where all is due at once.
    public let instalments: [Instalment]
    public let earlyPayment: [EarlyPayment]
    public let lines: [InvoiceLine]
    /// Document discount, one per category and rate (BG-20).
    public let allowances: [Adjustment]
    /// Document freight, one per category and rate (BG-21).
    public let charges: [Adjustment]
    public let taxSummary: [TaxGroup]
    public let totals: Totals
    public let exchange: Exchange?
    /// Where each amount comes from.
    public let explanation: Explanation

    /// The first of the orders; they share customer, terms and place.
    public var order: Order { parts[0].order.order }
    public var customer: Customer { parts[0].order.customer }
    public var shipTo: Customer.ShipTo? { parts[0].order.shipTo }
    /// The last of the deliveries: its day is the latest supply.
    public var delivery: Delivery { parts[parts.count - 1].delivery }

    /// A part of the amount payable and its day.
    public struct Instalment: Sendable {
        public let percent: Decimal
        public let date: CalendarDate
        public let amount: Money
    }

    /// What may be deducted when everything is paid by a day.
    public struct EarlyPayment: Sendable {
        public let until: CalendarDate
        public let percent: Decimal
        public let amount: Money
        /// What is left to pay: payable − amount.
        public let payable: Money
    }

    /// A discount or charge of the document as far as it belongs to one category and rate.
    public struct Adjustment: Sendable {
        public let reason: String
        /// The rate of the discount where it was a percentage that gives this amount exactly.
        public let percent: Decimal?
        /// What the percentage is of.
        public let base: Money?
        public let amount: Money
        public let tax: LineTax
    }

    /// Taxable value and tax of one category and rate (and HSN in India): BG-23.
    public struct TaxGroup: Sendable {
        public let hsn: String?
        public let tax: LineTax
        public let taxable: Money
        public let amounts: TaxAmounts
        /// Σ amounts (BT-117).
        public let total: Money
        /// The numbers of its lines.
        public let lines: [Int]
    }

    public struct Totals: Sendable {
        /// Σ line net (BT-106).
        public let lines: Money
        /// Document discount (BT-107).
        public let discount: Money
        /// Document freight (BT-108).
        public let freight: Money
        /// Without tax (BT-109).
        public let taxable: Money
        public let taxes: TaxAmounts
        /// Σ taxes (BT-110).
        public let tax: Money
        /// Added to reach whole units of the currency (BT-114).
        public let roundOff: Money
        /// With tax (BT-112), before round-off.
        public let withTax: Money
        /// What is to be paid (BT-115).
        public let payable: Money
    }

    /// The totals in the company's own currency.
    public struct Exchange: Sendable {
        public let rate: ExchangeRate
        public let payable: Money
        public let tax: Money
    }

    /// The same invoice under the number it is issued with.
    public func numbered(_ number: String) -> Invoice {
        var copy = self
        copy.number = number
        return copy
    }
}

/// One line of an invoice.
public struct InvoiceLine: Sendable {
    public let number: Int
    /// Which of the invoice's parts it belongs to, from 0.
    public let part: Int
    public let ordered: OrderLine
    public let item: Item
    /// The item's unit, or the regime's for a milestone's share.
    public let unit: String
    public let quantity: Decimal
    public let unitPrice: Decimal
    /// The quantity the price is for.
    public let per: Decimal
    /// round(quantity × unit price ÷ per).
    public let gross: Money
    public let discountPercent: Decimal?
    public let discountReason: String?
    public let discount: Money
    public let freight: Money
    /// gross − discount + freight (BT-131).
    public let net: Money
    /// This line's share of the document's discount and freight.
    public let documentDiscount: Money
    public let documentFreight: Money
    /// What tax is on.
    public let taxable: Money
    public let tax: LineTax
    /// Tax of this line, where the regime rounds per line.
    public let taxes: TaxAmounts
    /// taxable + taxes.
    public let total: Money

    public var name: String { ordered.description ?? item.name }
    public var note: String? { ordered.note ?? item.note }
}

/// Amounts of tax by head, in the heads' own order.
public struct TaxAmounts: Sendable, Hashable {
    public private(set) var amounts: [TaxHead: Money] = [:]

    public init() {}

    public subscript(head: TaxHead) -> Money? { amounts[head] }

    public mutating func add(_ amount: Money, to head: TaxHead) throws(AmountOverflow) {
        amounts[head] =
            try amounts[head].map { (known) throws(AmountOverflow) in try known + amount } ?? amount
    }

    public mutating func add(_ other: TaxAmounts) throws(AmountOverflow) {
        for head in TaxHead.allCases {
            if let amount = other[head] { try add(amount, to: head) }
        }
    }

    /// The sum of all heads.
    public func total(_ currency: Currency) throws(AmountOverflow) -> Money {
        try amounts.values.total(currency)
    }
}
