import Invoicing
import Money
import Trade

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
    /// XRechnung wants a rate of every group (BR-DE-14), outside the scope of VAT too.
    init(_ group: Invoice.TaxGroup, as form: EInvoiceForm) throws(EInvoiceError) {
        var vat = try EN16931Invoice.VAT(group.tax)
        if form.isXRechnung { vat.rate = vat.rate ?? .zero }
        self.init(
            taxable: group.taxable,
            amount: group.amounts[.vat] ?? .zero(group.taxable.currency),
            vat: vat, exemptionReason: group.tax.exemption?.reason,
            exemptionCode: group.tax.exemption?.code)
    }
}
