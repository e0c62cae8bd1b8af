import Diagnostics
import Formats
import Money
import Testing
import Trade

struct RecordReadingTests {
    /// The codes of the findings about a record.
    private func codes(_ json: String, _ read: (DataNode, Findings) -> Void) throws -> [String] {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "record.json", text: json))
        read(tree.root, findings)
        return findings.diagnostics.map(\.code)
    }

    @Test(
        "An order is read, or refused with everything that is wrong with it",
        arguments: [
            ("", #"{"item":"A","quantity":"1"}"#, []),
            ("", "", ["no-lines"]),
            (
                "", #"{"item":"A","quantity":"1"},{"line":1,"item":"B","quantity":"2"}"#,
                ["duplicate-line"]
            ),
            // Line 2 by its place, and line 2 by its number.
            (
                "", #"{"line":2,"item":"A","quantity":"1"},{"item":"B","quantity":"2"}"#,
                ["duplicate-line"]
            ),
            ("", #"{"item":"A","quantity":"0"}"#, ["quantity-not-positive"]),
            ("", #"{"item":"A","quantity":"-0.001"}"#, ["quantity-not-positive"]),
            ("", #"{"item":"A","quantity":"0.0001"}"#, ["too-many-decimals"]),
            ("", #"{"item":"A","quantity":"1","unitPrice":"-1"}"#, ["negative-price"]),
            ("", #"{"item":"A","quantity":"1","unitPrice":"1","per":"0"}"#, ["bad-base-quantity"]),
            ("", #"{"item":"A","quantity":"1","discount":{"percent":"100"}}"#, []),
            (
                "", #"{"item":"A","quantity":"1","discount":{"percent":"100.01"}}"#,
                ["discount-out-of-range"]
            ),
            (
                "", #"{"item":"A","quantity":"1","discount":{"percent":"-1"}}"#,
                ["discount-out-of-range"]
            ),
            ("", #"{"item":"A","quantity":"1","discount":{}}"#, ["discount-size"]),
            (
                "", #"{"item":"A","quantity":"1","discount":{"percent":"1","amount":"1"}}"#,
                ["discount-size"]
            ),
            ("", #"{"item":"A","quantity":"1","discount":{"amount":"-1"}}"#, ["negative-amount"]),
            (
                "", #"{"item":"A","quantity":"1","discount":{"amount":"1.001"}}"#,
                ["too-many-decimals"]
            ),
            ("", #"{"item":"A","quantity":"1","freight":{}}"#, ["missing-key"]),
            ("", #"{"item":"A","quantity":"1","freight":{"amount":"-1"}}"#, ["negative-amount"]),
            (
                "", #"{"item":"","quantity":"","price":"1"}"#,
                ["unknown-key", "empty-text", "bad-number"]
            ),
            (
                #""exchangeRate":{"rate":"0","source":"X","date":"2026-04-01"},"#,
                #"{"item":"A","quantity":"1"}"#, ["bad-exchange-rate"]
            ),
            (
                #""exchangeRate":{"rate":"1"},"#, #"{"item":"A","quantity":"1"}"#,
                ["missing-key", "missing-key"]
            ),
            (#""paymentTerms":{"netDays":366},"#, #"{"item":"A","quantity":"1"}"#, ["bad-integer"]),
            (
                #""purchaseOrderDate":"2026-04-21","#, #"{"item":"A","quantity":"1"}"#,
                ["date-order"]
            ),
            (#""discount":5,"#, #"{"item":"A","quantity":"1"}"#, ["wrong-type"]),
            (
                #""shipTo":"a b","note":"","#, "[]",
                ["bad-identifier", "empty-text", "wrong-type", "missing-key", "missing-key"]
            ),
        ] as [(String, String, [String])])
    func orders(extra: String, lines: String, expected: [String]) throws {
        let json =
            #"{"id":"S1","customer":"C","date":"2026-04-20","currency":"EUR",\#(extra)"lines":[\#(lines)]}"#
        var isRead = false
        #expect(try codes(json) { isRead = Order($0, $1) != nil } == expected)
        // A warning alone refuses nothing.
        #expect(isRead == (expected.isEmpty || expected == ["date-order"]))
    }

    @Test(
        "A delivery is read, or refused",
        arguments: [
            (#""order":"S1","date":"2026-04-20""#, []),
            (#""order":"S1","date":"2026-04-20","lines":[{"line":1,"quantity":"2"}]"#, []),
            (#""order":"S1","date":"2026-04-20","lines":[]"#, ["no-lines"]),
            (#""order":"S1","date":"2026-04-20","lines":1"#, ["wrong-type"]),
            (#""date":"2026-04-20""#, ["missing-key"]),
            (
                #""order":"S1","date":"2026-04-20","lines":[{"line":0,"quantity":"2"}]"#,
                ["bad-integer"]
            ),
            (#""order":"S1","date":"2026-04-20","lines":[{"quantity":"-2"}]"#, ["missing-key"]),
            (
                #""order":"S1","date":"2026-04-20","lines":[{"line":1,"quantity":"0"}]"#,
                ["quantity-not-positive"]
            ),
            (
                #""order":"S1","date":"2026-04-20","lines":[{"line":1,"quantity":"1"},{"line":1,"quantity":"1"}]"#,
                ["duplicate-line"]
            ),
        ] as [(String, [String])])
    func deliveries(fields: String, expected: [String]) throws {
        #expect(try codes(#"{"id":"D1",\#(fields)}"#) { _ = Delivery($0, $1) } == expected)
    }

    @Test(
        "What belongs together in an order, a delivery, a customer is found where it does not",
        arguments: [
            (
                "order",
                #""contract":"C/1","revision":2,"billTo":"29 abc","totals":{"tax":"1.80"}"#,
                []
            ),
            (
                "order", #""contract":"a b","revision":0"#,
                [#"bad-identifier@"a b""#, "bad-integer@0"]
            ),
            ("order", #""revision":1000,"billTo":"""#, ["bad-integer@1000", #"empty-text@"""#]),
            ("order", #""totals":{}"#, ["no-totals@{}"]),
            ("order", #""totals":{"net":"1"}"#, [#"unknown-key@"net""#]),
            (
                "order", #""totals":{"taxable":"-1","tax":"1.005","payable":"x"}"#,
                [
                    #"negative-amount@"-1""#, #"too-many-decimals@"1.005""#, #"bad-number@"x""#,
                ]
            ),
            ("delivery", #""returns":"D1","reason":"bent","lines":[{"line":1,"quantity":1}]"#, []),
            ("delivery", #""milestone":"M1""#, []),
            ("delivery", #""returns":"D1""#, [#"return-without-lines@"D1""#]),
            ("delivery", #""reason":"bent""#, [#"reason-without-return@"bent""#]),
            (
                "delivery", #""milestone":"M1","lines":[{"line":1,"quantity":1}]"#,
                [#"milestone-with-lines@[{"line":1,"quantity":1}]"#]
            ),
            (
                "delivery", #""milestone":"M1","returns":"D0""#,
                [#"return-without-lines@"D0""#, #"milestone-with-return@"D0""#]
            ),
            ("delivery", #""milestone":"a b""#, [#"bad-identifier@"a b""#]),
            (
                "customer",
                #""status":"blocked","statusReason":"cheque","creditLimit":"0","validFrom":"2026-05-01""#,
                []
            ),
            ("customer", #""status":"gone""#, [#"unknown-choice@"gone""#]),
            ("customer", #""status":null"#, []),
            ("customer", #""creditLimit":"-0.01""#, [#"negative-amount@"-0.01""#]),
            ("customer", #""creditLimit":"0.001""#, [#"too-many-decimals@"0.001""#]),
            ("customer", #""validFrom":"2026-02-30""#, [#"bad-date@"2026-02-30""#]),
            (
                "customer", #""taxRegistrations":[{"address":{}}]"#,
                [
                    #"missing-key@{"address":{}}"#, "missing-key@{}", "missing-key@{}",
                    "missing-key@{}",
                ]
            ),
            (
                "customer",
                #""taxRegistrations":[\#(registration("B", "2026-02-01", "2026-01-31"))]"#,
                [#"date-order@"2026-01-31""#]
            ),
            (
                "customer",
                #""taxRegistrations":[\#(registration("B", "2026-01-01", "2026-01-31")),"#
                    + #"\#(registration(" b", "2026-02-01", "2026-02-28"))]"#, []
            ),
            (
                "customer",
                #""taxRegistrations":[\#(registration("B", "2026-01-01", "2026-01-31")),"#
                    + #"\#(registration(" b", "2026-01-31", "2026-02-28"))]"#,
                [#"duplicate-registration@" b""#]
            ),
            (
                "customer",
                #""taxNumber":"A1","taxRegistrations":[\#(registration("a 1", "2026-01-01", "2026-01-31"))]"#,
                [#"duplicate-registration@"a 1""#]
            ),
        ] as [(String, String, [String])])
    func combinations(kind: String, extra: String, expected: [String]) throws {
        let common: String
        switch kind {
        case "order":
            common =
                #""customer":"C","date":"2026-04-20","currency":"EUR","#
                + #""lines":[{"item":"A","quantity":"1"}]"#
        case "delivery": common = #""order":"S1","date":"2026-04-20""#
        default:
            common =
                #""name":"C","category":"business","currency":"EUR","#
                + #""address":{"lines":["1"],"city":"X","country":"DE"}"#
        }
        var isRead = false
        let found = try placedFindings(#"{"id":"X1",\#(common),\#(extra)}"#) { node, findings in
            switch kind {
            case "order": isRead = Order(node, findings) != nil
            case "delivery": isRead = Delivery(node, findings) != nil
            default: isRead = Customer(node, findings) != nil
            }
        }
        #expect(found == expected)
        #expect(isRead == expected.isEmpty)
    }

    private static func registration(_ number: String, _ from: String, _ to: String) -> String {
        #"{"taxNumber":"\#(number)","address":{"lines":["1"],"city":"X","country":"DE"},"#
            + #""from":"\#(from)","to":"\#(to)"}"#
    }

    private func csv(
        _ kind: RecordKind, _ text: String, _ findings: Findings
    ) throws -> DataTree? {
        let source = SourceText(name: "\(kind.rawValue).csv", text: text)
        return CSVReader.read(source, try #require(kind.table), findings)
    }

    @Test("CSV rows fill the same keys as JSON")
    func columns() throws {
        let findings = Findings()
        let order = try #require(
            try csv(
                .orders,
                """
                order,customer,date,currency,contract,revision,billTo,statedTaxable,statedTax,statedPayable,dayOfMonth,monthsAfter,item,quantity
                S1,C,2026-04-20,EUR,K-1,3,de 1,100.00,19.00,119.00,10,1,A,2
                """, findings
            ).flatMap { Order($0.root, findings) })
        #expect(order.contract == "K-1" && order.revision == 3 && order.billTo == "DE1")
        let totals = try #require(order.totals)
        #expect(totals.taxable?.plain == "100.00" && totals.tax?.plain == "19.00")
        #expect(totals.payable?.plain == "119.00")
        #expect(order.paymentTerms?.due == .dayOfMonth(10, monthsAfter: 1))
        let delivery = try #require(
            try csv(
                .deliveries,
                """
                delivery,order,date,returns,reason,line,quantity
                D2,S1,2026-04-20,D1,bent,1,2
                """, findings
            ).flatMap { Delivery($0.root, findings) })
        #expect(delivery.returns == "D1" && delivery.reason == "bent")
        let customer = try #require(
            try csv(
                .customers,
                """
                id,name,category,line1,city,country,currency,status,statusReason,creditLimit,validFrom,endOfMonthPlusDays
                C,C,business,1,X,DE,EUR,inactive,moved,5000,2026-05-01,15
                """, findings
            ).flatMap { Customer($0.root, findings) })
        #expect(customer.status == .inactive && customer.statusReason == "moved")
        #expect(customer.creditLimit?.plain == "5000.00")
        #expect(customer.validFrom?.description == "2026-05-01")
        #expect(customer.paymentTerms?.due == .endOfMonth(plusDays: 15))
        #expect(findings.diagnostics.map(\.text) == [])
    }

    @Test(
        "A price is read, or refused",
        arguments: [
            (#""unitPrice":"1","from":"2026-04-01""#, []),
            (#""unitPrice":"0","per":"100","from":"2026-04-01","to":"2026-04-01""#, []),
            (
                #""unitPrice":"-1","per":"0","from":"2026-04-02","to":"2026-04-01""#,
                ["negative-price", "bad-base-quantity", "date-order"]
            ),
            (#""unitPrice":"1""#, ["missing-key"]),
        ] as [(String, [String])])
    func prices(fields: String, expected: [String]) throws {
        let json = #"{"item":"A","currency":"EUR",\#(fields)}"#
        #expect(try codes(json) { _ = Price($0, $1) } == expected)
    }

    @Test(
        "A customer without address is told so once, not key by key",
        arguments: [
            (#""address":{"lines":["1"],"city":"X","country":"DE"}"#, []),
            (#""language":"de""#, ["missing-key"]), (#""address":null"#, ["missing-key"]),
            (#""address":"1 Road""#, ["wrong-type", "missing-key", "missing-key", "missing-key"]),
            (#""address":{"lines":["1"],"city":"X","country":"XX"}"#, ["unknown-country"]),
            (
                #""address":{"lines":["1"],"city":"X","country":"DE"},"contact":{"email":"a@b@c.d"}"#,
                ["bad-email"]
            ),
        ] as [(String, [String])])
    func customers(fields: String, expected: [String]) throws {
        let json = #"{"id":"C","name":"C","category":"business","currency":"EUR",\#(fields)}"#
        #expect(try codes(json) { _ = Customer($0, $1) } == expected)
    }

    @Test(
        "A series makes numbers with one counter and one year, or is refused",
        arguments: [
            ("NV/{fy}/{n:5}", "NV/26-27/00042"), ("{yyyy}-{n:1}", "2026-42"),
            ("A{yy}{n:9}", "A26000000042"),
            ("NV/{n:5}", "bad-series-pattern"), ("NV/{fy}", "bad-series-pattern"),
            ("{fy}{yy}{n:3}", "bad-series-pattern"), ("{fy}{n:3}{n:3}", "bad-series-pattern"),
            ("{fy}{n:0}", "bad-series-pattern"), ("{fy}{n:10}", "bad-series-pattern"),
            ("{fy}{n:x}", "bad-series-pattern"), ("{fy}{n:3", "bad-series-pattern"),
            ("NV_{fy}{n:3}", "bad-series-pattern"), ("É{fy}{n:3}", "bad-series-pattern"),
            ("{fy}{month}{n:3}", "bad-series-pattern"),
        ] as [(String, String)])
    func series(pattern: String, expected: String) throws {
        let json = company(#"{"id":"a","scope":"any","pattern":"\#(pattern)"}"#)
        var number: String?
        let codes = try codes(json) { node, findings in
            number = Company(node, findings).flatMap { company in
                company.series.first?.number(
                    42, in: FiscalYear(startYear: 2026, startMonth: company.fiscalYearStart))
            }
        }
        #expect(number ?? codes.joined(separator: " ") == expected)
    }

    @Test(
        "Two series that give the same numbers, or have the same id, are refused",
        arguments: [
            ("a", "A/{fy}/{n:5}", "b", "B/{fy}/{n:5}", []),
            ("a", "A/{fy}/{n:5}", "b", "A/{fy}/{n:5}", ["series-overlap"]),
            ("a", "A/{fy}/{n:5}", "a", "B/{fy}/{n:5}", ["series-overlap"]),
        ] as [(String, String, String, String, [String])])
    func seriesOverlap(
        first: String, firstPattern: String, second: String, secondPattern: String,
        expected: [String]
    ) throws {
        let json = company(
            #"{"id":"\#(first)","scope":"domestic","pattern":"\#(firstPattern)"},"#
                + #"{"id":"\#(second)","scope":"export","pattern":"\#(secondPattern)"}"#)
        #expect(try codes(json) { _ = Company($0, $1) } == expected)
        #expect(try codes(company("")) { _ = Company($0, $1) } == ["missing-key"])
    }

    @Test("India's fiscal year begins in April, others in January, unless said otherwise")
    func fiscalYears() throws {
        let series = #"{"id":"a","scope":"any","pattern":"A{fy}{n:3}"}"#
        for (extra, regime, month) in [
            ("", "india-gst", 4), ("", "european-vat", 1),
            (#""fiscalYearStart":7,"#, "european-vat", 7),
        ] {
            let json = company(series, regime: regime, extra)
            var start: Int?
            #expect(try codes(json) { start = Company($0, $1)?.fiscalYearStart } == [])
            #expect(start == month)
        }
    }

    private func company(
        _ series: String, regime: String = "india-gst", _ extra: String = ""
    ) -> String {
        #"{"name":"X","regime":"\#(regime)","currency":"INR","language":"en","timeZone":"UTC",\#(extra)"#
            + #""taxNumber":"X","address":{"lines":["1"],"city":"X","country":"IN"},"#
            + #""series":[\#(series)]}"#
    }

    @Test(
        "What a file holds is told from the beginning of its name",
        arguments: [
            ("orders-2026-04.jsonl", "orders"), ("in/box/Customers.csv", "customers"),
            ("deliveries.json", "deliveries"), ("prices", "prices"), ("items2.csv", "items"),
            ("order.json", nil), ("my-orders.json", nil), ("orders/x.json", nil), ("", nil),
        ] as [(String, String?)])
    func kinds(fileName: String, kind: String?) {
        #expect(RecordKind(fileName: fileName)?.rawValue == kind)
    }
}
