import Crypto
import Database

extension Seals {
    /// Gives a connection the digest of rows, which is all that checking seals takes.
    public static func define(on connection: Connection) throws {
        try connection.define("row_digest") { SHA256.digest(of: $0) }
    }

    /// From now on whatever this connection writes into the sealed tables is noted, and a
    /// transaction that leaves any of it without an entry in the trail is undone.
    ///
    /// Triggers of the connection's own note it, not functions that everybody had to remember to
    /// call; they are not in the file, where they would note what somebody else writes too. Each
    /// note has the digest that the row had before: an entry is only built on what was sealed.
    public static func watch(_ connection: Connection) throws {
        try define(on: connection)
        try connection.execute(
            """
            CREATE TEMP TABLE seal_pending (
                kind TEXT NOT NULL, a NOT NULL, b NOT NULL, c NOT NULL, before BLOB,
                PRIMARY KEY (kind, a, b, c)
            ) WITHOUT ROWID
            """)
        for table in tables {
            try connection.execute(
                trigger(
                    "insert", table.isNumbered ? " AFTER INSERT ON " : " BEFORE INSERT ON ", table,
                    table.name, key: table.key(of: "NEW")))
            try watch(table, table.name, key: table.key(of: "OLD"), on: connection)
            guard let lines = table.lines else { continue }
            func owner(_ row: StaticString) -> SQL {
                var sql = SQL(row)
                sql.add(".")
                sql.add(lines.owner)
                return sql
            }
            try connection.execute(
                trigger("insert", " BEFORE INSERT ON ", table, lines.name, key: [owner("NEW")]))
            try watch(table, lines.name, key: [owner("OLD")], on: connection)
        }
        connection.beforeCommit = checkAllSealed
    }

    /// Triggers before changes and deletions of rows.
    private static func watch(
        _ table: Table, _ name: StaticString, key: [SQL], on connection: Connection
    ) throws {
        try connection.execute(trigger("update", " BEFORE UPDATE ON ", table, name, key: key))
        try connection.execute(trigger("delete", " BEFORE DELETE ON ", table, name, key: key))
    }

    /// A trigger that notes a row of `table` once, when `name` is written to.
    private static func trigger(
        _ what: StaticString, _ when: StaticString, _ table: Table, _ name: StaticString,
        key: [SQL]
    ) -> SQL {
        var sql = SQL("CREATE TEMP TRIGGER seal_")
        sql.add(name)
        sql.add("_")
        sql.add(what)
        sql.add(when)
        sql.add("main.")
        sql.add(name)
        sql.add(" BEGIN INSERT INTO seal_pending (kind, a, b, c, before) SELECT '")
        sql.add(table.name)
        sql.add("'")
        for index in 0..<3 {
            sql.add(", ")
            sql.add(index < key.count ? key[index] : SQL("''"))
        }
        sql.add(", ")
        // A row that takes its number now was not there.
        sql.add(
            table.isNumbered && what.description == "insert" ? SQL("NULL") : table.digest(of: key))
        sql.add(" WHERE NOT EXISTS (SELECT 1 FROM seal_pending p WHERE p.kind = '")
        sql.add(table.name)
        sql.add("'")
        for (value, column) in zip(
            key, [" AND p.a = ", " AND p.b = ", " AND p.c = "] as [StaticString])
        {
            sql.add(column)
            sql.add(value)
        }
        sql.add("); END")
        return sql
    }

    private static func checkAllSealed(_ transaction: borrowing Transaction) throws {
        let left = try transaction.first(
            "SELECT kind || ' ' || a FROM seal_pending LIMIT 1"
        ) { row in try row.string(0) }
        if let left { throw Unsealed(row: left) }
    }

    /// Rows were written that no entry of the trail seals: a fault of the program's.
    struct Unsealed: Error, CustomStringConvertible {
        let row: String
        var description: String {
            "\(row) was to be changed without an entry in the audit trail; nothing was changed"
        }
    }
}
