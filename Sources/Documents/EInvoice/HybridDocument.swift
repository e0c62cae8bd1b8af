public import PDFReading

/// A page with an e-invoice inside: Factur-X, ZUGFeRD 2, XRechnung in a page.
public struct HybridDocument: Sendable {
    /// The e-invoice's XML.
    public let xml: [UInt8]
    /// What the file is called inside the page.
    public let name: String
    /// What it is to the page (ISO 19005-3, annex E), such as `Alternative`.
    public let relationship: String?
    /// The page's XMP packet, which names the profile once more.
    public let metadata: [UInt8]?

    /// Names that the specifications give to the e-invoice: Factur-X 1.0, XRechnung in Factur-X 1.0,
    /// ZUGFeRD 2.0. ZUGFeRD 1.0 has a syntax of its own, of before EN 16931.
    static let names: Set = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"]

    /// - Throws: `HybridError` for what is no PDF that can be read, and where no e-invoice, or more
    ///   than one, is inside.
    public init(
        _ bytes: [UInt8], limits: PDFPackage.Limits = .init()
    ) throws(HybridError) {
        let package: PDFPackage
        do throws(PDFReadingError) {
            package = try PDFPackage(bytes, limits: limits)
        } catch {
            throw .unreadable(error)
        }
        let found = package.files.filter { HybridDocument.names.contains($0.name.lowercased()) }
        guard let file = found.first else { throw .noInvoice(files: package.files.map(\.name)) }
        if found.count > 1 { throw .severalInvoices(found.map(\.name)) }
        do throws(PDFReadingError) {
            xml = try file.content.get()
        } catch {
            throw .unreadableInvoice(file.name, error)
        }
        name = file.name
        relationship = file.relationship
        metadata = package.metadata
    }
}

/// Why no e-invoice can be taken out of a page.
public enum HybridError: Error, Sendable, Equatable, CustomStringConvertible {
    /// It is no PDF, or none that can be read.
    case unreadable(PDFReadingError)
    /// No file inside has an e-invoice's name.
    case noInvoice(files: [String])
    /// It is not clear which one counts.
    case severalInvoices([String])
    /// The file is there, its bytes are not to be had.
    case unreadableInvoice(String, PDFReadingError)

    public var description: String {
        switch self {
        case .unreadable(let error): error.message
        case .noInvoice(let files):
            files.isEmpty
                ? "the PDF has no files inside"
                : "the PDF has no e-invoice inside, only \(HybridError.list(files))"
        case .severalInvoices(let files):
            "the PDF has several e-invoices inside: \(HybridError.list(files))"
        case .unreadableInvoice(let name, let error): "\(name) inside the PDF: \(error.message)"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " …" : "")
    }
}
