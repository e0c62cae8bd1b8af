import Diagnostics
import Formats
import Money
import Tax
import Testing
import Trade

/// A seller in Munich.
struct EuropeanVATTests {
    private func regime() throws -> any Regime { try #require(Regimes.named("european-vat")) }

    /// Category, rate and exemption code of a line, or the codes of findings.
    private func outcome(
        _ customer: Customer, kind: String = "goods", tax: String = "standard",
        oneStopShop: Bool = false, day: String = "2026-04-20", seller: String = "DE"
    ) throws -> String {
        let company = try Parties.company(
            "european-vat", "DE123456788", country: seller,
            extra: oneStopShop ? #","oneStopShop":true"# : "")
        let supply = try Parties.supply(company, customer, hasGoods: kind == "goods", on: day)
        let findings = Findings()
        let regime = try regime()
        let treatment = try #require(regime.treatment(of: supply, findings))
        #expect(treatment.rounding == .perRate)
        guard
            let line = regime.lineTax(
                of: try Parties.item(tax, kind), in: supply, treatment, at: supply.location,
                findings)
        else { return findings.diagnostics.map(\.code).joined(separator: " ") }
        #expect(line.heads == [.vat])
        #expect(line.isCharged == (line.exemption == nil))
        let code = line.exemption.map { " \($0.code)" } ?? ""
        return "\(line.category.rawValue) \(line.rate)\(code)"
    }

    @Test(
        "Each supply falls into its category: domestic, intra-Community, export, reverse charge, one-stop shop",
        arguments: [
            // Buyer, country, VAT identifier, ship-to, kind, one-stop shop, expected.
            ("business", "DE", "DE931840277", nil, "goods", false, "S 19"),
            ("consumer", "DE", nil, nil, "service", false, "S 19"),
            // Art. 138: a VAT identifier of another member state and goods leaving for one.
            ("business", "FR", "FR44732829320", nil, "goods", false, "K 0 VATEX-EU-IC"),
            ("business", "FR", "FR44732829320", nil, "goods", true, "K 0 VATEX-EU-IC"),
            ("business", "DE", "FR44732829320", "FR", "goods", false, "K 0 VATEX-EU-IC"),
            ("business", "GR", "EL094259216", nil, "goods", false, "K 0 VATEX-EU-IC"),
            // Goods that stay in Germany are taxed there, whoever buys.
            ("business", "FR", "FR44732829320", "DE", "goods", false, "S 19"),
            // Without identifier, or with the seller's own state's, no exemption.
            ("business", "FR", nil, nil, "goods", false, "S 19"),
            ("business", "FR", "DE931840277", nil, "goods", false, "S 19"),
            // Art. 146: goods out of the Union, for whomever.
            ("business", "CH", nil, nil, "goods", false, "G 0 VATEX-EU-G"),
            ("consumer", "US", nil, nil, "goods", true, "G 0 VATEX-EU-G"),
            ("business", "DE", "DE931840277", "CH", "goods", false, "G 0 VATEX-EU-G"),
            // Arts. 33 and 369a: consumers elsewhere, below and in the one-stop shop.
            ("consumer", "FR", nil, nil, "goods", false, "S 19"),
            ("consumer", "FR", nil, nil, "goods", true, "S 20"),
            ("consumer", "AT", nil, nil, "goods", true, "S 20"),
            ("consumer", "NL", nil, nil, "goods", true, "S 21"),
            ("consumer", "DE", nil, "NL", "goods", true, "S 21"),
            ("consumer", "DE", nil, nil, "goods", true, "S 19"),
            ("consumer", "IT", nil, nil, "goods", true, "unknown-tax-rate"),
            // Art. 44 and 196: services to businesses elsewhere; art. 45: to consumers at home.
            ("business", "AT", "ATU13585627", nil, "service", false, "AE 0 VATEX-EU-AE"),
            ("public", "AT", "ATU13585627", nil, "service", false, "AE 0 VATEX-EU-AE"),
            ("business", "AT", nil, nil, "service", false, "S 19"),
            ("business", "DE", "DE931840277", "AT", "service", false, "S 19"),
            ("consumer", "AT", nil, nil, "service", true, "S 19"),
            ("consumer", "US", nil, nil, "service", false, "S 19"),
            ("business", "CH", nil, nil, "service", false, "outside-scope"),
        ] as [(String, String, String?, String?, String, Bool, String)])
    func categories(
        category: String, country: String, number: String?, shipTo: String?, kind: String,
        oneStopShop: Bool, expected: String
    ) throws {
        let customer = try Parties.customer(
            category, number, country: country, shipTo: shipTo.map { Parties.shipTo($0) } ?? "[]")
        #expect(try outcome(customer, kind: kind, oneStopShop: oneStopShop) == expected)
    }

    @Test(
        "The rate is that of the day of delivery: 16 and 5 % in Germany's second half of 2020",
        arguments: [
            ("standard", "2020-06-30", "S 19"), ("standard", "2020-07-01", "S 16"),
            ("standard", "2020-12-31", "S 16"), ("standard", "2021-01-01", "S 19"),
            ("reduced", "2020-06-30", "S 7"), ("reduced", "2020-07-01", "S 5"),
            ("reduced", "2020-12-31", "S 5"), ("reduced", "2021-01-01", "S 7"),
            // Solar panels (§ 12 Abs. 3 UStG) since 2023.
            ("zero", "2022-12-31", "unknown-tax-rate"), ("zero", "2023-01-01", "Z 0"),
            ("intermediate", "2026-04-20", "unknown-tax-rate"),
            ("super", "2026-04-20", "unknown-tax-rate"),
        ] as [(String, String, String)])
    func ratesByDate(tax: String, day: String, expected: String) throws {
        let customer = try Parties.customer("consumer", country: "DE")
        #expect(try outcome(customer, tax: tax, day: day) == expected)
    }

    @Test(
        "The reason of an exemption is said in the document's language, else in English",
        arguments: [
            ("de-DE", "Ausfuhrlieferung"), ("fr", "Exportation"), ("kn-IN", "Export outside"),
        ])
    func saysWhy(language: String, word: String) throws {
        let company = try Parties.company("european-vat", "DE123456788", country: "DE")
        let customer = try Parties.customer("business", country: "CH")
        let date = try #require(CalendarDate("2026-04-20"))
        let supply = Supply(
            company: company, customer: customer, shipTo: nil, hasGoods: true,
            taxClasses: ["standard"], deliveryDate: date,
            issueDate: date, language: language, location: customer.node.location)
        let regime = try regime()
        let treatment = try #require(regime.treatment(of: supply, Findings()))
        let line = regime.lineTax(
            of: try Parties.item("standard"), in: supply, treatment, at: supply.location, Findings()
        )
        #expect(line?.exemption?.reason.contains(word) == true)
    }
}
