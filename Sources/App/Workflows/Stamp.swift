import Archive
import Database
import Diagnostics
import Trade

/// When and by whom something is done to the books, for the audit trail.
struct Stamp {
    let at: String
    let person: String
    /// Hears of a clock that is behind the trail.
    var reporter: (any Reporter)?

    /// Enters what was done.
    ///
    /// - Parameter person: who said so; the stamp's own where `nil`.
    func enter(
        _ action: Trail.Action, _ subject: String, _ detail: String = "", by person: String? = nil,
        in transaction: borrowing Transaction
    ) throws {
        let remark = try Trail.add(
            Trail.Note(
                at: at, person: person ?? self.person, action: action, subject: subject,
                detail: detail), in: transaction)
        guard let remark else { return }
        reporter?.report(
            Diagnostic(
                .warning, code: "clock-behind", "the audit trail has later entries than today",
                found: remark, hint: "is the machine's clock right? the entry says so too"))
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
        Stamp(
            at: try now?(timeZone) ?? today(timeZone).description, person: person,
            reporter: reporter)
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
