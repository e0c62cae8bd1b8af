import Books
import Database
import Money
import Trade

/// Legal holds: customers and documents that must be kept whatever their age.
///
/// Nothing is ever deleted yet; a hold says what must not be, once something can be. What was
/// entered stays: lifting a hold is an entry of its own.
public struct Retaining {
    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Places a hold on a customer or a document, or lifts it.
    ///
    /// - Throws: where there is no such customer or document, where a hold is in force already, or
    ///   none that could be lifted.
    @discardableResult
    public func enter(
        _ subject: Books.LegalHold.Subject, _ name: String, isLifted: Bool, reason: String,
        person: String
    ) throws -> Books.LegalHold {
        let decision = try OrderStates.Decision(reason: reason, by: person)
        return try books.change { transaction in
            let name = try known(subject, name, in: transaction)
            let isHeld = try Books.legalHolds(in: transaction).contains {
                $0.subject == subject && $0.name == name
            }
            if isHeld != isLifted {
                throw UsageError(
                    isHeld ? "\(name) is held already" : "\(name) is not held",
                    hint: "bijak retain list shows the holds in force")
            }
            let company = try books.company(in: transaction)
            let hold = Books.LegalHold(
                subject, name, on: try world.today(company.timeZone), reason: reason,
                person: decision.person)
            try Books.add(hold, isLifted: isLifted, in: transaction)
            try world.stamp(company).enter(
                isLifted ? .liftRetain : .retain, name, "\(subject.rawValue): \(reason)",
                by: decision.person, in: transaction)
            return hold
        }
    }

    /// The holds in force, in the order in which they were placed.
    public func list() throws -> [Books.LegalHold] {
        try books.connection.transaction(.deferred) { transaction in
            try Books.legalHolds(in: transaction)
        }
    }

    /// How long the books themselves must be kept: records, index and audit trail, for as long as
    /// their newest document asks for; `nil` where nothing is issued yet.
    public func ofBooks() throws -> Retention? {
        try books.connection.transaction(.deferred) { transaction in
            var newest = Books.Search()
            (newest.isDescending, newest.limit) = (true, 1)
            var retention: Retention?
            let country = try books.company(in: transaction).address.country
            try Books.documents(newest, in: transaction) { document in
                retention = Retention(.books, of: document.issueDate, country: country)
            }
            return retention
        }
    }

    private func known(
        _ subject: Books.LegalHold.Subject, _ name: String, in transaction: borrowing Transaction
    ) throws -> String {
        switch subject {
        case .document: return try books.document(name, in: transaction).number
        case .customer:
            let master = try books.masterData(in: transaction)
            guard master.customers[name] != nil else {
                throw UsageError.unknownCustomer(name, master)
            }
            return name
        }
    }
}
