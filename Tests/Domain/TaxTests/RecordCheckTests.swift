import Diagnostics
import Formats
import Tax
import Testing
import Trade

/// What the regimes say about records of companies, customers and items.
struct RecordCheckTests {
    private func codes(_ name: String, _ check: (any Regime, Findings) throws -> Void) throws
        -> [String]
    {
        let findings = Findings()
        try check(try #require(Regimes.named(name)), findings)
        return findings.diagnostics.map(\.code)
    }

    @Test(
        "India: category, GSTIN, State and country of a customer have to agree",
        arguments: [
            ("registered", "29AAFCS8126P1ZL", "29", "IN", []),
            ("registered", "29AAFCS8126P1ZL", nil, "IN", []),
            ("registered", nil, "29", "IN", ["missing-tax-number"]),
            ("sez", nil, "29", "IN", ["missing-tax-number"]),
            ("deemed-export", nil, "29", "IN", ["missing-tax-number"]),
            ("registered", "29AAFCS8126P1ZM", "29", "IN", ["gstin-check-digit"]),
            ("registered", "29AAFCS8126P1Z", "29", "IN", ["gstin-form"]),
            ("registered", "40AAACZ1234K1ZM", "29", "IN", ["gstin-state"]),
            ("registered", "27AAGCP3390R1ZN", "29", "IN", ["gstin-state"]),
            ("unregistered", nil, "29", "IN", []),
            ("unregistered", "29AAFCS8126P1ZL", "29", "IN", ["unexpected-tax-number"]),
            ("overseas", nil, nil, "US", []), ("overseas", "94-3030279", nil, "US", []),
            ("overseas", nil, "29", "IN", ["country-category"]),
            ("unregistered", nil, nil, "US", ["country-category"]),
            ("consumer", nil, "29", "IN", ["wrong-category"]),
            ("business", nil, nil, "US", ["wrong-category", "country-category"]),
        ] as [(String, String?, String?, String, [String])])
    func indianCustomers(
        category: String, number: String?, state: String?, country: String, expected: [String]
    ) throws {
        let customer = try Parties.customer(category, number, state: state, country: country)
        let company = try Parties.company("india-gst", "29AAECT4417M1ZX", state: "29")
        #expect(try codes("india-gst") { $0.check(customer, of: company, $1) } == expected)
    }

    @Test("India: the GSTIN of a ship-to address is checked too, and pointed at")
    func shipToGSTIN() throws {
        let place = Parties.shipTo("IN", "27", number: "27AAGCP3390R1ZM")
        let customer = try Parties.customer(
            "registered", "29AAFCS8126P1ZL", state: "29", shipTo: place)
        let company = try Parties.company("india-gst", "29AAECT4417M1ZX", state: "29")
        let findings = Findings()
        let regime = try #require(Regimes.named("india-gst"))
        regime.check(customer, of: company, findings)
        let finding = try #require(findings.diagnostics.first)
        #expect(finding.code == "gstin-check-digit")
        let source = try #require(finding.location)
        #expect(source.source.bytes[source.range].elementsEqual(#""27AAGCP3390R1ZM""#.utf8))
    }

    @Test(
        "Items need the codes, units and rates of their regime",
        arguments: [
            ("india-gst", "goods", "NOS", "820540", "18", []),
            ("india-gst", "service", "NA", "998719", "exempt", []),
            ("india-gst", "goods", "NOS", nil, "nil", ["missing-hsn"]),
            ("india-gst", "goods", "NOS", "82054", "18", ["bad-hsn"]),
            ("india-gst", "goods", "NOS", "82O5", "18", ["bad-hsn"]),
            ("india-gst", "goods", "NOS", "998719", "18", ["hsn-kind"]),
            ("india-gst", "service", "NOS", "8205", "18", ["hsn-kind"]),
            ("india-gst", "goods", "H87", "8205", "17", ["unknown-tax-rate", "unknown-unit"]),
            // A word may be a class of the user's own rates.
            ("india-gst", "goods", "NOS", "8205", "standard", []),
            ("india-gst", "goods", "NOS", "8205", "exmpt", ["unknown-tax-rate"]),
            ("india-gst", "goods", "NOS", "8205", "101", ["unknown-tax-rate"]),
            ("india-gst", "goods", "NOS", "0000", "non-gst", ["bad-hsn"]),
            ("india-gst", "service", "NA", "998719", "pure-agent", []),
        ] as [(String, String, String, String?, String, [String])])
    func items(
        regime: String, kind: String, unit: String, hsn: String?, tax: String, expected: [String]
    ) throws {
        let code = hsn.map { #","hsn":"\#($0)""# } ?? ""
        let item = try Parties.read(
            #"{"id":"I","name":"I","kind":"\#(kind)","unit":"\#(unit)","tax":"\#(tax)"\#(code)}"#,
            Item.init)
        #expect(try codes(regime) { $0.check(item, $1) } == expected)
    }

    @Test(
        "A company's number and the numbers of its series are checked",
        arguments: [
            ("india-gst", "29AAECT4417M1ZX", "29", "TT/{fy}/{n:6}", []),
            // 16 characters are the most (CGST Rule 46(b)); the first is neither 0, - nor /.
            ("india-gst", "29AAECT4417M1ZX", "29", "TTT/{fy}/{n:6}", []),
            ("india-gst", "29AAECT4417M1ZX", "29", "TTTT/{fy}/{n:6}", ["number-too-long"]),
            ("india-gst", "29AAECT4417M1ZX", "29", "0/{fy}/{n:6}", ["bad-series-pattern"]),
            ("india-gst", "29AAECT4417M1ZX", "29", "/{fy}/{n:6}", ["bad-series-pattern"]),
            ("india-gst", "29AAECT4417M1ZX", "27", "TT/{fy}/{n:6}", ["gstin-state"]),
            ("india-gst", "29AAECT4417M1ZY", "29", "TT/{fy}/{n:6}", ["gstin-check-digit"]),
        ] as [(String, String, String?, String, [String])])
    func companies(
        regime: String, number: String, state: String?, pattern: String, expected: [String]
    ) throws {
        let company = try Parties.company(
            regime, number, state: state, country: state == nil ? "DE" : "IN", pattern: pattern)
        #expect(try codes(regime) { $0.check(company, $1) } == expected)
    }
}
