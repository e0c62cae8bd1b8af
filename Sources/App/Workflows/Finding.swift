import Archive
import Books
import Database
import Formats
import Money
import Trade

/// Searches the issued documents.
public struct Finding {
    /// A document found.
    public struct Found: Sendable {
        public let document: Books.Document
        /// Its files as issued; empty where they were not asked for.
        public let files: [Archive.File]
        /// How long it must be kept.
        public let retention: Retention
        /// It is kept beyond that: it or its customer is held.
        public let isHeld: Bool
    }

    let books: BooksFolder

    public init(_ books: BooksFolder) { self.books = books }

    /// Calls `body` with each document found, in the search's order; none is kept.
    ///
    /// - Returns: what all documents come to that the search finds, also where it has a limit.
    public func run(
        _ search: Books.Search, withFiles: Bool = true, _ body: (Found) throws -> Void
    ) throws -> Books.Tallies {
        let isPart = search.limit != nil || search.offset > 0
        return try books.connection.transaction(.deferred) { transaction in
            let rule = try RetentionRule(books, in: transaction)
            var tallies = Books.Tallies()
            try Books.documents(search, in: transaction) { document in
                if !isPart { try tallies.add(document) }
                try body(
                    Found(
                        document: document,
                        files: withFiles
                            ? Archive.files(of: document.number, in: transaction) : [],
                        retention: rule.retention(of: document), isHeld: rule.isHeld(document)))
            }
            return isPart ? try Books.tallies(search, in: transaction) : tallies
        }
    }

    /// What all documents come to that a search finds, whatever its limit.
    public func sums(_ search: Books.Search) throws -> Books.Tallies {
        try books.connection.transaction(.deferred) { transaction in
            try Books.tallies(search, in: transaction)
        }
    }

    /// The id of a customer that there is.
    public func customer(_ id: String) throws -> String {
        try books.connection.transaction(.deferred) { transaction in
            if try Books.record(.customers, id, in: transaction) != nil { return id }
            throw try UsageError.unknownCustomer(id, books.masterData(in: transaction))
        }
    }

    /// The number of month in which the company's fiscal year begins, to read periods by.
    public func fiscalYearStart() throws -> Int {
        try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction).fiscalYearStart
        }
    }
}
