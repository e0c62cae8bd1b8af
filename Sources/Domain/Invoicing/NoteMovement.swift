import Money

/// What one note moves of one line of the document it is about: what the books keep of it.
///
/// Signed: credits and refunds are negative, debits positive.
public struct NoteMovement: Sendable, Hashable {
    /// The line's number on the original. 0 is the original as a whole: what a refund paid beyond
    /// or short of what its lines come to, because no net amount and its tax gave the sum exactly.
    public let line: Int
    /// In the line's own unit; zero where only an amount was moved.
    public let quantity: Decimal
    /// Without tax; of what was paid as pure agent, that.
    public let taxable: Money
    /// Moved by a commercial credit note: what is owed is less, the value that tax is on is not.
    public let isFinancial: Bool

    public init(line: Int, quantity: Decimal, taxable: Money, isFinancial: Bool = false) {
        self.line = line
        self.quantity = quantity
        self.taxable = taxable
        self.isFinancial = isFinancial
    }
}
