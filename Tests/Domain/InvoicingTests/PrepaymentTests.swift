import Invoicing
import Money
import Tax
import Testing

/// Advances are taken off what is asked for, with the tax that was stated on them.
struct PrepaymentTests {
    @Test(
        "India: the oldest first, as far as they go",
        arguments: [
            // 1000 + 180 less half of it.
            (
                ["T18 1 1000.00"], ["RV/1 590.00 cgst 45.00 sgst 45.00"],
                ["RV/1 500.00 cgst 45.00 sgst 45.00 590.00"], "590.00"
            ),
            // 118 is asked for: all of the first, 18 of the second's 59: 4.50 × 18 ÷ 59 = 1.3729.
            (
                ["T18 1 100.00"],
                ["RV/1 100.00 cgst 7.63 sgst 7.63", "RV/2 59.00 cgst 4.50 sgst 4.50", "RV/3 1.00"],
                [
                    "RV/1 84.74 cgst 7.63 sgst 7.63 100.00",
                    "RV/2 15.26 cgst 1.37 sgst 1.37 18.00",
                ], "0.00"
            ),
            // 333.50 + 60.04 rounds to 394, which the advance is: nothing is left to pay.
            (
                ["T18 1 333.50"], ["RV/1 394.00 cgst 30.05 sgst 30.05"],
                ["RV/1 333.90 cgst 30.05 sgst 30.05 394.00"], "0.00"
            ),
            // All of it; a second one is not touched: half of twice as much.
            (
                ["T18 1 1000.00"],
                ["RV/1 2360.00 cgst 180.00 sgst 180.00", "RV/2 1.00 cgst 0.08 sgst 0.08"],
                ["RV/1 1000.00 cgst 90.00 sgst 90.00 1180.00"], "0.00"
            ),
            // 500 : 394 of 38.14 is 30.0543: the round-off of 0.46 is paid with an advance too,
            (
                ["T18 1 333.50"], ["RV/1 500.00 cgst 38.14 sgst 38.14"],
                ["RV/1 333.90 cgst 30.05 sgst 30.05 394.00"], "0.00"
            ),
            // or is what is left to pay.
            (
                ["T18 1 333.50"], ["RV/1 393.54 cgst 30.02 sgst 30.02"],
                ["RV/1 333.50 cgst 30.02 sgst 30.02 393.54"], "0.46"
            ),
            // Goods bear no tax on advances (Notification 66/2017).
            (["T18 1 100.00"], ["RV/1 50.00"], ["RV/1 50.00 50.00"], "68.00"),
            // What is used up is not named.
            (["T18 1 100.00"], ["RV/1 0.00"], [], "118.00"),
        ] as [([String], [String], [String], String)])
    func india(
        lines: [String], advances: [String], expected: [String], payable: String
    ) throws {
        let invoice = try Shop.india().bill(
            order(lines, currency: "INR"), advances: advances.map { try Advance($0, .inr) })
        #expect(invoice.prepayments.map(\.text) == expected)
        #expect(invoice.totals.payable.plain == payable)
        #expect(invoice.title == .taxInvoice)
    }

    @Test(
        "Europe: as far as it goes; where nothing is taken off it is no final invoice",
        arguments: [
            // 19.00 × 119 ÷ 150 = 15.0733.
            (["D-1 150.00 vat 19.00"], "", ["D-1 103.93 vat 15.07 119.00"], "0.00"),
            // Used up before.
            (["D-1 0.00 vat 0.00"], "", [], "119.00"),
            // 100.00 with its tax is asked for.
            (
                ["D-1 0.00 vat 0.00", "D-2 10.00 vat 1.60"], #","pricesIncludeTax":true"#,
                ["D-2 8.40 vat 1.60 10.00"], "90.00"
            ),
        ] as [([String], String, [String], String)])
    func deposits(
        advances: [String], extra: String, expected: [String], payable: String
    ) throws {
        let invoice = try Shop.europe().bill(
            order(["standard 1 100.00"], extra), advances: advances.map { try Advance($0, .eur) })
        #expect(invoice.prepayments.map(\.text) == expected)
        #expect(invoice.totals.payable.plain == payable)
        #expect(invoice.title == (expected.isEmpty ? .invoice : .finalInvoice))
        #expect((invoice.totals.prepaid == nil) == expected.isEmpty)
    }

    @Test("Europe: what takes a deposit off is the final invoice, with all of its tax")
    func europe() throws {
        // 100 + 19; the deposit of 59.50 has 9.50 of VAT in it.
        let text = order(["standard 1 100.00"], #","paymentTerms":{"netDays":14}"#)
        let invoice = try Shop.europe().bill(
            text, advances: [Advance("D-1 59.50 vat 9.50", .eur)])
        #expect(invoice.title == .finalInvoice)
        #expect(invoice.totalText == "100.00 vat 19.00 0.00 59.50")
        #expect(invoice.totals.prepaid?.plain == "59.50")
        #expect(invoice.prepayments.map(\.text) == ["D-1 50.00 vat 9.50 59.50"])
        #expect(try Shop.europe().bill(text).title == .invoice)
    }

    @Test("An advance used on two invoices is used as a whole, once")
    func inParts() throws {
        let shop = try Shop.india()
        var advance = try Advance("RV/1 100.00 cgst 7.63 sgst 7.63", .inr)
        var used: [Invoice.Prepayment] = []
        // 40.12 and 94.40 are asked for, both rounded: 40 and 94, of which 60 are left.
        for price in ["34.00", "80.00"] {
            let invoice = try shop.bill(
                order(["T18 1 \(price)"], currency: "INR"), advances: [advance])
            for prepayment in invoice.prepayments {
                try advance.use(prepayment.total, with: prepayment.taxes)
                used.append(prepayment)
            }
        }
        // 7.63 × 0.40 = 3.052.
        #expect(
            used.map(\.text) == [
                "RV/1 33.90 cgst 3.05 sgst 3.05 40.00", "RV/1 50.84 cgst 4.58 sgst 4.58 60.00",
            ])
        #expect(advance.isUsed && advance.taxes[.cgst]?.isZero == true)
    }

    @Test("An advance in another currency is refused")
    func currency() throws {
        let shop = try Shop.europe()
        let refused = #expect(throws: Shop.Refused.self) {
            try shop.bill(
                order(["standard 1 1"]), advances: [Advance("D-1 1.00 vat 0.10", .usd)])
        }
        #expect(refused?.codes == ["advance-currency"])
    }
}
