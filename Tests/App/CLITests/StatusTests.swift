import Diagnostics
import TestSupport
import Testing

@Suite struct StatusTests {
    @Test("Status tells of each line what was ordered, delivered, returned, billed and is open")
    func lines() throws {
        let shop = try ContractShop.open()
        try shop.done("issue", "--date", "2026-05-31", "--customer", "RETAIL")
        shop.scratch.write(
            "deliveries-back.csv",
            "delivery,order,date,returns,reason,line,quantity\n"
                + "R-1,SO-2,2026-06-02,D-3,broken,1,1\n")
        #expect(try shop.run("import", "deliveries-back.csv").err.contains("warning[credit-due]"))
        let csv = try shop.done("status", "--csv").split(separator: "\n").map(String.init)
        let monthly = try #require(
            csv.first { $0.hasPrefix("SO-1,") }?.split(separator: ",").dropLast().last)
        #expect(csv.count == 8)
        #expect(
            csv[1]
                == "SO-1,RETAIL,2026-05-02,PO-1,open,1,HAMMER,14,12,0,12,2,,,INR,5776.00,4950.86,"
                + "4978.00,798.00,2026-05-20,\(monthly),0.00")
        #expect(
            csv[2]
                == "SO-1,RETAIL,2026-05-02,PO-1,open,2,REPAIR,3,0,0,0,3,,,INR,2550.00,0.00,0.00,"
                + "2550.00,,,0.00")
        #expect(
            csv[3]
                == "SO-2,RETAIL,2026-05-02,PO-2,open,1,HAMMER,2,1,1,1,1,,,INR,836.00,418.00,418.00,"
                + "418.00,2026-05-21,\(monthly),0.00")
        #expect(csv[4].hasPrefix("SO-3,RETAIL,2026-05-02,PO-3,open,1,HAMMER,5,5,0,0,0,,,INR,"))
        #expect(csv[6].contains(",REPAIR,10,0,0,0,10,40,40,INR,9000.00,3600.00,3600.00,5400.00,"))
        let table = try shop.done("status", "--order", "SO-4")
        #expect(table.contains("40 %         ") && table.contains("60 %"), "\(table)")
        #expect(table.contains("total  1 line "), "\(table)")
    }

    @Test("Totals are one row a currency; machines get rows and totals")
    func totals() throws {
        let shop = try Shop()
        try shop.deliver(1..<3)
        try shop.deliver(3..<4, customer: "HARBOR")
        let table = try shop.done("status")
        #expect(table.contains("INR 2250.00") && table.contains("USD 26.00"), "\(table)")
        let json = try JSONAnswer(shop.done("status", "--json"))
        let totals = json["result"]?["totals"]?.elements ?? []
        #expect(totals.map { $0["currency"]?.string } == ["INR", "USD"])
        #expect(totals.map { $0["orderedValue"]?.string } == ["2250.00", "26.00"])
        #expect(json["result"]?["lines"]?.elements.count == 3)
        try shop.done("issue", "--date", "2026-04-30")
        #expect(try shop.done("status", "--open") == "nothing is open\n")
        #expect(try shop.done("status", "--customer", "HARBOR", "--csv").contains("SO-3,HARBOR"))
        for (arguments, says) in [
            (["--order", "SO-33"], "\"SO-3\""), (["--customer", "HARBR"], "\"HARBOR\""),
        ] {
            let wrong = try Program.run(["status"] + arguments, in: shop.scratch.path)
            #expect(wrong.status == 2 && wrong.err.contains(says), "\(wrong.err)")
        }
    }

    @Test("No cell of the CSV can run as a formula")
    func formulas() throws {
        let shop = try Shop()
        shop.scratch.write(
            "orders.json",
            """
            [{"id": "SO-1", "customer": "RETAIL", "date": "2026-05-02", "currency": "INR", \
            "purchaseOrder": "=1+1", "lines": [{"item": "HAMMER", "quantity": "1"}]}]
            """)
        try shop.done("import", "orders.json")
        #expect(try shop.done("status", "--csv").contains(",'=1+1,"))
    }

    @Test("A document that bills several orders is found by each of them")
    func find() throws {
        let shop = try ContractShop.open()
        try shop.done("issue", "--date", "2026-05-31")
        for text in ["so-1", "so-2", "PO-1", "PO-2"] {
            let json = try JSONAnswer(shop.done("find", "--text", text, "--json"))
            #expect(json["result"]?.elements.count == 1, "\(text)")
            #expect(json.texts("result", each: "order") == ["SO-1"], "\(text)")
        }
        #expect(try shop.done("find", "--text", "SO-9").contains("0 documents"))
    }
}
