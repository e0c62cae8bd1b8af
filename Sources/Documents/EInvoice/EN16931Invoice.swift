import Invoicing
import Money

/// An invoice in the terms of EN 16931-1: what every syntax of a European e-invoice says.
///
/// Each property names its business term (BT) or group (BG). Amounts are those of the invoice it was
/// made from; nothing here or in a syntax's writer computes one. Syntaxes (UBL, later CII) print
/// this model, once `checkTerms` has found nothing missing, and are read back into it.
public struct EN16931Invoice: Hashable, Sendable {
    /// BT-24: the specification the document follows.
    public var specification: String
    /// BT-1.
    public var number: String
    /// BT-2.
    public var issueDate: CalendarDate
    /// BT-3: UNTDID 1001; 380 is a commercial invoice.
    public var typeCode: String
    /// BT-5.
    public var currency: Currency
    /// BT-9.
    public var dueDate: CalendarDate?
    /// BT-10: what the buyer wants to find on each invoice, such as a Leitweg-ID.
    public var buyerReference: String?
    /// BT-12.
    public var contract: String?
    /// BT-13: the buyer's order number, where one order is billed.
    public var purchaseOrder: String?
    /// BT-14: the seller's order number, where one order is billed.
    public var salesOrder: String?
    /// BT-16: the delivery, where one is billed.
    public var despatchAdvice: String?
    /// BT-20: in words.
    public var paymentTerms: String?
    /// BG-1, each with BT-22.
    public var notes: [String]
    /// BG-4.
    public var seller: Seller
    /// BG-7.
    public var buyer: Buyer
    /// BG-13.
    public var delivery: Delivery?
    /// BG-14.
    public var invoicingPeriod: InvoicingPeriod?
    /// BG-16.
    public var payment: Payment?
    /// BG-20.
    public var allowances: [Adjustment]
    /// BG-21.
    public var charges: [Adjustment]
    /// BG-22.
    public var totals: Totals
    /// BG-23: one for each category and rate.
    public var vatBreakdown: [VATBreakdown]
    /// BG-25.
    public var lines: [Line]

    /// BT-24 of an invoice that follows EN 16931 itself and no specification made from it.
    public static let coreSpecification = "urn:cen.eu:en16931:2017"
    /// BT-3 of a commercial invoice.
    public static let commercialInvoice = "380"
}

extension EN16931Invoice {
    /// The business terms of an invoice.
    ///
    /// Words that the invoice has none for (a discount without a reason, the payment terms) are
    /// added in its language, English where that is neither German, English nor French.
    ///
    /// - Throws: BR-CL-18 for an invoice under another tax than VAT, such as India's GST.
    public init(_ invoice: Invoice) throws(EInvoiceError) {
        let words = InvoiceWords.of(invoice.language)
        specification = EN16931Invoice.coreSpecification
        number = invoice.number
        issueDate = invoice.issueDate
        typeCode = EN16931Invoice.commercialInvoice
        currency = invoice.currency
        dueDate = invoice.dueDate
        buyerReference = invoice.customer.buyerReference
        let (orders, deliveries) = (invoice.orders, invoice.deliveries)
        contract = invoice.parts[0].order.contract.map { $0.reference ?? $0.id }
        purchaseOrder = orders.only?.purchaseOrder
        salesOrder = orders.only?.id
        despatchAdvice = deliveries.only?.id
        paymentTerms = words.paymentTerms(of: invoice)
        notes = words.notes(of: invoice)
        seller = Seller(invoice.company, words)
        buyer = Buyer(invoice.customer)
        delivery = Delivery(invoice)
        invoicingPeriod = InvoicingPeriod(invoice)
        payment = Payment(invoice)
        var allowances: [Adjustment] = []
        for allowance in invoice.allowances {
            allowances.append(try Adjustment(allowance, reason: words.discount))
        }
        self.allowances = allowances
        var charges: [Adjustment] = []
        for charge in invoice.charges {
            charges.append(try Adjustment(charge, reason: words.freight))
        }
        self.charges = charges
        totals = Totals(invoice)
        var breakdown: [VATBreakdown] = []
        for group in invoice.taxSummary { breakdown.append(try VATBreakdown(group)) }
        vatBreakdown = breakdown
        var lines: [Line] = []
        lines.reserveCapacity(invoice.lines.count)
        let lineNotes = invoice.parts.map {
            words.lineNote(
                of: $0, severalOrders: orders.count > 1, severalDeliveries: deliveries.count > 1,
                language: invoice.language)
        }
        for index in invoice.lines.indices {
            let note = lineNotes[invoice.lines[index].part]
            lines.append(try Line(invoice.lines[index], note: note, words))
        }
        self.lines = lines
    }
}
