import Trade

extension CIIWriter {
    /// BG-16: one group for each account of BG-17, the first with all that there is once; nothing
    /// for none. BT-83, BT-89 and BT-90 stand elsewhere.
    mutating func payment(_ payment: EN16931Invoice.Payment?) {
        guard let payment, payment.hasMeans else { return }
        means(payment.meansCode, payment.transfers.first) {
            guard $0.extent == .full else {
                $0.debited(payment.directDebit?.account)
                return
            }
            $0.text("ram:Information", payment.means)
            if let card = payment.card {
                $0.group("ram:ApplicableTradeSettlementFinancialCard") {
                    $0.text("ram:ID", card.number)
                    $0.text("ram:CardholderName", card.holder)
                }
            }
            $0.debited(payment.directDebit?.account)
        }
        for transfer in payment.transfers.dropFirst() { means(payment.meansCode, transfer) }
    }

    private mutating func means(
        _ code: String, _ transfer: EN16931Invoice.CreditTransfer?,
        _ once: (inout CIIWriter) -> Void = { _ in }
    ) {
        group("ram:SpecifiedTradeSettlementPaymentMeans") {
            $0.text("ram:TypeCode", code)
            once(&$0)
            if let transfer { $0.account(transfer) }
        }
    }

    /// BT-91; nothing for none.
    private mutating func debited(_ account: String?) {
        guard let account else { return }
        group("ram:PayerPartyDebtorFinancialAccount") { $0.text("ram:IBANID", account) }
    }

    /// BG-17.
    private mutating func account(_ transfer: EN16931Invoice.CreditTransfer) {
        group("ram:PayeePartyCreditorFinancialAccount") {
            let isIBAN = isValidIBAN(transfer.account)
            $0.text("ram:IBANID", isIBAN ? transfer.account : nil)
            if $0.extent == .full { $0.text("ram:AccountName", transfer.holder) }
            $0.text("ram:ProprietaryID", isIBAN ? nil : transfer.account)
        }
        if let bank = transfer.bank, extent == .full {
            group("ram:PayeeSpecifiedCreditorFinancialInstitution") { $0.text("ram:BICID", bank) }
        }
    }
}
