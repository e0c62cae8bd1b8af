internal import CSQLite

extension Connection {
    /// Runs a statement outside a transaction: on its own, committed when it is done.
    ///
    /// - Returns: How many rows it inserted, changed or deleted itself, not through foreign keys.
    @discardableResult
    public func execute(
        _ sql: StaticString, _ arguments: Binding...
    ) throws(DatabaseError) -> Int {
        precondition(!isInTransaction, "a transaction is open: write through it")
        return try run(sql, arguments)
    }

    /// Calls `row` with each row of a result, one at a time: the result is never held as a whole.
    public func query(
        _ sql: StaticString, _ arguments: Binding..., row: (borrowing Row) throws -> Void
    ) throws {
        try each(sql, arguments, row)
    }

    /// What `row` makes of the first row of a result; `nil` if there is none.
    public func first<T>(
        _ sql: StaticString, _ arguments: Binding..., row: (borrowing Row) throws -> T
    ) throws -> T? {
        try firstRow(sql, arguments, row)
    }

    /// A number that changes when another connection has written to the database.
    public func dataVersion() throws(DatabaseError) -> Int64 {
        guard case .integer(let version) = try value("PRAGMA data_version") else { return 0 }
        return version
    }

    @discardableResult
    func run(
        _ sql: StaticString, _ arguments: [Binding], mayWrite: Bool = true
    ) throws(DatabaseError) -> Int {
        let statement = try take(sql, arguments)
        defer { putBack(statement, sql) }
        try statement.requireReadOnly(unless: mayWrite)
        let before = unsafe sqlite3_total_changes64(pointer)
        while try statement.step() {}
        // A statement that changes no rows, such as CREATE, leaves the last one's count in place.
        let isChanged = unsafe sqlite3_total_changes64(pointer) != before
        return isChanged ? unsafe Int(sqlite3_changes64(pointer)) : 0
    }

    func each(
        _ sql: StaticString, _ arguments: [Binding], mayWrite: Bool = true,
        _ body: (borrowing Row) throws -> Void
    ) throws {
        let statement = try take(sql, arguments)
        defer { putBack(statement, sql) }
        try statement.requireReadOnly(unless: mayWrite)
        while try statement.step() { try body(statement.row) }
    }

    func firstRow<T>(
        _ sql: StaticString, _ arguments: [Binding], mayWrite: Bool = true,
        _ body: (borrowing Row) throws -> T
    ) throws -> T? {
        let statement = try take(sql, arguments)
        defer { putBack(statement, sql) }
        try statement.requireReadOnly(unless: mayWrite)
        return try statement.step() ? body(statement.row) : nil
    }

    /// The first column of the first row; `null` if there is none.
    func value(_ sql: StaticString) throws(DatabaseError) -> Binding {
        let statement = try take(sql, [])
        defer { putBack(statement, sql) }
        return try statement.step() ? statement.row.value(0) : .null
    }

    /// Runs a script of several statements without arguments.
    func runScript(_ sql: String) throws(DatabaseError) {
        guard unsafe sqlite3_exec(pointer, sql, nil, nil, nil) == SQLITE_OK else {
            throw unsafe DatabaseError(pointer)
        }
    }
}
