import Diagnostics
import Money
import Tax
import Trade

/// Works out a note: what it takes of each line, the tax of that, and what it comes to.
///
/// Credits lower what is left, debits raise it. Everything that a note states follows from what is
/// left before and after it.
struct NoteCalculator {
    let original: Invoice
    let request: NoteRequest
    let issueDate: CalendarDate
    /// For the total in the company's currency, in words; `nil` where nobody reads them.
    let companyLanguage: String?
    let before: Standing
    private(set) var after: Standing
    private(set) var takes: [Take] = []
    /// What a refund pays back, where it was asked for by that.
    private(set) var refund: Money?

    /// What the note takes of a line, or adds to it.
    struct Take {
        let line: InvoiceLine
        /// `nil` where only an amount is moved.
        let quantity: Decimal?
        /// Without tax.
        let amount: Money
        let rule: Explanation.Rule
        let before: Standing.Line
        let after: Standing.Line
    }

    init(
        original: Invoice, request: NoteRequest, issueDate: CalendarDate, standing: Standing,
        companyLanguage: String? = nil
    ) {
        self.original = original
        self.request = request
        self.issueDate = issueDate
        self.companyLanguage = companyLanguage
        before = standing
        after = standing
    }

    var currency: Currency { original.currency }
    var isDebit: Bool { request.kind == .debitNote }

    /// Takes what was asked for; false after findings.
    mutating func take(_ findings: Findings) throws(AmountOverflow) -> Bool {
        let errorsBefore = findings.errorCount
        switch request.extent {
        case .whole:
            for line in original.lines { try takeAll(line) }
        case .lines(let lines):
            let known = Dictionary(
                original.lines.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
            for line in lines { try take(line, of: known[line.line], findings) }
        case .amount(let amount) where request.kind == .refundVoucher:
            try takeRefund(amount, findings)
        case .amount(let amount): try takeSplit(amount, findings)
        }
        if findings.errorCount > errorsBefore { return false }
        if takes.allSatisfy(\.amount.isZero) {
            findings.add(
                Diagnostic(
                    code: "nothing-left", "this note comes to nothing", at: original.origin,
                    hint: "earlier notes may have taken all of \(original.number)"))
            return false
        }
        return true
    }

    // MARK: By line

    private mutating func takeAll(_ line: InvoiceLine) throws(AmountOverflow) {
        guard let standing = after.lines[line.number] else { return }
        let left = try standing.left()
        if left.isZero, standing.quantity.isZero { return }
        try move(
            line, standing.quantity.isZero ? nil : standing.quantity, left, .noteRest)
    }

    private mutating func take(
        _ asked: NoteRequest.Line, of line: InvoiceLine?, _ findings: Findings
    ) throws(AmountOverflow) {
        guard let line, let standing = after.lines[asked.line] else {
            findings.add(
                Diagnostic(
                    code: "unknown-line", "the document has no such line", at: original.origin,
                    found: "line \(asked.line)", expected: "1 to \(original.lines.count)"))
            return
        }
        switch asked.size {
        case .all:
            let count = takes.count
            try takeAll(line)
            if takes.count == count {
                findings.add(
                    Diagnostic(
                        code: "nothing-left", "nothing is left of line \(line.number)",
                        at: original.origin))
            }
        case .quantity(let quantity): try take(quantity, of: line, standing, findings)
        case .amount(let amount):
            guard isPositive(amount, findings),
                try isLeft(amount, standing.left(), "of line \(line.number)", findings)
            else { return }
            try move(line, nil, amount, .noteAmount)
        }
    }

    /// The quantity's share of what is left: what is taken with the last of it is all of it.
    private mutating func take(
        _ quantity: Decimal, of line: InvoiceLine, _ standing: Standing.Line, _ findings: Findings
    ) throws(AmountOverflow) {
        if quantity <= .zero {
            findings.add(
                Diagnostic(
                    code: "quantity-not-positive",
                    "a note states how much it \(isDebit ? "adds" : "takes back"), above zero",
                    at: original.origin, found: "\(quantity) of line \(line.number)"))
            return
        }
        if !quantity.fits(places: 3) {
            findings.add(
                Diagnostic(
                    code: "too-many-decimals",
                    "a note's quantity has more decimals than quantities are kept with",
                    at: original.origin, found: "\(quantity) of line \(line.number)",
                    expected: "at most 3"))
            return
        }
        if isDebit {
            // All was credited: what is charged again has the price it was invoiced at.
            let isGone = standing.quantity.isZero || standing.taxable.isZero
            let (value, whole) =
                isGone ? (line.movable, line.quantity) : (standing.taxable, standing.quantity)
            guard whole > .zero else { throw AmountOverflow() }
            let share = try value.part(from: .zero, to: quantity, of: whole)
            return try move(line, quantity, share, .noteQuantity)
        }
        if quantity > standing.quantity {
            findings.add(
                Diagnostic(
                    code: "note-exceeds", "more is credited than is left of line \(line.number)",
                    at: original.origin, found: quantity.description,
                    expected: "at most \(standing.quantity) of \(line.quantity)"))
            return
        }
        let share = try standing.left().part(from: .zero, to: quantity, of: standing.quantity)
        try move(line, quantity, share, .noteQuantity)
    }

    // MARK: By amount

    /// An amount without tax over the lines by what is left of each; where a debit note finds nothing
    /// left, by what they were issued with.
    private mutating func takeSplit(
        _ amount: Money, _ findings: Findings
    ) throws(AmountOverflow) {
        guard isPositive(amount, findings) else { return }
        var weights = try lefts()
        let left = try weights.total(currency)
        guard try isLeft(amount, left, "of the document", findings) else { return }
        if left.isZero { weights = original.lines.map(\.movable) }
        for (line, share) in zip(original.lines, try amount.split(by: weights))
        where !share.isZero {
            try move(line, nil, share, .noteSplit)
        }
    }

    /// What is paid back of an advance, with tax, over its lines by what is left of each with tax. A
    /// line's value falls to what its rest contains: round(rest × 100 ÷ (100 + rate)).
    private mutating func takeRefund(
        _ amount: Money, _ findings: Findings
    ) throws(AmountOverflow) {
        let left = try reckon(before).payable
        guard isPositive(amount, findings),
            try isLeft(amount, left, "of the advance, with tax", findings)
        else { return }
        refund = amount
        if amount == left {
            for line in original.lines { try takeAll(line) }
            return
        }
        var weights: [Money] = []
        for line in original.lines {
            let value = after.lines[line.number]?.taxable ?? .zero(currency)
            weights.append(try value + asked(line.tax, on: value))
        }
        let wholes = try left.split(by: weights)
        let shares = try amount.split(by: wholes)
        for (index, line) in original.lines.enumerated() where !shares[index].isZero {
            guard let standing = after.lines[line.number] else { continue }
            let rest = try wholes[index] - shares[index]
            let value = try Money(
                rest.value, times: Decimal(100), over: Decimal(100) + askedRate(line.tax),
                currency)
            let taken = try standing.taxable - value
            if taken.minorUnits > 0 { try move(line, nil, taken, .noteRefund) }
        }
    }

    /// What a credit may still take of each line.
    private func lefts() throws(AmountOverflow) -> [Money] {
        var lefts: [Money] = []
        for line in original.lines {
            lefts.append(try after.lines[line.number]?.left() ?? .zero(currency))
        }
        return lefts
    }

    // MARK: Taking

    private mutating func move(
        _ line: InvoiceLine, _ quantity: Decimal?, _ amount: Money, _ rule: Explanation.Rule
    ) throws(AmountOverflow) {
        guard var standing = after.lines[line.number] else { return }
        let old = standing
        if request.isFinancial {
            standing.financial = try standing.financial + amount
        } else {
            let (value, count) = isDebit ? (amount, quantity) : (-amount, quantity.map { -$0 })
            standing.taxable = try standing.taxable + value
            if let count { standing.quantity = try standing.quantity + count }
        }
        after.lines[line.number] = standing
        takes.append(
            Take(
                line: line, quantity: quantity, amount: amount, rule: rule, before: old,
                after: standing))
    }

    private func isPositive(_ amount: Money, _ findings: Findings) -> Bool {
        if amount.minorUnits > 0 { return true }
        findings.add(
            Diagnostic(
                code: "amount-not-positive", "a note's amount is above zero", at: original.origin,
                found: amount.description))
        return false
    }

    /// Credits take at most what is left; debits may raise a document by anything.
    private func isLeft(
        _ amount: Money, _ left: Money, _ what: String, _ findings: Findings
    ) throws(AmountOverflow) -> Bool {
        if isDebit || amount.minorUnits <= left.minorUnits { return true }
        findings.add(
            Diagnostic(
                code: "note-exceeds", "more is credited than is left \(what)", at: original.origin,
                found: amount.description, expected: "at most \(left)"))
        return false
    }
}
