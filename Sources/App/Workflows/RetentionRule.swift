import Books
import Database
import Money
import Trade

/// How long documents of these books must be kept, and which are held beyond that.
struct RetentionRule {
    private let country: String
    private let customers: Set<String>
    private let documents: Set<String>

    init(_ books: BooksFolder, in transaction: borrowing Transaction) throws {
        country = try books.company(in: transaction).address.country
        let holds = try Books.legalHolds(in: transaction)
        customers = Set(holds.filter { $0.subject == .customer }.map(\.name))
        documents = Set(holds.filter { $0.subject == .document }.map(\.name))
    }

    func retention(of document: Books.Document) -> Retention {
        Retention(
            Retention.kind(of: document.kind), of: document.issueDate, country: country)
    }

    func isHeld(_ document: Books.Document) -> Bool {
        customers.contains(document.customer) || documents.contains(document.number)
    }
}
