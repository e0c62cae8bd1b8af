public import Diagnostics
import PDFReading
public import XML

/// An e-invoice as somebody sends it: an XML text, or a page that has one inside.
public struct EInvoiceFile: Sendable {
    /// The outermost element.
    public let root: XMLElement
    /// Whether it stood inside a page.
    public let isHybrid: Bool

    /// How large a file may be, by how it begins.
    public static func limit(_ head: [UInt8]) -> Int {
        PDFPackage.isPDF(head) ? PDFPackage.Limits().file : XMLLimits.bytes
    }

    /// - Parameter name: what findings call the file; what is inside a page is named behind it.
    public init(_ bytes: [UInt8], name: String) throws(EInvoiceFileError) {
        isHybrid = PDFPackage.isPDF(bytes)
        var (xml, place) = (bytes, name)
        if isHybrid {
            do throws(HybridError) {
                let page = try HybridDocument(bytes)
                (xml, place) = (page.xml, "\(name)/\(page.name)")
            } catch {
                throw EInvoiceFileError(error, name)
            }
        }
        do throws(XMLError) {
            root = try XMLElement.parse(bytes: xml, name: place)
        } catch {
            throw EInvoiceFileError(
                Diagnostic(
                    code: "unreadable-xml", error.message, at: .place(error.position, in: place)))
        }
        if Syntax(root) != nil { return }
        throw EInvoiceFileError(
            Diagnostic(
                code: "no-e-invoice", "the text is in no syntax of EN 16931",
                at: .place(root.position, in: place), found: "<\(root.qualifiedName)>",
                expected: "UBL's Invoice or CreditNote, or CII's CrossIndustryInvoice"))
    }
}

/// Why a file cannot be read as an e-invoice.
public struct EInvoiceFileError: Error, Sendable {
    public let diagnostic: Diagnostic
    /// It is a page that can be read and has no e-invoice inside.
    public let isPageWithout: Bool

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
        isPageWithout = false
    }

    init(_ error: HybridError, _ name: String) {
        func fail(_ code: String) -> Diagnostic {
            let start = XMLPosition(line: 1, column: 1)
            return Diagnostic(code: code, error.description, at: .place(start, in: name))
        }
        isPageWithout = if case .noInvoice = error { true } else { false }
        diagnostic =
            switch error {
            case .noInvoice: fail("no-e-invoice")
            case .severalInvoices: fail("several-e-invoices")
            case .unreadable, .unreadableInvoice: fail("unreadable-pdf")
            }
    }
}
