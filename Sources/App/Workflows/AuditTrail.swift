import Archive
import Books
import Database
import Diagnostics
import Money

/// Shows the audit trail.
public struct AuditTrail {
    let books: BooksFolder

    public init(_ books: BooksFolder) { self.books = books }

    /// Calls `body` with each row, the oldest first.
    ///
    /// - Parameters:
    ///   - subject: a document's or order's number; notes on a document and documents that bill an
    ///     order are about it too.
    ///   - since: only what was done from this day on.
    /// - Throws: where nothing is called so and no row is about it.
    public func run(
        of subject: String?, since: CalendarDate?, _ body: (Trail.Entry) throws -> Void
    ) throws {
        try books.connection.transaction(.deferred) { transaction in
            if let subject { try checkKnown(subject, in: transaction) }
            try Trail.entries(
                of: subject, since: since?.description, in: transaction, body)
        }
    }

    private func checkKnown(_ subject: String, in transaction: borrowing Transaction) throws {
        if try Books.document(subject, in: transaction) != nil
            || Books.order(subject, in: transaction) != nil
            || Trail.isKnown(subject, in: transaction)
        {
            return
        }
        let names =
            try Books.documentNumbers(like: subject, in: transaction)
            + Books.orderIDs(like: subject, in: transaction)
        throw UsageError(
            "no document or order \(subject) is in these books",
            hint: nearest(to: subject, among: names).map { "did you mean \"\($0)\"?" }
                ?? "bijak find --text … searches numbers, names and orders")
    }
}
