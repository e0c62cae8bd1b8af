import Crypto
import Database

/// The audit trail: who changed what of the books and when, append-only.
///
/// Each row's link takes in the newest link of the index of files, and each later entry of the index
/// the newest link of the trail: neither can be written anew without the other.
public enum Trail {
    /// What was done.
    public enum Action: String, CaseIterable, Sendable {
        case begin
        case settings
        case importing = "import"
        case customer
        case approve
        case attach
        case withdraw
        case hold
        case release
        case cancelOrder = "cancel-order"
        case issue
        case credit
        case debit
        case advance
        case refund
        case proforma
        case cancel
        case rerender
        case portal
        case retain
        case liftRetain = "retain-lift"
        case upgrade
    }

    /// A row before it has its place.
    public struct Note: Sendable {
        /// Local date and time, or the day.
        public let at: String
        public let person: String
        public let action: String
        /// A document's or order's number, a kind of record.
        public let subject: String
        public let detail: String

        public init(
            at: String, person: String, action: Action, subject: String, detail: String
        ) {
            self.init(at, person, action.rawValue, subject, detail)
        }

        init(_ at: String, _ person: String, _ action: String, _ subject: String, _ detail: String)
        {
            self.at = at
            self.person = person
            self.action = action
            self.subject = subject
            self.detail = detail
        }

        /// SHA-256 of the previous link, the newest link of the index, the place, each field with its
        /// length, and the digest of the seals where the row has any.
        public func hash(
            after previous: [UInt8], archive: [UInt8], sequence: Int, sealed: [UInt8]?
        ) -> [UInt8] {
            var bytes = previous + archive + Array("\(sequence)\n".utf8)
            for field in [at, person, action, subject, detail] {
                bytes += Array("\(field.utf8.count) \(field)\n".utf8)
            }
            if let sealed { bytes += Array("sealed \(SHA256.hex(sealed))\n".utf8) }
            return SHA256.digest(of: bytes)
        }
    }

    /// A row as it stands in the trail.
    public struct Entry: Sendable {
        public let sequence: Int
        public let note: Note
        public let chain: [UInt8]
        /// The newest entry of the index by then, 0 before the first, and its link, which may be gone.
        public let archived: Int
        public let archive: [UInt8]?
        /// The digest of the seals of the rows that were written with it.
        public let sealed: [UInt8]?

        init(_ row: borrowing Row) throws {
            sequence = try row.int(0)
            note = Note(
                try row.string(1), try row.string(2), try row.string(3), try row.string(4),
                try row.string(5))
            archived = try row.int(6)
            chain = try row.blob(7)
            archive = try row.optionalBlob(8)
            sealed = try row.optionalBlob(9)
        }
    }

    /// Writes a row at the end of the trail, and seals what was written since the one before.
    ///
    /// - Returns: what the row says of a clock that is behind the row before; `nil` where it is not.
    @discardableResult
    public static func add(
        _ given: Note, in transaction: borrowing Transaction
    ) throws -> String? {
        let last = try end(in: transaction)
        let before = try last.flatMap { try day(of: $0.sequence, in: transaction) }
        let remark = before.flatMap { given.remark(after: $0, of: last?.sequence ?? 0) }
        let note = remark.map { given.saying($0) } ?? given
        let archive = try Archive.end(in: transaction)
        let sequence = (last?.sequence ?? 0) + 1
        let sealed = try Seals.seal(under: sequence, in: transaction)
        let link = note.hash(
            after: last?.chain ?? [], archive: archive?.chain ?? [], sequence: sequence,
            sealed: sealed)
        try transaction.execute(
            """
            INSERT INTO audit
                (sequence, at, person, action, subject, detail, archived, chain, sealed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            Binding(sequence), .text(note.at), .text(note.person), .text(note.action),
            .text(note.subject), .text(note.detail), Binding(archive?.sequence ?? 0), .blob(link),
            Binding(sealed))
        return remark
    }

    /// The day of a row.
    private static func day(
        of sequence: Int, in transaction: borrowing Transaction
    ) throws -> String? {
        try transaction.first(
            "SELECT substr(at, 1, 10) FROM audit WHERE sequence = ?", Binding(sequence)
        ) { row in try row.string(0) }
    }

    /// The newest row; `nil` where there is none.
    public static func end(in transaction: borrowing Transaction) throws -> Archive.End? {
        try transaction.first(
            "SELECT sequence, chain FROM audit ORDER BY sequence DESC LIMIT 1"
        ) { row in try Archive.End(row) }
    }

    /// Whether any row is about a subject.
    public static func isKnown(
        _ subject: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first("SELECT 1 FROM audit WHERE subject = ? LIMIT 1", .text(subject)) {
            _ in true
        } ?? false
    }

    /// The rows in their order, one at a time.
    ///
    /// - Parameters:
    ///   - subject: only those about it, about notes on it and documents that bill it,
    ///     and those that brought or changed the order.
    ///   - since: only those of this day, as ISO 8601 has it, and later ones.
    public static func entries(
        of subject: String? = nil, since: String? = nil, in transaction: borrowing Transaction,
        _ body: (Entry) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT t.sequence, at, person, action, subject, detail, archived, t.chain, a.chain,
                t.sealed
            FROM audit t LEFT JOIN archived a ON a.sequence = t.archived
            WHERE (?1 IS NULL OR subject = ?1
                    OR subject IN (SELECT number FROM document WHERE original = ?1)
                    OR subject IN (SELECT number FROM document WHERE order_id = ?1)
                    OR subject IN (SELECT document FROM document_line WHERE order_id = ?1)
                    OR t.sequence IN (SELECT sequence FROM seal WHERE item = 'sales_order/' || ?1))
                AND (?2 IS NULL OR at >= ?2)
            ORDER BY t.sequence
            """, Binding(subject), Binding(since)
        ) { row in try body(Entry(row)) }
    }
}
