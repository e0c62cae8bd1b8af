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
            // 1200.00 − 10 % and 315.00; 139.50 off as 108.00 and 31.50; freight 60.00 over
            // 972.00 : 283.50 is 46.4516 and 13.5484 → 46.45 and 13.55.
            // 1018.45 ÷ 1.18 = 863.0932; 9 % of 863.09 = 77.6781. 297.05 ÷ 1.05 = 282.9048;
            // 2.5 % of 282.90 = 7.0725. 1145.99 + 2 × 84.75 = 1315.49 of 1315.50.
            (
                ["T18 2 600.00 -10%", "T5 1 315.00"], "LOCAL",
                #","discount":{"amount":"139.50"},"freight":{"amount":"60.00"}"#,
                [
                    "1080.00 108.00 46.45 863.09 cgst 77.68 sgst 77.68",
                    "315.00 31.50 13.55 282.90 cgst 7.07 sgst 7.07",
                ],
                "1145.99 cgst 84.75 sgst 84.75 0.01 1315.50"
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
            // 2 cents bear 0.38 → 0, 3 bear 0.57 → 1: nothing gives 3. 0.03 ÷ 1.19 = 0.0252.
            (
                ["standard 1 0.03"], "LOCAL", "EUR", "", ["0.03 0.00 0.00 0.03"],
                "0.03 vat 0.01 -0.01 0.03"
            ),
            // 13 cents and 2.47 → 2 are 15, 14 and 2.66 → 3 are 17. 0.16 ÷ 1.19 = 0.1345.
            (
                ["standard 1 0.16"], "LOCAL", "EUR", "", ["0.16 0.00 0.00 0.13"],
                "0.13 vat 0.02 0.01 0.16"
            ),
            // 35.01 ÷ 1.19 = 29.4202: 8.4033, 16.8066, 4.2101; the cent to the largest remainder.
            (
                ["standard 1 10.00", "standard 1 20.00", "standard 1 5.01"], "LOCAL", "EUR", "",
                ["10.00 0.00 0.00 8.40", "20.00 0.00 0.00 16.81", "5.01 0.00 0.00 4.21"],
                "29.42 vat 5.59 0.00 35.01"
            ),
            // 10 % of 172.50 off: 11.90 and 5.35; 5.95 of freight over 107.10 : 48.15 is 4.1046 and
            // 1.8454 → 4.10 and 1.85. 111.20 ÷ 1.19 = 93.4454; 93.45 + 17.7555 → 111.21, 93.44 +
            // 17.7536 → 111.19, 93.46 + 17.7574 → 111.22: none. 50 ÷ 1.07 = 46.7290; 7 % = 3.2711.
            (
                ["standard 1 119.00", "reduced 1 53.50"], "LOCAL", "EUR",
                #","discount":{"percent":"10"},"freight":{"amount":"5.95"}"#,
                ["119.00 11.90 4.10 93.45", "53.50 5.35 1.85 46.73"],
                "140.18 vat 21.03 -0.01 161.20"
            ),
            // No tax is in the price of what is exempt, on reverse charge or goes to another state.
            (
                ["standard 1 119.00", "teaching 1 50.00", "scrap 1 30.00"], "LOCAL", "EUR", "",
                ["119.00 0.00 0.00 100.00", "50.00 0.00 0.00 50.00", "30.00 0.00 0.00 30.00"],
                "180.00 vat 19.00 0.00 199.00"
            ),
            (
                ["standard 1 100.00"], "FAR", "EUR", "", ["100.00 0.00 0.00 100.00"],
                "100.00 vat 0.00 0.00 100.00"
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
                ["standard 1 1000"], "LOCAL-YEN", "JPY", "", ["1000 0 0 840"], "840 vat 160 0 1000"
            ),
            // 1.000 dinar ÷ 1.19 = 0.8403; 19 % of 0.840 = 0.1596.
            (
                ["standard 1 1.000"], "LOCAL-DINAR", "KWD", "", ["1.000 0.000 0.000 0.840"],
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
        let parts = try [
            order(["standard 1 1"]), inclusive(["standard 1 119"], "LOCAL", "EUR", ""),
        ]
        .flatMap { try Fulfilment.whole(shop.review($0)).parts }
        for parts in [parts, parts.reversed()] {
            let refused = #expect(throws: Shop.Refused.self) {
                try shop.invoice(Fulfilment(parts))
            }
            #expect(refused?.codes == ["mixed-price-basis"])
        }
        let both = try shop.invoice(Fulfilment([parts[1], parts[1]]))
        #expect(both.totalText == "200.00 vat 38.00 0.00 238.00")
    }

    @Test(
        "Currencies without minor unit and with thousandths are rounded to what they have",
        arguments: [
            // 1.5 × 333 = 499.5 → 500; 10 % = 50.
            ("JP", "JPY", "standard 1.5 333", false, "500 salesTax 50 0 550"),
            // 3 × 333 = 999; 99.9 → 100. With tax: 1099 ÷ 1.1 = 999.09 → 999.
            ("JP", "JPY", "standard 3 333", false, "999 salesTax 100 0 1099"),
            ("JP", "JPY", "standard 1 1099", true, "999 salesTax 100 0 1099"),
            // 10 % of 1.235 = 0.1235 → 0.124. With tax: 1.235 ÷ 1.1 = 1.1227; 10 % = 0.1123.
            ("BH", "BHD", "standard 1 1.235", false, "1.235 salesTax 0.124 0.000 1.359"),
            ("BH", "BHD", "standard 1 1.235", true, "1.123 salesTax 0.112 0.000 1.235"),
            // 0.005 ÷ 1.1 = 0.00455; 0.0005 → 0.001: 0.006. With 0.004 it would be 0.004.
            ("BH", "BHD", "standard 1 0.005", true, "0.005 salesTax 0.001 -0.001 0.005"),
        ] as [(String, String, String, Bool, String)])
    func minorUnits(
        country: String, currency: String, line: String, isInclusive: Bool, totals: String
    ) throws {
        let text =
            isInclusive
            ? inclusive([line], "LOCAL", currency, "") : order([line], currency: currency)
        let invoice = try Shop.plain(country, currency).bill(text)
        #expect(invoice.totalText == totals)
    }

    @Test(
        "India: a foreign currency keeps its own minor unit and is not rounded off",
        arguments: [
            // 3 × 333.5 = 1000.5 → 1001; 9 % = 90.09. 1181 × 0.5862 = 692.3022, 180 × … = 105.516.
            (
                "LOCAL-YEN", "JPY", "0.5862", "T18 3 333.5", "1001 cgst 90 sgst 90 0 1181",
                "692.30 105.52"
            ),
            // 18 % of 1.111 = 0.19998. 1.311 × 271.05 = 355.34655; 0.200 × … = 54.21.
            (
                "FAR-DINAR", "KWD", "271.05", "T18 1 1.111", "1.111 igst 0.200 0.000 1.311",
                "355.35 54.21"
            ),
        ] as [(String, String, String, String, String, String)])
    func foreign(
        customer: String, currency: String, rate: String, line: String, totals: String,
        inRupees: String
    ) throws {
        let extra = #","exchangeRate":{"rate":"\#(rate)","source":"RBI","date":"2026-04-17"}"#
        let invoice = try Shop.wide(isIndia: true).bill(
            order([line], customer: customer, currency: currency, extra))
        #expect(invoice.totalText == totals)
        let exchange = try #require(invoice.exchange)
        #expect("\(exchange.payable.plain) \(exchange.tax.plain)" == inRupees)
    }

    private func inclusive(
        _ lines: [String], _ customer: String, _ currency: String, _ extra: String
    ) -> String {
        order(
            lines, customer: customer, currency: currency, #","pricesIncludeTax":true"# + extra)
    }
}
