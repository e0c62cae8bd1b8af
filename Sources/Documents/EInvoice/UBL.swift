import Invoicing

/// UBL 2.1, one of the two syntaxes of EN 16931 (bound to its terms by CEN/TS 16931-3-2).
public enum UBL {
    /// An invoice as a UBL `Invoice`, a credit note as a UBL `CreditNote`: UTF-8, the same bytes
    /// for the same document.
    ///
    /// - Throws: BR-CL-01 for a document without an e-invoice, BR-CL-18 for one that bears another tax
    ///   than VAT, BR-DEC-18 for amounts of three decimals, or `XML` for a text with a character that
    ///   XML does not allow.
    public static func invoice(_ invoice: Invoice) throws(EInvoiceError) -> [UInt8] {
        try document(EN16931Invoice(invoice))
    }

    /// The business terms of an invoice as a UBL `Invoice` or `CreditNote`.
    /// Whatever rules they break: those are asked of the document (`RuleChecker`).
    ///
    /// - Throws: `XML` for a text with a character that XML does not allow.
    public static func document(_ invoice: EN16931Invoice) throws(EInvoiceError) -> [UInt8] {
        var writer = UBLWriter(invoice.currency, lines: invoice.lines.count)
        writer.document(invoice)
        return try writer.finish()
    }
}
