internal import CSQLite

extension Connection {
    /// What `PRAGMA application_id` says in our files: "BIJK".
    static let applicationID: Int64 = 0x4249_4A4B

    /// How many migrations the database has been through.
    public func schemaVersion() throws(DatabaseError) -> Int {
        guard case .integer(let version) = try value("PRAGMA user_version") else { return 0 }
        return Int(version)
    }

    /// Brings the tables up to date: runs the migrations the database has not been through, each
    /// in a transaction of its own that either happens as a whole or not at all.
    ///
    /// - Parameter migrations: SQL scripts, from the first version ever to the newest. One that
    ///   was published never changes again.
    /// - Throws: `newerVersion` if the database has been through more migrations than these;
    ///   `readOnly` if there is something to do but the connection can only read;
    ///   `foreignKeyConstraint` if a migration leaves rows that refer to nothing.
    public func migrate(_ migrations: [StaticString]) throws {
        let version = try schemaVersion()
        guard version <= migrations.count else {
            throw DatabaseError(
                kind: .newerVersion,
                message: "the books have version \(version); this program knows versions up to "
                    + "\(migrations.count)")
        }
        guard version < migrations.count else { return }
        guard !isReadOnly else {
            throw DatabaseError(
                kind: .readOnly,
                message: "the books have version \(version) and must be brought to version "
                    + "\(migrations.count) before they can be read")
        }
        for (index, migration) in migrations.enumerated() {
            try transaction(.immediate) { _ in
                // Another process may have come first.
                guard try schemaVersion() == index else { return }
                try runScript(migration.description)
                try checkForeignKeys(migration: index + 1)
                try runScript(
                    """
                    PRAGMA user_version = \(index + 1);
                    PRAGMA application_id = \(Self.applicationID);
                    """)
            }
        }
    }

    /// Refuses the database of another program.
    func checkApplication() throws(DatabaseError) {
        let id = try value("PRAGMA application_id")
        if id == .integer(Self.applicationID) { return }
        let tables = try value("SELECT count(*) FROM sqlite_schema")
        guard id == 0, tables == 0 else {
            throw DatabaseError(kind: .foreignDatabase, message: "these are not Bijak's books")
        }
    }

    private func checkForeignKeys(migration: Int) throws {
        let table = try firstRow("PRAGMA foreign_key_check", []) { try $0.string(0) }
        if let table {
            throw DatabaseError(
                kind: .foreignKeyConstraint,
                message: "migration \(migration) leaves rows of \(table) that refer to nothing")
        }
    }
}
