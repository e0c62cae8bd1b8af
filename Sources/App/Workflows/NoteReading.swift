import Formats
import Invoicing
import Money

/// What a note moves of the document it is about, read back from what the two of them say.
struct NoteReading {
    let note: Invoice
    let original: Invoice
    /// How the amount of each line was made and what was left of it before, as the explanation says;
    /// empty where documents of older versions have none.
    private let steps: [String: (rule: String, left: String)]
    private let sources: [Int: InvoiceLine]

    /// - Parameter root: of the note's canonical JSON.
    init(_ note: Invoice, on original: Invoice, _ root: DataNode) {
        self.note = note
        self.original = original
        sources = Dictionary(
            original.lines.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        var steps: [String: (rule: String, left: String)] = [:]
        for step in root["explanation"]?.elements ?? [] {
            guard let path = step["of"]?.string, let rule = step["rule"]?.string else { continue }
            steps[path] = (rule, step["facts"]?.elements.first?["value"]?.string ?? "")
        }
        self.steps = steps
    }

    private var isExplained: Bool { !steps.isEmpty }

    /// A movement, and whether the note leaves no doubt of its quantity.
    typealias Reading = (movement: NoteMovement, hasQuantity: Bool)

    /// What `Invoice.note` gives besides the note.
    ///
    /// - Parameter hasRest: whether a row about the original as a whole was entered; asked only where
    ///   the note has no explanation.
    func movements(hasRest: Bool) -> [Reading] {
        var readings = note.lines.map(movement)
        let isRefunded =
            isExplained
            ? note.lines.contains { steps["lines.\($0.number).net"]?.rule == "note-refund" }
            : hasRest
        if isRefunded, !note.totals.roundOff.isZero {
            readings.append(
                (NoteMovement(line: 0, quantity: .zero, taxable: -note.totals.roundOff), true))
        }
        return readings
    }

    private func movement(_ line: InvoiceLine) -> Reading {
        let isDebit = note.kind == .debitNote
        let isFinancial = note.title == .financialCreditNote
        let movesAmount = isFinancial ? true : movesAmountOnly(line)
        let quantity = movesAmount == true ? .zero : line.quantity
        return (
            NoteMovement(
                line: line.orderLine,
                quantity: isDebit ? quantity : Decimal(billionths: -quantity.billionths),
                taxable: isDebit ? line.net : -line.net, isFinancial: isFinancial),
            movesAmount != nil
        )
    }

    /// Whether the line is an amount alone, stated as one of its own kind; `nil` where that cannot be
    /// told from a single piece at its price.
    private func movesAmountOnly(_ line: InvoiceLine) -> Bool? {
        if let source = sources[line.orderLine], source.unit != line.unit { return true }
        if line.quantity != Decimal(1) { return false }
        guard let step = steps["lines.\(line.number).net"] else { return nil }
        switch step.rule {
        case "note-amount", "note-split", "note-refund": return true
        case "note-rest": return step.left.hasPrefix("0 for")
        default: return false
        }
    }
}
