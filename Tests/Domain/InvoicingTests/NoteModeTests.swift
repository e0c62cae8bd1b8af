import Diagnostics
import Formats
import Invoicing
import Money
import TestSupport
import Testing
import Trade

/// Notes about documents whose prices contain the tax, whose recipient owes it, or that pass on what
/// was paid as pure agent.
struct NoteModeTests {
    @Test("Prices with tax are credited without it; all notes together give back the stated sum")
    func inclusive() throws {
        // 500.00 × 100 ÷ 118 = 423.73; 9 % = 38.1357 → 38.14 twice; 500.01 − 0.01.
        let shop = try Shop.india()
        let text = order(["T18 2 250.00"], currency: "INR", #","pricesIncludeTax":true"#)
        let original = try shop.bill(text)
        #expect(original.totalText == "423.73 cgst 38.14 sgst 38.14 -0.01 500.00")
        var whole = NoteBook(original, shop.master.company)
        let note = try whole.write(.whole)
        #expect(note.totalText == original.totalText && note.totals.inclusive == nil)
        #expect(note.lines[0].unitPrice == Decimal("423.73") && note.lines[0].per == Decimal(2))
        // 211.87 of 423.73; 211.86 is left: 19.0674 → 19.07 of each, 250.00 with tax.
        var book = NoteBook(original, shop.master.company)
        let half = try book.write(.lines([.init(line: 1, size: .quantity(Decimal(1)))]))
        #expect(half.totalText == "211.87 cgst 19.07 sgst 19.07 0.00 250.01")
        #expect(try book.write(.whole).totalText == "211.86 cgst 19.07 sgst 19.07 -0.01 249.99")
    }

    @Test("However a document with tax in its prices is taken apart", arguments: [true, false])
    func inclusiveAddsUp(isIndia: Bool) throws {
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        var random = SplitMix64(seed: isIndia ? 0x1C1 : 0x1C2)
        for _ in 0..<rounds / 40 {
            let json = Reckoning(isIndia: isIndia, &random).json
            let original = try shop.bill(
                "{\"pricesIncludeTax\":true,\(json.drop { $0 == "{" || $0 == "\n" || $0 == " " })")
            if original.lines.allSatisfy(\.taxable.isZero) { continue }
            #expect(original.pricesIncludeTax)
            var book = NoteBook(original, shop.master.company)
            for line in original.lines where Bool.random(using: &random) {
                if line.taxable.minorUnits < 2 { continue }
                let cents = Int64.random(in: 1..<line.taxable.minorUnits, using: &random)
                let size = NoteRequest.Size.amount(Money(minorUnits: cents, original.currency))
                try book.write(.lines([.init(line: line.number, size: size)]))
            }
            try book.write(.whole)
            let same = try book.sums() == original.amountsToTake
            #expect(same, "\(json) \(book.notes.map(\.totalText)) \(original.totalText)")
            if !same { return }
        }
    }

    @Test("Where the recipient owes the tax it is stated and not given back")
    func reverseCharge() throws {
        var shop = try Shop.india()
        try shop.add(
            #"{"id":"GTA","name":"Carriage","kind":"service","unit":"NA","hsn":"996511","tax":"5","reverseCharge":true}"#
        )
        let original = try shop.bill(order(["GTA 3 33.33"], currency: "INR"))
        #expect(original.totals.reverseTax == money("5.00", .inr))
        var book = NoteBook(original, shop.master.company)
        let one = NoteRequest.Extent.lines([.init(line: 1, size: .quantity(Decimal(1)))])
        let note = try book.write(one)
        // 99.99: 2.5 % = 2.49975 → 2.50; 66.66: 1.6665 → 1.67.
        #expect(note.totalText == "33.33 cgst 0.00 sgst 0.00 -0.33 33.00")
        #expect(note.totals.reverseTax == money("1.66", .inr))
        #expect(note.lines[0].total == money("33.33", .inr))
        try book.write(one)
        try book.write(.whole)
        #expect(try book.sums() == original.amountsToTake)
    }

    @Test("What was paid as pure agent is credited outside the value")
    func pureAgent() throws {
        var shop = try Shop.india()
        try shop.add(
            #"{"id":"FEE","name":"Fee","kind":"service","unit":"NA","hsn":"998719","tax":"pure-agent"}"#
        )
        let original = try shop.bill(order(["SERVICE 1 100.00", "FEE 2 50.00"], currency: "INR"))
        #expect(original.totals.outside == money("100.00", .inr))
        var book = NoteBook(original, shop.master.company)
        let note = try book.write(.lines([.init(line: 2, size: .quantity(Decimal(1)))]))
        #expect(note.totals.outside == money("50.00", .inr) && note.totals.taxable.isZero)
        #expect(note.totals.payable == money("50.00", .inr))
        try book.write(.whole)
        #expect(try book.sums() == original.amountsToTake)
        // Half of 118.00 and half of 100.00.
        let voucher = try shop.advance(
            order(["SERVICE 1 100.00", "FEE 2 50.00"], currency: "INR"), money("109.00", .inr))
        #expect(voucher.totals.outside == money("50.00", .inr))
        #expect(voucher.totalText == "50.00 cgst 4.50 sgst 4.50 0.00 109.00")
    }
}

extension Shop {
    fileprivate mutating func add(_ json: String) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "item.json", text: json))
        let item = try #require(Item(tree.root, findings))
        master.items[item.id] = item
    }
}
