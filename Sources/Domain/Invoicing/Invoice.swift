import Diagnostics
import Money
import Tax
import Trade

/// A document with every amount made: the one source of page, e-invoice, canonical JSON and books.
///
/// An invoice, or another kind that has the same parts: credit and debit note, proforma, advance,
/// refund. Stands by itself: it holds what it says, not the records it was made from, and is read
/// back from its canonical JSON as it was. Whatever prints it only prints.
public struct Invoice: Sendable {
    public internal(set) var kind: DocumentKind
    public internal(set) var title: Treatment.Title
    /// The series' placeholder until it is issued.
    public internal(set) var number: String
    public internal(set) var issueDate: CalendarDate
    /// Last day to pay; `nil` where nothing is asked for.
    public internal(set) var dueDate: CalendarDate?
    /// Day of supply, the last of several; of an advance, the day it was received.
    public internal(set) var taxPoint: CalendarDate
    public let currency: Currency
    /// BCP 47.
    public let language: String
    /// BCP 47, of a bilingual document; never the same as `language`.
    public let secondLanguage: String?
    public let regime: String
    public let seller: Seller
    public let buyer: Buyer
    /// Where goods went: always said in India (Rule 46(o)), elsewhere where it differs.
    public let shipTo: Place?
    /// What is billed: one event of one order, or several that are billed together.
    public internal(set) var parts: [Part]
    public internal(set) var contract: ContractReference?
    /// The documents it lowers, raises or refunds.
    public internal(set) var references: [Reference] = []
    /// Why a note was written.
    public internal(set) var reason: String?
    public let treatment: Treatment
    public internal(set) var export: Export?
    public internal(set) var lines: [InvoiceLine]
    public internal(set) var documentDiscount: DocumentDiscount?
    public internal(set) var documentFreight: DocumentFreight?
    /// Document discount, one per category and rate (BG-20).
    public internal(set) var allowances: [Adjustment]
    /// Document freight, one per category and rate (BG-21).
    public internal(set) var charges: [Adjustment]
    public internal(set) var taxSummary: [TaxGroup]
    public internal(set) var totals: Totals
    /// Advances that are taken off what is to be paid (BT-113), with the tax in them.
    public internal(set) var prepayments: [Prepayment] = []
    public internal(set) var exchange: Exchange?
    public internal(set) var payment: Payment?
    /// The company's sentences.
    public let terms: [String]
    public let signatory: String?
    /// Deviations from what was agreed that were let pass.
    public internal(set) var approvals: [ApprovalNote] = []
    /// What travels with it (BG-24).
    public var attachments: [Attachment] = []
    /// Where each amount comes from.
    public internal(set) var explanation: Explanation
    /// The record it was made from: what findings about it point at. Not a part of the document.
    public internal(set) var origin: SourceLocation

    /// The first of the orders; they share customer, terms and place.
    public var order: OrderReference { parts[0].order }
    /// The last of the deliveries: its day is the latest supply.
    public var delivery: DeliveryReference? { parts[parts.count - 1].delivery }
    /// Prices, discounts and freight of its lines contain the tax.
    public var pricesIncludeTax: Bool { totals.inclusive != nil }

    /// The same invoice under the number it is issued with.
    public func numbered(_ number: String) -> Invoice {
        var copy = self
        copy.number = number
        return copy
    }
}

extension Invoice {
    /// A discount of the document as a whole; absent where parts of it differ.
    public struct DocumentDiscount: Sendable {
        public let reason: String?
        public let percent: Decimal?
        public let amount: Money
    }

    /// Carriage of the document as a whole.
    public struct DocumentFreight: Sendable {
        public let description: String?
        public let amount: Money
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
        /// What the lines come to with their tax, where prices are stated with tax: Σ lines −
        /// discount + freight. It is what is asked for, to the minor unit.
        public var inclusive: Money?
        /// Without tax (BT-109).
        public let taxable: Money
        public let taxes: TaxAmounts
        /// Σ taxes that are asked for (BT-110).
        public let tax: Money
        /// Σ taxes that the recipient owes: stated, not asked for.
        public var reverseTax: Money?
        /// Paid for the buyer as its pure agent (CGST Rule 33): asked for, outside the value.
        public var outside: Money?
        /// With tax (BT-112), before round-off: taxable + tax + outside.
        public let withTax: Money
        /// Added to reach whole units of the currency, or the stated gross (BT-114).
        public let roundOff: Money
        /// Where something was paid before: with tax and round-off, which is what the invoice
        /// comes to.
        public var invoiced: Money?
        /// Paid before (BT-113): Σ prepayments.
        public var prepaid: Money?
        /// What is to be paid (BT-115): with tax + round-off − prepaid.
        public let payable: Money
    }

    /// An advance or deposit as far as it is taken off here, with the tax stated on it.
    public struct Prepayment: Sendable {
        /// The receipt voucher or deposit invoice.
        public let number: String
        public let date: CalendarDate
        public let taxable: Money
        public let taxes: TaxAmounts
        public let tax: Money
        public let total: Money
    }

    /// The totals in the company's currency.
    public struct Exchange: Sendable {
        public let rate: ExchangeRate
        public let payable: Money
        public let tax: Money
        /// `payable` in words, in the company's language.
        public let words: String?
    }

    /// How and when to pay (BG-16).
    public struct Payment: Sendable {
        public let due: PaymentTerms.Due?
        /// What is to be paid when; empty where all is due at once.
        public let instalments: [Instalment]
        public let earlyPayment: [EarlyPayment]
        public let account: Account?
    }

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
}
