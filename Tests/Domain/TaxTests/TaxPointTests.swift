import Diagnostics
import Money
import Tax
import Testing
import Trade

/// India: which day's rate an item bears. The change is that of 2025-09-22, from 28 to 40.
struct TaxPointTests {
    private func supply(
        _ kind: String, done: String, issued: String, paid: String?
    ) throws -> Supply {
        let company = try Parties.company("india-gst", "29AAFCS8126P1ZL", state: "29")
        let customer = try Parties.customer("registered", "29AAECT4417M1Z5", state: "29")
        let item = try Parties.item(
            #"[{"class":"28"},{"class":"40","from":"2025-09-22"}]"#, kind)
        return try Parties.supply(
            company, customer, items: [item], on: done, issued: issued, paid: paid)
    }

    // CGST Act s. 14. Before the change: 2025-09-10, -12, -15; after: 2025-09-25, -27, -29.
    @Test(
        "Services bear the rate on whose side two of supply, invoice and payment lie",
        arguments: [
            // (a) supplied before. (i) Invoiced and paid after, in both orders.
            ("2025-09-10", "2025-09-25", "2025-09-29", "40", "2025-09-25"),
            ("2025-09-10", "2025-09-29", "2025-09-25", "40", "2025-09-25"),
            // (ii) Invoiced before, paid after; invoice after and before the supply.
            ("2025-09-10", "2025-09-15", "2025-09-25", "28", "2025-09-15"),
            ("2025-09-15", "2025-09-10", "2025-09-25", "28", "2025-09-15"),
            // (iii) Paid before, invoiced after; payment after and before the supply.
            ("2025-09-10", "2025-09-25", "2025-09-15", "28", "2025-09-15"),
            ("2025-09-15", "2025-09-25", "2025-09-10", "28", "2025-09-15"),
            // (b) supplied after. (i) Invoiced before, paid after.
            ("2025-09-25", "2025-09-10", "2025-09-29", "40", "2025-09-25"),
            ("2025-09-29", "2025-09-10", "2025-09-25", "40", "2025-09-25"),
            // (ii) Invoiced and paid before, in both orders.
            ("2025-09-25", "2025-09-10", "2025-09-15", "28", "2025-09-15"),
            ("2025-09-25", "2025-09-15", "2025-09-10", "28", "2025-09-15"),
            // (iii) Paid before, invoiced after.
            ("2025-09-25", "2025-09-29", "2025-09-10", "40", "2025-09-25"),
            ("2025-09-29", "2025-09-25", "2025-09-10", "40", "2025-09-25"),
            // Not paid yet: after both.
            ("2025-09-10", "2025-09-15", nil, "28", "2025-09-15"),
            ("2025-09-10", "2025-09-25", nil, "40", "2025-09-25"),
            ("2025-09-25", "2025-09-10", nil, "40", "2025-09-25"),
            // All on one side, and all on one day.
            ("2025-09-10", "2025-09-12", "2025-09-15", "28", "2025-09-12"),
            ("2025-09-22", "2025-09-22", "2025-09-22", "40", "2025-09-22"),
        ] as [(String, String, String?, String, String)])
    func services(
        done: String, issued: String, paid: String?, rate: String, day: String
    ) throws {
        let supply = try supply("service", done: done, issued: issued, paid: paid)
        #expect(IndiaGST.taxPoint(of: supply.items[0], in: supply).description == day)
        #expect(try self.rate(supply) == rate)
    }

    @Test(
        "Goods bear the rate of the invoice's day, whatever was paid before",
        arguments: [
            ("2025-09-10", "2025-09-25", "2025-09-10", "40"),
            ("2025-09-25", "2025-09-21", "2025-09-29", "28"),
            ("2025-09-21", "2025-09-22", nil, "40"),
        ] as [(String, String, String?, String)])
    func goods(done: String, issued: String, paid: String?, rate: String) throws {
        let supply = try supply("goods", done: done, issued: issued, paid: paid)
        #expect(IndiaGST.taxPoint(of: supply.items[0], in: supply).description == issued)
        #expect(try self.rate(supply) == rate)
    }

    @Test("Between two changes of rate the middle day decides too")
    func betweenTwoChanges() throws {
        // Supplied at 28, invoiced while 28 was left to tobacco, paid after that ended.
        let supply = try supply(
            "service", done: "2025-09-10", issued: "2025-12-01", paid: "2026-02-10")
        #expect(IndiaGST.taxPoint(of: supply.items[0], in: supply).description == "2025-12-01")
    }

    private func rate(_ supply: Supply) throws -> String {
        let regime = IndiaGST()
        let treatment = try #require(regime.treatment(of: supply, Findings()))
        let line = regime.lineTax(
            of: supply.items[0], in: supply, treatment, at: supply.location, Findings())
        return try #require(line).rate.description
    }
}
