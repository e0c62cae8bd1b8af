import Diagnostics
import Tax
import Testing
import Trade

/// What European VAT says about records of companies, customers and items.
struct EuropeanVATRecordTests {
    /// Codes of findings; warnings with a question mark.
    private func codes(_ check: (any Regime, Findings) throws -> Void) throws -> [String] {
        let findings = Findings()
        try check(try #require(Regimes.named("european-vat")), findings)
        return findings.diagnostics.map { $0.code + ($0.severity == .warning ? "?" : "") }
    }

    @Test(
        "A customer's category and VAT identifiers are checked, by the state these name",
        arguments: [
            ("DE", "business DE DE931840277", "", []), ("DE", "business DE", "", []),
            ("DE", "business DE", #","taxNumber":"de 931 840 277""#, []),
            ("DE", "business DE DE931840278", "", ["vat-number-check-digit"]),
            ("DE", "business DE DE93184027", "", ["vat-number-form"]),
            ("DE", "business DE 931840277", "", ["vat-number-form"]),
            // Registered in another member state than that of its address.
            ("DE", "business DE ATU13585627", "", []),
            ("DE", "business GR EL094259216", "", []),
            ("DE", "business DE ATU13585626", "", ["vat-number-check-digit"]),
            ("DE", "business MC FR44732829320", "", []),
            ("DE", "business US ATU13585627", "", []),
            // Neighbours of the Union.
            ("DE", "business GB GB980780684", "", []),
            ("DE", "business GB GB980780685", "", ["vat-number-check-digit"]),
            ("DE", "business GB-BT1 XI980780684", "", []),
            ("DE", "business CH CHE116281710MWST", "", []),
            ("DE", "business CH CHE116281711MWST", "", ["vat-number-check-digit"]),
            ("DE", "business NO NO974760673MVA", "", []),
            ("DE", "business NO 974760673", "", ["vat-number-form"]),
            // What is known of no country is nobody's to judge.
            ("DE", "business US 94-3030279", "", []),
            ("DE", "consumer DE", "", []),
            ("DE", "consumer DE DE931840277", "", ["unexpected-tax-number"]),
            ("DE", "registered DE", "", ["wrong-category"]),
            // Digits of test portals need not be right, their form has to be.
            ("DE sandbox", "business DE DE931840278", "", ["vat-number-check-digit?"]),
            ("DE sandbox", "business DE DE93184027", "", ["vat-number-form"]),
            // Numbers beside the main one.
            (
                "DE", "business DE DE931840277",
                #","taxRegistrations":[{"taxNumber":"ATU13585626","address":\#(place)}]"#,
                ["vat-number-check-digit"]
            ),
            // Split payment is Italy's.
            ("IT", "public IT IT00743110157", #","splitPayment":true"#, []),
            ("IT", "consumer IT", #","splitPayment":true"#, ["wrong-category"]),
            ("DE", "public IT IT00743110157", #","splitPayment":true"#, ["wrong-category"]),
            ("DE", "public DE", #","exemption":{"code":"VATEX-EU-151","reason":"Embassy"}"#, []),
            (
                "DE", "public DE", #","exemption":{"code":"VATEX-EU-G","reason":"Embassy"}"#,
                ["unknown-exemption-code"]
            ),
        ] as [(String, String, String, [String])])
    func customers(seller: String, buyer: String, extra: String, expected: [String]) throws {
        let customer = try EuropeanShop.customer(buyer, extra: extra)
        let company = try EuropeanShop.company(seller)
        #expect(try codes { $0.check(customer, of: company, $1) } == expected)
    }

    private static let place = #"{"lines":["1 Road"],"city":"Wien","country":"AT"}"#

    @Test(
        "A company belongs to a country whose VAT is known, with its identifier and territory",
        arguments: [
            ("DE", "DE931840277", []), ("DE", "DE931840278", ["vat-number-check-digit"]),
            ("DE sandbox", "DE931840278", ["vat-number-check-digit?"]),
            ("FR", "DE931840277", []), ("GB", "GB980780684", []),
            ("GB-BT1", "XI980780684", []), ("CH", "CHE116281710MWST", []),
            ("NO", "NO974760673MVA", []), ("IM", "GB980780684", []),
            ("ES canary-islands", "ESA28015865", []),
            ("DE melilla", "DE931840277", ["wrong-territory"]),
            ("US", "94-3030279", ["other-regime"]),
        ] as [(String, String, [String])])
    func companies(seller: String, number: String, expected: [String]) throws {
        let company = try EuropeanShop.company(seller, number: number)
        #expect(try codes { $0.check(company, $1) } == expected)
    }

    @Test(
        "Items have a unit, a known class, and a reason where they are exempt",
        arguments: [
            ("goods reduced", "", []), ("goods super-reduced", "", []),
            ("goods general", "", []),
            // The user's own rates may know it.
            ("goods books", "", ["unknown-tax-rate?"]),
            ("service exempt", "", ["missing-exemption-reason"]),
            ("service exempt VATEX-EU-132-1I", "", []),
            ("service exempt", #","exemptionReason":"Teaching""#, []),
            ("service exempt VATEX-EU-O", "", []),
            ("service exempt VATEX-EU-132-1Y", "", ["unknown-exemption-code"]),
            ("service exempt VATEX-EU-AE", "", ["unknown-exemption-code"]),
            ("service standard VATEX-EU-132-1I", "", ["unused-exemption?"]),
            ("goods standard", #","exemptionReason":"Teaching""#, ["unused-exemption?"]),
            ("service standard property", "", []), ("goods standard installation", "", []),
            ("goods standard property", "", ["supply-place-kind"]),
            ("service standard no-movement", "", ["supply-place-kind"]),
        ] as [(String, String, [String])])
    func items(words: String, extra: String, expected: [String]) throws {
        let item = try EuropeanShop.item(words, extra: extra)
        #expect(try codes { $0.check(item, $1) } == expected)
    }

    @Test("A finding names what is near and what there is")
    func hints() throws {
        let findings = Findings()
        let regime = try #require(Regimes.named("european-vat"))
        regime.check(try EuropeanShop.item("goods redused"), findings)
        regime.check(try EuropeanShop.item("service exempt VATEX-EU-132-1Y"), findings)
        #expect(findings.diagnostics[0].hint == "did you mean \"reduced\"?")
        #expect(findings.diagnostics[0].expected?.hasPrefix("standard, intermediate") == true)
        #expect(findings.diagnostics[0].expected?.hasSuffix(", exempt") == true)
        #expect(findings.diagnostics[1].hint?.contains("VATEX-EU-132-1") == true)
    }
}
