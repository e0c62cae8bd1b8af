import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// Sellers, buyers and items of European VAT in short words, for rows of tests.
enum EuropeanShop {
    /// A seller: `DE`, `GB-BT1 1AA`, then `oss`, a territory, `sandbox`.
    static func company(
        _ words: String, number: String = "DE123456788", regime: String = "european-vat"
    ) throws -> Company {
        let parts = words.split(separator: " ").map(String.init)
        let place = parts[0].split(separator: "-", maxSplits: 1).map(String.init)
        var extra = ""
        for word in parts.dropFirst() {
            switch word {
            case "oss": extra += #","oneStopShop":true"#
            case "sandbox": extra += #","sandbox":true"#
            default: extra += #","taxTerritory":"\#(word)""#
            }
        }
        return try Parties.read(
            """
            {"name":"Seller","regime":"\(regime)","currency":"EUR","language":"en",
            "timeZone":"UTC","taxNumber":"\(number)"\(extra),
            "address":\(address(place[0], place.dropFirst().first)),
            "series":[{"id":"a","scope":"any","pattern":"A/{yyyy}/{n:5}"}]}
            """, Company.init)
    }

    /// A buyer: `business FR FR44732829320`, `consumer ES-35001`, `public IT +split`, or
    /// `+embassy`; `extra` is further JSON.
    static func customer(
        _ words: String, shipTo: String? = nil, extra: String = ""
    ) throws -> Customer {
        let parts = words.split(separator: " ").map(String.init)
        let place = parts[1].split(separator: "-", maxSplits: 1).map(String.init)
        var keys = extra
        for word in parts.dropFirst(2) {
            switch word {
            case "+split": keys += #","splitPayment":true"#
            case "+embassy":
                keys += #","exemption":{"code":"VATEX-EU-151","reason":"Embassy of Examplia"}"#
            default: keys += #","taxNumber":"\#(word)""#
            }
        }
        let places = shipTo.map { text in
            let place = text.split(separator: "-", maxSplits: 1).map(String.init)
            return #"{"id":"S","# + address(place[0], place.dropFirst().first).dropFirst()
        }
        return try Parties.read(
            """
            {"id":"C","name":"Buyer","category":"\(parts[0])"\(keys),
            "currency":"EUR","shipTo":[\(places ?? "")],
            "address":\(address(place[0], place.dropFirst().first))}
            """, Customer.init)
    }

    /// An item: `goods standard`, `service standard property`, `goods standard reversed`,
    /// `service exempt VATEX-EU-132-1I`; the class may be a JSON list.
    static func item(_ words: String, id: String = "I", extra: String = "") throws -> Item {
        let parts = words.split(separator: " ").map(String.init)
        var keys = extra
        for word in parts.dropFirst(2) {
            if word == "reversed" {
                keys += #","reverseCharge":true"#
            } else if word.hasPrefix("VATEX") {
                keys += #","exemption":"\#(word)""#
            } else {
                keys += #","supplyPlace":"\#(word)""#
            }
        }
        let tax = parts[1].hasPrefix("[") ? parts[1] : "\"\(parts[1])\""
        return try Parties.read(
            """
            {"id":"\(id)","name":"Thing","kind":"\(parts[0])","unit":"H87","tax":\(tax)\(keys)}
            """, Item.init)
    }

    /// Where property lies: `FR`, `ES-GC`.
    static func site(_ words: String) throws -> Site {
        let parts = words.split(separator: "-").map(String.init)
        let state = parts.count > 1 ? #","state":"\#(parts[1])""# : ""
        let order = try Parties.read(
            """
            {"id":"O","customer":"C","date":"2026-04-01","currency":"EUR",
            "site":{"country":"\(parts[0])"\(state)},
            "lines":[{"line":1,"item":"I","quantity":"1","unitPrice":"1.00"}]}
            """, Order.init)
        return try #require(order.site)
    }

    /// A supply in short words.
    ///
    /// - Parameter route: where it goes and the site it is at: `to FR`, `at IT`, `to FR at IT`, `-`.
    static func supply(
        _ seller: String, _ buyer: String, _ route: String = "-", items: [String],
        delivered: String = "2026-04-20", issued: String? = nil, paid: String? = nil,
        rates: RateTable = .empty, language: String = "en"
    ) throws -> Supply {
        let words = route.split(separator: " ").map(String.init)
        func after(_ word: String) -> String? {
            words.firstIndex(of: word).map { words[$0 + 1] }
        }
        let customer = try customer(buyer, shipTo: after("to"))
        let delivered = try #require(CalendarDate(delivered))
        return Supply(
            company: try company(seller), customer: customer, shipTo: customer.shipTo.first,
            site: try after("at").map { try site($0) },
            items: try items.enumerated().map { try item($1, id: "I\($0 + 1)") },
            deliveryDate: delivered,
            issueDate: try issued.map { try #require(CalendarDate($0)) } ?? delivered,
            paymentDate: try paid.map { try #require(CalendarDate($0)) }, rates: rates,
            language: language, location: customer.node.location)
    }

    /// The rows of a table, without its comments.
    static func rows(_ table: String) -> [String] {
        table.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }

    /// Category, rate, exemption code and law of a supply's first line, or the codes of findings.
    static func outcome(_ supply: Supply) throws -> String {
        let findings = Findings()
        let regime = try #require(Regimes.named("european-vat"))
        guard let treatment = regime.treatment(of: supply, findings),
            let line = regime.lineTax(
                of: supply.items[0], in: supply, treatment, at: supply.location, findings)
        else { return "! " + findings.diagnostics.map(\.code).joined(separator: " ") }
        #expect(findings.diagnostics.isEmpty)
        #expect(line.heads == [.vat])
        #expect(line.isCharged == (line.exemption == nil))
        let code = line.exemption.map { " \($0.code ?? "-")" } ?? ""
        return "\(line.category.rawValue) \(line.rate)\(code) | \(line.law ?? "-")"
    }

    private static func address(_ country: String, _ postcode: String?) -> String {
        let postcode = postcode.map { #","postcode":"\#($0)""# } ?? ""
        return #"{"lines":["1 Road"],"city":"Town","country":"\#(country)"\#(postcode)}"#
    }
}
