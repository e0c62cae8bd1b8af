import Database
import Diagnostics

extension Verifying {
    /// Tables, indexes and triggers, against those that this program makes.
    func tables(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        let empty = try Connection.open(":memory:")
        try empty.migrate(BooksFolder.migrations)
        let made = try empty.transaction(.deferred) { try Verifying.schema(in: $0) }
        let found = try Verifying.schema(in: transaction)
        for name in Set(made.keys).union(found.keys).sorted() where made[name] != found[name] {
            let what =
                found[name] == nil
                ? "is missing" : made[name] == nil ? "is none of its" : "was changed"
            record.report(
                "schema-changed", "what the database is made of \(what)", found: name,
                hint: "somebody changed the database with another program: restore the newest "
                    + "backup, and compare what was done since")
        }
        record.end("tables", found.count, "with indexes and triggers as this program makes them")
    }

    /// What each object was made with, by kind and name.
    private static func schema(in transaction: borrowing Transaction) throws -> [String: String] {
        var objects: [String: String] = [:]
        // What SQLite counts for itself to find the best way to rows is no part of it.
        try transaction.query(
            """
            SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'
            """
        ) { row in
            let sql = try row.optionalString(3) ?? ""
            objects["\(try row.string(0)) \(try row.string(1))"] =
                try row.string(2) + " "
                + sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return objects
    }
}
