import Archive
import Books
import Database
import Diagnostics
import Formats

/// Explains an amount of an issued document from the archived record of how it was made.
public struct Explaining {
    /// An explained amount with all it rests on.
    public struct Outcome: Sendable {
        public let number: String
        public let tree: ExplanationTree
    }

    /// What is explained where nothing is asked for.
    public static let defaultPath = "totals.payable"

    let books: BooksFolder

    public init(_ books: BooksFolder) { self.books = books }

    /// - Parameters:
    ///   - number: a document's, in any case.
    ///   - path: the amount's place in the canonical JSON; lists count from 1.
    public func run(_ number: String, path: String?) throws -> Outcome {
        let (document, files) = try books.connection.transaction(.deferred) { transaction in
            var search = Books.Search()
            search.number = number
            var found: Books.Document?
            try Books.documents(search, in: transaction) { found = $0 }
            guard let document = found else {
                throw try UsageError.unknownDocument(number, in: transaction)
            }
            return (document, try Archive.files(of: document.number, in: transaction))
        }
        guard let canonical = files.first(where: { $0.kind == .json }) else {
            throw EnvironmentError("\(document.number) has no canonical JSON in the archive")
        }
        let source = SourceText(
            name: "\(books.archive)/\(canonical.path)", bytes: try books.read(canonical))
        let record = ExplanationRecord(try read(source))
        if record.isEmpty {
            throw UsageError(
                "\(document.number) was issued before it was recorded how amounts are made",
                hint: "its amounts stand in \(source.name)")
        }
        let path = path ?? Explaining.defaultPath
        guard let tree = record.tree(of: path) else { throw noStep(path, record) }
        return Outcome(number: document.number, tree: tree)
    }

    private func read(_ source: SourceText) throws -> DataNode {
        do throws(Rejected) { return try JSONReader.read(source).root } catch {
            throw EnvironmentError("\(source.name) cannot be read:\n\(error.diagnostic.text)")
        }
    }

    private func noStep(_ path: String, _ record: ExplanationRecord) -> UsageError {
        let below = record.paths.filter { $0.hasPrefix(path + ".") }
        let some = below.prefix(20).joined(separator: ", ")
        let hint =
            below.isEmpty
            ? suggestion(for: path, among: record.paths)
            : "below it are \(some)\(below.count > 20 ? ", …" : "")"
        return UsageError("nothing is recorded of how \(path) was made", hint: hint)
    }
}
