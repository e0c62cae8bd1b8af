import EInvoice
import Formats
import PDF
import Trade

/// The e-invoice that travels inside a page: Factur-X 1.0, which is ZUGFeRD 2.
struct HybridInvoice: Sendable {
    let form: EInvoiceForm
    let xml: [UInt8]

    init(form: EInvoiceForm, xml: [UInt8]) {
        self.form = form
        self.xml = xml
    }

    /// The e-invoice of an issued document as it was; `nil` where its page has none inside it.
    init?(_ xml: [UInt8]?, of document: Value) {
        guard let xml, case .list(let forms)? = document["buyer"]?["eInvoice"],
            let form = forms.compactMap(\.string).compactMap(EInvoiceForm.init).first(
                where: { $0.isHybrid })
        else { return nil }
        self.init(form: form, xml: xml)
    }

    /// What is in the page must be found by its name.
    private var fileName: String { form.isXRechnung ? "xrechnung.xml" : "factur-x.xml" }

    /// The profile as the page's metadata names it.
    private var conformanceLevel: String {
        switch form {
        case .facturxMinimum: "MINIMUM"
        case .facturxBasicWL: "BASIC WL"
        case .facturxBasic: "BASIC"
        case .facturxXRechnung: "XRECHNUNG"
        default: "EN 16931"
        }
    }

    /// The file inside the page. The smallest profiles say less than the page does, so they are data
    /// about it; the others say the same.
    ///
    /// - Parameter date: of issue.
    func attachment(date: String) -> AttachedFile {
        let isLess = form == .facturxMinimum || form == .facturxBasicWL
        return AttachedFile(
            name: fileName, mimeType: "text/xml", relationship: isLess ? .data : .alternative,
            description: "Factur-X \(conformanceLevel)", bytes: xml, modificationDate: date)
    }

    /// The extension schema of Factur-X for the page's XMP packet.
    var schema: XMPSchema {
        XMPSchema(
            name: "Factur-X PDFA Extension Schema",
            namespaceURI: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", prefix: "fx",
            properties: [
                .init(
                    name: "DocumentFileName", value: fileName,
                    description: "The name of the embedded XML document"),
                .init(
                    name: "DocumentType", value: "INVOICE",
                    description: "The type of the hybrid document in capital letters"),
                .init(
                    name: "Version", value: form.isXRechnung ? "3.0" : "1.0",
                    description: "The version of the standard of the embedded XML document"),
                .init(
                    name: "ConformanceLevel", value: conformanceLevel,
                    description: "The conformance level of the embedded XML document"),
            ])
    }
}
