import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// India: where a supply takes place. The seller is in Karnataka (29) throughout.
struct PlaceOfSupplyTests {
    /// `goods`, `service`; after it a place of supply and a code where they matter.
    private func item(_ text: String, id: String = "I") throws -> Item {
        let words = text.split(separator: " ").map(String.init)
        let place = words.count > 1 ? #","supplyPlace":"\#(words[1])""# : ""
        return try Parties.item(
            "18", words[0], id: id, hsn: words.count > 2 ? words[2] : nil, extra: place)
    }

    /// `registered 27`, `unregistered 27`, `unregistered`, `overseas US`.
    private func customer(_ text: String, _ shipTo: String?) throws -> Customer {
        let words = text.split(separator: " ").map(String.init)
        let isAbroad = words[0] == "overseas"
        let state = words.count > 1 && !isAbroad ? words[1] : nil
        let number =
            ["registered", "sez", "deemed-export"].contains(words[0])
            ? "\(words[1])AAECT4417M1Z5" : nil
        return try Parties.customer(
            words[0], number, state: state, country: isAbroad ? words[1] : "IN",
            shipTo: try shipTo.map(place) ?? "[]")
    }

    /// `IN 27`, `IN 27 URP`, `IN 27 27AAGCP3390R1Z5`, `AE`.
    private func place(_ text: String) throws -> String {
        let words = text.split(separator: " ").map(String.init)
        return Parties.shipTo(
            words[0], words.count > 1 ? words[1] : nil, number: words.count > 2 ? words[2] : nil)
    }

    /// `IN 27`, `IN`, `FR`.
    private func site(_ text: String?) -> String {
        guard let words = text?.split(separator: " ") else { return "" }
        let state = words.count > 1 ? #","state":"\#(words[1])""# : ""
        return #","site":{"country":"\#(words[0])"\#(state)}"#
    }

    private func supply(
        _ items: [Item], _ customer: Customer, order: String = "", on day: String = "2026-04-20"
    ) throws -> Supply {
        let company = try Parties.company(
            "india-gst", "29AAFCS8126P1ZL", state: "29", extra: #","export":{"lut":"AD29"}"#)
        return try Parties.supply(company, customer, items: items, on: day, order: order)
    }

    /// Place, law and `export` where it is one; codes of findings else.
    private func outcome(_ supply: Supply) throws -> String {
        let findings = Findings()
        guard let treatment = IndiaGST().treatment(of: supply, findings) else {
            #expect(findings.hasErrors)
            return findings.diagnostics.map(\.code).joined(separator: " ")
        }
        let place = try #require(treatment.placeOfSupply)
        let reason = try #require(treatment.placeReason)
        #expect((treatment.scope == .export) == (treatment.title == .exportInvoice))
        #expect(treatment.heads == (place.code == "29" ? [.cgst, .sgst] : [.igst]))
        #expect(!reason.words.isEmpty && reason.proposed == nil && reason.stated == nil)
        return "\(place.code) \(reason.law)" + (treatment.scope == .export ? " export" : "")
    }

    @Test(
        "Every row of the table of places of supply is proposed with its law",
        arguments: [
            // Goods: buyer, ship-to, site, expected.
            ("goods", "registered 27", nil, nil, "27 IGST Act s. 10(1)(a)"),
            // The movement ends elsewhere than the buyer is registered.
            ("goods", "registered 29", "IN 27", nil, "27 IGST Act s. 10(1)(a)"),
            ("goods", "registered 29", "IN 27 27AAECT4417M1Z5", nil, "27 IGST Act s. 10(1)(a)"),
            ("goods", "registered 29", "IN 27 27AAGCP3390R1Z5", nil, "29 IGST Act s. 10(1)(b)"),
            ("goods", "registered 27", "IN 29 URP", nil, "27 IGST Act s. 10(1)(b)"),
            ("goods no-movement", "registered 27", nil, "IN 33", "33 IGST Act s. 10(1)(c)"),
            ("goods no-movement", "registered 27", nil, nil, "missing-site"),
            ("goods no-movement", "overseas US", nil, "SG", "outside-scope"),
            (
                "goods", "unregistered 33", nil, nil,
                "33 IGST Act s. 10(1)(ca), Circular 209/3/2024-GST"
            ),
            (
                "goods", "unregistered 29", "IN 33", nil,
                "33 IGST Act s. 10(1)(ca), Circular 209/3/2024-GST"
            ),
            ("goods", "unregistered", nil, nil, "unknown-state"),
            ("goods installation", "registered 27", nil, "IN 33", "33 IGST Act s. 10(1)(d)"),
            ("goods installation", "registered 27", nil, nil, "missing-site"),
            ("goods installation", "registered 27", nil, "IN", "unknown-state"),
            ("goods installation", "overseas AE", nil, "AE", "96 IGST Act s. 11(b) export"),
            ("goods", "overseas US", nil, nil, "96 IGST Act s. 11(b) export"),
            // An Indian buyer's goods that go abroad; a foreign buyer's that stay.
            ("goods", "registered 27", "AE", nil, "96 IGST Act s. 11(b) export"),
            ("goods", "overseas US", "IN 27", nil, "27 IGST Act s. 10(1)(a)"),
            // Services between parties in India.
            ("service", "registered 27", "IN 29", nil, "27 IGST Act s. 12(2)(a)"),
            ("service", "deemed-export 27", nil, nil, "27 IGST Act s. 12(2)(a)"),
            ("service", "unregistered 33", "IN 29", nil, "33 IGST Act s. 12(2)(b)(i)"),
            ("service", "unregistered", nil, nil, "29 IGST Act s. 12(2)(b)(ii)"),
            ("service", "unregistered 96", nil, nil, "unknown-state"),
            ("service property", "registered 27", nil, "IN 30", "30 IGST Act s. 12(3)"),
            ("service property", "unregistered 27", nil, "IN 30", "30 IGST Act s. 12(3)"),
            ("service property", "registered 27", nil, "FR", "27 IGST Act s. 12(3), proviso"),
            ("service property", "registered 27", nil, nil, "missing-site"),
            // Catering is where it is eaten, training where a registered recipient is.
            ("service performance 996334", "registered 27", nil, "IN 30", "30 IGST Act s. 12(4)"),
            (
                "service performance 999293", "registered 27", nil, "IN 30",
                "27 IGST Act s. 12(5)(a)"
            ),
            (
                "service performance 999293", "unregistered 27", nil, "IN 30",
                "30 IGST Act s. 12(5)(b)"
            ),
            ("service event 999691", "registered 27", nil, "IN 30", "30 IGST Act s. 12(6)"),
            ("service event 998596", "registered 27", nil, "IN 30", "27 IGST Act s. 12(7)(i)"),
            ("service event 998596", "unregistered 27", nil, "IN 30", "30 IGST Act s. 12(7)(ii)"),
            ("service event 998397", "unregistered 27", nil, "FR", "27 IGST Act s. 12(7)(ii)"),
            ("service usual 996511", "registered 27", nil, "IN 30", "27 IGST Act s. 12(8)(a)"),
            ("service usual 996812", "unregistered 27", nil, "IN 30", "30 IGST Act s. 12(8)(b)"),
            ("service usual 996812", "unregistered 27", nil, nil, "missing-site"),
            // A cinema ticket abroad sold in India is inter-State and no export (s. 7(5)(a), s. 2(6)).
            ("service event 999691", "registered 27", nil, "FR", "96 IGST Act s. 12(6)"),
            // Services to recipients abroad.
            ("service", "overseas US", nil, nil, "96 IGST Act s. 13(2) export"),
            ("service", "overseas US", "IN 27", nil, "96 IGST Act s. 13(2) export"),
            ("service performance", "overseas US", nil, "IN 29", "29 IGST Act s. 13(3)"),
            ("service performance", "overseas US", nil, "US", "96 IGST Act s. 13(3) export"),
            ("service property", "overseas US", nil, "IN 30", "30 IGST Act s. 13(4)"),
            ("service property", "overseas US", nil, "US", "96 IGST Act s. 13(4) export"),
            ("service event", "overseas US", nil, "IN 30", "30 IGST Act s. 13(5)"),
            ("service event", "overseas US", nil, nil, "missing-site"),
        ] as [(String, String, String?, String?, String)])
    func table(
        what: String, buyer: String, shipTo: String?, site: String?, expected: String
    ) throws {
        let supply = try supply([item(what)], customer(buyer, shipTo), order: self.site(site))
        #expect(try outcome(supply) == expected)
    }

    @Test("Goods to an unregistered buyer follow s. 10(1)(ca) from the day it came into force")
    func beforeClauseCA() throws {
        let buyer = try customer("unregistered 33", nil)
        for (day, law) in [
            ("2023-09-30", "33 IGST Act s. 10(1)(a)"),
            ("2023-10-01", "33 IGST Act s. 10(1)(ca), Circular 209/3/2024-GST"),
        ] {
            #expect(try outcome(supply([item("goods")], buyer, on: day)) == law)
        }
    }

    @Test(
        "Items of one document lead to one place, or the finding says which lead where",
        arguments: [
            (["goods", "service"], "registered 27", "IN 27", "27 IGST Act s. 10(1)(a)"),
            (
                ["goods", "goods", "service"], "registered 27", "IN 29",
                "A, B in 29 Karnataka (IGST Act s. 10(1)(a)); C in 27 Maharashtra (IGST Act s. 12(2)(a))"
            ),
            (
                ["service event 999691", "goods"], "registered 27", nil,
                "A in a site that is not named (IGST Act s. 12(6)); B in 27 Maharashtra (IGST Act s. 10(1)(a))"
            ),
            // The seller's own transport, packing and insurance go with the goods.
            (
                ["goods", "service usual 996511"], "registered 27", "IN 29",
                "29 IGST Act s. 10(1)(a)"
            ),
            (
                ["service usual 998540", "goods"], "registered 27", "IN 29",
                "29 CGST Act ss. 2(30), 8(a)"
            ),
            (
                ["goods", "service usual 997136"], "unregistered 27", nil,
                "27 IGST Act s. 10(1)(ca), Circular 209/3/2024-GST"
            ),
        ] as [([String], String, String?, String)])
    func mixed(items: [String], buyer: String, shipTo: String?, expected: String) throws {
        let items = try zip(items, ["A", "B", "C"]).map { try item($0, id: $1) }
        let supply = try supply(items, customer(buyer, shipTo))
        let findings = Findings()
        guard IndiaGST().treatment(of: supply, findings) == nil else {
            #expect(try outcome(supply) == expected)
            return
        }
        #expect(findings.diagnostics.map(\.code) == ["mixed-place-of-supply"])
        #expect(findings.diagnostics.first?.found == expected)
    }

    @Test("A pure agent's reimbursement has no say in the place of supply")
    func pureAgent() throws {
        let fee = try Parties.item("pure-agent", "service", extra: #","supplyPlace":"event""#)
        let supply = try supply([fee, item("goods")], customer("registered 27", nil))
        #expect(try outcome(supply) == "27 IGST Act s. 10(1)(a)")
    }

    @Test(
        "A stated place goes before the table, which is kept with the reason",
        arguments: [
            // Items, ship-to, stated place, expected: place, what was proposed, law of the proposal.
            (["goods"], nil, "29", "29 instead of 27, IGST Act s. 10(1)(a)"),
            (["goods"], nil, "27", "27 as proposed, IGST Act s. 10(1)(a)"),
            (["service"], nil, "96", "96 instead of 27, IGST Act s. 12(2)(a)"),
            (["goods", "service"], "IN 29", "29", "29 instead of ?, CGST Act s. 8"),
            (["goods no-movement"], nil, "29", "29 instead of ?, IGST Act s. 10(1)(c)"),
            (["goods"], nil, "40", "unknown-state"), (["goods"], nil, "KA", "unknown-state"),
        ] as [([String], String?, String, String)])
    func stated(items: [String], shipTo: String?, place: String, expected: String) throws {
        let order = #","placeOfSupply":{"state":"\#(place)","reason":"Ruling KAR 12/2025"}"#
        let supply = try supply(
            items.map { try item($0) }, customer("registered 27", shipTo), order: order)
        let findings = Findings()
        guard let treatment = IndiaGST().treatment(of: supply, findings) else {
            #expect(findings.diagnostics.map(\.code) == [expected])
            let source = try #require(findings.diagnostics.first?.location)
            #expect(source.source.bytes[source.range].elementsEqual("\"\(place)\"".utf8))
            return
        }
        let reason = try #require(treatment.placeReason)
        #expect(reason.stated == (expected.contains("instead") ? "Ruling KAR 12/2025" : nil))
        let proposed =
            reason.stated == nil
            ? "as proposed" : "instead of \(reason.proposed?.code ?? "?")"
        #expect("\(treatment.placeOfSupply?.code ?? "?") \(proposed), \(reason.law)" == expected)
        // Nothing that stays in India is exported because somebody says 96.
        #expect(treatment.scope == .domestic && treatment.isCharged)
        #expect(treatment.heads == (place == "29" ? [.cgst, .sgst] : [.igst]))
    }
}
