import Diagnostics
import Formats
import Money

extension Value {
    /// The bytes of an invoice's canonical JSON: the explanation has one step a line.
    public var canonicalBytes: [UInt8] { JSONWriter.bytes(self, rows: "explanation") }

    /// Reads an invoice's canonical JSON back into the tree it was written from.
    ///
    /// What a text means is told by its key, as the schema says: `issueDate` is a date, `payable` an
    /// amount in the invoice's currency. Writing the tree again gives the same bytes.
    ///
    /// - Throws: a finding where the file is not a canonical invoice.
    public static func canonicalInvoice(_ tree: DataTree) throws(Rejected) -> Value {
        let root = tree.root
        guard root["schema"]?.string == "bijak/invoice/1",
            let currency = root["currency"]?.string.flatMap({ Currency(code: $0) })
        else {
            throw Rejected(
                Diagnostic(
                    code: "not-canonical", "this is no canonical invoice of this program",
                    at: root.location, expected: "\"schema\": \"bijak/invoice/1\" and a currency"))
        }
        return CanonicalReader(currency: currency).record(root)
    }
}

/// Gives the texts of canonical JSON their types.
private struct CanonicalReader {
    let currency: Currency

    private static let dates: Set<String> = [
        "issueDate", "dueDate", "taxPoint", "date", "purchaseOrderDate", "lutDate",
        "from", "to", "until", "deliveryDate",
    ]
    private static let decimals: Set<String> = [
        "quantity", "unitPrice", "per", "discountPercent", "percent", "rate", "halfRate",
    ]
    private static let amounts: Set<String> = [
        "gross", "discount", "freight", "net", "documentDiscount", "documentFreight", "taxable",
        "vat", "cgst", "sgst", "utgst", "igst", "tax", "total", "base", "amount", "roundOff",
        "payable", "lines", "salesTax", "inclusive", "reverseTax", "outside", "prepaid", "invoiced",
    ]

    func record(_ node: DataNode) -> Value {
        let own = node["currency"]?.string.flatMap { Currency(code: $0) } ?? currency
        let reader = CanonicalReader(currency: own)
        return .record { record in
            for (name, child) in node.members { record.add(name, reader.value(child, name)) }
        }
    }

    private func value(_ node: DataNode, _ key: String) -> Value {
        if node.isObject { return record(node) }
        if node.isList { return .list(node.elements.map { value($0, "") }) }
        if let flag = node.flag { return .flag(flag) }
        let text = node.string ?? ""
        if node.isNumber { return Int(text).map(Value.integer) ?? .text(text) }
        if Self.dates.contains(key), let date = CalendarDate(text) { return .date(date) }
        if Self.decimals.contains(key), let number = Decimal(text) { return .decimal(number) }
        if Self.amounts.contains(key), let amount = amount(text) { return .money(amount) }
        return .text(text)
    }

    private func amount(_ text: String) -> Money? {
        guard let number = Decimal(text), number.fits(places: currency.minorDigits) else {
            return nil
        }
        do { return try Money(number, currency, .halfAwayFromZero) } catch { return nil }
    }
}
