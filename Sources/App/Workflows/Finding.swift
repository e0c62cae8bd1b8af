import Archive
import Books
import Database
import Formats
import Money

/// Searches the issued documents.
public struct Finding {
    let books: BooksFolder

    public init(_ books: BooksFolder) { self.books = books }

    /// Calls `body` with each document found, by date, and the paths of its files.
    public func run(
        _ search: Books.Search, _ body: (Books.Document, [Archive.File]) throws -> Void
    ) throws {
        try books.connection.transaction(.deferred) { transaction in
            var found: [Books.Document] = []
            try Books.documents(search, in: transaction) { found.append($0) }
            for document in found {
                try body(document, Archive.files(of: document.number, in: transaction))
            }
        }
    }

    /// The number of month in which the company's fiscal year begins, to read periods by.
    public func fiscalYearStart() throws -> Int {
        try books.connection.transaction(.deferred) { transaction in
            try books.masterData(in: transaction).company.fiscalYearStart
        }
    }
}
