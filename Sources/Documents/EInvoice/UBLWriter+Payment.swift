extension UBLWriter {
    /// BG-16: one group for each account of BG-17, the first with all that there is once. BT-9 of a
    /// credit note is in it, which has no element for it in its head.
    mutating func payment(_ invoice: EN16931Invoice) {
        guard let payment = invoice.payment,
            payment.hasMeans || payment.remittance != nil || payment.directDebit?.mandate != nil
        else { return }
        group("cac:PaymentMeans") {
            $0.text(
                "cbc:PaymentMeansCode", payment.meansCode, attributes: ["name": payment.means])
            let dueDate = invoice.type.isCredit ? invoice.dueDate : nil
            $0.text("cbc:PaymentDueDate", dueDate?.description)
            $0.text("cbc:PaymentID", payment.remittance)
            if let card = payment.card { $0.card(card) }
            if let transfer = payment.transfers.first { $0.account(transfer) }
            if let debit = payment.directDebit { $0.mandate(debit) }
        }
        for transfer in payment.transfers.dropFirst() {
            group("cac:PaymentMeans") {
                $0.text("cbc:PaymentMeansCode", payment.meansCode)
                $0.text("cbc:PaymentID", payment.remittance)
                $0.account(transfer)
            }
        }
    }

    /// BG-17.
    private mutating func account(_ transfer: EN16931Invoice.CreditTransfer) {
        group("cac:PayeeFinancialAccount") {
            $0.text("cbc:ID", transfer.account)
            $0.text("cbc:Name", transfer.holder)
            if let bank = transfer.bank {
                $0.group("cac:FinancialInstitutionBranch") { $0.text("cbc:ID", bank) }
            }
        }
    }

    /// BG-18. The schema wants to know the card's network, which is no term of EN 16931.
    private mutating func card(_ card: EN16931Invoice.Card) {
        group("cac:CardAccount") {
            $0.text("cbc:PrimaryAccountNumberID", card.number)
            $0.text("cbc:NetworkID", "NA")
            $0.text("cbc:HolderName", card.holder)
        }
    }

    /// BG-19 without BT-90, which stands with the party.
    private mutating func mandate(_ debit: EN16931Invoice.DirectDebit) {
        if debit.mandate == nil, debit.account == nil { return }
        group("cac:PaymentMandate") {
            $0.text("cbc:ID", debit.mandate)
            if let account = debit.account {
                $0.group("cac:PayerFinancialAccount") { $0.text("cbc:ID", account) }
            }
        }
    }
}
