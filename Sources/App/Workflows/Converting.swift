import Diagnostics
public import EInvoice
import Formats
public import Trade
import XML

/// Writes an e-invoice that was read in another syntax or profile.
public struct Converting {
    /// What an e-invoice can be made into.
    public enum Target: String, CaseIterable, Sendable {
        case ubl
        case cii
        /// A page that has the e-invoice inside it.
        case facturx
        /// The terms by their numbers.
        case json
    }

    /// Specifications and profiles by name, with the form that each target has of them.
    public static let profiles: KeyValuePairs<String, [Target: EInvoiceForm]> = [
        "en16931": [.ubl: .ubl, .cii: .cii, .facturx: .facturx],
        "peppol": [.ubl: .peppol],
        "xrechnung": [.ubl: .xrechnung, .cii: .xrechnungCII, .facturx: .facturxXRechnung],
        "minimum": [.cii: .facturxMinimum, .facturx: .facturxMinimum],
        "basicwl": [.cii: .facturxBasicWL, .facturx: .facturxBasicWL],
        "basic": [.cii: .facturxBasic, .facturx: .facturxBasic],
    ]

    let reporter: any Reporter

    public init(reporter: any Reporter) { self.reporter = reporter }

    /// The bytes of an invoice in a target, without the page of a hybrid one.
    ///
    /// Each term that the target has no place for is reported. Rules are not asked.
    ///
    /// - Parameter form: the profile that was asked for; the document's own for `nil`.
    /// - Returns: `nil`, after a finding, for a text that XML cannot hold.
    public func document(
        of invoice: EN16931Invoice, as target: Target, form: EInvoiceForm?
    ) throws -> [UInt8]? {
        if target == .json { return JSONWriter.bytes(invoice.value) }
        let terms = target.terms(of: invoice, form: form)
        do throws(EInvoiceError) {
            let bytes = try EInvoices.document(terms)
            tellLost(of: invoice, in: bytes, as: terms.form)
            return bytes
        } catch {
            reporter.report(
                Diagnostic(
                    code: "unreadable-xml", error.description, hint: "mend it in the original"))
            return nil
        }
    }

    /// The result is read again, and what it says less than the original is told.
    private func tellLost(
        of invoice: EN16931Invoice, in bytes: [UInt8], as form: EInvoiceForm
    ) {
        let file: EInvoiceFile
        do throws(EInvoiceFileError) {
            file = try EInvoiceFile(bytes, name: form.rawValue)
        } catch {
            reporter.report(error.diagnostic)
            return
        }
        guard let other = EInvoiceReading(file.root, isHybrid: form.isHybrid)?.invoice else {
            return
        }
        let findings = Findings()
        for term in invoice.terms(lostIn: other) {
            findings.add(
                Diagnostic(
                    .warning, code: "no-place",
                    "the form \(form.rawValue) has no place for this as it is",
                    found: term))
        }
        findings.diagnostics.forEach(reporter.report)
    }
}

extension Converting.Target {
    /// The invoice in a form of the target.
    func terms(of invoice: EN16931Invoice, form: EInvoiceForm?) -> EN16931Invoice {
        var terms = invoice
        if let form {
            terms.form = form
            terms.specification = form.specification
            terms.process = form.process ?? terms.process
            return terms
        }
        terms.form = EInvoiceForm(
            of: invoice.specification, isUBL: self == .ubl, isHybrid: self == .facturx)
        // A page names one of Factur-X's profiles, and none of others.
        if self == .facturx, terms.form == .facturx {
            terms.specification = EInvoiceForm.facturx.specification
        }
        return terms
    }
}

extension Converting {
    /// Writes the result, in place of what is there.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        try Disk.put(path, bytes)
    }
}
