import Invoicing
import Money
import Testing

/// Amounts worked out by hand; the working stands beside each case.
struct AmountTests {
    @Test(
        "India: tax by line and head, each half rounded from half the rate",
        arguments: [
            // 333.50 × 9 % = 30.015 → 30.02 twice; 393.54 + 0.46.
            (
                ["T18 1 333.50"], "LOCAL", "", ["333.50 0.00 0.00 333.50 cgst 30.02 sgst 30.02"],
                "333.50 cgst 30.02 sgst 30.02 0.46 394.00"
            ),
            // 100.05 × 9 % = 9.0045 → 9.00 twice, although 18 % of it is 18.009 → 18.01.
            (
                ["T18 1 100.05"], "LOCAL", "", ["100.05 0.00 0.00 100.05 cgst 9.00 sgst 9.00"],
                "100.05 cgst 9.00 sgst 9.00 -0.05 118.00"
            ),
            // The same to another State: 18.009 → 18.01; 118.06 − 0.06.
            (
                ["T18 1 100.05"], "FAR", "", ["100.05 0.00 0.00 100.05 igst 18.01"],
                "100.05 igst 18.01 -0.06 118.00"
            ),
            // By line, not on the sum: 9 % of 0.05 is 0.0045 → 0.00 on each of ten lines.
            (
                [String](repeating: "T18 1 0.05", count: 10), "LOCAL", "",
                [String](repeating: "0.05 0.00 0.00 0.05 cgst 0.00 sgst 0.00", count: 10),
                "0.50 cgst 0.00 sgst 0.00 0.50 1.00"
            ),
            // 0.25 % splits into 0.125 %: 1000.00 × 0.125 % = 1.25; 3 % of 33.33 = 0.49995 halves.
            (
                ["T0.25 1 1000.00", "T3 1 33.33"], "LOCAL", "",
                [
                    "1000.00 0.00 0.00 1000.00 cgst 1.25 sgst 1.25",
                    "33.33 0.00 0.00 33.33 cgst 0.50 sgst 0.50",
                ],
                "1033.33 cgst 1.75 sgst 1.75 0.17 1037.00"
            ),
            // Nil-rated and exempt bear no tax, rate 0 bears 0.00.
            (
                ["Tnil 1 10.00", "Texempt 1 20.00", "T0 1 30.00"], "LOCAL", "",
                [
                    "10.00 0.00 0.00 10.00", "20.00 0.00 0.00 20.00",
                    "30.00 0.00 0.00 30.00 cgst 0.00 sgst 0.00",
                ],
                "60.00 cgst 0.00 sgst 0.00 0.00 60.00"
            ),
            // 100.01 over three times 100.00: 33.3367 each, floors 33.33, two paise left over; the
            // remainders tie, the earlier lines get them. 9 % of 66.66 = 5.9994, of 66.67 = 6.0003.
            (
                ["T18 1 100.00", "T18 1 100.00", "T18 1 100.00"], "LOCAL",
                #","discount":{"amount":"100.01"}"#,
                [
                    "100.00 33.34 0.00 66.66 cgst 6.00 sgst 6.00",
                    "100.00 33.34 0.00 66.66 cgst 6.00 sgst 6.00",
                    "100.00 33.33 0.00 66.67 cgst 6.00 sgst 6.00",
                ],
                "199.99 cgst 18.00 sgst 18.00 0.01 236.00"
            ),
            // Freight follows each line's rate: 100.00 over 1000 : 500 is 66.67 and 33.33;
            // 9 % of 1066.67 = 96.0003, 2.5 % of 533.33 = 13.33325.
            (
                ["T18 1 1000.00", "T5 1 500.00"], "LOCAL", #","freight":{"amount":"100.00"}"#,
                [
                    "1000.00 0.00 66.67 1066.67 cgst 96.00 sgst 96.00",
                    "500.00 0.00 33.33 533.33 cgst 13.33 sgst 13.33",
                ],
                "1600.00 cgst 109.33 sgst 109.33 0.34 1819.00"
            ),
            // Discount first, then freight by what is left: 10 % of 1500 = 150.00, split 100 and 50;
            // freight 30.00 over 900 : 450 is 20 and 10. 9 % of 920 = 82.80; 2.5 % of 460 = 11.50.
            (
                ["T18 1 1000.00", "T5 1 500.00"], "LOCAL",
                #","discount":{"percent":"10"},"freight":{"amount":"30.00"}"#,
                [
                    "1000.00 100.00 20.00 920.00 cgst 82.80 sgst 82.80",
                    "500.00 50.00 10.00 460.00 cgst 11.50 sgst 11.50",
                ],
                "1380.00 cgst 94.30 sgst 94.30 0.40 1569.00"
            ),
            // SEZ in the same State under bond: integrated tax of nothing, which is an amount too.
            (
                ["T18 2 150.25"], "SEZ", "", ["300.50 0.00 0.00 300.50 igst 0.00"],
                "300.50 igst 0.00 0.50 301.00"
            ),
        ] as [([String], String, String, [String], String)])
    func india(
        lines: [String], customer: String, extra: String, expected: [String], totals: String
    ) throws {
        let invoice = try Shop.india().bill(
            order(lines, customer: customer, currency: "INR", extra))
        #expect(invoice.lineTexts == expected)
        #expect(invoice.totalText == totals)
    }

    @Test(
        "Europe: tax once for each rate, on the sum",
        arguments: [
            // 0.99 × 19 % = 0.1881 → 0.19; by line it would be three times 0.0627 → 0.18.
            (
                ["standard 1 0.33", "standard 1 0.33", "standard 1 0.33"], "LOCAL", "",
                ["0.33 0.00 0.00 0.33", "0.33 0.00 0.00 0.33", "0.33 0.00 0.00 0.33"],
                "0.99 vat 0.19 0.00 1.18"
            ),
            // 3 % of 59.97 + 10.05 = 70.02 is 2.1006 → 2.10. Shares 1.7986 and 0.3014: 1.80, 0.30.
            // 19 % of 58.17 = 11.0523, 7 % of 9.75 = 0.6825.
            (
                ["standard 3 19.99", "reduced 1 10.05"], "LOCAL", #","discount":{"percent":"3"}"#,
                ["59.97 1.80 0.00 58.17", "10.05 0.30 0.00 9.75"], "67.92 vat 11.73 0.00 79.65"
            ),
            // Prices for 100 and with three decimals: 250 × 12.345 ÷ 100 = 30.8625; 7 × 0.125 =
            // 0.875 → 0.88; 1.333 × 0.015 = 0.019995 → 0.02. 19 % of 31.76 = 6.0344.
            (
                ["standard 250 12.345 /100", "standard 7 0.125", "standard 1.333 0.015"], "LOCAL",
                "",
                ["30.86 0.00 0.00 30.86", "0.88 0.00 0.00 0.88", "0.02 0.00 0.00 0.02"],
                "31.76 vat 6.03 0.00 37.79"
            ),
            // A third is cut, not rounded twice: 1 × 1.004999999 ÷ 1 stays 1.00.
            (
                ["standard 1 1.004999999", "standard 1 10 /3"], "LOCAL", "",
                ["1.00 0.00 0.00 1.00", "3.33 0.00 0.00 3.33"], "4.33 vat 0.82 0.00 5.15"
            ),
            // Line discounts: 8 % of 99.99 = 7.9992 → 8.00; 12.00 off; freight on the line.
            (
                ["standard 1 99.99 -8%", "standard 2 50.00 -12.00 +4.50"], "LOCAL", "",
                ["91.99 0.00 0.00 91.99", "92.50 0.00 0.00 92.50"], "184.49 vat 35.05 0.00 219.54"
            ),
            // Nothing for a line given away; a discount of all there is.
            (
                ["standard 1 0", "standard 1 10.00"], "LOCAL", #","discount":{"amount":"10.00"}"#,
                ["0.00 0.00 0.00 0.00", "10.00 10.00 0.00 0.00"], "0.00 vat 0.00 0.00 0.00"
            ),
            // Freight on lines that are all given away is shared equally: 1.01 = 0.51 + 0.50.
            (
                ["standard 1 0", "reduced 1 0"], "LOCAL", #","freight":{"amount":"1.01"}"#,
                ["0.00 0.00 0.51 0.51", "0.00 0.00 0.50 0.50"], "1.01 vat 0.14 0.00 1.15"
            ),
            (
                ["standard 1 50.00 -100%"], "LOCAL", "", ["0.00 0.00 0.00 0.00"],
                "0.00 vat 0.00 0.00 0.00"
            ),
            // Intra-Community and zero rate: VAT of nothing.
            (
                ["standard 1 100.00"], "FAR", "", ["100.00 0.00 0.00 100.00"],
                "100.00 vat 0.00 0.00 100.00"
            ),
            (
                ["zero 1 100.00"], "PRIVATE", "", ["100.00 0.00 0.00 100.00"],
                "100.00 vat 0.00 0.00 100.00"
            ),
        ] as [([String], String, String, [String], String)])
    func europe(
        lines: [String], customer: String, extra: String, expected: [String], totals: String
    ) throws {
        let invoice = try Shop.europe().bill(order(lines, customer: customer, extra))
        #expect(invoice.lineTexts == expected)
        #expect(invoice.totalText == totals)
    }

    @Test(
        "India's round-off lies above −0.50 and up to 0.50",
        arguments: [
            ("10.00", "0.00", "10.00"), ("10.01", "-0.01", "10.00"), ("10.49", "-0.49", "10.00"),
            ("10.50", "0.50", "11.00"), ("10.51", "0.49", "11.00"), ("0.49", "-0.49", "0.00"),
        ] as [(String, String, String)])
    func roundsOff(price: String, roundOff: String, payable: String) throws {
        let text = order(["Tnil 1 \(price)"], currency: "INR")
        let totals = try Shop.india().bill(text).totals
        #expect([totals.roundOff.plain, totals.payable.plain] == [roundOff, payable])
        let exact = try Shop.india(roundOff: false).bill(text).totals
        #expect([exact.roundOff.plain, exact.payable.plain] == ["0.00", price])
    }

    @Test(
        "A foreign currency is not rounded off; its totals are told in the company's own",
        arguments: [
            // 3 × 33.335 = 100.005 → 100.01; × 88.4250 = 8843.38425.
            ("ABROAD", "100.01 igst 0.00 0.00 100.01", "8843.38", "0.00"),
            // With payment of tax: 18 % = 18.0018; 118.01 × 88.4250 = 10435.03425; 18 × … = 1591.65.
            ("PAYING", "100.01 igst 18.00 0.00 118.01", "10435.03", "1591.65"),
        ] as [(String, String, String, String)])
    func foreign(customer: String, totals: String, payable: String, tax: String) throws {
        let rate = #","exchangeRate":{"rate":"88.4250","source":"RBI","date":"2026-04-17"}"#
        let invoice = try Shop.india().bill(
            order(["T18 3 33.335"], customer: customer, currency: "USD", rate))
        #expect(invoice.totalText == totals)
        let exchange = try #require(invoice.exchange)
        #expect(exchange.payable.description == "INR \(payable)")
        #expect(exchange.tax.description == "INR \(tax)")
        #expect(try Shop.india().bill(order(["T18 1 1"], currency: "INR")).exchange == nil)
    }

    @Test(
        "Amounts for a whole line are billed with its quantity and add up to the whole",
        arguments: [
            // 1.00 off three: 0.3333, 0.6667, 1.00 cumulated and rounded: 0.33, 0.34, 0.33.
            (
                "standard 3 10.00 -1.00", "", ["1", "1", "1"],
                ["9.67 0.00", "9.66 0.00", "9.67 0.00"]
            ),
            // 0.05 freight over seven of 10: 3, 3, 1 → 0.02, 0.02 (0.0428 → 0.04), 0.01.
            (
                "standard 7 10.00 +0.05", "", ["3", "3", "1"],
                ["30.02 0.00", "30.02 0.00", "10.01 0.00"]
            ),
            // The document's 1.00: 0.25 → 0.25, 0.75 → 0.50, 1.00 → 0.25.
            (
                "standard 4 10.00", #","discount":{"amount":"1.00"}"#, ["1", "2", "1"],
                ["10.00 0.25", "20.00 0.50", "10.00 0.25"]
            ),
            // Percentages are of each invoice: 5 % of 3.33 = 0.1665 → 0.17 each time.
            ("standard 3 3.33 -5%", "", ["1", "1", "1"], ["3.16 0.00", "3.16 0.00", "3.16 0.00"]),
            (
                "standard 3 3.33", #","discount":{"percent":"5"}"#, ["1", "2"],
                ["3.33 0.17", "6.66 0.33"]
            ),
        ] as [(String, String, [String], [String])])
    func partsAddUp(
        line: String, extra: String, deliveries: [String], expected: [String]
    ) throws {
        let invoices = try Shop.europe().bill(
            order([line], extra), deliveries: deliveries.map { [1: $0] })
        #expect(
            invoices.map { "\($0.totals.lines.plain) \($0.totals.discount.plain)" } == expected)
    }

    @Test("The document's freight is charged with the first delivery, on the lines that are in it")
    func freightOnce() throws {
        let text = order(
            ["standard 2 10.00", "reduced 2 30.00"],
            #","freight":{"amount":"5.00","description":"Post"}"#)
        let invoices = try Shop.europe().bill(
            text, deliveries: [[2: "1"], [1: "2"], [2: "1"]])
        #expect(invoices.map(\.totals.freight.plain) == ["5.00", "0.00", "0.00"])
        #expect(invoices[0].lineTexts == ["30.00 0.00 5.00 35.00"])
        #expect(
            invoices[0].charges.map { "\($0.reason) \($0.tax.rate) \($0.amount.plain)" } == [
                "Post 7 5.00"
            ])
        #expect(invoices[1].charges.isEmpty)
    }

    @Test(
        "A discount in percent is said as such for a rate only where it gives the rate's share exactly"
    )
    func saysPercentWhereExact() throws {
        // 10 % of 0.25 is 0.025 → 0.03. Three equal nets 0.05, 0.10, 0.10: shares 0.006, 0.012,
        // 0.012 → floors 0, 1, 1 and the third cent to the largest remainder, the first line.
        let invoice = try Shop.europe().bill(
            order(
                ["standard 1 0.05", "reduced 1 0.10", "zero 1 0.10"],
                #","discount":{"percent":"10","reason":"Treue"}"#))
        #expect(invoice.lines.map(\.documentDiscount.plain) == ["0.01", "0.01", "0.01"])
        #expect(
            invoice.allowances.map {
                "\($0.reason) \($0.percent?.description ?? "-") \($0.base?.plain ?? "-")"
            }
                == ["Treue 10 0.05", "Treue 10 0.10", "Treue 10 0.10"])
        // 10 % of 0.34 is 0.034 → 0.03; 0.17 each: 0.015 each, the cent over to the first: 0.02 is
        // 10 % of 0.17 rounded, 0.01 is not.
        let uneven = try Shop.europe().bill(
            order(["standard 1 0.17", "reduced 1 0.17"], #","discount":{"percent":"10"}"#))
        #expect(uneven.allowances.map(\.amount.plain) == ["0.02", "0.01"])
        #expect(uneven.allowances.map { $0.percent?.description } == ["10", nil])
    }

    @Test("An invoice is due by the customer's terms, else the order's, else the company's")
    func dueDate() throws {
        let own = try Shop.india().bill(
            order(["T18 1 1"], currency: "INR", #","paymentTerms":{"netDays":0}"#))
        #expect(own.dueDate?.description == "2026-04-20")
        #expect(
            try Shop.europe().bill(order(["standard 1 1"])).dueDate?.description == "2026-05-04")
        #expect(
            try Shop.india().bill(order(["T18 1 1"], currency: "INR")).dueDate?.description
                == "2026-06-04")
    }
}
