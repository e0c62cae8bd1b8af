internal import CSQLite

/// Owns one prepared statement. A class, because the cache hands it out and takes it back.
@safe final class Statement {
    private let pointer: OpaquePointer
    private let database: OpaquePointer
    let sql: String

    /// Takes over a statement that SQLite has prepared.
    init(_ pointer: OpaquePointer, of database: OpaquePointer, sql: String) {
        unsafe self.pointer = unsafe pointer
        unsafe self.database = unsafe database
        self.sql = sql
    }

    deinit {
        _ = unsafe sqlite3_finalize(pointer)
    }

    /// Throws if the statement would change the database and may not.
    func requireReadOnly(unless mayWrite: Bool) throws(DatabaseError) {
        let isReadOnly = unsafe sqlite3_stmt_readonly(pointer) != 0
        guard mayWrite || isReadOnly else {
            throw DatabaseError(
                kind: .readOnly, message: "a deferred transaction is for reading", sql: sql)
        }
    }

    func bind(_ arguments: [Binding]) throws(DatabaseError) {
        let expected = unsafe Int(sqlite3_bind_parameter_count(pointer))
        precondition(
            arguments.count == expected,
            "\(arguments.count) values for the \(expected) parameters of: \(sql)")
        for (offset, argument) in arguments.enumerated() {
            let index = Int32(offset + 1)
            guard bind(argument, at: index) == SQLITE_OK else {
                throw unsafe DatabaseError(database, sql: sql)
            }
        }
    }

    /// Goes to the next row; `false` at the end.
    func step() throws(DatabaseError) -> Bool {
        switch unsafe sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw unsafe DatabaseError(database, sql: sql)
        }
    }

    /// The row the last step went to.
    var row: Row { unsafe Row(statement: pointer) }

    /// Makes the statement ready for other values. An error it returns is the one the last step
    /// has thrown already.
    func reset() {
        _ = unsafe sqlite3_reset(pointer)
        _ = unsafe sqlite3_clear_bindings(pointer)
    }

    private func bind(_ argument: Binding, at index: Int32) -> Int32 {
        switch argument {
        case .null:
            return unsafe sqlite3_bind_null(pointer, index)
        case .integer(let value):
            return unsafe sqlite3_bind_int64(pointer, index, value)
        case .text(var text):
            return text.withUTF8 { buffer in
                // A null pointer would bind NULL instead of the empty text.
                unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return unsafe bijak_sqlite3_bind_text(pointer, index, "", 0)
                    }
                    return unsafe bijak_sqlite3_bind_text(
                        pointer, index, start, UInt64(characters.count))
                }
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes { buffer in
                unsafe bijak_sqlite3_bind_blob(
                    pointer, index, buffer.baseAddress, UInt64(buffer.count))
            }
        }
    }
}
