internal import CSQLite

/// One row of a result, valid while the closure it is handed to runs.
///
/// Columns are numbered from 0. Reading a column as something it is not throws: the schema says
/// what it is (`STRICT` tables), so a difference means a damaged file or a wrong query.
@safe public struct Row: ~Copyable {
    private let statement: OpaquePointer

    /// How many columns the row has.
    public let columnCount: Int

    init(statement: OpaquePointer) {
        unsafe self.statement = unsafe statement
        columnCount = unsafe Int(sqlite3_column_count(statement))
    }

    /// Whether the column is `NULL`.
    public func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

    /// The column as a whole number.
    public func int64(_ column: Int) throws(DatabaseError) -> Int64 {
        try require(SQLITE_INTEGER, column)
        return unsafe sqlite3_column_int64(statement, Int32(column))
    }

    /// The column as a whole number, or `nil` for `NULL`.
    public func optionalInt64(_ column: Int) throws(DatabaseError) -> Int64? {
        isNull(column) ? nil : try int64(column)
    }

    /// The farthest from zero that a count, a place or a size is: sums of a million of them still fit.
    static let countLimit: UInt64 = 1 << 40

    /// The column as a count, a place or a size.
    ///
    /// - Throws: `corrupt` where it is none that there could be.
    public func int(_ column: Int) throws(DatabaseError) -> Int {
        let value = try int64(column)
        guard value.magnitude <= Row.countLimit else {
            throw .damaged("\(value) is no count, place or size")
        }
        return Int(value)
    }

    /// The column as a count, a place or a size, or `nil` for `NULL`.
    public func optionalInt(_ column: Int) throws(DatabaseError) -> Int? {
        isNull(column) ? nil : try int(column)
    }

    /// The column as a truth value: 0 is false, every other number true.
    public func bool(_ column: Int) throws(DatabaseError) -> Bool { try int64(column) != 0 }

    /// The column as text.
    public func string(_ column: Int) throws(DatabaseError) -> String {
        try require(SQLITE_TEXT, column)
        guard let text = unsafe sqlite3_column_text(statement, Int32(column)) else {
            throw memoryError(column)
        }
        let count = unsafe Int(sqlite3_column_bytes(statement, Int32(column)))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// The column as text, or `nil` for `NULL`.
    public func optionalString(_ column: Int) throws(DatabaseError) -> String? {
        isNull(column) ? nil : try string(column)
    }

    /// The column as bytes.
    public func blob(_ column: Int) throws(DatabaseError) -> [UInt8] {
        try require(SQLITE_BLOB, column)
        let count = unsafe Int(sqlite3_column_bytes(statement, Int32(column)))
        guard count > 0 else { return [] }
        guard let bytes = unsafe sqlite3_column_blob(statement, Int32(column)) else {
            throw memoryError(column)
        }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// The column as bytes, or `nil` for `NULL`.
    public func optionalBlob(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        isNull(column) ? nil : try blob(column)
    }

    /// The column as whatever it is; a floating point number is none of our types and throws.
    func value(_ column: Int) throws(DatabaseError) -> Binding {
        switch type(column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(try int64(column))
        case SQLITE_BLOB: .blob(try blob(column))
        default: .text(try string(column))
        }
    }

    private func type(_ column: Int) -> Int32 {
        precondition(column >= 0 && column < columnCount, "the result has no column \(column)")
        return unsafe sqlite3_column_type(statement, Int32(column))
    }

    private func require(_ expected: Int32, _ column: Int) throws(DatabaseError) {
        let found = type(column)
        guard found != expected else { return }
        let names = ["", "INTEGER", "REAL", "TEXT", "BLOB", "NULL"]
        throw DatabaseError(
            kind: .columnType,
            message: "column \(column) is \(names[Int(found)]), not \(names[Int(expected)])",
            sql: unsafe String(cString: sqlite3_sql(statement)))
    }

    private func memoryError(_ column: Int) -> DatabaseError {
        DatabaseError(
            extendedCode: SQLITE_NOMEM, message: "there is not enough memory for column \(column)",
            sql: unsafe String(cString: sqlite3_sql(statement)))
    }
}
