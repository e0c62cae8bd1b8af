import Invoicing
import Money
import Testing

/// Prices with tax: what was stated is what is asked for. Worked out by hand.
struct InclusiveTests {
    @Test(
        "India: each line's value without tax, the paise that are left go to the round-off",
        arguments: [
            // 500.00 ÷ 1.18 = 423.7288 → 423.73; 9 % = 38.1357 → 38.14 twice; 500.01 − 0.01.
            (
                ["T18 1 500.00"], "LOCAL", "", ["500.00 0.00 0.00 423.73 cgst 38.14 sgst 38.14"],
                "423.73 cgst 38.14 sgst 38.14 -0.01 500.00"
            ),
            // To another State 18 % at once: 76.2714 → 76.27, and nothing is left.
            (
                ["T18 1 500.00"], "FAR", "", ["500.00 0.00 0.00 423.73 igst 76.27"],
                "423.73 igst 76.27 0.00 500.00"
            ),
            // 100 ÷ 1.05 = 95.2381; 2.5 % = 2.381; 100 ÷ 1.18 = 84.7458; 9 % = 7.6275 → 7.63; nil as
            // it is. 229.99 + 10.01 + 10.01 = 250.01.
            (
                ["T5 1 100.00", "T18 1 100.00", "Tnil 1 50.00"], "LOCAL", "",
                [
                    "100.00 0.00 0.00 95.24 cgst 2.38 sgst 2.38",
                    "100.00 0.00 0.00 84.75 cgst 7.63 sgst 7.63", "50.00 0.00 0.00 50.00",
                ],
                "229.99 cgst 10.01 sgst 10.01 -0.01 250.00"
            ),
            // Not rounded to whole rupees: 99.99 ÷ 1.18 = 84.7373; 18 % of 84.74 = 15.2532.
            (
                ["T18 1 99.99"], "FAR", "", ["99.99 0.00 0.00 84.74 igst 15.25"],
                "84.74 igst 15.25 0.00 99.99"
            ),
            // A discount is stated with tax too: 118.00 − 11.80 = 106.20; ÷ 1.18 = 90.00.
            (
                ["T18 1 118.00"], "LOCAL", #","discount":{"percent":"10"}"#,
                ["118.00 11.80 0.00 90.00 cgst 8.10 sgst 8.10"],
                "90.00 cgst 8.10 sgst 8.10 0.00 106.20"
            ),
            // Under bond no tax is in the price.
            (
                ["T18 1 118.00"], "SEZ", "", ["118.00 0.00 0.00 118.00 igst 0.00"],
                "118.00 igst 0.00 0.00 118.00"
            ),
        ] as [([String], String, String, [String], String)])
    func india(
        lines: [String], customer: String, extra: String, expected: [String], totals: String
    ) throws {
        let invoice = try Shop.india().bill(inclusive(lines, customer, "INR", extra))
        #expect(invoice.lineTexts == expected)
        #expect(invoice.totalText == totals)
        #expect(invoice.totals.inclusive == invoice.totals.payable)
    }

    @Test(
        "Europe: each rate's value without tax, split over its lines; a cent may be left",
        arguments: [
            // 30.00 ÷ 1.19 = 25.2101; 19 % of 25.21 = 4.7899. 8.4033 each: the cent to the first.
            (
                ["standard 1 10.00", "standard 1 10.00", "standard 1 10.00"], "LOCAL", "EUR", "",
                ["10.00 0.00 0.00 8.41", "10.00 0.00 0.00 8.40", "10.00 0.00 0.00 8.40"],
                "25.21 vat 4.79 0.00 30.00"
            ),
            // No value gives 24.90: 20.92 + 3.9748 → 24.89, 20.93 + 3.9767 → 24.91. ÷ 1.19 = 20.924.
            (
                ["standard 1 24.90"], "LOCAL", "EUR", "", ["24.90 0.00 0.00 20.92"],
                "20.92 vat 3.97 0.01 24.90"
            ),
            // 99.99 ÷ 1.19 = 84.0252; 19 % of 84.03 = 15.9657, of 84.02 = 15.9638: 100.00 or 99.98.
            (
                ["standard 1 99.99"], "LOCAL", "EUR", "", ["99.99 0.00 0.00 84.03"],
                "84.03 vat 15.97 -0.01 99.99"
            ),
            // Rates beside each other: 119 = 100 + 19, 107 = 100 + 7, 10 without tax.
            (
                ["standard 1 119.00", "reduced 1 107.00", "zero 1 10.00"], "LOCAL", "EUR", "",
                ["119.00 0.00 0.00 100.00", "107.00 0.00 0.00 100.00", "10.00 0.00 0.00 10.00"],
                "210.00 vat 26.00 0.00 236.00"
            ),
            // Freight with tax on both rates: 5.00 over 119 : 107 is 2.63 and 2.37; 121.63 ÷ 1.19 =
            // 102.2101, 109.37 ÷ 1.07 = 102.2150; 19 % = 19.4199, 7 % of 102.21 = 7.1547, and
            // 102.21 + 7.15 = 109.36 is a cent short, which 102.22 + 7.16 = 109.38 exceeds.
            (
                ["standard 1 119.00", "reduced 1 107.00"], "LOCAL", "EUR",
                #","freight":{"amount":"5.00"}"#,
                ["119.00 0.00 2.63 102.21", "107.00 0.00 2.37 102.21"],
                "204.42 vat 26.57 0.01 231.00"
            ),
            // 1000 yen ÷ 1.19 = 840.34; 19 % of 840 = 159.6 → 160.
            (
                ["standard 1 1000"], "YEN", "JPY", "", ["1000 0 0 840"], "840 vat 160 0 1000"
            ),
            // 1.000 dinar ÷ 1.19 = 0.8403; 19 % of 0.840 = 0.1596.
            (
                ["standard 1 1.000"], "DINAR", "KWD", "", ["1.000 0.000 0.000 0.840"],
                "0.840 vat 0.160 0.000 1.000"
            ),
        ] as [([String], String, String, String, [String], String)])
    func europe(
        lines: [String], customer: String, currency: String, extra: String, expected: [String],
        totals: String
    ) throws {
        let rate =
            currency == "EUR"
            ? "" : #","exchangeRate":{"rate":"0.5","source":"ECB","date":"2026-04-17"}"#
        let invoice = try Shop.wide(isIndia: false).bill(
            inclusive(lines, customer, currency, extra + rate))
        #expect(invoice.lineTexts == expected)
        #expect(invoice.totalText == totals)
        #expect(invoice.totals.inclusive == invoice.totals.payable)
    }

    @Test("Prices with tax and prices without do not meet on one invoice")
    func mixed() throws {
        let shop = try Shop.europe()
        let parts = try [order(["standard 1 1"]), inclusive(["standard 1 1"], "LOCAL", "EUR", "")]
            .flatMap { try Fulfilment.whole(shop.review($0)).parts }
        let refused = #expect(throws: Shop.Refused.self) { try shop.invoice(Fulfilment(parts)) }
        #expect(refused?.codes == ["mixed-price-basis"])
    }

    private func inclusive(
        _ lines: [String], _ customer: String, _ currency: String, _ extra: String
    ) -> String {
        order(
            lines, customer: customer, currency: currency, #","pricesIncludeTax":true"# + extra)
    }
}
