import Formats
import Money

/// A generated order while it may still be changed.
struct OrderDraft {
    let id: String
    var customer: String
    var date: CalendarDate
    var purchaseOrder: String
    var currency: String
    var contract: String?
    var netDays: Int?
    /// A discount on the document, in percent.
    var discount: String?
    var freight: String?
    /// What the customer reckons is to be paid.
    var payable: String?
    var lines: [Line]

    struct Line {
        var item: String
        var quantity: String
        var cents: Int?
        var per: Int?
        /// In percent.
        var discount: String?
        /// A key that no line has.
        var strayKey: String?
    }

    var value: Value {
        .record { record in
            record.add("id", id)
            record.add("customer", customer)
            record.add("date", date.description)
            record.add("purchaseOrder", purchaseOrder)
            record.add("currency", currency)
            record.add("contract", contract)
            if let netDays {
                record.add("paymentTerms", .record { $0.add("netDays", .integer(netDays)) })
            }
            record.add("discount", discount.map(OrderDraft.percent))
            if let freight { record.add("freight", .record { $0.add("amount", freight) }) }
            if let payable { record.add("totals", .record { $0.add("payable", payable) }) }
            record.add("lines", .list(lines.map(\.value)))
        }
    }

    fileprivate static func percent(_ percent: String) -> Value {
        .record { $0.add("percent", percent) }
    }
}

extension OrderDraft.Line {
    fileprivate var value: Value {
        .record { record in
            record.add("item", item)
            record.add("quantity", quantity)
            record.add("unitPrice", cents.map(Tariff.text))
            record.add("per", per.map(String.init))
            record.add("discount", discount.map(OrderDraft.percent))
            if let strayKey { record.add(strayKey, "1") }
        }
    }
}
