import Diagnostics
import Formats
import Invoicing
import Money
import TestSupport
import Testing
import Trade

/// Orders that are billed in parts: deliveries, milestones, periods, several on one invoice.
struct BillingPartsTests {
    @Test("Graduated prices cost the same unit by unit, however deliveries split the order")
    func graduated() throws {
        var random = SplitMix64(seed: 0x61AD)
        for _ in 0..<max(20, rounds / 50) {
            let bounds = (0..<3).map { _ in Int.random(in: 1...60, using: &random) }
            let prices = (0..<4).map { _ in Int.random(in: 1...9_999, using: &random) }
            var tiers: [String] = []
            var upTo: [Int] = []
            var from = 1
            for index in 0..<4 {
                let to = index < 3 ? from + bounds[index] - 1 : nil
                let price = "\(prices[index] / 100).\(padded(prices[index] % 100, 2))"
                let end = to.map { ",\"to\":\"\($0)\"" } ?? ""
                tiers.append("{\"from\":\"\(from)\"\(end),\"unitPrice\":\"\(price)\"}")
                upTo.append(to ?? .max)
                from = (to ?? 0) + 1
            }
            var shop = try Shop.europe()
            try shop.contracts(
                """
                {"id":"C-1","customer":"LOCAL","currency":"EUR","from":"2026-01-01","prices":[
                {"item":"zero","model":"graduated","tiers":[\(tiers.joined(separator: ","))]}]}
                """)
            let quantity = Int.random(in: 1...200, using: &random)
            // Unit by unit: the first tier that reaches it.
            var cents = 0
            for unit in 1...quantity {
                cents += prices[upTo.firstIndex { unit <= $0 } ?? 3]
            }
            var deliveries: [[Int: String]] = []
            var left = quantity
            while left > 0 {
                let step = Int.random(in: 1...left, using: &random)
                deliveries.append([1: "\(step)"])
                left -= step
            }
            let parts = try shop.bill(order(["zero \(quantity)"]), deliveries: deliveries)
            let whole = try shop.bill(order(["zero \(quantity)"]))
            #expect(whole.totals.payable.minorUnits == Int64(cents))
            #expect(parts.reduce(0) { $0 + $1.totals.payable.minorUnits } == Int64(cents))
        }
    }

    private func shop(_ clauses: String, _ make: () throws -> Shop = Shop.europe) throws -> Shop {
        var shop = try make()
        try shop.contracts(
            """
            {"id":"C-1","customer":"LOCAL","currency":"EUR","from":"2026-01-31","to":"2027-01-30",
            "prices":[{"item":"zero","unitPrice":"10.00"},{"item":"standard","unitPrice":"10.00"}],
            \(clauses)}
            """)
        return shop
    }

    @Test(
        "Freight is charged on the deliveries that the contract says",
        arguments: [
            ("first-delivery", ["9.01", "0.00", "0.00"]),
            ("each-delivery", ["9.01", "9.01", "9.01"]),
            // Thirds of 9.01: 3.00 (3.0033), 3.01 (6.0067 − 3.00), 3.00.
            ("by-quantity", ["3.00", "3.01", "3.00"]),
            ("included", ["0.00", "0.00", "0.00"]),
        ])
    func freight(rule: String, expected: [String]) throws {
        let shop = try shop(#""freight":{"charged":"\#(rule)"}"#)
        let stated = rule == "included" ? "" : #","freight":{"amount":"9.01"}"#
        let parts = try shop.bill(
            order(["zero 3"], stated), deliveries: [[1: "1"], [1: "1"], [1: "1"]])
        #expect(parts.map(\.totals.freight.plain) == expected)
    }

    /// Milestones of one order, in the order in which they were reached.
    private func milestones(
        _ shop: Shop, _ text: String
    ) throws -> [Invoice] {
        let reviewed = try shop.review(text)
        guard case .milestones(let milestones) = reviewed.billing else { return [] }
        var before = Decimal.zero
        return try milestones.enumerated().map { index, milestone in
            let after = try before + milestone.percent
            let lines = reviewed.lines.map {
                Fulfilment.Line(line: $0, before: before, after: after, whole: Decimal(100))
            }
            before = after
            return try shop.invoice(
                Fulfilment([
                    Fulfilment.Part(
                        order: reviewed, event: .milestone(milestone),
                        delivery: Delivery(
                            id: "M\(index)", order: reviewed.order.id, date: reviewed.order.date),
                        lines: lines, isFirst: index == 0)
                ]))
        }
    }

    @Test("Milestones bill their part of every line, and together the whole of it")
    func milestones() throws {
        let shop = try shop(
            """
            "discounts":[{"percent":"3.5"}],
            "billing":{"plan":"milestones","milestones":[
            {"id":"A","description":"Design","percent":"33.3333"},
            {"id":"B","description":"Delivery","percent":"33.3333"},
            {"id":"C","description":"Acceptance","percent":"33.3334"}]}
            """)
        let text = order(
            ["zero 10.01 10.00 +7.00", "standard 1"], #","freight":{"amount":"5.00"}"#)
        let whole = try shop.bill(text)
        let parts = try milestones(shop, text)
        // 100.10 × 33.3333 % = 33.3667 → 33.37; × 66.6666 % = 66.7333 → 66.73, less 33.37 = 33.36.
        #expect(parts.map { $0.lines[0].gross.plain } == ["33.37", "33.36", "33.37"])
        #expect(parts.map { $0.lines[0].unitPrice.description } == ["33.37", "33.36", "33.37"])
        #expect(
            parts.allSatisfy { $0.lines[0].quantity == Decimal(1) && $0.lines[0].unit == "LS" })
        for line in [0, 1] {
            let nets = parts.map { $0.lines[line].net }
            #expect(try nets.total(.eur) == whole.lines[line].net)
        }
        #expect(try parts.map(\.totals.taxable).total(.eur) == whole.totals.taxable)
        #expect(parts.map(\.totals.freight.plain) == ["5.00", "0.00", "0.00"])
    }

    @Test("A period is billed at the contract's price of its first day")
    func periods() throws {
        var shop = try shop(
            #""billing":{"plan":"recurring","every":"month","when":"advance"}"#)
        try shop.contracts(
            """
            {"id":"C-1-A1","amends":"C-1","from":"2026-05-15","prices":[
            {"item":"zero","unitPrice":"12.00"}]}
            """)
        // A price stated on the order is the one of its own day.
        let text = order(["zero 3 10.00"])
        let prices = try ["2026-04-30", "2026-05-15", "2026-05-31"].map { day in
            let first = try #require(CalendarDate(day))
            let reviewed = try shop.review(
                text, OrderContext(isNew: false), on: .period(first))
            let lines = reviewed.lines.map {
                Fulfilment.Line(
                    line: $0, before: .zero, after: $0.ordered.quantity, whole: $0.ordered.quantity)
            }
            let period = Period(first: first, last: first.adding(days: 29))
            let invoice = try shop.invoice(
                Fulfilment([
                    Fulfilment.Part(
                        order: reviewed, event: .period(period),
                        delivery: Delivery(id: "P", order: "SO-1", date: first), lines: lines,
                        isFirst: true)
                ]))
            #expect(JSONWriter.text(invoice.value).contains("\"from\": \"\(day)\""))
            return invoice.totals.payable.plain
        }
        #expect(prices == ["30.00", "36.00", "36.00"])
    }

    @Test("Deliveries of several orders on one invoice are taxed together and told apart")
    func consolidated() throws {
        let shop = try shop("\"note\":\"one a month\"")
        let orders = try [
            order(["standard 0.333"], #","discount":{"percent":"0"},"purchaseOrder":"PO-1""#),
            order(["standard 0.333", "zero 1"], #","purchaseOrder":"PO-2""#)
                .replacing("SO-1", with: "SO-2"),
        ].map { try shop.review($0) }
        let parts = zip(orders, ["D1", "D2"]).map { reviewed, id in
            Fulfilment.Part(
                order: reviewed, event: .delivery,
                delivery: Delivery(id: id, order: reviewed.order.id, date: reviewed.order.date),
                lines: reviewed.lines.map {
                    Fulfilment.Line(
                        line: $0, before: .zero, after: $0.ordered.quantity,
                        whole: $0.ordered.quantity)
                }, isFirst: true)
        }
        let invoice = try shop.invoice(Fulfilment(parts))
        // 3.33 twice: 19 % of 6.66 is 1.2654, once; each by itself would be 0.63.
        #expect(invoice.totals.tax.plain == "1.27" && invoice.totals.payable.plain == "17.93")
        let value = invoice.value
        #expect(value["order"] == nil && value["delivery"] == nil)
        let text = JSONWriter.text(value)
        #expect(text.contains(#""delivery": "D2""#) && text.contains(#""purchaseOrder": "PO-2""#))
        #expect(invoice.lines.map(\.part) == [0, 1, 1])
    }

    /// 5 % of 0.30 is 0.015, rounded 0.02 each and 0.04 together; of 0.60 it is 0.03. The document
    /// has one discount: 0.03.
    @Test("A discount that every delivery of an invoice has is one rounded amount")
    func consolidatedDiscount() throws {
        let shop = try shop(#""discounts":[{"on":"order","percent":"5"}]"#)
        let reviewed = try shop.review(order(["zero 0.06"]))
        let line = try #require(reviewed.lines.first)
        let whole = line.ordered.quantity
        let half = try #require(Decimal("0.03"))
        let parts = [(Decimal.zero, half), (half, whole)].enumerated().map { number, span in
            Fulfilment.Part(
                order: reviewed, event: .delivery,
                delivery: Delivery(
                    id: "D\(number)", order: reviewed.order.id, date: reviewed.order.date),
                lines: [
                    Fulfilment.Line(line: line, before: span.0, after: span.1, whole: whole)
                ], isFirst: number == 0)
        }
        let invoice = try shop.invoice(Fulfilment(parts))
        #expect(invoice.lines.map(\.net.plain) == ["0.30", "0.30"])
        #expect(invoice.lines.map(\.documentDiscount.plain) == ["0.02", "0.01"])
        #expect(invoice.totals.discount.plain == "0.03")
        #expect(invoice.allowances.map(\.percent) == [Decimal(5)])
    }
}
