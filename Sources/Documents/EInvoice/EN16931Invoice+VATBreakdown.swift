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
    static func all(
        of invoice: Invoice, as form: EInvoiceForm
    ) throws(EInvoiceError) -> [Self] {
        var all: [Self] = []
        for group in invoice.taxSummary {
            var part = try Self(group, isExported: invoice.isExported)
            // XRechnung wants a rate of every group (BR-DE-14), outside the scope of VAT too.
            if form.isXRechnung { part.vat.rate = part.vat.rate ?? .zero }
            all.append(part)
        }
        guard invoice.isExported, var only = all.first else { return all }
        // India sums up by HSN code and rate; outside the scope of VAT there is one part (BR-O-01),
        // and it is the whole invoice (BR-O-11).
        only.taxable = invoice.totals.taxable
        only.exemptionCode = "VATEX-EU-O"
        only.exemptionReason = invoice.treatment.endorsement
        return [only]
    }

    init(_ group: Invoice.TaxGroup, isExported: Bool) throws(EInvoiceError) {
        let vat = try EN16931Invoice.VAT(group.tax, isExported: isExported)
        self.init(
            taxable: group.taxable,
            amount: group.amounts[.vat] ?? .zero(group.taxable.currency),
            vat: vat, exemptionReason: group.tax.exemption?.reason,
            exemptionCode: group.tax.exemption?.code)
    }
}
