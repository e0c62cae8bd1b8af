import Money
internal import XML

/// Prints business terms as UBL, in the order that the UBL 2.1 schema wants.
///
/// Terms that are not there leave no element behind: EN 16931 forbids empty ones.
struct UBLWriter: SyntaxWriter, ~Copyable {
    var xml: XMLWriter
    /// The currency of the last amount and its code, which nearly all amounts share.
    private var currency: (known: Currency, code: String)
    var refused: XMLCharacterError?

    /// - Parameters:
    ///   - currency: of most amounts.
    ///   - lines: how many lines to make room for.
    init(_ currency: Currency, lines: Int) {
        xml = XMLWriter(capacity: 8 << 10 + lines << 10)
        self.currency = (currency, currency.code)
    }

    /// The whole document.
    mutating func document(_ invoice: EN16931Invoice) {
        let root = invoice.type.isCredit ? "CreditNote" : "Invoice"
        group(root) {
            $0.attribute("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:\(root)-2")
            $0.attribute("xmlns:cac", UBLWriter.aggregates)
            $0.attribute("xmlns:cbc", UBLWriter.basics)
            $0.header(invoice)
            $0.references(invoice)
            $0.parties(invoice)
            $0.delivery(invoice.delivery)
            $0.payment(invoice)
            if let terms = invoice.paymentTerms {
                $0.group("cac:PaymentTerms") { $0.text("cbc:Note", terms) }
            }
            for allowance in invoice.allowances { $0.adjustment(allowance, isCharge: false) }
            for charge in invoice.charges { $0.adjustment(charge, isCharge: true) }
            $0.taxTotal(invoice)
            $0.totals(invoice.totals)
            for line in invoice.lines { $0.line(line, of: invoice.type) }
        }
    }

    /// The finished document.
    consuming func finish() throws(EInvoiceError) -> [UInt8] { try finished(xml, refused) }

    private mutating func header(_ invoice: EN16931Invoice) {
        text("cbc:CustomizationID", invoice.specification)
        text("cbc:ProfileID", invoice.process)
        text("cbc:ID", invoice.number)
        text("cbc:IssueDate", invoice.issueDate.description)
        let taxPointDate = invoice.taxPointDate?.description
        if invoice.type.isCredit {
            text("cbc:TaxPointDate", taxPointDate)
            text("cbc:CreditNoteTypeCode", invoice.type.rawValue)
            for note in invoice.notes { self.note(note) }
        } else {
            text("cbc:DueDate", invoice.dueDate?.description)
            text("cbc:InvoiceTypeCode", invoice.type.rawValue)
            for note in invoice.notes { self.note(note) }
            text("cbc:TaxPointDate", taxPointDate)
        }
        text("cbc:DocumentCurrencyCode", invoice.currency.code)
        text("cbc:TaxCurrencyCode", invoice.accountingCurrency?.code)
        text("cbc:AccountingCost", invoice.accountingReference)
        text("cbc:BuyerReference", invoice.buyerReference)
    }

    /// BG-1: UBL has no element for BT-21, so it stands before the words.
    private mutating func note(_ note: EN16931Invoice.Note) {
        text("cbc:Note", note.subject.map { "#\($0)#\(note.text)" } ?? note.text)
    }

    private static let aggregates =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    private static let basics =
        "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
}

extension UBLWriter {
    /// An amount with its currency; nothing for none.
    mutating func amount(_ name: String, _ amount: Money?) {
        guard let amount else { return }
        self.amount(name, amount.plain, amount.currency)
    }

    /// A plain number with its currency.
    mutating func amount(_ name: String, _ number: String, _ currency: Currency) {
        if self.currency.known != currency { self.currency = (currency, currency.code) }
        text(name, number, "currencyID", self.currency.code)
    }
}
