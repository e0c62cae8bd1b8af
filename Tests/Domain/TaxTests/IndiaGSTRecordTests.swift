import Diagnostics
import Formats
import Tax
import Testing
import Trade

/// India: what is said of records beyond the numbers' own form.
struct IndiaGSTRecordTests {
    /// Codes of findings, warnings in brackets.
    private func codes(_ check: (IndiaGST, Findings) throws -> Void) rethrows -> [String] {
        let findings = Findings()
        try check(IndiaGST(), findings)
        return findings.diagnostics.map { $0.severity == .warning ? "(\($0.code))" : $0.code }
    }

    private func company(_ extra: String = "") throws -> Company {
        try Parties.company("india-gst", "29AAECT4417M1ZX", state: "29", extra: extra)
    }

    @Test(
        "Numbers of test portals are errors, and warnings where the company tries things out",
        arguments: [
            ("29AAFCS8126P1ZM", "29", ["gstin-check-digit"], ["(gstin-check-digit)"]),
            // The official sample of the e-invoice portal, its sandbox company, and neither's form.
            ("29AWGPV7107B1Z1", "29", ["gstin-check-digit"], ["(gstin-check-digit)"]),
            ("01AMBPG7773M002", "01", ["gstin-form"], ["(gstin-form)"]),
            ("01AMBPG7773M00", "01", ["gstin-form"], ["gstin-form"]),
            ("40AAACZ1234K1ZM", "29", ["gstin-state"], ["gstin-state"]),
            ("29AAFCS8126P1ZL", "29", [], []),
        ] as [(String, String, [String], [String])])
    func sandbox(number: String, state: String, strict: [String], trial: [String]) throws {
        let customer = try Parties.customer("registered", number, state: state)
        for (extra, expected) in [("", strict), (#","sandbox":true"#, trial)] {
            let company = try company(extra)
            #expect(codes { $0.check(customer, of: company, $1) } == expected)
            let seller = try Parties.company("india-gst", number, state: state, extra: extra)
            #expect(codes { $0.check(seller, $1) } == expected)
        }
    }

    @Test(
        "Holders of a UIN are unregistered with that number, and URP is no number at all",
        arguments: [
            ("unregistered", "2917UNO00029UNJ", "29", []),
            ("unregistered", "2917UNO00029UNK", "29", ["gstin-check-digit"]),
            ("unregistered", "2917UNO00029UNJ", "27", ["gstin-state"]),
            ("registered", "2917UNO00029UNJ", "29", ["wrong-category"]),
            ("registered", "2917USA00012NR1", "29", []),
            ("unregistered", "2917USA00012NR1", "29", ["unexpected-tax-number"]),
            ("registered", "URP", "29", ["unexpected-tax-number"]),
            ("unregistered", "urp", "29", ["unexpected-tax-number"]),
        ] as [(String, String, String, [String])])
    func uin(category: String, number: String, state: String, expected: [String]) throws {
        let customer = try Parties.customer(category, number, state: state)
        let company = try company()
        #expect(codes { $0.check(customer, of: company, $1) } == expected)
    }

    @Test("URP teaches the category that says the same")
    func urp() throws {
        let customer = try Parties.customer("registered", "URP", state: "29")
        let company = try company()
        let findings = Findings()
        IndiaGST().check(customer, of: company, findings)
        #expect(findings.diagnostics.first?.hint?.contains("\"unregistered\"") == true)
    }

    @Test(
        "Nothing is supplied under the number of an embassy, a deductor or a marketplace",
        arguments: [
            ("2917UNO00029UNJ", ["gstin-form"]), ("29BLRA71012B1DX", ["gstin-form"]),
            ("29AAECT4417M1C8", ["gstin-form"]), ("29BLRA00148Y1Z9", []),
            ("2917USA00012NR1", []),
        ] as [(String, [String])])
    func sellers(number: String, expected: [String]) throws {
        let company = try Parties.company("india-gst", number, state: "29")
        #expect(codes { $0.check(company, $1) } == expected)
    }

    // First three digits by the postal circles: Karnataka 560 to 591, Maharashtra 400 to 445 …
    @Test(
        "A PIN of another State is a warning, with the edges of each range inside",
        arguments: [
            ("560000", "29", true), ("591999", "29", true), ("592000", "29", false),
            ("559999", "29", false), ("560 034", "29", true), ("400001", "27", true),
            ("403001", "30", true), ("404001", "30", false), ("110001", "07", true),
            ("194101", "38", true), ("194101", "01", true), ("362520", "26", true),
            ("396001", "26", true), ("370001", "26", false), ("609601", "34", true),
            ("605001", "34", true), ("606001", "34", false), ("500001", "36", true),
            ("535999", "37", true), ("744101", "35", true), ("682555", "31", true),
            // Other territory has no PINs of its own; without a State any PIN is one.
            ("744101", "97", true), ("560001", nil, true),
            ("56001", "29", false), ("056001", "29", false), ("5600O1", "29", false),
            ("56001", nil, false),
        ] as [(String, String?, Bool)])
    func pins(pin: String, state: String?, isRight: Bool) throws {
        let code = state.map { #","state":"\#($0)""# } ?? ""
        let address =
            #"{"lines":["1 Road"],"city":"Town","country":"IN","postcode":"\#(pin)"\#(code)}"#
        let customer = try Parties.read(
            """
            {"id":"C","name":"Buyer","category":"unregistered","currency":"INR","address":\(address),
            "shipTo":[{"id":"S",\(address.dropFirst())]}
            """, Customer.init)
        let company = try company()
        let findings = Findings()
        IndiaGST().check(customer, of: company, findings)
        // Once for the address, once for the place goods go to, each pointed at.
        #expect(findings.diagnostics.map(\.code) == (isRight ? [] : ["pin-state", "pin-state"]))
        #expect(!findings.hasErrors)
        let starts = findings.diagnostics.compactMap { $0.location?.range.lowerBound }
        #expect(Set(starts).count == findings.diagnostics.count)
        for case let place? in findings.diagnostics.map(\.location) {
            #expect(place.source.bytes[place.range].elementsEqual("\"\(pin)\"".utf8))
        }
    }

    @Test("Each further registration of a customer is checked at its own place")
    func registrations() throws {
        let customer = try Parties.read(
            """
            {"id":"C","name":"Buyer","category":"registered","currency":"INR",
            "taxNumber":"29AAFCS8126P1ZL","address":\(Parties.address("IN", "29")),
            "taxRegistrations":[
              {"taxNumber":"27AAGCP3390R1ZM","address":\(Parties.address("IN", "27"))},
              {"taxNumber":"27AAGCP3390R1ZN","address":\(Parties.address("IN", "33"))}]}
            """, Customer.init)
        let company = try company()
        let findings = Findings()
        IndiaGST().check(customer, of: company, findings)
        #expect(findings.diagnostics.map(\.code) == ["gstin-check-digit", "gstin-state"])
        let source = try #require(findings.diagnostics.first?.location)
        #expect(source.source.bytes[source.range].elementsEqual(#""27AAGCP3390R1ZM""#.utf8))
    }

    @Test(
        "What decides the place of supply fits what is sold",
        arguments: [
            ("goods", "installation", []), ("goods", "no-movement", []), ("goods", "usual", []),
            ("goods", "property", ["supply-place-kind"]), ("goods", "event", ["supply-place-kind"]),
            ("service", "performance", []), ("service", "event", []), ("service", "property", []),
            ("service", "installation", ["supply-place-kind"]),
            ("service", "no-movement", ["supply-place-kind"]),
        ] as [(String, String, [String])])
    func places(kind: String, place: String, expected: [String]) throws {
        let item = try Parties.item("18", kind, extra: #","supplyPlace":"\#(place)""#)
        #expect(codes { $0.check(item, $1) } == expected)
    }

    @Test(
        "Rates that no table knows may be the user's own: a warning until a line needs them",
        arguments: [
            ("18", []), ("18.00", []), ("0.25", []), ("28", []), ("nil", []), ("non-gst", []),
            ("cement", []), ("17", ["(unknown-tax-rate)"]), ("100", ["(unknown-tax-rate)"]),
            ("100.5", ["unknown-tax-rate"]), ("-5", ["unknown-tax-rate"]),
            ("18%", ["unknown-tax-rate"]), ("exmpt", ["(unknown-tax-rate)"]),
            ("pure agent", ["(unknown-tax-rate)"]),
        ] as [(String, [String])])
    func classes(tax: String, expected: [String]) throws {
        let item = try Parties.item(tax)
        #expect(codes { $0.check(item, $1) } == expected)
    }

    @Test(
        "Numbers begin with a letter or 1 to 9, and differ in more than capitals",
        arguments: [
            ("A/{fy}/{n:4}", "B/{fy}/{n:4}", []),
            ("A/{fy}/{n:4}", "a/{fy}/{n:4}", ["series-overlap"]),
            // A counter in front begins with 0 until it is full.
            ("A/{fy}/{n:4}", "{n:4}/{fy}", ["bad-series-pattern"]),
            ("A/{fy}/{n:4}", "-{n:4}/{fy}", ["bad-series-pattern"]),
        ] as [(String, String, [String])])
    func series(one: String, other: String, expected: [String]) throws {
        let company = try Parties.read(
            """
            {"name":"Seller","regime":"india-gst","currency":"INR","language":"en","timeZone":"UTC",
            "taxNumber":"29AAECT4417M1ZX","address":\(Parties.address("IN", "29")),"series":[
            {"id":"one","scope":"domestic","pattern":"\(one)"},
            {"id":"other","scope":"export","pattern":"\(other)"}]}
            """, Company.init)
        #expect(codes { $0.check(company, $1) } == expected)
    }
}
