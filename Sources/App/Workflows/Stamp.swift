import Archive
import Database
import Trade

/// When and by whom something is done to the books, for the audit trail.
struct Stamp: Sendable {
    let at: String
    let person: String

    /// Enters what was done.
    ///
    /// - Parameter person: who said so; the stamp's own where `nil`.
    func enter(
        _ action: Trail.Action, _ subject: String, _ detail: String = "", by person: String? = nil,
        in transaction: borrowing Transaction
    ) throws {
        try Trail.add(
            Trail.Note(
                at: at, person: person ?? self.person, action: action, subject: subject,
                detail: detail), in: transaction)
    }
}

extension World {
    /// Now, by whoever works with the books.
    func stamp(_ company: Company) throws -> Stamp {
        try stamp(timeZone: company.timeZone)
    }

    func stamp(_ books: BooksFolder, in transaction: borrowing Transaction) throws -> Stamp {
        try stamp(books.company(in: transaction))
    }

    private func stamp(timeZone: String) throws -> Stamp {
        Stamp(at: try now?(timeZone) ?? today(timeZone).description, person: person)
    }
}

extension DocumentKind {
    /// How the trail calls its issue.
    var action: Trail.Action {
        switch self {
        case .invoice: .issue
        case .creditNote: .credit
        case .debitNote: .debit
        case .proforma: .proforma
        case .advance: .advance
        case .refundVoucher: .refund
        }
    }
}
