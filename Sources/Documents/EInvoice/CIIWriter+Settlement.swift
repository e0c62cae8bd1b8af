import Money
import Trade

extension CIIWriter {
    /// BT-5, BT-6, BT-83, BG-16, BG-23, BG-14, BG-20, BG-21, BT-9, BT-20, BG-22, BG-3.
    mutating func settlement(_ invoice: EN16931Invoice) {
        group("ram:ApplicableHeaderTradeSettlement") {
            if $0.extent == .minimum {
                $0.text("ram:InvoiceCurrencyCode", invoice.currency.code)
                $0.totals(invoice)
                return
            }
            $0.text("ram:PaymentReference", invoice.payment?.remittance)
            $0.text("ram:TaxCurrencyCode", invoice.totals.accountingVAT?.currency.code)
            $0.text("ram:InvoiceCurrencyCode", invoice.currency.code)
            $0.payment(invoice.payment)
            $0.breakdown(invoice)
            if let period = invoice.invoicingPeriod {
                $0.group("ram:BillingSpecifiedPeriod") {
                    $0.date("ram:StartDateTime", period.from)
                    $0.date("ram:EndDateTime", period.to)
                }
            }
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
        }
    }

    /// BG-16 with BG-17.
    private mutating func payment(_ payment: EN16931Invoice.Payment?) {
        guard let payment else { return }
        group("ram:SpecifiedTradeSettlementPaymentMeans") {
            $0.text("ram:TypeCode", payment.meansCode)
            guard let transfer = payment.transfer else { return }
            $0.group("ram:PayeePartyCreditorFinancialAccount") {
                let isIBAN = isValidIBAN(transfer.account)
                $0.text("ram:IBANID", isIBAN ? transfer.account : nil)
                if $0.extent == .full { $0.text("ram:AccountName", transfer.holder) }
                $0.text("ram:ProprietaryID", isIBAN ? nil : transfer.account)
            }
            if let bank = transfer.bank, $0.extent == .full {
                $0.group("ram:PayeeSpecifiedCreditorFinancialInstitution") {
                    $0.text("ram:BICID", bank)
                }
            }
        }
    }

    /// BG-23; BT-7 stands in the first group, as one document has one.
    private mutating func breakdown(_ invoice: EN16931Invoice) {
        for (index, tax) in invoice.vatBreakdown.enumerated() {
            group("ram:ApplicableTradeTax") {
                $0.amount("ram:CalculatedAmount", tax.amount)
                $0.text("ram:TypeCode", "VAT")
                $0.text("ram:ExemptionReason", tax.exemptionReason)
                $0.amount("ram:BasisAmount", tax.taxable)
                $0.text("ram:CategoryCode", tax.vat.category.rawValue)
                $0.text("ram:ExemptionReasonCode", tax.exemptionCode)
                if index == 0, $0.extent == .full {
                    $0.date("ram:TaxPointDate", invoice.taxPointDate, "udt:DateString")
                }
                $0.text("ram:RateApplicablePercent", tax.vat.rate?.description)
            }
        }
    }

    /// BT-20 and BT-9.
    private mutating func paymentTerms(_ invoice: EN16931Invoice) {
        // A UBL credit note tells BT-9 with the account to pay into; without one, neither does.
        let isTold = invoice.type != .creditNote || invoice.payment != nil
        let dueDate = isTold ? invoice.dueDate : nil
        if invoice.paymentTerms == nil, dueDate == nil { return }
        group("ram:SpecifiedTradePaymentTerms") {
            $0.text("ram:Description", invoice.paymentTerms)
            $0.date("ram:DueDateDateTime", dueDate)
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
            $0.amount("ram:RoundingAmount", totals.rounding)
            $0.amount("ram:GrandTotalAmount", totals.withVAT)
            $0.amount("ram:TotalPrepaidAmount", isMore ? totals.paid : nil)
            $0.amount("ram:DuePayableAmount", totals.payable)
        }
    }

    /// BG-20 or BG-21.
    private mutating func adjustment(_ adjustment: EN16931Invoice.Adjustment, isCharge: Bool) {
        group("ram:SpecifiedTradeAllowanceCharge") {
            $0.adjustmentTerms(
                isCharge, adjustment.reason, adjustment.percent, adjustment.amount, adjustment.base)
            $0.group("ram:CategoryTradeTax") { $0.tax(adjustment.vat) }
        }
    }

    /// What adjustments of the document and of a line have in common.
    mutating func adjustmentTerms(
        _ isCharge: Bool, _ reason: String, _ percent: Decimal?, _ amount: Money, _ base: Money?
    ) {
        group("ram:ChargeIndicator") { $0.text("udt:Indicator", isCharge ? "true" : "false") }
        text("ram:CalculationPercent", percent?.description)
        self.amount("ram:BasisAmount", base)
        self.amount("ram:ActualAmount", amount)
        text("ram:Reason", reason)
    }

    /// A category and its rate.
    mutating func tax(_ vat: EN16931Invoice.VAT) {
        text("ram:TypeCode", "VAT")
        text("ram:CategoryCode", vat.category.rawValue)
        text("ram:RateApplicablePercent", vat.rate?.description)
    }
}
