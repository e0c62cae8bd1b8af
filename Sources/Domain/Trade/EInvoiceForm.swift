import Diagnostics
import Formats

/// How a customer wants its e-invoices: a specification made from EN 16931, in one of its syntaxes.
public enum EInvoiceForm: String, CaseIterable, Sendable {
    /// EN 16931 itself, in UBL.
    case ubl
    /// Peppol BIS Billing 3.0, in UBL.
    case peppol
    /// Germany's XRechnung 3.0, in UBL.
    case xrechnung
    /// EN 16931 itself, in CII.
    case cii
    case xrechnungCII = "xrechnung-cii"
    /// Factur-X or ZUGFeRD, profile EN 16931: a page that has the e-invoice in CII inside it.
    case facturx
    /// Totals only: no invoice in the sense of EN 16931.
    case facturxMinimum = "facturx-minimum"
    /// Without lines: no invoice in the sense of EN 16931.
    case facturxBasicWL = "facturx-basicwl"
    case facturxBasic = "facturx-basic"
    case facturxXRechnung = "facturx-xrechnung"

    /// Whether it is written in UBL, otherwise in CII.
    public var isUBL: Bool {
        switch self {
        case .ubl, .peppol, .xrechnung: true
        case .cii, .xrechnungCII, .facturx, .facturxMinimum, .facturxBasicWL, .facturxBasic,
            .facturxXRechnung:
            false
        }
    }

    /// Whether the page has it inside.
    public var isHybrid: Bool {
        switch self {
        case .facturx, .facturxMinimum, .facturxBasicWL, .facturxBasic, .facturxXRechnung: true
        case .ubl, .peppol, .xrechnung, .cii, .xrechnungCII: false
        }
    }

    /// The key `eInvoice`: one form or a list of them, at most one in each syntax, since each is one
    /// file of the document; empty where it is absent.
    static func read(_ fields: Fields) -> [EInvoiceForm] {
        guard let node = fields.value("eInvoice") else { return [] }
        if !node.isList {
            return fields.optionalChoice("eInvoice", EInvoiceForm.self).map { [$0] } ?? []
        }
        var forms: [EInvoiceForm] = []
        for element in fields.list("eInvoice", limit: 2) {
            guard let form = element.string.flatMap({ EInvoiceForm(rawValue: $0) }) else {
                fields.report(
                    "unknown-choice", "no form of e-invoice is called this", element,
                    found: element.string ?? element.kindName,
                    expected: EInvoiceForm.allCases.map(\.rawValue).joined(separator: ", "))
                continue
            }
            if let other = forms.first(where: { $0.isUBL == form.isUBL }) {
                fields.report(
                    "e-invoice-forms",
                    "an invoice has one e-invoice in each syntax, and these two are both in "
                        + (form.isUBL ? "UBL" : "CII"),
                    element, found: "\(other.rawValue), \(form.rawValue)",
                    expected: "one of them")
            }
            forms.append(form)
        }
        return forms
    }
}
