public import Diagnostics
import Money
public import Trade
public import XML

/// An e-invoice as it was read: the model, and all that did not go into it.
///
/// ```swift
/// let root = try XMLElement.parse(bytes: bytes, name: "RE-1.xml")
/// let reading = EInvoiceReading(root)
/// ```
/// Rules are not asked: an invoice whose sums are wrong, or whose VAT identifier is missing, is read
/// and can be written back; ``RuleChecker`` says what is wrong with it.
public struct EInvoiceReading: Sendable {
    /// `nil` where a number, an amount or a day that no invoice can be without is missing or cannot
    /// be read; a missing text is an empty one.
    public let invoice: EN16931Invoice?
    /// Errors: what is there and cannot be read. Warnings: what is missing, and what is not kept.
    public let diagnostics: [Diagnostic]

    /// Whether something that the document says could not be read.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// `nil` where the text is in no syntax of EN 16931.
    ///
    /// - Parameter isHybrid: it stood inside a page.
    public init?(_ root: XMLElement, isHybrid: Bool = false) {
        guard let syntax = Syntax(root) else { return nil }
        let document = BoundDocument(root, syntax.binding, listsUnbound: true)
        let reader = TermReader(syntax, document.invoice)
        let form = EInvoiceForm(
            of: document.invoice.text(.bt24) ?? "", isUBL: syntax == .ubl, isHybrid: isHybrid)
        let invoice = reader.invoice(document.invoice, as: form)
        reader.listUnkept(document)
        self.invoice = reader.isIncomplete ? nil : invoice
        diagnostics = reader.findings.diagnostics
    }
}

extension EInvoiceForm {
    /// The form of a document by the specification it names; EN 16931 itself where that is another.
    public init(of specification: String, isUBL: Bool, isHybrid: Bool) {
        func names(_ form: EInvoiceForm) -> Bool { specification.hasPrefix(form.specification) }
        if isUBL {
            self = names(.peppol) ? .peppol : names(.xrechnung) ? .xrechnung : .ubl
            return
        }
        let profiles: [EInvoiceForm] = [.facturxMinimum, .facturxBasicWL, .facturxBasic]
        if let profile = profiles.first(where: names) {
            self = profile
        } else if names(.xrechnung) {
            self = isHybrid ? .facturxXRechnung : .xrechnungCII
        } else {
            self = isHybrid ? .facturx : .cii
        }
    }
}
