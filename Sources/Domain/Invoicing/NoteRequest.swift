import Money
import Trade

/// What a credit note, debit note or refund voucher is asked to do to the document it is about.
public struct NoteRequest: Sendable {
    /// `creditNote`, `debitNote` or `refundVoucher`.
    public var kind: DocumentKind
    public var extent: Extent
    /// Why it is written; it stands on the note.
    public var reason: String
    /// India: a commercial credit note without tax, outside CGST Act s. 34. It lowers what is owed
    /// and leaves the value that tax is on as it is.
    public var isFinancial: Bool

    /// How much of the document.
    public enum Extent: Sendable {
        /// All that earlier notes have left; not of a debit note.
        case whole
        case lines([Line])
        /// An amount without tax, split over the lines by what is left of each, largest remainder.
        /// Of a refund voucher it is what is paid back, with tax.
        case amount(Money)
    }

    /// One line of the document by its number, and how much of it.
    public struct Line: Sendable {
        public let line: Int
        public let size: Size

        public init(line: Int, size: Size) {
            self.line = line
            self.size = size
        }
    }

    public enum Size: Sendable {
        /// All that is left; not of a debit note.
        case all
        /// More than nothing; of a credit note at most what is left.
        case quantity(Decimal)
        /// Without tax, more than nothing; of a credit note at most what is left.
        case amount(Money)
    }

    public init(
        kind: DocumentKind, extent: Extent, reason: String, isFinancial: Bool = false
    ) {
        self.kind = kind
        self.extent = extent
        self.reason = reason
        self.isFinancial = isFinancial
    }
}
