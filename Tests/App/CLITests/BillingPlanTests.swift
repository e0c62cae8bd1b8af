import TestSupport
import Testing

/// When what happens under a contract is billed, and on how many invoices.
@Suite struct BillingPlanTests {
    /// A shop with one contract of `RETAIL` for hammers at 100.00.
    private func shop(_ billing: String, to: String = "2027-03-31") throws -> Shop {
        let shop = try Shop()
        shop.scratch.write(
            "contracts.json",
            """
            {"id": "C-1", "customer": "RETAIL", "currency": "INR", "from": "2026-01-31",
             "to": "\(to)", "prices": [{"item": "HAMMER", "unitPrice": "100.00"}],
             "billing": \(billing)}
            """)
        try shop.done("import", "contracts.json")
        return shop
    }

    private func order(
        _ shop: Shop, _ id: String, _ quantity: Int, date: String = "2026-04-02",
        _ extra: String = ""
    ) throws {
        shop.scratch.write(
            "orders.json",
            """
            {"id": "\(id)", "customer": "RETAIL", "date": "\(date)", "currency": "INR"\(extra),
             "lines": [{"item": "HAMMER", "quantity": "\(quantity)"}]}
            """)
        try shop.done("import", "orders.json")
    }

    /// Rows of `delivery,order,date,line,quantity`.
    private func deliver(_ shop: Shop, _ rows: String...) throws {
        shop.scratch.write(
            "deliveries.csv",
            "delivery,order,date,line,quantity\n" + rows.map { $0 + "\n" }.joined())
        try shop.done("import", "deliveries.csv")
    }

    private func issue(_ shop: Shop, _ date: String) throws -> String {
        let out = try shop.done("issue", "--date", date)
        return String(
            out.prefix { $0 != "," }.split(separator: " ").dropFirst().joined(separator: " "))
    }

    /// The canonical JSON of every document, by path.
    private func documents(_ shop: Shop) -> [String] {
        shop.scratch.files("books/archive").filter { $0.hasSuffix(".json") }
            .map { shop.scratch.text("books/archive/\($0)") }
    }

    @Test("One invoice a customer and month, when the month is over")
    func monthly() throws {
        let shop = try shop(#"{"plan": "per-month"}"#)
        try order(shop, "SO-1", 10, #", "purchaseOrder": "PO-1""#)
        try order(shop, "SO-2", 10, #", "purchaseOrder": "PO-2""#)
        // Another place is another invoice.
        try order(shop, "SO-3", 10, #", "shipTo": "DEPOT""#)
        try deliver(
            shop, "D-1,SO-1,2026-04-03,1,2", "D-2,SO-2,2026-04-20,1,3", "D-3,SO-1,2026-04-30,1,4",
            "D-4,SO-3,2026-04-12,1,1", "D-5,SO-1,2026-05-01,1,4")
        #expect(try issue(shop, "2026-04-29") == "0 issued")
        #expect(try issue(shop, "2026-04-30") == "2 issued")
        let april = try #require(documents(shop).first { $0.contains("PO-2") })
        for text in ["PO-1", "\"delivery\": \"D-1\"", "\"delivery\": \"D-3\"", "2026-04-20"] {
            #expect(april.contains(text))
        }
        // 2 + 3 + 4 hammers at 100.00 with 18 %: 900.00 + 162.00.
        #expect(april.contains("\"payable\": \"1062.00\""))
        #expect(try issue(shop, "2026-05-31") == "1 issued")
        #expect(try Audit(shop.books).complaints == [])
        for order in ["SO-1", "SO-2"] {
            let found = try shop.done("find", "--period", "2026-04", "--text", order)
            #expect(found.contains("1 document\n"), "\(found)")
        }
    }

    @Test("One invoice an order, when all of it is delivered")
    func completion() throws {
        let shop = try shop(#"{"plan": "on-completion"}"#)
        try order(shop, "SO-1", 10)
        try deliver(shop, "D-1,SO-1,2026-04-03,1,4")
        #expect(try issue(shop, "2026-04-30") == "0 issued")
        try deliver(shop, "D-2,SO-1,2026-05-04,,")
        #expect(try issue(shop, "2026-05-03") == "0 issued")
        #expect(try issue(shop, "2026-05-31") == "1 issued")
        #expect(documents(shop).joined().contains("\"payable\": \"1180.00\""))
    }

    @Test("Milestones bill their percentages once they are reached, and each once")
    func milestones() throws {
        let shop = try shop(
            """
            {"plan": "milestones", "milestones": [
             {"id": "START", "description": "Order signed", "percent": "30"},
             {"id": "END", "description": "Accepted", "percent": "70"}]}
            """)
        try order(shop, "SO-1", 10)
        shop.scratch.write(
            "deliveries.json",
            #"{"id": "M-1", "order": "SO-1", "date": "2026-04-03", "milestone": "START"}"#)
        try shop.done("import", "deliveries.json")
        // What is delivered on the way is recorded and not billed.
        try deliver(shop, "D-1,SO-1,2026-04-05,1,4")
        #expect(try issue(shop, "2026-04-30") == "1 issued")
        #expect(documents(shop).joined().contains("\"payable\": \"354.00\""))
        shop.scratch.write(
            "deliveries.json",
            """
            [{"id": "M-2", "order": "SO-1", "date": "2026-05-03", "milestone": "START"},
             {"id": "M-3", "order": "SO-1", "date": "2026-05-03", "milestone": "MIDDLE"},
             {"id": "M-4", "order": "SO-1", "date": "2026-05-03", "milestone": "END"}]
            """)
        let second = try shop.run("import", "deliveries.json")
        #expect(second.status == 1)
        #expect(second.err.contains("[duplicate-milestone]"))
        #expect(second.err.contains("[unknown-milestone]"))
        #expect(second.err.contains("START, END"), "\(second.err)")
        #expect(try issue(shop, "2026-05-31") == "1 issued")
        #expect(documents(shop).joined().contains("\"payable\": \"826.00\""))
    }

    @Test("A recurring plan bills each period from its anchor, which does not drift")
    func recurring() throws {
        let shop = try shop(
            #"{"plan": "recurring", "every": "month", "when": "advance"}"#, to: "2026-05-30")
        try order(shop, "SO-1", 3, date: "2026-01-31")
        #expect(try issue(shop, "2026-01-30") == "0 issued")
        #expect(try issue(shop, "2026-02-27") == "1 issued")
        #expect(try issue(shop, "2026-12-31") == "3 issued")
        let starts = documents(shop).compactMap { text in
            text.split(separator: "\n").first { $0.contains("\"from\": \"2026-") }
                .map { String($0.filter { $0.isNumber || $0 == "-" }) }
        }
        #expect(starts == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"])
        #expect(documents(shop)[1].contains("\"to\": \"2026-03-30\""))
        // An amendment with a new last day and price adds periods and changes none that is billed.
        shop.scratch.write(
            "contracts.json",
            """
            {"id": "C-1-A1", "amends": "C-1", "from": "2026-06-30", "to": "2026-07-30",
             "prices": [{"item": "HAMMER", "unitPrice": "110.00"}]}
            """)
        try shop.done("import", "contracts.json")
        #expect(try issue(shop, "2026-12-31") == "2 issued")
        #expect(documents(shop).last?.contains("\"unitPrice\": \"110\"") == true)
        let delivery = "delivery,order,date,line,quantity\nD-1,SO-1,2026-04-03,1,1\n"
        shop.scratch.write("deliveries.csv", delivery)
        #expect(try shop.run("import", "deliveries.csv").err.contains("[recurring-delivery]"))
    }

    @Test("In arrears a period is billed on its last day")
    func arrears() throws {
        let shop = try shop(
            #"{"plan": "recurring", "every": "quarter", "when": "arrears", "anchor": "2026-02-01"}"#,
            to: "2026-07-31")
        try order(shop, "SO-1", 1, date: "2026-01-31")
        #expect(try issue(shop, "2026-04-29") == "0 issued")
        #expect(try issue(shop, "2026-04-30") == "1 issued")
        #expect(try issue(shop, "2026-07-31") == "1 issued")
    }

    @Test("What changes of a customer holds from its day: earlier deliveries are billed as before")
    func versions() throws {
        let shop = try Shop()
        let customers = contents("\(Program.home)/examples/errors/_books/customers.json") ?? []
        let newer = String(decoding: customers, as: UTF8.self)
            .replacing(
                "\"id\": \"RETAIL\",", with: "\"id\": \"RETAIL\", \"validFrom\": \"2026-05-01\","
            )
            .replacing("Sahyadri Retail", with: "Western Ghats Retail")
        try #require(newer.contains("validFrom") && newer.contains("Western Ghats"))
        shop.scratch.write("customers.json", newer)
        try shop.done("import", "customers.json")
        try order(shop, "SO-1", 10)
        try deliver(shop, "D-1,SO-1,2026-04-30,1,2", "D-2,SO-1,2026-05-01,1,2")
        #expect(try issue(shop, "2026-05-31") == "2 issued")
        let names = documents(shop).map { $0.contains("\"name\": \"Western Ghats") }
        #expect(names == [false, true])
    }

    @Test("An order is changed by its next revision, until something of it is delivered")
    func revisions() throws {
        let shop = try Shop()
        try order(shop, "SO-1", 10)
        try order(shop, "SO-1", 4, #", "revision": 2"#)
        try deliver(shop, "D-1,SO-1,2026-04-30,,")
        shop.scratch.write(
            "orders.json",
            """
            {"id": "SO-1", "customer": "RETAIL", "date": "2026-04-02", "currency": "INR",
             "revision": 3, "lines": [{"item": "HAMMER", "quantity": "5"}]}
            """)
        let late = try shop.run("import", "orders.json")
        #expect(late.status == 1 && late.err.contains("[order-begun]"), "\(late.err)")
        try shop.done("issue", "--date", "2026-05-31")
        #expect(documents(shop).joined().contains("\"quantity\": \"4\""))
    }

    @Test("Amendments may stand before what they amend; a circle of them is refused whole")
    func amendments() throws {
        let shop = try Shop()
        shop.scratch.write(
            "contracts.jsonl",
            """
            {"id": "C-1-A1", "amends": "C-1", "from": "2026-05-01", "prices": [{"item": "HAMMER", "unitPrice": "90.00"}]}
            {"id": "X", "amends": "Y", "from": "2026-05-01"}
            {"id": "C-1", "customer": "RETAIL", "currency": "INR", "from": "2026-01-01"}
            {"id": "Y", "amends": "X", "from": "2026-05-01"}

            """)
        let outcome = try shop.run("import", "contracts.jsonl")
        #expect(outcome.status == 1 && outcome.out.contains("2 taken  2 refused"), "\(outcome.out)")
        #expect(outcome.err.contains("X → Y → X") && outcome.err.contains("Y → X → Y"))
        try order(shop, "SO-1", 1, date: "2026-05-02")
        try deliver(shop, "D-1,SO-1,2026-05-02,,")
        try shop.done("issue", "--date", "2026-05-31")
        #expect(documents(shop).joined().contains("C-1-A1"))
    }
}
