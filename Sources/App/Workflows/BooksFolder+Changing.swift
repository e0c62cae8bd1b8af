import Archive
import Database

extension BooksFolder {
    /// Does something that changes the books, in one transaction; then the folder remembers how far
    /// they have come.
    func change<T>(_ body: (borrowing Transaction) throws -> T) throws -> T {
        let (result, end) = try connection.transaction(.immediate) { transaction in
            (try body(transaction), try Trail.end(in: transaction))
        }
        try BooksFolder.remember(end, in: path)
        return result
    }

    static func remember(_ end: Archive.End?, in path: String) throws {
        do {
            if let end { try BooksHead(path).write(end) }
        } catch let error as EnvironmentError {
            throw EnvironmentError(
                "it is done and kept, but how far the books have come could not be noted: "
                    + error.message,
                hint: "do not do it again: bijak audit shows it; the next change notes it too")
        }
    }
}
