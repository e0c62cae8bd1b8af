import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

struct IndiaGSTTests {
    private func regime() throws -> any Regime { try #require(Regimes.named("india-gst")) }

    /// A GSTIN of a State; whether its check digit is right matters to other tests.
    private func gstin(_ state: String, pan: String = "AAECT4417M") -> String {
        state + pan + "1Z5"
    }

    /// Place, heads and rate of a line at 18 %, `not charged` where only the rate is stated.
    private func outcome(
        seller: String, _ customer: Customer, hasGoods: Bool = true, tax: String = "18",
        lut: Bool = true, day: String = "2026-04-20"
    ) throws -> String {
        let company = try Parties.company(
            "india-gst", gstin(seller, pan: "AAFCS8126P"), state: seller,
            extra: lut ? #","export":{"lut":"AD290326000123X"}"# : "")
        let item = try Parties.item(tax, hasGoods ? "goods" : "service")
        let supply = try Parties.supply(company, customer, items: [item], on: day)
        let findings = Findings()
        let regime = try regime()
        guard let treatment = regime.treatment(of: supply, findings),
            let line = regime.lineTax(
                of: item, in: supply, treatment, at: supply.location, findings)
        else { return findings.diagnostics.map(\.code).joined(separator: " ") }
        #expect(findings.diagnostics.isEmpty)
        #expect(treatment.rounding == .perLine)
        #expect((treatment.scope == .export) == (treatment.title == .exportInvoice))
        #expect((treatment.destination != nil) == (treatment.title == .exportInvoice))
        #expect(line.heads == (line.category == .gst ? treatment.heads : []))
        #expect(line.isCharged == (treatment.isCharged || line.category != .gst))
        let heads = treatment.heads.map(\.rawValue).joined(separator: "+")
        return "\(treatment.placeOfSupply?.code ?? "?") \(heads) \(line.rate)"
            + (treatment.isCharged ? "" : " not charged")
            + (treatment.title == .exportInvoice ? " export" : "")
    }

    @Test(
        "Goods to a registered buyer are supplied where they end up, or to the buyer's State when a third person takes them",
        arguments: [
            // Seller's State, buyer's State, ship-to State, whose ship-to GSTIN, expected.
            ("29", "29", nil, nil, "29 cgst+sgst 18"), ("29", "27", nil, nil, "27 igst 18"),
            // s. 10(1)(a): movement ends elsewhere than the buyer is registered.
            ("29", "29", "27", nil, "27 igst 18"), ("29", "27", "29", nil, "29 cgst+sgst 18"),
            // The same person's registration in the other State is no third person.
            ("29", "29", "27", "AAECT4417M", "27 igst 18"),
            // s. 10(1)(b): a third person's GSTIN at the ship-to address.
            ("29", "29", "27", "AAGCP3390R", "29 cgst+sgst 18"),
            ("29", "27", "29", "AAGCP3390R", "27 igst 18"),
        ] as [(String, String, String?, String?, String)])
    func goodsToRegistered(
        seller: String, buyer: String, shipTo: String?, pan: String?, expected: String
    ) throws {
        let place = shipTo.map { state in
            Parties.shipTo("IN", state, number: pan.map { gstin(state, pan: $0) })
        }
        let customer = try Parties.customer(
            "registered", gstin(buyer), state: buyer, shipTo: place ?? "[]")
        #expect(try outcome(seller: seller, customer) == expected)
    }

    @Test(
        "Services and unregistered buyers follow IGST Act ss. 10 and 12",
        arguments: [
            // Services to a registered buyer: its State, wherever they are shipped or done.
            ("registered", "27", "29", false, "27 igst 18"),
            ("registered", "29", "27", false, "29 cgst+sgst 18"),
            // Unregistered: goods where delivered, services at the address on record.
            ("unregistered", "29", nil, true, "29 cgst+sgst 18"),
            ("unregistered", "29", "33", true, "33 igst 18"),
            ("unregistered", "29", "33", false, "29 cgst+sgst 18"),
            ("unregistered", "33", "29", false, "33 igst 18"),
            ("unregistered", nil, nil, true, "unknown-state"),
            ("unregistered", "96", nil, true, "unknown-state"),
            // Deemed exports bear ordinary tax (s. 147).
            ("deemed-export", "29", nil, true, "29 cgst+sgst 18"),
        ] as [(String, String?, String?, Bool, String)])
    func services(
        category: String, buyer: String?, shipTo: String?, hasGoods: Bool, expected: String
    ) throws {
        let number = category == "unregistered" ? nil : gstin(buyer ?? "29")
        let customer = try Parties.customer(
            category, number, state: buyer, shipTo: shipTo.map { Parties.shipTo("IN", $0) } ?? "[]")
        #expect(try outcome(seller: "29", customer, hasGoods: hasGoods) == expected)
    }

    @Test(
        "Union territories without legislature bear UTGST, Delhi, Puducherry and Jammu and Kashmir SGST",
        arguments: [
            "04 utgst", "25 utgst", "26 utgst", "31 utgst", "35 utgst", "38 utgst", "97 utgst",
            "01 sgst", "07 sgst", "34 sgst", "29 sgst", "36 sgst", "37 sgst",
        ])
    func unionTerritories(row: String) throws {
        let state = String(row.prefix(2))
        let customer = try Parties.customer("registered", gstin(state), state: state)
        #expect(
            try outcome(seller: state, customer) == "\(state) cgst+\(row.dropFirst(3)) 18")
        // From anywhere else, integrated tax.
        #expect(try outcome(seller: "27", customer) == "\(state) igst 18")
    }

    @Test(
        "Exports and SEZ are integrated, without charge under a letter of undertaking, rate kept",
        arguments: [
            ("sez", "IN", nil, nil, true, "29 igst 18 not charged"),
            ("sez", "IN", nil, true, true, "29 igst 18"),
            ("sez", "IN", nil, true, false, "29 igst 18"), ("sez", "IN", nil, nil, false, "no-lut"),
            ("overseas", "US", nil, nil, true, "96 igst 18 not charged export"),
            ("overseas", "US", nil, true, true, "96 igst 18 export"),
            ("overseas", "US", nil, true, false, "96 igst 18 export"),
            ("overseas", "US", nil, nil, false, "no-lut"),
            // A foreign buyer's goods that end their way in India are no export.
            ("overseas", "US", "29", nil, true, "29 cgst+sgst 18"),
            ("overseas", "US", "27", nil, true, "27 igst 18"),
            ("overseas", "US", "27", nil, false, "27 igst 18"),
        ] as [(String, String, String?, Bool?, Bool, String)])
    func zeroRated(
        category: String, country: String, shipTo: String?, withPayment: Bool?, lut: Bool,
        expected: String
    ) throws {
        let isSEZ = category == "sez"
        let customer = try Parties.customer(
            category, isSEZ ? gstin("29") : nil, state: isSEZ ? "29" : nil, country: country,
            shipTo: shipTo.map { Parties.shipTo("IN", $0) } ?? "[]", withPayment: withPayment)
        #expect(try outcome(seller: "29", customer, lut: lut) == expected)
    }

    @Test(
        "Services to a recipient abroad are exports, goods shipped abroad for an Indian buyer too")
    func exports() throws {
        let abroad = try Parties.customer(
            "overseas", country: "US", shipTo: Parties.shipTo("IN", "29"))
        #expect(
            try outcome(seller: "29", abroad, hasGoods: false) == "96 igst 18 not charged export")
        let shipped = try Parties.customer(
            "registered", gstin("29"), state: "29", shipTo: Parties.shipTo("AE"))
        #expect(try outcome(seller: "29", shipped) == "96 igst 18 not charged export")
    }

    @Test("The face of an export or SEZ invoice bears exactly one of the two endorsements")
    func endorses() throws {
        let company = try Parties.company(
            "india-gst", gstin("29"), state: "29", extra: #","export":{"lut":"AD29"}"#)
        for (withPayment, words) in [
            (true, "ON PAYMENT OF INTEGRATED TAX"),
            (false, "UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX"),
        ] {
            let customer = try Parties.customer(
                "overseas", country: "US", withPayment: withPayment)
            let supply = try Parties.supply(company, customer, hasGoods: true, on: "2026-04-20")
            let treatment = try #require(try regime().treatment(of: supply, Findings()))
            #expect(
                treatment.endorsement == "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ "
                    + "DEVELOPER FOR AUTHORISED OPERATIONS " + words)
            #expect(treatment.destination == "US")
        }
        let domestic = try Parties.customer("registered", gstin("29"), state: "29")
        let supply = try Parties.supply(company, domestic, hasGoods: true, on: "2026-04-20")
        #expect(try regime().treatment(of: supply, Findings())?.endorsement == nil)
    }

    @Test(
        "A rate holds on the days the law gives it; nil-rated and exempt bear none",
        arguments: [
            ("18", "2026-04-20", "18"), ("18.00", "2026-04-20", "18"),
            ("0.25", "2026-04-20", "0.25"),
            ("0", "2026-04-20", "0"), ("28", "2026-01-31", "28"), ("28", "2026-02-01", "none"),
            ("40", "2025-09-21", "none"), ("40", "2025-09-22", "40"), ("17", "2026-04-20", "none"),
            ("nil", "2026-04-20", "nil"), ("exempt", "2026-04-20", "exempt"),
            ("standard", "2026-04-20", "none"),
        ] as [(String, String, String)])
    func rates(tax: String, day: String, expected: String) throws {
        let customer = try Parties.customer("registered", gstin("29"), state: "29")
        let got = try outcome(seller: "29", customer, tax: tax, day: day)
        switch expected {
        case "none": #expect(got == "unknown-tax-rate")
        case "nil", "exempt": #expect(got == "29 cgst+sgst 0")
        default: #expect(got == "29 cgst+sgst \(expected)")
        }
    }

    @Test("A seller whose GSTIN names no State is told so, not silently left without invoice")
    func sellerWithoutState() throws {
        let company = try Parties.company("india-gst", "9917SGP29003OSP")
        let customer = try Parties.customer("registered", gstin("29"), state: "29")
        let supply = try Parties.supply(company, customer, hasGoods: true, on: "2026-04-20")
        let findings = Findings()
        #expect(try regime().treatment(of: supply, findings) == nil)
        #expect(findings.diagnostics.map(\.code) == ["gstin-state"])
    }
}
