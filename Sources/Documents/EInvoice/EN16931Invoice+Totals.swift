import Invoicing
import Money

extension EN16931Invoice {
    /// BG-22: the document's totals.
    public struct Totals: Hashable, Sendable {
        /// BT-106: Σ of the lines' net amounts.
        public let lines: Money
        /// BT-107: Σ of the document's allowances.
        public let allowances: Money?
        /// BT-108: Σ of the document's charges.
        public let charges: Money?
        /// BT-109: without VAT.
        public let withoutVAT: Money
        /// BT-110.
        public let vat: Money
        /// BT-111: the VAT in the currency the seller accounts for it in, which is BT-6.
        public let accountingVAT: Money?
        /// BT-112: with VAT.
        public let withVAT: Money
        /// BT-114: added for payment only.
        public let rounding: Money?
        /// BT-115.
        public let payable: Money
    }
}

extension EN16931Invoice.Totals {
    /// VAT on an invoice in a foreign currency is stated in the seller's own as well: Art. 230 of
    /// Directive 2006/112/EC.
    init(_ invoice: Invoice) {
        let totals = invoice.totals
        let exchanged = invoice.exchange?.tax
        self.init(
            lines: totals.lines, allowances: invoice.allowances.isEmpty ? nil : totals.discount,
            charges: invoice.charges.isEmpty ? nil : totals.freight, withoutVAT: totals.taxable,
            vat: totals.tax, accountingVAT: totals.tax.isZero ? nil : exchanged,
            withVAT: totals.withTax, rounding: totals.roundOff.isZero ? nil : totals.roundOff,
            payable: totals.payable)
    }
}
