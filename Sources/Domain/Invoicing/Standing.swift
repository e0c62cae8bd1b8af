import Money

/// What earlier notes have left of a document, line by line.
public struct Standing: Sendable {
    /// By line number.
    public var lines: [Int: Line]
    /// What refunds have paid beyond what their lines came to, below zero, or short of it.
    public private(set) var residue: Money
    /// The movements do not belong to the document or are larger than can be reckoned with.
    public private(set) var isBroken = false

    public struct Line: Sendable, Hashable {
        public var quantity: Decimal
        /// The value that tax is on; of what was paid as pure agent, that.
        public var taxable: Money
        /// Taken off by commercial credit notes, which leave `taxable` as it is.
        public var financial: Money

        public init(quantity: Decimal, taxable: Money, financial: Money? = nil) {
            self.quantity = quantity
            self.taxable = taxable
            self.financial = financial ?? .zero(taxable.currency)
        }
    }

    /// As issued.
    public init(of original: Invoice) {
        lines = [:]
        residue = .zero(original.currency)
        for line in original.lines {
            lines[line.number] = Line(quantity: line.quantity, taxable: line.movable)
        }
    }

    /// Counts a movement of an earlier note; they come in the order in which they were issued.
    public mutating func apply(_ movement: NoteMovement) {
        do throws(AmountOverflow) { try count(movement) } catch { isBroken = true }
    }

    private mutating func count(_ movement: NoteMovement) throws(AmountOverflow) {
        guard movement.taxable.currency == residue.currency else { throw AmountOverflow() }
        if movement.line == 0 {
            residue = try residue + movement.taxable
            return
        }
        guard var line = lines[movement.line] else { throw AmountOverflow() }
        if movement.isFinancial {
            line.financial = try line.financial - movement.taxable
        } else {
            line.taxable = try line.taxable + movement.taxable
            line.quantity = try line.quantity + movement.quantity
        }
        guard try !line.left().isNegative, !line.quantity.isNegative else {
            throw AmountOverflow()
        }
        lines[movement.line] = line
    }
}

extension Standing.Line {
    /// What a credit may still take.
    public func left() throws(AmountOverflow) -> Money { try taxable - financial }
}

extension InvoiceLine {
    /// What notes move: the taxable value; of what was paid as pure agent, that.
    var movable: Money { tax.category == .pureAgent ? total : taxable }
}
