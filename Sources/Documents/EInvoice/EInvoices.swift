import Invoicing
public import Trade
internal import XML

/// The e-invoices of a document: which there are, and their bytes.
public enum EInvoices {
    /// The forms that a document is written in: those that were asked for; EN 16931 in UBL where
    /// nothing was and it is under European VAT. An export from India is written in those that the
    /// customer asked for, as a supply outside the scope of VAT. Empty for what is no invoice, such
    /// as a proforma.
    public static func forms(of invoice: Invoice) -> [EInvoiceForm] {
        guard EN16931Invoice.DocumentType(invoice) != nil else { return [] }
        if invoice.regime == "european-vat" {
            return invoice.buyer.eInvoice.isEmpty ? [.ubl] : invoice.buyer.eInvoice
        }
        return invoice.isExported ? invoice.buyer.eInvoice : []
    }

    /// A document in a form: UTF-8, the same bytes for the same document.
    ///
    /// - Throws: BR-CL-01 for a document without an e-invoice, BR-CL-18 for one that bears another tax
    ///   than VAT, BR-DEC-18 for amounts of three decimals, or `XML` for a text with a character that
    ///   XML does not allow.
    public static func document(
        _ invoice: Invoice, as form: EInvoiceForm
    ) throws(EInvoiceError) -> [UInt8] {
        try document(EN16931Invoice(invoice, as: form))
    }

    /// Business terms in the syntax of their form, whatever rules they break (`refusals`).
    ///
    /// - Throws: `XML` for a text with a character that XML does not allow.
    public static func document(_ terms: EN16931Invoice) throws(EInvoiceError) -> [UInt8] {
        terms.form.isUBL ? try UBL.document(terms) : try CII.document(terms)
    }

    /// Why a receiver would refuse an e-invoice: the fatal rules of its specification that the bytes
    /// break, whoever made them.
    ///
    /// - Throws: `XML` where the bytes are no XML, or no e-invoice.
    public static func refusals(
        of bytes: [UInt8], name: String
    ) throws(EInvoiceError) -> [RuleFinding] {
        do throws(XMLError) {
            let root = try XMLElement.parse(bytes: bytes, name: name)
            if let findings = RuleChecker.findings(in: root) {
                return findings.filter { $0.severity == .fatal }
            }
        } catch {
            throw EInvoiceError(violations: [.init(rule: "XML", term: nil, message: "\(error)")])
        }
        throw EInvoiceError(violations: [
            .init(rule: "XML", term: nil, message: "the text is in no syntax of EN 16931")
        ])
    }
}
