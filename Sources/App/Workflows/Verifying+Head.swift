import Archive
import Database
import Diagnostics

extension Verifying {
    /// The row that was the newest when the books were last changed is still there.
    ///
    /// - Parameter mark: how far the folder remembers the books to have come; `nil` where it does not.
    func remembered(
        _ mark: Result<Archive.End?, any Error>, _ record: CheckRecord,
        in transaction: borrowing Transaction
    ) throws {
        switch mark {
        case .failure(let error):
            record.report(
                "rows-lost", "how far the books had come cannot be told", found: "\(error)",
                hint: BooksHead.advice)
        case .success(let mark?):
            if try BooksHead.holds(mark, books.connection, in: transaction) { return }
            record.report(
                "rows-lost", "the books have lost rows",
                found: "no row \(mark.sequence) of audit with the link \(hexadecimal(mark.chain))",
                expected: "that row: \(BooksHead.fileName) says that it was written",
                hint: BooksHead.advice)
        case .success(nil): return
        }
    }
}
