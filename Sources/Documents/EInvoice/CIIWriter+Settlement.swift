import Money

extension CIIWriter {
    /// BT-5, BT-6, BT-83, BT-90, BG-10, BG-16, BG-23, BG-14, BG-20, BG-21, BT-9, BT-20, BT-89, BG-22,
    /// BG-3, BT-19.
    mutating func settlement(_ invoice: EN16931Invoice) {
        group("ram:ApplicableHeaderTradeSettlement") {
            if $0.extent == .minimum {
                $0.text("ram:InvoiceCurrencyCode", invoice.currency.code)
                $0.totals(invoice)
                return
            }
            $0.text("ram:CreditorReferenceID", invoice.payment?.directDebit?.creditor)
            $0.text("ram:PaymentReference", invoice.payment?.remittance)
            $0.text("ram:TaxCurrencyCode", invoice.accountingCurrency?.code)
            $0.text("ram:InvoiceCurrencyCode", invoice.currency.code)
            $0.payee(invoice.payee)
            $0.payment(invoice.payment)
            $0.breakdown(invoice)
            $0.period(invoice.invoicingPeriod)
            for allowance in invoice.allowances { $0.adjustment(allowance, isCharge: false) }
            for charge in invoice.charges { $0.adjustment(charge, isCharge: true) }
            $0.paymentTerms(invoice)
            $0.totals(invoice)
            for preceding in invoice.precedingInvoices.prefix($0.precedingInvoices) {
                $0.group("ram:InvoiceReferencedDocument") {
                    $0.text("ram:IssuerAssignedID", preceding.number)
                    $0.date(
                        "ram:FormattedIssueDateTime", preceding.issueDate, "qdt:DateTimeString")
                }
            }
            $0.accountingReference(invoice.accountingReference)
        }
    }

    /// BG-23; BT-7 and BT-8 stand in the first group, as one document has one of them.
    private mutating func breakdown(_ invoice: EN16931Invoice) {
        for (index, tax) in invoice.vatBreakdown.enumerated() {
            group("ram:ApplicableTradeTax") {
                $0.amount("ram:CalculatedAmount", tax.amount)
                $0.text("ram:TypeCode", "VAT")
                $0.text("ram:ExemptionReason", tax.exemptionReason)
                $0.amount("ram:BasisAmount", tax.taxable)
                $0.text("ram:CategoryCode", tax.vat.category.rawValue)
                $0.text("ram:ExemptionReasonCode", tax.exemptionCode)
                if index == 0 { $0.taxPoint(invoice) }
                $0.text("ram:RateApplicablePercent", tax.vat.rate?.description)
            }
        }
    }

    /// BT-7 and BT-8, whose codes of UNTDID 2005 are others in UNTDID 2475 (CEN/TS 16931-3-3).
    private mutating func taxPoint(_ invoice: EN16931Invoice) {
        if extent == .full { date("ram:TaxPointDate", invoice.taxPointDate, "udt:DateString") }
        let code =
            switch invoice.taxPointEvent {
            case .issue?: "5"
            case .delivery?: "29"
            case .payment?: "72"
            case let other: other?.rawValue
            }
        text("ram:DueDateTypeCode", code)
    }

    /// BT-20, BT-9 and BT-89.
    private mutating func paymentTerms(_ invoice: EN16931Invoice) {
        let mandate = invoice.payment?.directDebit?.mandate
        if invoice.paymentTerms == nil, invoice.dueDate == nil, mandate == nil { return }
        group("ram:SpecifiedTradePaymentTerms") {
            $0.text("ram:Description", invoice.paymentTerms)
            $0.date("ram:DueDateDateTime", invoice.dueDate)
            $0.text("ram:DirectDebitMandateID", mandate)
        }
    }

    /// BG-22. The two totals of VAT, BT-110 and BT-111, are told apart by their currencies.
    private mutating func totals(_ invoice: EN16931Invoice) {
        let totals = invoice.totals
        group("ram:SpecifiedTradeSettlementHeaderMonetarySummation") {
            let isMore = $0.extent > .minimum
            $0.amount("ram:LineTotalAmount", isMore ? totals.lines : nil)
            $0.amount("ram:ChargeTotalAmount", isMore ? totals.charges : nil)
            $0.amount("ram:AllowanceTotalAmount", isMore ? totals.allowances : nil)
            $0.amount("ram:TaxBasisTotalAmount", totals.withoutVAT)
            for vat in [totals.vat, isMore ? totals.accountingVAT : nil] {
                guard let vat else { continue }
                $0.text("ram:TaxTotalAmount", vat.plain, "currencyID", vat.currency.code)
            }
            $0.amount("ram:RoundingAmount", $0.extent == .full ? totals.rounding : nil)
            $0.amount("ram:GrandTotalAmount", totals.withVAT)
            $0.amount("ram:TotalPrepaidAmount", isMore ? totals.paid : nil)
            $0.amount("ram:DuePayableAmount", totals.payable)
        }
    }

    /// BG-20 or BG-21.
    private mutating func adjustment(_ adjustment: EN16931Invoice.Adjustment, isCharge: Bool) {
        group("ram:SpecifiedTradeAllowanceCharge") {
            $0.adjustmentTerms(
                isCharge, adjustment.reason, adjustment.reasonCode, adjustment.percent,
                adjustment.amount, adjustment.base)
            $0.group("ram:CategoryTradeTax") { $0.tax(adjustment.vat) }
        }
    }

    /// What adjustments of the document and of a line have in common.
    mutating func adjustmentTerms(
        _ isCharge: Bool, _ reason: String?, _ reasonCode: String?, _ percent: Decimal?,
        _ amount: Money, _ base: Money?
    ) {
        group("ram:ChargeIndicator") { $0.text("udt:Indicator", isCharge ? "true" : "false") }
        text("ram:CalculationPercent", percent?.description)
        self.amount("ram:BasisAmount", base)
        self.amount("ram:ActualAmount", amount)
        text("ram:ReasonCode", reasonCode)
        text("ram:Reason", reason)
    }

    /// A category and its rate.
    mutating func tax(_ vat: EN16931Invoice.VAT) {
        text("ram:TypeCode", "VAT")
        text("ram:CategoryCode", vat.category.rawValue)
        text("ram:RateApplicablePercent", vat.rate?.description)
    }
}
