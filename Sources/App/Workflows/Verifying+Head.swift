import Archive
import Database
import Diagnostics

extension Verifying {
    /// How far the folder remembers the books to have come; `nil` where it does not, or after a
    /// finding.
    func mark(_ record: CheckRecord) -> Archive.End? {
        do { return try BooksHead(books.path).read() } catch {
            record.report(
                "rows-lost", "how far the books had come cannot be told", found: "\(error)",
                hint: BooksHead.advice)
            return nil
        }
    }

    /// The row that was the newest when the books were last changed is still there.
    func remembered(
        _ mark: Archive.End?, _ record: CheckRecord, in transaction: borrowing Transaction
    ) throws {
        guard let mark else { return }
        if try BooksHead.holds(mark, books.connection, in: transaction) { return }
        record.report(
            "rows-lost", "the books have lost rows",
            found: "no row \(mark.sequence) of audit with the link \(hexadecimal(mark.chain))",
            expected: "that row: \(BooksHead.fileName) says that it was written",
            hint: BooksHead.advice)
    }
}
