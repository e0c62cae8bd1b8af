import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// India: how a supply as a whole is taxed and what the document says. The seller is in Karnataka.
struct IndiaGSTTreatmentTests {
    private let regime = IndiaGST()

    /// `goods 18`, `service nil`, `goods 18 rcm`; ids A, B, C.
    private func items(_ texts: [String]) throws -> [Item] {
        try zip(texts, ["A", "B", "C"]).map { text, id in
            let words = text.split(separator: " ").map(String.init)
            return try Parties.item(
                words[1], words[0], id: id,
                extra: words.count > 2 ? #","reverseCharge":true"# : "")
        }
    }

    private func supply(
        _ texts: [String], _ category: String = "registered", state: String = "29",
        company extra: String = "", withPayment: Bool? = nil, day: String = "2026-04-20"
    ) throws -> Supply {
        let isAbroad = category == "overseas"
        let isRegistered = ["registered", "sez", "deemed-export"].contains(category)
        let customer = try Parties.customer(
            category, isRegistered ? "\(state)AAECT4417M1Z5" : nil, state: isAbroad ? nil : state,
            country: isAbroad ? "US" : "IN", withPayment: withPayment)
        let company = try Parties.company(
            "india-gst", "29AAFCS8126P1ZL", state: "29", extra: extra)
        return try Parties.supply(company, customer, items: items(texts), on: day)
    }

    /// What is said of the document and its lines, or the findings' codes.
    private func outcome<T>(_ supply: Supply, _ say: (Treatment, [LineTax]) -> T) throws -> T? {
        let findings = Findings()
        guard let treatment = regime.treatment(of: supply, findings) else { return nil }
        let lines = supply.items.compactMap {
            regime.lineTax(of: $0, in: supply, treatment, at: supply.location, findings)
        }
        #expect(findings.diagnostics.isEmpty && lines.count == supply.items.count)
        return say(treatment, lines)
    }

    private func codes(_ supply: Supply) -> [String] {
        let findings = Findings()
        if let treatment = regime.treatment(of: supply, findings) {
            for item in supply.items {
                _ = regime.lineTax(
                    of: item, in: supply, treatment, at: supply.location, findings)
            }
        }
        return findings.diagnostics.map(\.code)
    }

    @Test(
        "The document's title follows what it holds and to whom, its copies what Rule 48 names",
        arguments: [
            (["goods 18"], "registered", "tax-invoice, 3"),
            (["service 18"], "registered", "tax-invoice, 2"),
            (["service 18", "goods 18"], "registered", "tax-invoice, 3"),
            // Rule 49: wholly exempt supplies, of all three kinds.
            (["goods nil"], "registered", "bill-of-supply, 0"),
            (
                ["goods exempt", "service nil", "goods non-gst"], "unregistered",
                "bill-of-supply, 0"
            ),
            (["goods exempt", "service pure-agent"], "registered", "bill-of-supply, 0"),
            // Rule 46A: both kinds to an unregistered person; to a registered one a tax invoice.
            (["goods 18", "goods exempt"], "unregistered", "invoice-cum-bill-of-supply, 3"),
            (["service 18", "service nil"], "unregistered", "invoice-cum-bill-of-supply, 2"),
            (["goods 18", "goods exempt"], "registered", "tax-invoice, 3"),
            (["goods 0", "goods 18"], "unregistered", "tax-invoice, 3"),
            (["goods 18", "service pure-agent"], "unregistered", "tax-invoice, 3"),
            (["service pure-agent"], "registered", "invoice, 0"),
            (["goods 18"], "deemed-export", "tax-invoice, 3"),
        ] as [([String], String, String)])
    func titles(items: [String], category: String, expected: String) throws {
        let said = try outcome(supply(items, category)) { treatment, _ in
            "\(treatment.title.rawValue), \(treatment.copies.count)"
        }
        #expect(said == expected)
    }

    @Test("Copies bear the words of Rule 48")
    func copies() throws {
        let goods = try outcome(supply(["goods 18"])) { treatment, _ in treatment.copies }
        #expect(
            goods == [
                "ORIGINAL FOR RECIPIENT", "DUPLICATE FOR TRANSPORTER", "TRIPLICATE FOR SUPPLIER",
            ])
        let service = try outcome(supply(["service 18"])) { treatment, _ in treatment.copies }
        #expect(service == ["ORIGINAL FOR RECIPIENT", "DUPLICATE FOR SUPPLIER"])
    }

    @Test(
        "A registered recipient pays the tax of notified supplies; others are charged it",
        arguments: [
            (["service 18 rcm"], "registered", "27", "reverse igst 18"),
            (["service 18 rcm"], "registered", "29", "reverse cgst+sgst 18"),
            (["goods 5 rcm", "goods 5 rcm"], "deemed-export", "29", "reverse cgst+sgst 5"),
            (["service 18 rcm"], "unregistered", "29", "cgst+sgst 18"),
            (["service 18 rcm", "service 18"], "unregistered", "29", "cgst+sgst 18"),
            // What bears no tax has no say.
            (["service 18 rcm", "service exempt"], "registered", "29", "reverse cgst+sgst 18"),
            (["service 18", "service exempt rcm"], "registered", "29", "cgst+sgst 18"),
            (["service 18 rcm", "service 18"], "registered", "29", "mixed-reverse-charge"),
        ] as [([String], String, String, String)])
    func reverseCharge(
        items: [String], category: String, state: String, expected: String
    ) throws {
        let supply = try supply(items, category, state: state)
        let said = try outcome(supply) { treatment, lines in
            // The rate and the amounts are stated either way.
            #expect(treatment.isCharged && lines[0].isCharged)
            #expect(treatment.title == .taxInvoice || category == "unregistered")
            let heads = lines[0].heads.map(\.rawValue).joined(separator: "+")
            return (treatment.isReverseCharge ? "reverse " : "") + "\(heads) \(lines[0].rate)"
        }
        #expect(said ?? codes(supply).joined() == expected)
    }

    @Test("The finding about reverse charge names the items that are")
    func mixedReverseCharge() throws {
        let findings = Findings()
        let supply = try supply(["service 18", "service 5 rcm"])
        #expect(regime.treatment(of: supply, findings) == nil)
        #expect(findings.diagnostics.first?.found == "on reverse charge: B")
    }

    @Test(
        "A composition taxable person collects no tax and says so, within its State only",
        arguments: [
            (["goods 18", "goods exempt"], "registered", "29", nil),
            (["goods 18"], "unregistered", "29", nil),
            (["goods 18"], "registered", "27", "composition-interstate"),
            (["goods 18"], "sez", "29", "composition-interstate"),
            (["goods 18"], "overseas", "", "composition-interstate"),
        ] as [([String], String, String, String?)])
    func composition(items: [String], category: String, state: String, code: String?) throws {
        let supply = try supply(items, category, state: state, company: #","composition":true"#)
        let said = try outcome(supply) { treatment, lines in
            #expect(treatment.title == .billOfSupply && treatment.copies.isEmpty)
            #expect(
                treatment.declarations == [
                    "composition taxable person, not eligible to collect tax on supplies"
                ])
            #expect(treatment.heads.isEmpty && lines.allSatisfy { $0.heads.isEmpty })
            #expect(lines.allSatisfy { $0.rate.isZero })
            return lines[0].law
        }
        #expect(said == (code == nil ? "CGST Act s. 10(4)" : nil))
        #expect(codes(supply) == (code.map { [$0] } ?? []))
    }

    @Test(
        "Exports and SEZ without payment need a letter of undertaking, but not for what bears no tax",
        arguments: [
            (["goods 18"], "overseas", nil, ["no-lut"]), (["goods 18"], "sez", nil, ["no-lut"]),
            (["goods exempt"], "overseas", nil, []), (["goods exempt"], "sez", nil, []),
            (["goods 18"], "overseas", true, []),
        ] as [([String], String, Bool?, [String])])
    func lut(items: [String], category: String, withPayment: Bool?, expected: [String]) throws {
        let supply = try supply(items, category, withPayment: withPayment)
        #expect(codes(supply) == expected)
        guard expected.isEmpty else { return }
        _ = try outcome(supply) { treatment, _ in
            // An endorsement speaks of tax; exempt goods bear none.
            #expect((treatment.endorsement != nil) == (withPayment == true))
            #expect(treatment.title == (category == "overseas" ? .exportInvoice : .billOfSupply))
        }
    }

    @Test("A letter of undertaking keeps the rate on the line with no tax, and reverse charge out")
    func underBond() throws {
        let supply = try supply(
            ["service 18 rcm"], "sez", company: #","export":{"lut":"AD29"}"#)
        let line = try outcome(supply) { treatment, lines in
            #expect(!treatment.isCharged && !treatment.isReverseCharge)
            return "\(lines[0].rate) \(lines[0].heads.map(\.rawValue)) \(lines[0].isCharged)"
        }
        #expect(line == #"18 ["igst"] false"#)
    }

    @Test("Exported goods and staying ones of one place outside India do not share an invoice")
    func mixedExport() throws {
        let customer = try Parties.customer(
            "registered", "27AAECT4417M1Z5", state: "27", shipTo: Parties.shipTo("AE"))
        let company = try Parties.company(
            "india-gst", "29AAFCS8126P1ZL", state: "29", extra: #","export":{"lut":"AD29"}"#)
        let ticket = try Parties.item(
            "18", "service", id: "TICKET", hsn: "999691", extra: #","supplyPlace":"event""#)
        for agent in ["18", "pure-agent"] {
            let fair = try Parties.item(
                agent, "service", id: "FAIR", hsn: "999691", extra: #","supplyPlace":"event""#)
            let supply = try Parties.supply(
                company, customer, items: [Parties.item("18", id: "GOODS"), fair],
                on: "2026-04-20", order: #","site":{"country":"AE"}"#)
            #expect(codes(supply) == (agent == "18" ? ["mixed-place-of-supply"] : []))
        }
        let alone = try Parties.supply(
            company, customer, items: [ticket], on: "2026-04-20",
            order: #","site":{"country":"AE"}"#)
        // s. 7(5)(a): inter-State, taxed and no export.
        #expect(
            try outcome(alone) { $0.heads == [.igst] && $0.scope == .domestic && $1[0].isCharged }
                == true)
    }

    @Test(
        "Each line's law is said: the notification of the day, the section of what bears none",
        arguments: [
            ("18", "2025-09-21", "taxable 18 Notification 1/2017-Central Tax (Rate), Schedule III"),
            (
                "18.00", "2025-09-22",
                "taxable 18 Notification 9/2025-Central Tax (Rate), Schedule II"
            ),
            ("5", "2026-04-20", "taxable 5 Notification 9/2025-Central Tax (Rate), Schedule I"),
            ("40", "2025-09-22", "taxable 40 Notification 9/2025-Central Tax (Rate), Schedule III"),
            ("12", "2025-09-21", "taxable 12 Notification 1/2017-Central Tax (Rate), Schedule II"),
            (
                "12", "2026-04-20",
                "taxable 12 Notification 14/2025-Central Tax (Rate), bricks and tiles"
            ),
            (
                "28", "2026-01-31",
                "taxable 28 Notification 9/2025-Central Tax (Rate), Schedule VII, tobacco"
            ),
            ("28", "2026-02-01", "unknown-tax-rate"), ("40", "2025-09-21", "unknown-tax-rate"),
            ("1.5", "2019-03-31", "unknown-tax-rate"), ("17", "2026-04-20", "unknown-tax-rate"),
            ("3", "2026-04-20", "taxable 3 Notification 9/2025-Central Tax (Rate), Schedule IV"),
            (
                "0.25", "2026-04-20",
                "taxable 0.25 Notification 9/2025-Central Tax (Rate), Schedule V"
            ),
            ("0", "2026-04-20", "taxable 0 Notification 10/2025-Central Tax (Rate)"),
            ("nil", "2026-04-20", "nil 0 CGST Act s. 2(47), nil rate of tax"),
            ("exempt", "2026-04-20", "exempt 0 CGST Act s. 11, IGST Act s. 6"),
            ("non-gst", "2026-04-20", "non-gst 0 CGST Act s. 9(1), (2)"),
            ("pure-agent", "2026-04-20", "pure-agent 0 CGST Rule 33"),
            // The user's own rates: a class of its own, and one that goes before the built-in.
            ("tobacco", "2026-04-20", "taxable 40 Notification 19/2025"),
            ("tobacco", "2026-01-31", "unknown-tax-rate"),
            ("6", "2026-04-20", "taxable 6 Own reading"),
            (
                "6", "2026-05-01",
                "taxable 6 Notification 2/2022-Central Tax (Rate), bricks without input tax credit"
            ),
        ] as [(String, String, String)])
    func lines(tax: String, day: String, expected: String) throws {
        let customer = try Parties.customer("registered", "29AAECT4417M1Z5", state: "29")
        let company = try Parties.company("india-gst", "29AAFCS8126P1ZL", state: "29")
        let own = try RateTable(
            parsing: """
                IN tobacco 40 2026-02-01 - Notification 19/2025
                IN 6 6 2026-04-01 2026-04-30 Own reading
                """)
        let supply = try Parties.supply(
            company, customer, items: [Parties.item(tax)], on: day, rates: own)
        let findings = Findings()
        let treatment = try #require(regime.treatment(of: supply, findings))
        let line = regime.lineTax(
            of: supply.items[0], in: supply, treatment, at: supply.location, findings)
        let said = line.map { "\($0.category.rawValue) \($0.rate) \($0.law ?? "?")" }
        #expect(said ?? findings.diagnostics.map(\.code).joined() == expected)
        if let line { #expect(line.heads.isEmpty == (line.category != .gst)) }
    }

    @Test("Words of an exemption go with the line")
    func exemptionReason() throws {
        let item = try Parties.item("exempt", extra: #","exemptionReason":"Unbranded cereals""#)
        let company = try Parties.company("india-gst", "29AAFCS8126P1ZL", state: "29")
        let customer = try Parties.customer("registered", "29AAECT4417M1Z5", state: "29")
        let supply = try Parties.supply(company, customer, items: [item], on: "2026-04-20")
        let reason = try outcome(supply) { $1[0].exemption?.reason }
        #expect(reason == "Unbranded cereals")
    }

    @Test(
        "HSN codes have the digits that turnover and export ask for",
        arguments: [
            ("goods", "8205", nil, "registered", []),
            // Five crore rupees (50,000,000) exactly are not above.
            ("goods", "8205", "50000000", "registered", []),
            ("goods", "8205", "50000000.01", "registered", ["hsn-digits"]),
            ("goods", "820540", "50000000.01", "unregistered", []),
            ("service", "9987", "60000000", "registered", ["hsn-digits"]),
            ("service", "998719", "60000000", "overseas", []),
            ("goods", "820540", nil, "overseas", ["hsn-digits"]),
            ("goods", "82054010", nil, "overseas", []), ("service", "9987", nil, "overseas", []),
            ("goods", "820540", nil, "sez", []),
        ] as [(String, String, String?, String, [String])])
    func digits(
        kind: String, hsn: String, turnover: String?, category: String, expected: [String]
    ) throws {
        let extra = turnover.map { #","turnover":"\#($0)""# } ?? ""
        var supply = try supply(
            ["\(kind) 18"], category, company: #","export":{"lut":"AD29"}"# + extra)
        supply = try Parties.supply(
            supply.company, supply.customer, items: [Parties.item("18", kind, hsn: hsn)],
            on: "2026-04-20")
        #expect(codes(supply) == expected)
    }
}
