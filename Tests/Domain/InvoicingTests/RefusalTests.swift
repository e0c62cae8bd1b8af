import Diagnostics
import Formats
import Invoicing
import Money
import Testing
import Trade

struct RefusalTests {
    private func codes(_ shop: Shop, _ order: String) -> [String] {
        do {
            _ = try shop.bill(order)
            return []
        } catch let error as Shop.Refused { return error.codes } catch { return ["\(error)"] }
    }

    @Test(
        "An order that cannot be billed is refused with all that is wrong with it",
        arguments: [
            (["standard 1 10.00"], "LOCAL", "EUR", "", []),
            (["standard 1 10.00"], "LOCAAL", "EUR", "", ["unknown-customer"]),
            (
                ["standart 1 10.00", "reducd 1 1"], "NOBODY", "EUR", "",
                ["unknown-customer", "unknown-item", "unknown-item"]
            ),
            (["standard 1"], "LOCAL", "EUR", "", ["no-price"]),
            (["standard 1 1"], "LOCAL", "EUR", #","shipTo":"HUB""#, ["unknown-ship-to"]),
            (["standard 1 1"], "LOCAL", "USD", "", ["currency-mismatch"]),
            (["standard 1 1"], "ABROAD", "USD", "", ["missing-exchange-rate"]),
            // Discounts larger than what they are on, on the line and the document; a cent too much.
            (["standard 1 10.00 -10.01"], "LOCAL", "EUR", "", ["discount-exceeds-value"]),
            (["standard 1 10.00 -10.00"], "LOCAL", "EUR", "", []),
            (
                ["standard 1 10.00"], "LOCAL", "EUR", #","discount":{"amount":"10.01"}"#,
                ["discount-exceeds-value"]
            ),
            (
                ["standard 1 10.00 -5.00", "reduced 1 1"], "LOCAL", "EUR",
                #","discount":{"amount":"7.00"}"#,
                ["discount-exceeds-value", "discount-exceeds-value"]
            ),
            // One line below nothing does not make the percentage of the others a trap.
            (
                ["standard 1 9.00 -9.01", "reduced 1 100.00"], "LOCAL", "EUR",
                #","discount":{"percent":"5"}"#,
                ["discount-exceeds-value"]
            ),
            (
                ["standard 1 9.00 -9.01", "reduced 1 100.00"], "LOCAL", "EUR",
                #","discount":{"amount":"5.00"}"#,
                ["discount-exceeds-value"]
            ),
            // Amounts past ±92 quadrillion, in a line, in the sum, in the tax, with freight.
            (["standard 999999999999 999999999999"], "LOCAL", "EUR", "", ["amount-too-large"]),
            (["standard 100000 922337203685.47"], "LOCAL", "EUR", "", ["amount-too-large"]),
            (
                ["zero 100000 500000000000", "zero 100000 500000000000"], "LOCAL", "EUR", "",
                ["amount-too-large"]
            ),
            (["zero 100000 922337203685.4775 -500000000000 +400000000000"], "LOCAL", "EUR", "", []),
            (
                ["zero 100000 922337203685.4775 -500000000000 +600000000000"], "LOCAL", "EUR", "",
                ["amount-too-large"]
            ),
        ] as [([String], String, String, String, [String])])
    func refuses(
        lines: [String], customer: String, currency: String, extra: String, expected: [String]
    ) throws {
        let text = order(lines, customer: customer, currency: currency, extra)
        #expect(codes(try Shop.europe(), text) == expected)
    }

    @Test("A finding says where and what would be right")
    func points() throws {
        do {
            _ = try Shop.europe().bill(order(["standard 1 1", "standart 1 1"]))
            Issue.record("an unknown item was billed")
        } catch let error as Shop.Refused {
            let finding = try #require(error.findings.first)
            #expect(finding.location?.line == 2)
            #expect(finding.hint == "did you mean \"standard\"?")
            #expect(finding.subject == "order SO-1")
        }
    }

    @Test("Prices come from the customer's list, else the default, of the day and currency")
    func prices() throws {
        var shop = try Shop.europe()
        try shop.price(
            "default standard EUR 10.00 1 2026-01-01 2026-04-20",
            "default standard EUR 11.00 1 2026-04-21 -",
            "default standard USD 12.00 1 2026-01-01 -",
            "default reduced EUR 500.00 100 2026-04-20 2026-04-20")
        let invoice = try shop.bill(order(["standard 3", "reduced 7", "standard 10 100.00 /10"]))
        #expect(invoice.lines.map(\.net.plain) == ["30.00", "35.00", "100.00"])
        #expect(codes(shop, order(["standard 1 9.99"])) == ["price-mismatch"])
        // Ended the day before; begins the day after.
        let later = order(["reduced 1"]).replacing("2026-04-20", with: "2026-04-21")
        #expect(codes(shop, later) == ["no-price"])
        #expect(codes(shop, order(["zero 1"])) == ["no-price"])
        #expect(throws: Shop.Refused.self) {
            try shop.price("default standard EUR 1.00 1 2026-04-01 2026-04-02")
        }
    }
}
