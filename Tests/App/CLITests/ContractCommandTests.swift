import Diagnostics
import TestSupport
import Testing

@Suite struct ContractCommandTests {
    @Test("Contracts are listed with their term, amendments and standing")
    func list() throws {
        let shop = try ContractShop.open()
        let text = try shop.done("contract", "list")
        #expect(
            text.contains(
                "FA-1    RETAIL  Tools  INR  2026-04-01 to 2027-03-31  ended     1 amendment"),
            "\(text)")
        #expect(text.contains("STAGES  RETAIL         INR  from 2026-04-01           in force"))
        #expect(text.hasSuffix("4 contracts\n"))
        #expect(try shop.done("contract", "list", "--customer", "HARBOR") == "0 contracts\n")
        let json = try JSONAnswer(shop.done("contract", "list", "--json"))
        #expect(json.texts("result", each: "id") == ["CARE", "FA-1", "STAGES", "WHOLE"])
    }

    @Test(
        "The terms shown are those of the day, each with its clause and place",
        arguments: [
            ("2026-06-30", "850", "contract FA-1, clause 2.2  (contracts.json:6)", "to come"),
            ("2026-07-01", "900", "amendment FA-1-A1, clause 1  (contracts.json:11)", "amendment"),
        ])
    func show(_ day: String, _ price: String, _ clause: String, _ amendment: String) throws {
        let shop = try ContractShop.open()
        let text = try shop.done("contract", "show", "FA-1-A1", "--on", day)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "contract" + pad("contract", amendment) + "FA-1  Tools")
        #expect(
            lines.contains { $0.hasPrefix("  REPAIR  \(price) ") && $0.hasSuffix(clause) },
            "\(text)")
        #expect(
            lines.contains { $0.hasPrefix(amendment) && $0.contains("FA-1-A1 from 2026-07-01") })
        #expect(lines.contains { $0.contains("1 to 10: 440") })
        // Today it has ended; a dispute tells what held on the day, whenever it is made.
        let value = try shop.done("contract", "show", "FA-1", "--on", day, "--json")
        #expect(value.contains("\"standing\": \"in force\""), "\(value)")
        #expect(lines.contains { $0.contains("on item HAMMER  5 % (frame)") })
        #expect(lines.contains { $0.contains("45 days net") && $0.contains("clause 4") })
        #expect(lines.contains { $0.contains("one invoice for all deliveries of a month") })
        let json = try JSONAnswer(shop.done("contract", "show", "FA-1", "--on", day, "--json"))
        let prices = json["result"]?["prices"]?.elements ?? []
        #expect(prices.map { $0["item"]?.string } == ["HAMMER", "REPAIR"])
        #expect(prices.last?["unitPrice"]?.string == price)
        #expect(prices.first?["tiers"]?.elements.last?["from"]?.string == "11")
        #expect(json["result"]?["billing"]?["plan"]?.string == "per-month")
    }

    /// The blanks between the first column and the second.
    private func pad(_ name: String, _ amendment: String) -> String {
        String(repeating: " ", count: max(9, amendment.count) - name.count + 2)
    }

    @Test("A contract that has ended is shown as of its last day; other days are refused")
    func ended() throws {
        let shop = try ContractShop.open()
        #expect(try shop.done("contract", "show", "FA-1").contains("2027-03-31, ended"))
        #expect(try shop.done("contract", "show", "CARE").contains("each month in advance"))
        #expect(try shop.done("contract", "show", "STAGES").contains("M2: 60 %, done"))
        let wrong: [(arguments: [String], says: String)] = [
            (["show", "FA-1", "--on", "2027-04-01"], "2026-04-01 to 2027-03-31"),
            (["show", "FA-2"], "\"FA-1\""), (["show"], "which contract"),
            (["list", "--on", "2026-05-01"], "contract show"),
            (["list", "--customer", "RETIAL"], "\"RETAIL\""),
        ]
        for (arguments, says) in wrong {
            let outcome = try Program.run(["contract"] + arguments, in: shop.scratch.path)
            #expect(outcome.status == 2 && outcome.err.contains(says), "\(outcome.err)")
        }
    }

    @Test("check --expected prints orders as they were agreed, and what deviates beside them")
    func expected() throws {
        let shop = try ContractShop.open()
        shop.scratch.write(
            "orders-new.jsonl",
            """
            {"id": "N-1", "customer": "RETAIL", "contract": "FA-1", "date": "2026-08-02", \
            "currency": "INR", "lines": [{"item": "REPAIR", "quantity": "2", "unitPrice": "850"}]}
            {"id": "N-2", "customer": "RETAIL", "contract": "FA-1", "date": "2026-06-02", \
            "currency": "INR", "lines": [{"item": "REPAIR", "quantity": "2", "unitPrice": "850"}]}
            {"id": "N-3", "customer": "RETIAL", "date": "2026-08-02", "currency": "INR", \
            "lines": [{"item": "REPAIR", "quantity": "2"}]}

            """)
        let outcome = try shop.run("check", "orders-new.jsonl", "--expected")
        #expect(outcome.status == 1)
        #expect(outcome.err.contains("error[price-mismatch]"))
        #expect(outcome.err.contains("error[unknown-customer]"))
        let lines = outcome.out.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains(#""unitPrice":"900""#) == true, "\(outcome.out)")
        #expect(lines.first?.contains(#""payable":"2124.00""#) == true)
        // What is printed is an order that import takes.
        shop.scratch.write("orders-agreed.jsonl", outcome.out)
        try shop.done("import", "orders-agreed.jsonl")
        let json = try shop.run("check", "orders-new.jsonl", "--expected", "--json")
        #expect(json.err.isEmpty)
        let answer = try JSONAnswer(json.out)
        let expected = answer["result"]?["expected"]?.elements ?? []
        #expect(expected.map { $0["id"]?.string } == ["N-1", "N-2"])
        for (file, says) in [("deliveries.csv", "not orders"), ("", "orders in files")] {
            let wrong = try Program.run(
                ["check", "--expected"] + (file.isEmpty ? [] : [file]), in: shop.scratch.path)
            #expect(wrong.status == 2 && wrong.err.contains(says), "\(wrong.err)")
        }
    }
}
