import Database

extension Trail {
    /// The rows about one subject alone, written as it is, the oldest first.
    public static func notes(
        about subject: String, in transaction: borrowing Transaction
    ) throws -> [Note] {
        var notes: [Note] = []
        try transaction.query(
            """
            SELECT at, person, action, subject, detail FROM audit
            WHERE subject = ?1 AND subject = ?1 COLLATE BINARY ORDER BY sequence
            """, .text(subject)
        ) { row in notes.append(try note(row)) }
        return notes
    }

    /// The oldest row; `nil` where there is none.
    public static func first(in transaction: borrowing Transaction) throws -> Note? {
        try transaction.first(
            """
            SELECT at, person, action, subject, detail FROM audit ORDER BY sequence LIMIT 1
            """
        ) { row in try note(row) }
    }

    private static func note(_ row: borrowing Row) throws -> Note {
        Note(
            try row.string(0), try row.string(1), try row.string(2), try row.string(3),
            try row.string(4))
    }
}
