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

    static func item(_ tax: String, _ kind: String = "goods") throws -> Item {
        try read(
            #"{"id":"I","name":"Thing","kind":"\#(kind)","unit":"NOS","hsn":"820540","tax":"\#(tax)"}"#,
            Item.init)
    }

    static func address(_ country: String, _ state: String?) -> String {
        let state = state.map { #","state":"\#($0)""# } ?? ""
        return
            #"{"lines":["1 Road"],"city":"Town","postcode":"1000","country":"\#(country)"\#(state)}"#
    }

    static func supply(
        _ company: Company, _ customer: Customer, hasGoods: Bool, on day: String
    ) throws -> Supply {
        let date = try #require(CalendarDate(day))
        return Supply(
            company: company, customer: customer, shipTo: customer.shipTo.first,
            hasGoods: hasGoods, taxClasses: ["18"], deliveryDate: date, issueDate: date,
            language: company.language,
            location: customer.node.location)
    }

    /// The first ship-to address of a customer.
    static func shipTo(
        _ country: String, _ state: String? = nil, number: String? = nil
    ) -> String {
        let tax = number.map { #","taxNumber":"\#($0)""# } ?? ""
        return #"[{"id":"S"\#(tax),"# + address(country, state).dropFirst() + "]"
    }
}
