import Diagnostics
public import EInvoice
import Formats
import Trade

extension Converting {
    /// A page of an e-invoice with the e-invoice inside it: PDF/A-3, Factur-X.
    ///
    /// The page is made from the terms by a template; one that the e-invoice came in is not used.
    ///
    /// - Parameters:
    ///   - xml: the e-invoice in CII, in that form.
    ///   - template: `modern` for `nil`.
    ///   - language: of the page's own words; the seller's country's for `nil`.
    /// - Returns: `nil` after findings.
    public func page(
        of invoice: EN16931Invoice, _ xml: [UInt8], form: EInvoiceForm?, template: String?,
        language: String?, _ resources: Resources
    ) throws -> [UInt8]? {
        let terms = Target.facturx.terms(of: invoice, form: form)
        let name = template ?? "modern"
        let designs = try Designs(
            Company.Look(template: name), regime: "european-vat", resources)
        let findings = Findings(subject: "e-invoice \(invoice.number)")
        let value = invoice.page(language: language ?? Self.language(of: invoice.seller))
        let pdf = Pages(designs).pdf(
            value, template: name, Enclosed(hybrid: HybridInvoice(form: terms.form, xml: xml)),
            findings)
        findings.diagnostics.forEach(reporter.report)
        return findings.hasErrors ? nil : pdf
    }

    private static func language(of seller: EN16931Invoice.Seller) -> String {
        switch seller.address.country {
        case "DE", "AT", "LI": "de-DE"
        case "FR", "LU", "MC": "fr-FR"
        default: "en-GB"
        }
    }
}
