import Diagnostics
import TestSupport
import Testing

@Suite struct CustomerCommandTests {
    @Test("What is set is checked as import checks it, kept with what was before, and used by day")
    func set() throws {
        let shop = try Shop()
        let set = try shop.done(
            "customer", "set", "RETAIL", "creditLimit=5000", "paymentTerms.netDays=30",
            "address.lines.2=Second floor")
        #expect(set.contains("creditLimit           added: 5000"), "\(set)")
        let moved = try shop.done(
            "customer", "set", "RETAIL", "address.city=Mysuru", "--remove", "shipTo", "--remove",
            "paymentTerms.netDays", "--from", "2026-09-01")
        #expect(moved.contains("address.city          Bengaluru → Mysuru"), "\(moved)")
        let before = try JSONAnswer(
            shop.done("customer", "show", "RETAIL", "--on", "2026-08-31", "--json"))
        let record = try #require(before["result"]?["record"])
        #expect(record["address"]?["city"]?.string == "Bengaluru")
        #expect(
            record["address"]?["lines"]?.elements.map(\.string) == [
                "1 Station Road", "Second floor",
            ])
        #expect(record["paymentTerms"]?["netDays"]?.string == "30")
        #expect(record["shipTo"]?.elements.count == 1)
        #expect(before["result"]?["creditLeft"]?.string == "5000.00")
        let after = try shop.done("customer", "show", "RETAIL")
        #expect(after.contains("Mysuru") && !after.contains("shipTo"))
        #expect(!after.contains("paymentTerms"), "an object of which nothing is left is none")
        #expect(after.contains("from the beginning, from 2026-09-01"))
        // The same reader reads what was written: an order of each time is taken.
        try shop.deliver(0..<1, date: "2026-08-01")
        try shop.deliver(1..<2, date: "2026-10-01")
        try shop.done("issue", "--date", "2026-10-31")
        #expect(try shop.done("customer", "show", "RETAIL").contains("open invoices"))
    }

    @Test("A customer that came as CSV with a flag can be changed like any other")
    func setFlag() throws {
        let shop = try Shop()
        shop.scratch.write(
            "customers.csv",
            """
            id,name,line1,city,postcode,state,country,category,taxNumber,currency,withPayment
            PORT,Port Zone Traders Private Limited,1 Dock Road,Bengaluru,560001,29,IN,registered,\
            29AAFCS8126P1ZL,INR,true

            """)
        try shop.done("import", "customers.csv")
        let set = try shop.done("customer", "set", "PORT", "language=hi", "withPayment=false")
        #expect(set.contains("withPayment") && set.contains("language"), "\(set)")
    }

    @Test("History tells versions, corrections and the place of each record")
    func history() throws {
        let shop = try Shop()
        shop.scratch.write(
            "customers.csv",
            """
            id,name,line1,city,postcode,state,country,category,taxNumber,currency,validFrom
            RETAIL,Sahyadri Retail Private Limited,1 Station Road,Mysuru,560001,29,IN,registered,\
            29AAFCS8126P1ZL,INR,2026-09-01

            """)
        try shop.done("import", "customers.csv")
        try shop.done("customer", "set", "RETAIL", "status=blocked", "statusReason=overdue")
        let text = try shop.done("customer", "history", "RETAIL")
        #expect(
            text == """
                from the beginning  (customers.json:2)
                from 2026-09-01  (customer set:1)
                  address.city       Bengaluru → Mysuru
                  status             added: blocked
                  statusReason       added: overdue
                  shipTo.1.id        gone, was DEPOT
                  shipTo.1.lines.1   gone, was 9 Ring Road
                  shipTo.1.city      gone, was Bengaluru
                  shipTo.1.postcode  gone, was 560010
                  shipTo.1.state     gone, was 29
                  shipTo.1.country   gone, was IN
                  corrected on 2027-12-31  (customer set:1)
                    status        added: blocked
                    statusReason  added: overdue

                """, "\(text)")
        let json = try JSONAnswer(shop.done("customer", "history", "RETAIL", "--json"))
        let versions = json["result"]?.elements ?? []
        #expect(versions.map { $0["validFrom"]?.string } == [nil, "2026-09-01"])
        #expect(versions.last?["corrections"]?.elements.count == 1)
    }

    struct Refused: CustomTestStringConvertible {
        let arguments: [String]
        let code: String

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test("After an error nothing is kept, and the finding points into the record that was made")
    func refused() throws {
        let refused = [
            Refused(arguments: ["nme=X"], code: "unknown-key"),
            Refused(arguments: ["taxNumber=29AAFCS8126P1ZX"], code: "gstin-check-digit"),
            Refused(arguments: ["creditLimit=much"], code: "bad-number"),
            Refused(arguments: ["address=Pune"], code: "wrong-type"),
            Refused(arguments: ["status=gone"], code: "unknown-choice"),
            Refused(arguments: ["shipTo=[{\"id\": \"X\"}]"], code: "missing-key"),
            Refused(arguments: ["--remove", "name"], code: "missing-key"),
        ]
        let shop = try Shop()
        let before = try shop.done("customer", "show", "RETAIL", "--json")
        for one in refused {
            let outcome = try Program.run(
                ["customer", "set", "RETAIL"] + one.arguments, in: shop.scratch.path)
            #expect(outcome.status == 1, "\(one): \(outcome.err)")
            #expect(outcome.err.hasPrefix("customer set:"), "\(one): \(outcome.err)")
            #expect(outcome.err.contains("error[\(one.code)]"), "\(one): \(outcome.err)")
            #expect(outcome.out.contains("Nothing was changed"))
        }
        #expect(try shop.done("customer", "show", "RETAIL", "--json") == before)
        #expect(try shop.done("customer", "set", "RETAIL", "currency=INR").contains("like that"))
    }

    @Test("Customers that may be one are found, and warned of when one is made so")
    func duplicates() throws {
        let shop = try Shop()
        #expect(try shop.done("customer", "list", "--duplicates").contains("no two customers"))
        let warned = try shop.run("customer", "set", "HARBOR", "name=SAHYADRI RETAIL Pvt. Ltd.")
        #expect(warned.status == 0)
        #expect(warned.err.contains("warning[duplicate-customer]"), "\(warned.err)")
        let list = try JSONAnswer(shop.done("customer", "list", "--duplicates", "--json"))
        #expect(list.texts("result", each: "customer") == ["HARBOR"])
        #expect(list.texts("result", each: "other") == ["RETAIL"])
        #expect(try shop.done("customer", "list", "--text", "oakl").hasPrefix("HARBOR"))
        #expect(try shop.done("customer", "list", "--text", "29aafcs").hasPrefix("RETAIL"))
    }

    @Test("Wrong use is told with what would be right")
    func usage() throws {
        let shop = try Shop()
        let wrong: [(arguments: [String], says: [String])] = [
            ([], ["list, show, set, history"]), (["shw"], ["\"show\""]),
            (["show"], ["which customer"]), (["show", "RETIAL"], ["RETIAL", "\"RETAIL\""]),
            (["show", "RETAIL", "HARBOR"], ["one at a time"]),
            (["list", "--on", "2026-04-01"], ["customer show"]), (["list", "RETAIL"], ["RETAIL"]),
            (["set"], ["which customer"]), (["set", "RETAIL"], ["creditLimit=500000"]),
            (["set", "RETAIL", "creditLimit"], ["KEY=VALUE"]),
            (["set", "RETAIL", "creditLimit="], ["--remove creditLimit"]),
            (["set", "RETAIL", "name.first=X"], ["name is a single value"]),
            (["set", "RETAIL", "address.lines.9=X"], ["no element 9"]),
            (["set", "RETAIL", "a..b=X"], ["a..b"]),
            (["set", "RETAIL", "shipTo=[{"], ["no JSON"]),
            (["set", "RETAIL", "id=R2"], ["id stays"]),
            (["set", "RETAIL", "validFrom=2026-09-01"], ["--from"]),
            (["set", "RETAIL", "--remove", "creditLimit"], ["no creditLimit"]),
            (["set", "RETIAL", "name=X"], ["\"RETAIL\""]), (["history", "X"], ["no customer X"]),
        ]
        for (arguments, says) in wrong {
            let outcome = try Program.run(["customer"] + arguments, in: shop.scratch.path)
            #expect(outcome.status == 2, "\(arguments): \(outcome.err)")
            for text in says {
                #expect(outcome.err.contains(text), "\(arguments): \(outcome.err)")
            }
        }
    }
}
