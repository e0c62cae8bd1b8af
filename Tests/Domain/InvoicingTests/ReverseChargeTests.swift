import Invoicing
import Money
import Tax
import Testing

/// What is stated and not asked for, and what is asked for and not taxed.
struct ReverseChargeTests {
    @Test(
        "On reverse charge the tax is stated on lines and groups and not asked for",
        arguments: [
            // 9 % of 1000.55 = 90.0495 → 90.05 twice; the recipient owes 180.10. 1000.55 + 0.45.
            (
                ["R18 1 1000.55"], "LOCAL", "", "1000.55 cgst 0.00 sgst 0.00 0.45 1001.00",
                "180.10", ["cgst 90.05 sgst 90.05"]
            ),
            // 9 % of 333.50 = 30.015 → 30.02 twice; what bears no tax goes along. 353.50 + 0.50.
            (
                ["R18 1 333.50", "Texempt 1 20.00"], "LOCAL", "",
                "353.50 cgst 0.00 sgst 0.00 0.50 354.00", "60.04", ["cgst 30.02 sgst 30.02", ""]
            ),
            // 10 % off 1500: 100 and 50. 9 % of 900 = 81, 2.5 % of 450 = 11.25.
            (
                ["R18 1 1000.00", "R5 1 500.00"], "LOCAL", #","discount":{"percent":"10"}"#,
                "1350.00 cgst 0.00 sgst 0.00 0.00 1350.00", "184.50",
                ["cgst 81.00 sgst 81.00", "cgst 11.25 sgst 11.25"]
            ),
            // 18 % of 200 = 36, 5 % of 100 = 5.
            (
                ["R18 2 100.00", "R5 1 100.00"], "FAR", "", "300.00 igst 0.00 0.00 300.00",
                "41.00", ["igst 36.00", "igst 5.00"]
            ),
            // A price with tax contains none that is not asked for: 9 % of 118.00 = 10.62.
            (
                ["R18 1 118.00"], "LOCAL", #","pricesIncludeTax":true"#,
                "118.00 cgst 0.00 sgst 0.00 0.00 118.00", "21.24", ["cgst 10.62 sgst 10.62"]
            ),
        ] as [([String], String, String, String, String, [String])])
    func reverseCharge(
        lines: [String], customer: String, extra: String, totals: String, owed: String,
        groups: [String]
    ) throws {
        let invoice = try Shop.wide(isIndia: true).bill(
            order(lines, customer: customer, currency: "INR", extra))
        #expect(invoice.treatment.isReverseCharge)
        #expect(invoice.totalText == totals)
        #expect(invoice.totals.reverseTax?.plain == owed)
        #expect(
            invoice.taxSummary.map { TaxHeadOrder.texts($0.amounts).joined(separator: " ") }
                == groups)
        #expect(invoice.lines.allSatisfy { $0.total == $0.taxable })
    }

    @Test("Whoever is not registered cannot owe the tax and is charged it")
    func unregistered() throws {
        // 9 % of 333.50 = 30.015 → 30.02 twice; 393.54 + 0.46.
        let shop = try Shop.wide(isIndia: true)
        let invoice = try shop.bill(
            order(["R18 1 333.50"], customer: "PRIVATE", currency: "INR"))
        #expect(!invoice.treatment.isReverseCharge && invoice.totals.reverseTax == nil)
        #expect(invoice.totalText == "333.50 cgst 30.02 sgst 30.02 0.46 394.00")
        let refused = #expect(throws: Shop.Refused.self) {
            try shop.bill(order(["R18 1 1", "T18 1 1"], currency: "INR"))
        }
        #expect(refused?.codes == ["mixed-reverse-charge"])
    }

    @Test(
        "Europe: one group for each category and rate, with every reason; a code where all share it",
        arguments: [
            (["teaching 1 9", "healing 1 5"], "E 0 14.00", "-", "Unterricht; Heilbehandlung"),
            (
                ["healing 1 5", "insured 1 1", "teaching 1 9", "insured 2 1"], "E 0 17.00", "-",
                "Heilbehandlung; Versicherung; Unterricht"
            ),
            (
                ["teaching 1 9", "course 1 5", "teaching 1 1"], "E 0 15.00", "VATEX-EU-132-1I",
                "Unterricht; Kurs"
            ),
        ] as [([String], String, String, String)])
    func oneGroup(lines: [String], group: String, code: String, reason: String) throws {
        let invoice = try Shop.wide(isIndia: false).bill(
            order(["standard 1 100.00"] + lines + ["scrap 1 3.00"]))
        let groups = invoice.taxSummary
        #expect(
            groups.map { "\($0.tax.category.rawValue) \($0.tax.rate) \($0.taxable.plain)" }
                == ["S 19 100.00", group, "AE 0 3.00"])
        #expect((groups[1].tax.exemption?.code ?? "-") == code)
        #expect(groups[1].tax.exemption?.reason == reason)
        #expect(invoice.totals.tax.plain == "19.00" && groups[1].total.isZero)
    }

    @Test(
        "What was paid as pure agent is asked for outside the value and bears no tax or discount",
        arguments: [
            // 18 % of 1000 = 180; 1000 + 180 + 250.
            (
                ["T18 1 1000.00", "AGENT 1 250.00"], "",
                "1000.00 cgst 90.00 sgst 90.00 0.00 1430.00", ["1180.00", "250.00"]
            ),
            // 10 % of 1000 only; freight 50 on it: 950; 9 % = 85.50. 950 + 171 + 250.
            (
                ["AGENT 1 250.00", "T18 1 1000.00"],
                #","discount":{"percent":"10"},"freight":{"amount":"50.00"}"#,
                "950.00 cgst 85.50 sgst 85.50 0.00 1371.00", ["250.00", "1121.00"]
            ),
            // An amount, too, is the taxed lines' alone: 30.00 over 100 : 200 is 10 and 20.
            (
                ["T18 1 100.00", "AGENT 1 300.00", "T5 1 200.00"],
                #","discount":{"amount":"30.00"}"#,
                "270.00 cgst 12.60 sgst 12.60 -0.20 595.00", ["106.20", "300.00", "189.00"]
            ),
            // Stated with tax: 118 + 250 is what is asked for.
            (
                ["T18 1 118.00", "AGENT 1 250.00"], #","pricesIncludeTax":true"#,
                "100.00 cgst 9.00 sgst 9.00 0.00 368.00", ["118.00", "250.00"]
            ),
        ] as [([String], String, String, [String])])
    func pureAgent(lines: [String], extra: String, totals: String, lineTotals: [String]) throws {
        let invoice = try Shop.wide(isIndia: true).bill(order(lines, currency: "INR", extra))
        #expect(invoice.totalText == totals)
        #expect(invoice.lines.map(\.total.plain) == lineTotals)
        let agent = invoice.lines.filter { $0.tax.category == .pureAgent }
        #expect(agent.allSatisfy { $0.taxable.isZero && $0.taxes.isEmpty })
        #expect(try agent.map(\.net).total(invoice.currency) == invoice.totals.outside)
        #expect(!invoice.taxSummary.contains { $0.tax.category == .pureAgent })
    }

    @Test(
        "Freight and discount of a document need a line that bears them",
        arguments: [
            #","freight":{"amount":"5.00"}"#, #","discount":{"amount":"5.00"}"#,
        ])
    func nothingBears(extra: String) throws {
        let shop = try Shop.wide(isIndia: true)
        let text = order(["AGENT 1 250.00"], currency: "INR", extra)
        let refused = #expect(throws: Shop.Refused.self) { try shop.bill(text) }
        #expect(refused?.codes == ["no-bearing-line"])
        // A percentage of nothing is nothing.
        let percent = order(["AGENT 1 250.00"], currency: "INR", #","discount":{"percent":"5"}"#)
        #expect(try shop.bill(percent).totals.payable.plain == "250.00")
    }
}
