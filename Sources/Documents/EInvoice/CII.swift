import Invoicing

/// UN/CEFACT's Cross Industry Invoice: the other of the two syntaxes of EN 16931 (bound to its
/// terms by CEN/TS 16931-3-3), and what a Factur-X or ZUGFeRD file holds.
public enum CII {
    /// An invoice as a `CrossIndustryInvoice`: UTF-8, the same bytes for the same document.
    ///
    /// - Throws: BR-CL-01 for a document without an e-invoice, every rule of EN 16931 that the
    ///   document cannot satisfy, or `XML` for a text with a character that XML does not allow.
    public static func invoice(_ invoice: Invoice) throws(EInvoiceError) -> [UInt8] {
        try document(EN16931Invoice(invoice, as: .cii))
    }

    /// The business terms of an invoice as a `CrossIndustryInvoice`.
    ///
    /// - Parameter checksTerms: whether what breaks a rule is refused; what was read is written back
    ///   as it is.
    /// - Throws: every rule of EN 16931 for which a term is missing, or `XML` for a text with a
    ///   character that XML does not allow.
    public static func document(
        _ invoice: EN16931Invoice, checksTerms: Bool = true
    ) throws(EInvoiceError) -> [UInt8] {
        if checksTerms { try invoice.checkTerms() }
        var writer = CIIWriter(invoice.form, lines: invoice.lines.count)
        writer.document(invoice)
        return try writer.finish()
    }
}
