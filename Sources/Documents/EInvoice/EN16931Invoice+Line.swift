import Invoicing
import Money

extension EN16931Invoice {
    /// BG-25: one line.
    public struct Line: Hashable, Sendable {
        /// BT-126.
        public var identifier: String
        /// BT-127.
        public var note: String?
        /// BT-129.
        public var quantity: Decimal
        /// BT-130: UN/ECE Recommendation 20 or 21; also BT-150.
        public var unit: String
        /// BT-131: quantity × price ÷ base quantity, rounded, less allowances, plus charges.
        public var net: Money
        /// BG-27.
        public var allowances: [LineAdjustment]
        /// BG-28.
        public var charges: [LineAdjustment]
        /// BT-146: never rounded.
        public var price: Decimal
        /// BT-149: the quantity that the price is for; `nil` for one.
        public var baseQuantity: Decimal?
        /// BT-151 and BT-152.
        public var vat: VAT
        /// BG-31.
        public var item: Item
    }

    /// BG-31: what a line is about.
    public struct Item: Hashable, Sendable {
        /// BT-153.
        public var name: String
        /// BT-154.
        public var description: String?
        /// BT-155: the seller's id.
        public var sellerIdentifier: String?
        /// BT-158, in the list HS of UNTDID 7143: a code of the customs tariff.
        public var commodityCode: String?
        /// BT-159: ISO 3166-1 alpha-2.
        public var countryOfOrigin: String?
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
            var line =
                invoice.pricesIncludeTax
                ? try Self(taxableOf: invoice.lines[index], note: note)
                : try Self(invoice.lines[index], note: note, words)
            // BR-B-01 reads any other country in the document as a sign that it is not domestic.
            if isSplitPayment, line.item.countryOfOrigin != "IT" { line.item.countryOfOrigin = nil }
            lines.append(line)
        }
        return lines
    }

    /// A line whose price contains the tax, as EN 16931 states prices: without it. No unit price of
    /// two decimals gives the line's amount again, so the price is that of the whole quantity.
    private init(taxableOf line: borrowing InvoiceLine, note: String?) throws(EInvoiceError) {
        self.init(
            identifier: String(line.number), note: note, quantity: line.quantity,
            unit: line.unit, net: line.taxable, allowances: [], charges: [],
            price: line.taxable.value,
            baseQuantity: line.quantity == Decimal(1) ? nil : line.quantity,
            vat: try EN16931Invoice.VAT(line.tax), item: EN16931Invoice.Item(line))
    }

    private init(
        _ line: borrowing InvoiceLine, note: String?, _ words: InvoiceWords
    ) throws(EInvoiceError) {
        let discount = EN16931Invoice.LineAdjustment(discountOf: line, reason: words.discount)
        let freight = EN16931Invoice.LineAdjustment(freightOf: line, reason: words.freight)
        self.init(
            identifier: String(line.number), note: note, quantity: line.quantity,
            unit: line.unit, net: line.net, allowances: discount.map { [$0] } ?? [],
            charges: freight.map { [$0] } ?? [], price: line.unitPrice,
            baseQuantity: line.per == Decimal(1) ? nil : line.per,
            vat: try EN16931Invoice.VAT(line.tax), item: EN16931Invoice.Item(line))
    }
}

extension EN16931Invoice.Item {
    fileprivate init(_ line: borrowing InvoiceLine) {
        self.init(
            name: line.name, description: line.note, sellerIdentifier: line.item,
            commodityCode: line.commodityCode, countryOfOrigin: line.countryOfOrigin)
    }
}
