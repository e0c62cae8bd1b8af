import Invoicing

/// UN/CEFACT's Cross Industry Invoice: the other of the two syntaxes of EN 16931 (bound to its
/// terms by CEN/TS 16931-3-3), and what a Factur-X or ZUGFeRD file holds.
public enum CII {
    /// The edition of the schema that a document is held to.
    public enum Schema: Sendable {
        /// What EN 16931 and XRechnung are bound to. It has room for one preceding invoice; further
        /// deposits are named in BT-22, where a final invoice names all of them.
        case d16B
        /// What Factur-X is bound to.
        case d22B

        /// How many BG-3 there is room for.
        var precedingInvoices: Int { self == .d16B ? 1 : .max }
    }

    /// An invoice as a `CrossIndustryInvoice`: UTF-8, the same bytes for the same document.
    ///
    /// - Throws: BR-CL-01 for a document without an e-invoice, every rule of EN 16931 that the
    ///   document cannot satisfy, or `XML` for a text with a character that XML does not allow.
    public static func invoice(_ invoice: Invoice) throws(EInvoiceError) -> [UInt8] {
        try document(EN16931Invoice(invoice))
    }

    /// The business terms of an invoice as a `CrossIndustryInvoice`.
    ///
    /// - Throws: every rule of EN 16931 for which a term is missing, or `XML` for a text with a
    ///   character that XML does not allow.
    public static func document(
        _ invoice: EN16931Invoice, schema: Schema = .d16B
    ) throws(EInvoiceError) -> [UInt8] {
        try invoice.checkTerms()
        var writer = CIIWriter(schema, lines: invoice.lines.count)
        writer.document(invoice)
        return try writer.finish()
    }
}
