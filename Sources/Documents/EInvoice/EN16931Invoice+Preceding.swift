import Invoicing
import Money

extension EN16931Invoice {
    /// BT-3: what kind of document it is, by its code in UNTDID 1001.
    public enum DocumentType: String, Hashable, Sendable {
        case invoice = "380"
        /// A root of its own in UBL; its amounts are positive.
        case creditNote = "381"
        case debitNote = "383"
        /// Asks for, or states, money before the supply.
        case prepayment = "386"
    }

    /// BG-3: another invoice that this one is about.
    public struct PrecedingInvoice: Hashable, Sendable {
        /// BT-25.
        public var number: String
        /// BT-26.
        public var issueDate: CalendarDate
    }
}

extension EN16931Invoice.DocumentType {
    /// `nil` of documents that EN 16931 does not know: what is no invoice (a proforma), what changes
    /// no VAT (a commercial credit note), and India's vouchers.
    init?(_ invoice: Invoice) {
        switch invoice.title {
        case .taxInvoice, .exportInvoice, .invoice, .finalInvoice: self = .invoice
        case .creditNote: self = .creditNote
        case .debitNote: self = .debitNote
        case .depositInvoice: self = .prepayment
        case .billOfSupply, .invoiceCumBillOfSupply, .financialCreditNote, .proforma,
            .receiptVoucher, .refundVoucher:
            return nil
        }
    }
}

extension EN16931Invoice.PrecedingInvoice {
    /// What a note lowers or raises, and the deposits that are taken off.
    static func all(of invoice: Invoice) -> [Self] {
        invoice.references.map { Self(number: $0.number, issueDate: $0.date) }
            + invoice.prepayments.map { Self(number: $0.number, issueDate: $0.date) }
    }
}
