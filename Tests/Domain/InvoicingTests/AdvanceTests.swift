import Diagnostics
import Invoicing
import Money
import TestSupport
import Testing
import Trade

/// Receipt vouchers, deposit invoices and refunds; the working stands beside each case.
struct AdvanceTests {
    @Test(
        "India: services bear tax with the money, goods with their invoice",
        arguments: [
            // 590 × 100 ÷ 118 = 500.00; 9 % = 45.00.
            (["SERVICE 1 1000.00"], "LOCAL", "590.00", "500.00 cgst 45.00 sgst 45.00 0.00 590.00"),
            // 500 × 100 ÷ 118 = 423.73; 9 % = 38.1357 → 38.14 twice; 500.01 − 0.01.
            (["SERVICE 1 1000.00"], "LOCAL", "500.00", "423.73 cgst 38.14 sgst 38.14 -0.01 500.00"),
            // 18 % of 423.73 = 76.2714.
            (["SERVICE 1 1000.00"], "FAR", "500.00", "423.73 igst 76.27 0.00 500.00"),
            // 1180 : 1180 halves it: 500.00 of goods, 423.73 of the service.
            (
                ["T18 1 1000.00", "SERVICE 1 1000.00"], "LOCAL", "1000.00",
                "923.73 cgst 38.14 sgst 38.14 -0.01 1000.00"
            ),
            // Goods of three rates are one line, exempt ones another.
            (["T18 1 10.00", "T5 1 10.00", "Texempt 1 10.00"], "LOCAL", "3.00", "3.00 0.00 3.00"),
            // To SEZ under bond: integrated tax of nothing.
            (["SERVICE 1 1000.00"], "SEZ", "500.00", "500.00 igst 0.00 0.00 500.00"),
        ] as [([String], String, String, String)])
    func india(lines: [String], customer: String, amount: String, totals: String) throws {
        let shop = try Shop.india()
        let text = order(lines, customer: customer, currency: "INR")
        let voucher = try shop.advance(text, money(amount, .inr))
        #expect(voucher.totalText == totals)
        #expect(voucher.title == .receiptVoucher && voucher.kind == .advance)
        #expect(voucher.dueDate == nil && voucher.treatment.copies.isEmpty)
        let hasGoods = lines.contains { $0.hasPrefix("T18") }
        #expect(voucher.treatment.declarations.contains { $0.contains("66/2017") } == hasGoods)
        try voucher.checkNote()
    }

    @Test(
        "Europe: by rate, and what no net amount gives is rounding",
        arguments: [
            // 119 : 107 of 226; 59.50 and 53.50.
            (
                ["standard 1 100", "reduced 1 100"], "LOCAL", "113.00",
                "100.00 vat 13.00 0.00 113.00"
            ),
            // 0.03 ÷ 1.19 = 0.0252 → 0.03, and 0.01 of tax; 0.02 has 0.00.
            (["standard 1 100"], "LOCAL", "0.03", "0.03 vat 0.01 -0.01 0.03"),
            // 0.13 ÷ 1.19 = 0.1092 → 0.11 and 0.0209 → 0.02.
            (["standard 1 100"], "LOCAL", "0.13", "0.11 vat 0.02 0.00 0.13"),
            (["zero 1 100"], "LOCAL", "50.00", "50.00 vat 0.00 0.00 50.00"),
        ] as [([String], String, String, String)])
    func europe(lines: [String], customer: String, amount: String, totals: String) throws {
        let shop = try Shop.europe()
        let deposit = try shop.advance(order(lines, customer: customer), money(amount))
        #expect(deposit.totalText == totals)
        #expect(deposit.title == .depositInvoice && deposit.dueDate == nil)
        #expect(deposit.payment == nil && deposit.lines.allSatisfy { $0.note?.isEmpty == false })
        #expect(deposit.lines.allSatisfy { $0.name == "Anzahlung auf Auftrag SO-1" })
        #expect(deposit.taxPoint == CalendarDate("2026-04-22"))
        try deposit.checkNote()
        var book = NoteBook(deposit, shop.master.company)
        let note = try book.write(.whole)
        #expect(note.totalText == totals && note.title == .creditNote)
    }

    @Test("A refund voucher pays back exactly what it says, and all of them the advance")
    func refunds() throws {
        let shop = try Shop.india()
        var random = SplitMix64(seed: 0x4EF)
        let text = order(
            ["SERVICE 1 1000.00", "T18 1 700.00", "Texempt 1 33.33"], currency: "INR")
        for _ in 0..<rounds / 40 {
            let amount = Money(minorUnits: Int64.random(in: 1...200_000, using: &random), .inr)
            var book = NoteBook(try shop.advance(text, amount), shop.master.company)
            var left = amount
            for _ in 0..<Int.random(in: 0...4, using: &random) where left.minorUnits > 100 {
                let part = Money(
                    minorUnits: Int64.random(in: 100...left.minorUnits, using: &random), .inr)
                let refund = try book.write(.amount(part), as: .refundVoucher)
                #expect(refund.totals.payable == part && refund.title == .refundVoucher)
                left = try left - part
            }
            if !left.isZero {
                let last = try book.write(.whole, as: .refundVoucher)
                #expect(last.totals.payable == left)
            }
            let same = try book.sums() == book.original.amountsToTake
            #expect(same, "\(book.notes.map(\.totalText)) \(book.original.totalText)")
            if !same { return }
        }
    }

    @Test("Advances take what is left of the order; refusals say how much that is")
    func refuses() throws {
        let shop = try Shop.india()
        let text = order(["SERVICE 1 1000.00"], currency: "INR")
        for (amount, already, issued, codes) in [
            ("1180.00", "0", "2026-04-25", []), ("1180.01", "0", "2026-04-25", ["advance-exceeds"]),
            ("180.00", "1000.00", "2026-04-25", []),
            ("180.01", "1000.00", "2026-04-25", ["advance-exceeds"]),
            ("0", "0", "2026-04-25", ["amount-not-positive"]),
            ("1", "0", "2026-04-21", ["date-order"]),
        ] as [(String, String, String, [String])] {
            var found: [String] = []
            do {
                _ = try shop.advance(
                    text, money(amount, .inr), already: money(already, .inr), on: issued)
            } catch let refused as Shop.Refused { found = refused.codes }
            #expect(found == codes)
        }
        let abroad = try Shop.europe()
        let findings = Findings()
        #expect(throws: Shop.Refused.self) {
            try abroad.advance(order(["standard 1 1"], customer: "FAR"), money("1"), findings)
        }
        #expect(findings.diagnostics.map(\.code) == ["advance-intra-community"])
    }

    @Test("A receipt voucher is refunded, not credited; a deposit invoice credited, not refunded")
    func kinds() throws {
        let (india, europe) = try (Shop.india(), Shop.europe())
        let voucher = try india.advance(
            order(["SERVICE 1 10"], currency: "INR"), money("10", .inr))
        let deposit = try europe.advance(order(["standard 1 10"]), money("10"))
        for (document, company, kind) in [
            (voucher, india.master.company, DocumentKind.creditNote),
            (voucher, india.master.company, .debitNote),
            (deposit, europe.master.company, .refundVoucher),
        ] {
            var book = NoteBook(document, company)
            do {
                try book.write(.amount(money("1", document.currency)), as: kind)
                Issue.record("\(kind) was written")
            } catch let refused as Shop.Refused { #expect(refused.codes == ["note-kind"]) }
        }
    }
}

extension Shop {
    /// An advance on an order, received on 22 April 2026.
    func advance(
        _ text: String, _ amount: Money, already: Money? = nil, on issued: String = "2026-04-25",
        _ findings: Findings = Findings()
    ) throws -> Invoice {
        let day = { (text: String) in try #require(CalendarDate(text)) }
        let advance = AdvanceDocument.invoice(
            try review(text), amount: amount, already: already ?? .zero(amount.currency),
            received: try day("2026-04-22"), company: master.company,
            issueDate: try day(issued), findings)
        guard let advance else { throw Refused(findings: findings.diagnostics) }
        return advance
    }
}
