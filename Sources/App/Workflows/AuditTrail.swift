import Archive
import Database
import Money

/// Shows the audit trail.
public struct AuditTrail {
    let books: BooksFolder

    public init(_ books: BooksFolder) { self.books = books }

    /// Calls `body` with each row, the oldest first.
    ///
    /// - Parameters:
    ///   - subject: a document's or order's number; notes on a document are about it too.
    ///   - since: only what was done from this day on.
    public func run(
        of subject: String?, since: CalendarDate?, _ body: (Trail.Entry) throws -> Void
    ) throws {
        try books.connection.transaction(.deferred) { transaction in
            try Trail.entries(
                of: subject, since: since?.description, in: transaction, body)
        }
    }
}
