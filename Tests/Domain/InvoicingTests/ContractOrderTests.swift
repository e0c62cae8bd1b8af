import Diagnostics
import Formats
import Invoicing
import Money
import TestSupport
import Testing
import Trade

/// Orders held against contracts, and what contracts make of their amounts.
struct ContractOrderTests {
    /// The customer's own prices, discounts and terms, each in its clause.
    private static let contract = """
        {"id":"C-1","customer":"LOCAL","currency":"EUR","from":"2026-04-01","to":"2027-03-31",
        "prices":[
         {"clause":"A.1","item":"standard","model":"volume","tiers":[
          {"from":"1","to":"99","unitPrice":"10.00"},{"from":"100","unitPrice":"9.00"}]},
         {"clause":"A.2","item":"reduced","model":"graduated","tiers":[
          {"from":"1","to":"99","unitPrice":"10.00"},{"from":"100","to":"499","unitPrice":"9.00"},
          {"from":"500","to":"5000","unitPrice":"8.00"}]},
         {"clause":"A.3","item":"zero","model":"package","packageSize":"12",
          "packagePrice":"100.00"}],
        "discounts":[{"clause":"B.1","percent":"5"},{"clause":"B.2","on":"order","percent":"2"}],
        "products":[{"clause":"Q.1","item":"standard","maximum":"500"},
         {"clause":"Q.2","item":"reduced","total":"10000"},
         {"clause":"Q.3","item":"zero","minimum":"12"}],
        "paymentTerms":{"clause":"P","netDays":45},
        "freight":{"clause":"F","charged":"each-delivery","amount":"12.50"}}
        """

    private func shop(_ contracts: String...) throws -> Shop {
        var shop = try Shop.europe()
        try shop.price("default standard EUR 11.00 1 2026-01-01 -")
        for contract in contracts { try shop.contracts(contract) }
        return shop
    }

    /// By hand. Gross: 120 reach the tier from 100, 120 × 9.00 = 1,080.00; of 600, 99 × 10.00,
    /// 400 × 9.00 and 101 × 8.00; two packages. Less 5 % each: 1,026.00, 940.50, 3,420.00, 767.60,
    /// 190.00, together 6,344.10. 2 % of that is 126.882, rounded 126.88; its shares are floored to
    /// 20.51 18.80 68.39 15.35 3.79 and the four cents left go to the remainders .994 .970 .967 .892,
    /// lines 5, 2, 1, 3. The freight's shares are floored to 2.02 1.85 6.73 1.51 0.37; two cents
    /// left go to .854 and .436, lines 3 and 5. VAT: 19 % of 1,007.50 is 191.425, rounded 191.43;
    /// 7 % of 5,035.64 is 352.4948, rounded 352.49.
    @Test("A contract's prices, discounts, freight and terms become the invoice, to the cent")
    func worked() throws {
        let shop = try shop(Self.contract)
        let invoice = try shop.bill(order(["standard 120", "reduced 600", "zero 24"]))
        #expect(
            invoice.lineTexts.map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
                "1026.00 20.52 2.02 1007.50", "940.50 18.81 1.85 923.54",
                "3420.00 68.40 6.74 3358.34", "767.60 15.35 1.51 753.76",
                "190.00 3.80 0.38 186.58",
            ])
        #expect(invoice.lines.map { "\($0.quantity)" } == ["120", "99", "400", "101", "24"])
        #expect(invoice.lines.map { "\($0.unitPrice)" } == ["9", "10", "9", "8", "100"])
        #expect(invoice.totals.tax.plain == "543.92")
        #expect(invoice.totals.payable.plain == "6773.64")
        #expect(invoice.dueDate?.description == "2026-06-04")
        // Stated as agreed, in other words, is agreed.
        let stated = order(
            ["standard 120 90.00 /10 -5%", "reduced 600", "zero 24 100.00 /12"],
            #","contract":"C-1","paymentTerms":{"netDays":45},"freight":{"amount":"12.50"}"#)
        #expect(try shop.bill(stated).totals.payable == invoice.totals.payable)
    }

    struct Case: CustomTestStringConvertible {
        let order: String
        let codes: [String]
        let found: String?
        let expected: String?

        init(
            _ lines: [String], _ extra: String = "", _ codes: [String] = [], _ found: String? = nil,
            _ expected: String? = nil
        ) {
            order = InvoicingTests.order(lines, extra)
            (self.codes, self.found, self.expected) = (codes, found, expected)
        }

        var testDescription: String { "\(codes) \(order)" }
    }

    @Test(
        "What differs from the contract is refused, with what it says and where",
        arguments: [
            Case(["standard 99 10.00"]),
            Case(
                ["standard 99 9.00"], "", ["tier-mismatch"], "EUR 9.00",
                "EUR 10.00 for 1 to 99 (contract C-1, clause A.1)"),
            Case(
                ["standard 99 9.99"], "", ["price-mismatch"], "EUR 9.99",
                "EUR 10.00 for 1 to 99 (contract C-1, clause A.1)"),
            Case(
                ["reduced 100 10.00"], "", ["tier-mismatch"], "EUR 10.00",
                "EUR 10.00 for 1 to 99, EUR 9.00 for 100 to 499 (contract C-1, clause A.2)"),
            Case(
                ["zero 12 100.00 /10"], "", ["price-mismatch"], "EUR 100.00 per 10",
                "EUR 100.00 per 12 (contract C-1, clause A.3)"),
            Case(
                ["zero 30"], "", ["package-quantity"], "30",
                "a multiple of 12 (contract C-1, clause A.3)"),
            Case(
                ["reduced 5000.001"], "", ["beyond-tiers"], "5000.001",
                "at most 5000 (contract C-1, clause A.2)"),
            Case(
                ["standard 1 10.00 -6%"], "", ["discount-mismatch"], "6 %",
                "5 % (contract C-1, clause B.1)"),
            Case(
                ["standard 1 10.00 -0.50"], "", ["discount-mismatch"], "EUR 0.50",
                "5 % (contract C-1, clause B.1)"),
            Case(
                ["standard 1"], #","discount":{"percent":"3"}"#, ["discount-mismatch"], "3 %",
                "2 % (contract C-1, clause B.2)"),
            Case(
                ["standard 1"], #","freight":{"amount":"12.51"}"#, ["freight-mismatch"],
                "EUR 12.51", "EUR 12.50 (contract C-1, clause F)"),
            Case(
                ["standard 1"], #","paymentTerms":{"netDays":14}"#, ["terms-mismatch"],
                "14 days net", "45 days net (contract C-1, clause P)"),
            Case(
                ["standard 501"], "", ["quantity-outside-contract"], "501",
                "at most 500 (contract C-1, clause Q.1)"),
            Case(["zero 0.012"], "", ["quantity-outside-contract", "package-quantity"]),
            Case(["standard 1"], #","contract":"C-9""#, ["unknown-contract"], "C-9"),
            Case(["standard 1"], #","contract":"C-2""#, ["contract-customer"], "C-2"),
            Case(["standard 1"], #","billTo":"DE1""#, ["unknown-registration"], "DE1"),
            // All at once.
            Case(
                ["standard 99 9.00 -6%", "zero 13 1.00"], #","paymentTerms":{"netDays":14}"#,
                ["terms-mismatch", "tier-mismatch", "discount-mismatch", "price-mismatch"]),
        ])
    func refuses(_ row: Case) throws {
        let other = #"{"id":"C-2","customer":"FAR","currency":"EUR","from":"2026-01-01"}"#
        let shop = try shop(Self.contract, other)
        do {
            _ = try shop.bill(row.order)
            #expect(row.codes == [])
        } catch let error as Shop.Refused {
            #expect(error.codes.sorted() == row.codes.sorted())
            if row.codes.count == 1, let finding = error.findings.first {
                if let found = row.found { #expect(finding.found == found) }
                if let expected = row.expected { #expect(finding.expected == expected) }
                #expect(finding.location != nil)
            }
        }
    }

    @Test("A contract holds from its first day to its last, as amendments leave it")
    func dates() throws {
        let amendment = """
            {"id":"C-1-A1","amends":"C-1","from":"2026-07-01","to":"2027-06-30","prices":[
            {"clause":"1","item":"standard","unitPrice":"7.00"}]}
            """
        let shop = try shop(Self.contract, amendment)
        func net(_ date: String, _ extra: String = #","contract":"C-1""#) throws -> String {
            let text = order(["standard 1"], extra).replacing("2026-04-20", with: date)
            do { return try shop.bill(text).lines[0].gross.plain } catch let error as Shop.Refused {
                return error.codes.joined(separator: " ")
            }
        }
        #expect(try net("2026-04-01") == "10.00" && net("2026-06-30") == "10.00")
        #expect(try net("2026-07-01") == "7.00" && net("2027-06-30") == "7.00")
        #expect(try net("2026-03-31") == "outside-contract")
        #expect(try net("2027-07-01") == "outside-contract")
        // An order that names no contract is under none on such a day.
        #expect(try net("2026-03-31", "") == "11.00" && net("2026-04-01", "") == "10.00")
    }

    @Test("What somebody has approved passes, for its line only, and the invoice says so")
    func approvals() throws {
        let shop = try shop(Self.contract)
        let day = try #require(CalendarDate("2026-04-21"))
        var context = OrderContext(isNew: false)
        context.approvals = [
            Approval(code: "price-mismatch", line: 2, reason: "sample", by: "Asha", date: day)
        ]
        let text = order(["standard 1 9.99", "standard 1 9.98"])
        let refused = #expect(throws: Shop.Refused.self) { try shop.review(text, context) }
        #expect(refused?.codes == ["price-mismatch"])
        #expect(refused?.findings.first?.found == "EUR 9.99")
        let sound = order(["standard 1", "standard 1 9.98"])
        let reviewed = try shop.review(sound, context)
        let invoice = try shop.invoice(.whole(reviewed))
        #expect(invoice.lines.map(\.gross.plain) == ["10.00", "9.98"])
        let json = JSONWriter.text(invoice.value)
        #expect(json.contains(#""by": "Asha""#) && json.contains("approved by Asha on 2026-04-21"))
        #expect(json.contains("contract C-1, clause A.1"))
    }

    @Test("A new order is held against credit, blocked customers and what the contract has left")
    func standing() throws {
        var shop = try shop(Self.contract)
        let customer = """
            {"id":"LOCAL","name":"L","category":"business","taxNumber":"DE931840277",
            "currency":"EUR","creditLimit":"1000.00","status":"blocked","statusReason":"late",
            "address":{"lines":["1 Road"],"city":"Town","postcode":"1000","country":"DE"}}
            """
        shop.master.customers.put(
            try #require(
                Customer(
                    JSONReader.read(SourceText(name: "c", text: customer)).root, Findings())))
        func codes(_ lines: [String], _ change: (inout OrderContext) -> Void) throws -> [String] {
            var context = OrderContext(isNew: true)
            change(&context)
            let findings = Findings()
            _ = OrderTrial(try shop.read(order(lines)), shop.master, context, findings)
            return findings.diagnostics.filter { $0.severity == .error }.map(\.code)
        }
        #expect(try codes(["standard 1"]) { $0.isNew = false } == [])
        #expect(try codes(["standard 1"]) { _ in } == ["customer-blocked"])
        let day = try #require(CalendarDate("2026-04-21"))
        let unblocked = [
            Approval(code: "customer-blocked", line: nil, reason: "paid", by: "A", date: day)
        ]
        // 1 × 10.00 − 5 % − 2 % + 12.50, with 19 %: 9.50 − 0.19 + 12.50 = 21.81; 4.14; 25.95.
        func owing(_ open: Int64, _ unbilled: Int64) throws -> [String] {
            try codes(["standard 1"]) {
                $0.approvals = unblocked
                $0.exposure = Exposure(
                    openInvoices: Money(minorUnits: open, .eur),
                    unbilled: Money(minorUnits: unbilled, .eur))
            }
        }
        #expect(try owing(90_000, 7_405) == [])
        #expect(try owing(90_000, 7_406) == ["credit-limit-exceeded"])
        #expect(
            try codes(["reduced 20", "reduced 1"]) {
                $0.approvals = unblocked
                $0.orderedBefore = ["reduced": Decimal(9980), "standard": Decimal(999_999)]
            } == ["quantity-outside-contract"])
    }

    @Test("The customer's own totals must be ours")
    func totals() throws {
        let shop = try shop(Self.contract)
        func codes(_ totals: String) throws -> [String?] {
            let findings = Findings()
            let text = order(["standard 1"], ",\"totals\":\(totals)")
            _ = OrderTrial(
                try shop.read(text), shop.master, OrderContext(isNew: false), findings)
            return findings.diagnostics.map(\.expected)
        }
        #expect(try codes(#"{"taxable":"21.81","tax":"4.14","payable":"25.95"}"#) == [])
        #expect(try codes(#"{"tax":"4.15","payable":"25.96"}"#) == ["EUR 4.14", "EUR 25.95"])
    }

    @Test("The order as the contract would have it is an order that passes")
    func expectation() throws {
        let shop = try shop(Self.contract)
        var context = OrderContext(isNew: false)
        context.reading = .agreed
        let wrong = order(
            ["standard 99 9.00 -6%", "reduced 5", "zero 12 1.00"],
            #","paymentTerms":{"netDays":14},"freight":{"amount":"1.00"}"#)
        let findings = Findings()
        let trial = try #require(
            OrderTrial(try shop.read(wrong), shop.master, context, findings))
        #expect(findings.diagnostics.isEmpty)
        let text = JSONWriter.text(trial.expectedOrder)
        let again = try shop.bill(text)
        #expect(again.totals.payable == trial.invoice.totals.payable)
        let judged = Findings()
        _ = OrderTrial(
            try shop.read(text), shop.master, OrderContext(isNew: false), judged)
        #expect(judged.diagnostics.map(\.text) == [])
    }
}
