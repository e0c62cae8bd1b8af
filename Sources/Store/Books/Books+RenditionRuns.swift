import Database
import Money

/// Bulk renderings: what was asked for and what became of each document, so that one that was stopped
/// goes on where it was.
extension Books {
    /// The run of a request that has not come to its end; `nil` where there is none.
    public static func openRenditionRun(
        _ request: String, in transaction: borrowing Transaction
    ) throws -> Int64? {
        try transaction.first(
            "SELECT max(id) FROM rendition_run WHERE request = ? AND is_done = 0", .text(request)
        ) { row in try row.optionalInt64(0) } ?? nil
    }

    /// Begins a run.
    public static func beginRenditionRun(
        _ request: String, on date: CalendarDate, in transaction: borrowing Transaction
    ) throws -> Int64 {
        try transaction.execute(
            "INSERT INTO rendition_run (request, date) VALUES (?, ?)", .text(request),
            .text(date.description))
        return transaction.lastInsertedRowID
    }

    public static func endRenditionRun(
        _ run: Int64, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute("UPDATE rendition_run SET is_done = 1 WHERE id = ?", .integer(run))
    }

    /// Notes what became of a document; `nil` where it was refused.
    public static func addRenditionResult(
        _ run: Int64, _ document: String, rendition: Int?, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "INSERT OR REPLACE INTO rendition_result (run, document, rendition) VALUES (?, ?, ?)",
            .integer(run), .text(document), Binding(rendition))
    }

    /// Whether a run has come to a document already.
    public static func isRendered(
        _ document: String, by run: Int64, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM rendition_result WHERE run = ? AND document = ?", .integer(run),
            .text(document)
        ) { _ in true } ?? false
    }
}
