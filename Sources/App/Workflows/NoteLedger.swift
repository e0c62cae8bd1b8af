import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// A document and what the books know of the notes on it.
struct NoteLedger {
    let original: Books.Document
    let invoice: Invoice

    /// What earlier notes have left.
    func standing(in transaction: borrowing Transaction) throws -> Standing {
        if original.kind == .advance {
            return try BooksFolder.standing(of: invoice, original.number, in: transaction)
        }
        var standing = Standing(of: invoice)
        let movements = try Books.movements(
            on: original.number, in: invoice.currency, in: transaction)
        for movement in movements { standing.apply(movement) }
        return standing
    }

    /// What is asked for, in the document's own lines and currency.
    func request(
        _ request: NoteWriting.Request, _ goods: Books.CreditableReturn?, _ reason: String,
        in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> NoteRequest {
        let isVoucher = invoice.title == .receiptVoucher
        let kind: DocumentKind =
            request.isDebit ? .debitNote : isVoucher ? .refundVoucher : .creditNote
        let extent: NoteRequest.Extent
        switch request.extent {
        case .whole: extent = .whole
        case .amount(let amount): extent = .amount(try money(amount))
        case .lines(let lines):
            extent = .lines(
                try lines.map { line, size in
                    switch size {
                    case .all: NoteRequest.Line(line: line, size: .all)
                    case .quantity(let quantity):
                        NoteRequest.Line(line: line, size: .quantity(quantity))
                    case .amount(let amount):
                        NoteRequest.Line(line: line, size: .amount(try money(amount)))
                    }
                })
        case .goods:
            extent = .lines(try goods.map { try lines(of: $0, in: transaction, findings) } ?? [])
        }
        return NoteRequest(
            kind: kind, extent: extent, reason: reason, isFinancial: request.isFinancial)
    }

    /// An amount in the document's currency, which must hold it.
    private func money(_ amount: Decimal) throws -> Money {
        guard let money = invoice.currency.money(amount) else {
            throw UsageError("\(amount) is more money than can be reckoned with")
        }
        if money.value == amount { return money }
        throw UsageError(
            "\(amount) has more decimals than \(invoice.currency)",
            hint: "amounts are in the currency of \(original.number)")
    }

    /// The document's lines that billed what came back; of a line that several prices made several
    /// lines of, the last of them first, as the last pieces were the ones beyond the tier.
    private func lines(
        of goods: Books.CreditableReturn, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws -> [NoteRequest.Line] {
        let standing = try standing(in: transaction)
        var lines: [NoteRequest.Line] = []
        for (line, quantity) in goods.lines {
            var rest = quantity
            for own in invoice.lines.reversed() where own.orderLine == line {
                let part = invoice.parts[own.part]
                guard part.order.id == goods.order, part.delivery?.id == goods.delivery,
                    let left = standing.lines[own.number]?.quantity, left > .zero, rest > .zero
                else { continue }
                let taken = min(rest, left)
                rest = try rest - taken
                lines.append(NoteRequest.Line(line: own.number, size: .quantity(taken)))
            }
            if rest.isZero { continue }
            findings.add(
                Diagnostic(
                    code: "note-exceeds",
                    "more of line \(line) of order \(goods.order) came back with \(goods.id) than "
                        + "is left on \(original.number)",
                    at: invoice.origin, found: quantity.description,
                    expected: "at most \(try quantity - rest)",
                    hint: "was it credited before? --line N=AMOUNT credits an amount"))
        }
        return lines
    }

    /// A refund takes no more than invoices have left of the advance.
    func checkAdvance(
        _ note: Invoice, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> Bool {
        guard original.kind == .advance else { return true }
        guard let open = try Books.openAdvance(original.number, in: transaction) else {
            throw EnvironmentError("\(original.number) is entered as no advance")
        }
        if note.totals.payable.minorUnits <= open.rest.total.minorUnits { return true }
        let users = try Books.users(of: original.number, in: transaction)
        findings.add(
            Diagnostic(
                code: open.rest.isUsed ? "nothing-left" : "note-exceeds",
                "more is paid back than is left of \(original.number)",
                at: invoice.origin, found: note.totals.payable.description,
                expected: "at most \(open.rest.total)",
                hint: users.isEmpty ? nil : "taken off by \(users.joined(separator: ", "))"))
        return false
    }
}

extension Invoice {
    /// What a note on it moves of each order line; an advance bills none.
    func lines(of movements: [NoteMovement]) -> [Books.DocumentLine] {
        if kind == .advance { return [] }
        let known = Dictionary(
            lines.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        return movements.compactMap { movement in
            guard let line = known[movement.line] else { return nil }
            return Books.DocumentLine(
                order: parts[line.part].order.id, line: line.orderLine,
                quantity: movement.quantity, taxable: movement.taxable)
        }
    }
}

extension Currency {
    /// A typed amount, rounded to the minor unit; `nil` beyond what amounts are kept with.
    func money(_ amount: Decimal) -> Money? {
        do throws(AmountOverflow) {
            return try Money(amount, self, .halfAwayFromZero)
        } catch { return nil }
    }
}
