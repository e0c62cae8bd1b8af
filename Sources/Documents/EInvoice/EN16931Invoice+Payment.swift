import Invoicing
import Money
import Trade

extension EN16931Invoice {
    /// BG-16: how to pay.
    public struct Payment: Hashable, Sendable {
        /// BT-81: UNTDID 4461; 30 is a credit transfer, 58 one within SEPA, 1 is not defined.
        public var meansCode: String
        /// BT-82: the same in words.
        public var means: String?
        /// BT-83: what the payer is to state.
        public var remittance: String?
        /// BG-17: one for each account that may be paid into.
        public var transfers: [CreditTransfer] = []
        /// BG-18.
        public var card: Card?
        /// BG-19.
        public var directDebit: DirectDebit?

        /// Whether there is more than what CII has outside the group: BT-83, BT-89 and BT-90 may be
        /// said by a document without it.
        var hasMeans: Bool {
            !meansCode.isEmpty || means != nil || !transfers.isEmpty || card != nil
                || directDebit?.account != nil
        }
    }

    /// BG-17: the account to pay into.
    public struct CreditTransfer: Hashable, Sendable {
        /// BT-84: IBAN, or a number of the country's own.
        public var account: String
        /// BT-85: whose account it is.
        public var holder: String?
        /// BT-86: BIC, or a code of the country's own.
        public var bank: String?
    }

    /// BG-18: the card that was paid with.
    public struct Card: Hashable, Sendable {
        /// BT-87: its last digits; never the whole number (BR-51).
        public var number: String
        /// BT-88.
        public var holder: String?
    }

    /// BG-19: the seller takes the money from the buyer's account.
    public struct DirectDebit: Hashable, Sendable {
        /// BT-89: the mandate's reference.
        public var mandate: String?
        /// BT-90: the creditor's identifier.
        public var creditor: String?
        /// BT-91: the account that is debited.
        public var account: String?
    }
}

extension EN16931Invoice.Payment {
    /// `nil` where the seller has told no account, and where nothing is asked for unless the form
    /// wants BG-16 of every document (BR-DE-1): it is then not defined.
    init?(_ invoice: Invoice, as form: EInvoiceForm) {
        guard let bank = invoice.payment?.account,
            let account = bank.iban ?? bank.account
        else {
            guard form.wantsPayment(invoice), invoice.payment == nil else { return nil }
            self.init(meansCode: "1")
            return
        }
        let isSEPA = bank.iban != nil && invoice.currency == .eur
        self.init(
            meansCode: isSEPA ? "58" : "30", remittance: invoice.number,
            transfers: [
                .init(account: account, holder: bank.holder, bank: bank.bic ?? bank.ifsc)
            ])
    }
}
