import Invoicing
import Money
import TestSupport
import Testing
import Trade

struct NotePropertyTests {
    @Test(
        "Notes that take a document apart, by line, quantity or amount, add up to it in everything",
        arguments: [true, false])
    func partsAddUp(isIndia: Bool) throws {
        let shop = try Shop.wide(isIndia: isIndia)
        var random = SplitMix64(seed: isIndia ? 0xC1ED : 0xC2ED)
        // What advances took off is no part of what notes take apart.
        let modes = Reckoning.Mode.allCases.filter { $0 != .advances }
        for _ in 0..<rounds / 16 {
            let reckoning = Reckoning(isIndia: isIndia, &random, among: modes)
            let json = reckoning.json
            let original = try shop.bill(reckoning)
            if original.lines.allSatisfy(\.taxable.isZero) { continue }
            var book = NoteBook(original, shop.master.company)
            var notes = Int.random(in: 0...5, using: &random)
            while notes > 0 {
                notes -= 1
                if Int.random(in: 0...3, using: &random) == 0 {
                    try book.write(debit(book, &random), as: .debitNote)
                } else if try !book.lefts().values.allSatisfy(\.isZero) {
                    guard let extent = try credit(book, &random) else { continue }
                    try book.write(extent)
                }
            }
            if try !book.lefts().values.allSatisfy(\.isZero) { try book.write(.whole) }
            let same = try book.sums() == original.amountsToTake
            #expect(same, "\(json) \(book.notes.map(\.totalText)) \(original.totalText)")
            if !same { return }
        }
    }

    /// Something that is left and is worth something.
    private func credit(
        _ book: NoteBook, _ random: inout SplitMix64
    ) throws -> NoteRequest.Extent? {
        let lefts = try book.lefts().filter { !$0.value.isZero }.sorted { $0.key < $1.key }
        switch Int.random(in: 0...5, using: &random) {
        case 0:
            let left = try lefts.map(\.value).total(book.original.currency)
            return .amount(part(of: left, &random))
        case 1: return .whole
        default:
            var lines: [NoteRequest.Line] = []
            for (line, left) in lefts where Bool.random(using: &random) {
                let quantity = book.standing.lines[line]?.quantity ?? .zero
                let size: NoteRequest.Size
                switch Int.random(in: 0...3, using: &random) {
                case 0: size = .all
                case 1: size = .amount(part(of: left, &random))
                default:
                    // Thousandths, as books keep quantities.
                    let thousandths = quantity.billionths / 1_000_000
                    if thousandths == 0 { continue }
                    let taken = Int128.random(in: 1...thousandths, using: &random)
                    let share = try left.part(
                        from: .zero, to: Decimal(billionths: taken * 1_000_000), of: quantity)
                    if share.isZero { continue }
                    size = .quantity(Decimal(billionths: taken * 1_000_000))
                }
                lines.append(.init(line: line, size: size))
            }
            return lines.isEmpty ? nil : .lines(lines)
        }
    }

    private func debit(_ book: NoteBook, _ random: inout SplitMix64) -> NoteRequest.Extent {
        let cents = Int64.random(in: 1...99_999, using: &random)
        let amount = Money(minorUnits: cents, book.original.currency)
        if Bool.random(using: &random) { return .amount(amount) }
        let line = Int.random(in: 1...book.original.lines.count, using: &random)
        return .lines([.init(line: line, size: .amount(amount))])
    }

    private func part(of amount: Money, _ random: inout SplitMix64) -> Money {
        Money(
            minorUnits: Int64.random(in: 1...amount.minorUnits, using: &random), amount.currency)
    }
}
