internal import CSQLite

/// An open SQLite database, for one task at a time.
///
/// ```swift
/// let books = try Connection.open("books/books.sqlite")
/// try books.migrate(schema)
/// try books.transaction(.immediate) { transaction in
///     try transaction.execute("INSERT INTO customer(code, name) VALUES (?, ?)", "K1", "Rao & Co")
/// }
/// ```
/// What is committed is on disk: the journal is a write-ahead log that is synced at each commit.
/// Foreign keys are enforced, and what stands in the file is not trusted: its schema cannot call
/// functions with side effects.
///
/// SQL is always a `StaticString`, that is a literal: values from outside can only be arguments.
///
/// A connection is not `Sendable`; a task that needs the database at the same time as another
/// opens its own. Any number of processes may read, one at a time may write; the others wait.
@safe public final class Connection {
    let pointer: OpaquePointer

    /// Whether the connection can only read.
    public let isReadOnly: Bool

    var isInTransaction = false

    /// Is called at the end of each transaction for writing, inside it; what it throws undoes it.
    public var beforeCommit: ((borrowing Transaction) throws -> Void)?

    /// Statements at rest, by the address of their literal. One in use is not in here, so that a
    /// query may run itself again from its own rows.
    private var statements: [UInt: Statement] = [:]

    /// The same of statements put together at run time, by their text.
    var composed: [String: Statement] = [:]

    /// Opens a database, or makes an empty one if there is none and it is not `readonly`.
    ///
    /// - Parameters:
    ///   - path: The file; `:memory:` for a database that goes with the connection.
    ///   - readonly: Whether nothing shall be written.
    ///   - isImmutable: Whether nobody can write: the disk is read-only. SQLite then makes no files
    ///     beside the database and looks into none.
    ///   - busyTimeout: How long a statement waits for another process that writes, in
    ///     milliseconds.
    /// - Throws: `cannotOpen`, `notADatabase`, `corrupt`, `busy`, or `foreignDatabase` for the
    ///   database of another program.
    public static func open(
        _ path: String, readonly: Bool = false, isImmutable: Bool = false,
        busyTimeout: Int32 = 10_000
    ) throws(DatabaseError) -> Connection {
        precondition(readonly || !isImmutable, "what nobody can write is opened to read")
        let pointer = try unsafe openPointer(path, readonly: readonly, isImmutable: isImmutable)
        let connection = unsafe Connection(pointer, isReadOnly: readonly)
        try connection.configure(busyTimeout: busyTimeout)
        return connection
    }

    private init(_ pointer: OpaquePointer, isReadOnly: Bool) {
        unsafe self.pointer = unsafe pointer
        self.isReadOnly = isReadOnly
    }

    deinit {
        statements.removeAll()
        composed.removeAll()
        _ = unsafe sqlite3_close_v2(pointer)
    }

    private static func openPointer(
        _ path: String, readonly: Bool, isImmutable: Bool
    ) throws(DatabaseError) -> OpaquePointer {
        guard !path.utf8.contains(0) else {
            throw DatabaseError(kind: .cannotOpen, message: "the path holds a null character")
        }
        // SQLite would make a database that vanishes on closing.
        guard !path.isEmpty else {
            throw DatabaseError(kind: .cannotOpen, message: "the path is empty")
        }
        // SQLite may be built to read `file:…` as a URI with options.
        let name =
            isImmutable ? immutable(path) : path.hasPrefix("file:") ? "./" + path : path
        let flags =
            SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (isImmutable ? SQLITE_OPEN_URI : 0)
            | (readonly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        var pointer: OpaquePointer?
        let code = unsafe sqlite3_open_v2(name, &pointer, flags, nil)
        if code == SQLITE_OK, let pointer = unsafe pointer { return unsafe pointer }
        let reason = unsafe String(cString: sqlite3_errstr(code))
        _ = unsafe sqlite3_close_v2(pointer)
        throw DatabaseError(extendedCode: code, message: "\(path): \(reason)")
    }

    /// The URI of a file that cannot change; every byte that could mean something there is escaped.
    private static func immutable(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        let escaped = path.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain || byte == UInt8(ascii: "/")
                ? String(UnicodeScalar(byte))
                : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    private func configure(busyTimeout: Int32) throws(DatabaseError) {
        _ = unsafe sqlite3_busy_timeout(pointer, busyTimeout)
        let flags: [(option: Int32, on: Int32)] = [
            (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_DEFENSIVE, 1),
            (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
            (SQLITE_DBCONFIG_DQS_DDL, 0),
        ]
        for (option, on) in flags {
            guard unsafe bijak_sqlite3_config_flag(pointer, option, on) == SQLITE_OK else {
                throw unsafe DatabaseError(pointer)
            }
        }
        try run("PRAGMA cell_size_check = ON", [])
        try run("PRAGMA synchronous = FULL", [])
        // Before anything is written: the file may belong to somebody else.
        try checkApplication()
        guard !isReadOnly else { return }
        let mode = try value("PRAGMA journal_mode = WAL")
        guard mode == "wal" || mode == "memory" else {
            throw DatabaseError(
                kind: .other, message: "the file system cannot keep a write-ahead log")
        }
    }

    // Statements

    /// Takes a statement out of the cache, or prepares it. Whoever takes one puts it back.
    func take(_ sql: StaticString, _ arguments: [Binding]) throws(DatabaseError) -> Statement {
        let key = unsafe UInt(bitPattern: sql.utf8Start)
        // Not `??`: its right side would throw an untyped error.
        let statement: Statement
        if let resting = statements.removeValue(forKey: key) {
            statement = resting
        } else {
            statement = try prepare(sql.description)
        }
        try statement.bind(arguments)
        return statement
    }

    /// Puts a statement back. Of a query inside its own rows the last one put back is kept.
    func putBack(_ statement: Statement, _ sql: StaticString) {
        statement.reset()
        statements[unsafe UInt(bitPattern: sql.utf8Start)] = statement
    }

    func prepare(_ text: String) throws(DatabaseError) -> Statement {
        var statement: OpaquePointer?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let code = unsafe sqlite3_prepare_v3(pointer, text, -1, flags, &statement, nil)
        guard code == SQLITE_OK, let statement = unsafe statement else {
            throw unsafe DatabaseError(pointer, sql: text)
        }
        return unsafe Statement(statement, of: pointer, sql: text)
    }
}

@available(*, unavailable)
extension Connection: Sendable {}
