import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// What sellers outside India and Europe charge, by their own table of rates.
struct PlainTaxTests {
    /// Singapore: GST Act 1993 s. 16 (8 % in 2023, 9 % since), s. 21(1) (zero-rated).
    /// Japan: 10 %, food 8 % (since 2019-10-01). Bahrain: VAT 10 % since 2022.
    /// United States: a rate for each state in which the seller collects; Oregon has no sales tax.
    static let rates = """
        SG standard 8 2023-01-01 2023-12-31 GST Act 1993 s. 16
        SG standard 9 2024-01-01 - GST Act 1993 s. 16
        SG export 0 2023-01-01 - GST Act 1993 s. 21(1)
        MY service 8 2024-03-01 - Service Tax Act 2018
        US-CA tangible 7.25 2017-01-01 - Cal. RTC § 6051
        US-CA food 0 2017-01-01 - Cal. RTC § 6359
        US-TX tangible 6.25 1990-01-01 - Tex. Tax Code § 151.051
        US-OR tangible 0 2017-01-01 - no sales tax
        US software 0 2017-01-01 - not taxed by these states
        US-TX software 5 2017-01-01 - Tex. Tax Code § 151.351
        JP standard 10 2019-10-01 - Consumption Tax Act art. 29
        BH standard 10 2022-01-01 - Decree-Law 48/2018
        """

    private static func read<T>(_ json: String, _ make: (DataNode, Findings) -> T?) throws -> T {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "record.json", text: json))
        let read = make(tree.root, findings)
        return try #require(read, "\(findings.diagnostics.map(\.text).joined())")
    }

    /// `US-CA` as an address.
    private static func address(_ place: String) -> String {
        let parts = place.split(separator: "-")
        let state = parts.count > 1 ? #","state":"\#(parts[1])""# : ""
        return #"{"lines":["1 Road"],"city":"Town","country":"\#(parts[0])"\#(state)}"#
    }

    private static func company(_ place: String) throws -> Company {
        try read(
            """
            {"name":"Seller","regime":"plain","currency":"USD","language":"en","timeZone":"UTC",
            "taxNumber":"M2-1234567-8","address":\(address(place)),
            "series":[{"id":"a","scope":"any","pattern":"I-{yyyy}-{n:4}"}]}
            """, Company.init)
    }

    private static func customer(
        _ place: String, shipTo: String? = nil, _ more: String = "", category: String = "business"
    ) throws -> Customer {
        let places = shipTo.map { #",{"id":"S","# + address($0).dropFirst() } ?? ""
        return try read(
            """
            {"id":"C","name":"Buyer","category":"\(category)","currency":"USD",
            "address":\(address(place)),"shipTo":[\(places.dropFirst())]\(more)}
            """, Customer.init)
    }

    private static func item(_ tax: String, _ kind: String, _ more: String = "") throws -> Item {
        let tax = tax.hasPrefix("[") ? tax : "\"\(tax)\""
        return try read(
            #"{"id":"I","name":"Thing","kind":"\#(kind)","unit":"H87","tax":\#(tax)\#(more)}"#,
            Item.init)
    }

    /// `S 9 GST Act…`: category, rate and law, or the code of the finding and what it expects.
    private func outcome(
        _ seller: String, _ customer: Customer, _ item: Item, on day: String, site: Site? = nil
    ) throws -> String {
        let date = try #require(CalendarDate(day))
        let regime = try #require(Regimes.named("plain"))
        let supply = Supply(
            company: try Self.company(seller), customer: customer, shipTo: customer.shipTo.first,
            site: site, items: [item], deliveryDate: date, issueDate: date.adding(days: 400),
            rates: try RateTable(parsing: Self.rates), language: "en",
            location: customer.node.location)
        let findings = Findings()
        let treatment = try #require(regime.treatment(of: supply, findings))
        #expect(treatment.title == .invoice && treatment.taxPoint == date)
        #expect(treatment.heads == [.salesTax] && treatment.placeOfSupply == nil)
        guard
            let line = regime.lineTax(
                of: item, in: supply, treatment, at: customer.node.location, findings)
        else {
            return findings.diagnostics.map { "\($0.code): \($0.expected ?? "")" }.joined()
        }
        #expect(findings.diagnostics.isEmpty)
        let why = line.exemption.map { "\($0.code ?? "-") \($0.reason)" } ?? line.law ?? ""
        return "\(line.category.rawValue) \(line.rate) \(why)"
    }

    @Test(
        "A line bears the rate of its class where it is supplied, on the day it is delivered",
        arguments: [
            // Singapore's change of rate at new year 2024, whenever it is invoiced.
            ("SG", "SG", "standard goods", "2023-12-31", "S 8 GST Act 1993 s. 16"),
            ("SG", "SG", "standard goods", "2024-01-01", "S 9 GST Act 1993 s. 16"),
            ("SG", "SG", "standard service", "2024-01-01", "S 9 GST Act 1993 s. 16"),
            // Export, whatever the class: to a country without rates, of which goods and services
            // to Japan are none here; before the Malaysian rate began, an export too.
            ("SG", "AU", "standard goods", "2024-01-01", "Z 0 GST Act 1993 s. 21(1)"),
            ("SG", "AU", "anything service", "2024-01-01", "Z 0 GST Act 1993 s. 21(1)"),
            ("SG", "MY", "service service", "2024-02-29", "Z 0 GST Act 1993 s. 21(1)"),
            ("SG", "MY", "service service", "2024-03-01", "S 8 Service Tax Act 2018"),
            ("SG", "JP", "standard goods", "2024-01-01", "S 10 Consumption Tax Act art. 29"),
            // The United States, by state; a row of the country where the state has none of the class.
            ("US-CA", "US-CA", "tangible goods", "2026-01-01", "S 7.25 Cal. RTC § 6051"),
            ("US-CA", "US-CA", "food goods", "2026-01-01", "Z 0 Cal. RTC § 6359"),
            ("US-CA", "US-TX", "tangible goods", "2026-01-01", "S 6.25 Tex. Tax Code § 151.051"),
            ("US-CA", "US-OR", "tangible goods", "2026-01-01", "Z 0 no sales tax"),
            ("US-CA", "US-TX", "software service", "2026-01-01", "S 5 Tex. Tax Code § 151.351"),
            ("US-CA", "US-CA", "software service", "2026-01-01", "Z 0 not taxed by these states"),
            ("JP", "JP", "standard goods", "2026-01-01", "S 10 Consumption Tax Act art. 29"),
            ("BH", "BH", "standard goods", "2022-01-01", "S 10 Decree-Law 48/2018"),
            // What the table lacks is named.
            (
                "BH", "BH", "standard goods", "2021-12-31",
                "unknown-tax-rate: a row of rates: BH standard"
            ),
            (
                "BH", "AE", "standard goods", "2022-01-01",
                "unknown-tax-rate: a row of rates: AE standard or BH export"
            ),
            (
                "SG", "SG", "reduced goods", "2024-01-01",
                "unknown-tax-rate: standard (SG 9 %), export (SG 0 %), exempt"
            ),
            // Abroad too, where the seller is registered.
            (
                "SG", "MY", "standard goods", "2024-03-01",
                "unknown-tax-rate: service (MY 8 %), exempt"
            ),
            (
                "US-CA", "US-TX", "food goods", "2026-01-01",
                "unknown-tax-rate: tangible (US-TX 6.25 %), software (US-TX 5 %), "
                    + "software (US 0 %), exempt"
            ),
            (
                "US-CA", "US-NV", "tangible goods", "2016-12-31",
                "unknown-tax-rate: a row of rates: US-NV tangible or US tangible"
            ),
        ] as [(String, String, String, String, String)])
    func rates(
        seller: String, buyer: String, what: String, day: String, expected: String
    ) throws {
        let words = what.split(separator: " ").map(String.init)
        let item = try Self.item(words[0], words[1])
        #expect(try outcome(seller, Self.customer(buyer), item, on: day) == expected)
    }

    @Test("Goods are taxed where they are shipped to, services where the customer is")
    func shipTo() throws {
        let customer = try Self.customer("US-TX", shipTo: "US-CA")
        let goods = try Self.item("tangible", "goods")
        let service = try Self.item("tangible", "service")
        #expect(
            try outcome("US-TX", customer, goods, on: "2026-01-01") == "S 7.25 Cal. RTC § 6051")
        #expect(
            try outcome("US-TX", customer, service, on: "2026-01-01")
                == "S 6.25 Tex. Tax Code § 151.051")
        // Handed over at the seller's, it has not moved.
        let pickedUp = try Self.item("tangible", "goods", #","supplyPlace":"no-movement""#)
        #expect(
            try outcome("US-TX", customer, pickedUp, on: "2026-01-01")
                == "S 6.25 Tex. Tax Code § 151.051")
    }

    @Test("Work on a site is taxed there, and wants to know where that is")
    func sites() throws {
        let customer = try Self.customer("US-TX")
        let work = try Self.item("tangible", "service", #","supplyPlace":"property""#)
        #expect(
            try outcome("US-TX", customer, work, on: "2026-01-01").hasPrefix("missing-site: "))
        let order = try Self.read(
            """
            {"id":"O","customer":"C","date":"2026-01-01","currency":"USD",
            "site":{"country":"US","state":"CA"},"lines":[{"item":"I","quantity":"1"}]}
            """, Order.init)
        #expect(
            try outcome("US-TX", customer, work, on: "2026-01-01", site: order.site)
                == "S 7.25 Cal. RTC § 6051")
    }

    @Test("A resale certificate or an exempt item bears no tax and says why")
    func exemptions() throws {
        let reseller = try Self.customer(
            "US-CA", #","exemption":{"code":"CDTFA-230","reason":"Resale certificate 101-234567"}"#)
        let goods = try Self.item("tangible", "goods")
        #expect(
            try outcome("US-CA", reseller, goods, on: "2026-01-01")
                == "E 0 CDTFA-230 Resale certificate 101-234567")
        // No rate needs to be known of what is not charged.
        let unknown = try Self.item("unheard-of", "goods")
        #expect(try outcome("US-CA", reseller, unknown, on: "2026-01-01").hasPrefix("E 0 CDTFA"))
        let exempt = try Self.item(
            "exempt", "service", #","exemptionReason":"Financial service, Fourth Schedule""#)
        #expect(
            try outcome("SG", Self.customer("SG"), exempt, on: "2026-01-01")
                == "E 0 - Financial service, Fourth Schedule")
        // The item's own reason goes before the customer's.
        #expect(
            try outcome("US-CA", reseller, exempt, on: "2026-01-01")
                == "E 0 - Financial service, Fourth Schedule")
    }

    @Test("An item changes its class on a day")
    func datedClasses() throws {
        let item = try Self.item(
            #"[{"class":"food"},{"class":"tangible","from":"2026-07-01"}]"#, "goods")
        let customer = try Self.customer("US-CA")
        #expect(try outcome("US-CA", customer, item, on: "2026-06-30") == "Z 0 Cal. RTC § 6359")
        #expect(try outcome("US-CA", customer, item, on: "2026-07-01") == "S 7.25 Cal. RTC § 6051")
    }

    @Test(
        "What goes abroad is numbered as export and names the country",
        arguments: [("SG", "AU", "AU"), ("SG", "SG", nil), ("US-CA", "US-TX", nil)]
            as [(String, String, String?)])
    func scope(seller: String, buyer: String, destination: String?) throws {
        let customer = try Self.customer(buyer)
        let date = try #require(CalendarDate("2026-01-01"))
        let supply = Supply(
            company: try Self.company(seller), customer: customer,
            items: [try Self.item("a", "goods")], deliveryDate: date, issueDate: date,
            language: "en", location: customer.node.location)
        let regime = try #require(Regimes.named("plain"))
        let treatment = try #require(regime.treatment(of: supply, Findings()))
        #expect(treatment.destination == destination)
        #expect(treatment.scope == (destination == nil ? .domestic : .export))
    }

    @Test("The user's name of the tax comes with the line")
    func names() throws {
        let findings = Findings()
        let row =
            #"{"country":"SG","class":"standard","rate":"9","from":"2024-01-01","name":"GST"}"#
        let rate = try Self.read(row, RateTable.Rate.init)
        let customer = try Self.customer("SG")
        let item = try Self.item("standard", "goods")
        let date = try #require(CalendarDate("2026-01-01"))
        let supply = Supply(
            company: try Self.company("SG"), customer: customer, items: [item], deliveryDate: date,
            issueDate: date, rates: RateTable([rate]), language: "en",
            location: customer.node.location)
        let regime = try #require(Regimes.named("plain"))
        let treatment = try #require(regime.treatment(of: supply, findings))
        let line = regime.lineTax(of: item, in: supply, treatment, at: supply.location, findings)
        #expect(line?.name == "GST" && line?.law == nil && line?.rate == Decimal(9))
    }

    @Test(
        "Records are checked for what the plain regime cannot do",
        arguments: [
            ("item", #""tax":"standard""#, []),
            ("item", #""tax":"standard","reverseCharge":true"#, ["no-reverse-charge"]),
            ("item", #""tax":"exempt""#, ["missing-exemption-reason"]),
            ("item", #""tax":"exempt","exemptionReason":"Schedule 4""#, []),
            (
                "item", #""tax":[{"class":"a"},{"class":"exempt","from":"2026-01-01"}]"#,
                ["missing-exemption-reason"]
            ),
            ("unit", #""tax":"standard""#, ["unknown-unit"]),
            ("customer", "consumer", []), ("customer", "public", []),
            ("customer", "unregistered", ["wrong-category"]),
            ("company", "SG", []), ("company", "GB", []), ("company", "DE", ["other-regime"]),
            ("company", "IN-29", ["other-regime"]),
        ] as [(String, String, [String])])
    func records(kind: String, text: String, codes: [String]) throws {
        let regime = try #require(Regimes.named("plain"))
        let findings = Findings()
        switch kind {
        case "company": regime.check(try Self.company(text), findings)
        case "customer":
            regime.check(
                try Self.customer("US-CA", category: text), of: try Self.company("US-CA"), findings)
        default:
            let unit = kind == "unit" ? "NOS" : "HUR"
            regime.check(
                try Self.read(
                    #"{"id":"I","name":"A","kind":"service","unit":"\#(unit)",\#(text)}"#,
                    Item.init), findings)
        }
        #expect(findings.diagnostics.map(\.code) == codes)
    }
}
