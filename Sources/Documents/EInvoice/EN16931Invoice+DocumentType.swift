import Invoicing

extension EN16931Invoice {
    /// BT-3: what kind of document it is, by its code in UNTDID 1001.
    ///
    /// Names are given to those that are made here; a document that is read may have any other.
    public struct DocumentType: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let invoice = DocumentType(rawValue: "380")
        /// A root of its own in UBL; its amounts are positive.
        public static let creditNote = DocumentType(rawValue: "381")
        public static let debitNote = DocumentType(rawValue: "383")
        /// Asks for, or states, money before the supply.
        public static let prepayment = DocumentType(rawValue: "386")

        /// Whether it lowers what is owed: UBL has a root of its own for such documents. BR-CL-01
        /// says which codes those are; 81 and 83 may stand on either root.
        public var isCredit: Bool { DocumentType.credits.contains(rawValue) }

        private static let credits: Set = [
            "81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532",
        ]
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
