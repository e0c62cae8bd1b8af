import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Testing
import Trade

extension Shop {
    /// The shop with more to sell, and customers `…-YEN` and `…-DINAR` whose currencies have no
    /// decimals and three. India: `R18`, `R5` (reverse charge), `AGENT` (pure agent); customer
    /// `PRIVATE`, unregistered. Europe: `scrap` (reverse charge); `teaching`, `course`, `healing`,
    /// `insured`, exempt by three rules.
    static func wide(isIndia: Bool) throws -> Shop {
        var shop = isIndia ? try india() : try europe()
        for row in isIndia ? indianItems : europeanItems {
            try shop.add(item: #"{"id":"\#(row.0)","name":"\#(row.0)",\#(row.1)}"#)
        }
        let registered = isIndia ? "registered" : "business"
        let home =
            isIndia ? ("IN", #","state":"29""#, "29AAFCS8126P1ZL") : ("DE", "", "DE931840277")
        var places = [("LOCAL", home)]
        if isIndia { places.append(("FAR", ("IN", #","state":"27""#, "27AAGCP3390R1ZN"))) }
        for (place, (country, state, number)) in places {
            for (suffix, currency) in [("YEN", "JPY"), ("DINAR", "KWD")] {
                try shop.add(
                    customer: """
                        {"id":"\(place)-\(suffix)","name":"Buyer","category":"\(registered)",
                        "currency":"\(currency)","taxNumber":"\(number)",
                        "address":{"lines":["1 Road"],"city":"Town","postcode":"1000",
                        "country":"\(country)"\(state)}}
                        """)
            }
        }
        if isIndia {
            try shop.add(
                customer: """
                    {"id":"PRIVATE","name":"Buyer","category":"unregistered","currency":"INR",
                    "address":{"lines":["1 Road"],"city":"Town","postcode":"560001",
                    "country":"IN","state":"29"}}
                    """)
        }
        return shop
    }

    private static let indianItems = [
        ("R18", #""kind":"service","unit":"NA","hsn":"998719","tax":"18","reverseCharge":true"#),
        ("R5", #""kind":"service","unit":"NA","hsn":"998719","tax":"5","reverseCharge":true"#),
        ("AGENT", #""kind":"service","unit":"NA","hsn":"998719","tax":"pure-agent""#),
    ]

    private static let europeanItems = [
        ("scrap", #""kind":"goods","unit":"H87","tax":"standard","reverseCharge":true"#),
        ("teaching", exempt(#""exemption":"VATEX-EU-132-1I","exemptionReason":"Unterricht""#)),
        ("course", exempt(#""exemption":"VATEX-EU-132-1I","exemptionReason":"Kurs""#)),
        ("healing", exempt(#""exemption":"VATEX-EU-132-1C","exemptionReason":"Heilbehandlung""#)),
        ("insured", exempt(#""exemptionReason":"Versicherung""#)),
    ]

    private static func exempt(_ rule: String) -> String {
        #""kind":"service","unit":"H87","tax":"exempt",\#(rule)"#
    }

    /// In a country without a regime of its own, where everything bears 10 %: `LOCAL`.
    static func plain(_ country: String, _ currency: String) throws -> Shop {
        let address =
            #""address":{"lines":["1 Road"],"city":"Town","postcode":"1","country":"\#(country)"}"#
        var shop = try Shop(
            """
            {"name":"Seller","regime":"plain","currency":"\(currency)","language":"en",
            "timeZone":"UTC","taxNumber":"1",\(address),
            "series":[{"id":"a","scope":"any","pattern":"{yyyy}-{n:4}"}]}
            """,
            [
                """
                {"id":"LOCAL","name":"Buyer","category":"business","currency":"\(currency)",
                \(address)}
                """
            ], [#"{"id":"standard","name":"Thing","kind":"goods","tax":"standard","unit":"EA"}"#])
        shop.master.rates = try RateTable(parsing: "\(country) standard 10 2019-10-01 - Law")
        return shop
    }

    private mutating func add(item text: String) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "shop.json", text: text))
        let item = try #require(Item(tree.root, findings))
        master.items[item.id] = item
    }

    private mutating func add(customer text: String) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "shop.json", text: text))
        master.customers.put(try #require(Customer(tree.root, findings)))
    }

    /// The invoice of a random order, less its advances.
    func bill(_ reckoning: Reckoning) throws -> Invoice {
        let currency = try #require(Currency(code: reckoning.currency))
        return try bill(
            reckoning.json, advances: reckoning.advanceTexts.map { try Advance($0, currency) })
    }

    /// The invoice of the whole order, less advances.
    func bill(_ order: String, advances: [Advance]) throws -> Invoice {
        try invoice(Fulfilment(Fulfilment.whole(review(order)).parts, advances: advances))
    }
}

extension Advance {
    /// `number total head amount …` in a currency.
    init(_ text: String, _ currency: Currency) throws {
        let words = text.split(separator: " ").map(String.init)
        var taxes = TaxAmounts()
        for index in stride(from: 2, to: words.count, by: 2) {
            let head = try #require(TaxHead(rawValue: words[index]))
            try taxes.add(Advance.money(words[index + 1], currency), to: head)
        }
        self.init(
            number: words[0], date: try #require(CalendarDate("2026-04-10")), taxes: taxes,
            total: try Advance.money(words[1], currency))
    }

    private static func money(_ text: String, _ currency: Currency) throws -> Money {
        try Money(#require(Decimal(text)), currency, .halfAwayFromZero)
    }
}

extension Invoice.Prepayment {
    /// `number taxable taxes total`.
    var text: String {
        ([number, taxable.plain] + TaxHeadOrder.texts(taxes) + [total.plain])
            .joined(separator: " ")
    }
}
