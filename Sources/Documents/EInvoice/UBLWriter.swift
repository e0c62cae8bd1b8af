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
        let root = invoice.type == .creditNote ? "CreditNote" : "Invoice"
        group(root) {
            $0.attribute("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:\(root)-2")
            $0.attribute("xmlns:cac", UBLWriter.aggregates)
            $0.attribute("xmlns:cbc", UBLWriter.basics)
            $0.header(invoice)
            $0.references(invoice)
            $0.seller(invoice.seller)
            $0.buyer(invoice.buyer)
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
        text("cbc:CustomizationID", invoice.form.specification)
        text("cbc:ProfileID", invoice.form.process)
        text("cbc:ID", invoice.number)
        text("cbc:IssueDate", invoice.issueDate.description)
        let taxPointDate = invoice.taxPointDate?.description
        if invoice.type == .creditNote {
            text("cbc:TaxPointDate", taxPointDate)
            text("cbc:CreditNoteTypeCode", invoice.type.rawValue)
            for note in invoice.notes { text("cbc:Note", note) }
        } else {
            text("cbc:DueDate", invoice.dueDate?.description)
            text("cbc:InvoiceTypeCode", invoice.type.rawValue)
            for note in invoice.notes { text("cbc:Note", note) }
            text("cbc:TaxPointDate", taxPointDate)
        }
        text("cbc:DocumentCurrencyCode", invoice.currency.code)
        text("cbc:TaxCurrencyCode", invoice.totals.accountingVAT?.currency.code)
        text("cbc:BuyerReference", invoice.buyerReference)
    }

    /// BG-14, BG-3, BT-12 to BT-16. BT-14 stands inside the reference to the buyer's order, which
    /// cannot do without BT-13.
    private mutating func references(_ invoice: EN16931Invoice) {
        if let period = invoice.invoicingPeriod {
            group("cac:InvoicePeriod") {
                $0.text("cbc:StartDate", period.from.description)
                $0.text("cbc:EndDate", period.to.description)
            }
        }
        if let purchaseOrder = invoice.purchaseOrder {
            group("cac:OrderReference") {
                $0.text("cbc:ID", purchaseOrder)
                $0.text("cbc:SalesOrderID", invoice.salesOrder)
            }
        }
        for preceding in invoice.precedingInvoices {
            group("cac:BillingReference") {
                $0.group("cac:InvoiceDocumentReference") {
                    $0.text("cbc:ID", preceding.number)
                    $0.text("cbc:IssueDate", preceding.issueDate.description)
                }
            }
        }
        if let despatchAdvice = invoice.despatchAdvice {
            group("cac:DespatchDocumentReference") { $0.text("cbc:ID", despatchAdvice) }
        }
        if let contract = invoice.contract {
            group("cac:ContractDocumentReference") { $0.text("cbc:ID", contract) }
        }
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
