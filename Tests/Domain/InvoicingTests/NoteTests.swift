import Diagnostics
import Invoicing
import Money
import Testing
import Trade

/// Credit and debit notes worked out by hand; the working stands beside each case.
struct NoteTests {
    @Test("India: a line comes back piece by piece, each head the difference of two roundings")
    func indiaByQuantity() throws {
        // 3 × 333.50 = 1000.50; 9 % = 90.045 → 90.05 twice; 1180.60 + 0.40 = 1181.
        let shop = try Shop.india()
        let original = try shop.bill(order(["T18 3 333.50"], currency: "INR"))
        #expect(original.totalText == "1000.50 cgst 90.05 sgst 90.05 0.40 1181.00")
        var book = NoteBook(original, shop.master.company)
        let one = NoteRequest.Extent.lines([.init(line: 1, size: .quantity(Decimal(1)))])
        // 667.00 is left: 60.03; 90.05 − 60.03 = 30.02. 787.06 → 787: 394 of 1181.
        #expect(try book.write(one).totalText == "333.50 cgst 30.02 sgst 30.02 0.46 394.00")
        // 333.50 is left: 30.015 → 30.02; 60.03 − 30.02 = 30.01. 393.54 → 394: 393 of 787.
        #expect(try book.write(one).totalText == "333.50 cgst 30.01 sgst 30.01 -0.52 393.00")
        #expect(try book.write(one).totalText == "333.50 cgst 30.02 sgst 30.02 0.46 394.00")
        #expect(try book.sums() == original.amountsToTake)
        #expect(throws: Shop.Refused.self) { try book.write(.whole) }
    }

    @Test("Europe: three thirds of 100.00 at 19 % are 119.00")
    func europeByQuantity() throws {
        let shop = try Shop.europe()
        let original = try shop.bill(order(["standard 3 33.3333"]))
        #expect(original.totalText == "100.00 vat 19.00 0.00 119.00")
        var book = NoteBook(original, shop.master.company)
        let one = NoteRequest.Extent.lines([.init(line: 1, size: .quantity(Decimal(1)))])
        // 66.67 is left: 12.6673 → 12.67; 19.00 − 12.67 = 6.33.
        #expect(try book.write(one).totalText == "33.33 vat 6.33 0.00 39.66")
        // Half of 66.67 = 33.335 → 33.34, which is above the price: it is the price of the piece.
        let second = try book.write(one)
        #expect(second.totalText == "33.34 vat 6.34 0.00 39.68")
        #expect(second.lines[0].unitPrice == Decimal("33.34"))
        #expect(try book.write(one).totalText == "33.33 vat 6.33 0.00 39.66")
        #expect(try book.sums() == original.amountsToTake)
    }

    @Test("Europe: tax is the category's and rate's, on all of its lines, not the line's")
    func europeByGroup() throws {
        // 0.33 three times: 0.99 × 19 % = 0.1881 → 0.19.
        let shop = try Shop.europe()
        let original = try shop.bill(order([String](repeating: "standard 1 0.33", count: 3)))
        var book = NoteBook(original, shop.master.company)
        // 0.66: 0.1254 → 0.13; 0.33: 0.0627 → 0.06.
        for (line, tax) in [(3, "0.06"), (1, "0.07"), (2, "0.06")] {
            let note = try book.write(.lines([.init(line: line, size: .all)]))
            #expect(note.totals.tax.plain == tax)
            #expect(note.lines.map(\.orderLine) == [line])
        }
        #expect(try book.sums() == original.amountsToTake)
    }

    @Test("A whole credit is the document to the minor unit, what was taken off shown as such")
    func whole() throws {
        let shop = try Shop.india()
        // 10 % of 1500 = 150: 100 and 50. Freight 30 over 900 : 450: 20 and 10.
        let original = try shop.bill(
            order(
                ["T18 2 500.00", "T5 1 500.00"], currency: "INR",
                #","discount":{"percent":"10"},"freight":{"amount":"30.00"}"#))
        var book = NoteBook(original, shop.master.company)
        let note = try book.write(.whole)
        #expect(note.totalText == original.totalText)
        #expect(note.lines.map(\.gross.plain) == ["1000.00", "500.00"])
        #expect(note.lines.map(\.discount.plain) == ["80.00", "40.00"])
        #expect(note.lines.map(\.net.plain) == ["920.00", "460.00"])
        #expect(note.totals.discount.isZero && note.allowances.isEmpty)
        #expect(note.title == .creditNote && note.treatment.copies.isEmpty)
        #expect(note.references.map(\.kind) == [.invoice] && note.reason == "Returned")
        #expect(note.dueDate == nil && note.payment == nil)
    }

    @Test("An amount is split over the lines by what is left of each")
    func byAmount() throws {
        let shop = try Shop.europe()
        let original = try shop.bill(order(["standard 1 100.00", "reduced 1 50.00"]))
        #expect(original.totalText == "150.00 vat 22.50 0.00 172.50")
        var book = NoteBook(original, shop.master.company)
        // 10.00: 6.67 and 3.33. 93.33 × 19 % = 17.7327 → 17.73: 1.27; 46.67 × 7 % = 3.2669: 0.23.
        let note = try book.write(.amount(money("10.00")))
        #expect(note.lineTexts == ["6.67 0.00 0.00 6.67", "3.33 0.00 0.00 3.33"])
        #expect(note.totalText == "10.00 vat 1.50 0.00 11.50")
        #expect(note.lines.map(\.unit) == ["LS", "LS"])
        // The pieces are still there: what is left of them is their price now.
        let rest = try book.write(.whole)
        #expect(rest.lines.map(\.quantity) == [Decimal(1), Decimal(1)])
        #expect(rest.lines.map(\.discount.plain) == ["6.67", "3.33"])
        #expect(try book.sums() == original.amountsToTake)
    }

    @Test("A debit note raises the document, and what it added can be credited")
    func debit() throws {
        let shop = try Shop.india()
        let original = try shop.bill(order(["T18 1 100.05"], currency: "INR"))
        var book = NoteBook(original, shop.master.company)
        // 101.00: 9.09; 9.09 − 9.00 = 0.09. 119.18 → 119, less 118.
        let note = try book.write(
            .lines([.init(line: 1, size: .amount(money("0.95", .inr)))]), as: .debitNote)
        #expect(note.totalText == "0.95 cgst 0.09 sgst 0.09 -0.13 1.00")
        #expect(note.title == .debitNote && note.dueDate == CalendarDate("2026-06-15"))
        try book.write(.lines([.init(line: 1, size: .quantity(Decimal(2)))]), as: .debitNote)
        #expect(book.standing.lines[1]?.quantity == Decimal(3))
        // 101.00 + 2 × 101.00.
        #expect(book.standing.lines[1]?.taxable == money("303.00", .inr))
        try book.write(.lines([.init(line: 1, size: .quantity(Decimal(2)))]))
        try book.write(.whole)
        #expect(try book.sums() == original.amountsToTake)
        // All is gone: a piece has the price that it was invoiced at.
        let again = try book.write(
            .lines([.init(line: 1, size: .quantity(Decimal(1)))]), as: .debitNote)
        #expect(again.totalText == "100.05 cgst 9.00 sgst 9.00 -0.05 118.00")
    }

    @Test(
        "A commercial credit note bears no tax, leaves the tax where it is and counts all the same")
    func financial() throws {
        let shop = try Shop.india()
        let original = try shop.bill(order(["T18 4 25.00"], currency: "INR"))
        var book = NoteBook(original, shop.master.company)
        let note = try book.write(.amount(money("20.00", .inr)), isFinancial: true)
        #expect(note.totalText == "20.00 0.00 20.00")
        #expect(note.title == .financialCreditNote)
        #expect(
            note.treatment.declarations == [
                "Commercial credit note without GST (CGST Act s. 34 not applied)"
            ])
        #expect(book.standing.lines[1]?.taxable == money("100.00", .inr))
        #expect(throws: Shop.Refused.self) { try book.write(.amount(money("80.01", .inr))) }
        // A quarter of the 80.00 that are left; 7.20 of 9.00 is left of each tax.
        let quarter = try book.write(.lines([.init(line: 1, size: .quantity(Decimal(1)))]))
        #expect(quarter.totalText == "20.00 cgst 1.80 sgst 1.80 0.40 24.00")
        try book.write(.whole)
        #expect(try book.lefts() == [1: money("0.00", .inr)])
    }

    @Test("Under a letter of undertaking and in a foreign currency")
    func export() throws {
        let rate = #","exchangeRate":{"rate":"88.4250","source":"RBI","date":"2026-04-17"}"#
        let shop = try Shop.india()
        for (customer, tax) in [("ABROAD", "0.00"), ("PAYING", "6.00")] {
            let original = try shop.bill(
                order(["SERVICE 3 33.335"], customer: customer, currency: "USD", rate))
            var book = NoteBook(original, shop.master.company)
            let one = NoteRequest.Extent.lines([.init(line: 1, size: .quantity(Decimal(1)))])
            let note = try book.write(one)
            // 100.01 ÷ 3 = 33.3367; 66.67 × 18 % = 12.0006.
            #expect(note.totals.taxable.plain == "33.34" && note.totals.tax.plain == tax)
            #expect(note.treatment.isCharged == (customer == "PAYING"))
            try book.write(one)
            try book.write(.whole)
            #expect(try book.sums() == original.amountsToTake)
        }
    }

    @Test(
        "What cannot be written is refused with its reason",
        arguments: [
            ("credit", ["1:4"], "2026-05-01", "note-exceeds"),
            ("credit", ["1=100.01"], "2026-05-01", "note-exceeds"),
            ("credit", ["150.01"], "2026-05-01", "note-exceeds"),
            ("credit", ["0"], "2026-05-01", "amount-not-positive"),
            ("credit", ["1=-1"], "2026-05-01", "amount-not-positive"),
            ("credit", ["1:0"], "2026-05-01", "quantity-not-positive"),
            ("debit", ["1:-1"], "2026-05-01", "quantity-not-positive"),
            ("credit", ["1:0.0001"], "2026-05-01", "too-many-decimals"),
            ("credit", ["2"], "2026-05-01", "ok"),
            ("credit", ["7:1"], "2026-05-01", "unknown-line"),
            ("credit", ["1", "1"], "2026-05-01", "nothing-left"),
            ("credit", ["2:1", "3:1"], "2026-05-01", "unknown-line"),
            ("credit", [], "2026-05-01", "nothing-left"),
            ("debit", ["1"], "2026-05-01", "note-kind"),
            ("debit", ["all"], "2026-05-01", "note-kind"),
            ("refund", ["all"], "2026-05-01", "note-kind"),
            ("invoice", ["all"], "2026-05-01", "note-kind"),
            ("credit", ["all"], "2026-04-19", "note-before-original"),
            ("credit", ["all"], "2027-11-30", "ok"),
            ("credit", ["all"], "2027-12-01", "note-too-late"),
            ("financial", ["all"], "2027-12-01", "ok"), ("debit", ["1:1"], "2027-12-01", "ok"),
        ] as [(String, [String], String, String)])
    func refuses(kind: String, lines: [String], date: String, code: String) throws {
        let shop = try Shop.india()
        let original = try shop.bill(order(["T18 3 33.33", "T5 1 50.01"], currency: "INR"))
        var book = NoteBook(original, shop.master.company)
        let kinds: [String: DocumentKind] = [
            "debit": .debitNote, "refund": .refundVoucher, "invoice": .invoice,
        ]
        let write = { (book: inout NoteBook) in
            try book.write(
                extent(lines), as: kinds[kind] ?? .creditNote,
                isFinancial: kind == "financial", on: date)
        }
        do {
            _ = try write(&book)
            #expect(code == "ok")
        } catch let refused as Shop.Refused {
            #expect(refused.codes == [code])
            #expect(book.standing.lines == Standing(of: original).lines)
        }
    }

    @Test(
        "Notes are about invoices; Europe knows no commercial ones; India lets exempt ones be late")
    func kinds() throws {
        let europe = try Shop.europe()
        var book = NoteBook(
            try europe.bill(order(["standard 1 1.00"])), europe.master.company)
        var codes: [String] = []
        do { try book.write(.whole, isFinancial: true) } catch let refused as Shop.Refused {
            codes += refused.codes
        }
        let note = try book.write(.whole, on: "2036-01-01")
        var notes = NoteBook(note, europe.master.company)
        do { try notes.write(.whole, on: "2036-01-01") } catch let refused as Shop.Refused {
            codes += refused.codes
        }
        #expect(codes == ["note-kind", "note-kind"])
        let india = try Shop.india()
        var exempt = NoteBook(
            try india.bill(order(["Texempt 1 1.00"], currency: "INR")), india.master.company)
        try exempt.write(.whole, on: "2036-01-01")
    }

    @Test("Movements that cannot be of the document are no standing")
    func brokenStanding() throws {
        let shop = try Shop.europe()
        let original = try shop.bill(order(["standard 1 1.00"]))
        for movement in [
            NoteMovement(line: 2, quantity: .zero, taxable: money("-1.00")),
            NoteMovement(line: 1, quantity: .zero, taxable: money("-1.01")),
            NoteMovement(line: 1, quantity: Decimal(-2), taxable: money("-1.00")),
            NoteMovement(line: 1, quantity: .zero, taxable: money("-1.00", .inr)),
        ] {
            var standing = Standing(of: original)
            standing.apply(movement)
            let findings = Findings()
            let note = original.note(
                NoteRequest(kind: .creditNote, extent: .whole, reason: "x"), standing,
                company: shop.master.company, issueDate: original.issueDate, findings)
            #expect(note == nil && findings.diagnostics.map(\.code) == ["amount-too-large"])
        }
    }
}

/// `all`, an amount of the document, or lines: `2`, `2:QUANTITY`, `2=AMOUNT`.
private func extent(_ words: [String]) throws -> NoteRequest.Extent {
    if words == ["all"] { return .whole }
    if words.count == 1, let amount = Decimal(words[0]), !amount.isWhole || amount.isZero {
        return .amount(money(words[0], .inr))
    }
    return .lines(
        try words.map { word in
            let parts = word.split { $0 == ":" || $0 == "=" }
            let line = try #require(Int(parts[0]))
            if parts.count == 1 { return .init(line: line, size: .all) }
            let number = "\(parts[1])"
            return .init(
                line: line,
                size: word.contains("=")
                    ? .amount(money(number, .inr)) : .quantity(try #require(Decimal(number))))
        })
}

func money(_ text: String, _ currency: Currency = .eur) -> Money {
    do {
        return try Money(Decimal(text) ?? .zero, currency, .halfAwayFromZero)
    } catch { return .zero(currency) }
}
