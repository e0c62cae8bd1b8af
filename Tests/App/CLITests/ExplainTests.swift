import Diagnostics
import TestSupport
import Testing

@Suite struct ExplainTests {
    @Test("An amount is explained down to the records it rests on, each shared part once")
    func tree() throws {
        let shop = try ContractShop.open()
        shop.scratch.write("none.txt", "")
        try shop.done("hold", "SO-1", "SO-4", "SO-5", "--reason", "x", "--by", "y")
        try shop.done("issue", "--date", "2026-05-31")
        let text = try shop.done("explain", "tt/26-27/00001", "lines.1.net")
        #expect(
            text == """
                TT/26-27/00001
                lines.1.net = INR 418.00  (gross − discount + freight; \
                CGST Act s. 15, Rule 46(k))
                ├─ lines.1.gross = INR 440.00  (quantity × unit price ÷ base quantity; \
                rounded half away from zero to the minor unit; CGST Act s. 15(1))
                │  ├─ lines.1.quantity = 1  (what this delivery brought of the order line; \
                CGST Rule 46(i))
                │  │  ├─ ordered, line 1: 2 [order SO-2, orders.json:2]
                │  │  └─ delivered on 2026-05-21: from 0 to 1 [delivery D-3, deliveries.csv:4]
                │  └─ lines.1.unitPrice = INR 440.00  (the contract's tier that this slice of the \
                quantity lies in; CGST Act s. 15(1))
                │     └─ tier 1 to 10: INR 440.00 [contract FA-1, clause 2.1, contracts.json:4]
                └─ lines.1.discount = INR 22.00  (gross × percent ÷ 100; \
                rounded half away from zero to the minor unit; CGST Act s. 15(3)(a))
                   ├─ lines.1.gross = INR 440.00  (see above)
                   └─ line discount: 5 % [contract FA-1, clause 3, contracts.json:7]

                """, "\(text)")
        let whole = try shop.done("explain", "TT/26-27/00001")
        #expect(
            whole.contains(
                "\ntotals.payable = INR 493.00  (total with tax + round-off − prepaid)\n"))
        let law = "[Notification 9/2025-Central Tax (Rate), Schedule II]"
        #expect(whole.contains("CGST on 2026-05-31: 9 % \(law)"))
        let json = try JSONAnswer(shop.done("explain", "TT/26-27/00001", "--json"))
        let root = json["result"]?["explanation"]
        #expect(root?["of"]?.string == "totals.payable")
        #expect(root?["from"]?.elements.first?["of"]?.string == "totals.total")
        #expect(root?["unit"]?.string == "INR")
    }

    @Test("Amounts in the company's currency follow from the order's by the exchange rate")
    func exchange() throws {
        let shop = try Shop()
        try shop.deliver(1..<2, customer: "HARBOR")
        try shop.done("issue", "--date", "2026-04-30")
        let text = try shop.done("explain", "TTX/26-27/0001", "exchange.total")
        #expect(
            text.contains("exchange.total = INR 1149.53  (amount × exchange rate; rounded half"),
            "\(text)")
        #expect(text.contains("├─ totals.payable = USD 13.00"), "\(text)")
        #expect(text.contains("└─ RBI, 2026-04-03: 88.425 [order SO-1, orders.jsonl:1]"), "\(text)")
    }

    @Test("What cannot be explained is told with what comes close")
    func unknown() throws {
        let shop = try Shop()
        try shop.deliver(1..<2)
        try shop.done("issue", "--date", "2026-04-30")
        let wrong: [(arguments: [String], says: String)] = [
            ([], "which document"), (["TT/26-27/00002"], "\"TT/26-27/00001\""),
            (["TT/26-27/00001", "totals.payble"], "\"totals.payable\""),
            (["TT/26-27/00001", "lines.1"], "lines.1.net"),
            (["TT/26-27/00001", "a", "b"], "one amount"),
        ]
        for (arguments, says) in wrong {
            let outcome = try Program.run(["explain"] + arguments, in: shop.scratch.path)
            #expect(outcome.status == 2 && outcome.err.contains(says), "\(outcome.err)")
        }
    }

    @Test("A document of books that did not record how amounts are made says so")
    func older() throws {
        let scratch = Scratch()
        let fixture = Program.home + "/Tests/Fixtures/books-version1"
        for file in filesBelow(fixture) {
            scratch.write("books/\(file)", try #require(contents("\(fixture)/\(file)")))
        }
        let outcome = try Program.run("explain", "TT/26-27/00001", in: scratch)
        #expect(outcome.status == 2)
        #expect(outcome.err.contains("was issued before it was recorded"), "\(outcome.err)")
    }
}
