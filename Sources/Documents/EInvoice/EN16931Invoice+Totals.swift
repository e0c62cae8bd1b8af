import Invoicing
import Money

extension EN16931Invoice {
    /// BG-22: the document's totals.
    public struct Totals: Hashable, Sendable {
        /// BT-106: Σ of the lines' net amounts; absent from the smallest profile of Factur-X only.
        public var lines: Money?
        /// BT-107: Σ of the document's allowances.
        public var allowances: Money?
        /// BT-108: Σ of the document's charges.
        public var charges: Money?
        /// BT-109: without VAT.
        public var withoutVAT: Money
        /// BT-110.
        public var vat: Money?
        /// BT-111: the VAT in the currency the seller accounts for it in, which is BT-6.
        public var accountingVAT: Money?
        /// BT-112: with VAT.
        public var withVAT: Money
        /// BT-113: paid before, by deposits.
        public var paid: Money?
        /// BT-114: added for payment only.
        public var rounding: Money?
        /// BT-115.
        public var payable: Money
    }
}

extension EN16931Invoice.Totals {
    /// VAT on an invoice in a foreign currency is stated in the seller's own as well: Art. 230 of
    /// Directive 2006/112/EC.
    init(_ invoice: Invoice) {
        let totals = invoice.totals
        let isInclusive = invoice.pricesIncludeTax
        // A deposit invoice is written for money that is there: nothing is left to pay.
        let isReceived = invoice.kind == .advance
        self.init(
            lines: isInclusive ? totals.taxable : totals.lines,
            allowances: isInclusive || invoice.allowances.isEmpty ? nil : totals.discount,
            charges: isInclusive || invoice.charges.isEmpty ? nil : totals.freight,
            withoutVAT: totals.taxable, vat: totals.tax,
            accountingVAT: totals.tax.isZero ? nil : invoice.exchange?.tax,
            withVAT: totals.withTax, paid: isReceived ? totals.payable : totals.prepaid,
            rounding: totals.roundOff.isZero ? nil : totals.roundOff,
            payable: isReceived ? .zero(totals.payable.currency) : totals.payable)
    }
}
