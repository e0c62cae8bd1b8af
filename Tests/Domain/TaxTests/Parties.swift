import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// Companies, customers and items read from JSON, as the books hold them.
enum Parties {
    static func read<T>(
        _ json: String, _ make: (DataNode, Findings) -> T?
    ) throws -> T {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "party.json", text: json))
        let read = make(tree.root, findings)
        return try #require(read, "\(findings.diagnostics.map(\.text).joined())")
    }

    static func company(
        _ regime: String, _ number: String, state: String? = nil, country: String = "IN",
        extra: String = "", pattern: String = "A/{fy}/{n:5}"
    ) throws -> Company {
        try read(
            """
            {"name":"Seller","regime":"\(regime)","currency":"\(country == "IN" ? "INR" : "EUR")",
            "language":"en","timeZone":"UTC","taxNumber":"\(number)"\(extra),
            "address":\(address(country, state)),"series":[{"id":"a","scope":"any","pattern":"\(pattern)"}]}
            """, Company.init)
    }

    static func customer(
        _ category: String, _ number: String? = nil, state: String? = nil, country: String = "IN",
        shipTo: String = "[]", withPayment: Bool? = nil
    ) throws -> Customer {
        let tax = number.map { #","taxNumber":"\#($0)""# } ?? ""
        let payment = withPayment.map { #","withPayment":\#($0)"# } ?? ""
        return try read(
            """
            {"id":"C","name":"Buyer","category":"\(category)"\(tax)\(payment),"shipTo":\(shipTo),
            "currency":"\(country == "IN" ? "INR" : "EUR")","address":\(address(country, state))}
            """, Customer.init)
    }

    /// An item of a class; eight digits of HSN, as exports need them.
    static func item(
        _ tax: String, _ kind: String = "goods", id: String = "I", hsn: String? = nil,
        extra: String = ""
    ) throws -> Item {
        let code = hsn ?? (kind == "goods" ? "82054010" : "998719")
        // A list of dated classes stands as it is.
        let text = tax.hasPrefix("[") ? tax : "\"\(tax)\""
        return try read(
            """
            {"id":"\(id)","name":"Thing","kind":"\(kind)","unit":"NOS","hsn":"\(code)",
            "tax":\(text)\(extra)}
            """, Item.init)
    }

    /// Addresses in India have a PIN of their State where one is listed here.
    static func address(_ country: String, _ state: String?) -> String {
        let pins = ["27": "400001", "29": "560001", "33": "600001"]
        let pin = country == "IN" ? state.flatMap { pins[$0] } : "1000"
        let postcode = pin.map { #","postcode":"\#($0)""# } ?? ""
        let state = state.map { #","state":"\#($0)""# } ?? ""
        return
            #"{"lines":["1 Road"],"city":"Town","country":"\#(country)"\#(postcode)\#(state)}"#
    }

    /// One line of goods or of a service, or the items given, delivered and invoiced on a day.
    ///
    /// - Parameters:
    ///   - order: further keys of an order, such as its site: `,"site":{…}`.
    ///   - issued: the invoice's day where it is another.
    ///   - paid: the day of an advance.
    static func supply(
        _ company: Company, _ customer: Customer, hasGoods: Bool = true, items: [Item]? = nil,
        on day: String, issued: String? = nil, paid: String? = nil, order: String = "",
        rates: RateTable = .empty
    ) throws -> Supply {
        let date = try #require(CalendarDate(day))
        let terms = try read(
            """
            {"id":"O","customer":"C","date":"2026-01-01","currency":"INR"\(order),
            "lines":[{"item":"I","quantity":"1"}]}
            """, Order.init)
        return Supply(
            company: company, customer: customer, shipTo: customer.shipTo.first, site: terms.site,
            statedPlace: terms.placeOfSupply,
            items: try items ?? [item("18", hasGoods ? "goods" : "service")], deliveryDate: date,
            issueDate: try issued.map { try #require(CalendarDate($0)) } ?? date,
            paymentDate: try paid.map { try #require(CalendarDate($0)) }, rates: rates,
            language: company.language, location: customer.node.location)
    }

    /// The first ship-to address of a customer.
    static func shipTo(
        _ country: String, _ state: String? = nil, number: String? = nil
    ) -> String {
        let tax = number.map { #","taxNumber":"\#($0)""# } ?? ""
        return #"[{"id":"S"\#(tax),"# + address(country, state).dropFirst() + "]"
    }
}
