import Diagnostics
import Formats
import Invoicing
import Money
import Testing
import Trade

/// A seller with customers and items, whose orders are read from JSON and billed.
struct Shop {
    var master: MasterData

    /// What may go wrong while an order is read, reviewed and billed: the codes of its findings.
    struct Refused: Error, CustomStringConvertible {
        let findings: [Diagnostic]
        var codes: [String] { findings.map(\.code) }
        var description: String { findings.map(\.text).joined() }
    }

    /// In Bengaluru: `LOCAL` (Karnataka), `FAR` (Maharashtra), `SEZ`, `ABROAD` (USD).
    static func india(roundOff: Bool = true) throws -> Shop {
        let company = """
            {"name":"Seller","regime":"india-gst","currency":"INR","language":"en-IN",
            "timeZone":"Asia/Kolkata","taxNumber":"29AAECT4417M1ZX","address":\(address("IN", "29")),
            "export":{"lut":"AD290326000123X"},"roundOff":\(roundOff),"paymentTerms":{"netDays":45},
            "series":[{"id":"a","scope":"any","pattern":"A/{fy}/{n:5}"}]}
            """
        let customers = [
            customer("LOCAL", "registered", "IN", "29", "29AAFCS8126P1ZL"),
            customer("FAR", "registered", "IN", "27", "27AAGCP3390R1ZN"),
            customer("SEZ", "sez", "IN", "29", "29AAFCS8126P1ZL"),
            customer("ABROAD", "overseas", "US", nil, nil, currency: "USD"),
            customer(
                "PAYING", "overseas", "US", nil, nil, currency: "USD", ",\"withPayment\":true"),
        ]
        let items = ["0", "0.25", "3", "5", "18", "40", "nil", "exempt"].map { tax in
            item("T\(tax)", tax, #","unit":"NOS","hsn":"8205\#(tax.utf8.count)000""#)
        }
        let service = item("SERVICE", "18", #","unit":"NA","hsn":"998719""#, kind: "service")
        return try Shop(company, customers, items + [service])
    }

    /// In Munich: `LOCAL`, `FAR` (France, business), `PRIVATE` (consumer), `ABROAD` (USD).
    static func europe() throws -> Shop {
        let company = """
            {"name":"Seller","regime":"european-vat","currency":"EUR","language":"de-DE",
            "timeZone":"Europe/Berlin","taxNumber":"DE123456788","address":\(address("DE", nil)),
            "series":[{"id":"a","scope":"any","pattern":"RE-{yyyy}-{n:4}"}]}
            """
        let customers = [
            customer(
                "LOCAL", "business", "DE", nil, "DE931840277", ",\"paymentTerms\":{\"netDays\":14}"),
            customer("FAR", "business", "FR", nil, "FR44732829320"),
            customer("PRIVATE", "consumer", "DE", nil, nil),
            customer("ABROAD", "business", "US", nil, nil, currency: "USD"),
        ]
        let items = ["standard", "reduced", "zero"].map { item($0, $0, #","unit":"H87""#) }
        return try Shop(company, customers, items)
    }

    init(_ company: String, _ customers: [String], _ items: [String]) throws {
        master = MasterData(company: try Shop.read(company, Company.init))
        for text in customers {
            let customer = try Shop.read(text, Customer.init)
            master.customers.put(customer)
        }
        for text in items {
            let item = try Shop.read(text, Item.init)
            master.items[item.id] = item
        }
    }

    /// Adds rows `list item currency unitPrice per from to` to the price book.
    mutating func price(_ rows: String...) throws {
        for row in rows {
            let cells = row.split(separator: " ").map { $0 == "-" ? "" : "\($0)" }
            let findings = Findings()
            let source = SourceText(
                name: "prices.csv",
                text: "list,item,currency,unitPrice,per,from,to\n" + cells.joined(separator: ","))
            let table = try #require(RecordKind.prices.table)
            let tree = try #require(CSVReader.read(source, table, findings))
            if let price = Price(tree.root, findings) { master.prices.add(price, findings) }
            if findings.hasErrors { throw Refused(findings: findings.diagnostics) }
        }
    }

    /// Adds contracts and amendments.
    mutating func contracts(_ texts: String...) throws {
        for text in texts {
            let findings = Findings()
            let contract = try Shop.read(text, Contract.init)
            master.contracts.put(contract, findings)
            if findings.hasErrors { throw Refused(findings: findings.diagnostics) }
        }
    }

    /// The order after review.
    func review(
        _ order: String, _ context: OrderContext = OrderContext(isNew: false),
        on day: BillingDay? = nil
    ) throws -> ReviewedOrder {
        let findings = Findings()
        guard let reviewed = ReviewedOrder(try read(order), master, context, on: day, findings)
        else { throw Refused(findings: findings.diagnostics) }
        return reviewed
    }

    func read(_ order: String) throws -> Order { try Shop.read(order, Order.init) }

    /// The invoice of the whole order.
    func bill(_ order: String) throws -> Invoice { try invoice(.whole(review(order))) }

    /// One invoice for each delivery: the quantities of its lines, by the order's line numbers.
    func bill(_ order: String, deliveries: [[Int: String]]) throws -> [Invoice] {
        let reviewed = try review(order)
        var billed: [Int: Decimal] = [:]
        return try deliveries.enumerated().map { index, quantities in
            let delivery = Delivery(
                id: "D\(index)", order: reviewed.order.id, date: reviewed.order.date)
            let lines = try reviewed.lines.compactMap { line -> Fulfilment.Line? in
                guard let text = quantities[line.ordered.number] else { return nil }
                let before = billed[line.ordered.number] ?? .zero
                let after = try before + #require(Decimal(text))
                billed[line.ordered.number] = after
                return Fulfilment.Line(
                    line: line, before: before, after: after, whole: line.ordered.quantity)
            }
            return try invoice(
                Fulfilment([
                    Fulfilment.Part(
                        order: reviewed, event: .delivery, delivery: delivery, lines: lines,
                        isFirst: index == 0)
                ]))
        }
    }

    func invoice(_ fulfilment: Fulfilment) throws -> Invoice {
        let findings = Findings()
        guard
            let invoice = Calculator.invoice(
                fulfilment, company: master.company, rates: master.rates,
                issueDate: fulfilment.parts[0].order.order.date, findings),
            !findings.hasErrors
        else { throw Refused(findings: findings.diagnostics) }
        return invoice
    }

    private static func read<T>(_ json: String, _ make: (DataNode, Findings) -> T?) throws -> T {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "shop.json", text: json))
        guard let read = make(tree.root, findings) else {
            throw Refused(findings: findings.diagnostics)
        }
        return read
    }

    private static func customer(
        _ id: String, _ category: String, _ country: String, _ state: String?, _ number: String?,
        currency: String? = nil, _ extra: String = ""
    ) -> String {
        let number = number.map { #","taxNumber":"\#($0)""# } ?? ""
        return """
            {"id":"\(id)","name":"\(id)","category":"\(category)"\(number)\(extra),
            "currency":"\(currency ?? (country == "IN" ? "INR" : "EUR"))",
            "address":\(address(country, state))}
            """
    }

    private static func item(
        _ id: String, _ tax: String, _ extra: String, kind: String = "goods"
    ) -> String {
        #"{"id":"\#(id)","name":"\#(id)","kind":"\#(kind)","tax":"\#(tax)"\#(extra)}"#
    }

    private static func address(_ country: String, _ state: String?) -> String {
        let state = state.map { #","state":"\#($0)""# } ?? ""
        return
            #"{"lines":["1 Road"],"city":"Town","postcode":"1000","country":"\#(country)"\#(state)}"#
    }
}

/// An order of 20 April 2026. A line is `item quantity price`, then any of `/per`, `-amount` or `-n%`
/// (discount) and `+amount` (freight).
func order(
    _ lines: [String], customer: String = "LOCAL", currency: String = "EUR", _ extra: String = ""
) -> String {
    let texts = lines.map { line -> String in
        let words = line.split(separator: " ")
        var text = #"{"item":"\#(words[0])","quantity":"\#(words[1])""#
        if words.count > 2 { text += #","unitPrice":"\#(words[2])""# }
        for word in words.dropFirst(3) {
            let rest = word.dropFirst()
            switch word.first {
            case "/": text += #","per":"\#(rest)""#
            case "+": text += #","freight":{"amount":"\#(rest)"}"#
            case "-" where rest.last == "%":
                text += #","discount":{"percent":"\#(rest.dropLast())"}"#
            default: text += #","discount":{"amount":"\#(rest)"}"#
            }
        }
        return text + "}"
    }
    return """
        {"id":"SO-1","customer":"\(customer)","date":"2026-04-20","currency":"\(currency)"\(extra),
        "lines":[\(texts.joined(separator: ","))]}
        """
}

extension Invoice {
    /// `net discount freight taxable` of each line, of what the document shares out, and its taxes.
    var lineTexts: [String] {
        lines.map { line in
            let taxes = TaxHeadOrder.texts(line.taxes)
            return
                ([line.net, line.documentDiscount, line.documentFreight, line.taxable].map(\.plain)
                + taxes).joined(separator: " ")
        }
    }

    /// `taxable`, the taxes, `round-off` and `payable` of the document.
    var totalText: String {
        ([totals.taxable.plain] + TaxHeadOrder.texts(totals.taxes)
            + [totals.roundOff.plain, totals.payable.plain]).joined(separator: " ")
    }
}
