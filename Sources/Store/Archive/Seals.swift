import Crypto
import Database

/// Digests of rows that people gave or decided, kept with the entry of the audit trail under which
/// they were written: who changes such a row otherwise is found out.
public enum Seals {
    /// The digest of an entry's seals, one after the other in the order of their items.
    public struct Fold: Sendable {
        public private(set) var digest: [UInt8]?

        public init() {}

        /// SHA-256 of what came before, the item with its length, and the row's digest in
        /// hexadecimal, which is empty where the row was taken out.
        public mutating func add(_ item: String, _ row: [UInt8]) {
            let line = "\(item.utf8.count) \(item) \(SHA256.hex(row))\n"
            digest = SHA256.digest(of: (digest ?? []) + Array(line.utf8))
        }
    }

    /// Seals under an entry that is about to be written whatever was written since the one before.
    ///
    /// - Returns: the digest of the seals; `nil` where there are none.
    /// - Throws: where a row that was written over is not the one that was sealed.
    static func seal(
        under sequence: Int, in transaction: borrowing Transaction
    ) throws -> [UInt8]? {
        var kinds: Set<String> = []
        try transaction.query("SELECT DISTINCT kind FROM seal_pending") { row in
            kinds.insert(try row.string(0))
        }
        if kinds.isEmpty { return nil }
        for table in tables where kinds.contains(table.name.description) {
            try check(table, in: transaction)
            try seal(table, sequence, in: transaction)
        }
        try transaction.execute("DELETE FROM seal_pending")
        var fold = Fold()
        try transaction.query(
            "SELECT item, digest FROM seal WHERE sequence = ? ORDER BY item", Binding(sequence)
        ) { row in fold.add(try row.string(0), try row.blob(1)) }
        return fold.digest
    }

    /// Nothing is built on a row that somebody has changed otherwise: its seal would be lost under the
    /// new one.
    private static func check(_ table: Table, in transaction: borrowing Transaction) throws {
        var sql = SQL("SELECT ")
        sql.add(table.item(of: nil))
        sql.add(
            """
             FROM seal_pending p WHERE coalesce(p.before, x'') <> coalesce((
                SELECT digest FROM seal s WHERE s.item =
            """)
        sql.add(" ")
        sql.add(table.item(of: nil))
        sql.add(" ORDER BY s.sequence DESC LIMIT 1), x'') AND p.kind = '")
        sql.add(table.name)
        sql.add("' LIMIT 1")
        try transaction.query(sql) { row in
            throw DatabaseError.damaged(
                "the row \(try row.string(0)) is not the one that the audit trail has sealed; "
                    + "nothing was changed, and bijak verify tells more")
        }
    }

    private static func seal(
        _ table: Table, _ sequence: Int, in transaction: borrowing Transaction
    ) throws {
        var sql = SQL("INSERT INTO seal (item, sequence, digest) SELECT ")
        sql.add(table.item(of: nil))
        sql.add(", ?, coalesce(", Binding(sequence))
        sql.add(table.digest(of: table.key(of: nil)))
        sql.add(", x'') FROM seal_pending p WHERE p.kind = '")
        sql.add(table.name)
        sql.add("'")
        try transaction.query(sql) { _ in }
    }

    /// Whether anything is sealed: in books of before nothing is.
    public static func isEmpty(in transaction: borrowing Transaction) throws -> Bool {
        try transaction.first("SELECT 1 FROM seal LIMIT 1") { _ in true } == nil
    }

    /// Notes every row that is there, for the entry with which books begin to have seals.
    public static func noteAll(in transaction: borrowing Transaction) throws {
        for table in tables {
            var sql = SQL("INSERT INTO seal_pending (kind, a, b, c) SELECT '")
            sql.add(table.name)
            sql.add("'")
            let key = table.key(of: "r")
            for index in 0..<3 {
                sql.add(", ")
                sql.add(index < key.count ? key[index] : SQL("''"))
            }
            sql.add(" FROM ")
            sql.add(table.name)
            sql.add(" r")
            try transaction.query(sql) { _ in }
        }
    }
}
