import Money

extension UBLWriter {
    /// BG-20 or BG-21.
    mutating func adjustment(_ adjustment: EN16931Invoice.Adjustment, isCharge: Bool) {
        group("cac:AllowanceCharge") {
            $0.adjustmentTerms(
                isCharge, adjustment.reason, adjustment.reasonCode, adjustment.percent,
                adjustment.amount, adjustment.base)
            $0.taxCategory("cac:TaxCategory", adjustment.vat)
        }
    }

    /// What adjustments of the document and of a line have in common.
    mutating func adjustmentTerms(
        _ isCharge: Bool, _ reason: String?, _ reasonCode: String?, _ percent: Decimal?,
        _ amount: Money, _ base: Money?
    ) {
        text("cbc:ChargeIndicator", isCharge ? "true" : "false")
        text("cbc:AllowanceChargeReasonCode", reasonCode)
        text("cbc:AllowanceChargeReason", reason)
        text("cbc:MultiplierFactorNumeric", percent?.description)
        self.amount("cbc:Amount", amount)
        self.amount("cbc:BaseAmount", base)
    }

    /// BT-110 with BG-23, and BT-111 as a total of its own without a breakdown. The schema has no
    /// breakdown without a total: what is not there is zero (BR-CO-14).
    mutating func taxTotal(_ invoice: EN16931Invoice) {
        group("cac:TaxTotal") {
            $0.amount("cbc:TaxAmount", invoice.totals.vat ?? .zero(invoice.currency))
            for group in invoice.vatBreakdown {
                $0.group("cac:TaxSubtotal") {
                    $0.amount("cbc:TaxableAmount", group.taxable)
                    $0.amount("cbc:TaxAmount", group.amount)
                    $0.taxCategory(
                        "cac:TaxCategory", group.vat, code: group.exemptionCode,
                        reason: group.exemptionReason)
                }
            }
        }
        if let accountingVAT = invoice.totals.accountingVAT {
            group("cac:TaxTotal") { $0.amount("cbc:TaxAmount", accountingVAT) }
        }
    }

    /// BG-22.
    mutating func totals(_ totals: EN16931Invoice.Totals) {
        group("cac:LegalMonetaryTotal") {
            $0.amount("cbc:LineExtensionAmount", totals.lines)
            $0.amount("cbc:TaxExclusiveAmount", totals.withoutVAT)
            $0.amount("cbc:TaxInclusiveAmount", totals.withVAT)
            $0.amount("cbc:AllowanceTotalAmount", totals.allowances)
            $0.amount("cbc:ChargeTotalAmount", totals.charges)
            $0.amount("cbc:PrepaidAmount", totals.paid)
            $0.amount("cbc:PayableRoundingAmount", totals.rounding)
            $0.amount("cbc:PayableAmount", totals.payable)
        }
    }

    /// A category, its rate, and why it is exempt.
    mutating func taxCategory(
        _ name: String, _ vat: EN16931Invoice.VAT, code: String? = nil, reason: String? = nil
    ) {
        group(name) {
            $0.text("cbc:ID", vat.category.rawValue)
            $0.text("cbc:Percent", vat.rate?.description)
            $0.text("cbc:TaxExemptionReasonCode", code)
            $0.text("cbc:TaxExemptionReason", reason)
            $0.group("cac:TaxScheme") { $0.text("cbc:ID", "VAT") }
        }
    }
}
