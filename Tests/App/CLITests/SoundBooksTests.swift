import TestSupport
import Testing

/// Whatever is refused or changed, the books stay readable and nothing delivered is forgotten.
@Suite struct SoundBooksTests {
    private func contract(_ rest: String, to: String = "2027-03-31") -> String {
        """
        {"id": "C-1", "customer": "RETAIL", "currency": "INR", "from": "2026-04-01",
         "to": "\(to)", \(rest)}
        """
    }

    private func order(_ id: String, _ lines: String, _ rest: String = "") -> String {
        """
        {"id": "\(id)", "customer": "RETAIL", "date": "2026-04-20", "currency": "INR"\(rest),
         "lines": [\(lines)]}
        """
    }

    private func take(_ shop: Shop, _ file: String, _ text: String) throws -> Program.Outcome {
        shop.scratch.write(file, text)
        return try shop.run("import", file)
    }

    @Test("An order that is refused at the very end is not taken by half")
    func refusedWhole() throws {
        let shop = try Shop()
        let plan = #""billing": {"plan": "recurring", "every": "year", "when": "advance"}"#
        _ = try take(shop, "contracts.json", contract(plan))
        let ends =
            #"{"id": "A", "amends": "C-1", "from": "2026-04-02", "to": "2026-04-30", "#
            + #""billing": {"plan": "recurring", "every": "month", "when": "advance", "#
            + #""anchor": "2026-04-01"}}"#
        #expect(try take(shop, "contracts.json", ends).status == 0)
        let late = order("SO-1", #"{"item": "HAMMER", "quantity": "1"}"#)
            .replacing("2026-04-20", with: "2026-04-01")
        // Of the day before the amendment: a year's plan in a contract of one month.
        let refused = try take(shop, "orders.json", late)
        #expect(refused.status == 1 && refused.err.contains("[no-period]"), "\(refused.err)")
        #expect(try shop.run("status", "--order", "SO-1").status == 2)
        let mended = order("SO-1", #"{"item": "HAMMER", "quantity": "1"}"#)
        #expect(try take(shop, "orders.json", mended).status == 0)
    }

    @Test("Amendments that were taken are read again, whatever their ids")
    func amendmentsReadAgain() throws {
        let shop = try Shop()
        let file = """
            [\(contract("\"note\": \"n\"", to: "2026-06-30")),
             {"id": "C-1-B", "amends": "C-1", "from": "2026-09-01",
              "prices": [{"item": "HAMMER", "unitPrice": "1.00"}]},
             {"id": "C-1-Z", "amends": "C-1", "from": "2026-06-01", "to": "2026-12-31"}]
            """
        #expect(try take(shop, "contracts.json", file).status == 0)
        #expect(try shop.done("contract", "show", "C-1", "--on", "2026-10-01").contains("C-1-B"))
    }

    @Test("A price that is refused leaves the one it would have replaced")
    func prices() throws {
        let shop = try Shop()
        let rows = """
            item,currency,unitPrice,from,to
            HAMMER,INR,10.00,2027-04-01,2027-04-30
            HAMMER,INR,11.00,2026-04-01,2027-04-10
            HAMMER,INR,12.00,2026-05-01,2026-05-31

            """
        let outcome = try take(shop, "prices.csv", rows)
        #expect(outcome.status == 1)
        #expect(outcome.err.contains("[price-overlap]"))
        #expect(try shop.run("check").status == 0)
    }

    @Test("Goods left of a cancelled order are billed, also after some came back")
    func cancelledAndReturned() throws {
        let shop = try Shop()
        _ = try take(shop, "contracts.json", contract(#""billing": {"plan": "on-completion"}"#))
        _ = try take(shop, "orders.json", order("SO-1", #"{"item": "HAMMER", "quantity": "10"}"#))
        _ = try take(
            shop, "deliveries.csv",
            "delivery,order,date,line,quantity\nD-1,SO-1,2026-04-21,1,4\n")
        try shop.done("cancel", "SO-1", "--reason", "late", "--by", "Asha")
        let back = "delivery,order,date,returns,line,quantity\nR-1,SO-1,2026-04-22,D-1,1,1\n"
        #expect(try take(shop, "deliveries.csv", back).status == 0)
        #expect(try shop.done("issue").contains("1 issued"))
        // 3 × 450.00 with 18 %.
        #expect(try shop.done("find").contains("INR 1593.00"))
    }

    @Test("An approval holds for what it let pass, not for a later revision's worse price")
    func approvalOfOneDeviation() throws {
        let shop = try Shop()
        let first = order("SO-1", #"{"item": "HAMMER", "quantity": "1", "unitPrice": "449.00"}"#)
        #expect(try take(shop, "orders.json", first).status == 1)
        try shop.done("approve", "SO-1", "price-mismatch", "--reason", "a rupee", "--by", "Asha")
        #expect(try take(shop, "orders.json", first).status == 0)
        let same = first.replacing("\"id\"", with: "\"revision\": 2, \"id\"")
        #expect(try take(shop, "orders.json", same).status == 0)
        let worse = first.replacing("\"id\"", with: "\"revision\": 3, \"id\"")
            .replacing("449.00", with: "1.00")
        let refused = try take(shop, "orders.json", worse)
        #expect(refused.status == 1 && refused.err.contains("error[price-mismatch]"))
    }

    @Test("An order let pass outside its contract is billed by the contract's plan all the same")
    func outsideContract() throws {
        let shop = try Shop()
        let plan = """
            "billing": {"plan": "milestones", "milestones": [
             {"id": "A", "description": "a", "percent": "40"},
             {"id": "B", "description": "b", "percent": "60"}]}
            """
        _ = try take(shop, "contracts.json", contract(plan, to: "2026-04-10"))
        try shop.done("approve", "SO-1", "outside-contract", "--reason", "late", "--by", "Asha")
        let late = order("SO-1", #"{"item": "HAMMER", "quantity": "10"}"#, #", "contract": "C-1""#)
        #expect(try take(shop, "orders.json", late).status == 0)
        let reached = #"{"id": "M", "order": "SO-1", "date": "2026-04-21", "milestone": "A"}"#
        #expect(try take(shop, "deliveries.json", reached).status == 0)
        #expect(try shop.done("issue").contains("1 issued"))
        // 40 % of 4,500.00 with 18 %.
        #expect(try shop.done("find").contains("INR 2124.00"))
    }

    @Test("Orders of one month with different terms are two invoices")
    func termsOfTheMonth() throws {
        let shop = try Shop()
        let terms = #""billing": {"plan": "per-month"}, "paymentTerms": {"netDays": 30}"#
        _ = try take(shop, "contracts.json", contract(terms))
        _ = try take(
            shop, "contracts.json",
            #"{"id": "A", "amends": "C-1", "from": "2026-04-15", "paymentTerms": {"netDays": 90}}"#)
        let line = #"{"item": "HAMMER", "quantity": "1"}"#
        _ = try take(
            shop, "orders.json",
            "[\(order("SO-1", line).replacing("2026-04-20", with: "2026-04-10")),\(order("SO-2", line)),"
                + "\(order("SO-3", line, #", "paymentTerms": {"netDays": 90}"#))]")
        _ = try take(
            shop, "deliveries.csv",
            "delivery,order,date,line,quantity\n"
                + (1...3).map { "D-\($0),SO-\($0),2026-04-25,,\n" }.joined())
        #expect(try shop.done("issue").contains("2 issued"))
    }

    @Test("All of an order's findings come at once, its totals and its customer's credit too")
    func allAtOnce() throws {
        let shop = try Shop()
        try shop.done("customer", "set", "RETAIL", "creditLimit=100.00")
        let wrong = order(
            "SO-1", #"{"item": "HAMMER", "quantity": "1", "unitPrice": "449.00"}"#,
            #", "totals": {"payable": "1.00"}"#)
        let refused = try take(shop, "orders.json", wrong)
        for code in ["price-mismatch", "totals-mismatch", "credit-limit-exceeded"] {
            #expect(refused.err.contains("error[\(code)]"), "\(refused.err)")
        }
    }
}
