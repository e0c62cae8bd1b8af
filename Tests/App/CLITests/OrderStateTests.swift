import Diagnostics
import TestSupport
import Testing

@Suite struct OrderStateTests {
    @Test("An order on hold waits with its deliveries until it is released")
    func hold() throws {
        let shop = try ContractShop.open()
        let held = try shop.done("hold", "SO-1", "SO-2", "--reason", "disputed", "--by", "N. Rao")
        #expect(held.contains("SO-1, SO-2. 3 unbilled deliveries wait."), "\(held)")
        // An empty contract's order is billed, the held ones are told.
        let issue = try shop.done("issue", "--date", "2026-05-31")
        #expect(issue.contains("3 deliveries wait"), "\(issue)")
        #expect(try shop.done("check", "--until", "2026-05-31").contains("3 deliveries wait"))
        let json = try JSONAnswer(shop.done("check", "--until", "2026-05-31", "--json"))
        #expect(json["result"]?["held"]?.string == "3")
        let numbers = try shop.numbers().count
        let again = try shop.run("hold", "SO-3", "SO-1", "--reason", "x", "--by", "y")
        #expect(again.status == 2)
        #expect(again.err.contains("since 2027-12-31 (N. Rao: disputed)"), "\(again.err)")
        #expect(try shop.run("release", "SO-3", "--by", "y").err.contains("SO-3 is not on hold"))
        try shop.done("release", "SO-1", "SO-2", "--by", "N. Rao")
        #expect(try shop.done("issue", "--date", "2026-05-31").contains("1 issued"))
        #expect(try shop.numbers().count == numbers + 1, "one month's deliveries are one invoice")
    }

    @Test("Cancelling ends what is open of each plan and keeps what was delivered billable")
    func cancel() throws {
        let shop = try ContractShop.open()
        let plans: [(order: String, says: [String])] = [
            ("SO-1", ["line 1  HAMMER  2", "line 2  REPAIR  3", "2 unbilled deliveries"]),
            ("SO-3", ["line 2  REPAIR  2", "1 delivery that waited", "from 2027-12-31"]),
            ("SO-4", ["milestones after the 40 %", "1 unbilled delivery of it stays"]),
            ("SO-5", ["12 periods, 2028-01-01 to 2028-12-31", "20 unbilled deliveries"]),
        ]
        for (order, says) in plans {
            let text = try shop.done("cancel", order, "--reason", "gone", "--by", "N. Rao")
            for one in says { #expect(text.contains(one), "\(order): \(text)") }
        }
        // Two deliveries of May on one invoice with that of SO-2, the waiting one, the milestone,
        // twenty periods.
        #expect(try shop.done("issue", "--date", "2027-12-31").contains("23 issued, 0 refused"))
        let open = try shop.done("status", "--open")
        #expect(open.contains("SO-2") && !open.contains("cancelled"), "\(open)")
        shop.scratch.write("deliveries.csv", "delivery,order,date\nD-9,SO-1,2026-06-01\n")
        #expect(try shop.run("import", "deliveries.csv").err.contains("error[order-cancelled]"))
        let number = try #require(try shop.numbers().first)
        let wrong: [(arguments: [String], says: [String])] = [
            (["cancel", "SO-1"], ["SO-1 was cancelled on 2027-12-31 (N. Rao: gone)"]),
            (["hold", number.lowercased()], [number, "bijak credit"]),
            (["cancel", "SO-11"], ["no order SO-11", "\"SO-1\""]),
            (["cancel", "SO-1", "SO-2"], ["one at a time"]), (["cancel"], ["which order"]),
            (["hold", "SO-1"], ["SO-1 was cancelled"]), (["release", "SO-1"], ["was cancelled"]),
        ]
        for (arguments, says) in wrong {
            let outcome = try Program.run(
                arguments + ["--reason", "x", "--by", "y"], in: shop.scratch.path)
            #expect(outcome.status == 2, "\(arguments): \(outcome.err)")
            for one in says { #expect(outcome.err.contains(one), "\(arguments): \(outcome.err)") }
        }
    }

    @Test("An order of which nothing is left cannot be cancelled")
    func nothingLeft() throws {
        let shop = try Shop()
        try shop.deliver(0..<1)
        let outcome = try shop.run("cancel", "SO-0", "--reason", "x", "--by", "y")
        #expect(outcome.status == 2)
        #expect(outcome.err.contains("nothing of order SO-0 is left"), "\(outcome.err)")
    }

    @Test("An approved deviation lets a refused order pass, on its line only")
    func approve() throws {
        let shop = try ContractShop.open()
        shop.scratch.write(
            "orders-new.json",
            """
            [{"id": "N-1", "customer": "RETAIL", "contract": "FA-1", "date": "2026-05-02", \
            "currency": "INR", "lines": [{"item": "REPAIR", "quantity": "2", "unitPrice": "800"}]}]
            """)
        #expect(try shop.run("import", "orders-new.json").status == 1)
        let text = try shop.done(
            "approve", "N-1", "price-mismatch", "--line", "1", "--reason", "spot price", "--by",
            "N. Rao")
        #expect(text.contains("The order is not in the books: import it again."))
        let taken = try shop.run("import", "orders-new.json")
        #expect(taken.status == 0)
        #expect(taken.err.contains("approved by N. Rao on 2027-12-31"), "\(taken.err)")
        let again = try shop.done(
            "approve", "N-1", "price-mismatch", "--line", "1", "--reason", "new", "--by", "A. Das")
        #expect(again.contains("place of N. Rao's of 2027-12-31: spot price"), "\(again)")
        #expect(!again.contains("import it again"))
    }

    @Test("Decisions need a name, a reason and a code that may be approved")
    func usage() throws {
        let shop = try ContractShop.open()
        let why = ["--reason", "x", "--by", "y"]
        let wrong: [(arguments: [String], says: [String])] = [
            (["approve", "SO-1"] + why, ["which finding"]),
            (["approve", "SO-1", "price-mismatch", "--by", "y"], ["--reason is missing"]),
            (["approve", "SO-1", "price-mismatch", "--reason", "x"], ["--by is missing"]),
            (
                ["approve", "SO-1", "prce-mismatch"] + why,
                ["customer-blocked: ", "\"price-mismatch\""]
            ),
            (["approve", "SO-1", "unknown-item"] + why, ["others are mended"]),
            (["approve", "SO-1", "terms-mismatch", "--line", "1"] + why, ["order as a whole"]),
            (["approve", "SO-1", "price-mismatch", "--line", "9"] + why, ["no line 9", "1, 2"]),
            (["approve", "SO-1", "price-mismatch", "--line", "x"] + why, ["--line"]),
            (["approve", "S O", "price-mismatch"] + why, ["cannot be an order's id"]),
            (["hold", "SO-1", "--by", "y"], ["--reason is missing"]),
            (["hold"] + why, ["which orders"]),
            (["hold", "SO-1", "--reason", " ", "--by", "y"], ["--reason is empty"]),
            (["hold", "SO-1", "--reason", "a\u{1B}b", "--by", "y"], ["control character"]),
            (["release", "SO-1"], ["--by is missing"]),
            (["hold", "SO-2", "SO-99"] + why, ["no order SO-99"]),
        ]
        for (arguments, says) in wrong {
            let outcome = try Program.run(arguments, in: shop.scratch.path)
            #expect(outcome.status == 2, "\(arguments): \(outcome.err)")
            for one in says { #expect(outcome.err.contains(one), "\(arguments): \(outcome.err)") }
        }
        // Of several orders none is changed where one is wrong.
        #expect(!(try shop.done("status").contains("held")))
    }
}
