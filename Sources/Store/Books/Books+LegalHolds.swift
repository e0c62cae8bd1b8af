import Database
import Money

extension Books {
    /// A customer or a document that must be kept whatever its age.
    public struct LegalHold: Sendable {
        public enum Subject: String, Sendable {
            case customer, document
        }

        public let subject: Subject
        /// The customer's id or the document's number.
        public let name: String
        public let date: CalendarDate
        public let reason: String
        public let person: String

        public init(
            _ subject: Subject, _ name: String, on date: CalendarDate, reason: String,
            person: String
        ) {
            self.subject = subject
            self.name = name
            self.date = date
            self.reason = reason
            self.person = person
        }
    }

    /// Enters that a hold was placed or, where `isLifted`, lifted. Nothing is ever taken out.
    public static func add(
        _ hold: LegalHold, isLifted: Bool, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO legal_hold (subject, name, event, date, reason, person)
            VALUES (?, ?, ?, ?, ?, ?)
            """, .text(hold.subject.rawValue), .text(hold.name),
            .text(isLifted ? "lifted" : "placed"), .text(hold.date.description),
            .text(hold.reason), .text(hold.person))
    }

    /// The holds in force, in the order in which they were placed.
    public static func legalHolds(
        in transaction: borrowing Transaction
    ) throws -> [LegalHold] {
        var holds: [LegalHold] = []
        try transaction.query(
            """
            SELECT h.subject, h.name, h.date, h.reason, h.person FROM legal_hold h
            WHERE h.event = 'placed' AND h.id = (SELECT max(l.id) FROM legal_hold l
                WHERE l.subject = h.subject AND l.name = h.name)
            ORDER BY h.id
            """
        ) { row in
            guard let subject = LegalHold.Subject(rawValue: try row.string(0)) else {
                throw DatabaseError.damaged("\(try row.string(0)) cannot be held")
            }
            holds.append(
                LegalHold(
                    subject, try row.string(1), on: try row.date(2), reason: try row.string(3),
                    person: try row.string(4)))
        }
        return holds
    }
}
