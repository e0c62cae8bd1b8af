import Invoicing
import Money
public import Trade

/// An invoice in the terms of EN 16931-1: what every syntax of a European e-invoice says.
///
/// Each property names its business term (BT) or group (BG). Amounts are those of the invoice it was
/// made from; nothing here or in a syntax's writer computes one. Syntaxes (UBL, CII) print
/// this model, and are read back into it.
public struct EN16931Invoice: Hashable, Sendable {
    /// The form that the document is written in: its syntax, and how much there is room for.
    public var form: EInvoiceForm
    /// BT-23: the process the document belongs to.
    public var process: String?
    /// BT-24: the specification it follows.
    public var specification: String
    /// BT-1.
    public var number: String
    /// BT-2.
    public var issueDate: CalendarDate
    /// BT-3.
    public var type: DocumentType
    /// BT-5.
    public var currency: Currency
    /// BT-6: the currency the seller accounts for VAT in, where it is another.
    public var accountingCurrency: Currency?
    /// BT-7: the day the VAT is due from, where that is not the day of issue: of a deposit, the day
    /// it was received (Directive 2006/112/EC art. 65, art. 226(7)).
    public var taxPointDate: CalendarDate?
    /// BT-8: the same as a code; never beside BT-7 (BR-CO-03).
    public var taxPointEvent: TaxPointEvent?
    /// BT-9.
    public var dueDate: CalendarDate?
    /// BT-10: what the buyer wants to find on each invoice, such as a Leitweg-ID.
    public var buyerReference: String?
    /// BT-11.
    public var project: String?
    /// BT-12.
    public var contract: String?
    /// BT-13: the buyer's order number, where one order is billed.
    public var purchaseOrder: String?
    /// BT-14: the seller's order number, where one order is billed.
    public var salesOrder: String?
    /// BT-15: the buyer's receipt of the goods.
    public var receivingAdvice: String?
    /// BT-16: the delivery, where one is billed.
    public var despatchAdvice: String?
    /// BT-17: the call for tenders or its lot.
    public var tender: String?
    /// BT-18: what is billed, such as a subscription; its scheme is a code of UNTDID 1153.
    public var object: Identifier?
    /// BT-19: where the buyer books it.
    public var accountingReference: String?
    /// BT-20: in words.
    public var paymentTerms: String?
    /// BG-1.
    public var notes: [Note] = []
    /// BG-3: what a note is about; the deposits that a final invoice takes off.
    public var precedingInvoices: [PrecedingInvoice] = []
    /// BG-4.
    public var seller: Seller
    /// BG-7.
    public var buyer: Buyer
    /// BG-10.
    public var payee: Payee?
    /// BG-11.
    public var taxRepresentative: TaxRepresentative?
    /// BG-13.
    public var delivery: Delivery?
    /// BG-14.
    public var invoicingPeriod: Period?
    /// BG-16.
    public var payment: Payment?
    /// BG-20.
    public var allowances: [Adjustment] = []
    /// BG-21.
    public var charges: [Adjustment] = []
    /// BG-22.
    public var totals: Totals
    /// BG-23: one for each category and rate.
    public var vatBreakdown: [VATBreakdown] = []
    /// BG-24.
    public var supportingDocuments: [SupportingDocument] = []
    /// BG-25; none in the smallest profiles of Factur-X.
    public var lines: [Line] = []
}

extension EN16931Invoice {
    /// The business terms of an invoice.
    ///
    /// Words that the invoice has none for (a discount without a reason, the payment terms) are
    /// added in its language, English where that is neither German, English nor French.
    ///
    /// - Parameter form: the specification to follow; EN 16931 itself where nothing is said.
    /// - Throws: BR-CL-01 for a document that is no invoice, such as a proforma; BR-CL-18 for one
    ///   that bears another tax than VAT, such as India's GST; BR-DEC-18 for amounts of three decimals.
    public init(_ invoice: Invoice, as form: EInvoiceForm = .ubl) throws(EInvoiceError) {
        guard let type = DocumentType(invoice) else {
            throw EInvoiceError(violations: [
                .init(
                    rule: "BR-CL-01", term: "BT-3",
                    message: "EN 16931 has no document that is a \(invoice.title.rawValue)")
            ])
        }
        guard invoice.currency.minorDigits <= 2 else {
            throw EInvoiceError(violations: [
                .init(
                    rule: "BR-DEC-18", term: "BT-115",
                    message: "amounts in \(invoice.currency) have \(invoice.currency.minorDigits) "
                        + "decimals, and EN 16931 allows two")
            ])
        }
        self.type = type
        let words = InvoiceWords.of(invoice.language)
        self.form = form
        process = form.process
        specification = form.specification
        number = invoice.number
        issueDate = invoice.issueDate
        taxPointDate =
            type == .prepayment && invoice.taxPoint != invoice.issueDate ? invoice.taxPoint : nil
        currency = invoice.currency
        buyerReference = invoice.buyer.reference
        let (orders, deliveries) = (invoice.orders, invoice.despatches)
        contract = invoice.contract.map { $0.reference ?? $0.id }
        purchaseOrder = orders.only?.purchaseOrder
        // UBL has no place for the seller's order without the buyer's; both syntaxes say the same.
        salesOrder = purchaseOrder == nil ? nil : orders.only?.id
        despatchAdvice = deliveries.only?.id
        paymentTerms = words.paymentTerms(of: invoice, as: form)
        notes = words.notes(of: invoice, as: form).map { Note($0) }
        precedingInvoices = PrecedingInvoice.all(of: invoice)
        vatBreakdown = try VATBreakdown.all(of: invoice, as: form)
        let isOutsideScope = vatBreakdown.contains { $0.vat.category == .outsideScope }
        seller = Seller(invoice.seller, words, isOutsideScope: isOutsideScope)
        buyer = Buyer(invoice.buyer, isOutsideScope: isOutsideScope)
        delivery = Delivery(invoice)
        invoicingPeriod = Period(invoice)
        payment = Payment(invoice, as: form)
        // A credit note in UBL tells BT-9 with the account to pay into; without one, CII neither.
        dueDate = type == .creditNote && payment == nil ? nil : invoice.dueDate
        allowances = try Adjustment.all(invoice.allowances, of: invoice, reason: words.discount)
        charges = try Adjustment.all(invoice.charges, of: invoice, reason: words.freight)
        totals = Totals(invoice)
        accountingCurrency = totals.accountingVAT?.currency
        supportingDocuments = invoice.attachments.map(SupportingDocument.init)
        lines = try Line.all(of: invoice, words)
    }
}
