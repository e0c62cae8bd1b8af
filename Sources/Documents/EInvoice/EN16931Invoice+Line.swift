import Invoicing
import Money

extension EN16931Invoice {
    /// BG-25: one line.
    public struct Line: Hashable, Sendable {
        /// BT-126.
        public var identifier: String
        /// BT-127.
        public var note: String?
        /// BT-128: what it bills, such as a meter; its scheme is a code of UNTDID 1153.
        public var object: Identifier?
        /// BT-129.
        public var quantity: Decimal
        /// BT-130: UN/ECE Recommendation 20 or 21.
        public var unit: String
        /// BT-131: quantity × price ÷ base quantity, rounded, less allowances, plus charges.
        public var net: Money
        /// BT-132: the line of the buyer's order.
        public var orderLine: String?
        /// BT-133: where the buyer books it.
        public var accountingReference: String?
        /// BG-26.
        public var period: Period?
        /// BG-27.
        public var allowances: [LineAdjustment]
        /// BG-28.
        public var charges: [LineAdjustment]
        /// BG-29.
        public var price: Price
        /// BT-151 and BT-152.
        public var vat: VAT
        /// BG-31.
        public var item: Item
    }
}

extension EN16931Invoice.Line {
    /// The lines of an invoice; where it has several parts, each says which it is of.
    static func all(of invoice: Invoice, _ words: InvoiceWords) throws(EInvoiceError) -> [Self] {
        let (orders, deliveries) = (invoice.orders, invoice.despatches)
        let notes = invoice.parts.map {
            words.lineNote(
                of: $0, severalOrders: orders.count > 1, severalDeliveries: deliveries.count > 1,
                language: invoice.language)
        }
        let isSplitPayment = invoice.taxSummary.contains { $0.tax.category == .splitPayment }
        var lines: [Self] = []
        lines.reserveCapacity(invoice.lines.count)
        for index in invoice.lines.indices {
            let note = notes[invoice.lines[index].part]
            let vat = try EN16931Invoice.VAT(
                invoice.lines[index].tax, isExported: invoice.isExported)
            var line =
                invoice.pricesIncludeTax
                ? Self(taxableOf: invoice.lines[index], note: note, vat: vat)
                : Self(invoice.lines[index], note: note, words, vat: vat)
            if invoice.isExported { line.stateUnit(UnitOfMeasure.code(ofUQC: line.unit)) }
            // BR-B-01 reads any other country in the document as a sign that it is not domestic.
            if isSplitPayment, line.item.countryOfOrigin != "IT" { line.item.countryOfOrigin = nil }
            lines.append(line)
        }
        return lines
    }

    /// BT-130, and BT-150 where the price has one.
    private mutating func stateUnit(_ code: String) {
        unit = code
        if price.baseUnit != nil { price.baseUnit = code }
    }

    /// A line whose price contains the tax, as EN 16931 states prices: without it. No unit price of
    /// two decimals gives the line's amount again, so the price is that of the whole quantity.
    private init(taxableOf line: borrowing InvoiceLine, note: String?, vat: EN16931Invoice.VAT) {
        self.init(
            identifier: String(line.number), note: note, quantity: line.quantity,
            unit: line.unit, net: line.taxable, allowances: [], charges: [],
            price: .init(line.taxable.value, per: line.quantity, line.unit),
            vat: vat, item: EN16931Invoice.Item(line))
    }

    private init(
        _ line: borrowing InvoiceLine, note: String?, _ words: InvoiceWords,
        vat: EN16931Invoice.VAT
    ) {
        let discount = EN16931Invoice.LineAdjustment(discountOf: line, reason: words.discount)
        let freight = EN16931Invoice.LineAdjustment(freightOf: line, reason: words.freight)
        self.init(
            identifier: String(line.number), note: note, quantity: line.quantity,
            unit: line.unit, net: line.net, allowances: discount.map { [$0] } ?? [],
            charges: freight.map { [$0] } ?? [],
            price: .init(line.unitPrice, per: line.per, line.unit),
            vat: vat, item: EN16931Invoice.Item(line))
    }
}
