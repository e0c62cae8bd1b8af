import Archive
import Crypto
import Diagnostics
import EInvoice
import Formats
import Invoicing
import Layout
import Rendering
import Trade
import Typography

/// Makes the files of one document after another; one for each thread, because its caches are its own.
final class DocumentMaker {
    private let pages: Pages

    init(_ pages: Pages) { self.pages = pages }

    /// The canonical JSON, the e-invoice where the seller's regime has one, and the page.
    func make(_ invoice: Invoice) -> MadeDocument {
        let findings = Findings(subject: "order \(invoice.order.id)")
        let value = invoice.value
        var files = [MadeFile(.json, JSONWriter.bytes(value), of: invoice)]
        if invoice.regime == "european-vat", let ubl = ubl(invoice, findings) {
            files.append(MadeFile(.ubl, ubl, of: invoice))
        }
        if let pdf = pages.pdf(value, company: invoice.company, template: nil, findings) {
            files.append(MadeFile(.pdf, pdf, of: invoice))
        }
        return MadeDocument(
            files: findings.hasErrors ? [] : files, diagnostics: findings.diagnostics)
    }

    private func ubl(_ invoice: Invoice, _ findings: Findings) -> [UInt8]? {
        do throws(EInvoiceError) { return try UBL.invoice(invoice) } catch {
            for violation in error.violations {
                findings.add(
                    Diagnostic(
                        code: "e-invoice-rule", "the e-invoice breaks \(violation.rule)",
                        at: invoice.order.node.location, found: violation.message,
                        hint: "the receiver's validator would refuse it; complete the master data"))
            }
            return nil
        }
    }
}
