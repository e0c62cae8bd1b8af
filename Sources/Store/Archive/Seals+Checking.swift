import Database

extension Seals {
    /// A row that is not as its newest seal has it.
    public struct Breach: Sendable {
        public enum Kind: Sendable {
            /// The row has other values.
            case changed
            /// It is gone.
            case missing
            /// No entry ever brought it, or one has taken it out.
            case unsealed
        }

        public let kind: Kind
        /// The table and the key: `record/customers/C-1`.
        public let item: String
        /// The newest entry that sealed it; `nil` where there is none.
        public let entry: Entry?
    }

    /// The entry of the trail under which a row was sealed.
    public struct Entry: Sendable {
        public let sequence: Int
        public let at: String
        public let person: String
        public let action: String
        public let subject: String
    }

    /// Holds every row of the sealed tables against its newest seal, one at a time.
    ///
    /// - Parameter body: is called for each row that is there, with `nil` where it is as it was
    ///   sealed, and for each that is gone.
    public static func check(
        in transaction: borrowing Transaction, _ body: (Breach?) throws -> Void
    ) throws {
        var standing = 0
        for table in tables {
            try transaction.query(rows(of: table)) { row in
                let sealed = try row.optionalBlob(2) ?? []
                if !sealed.isEmpty { standing += 1 }
                if try sealed == row.blob(1) { return try body(nil) }
                try body(
                    Breach(
                        kind: sealed.isEmpty ? .unsealed : .changed, item: try row.string(0),
                        entry: Entry(row, at: 3)))
            }
        }
        let expected = try transaction.first(
            """
            SELECT count(*) FROM (SELECT digest, max(sequence) FROM seal GROUP BY item)
            WHERE digest <> x''
            """
        ) { row in try row.int(0) }
        // Which ones takes long to find, and is only looked for where any are.
        if expected == standing { return }
        try transaction.query(missing) { row in
            try body(
                Breach(kind: .missing, item: try row.string(0), entry: Entry(row, at: 1)))
        }
    }

    /// Each row of a table: what it is called, its digest, its newest seal and that one's entry.
    private static func rows(of table: Table) -> SQL {
        var sql = SQL("SELECT ")
        sql.add(table.item(of: "r"))
        sql.add(", row_digest(")
        sql.add(table.columns)
        sql.add("), s.digest, t.sequence, t.at, t.person, t.action, t.subject FROM ")
        sql.add(table.name)
        sql.add(" r LEFT JOIN seal s ON s.item = ")
        sql.add(table.item(of: "r"))
        sql.add(" AND s.sequence = (SELECT max(m.sequence) FROM seal m WHERE m.item = ")
        sql.add(table.item(of: "r"))
        sql.add(") LEFT JOIN audit t ON t.sequence = s.sequence")
        return sql
    }

    /// Items whose newest seal is of a row that is not there.
    private static var missing: SQL {
        var sql = SQL(
            """
            SELECT g.item, t.sequence, t.at, t.person, t.action, t.subject FROM (
                SELECT item FROM (SELECT item, digest, max(sequence) FROM seal GROUP BY item)
                WHERE digest <> x''
            """)
        for table in tables {
            sql.add(" EXCEPT SELECT ")
            sql.add(table.item(of: "r"))
            sql.add(" FROM ")
            sql.add(table.name)
            sql.add(" r")
        }
        sql.add(
            """
            ) g LEFT JOIN audit t
                ON t.sequence = (SELECT max(m.sequence) FROM seal m WHERE m.item = g.item)
            ORDER BY g.item
            """)
        return sql
    }

    /// The seals of each entry of the trail put together, against what the entry has of them.
    ///
    /// - Parameter body: is called with each entry that has others.
    /// - Returns: how many seals there are.
    public static func checkEntries(
        in transaction: borrowing Transaction, _ body: (Entry) throws -> Void
    ) throws -> Int {
        var (count, fold) = (0, Fold())
        var current: (entry: Entry, sealed: [UInt8]?)?
        func end() throws {
            if let current, current.sealed != fold.digest { try body(current.entry) }
            fold = Fold()
        }
        try transaction.query(
            """
            SELECT t.sequence, t.at, t.person, t.action, t.subject, t.sealed, s.item, s.digest
            FROM audit t LEFT JOIN seal s ON s.sequence = t.sequence
            ORDER BY t.sequence, s.item
            """
        ) { row in
            if try current?.entry.sequence != row.int(0) {
                try end()
                current = try Entry(row, at: 0).map { ($0, try row.optionalBlob(5)) }
            }
            guard let item = try row.optionalString(6) else { return }
            count += 1
            fold.add(item, try row.blob(7))
        }
        try end()
        return count
    }
}

extension Seals.Entry {
    init?(_ row: borrowing Row, at column: Int) throws {
        guard let sequence = try row.optionalInt64(column) else { return nil }
        self.sequence = Int(sequence)
        at = try row.string(column + 1)
        person = try row.string(column + 2)
        action = try row.string(column + 3)
        subject = try row.string(column + 4)
    }
}
