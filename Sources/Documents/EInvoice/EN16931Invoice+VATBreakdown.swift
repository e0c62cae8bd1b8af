import Invoicing
import Money

extension EN16931Invoice {
    /// BG-23: what one VAT category and rate is charged on, and how much.
    public struct VATBreakdown: Hashable, Sendable {
        /// BT-116.
        public var taxable: Money
        /// BT-117.
        public var amount: Money
        /// BT-118 and BT-119.
        public var vat: VAT
        /// BT-120: why no VAT is charged, in words.
        public var exemptionReason: String?
        /// BT-121: the same as a VATEX code.
        public var exemptionCode: String?
    }
}

extension EN16931Invoice.VATBreakdown {
    init(_ group: Invoice.TaxGroup) throws(EInvoiceError) {
        self.init(
            taxable: group.taxable,
            amount: group.amounts[.vat] ?? .zero(group.taxable.currency),
            vat: try EN16931Invoice.VAT(group.tax), exemptionReason: group.tax.exemption?.reason,
            exemptionCode: group.tax.exemption?.code)
    }
}
