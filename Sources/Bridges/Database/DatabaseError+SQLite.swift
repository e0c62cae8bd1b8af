internal import CSQLite

extension DatabaseError.Kind {
    init(extendedCode: Int32) {
        // The extended constraint codes are macros that Swift does not import:
        // SQLITE_CONSTRAINT (19) with a detail in the second byte.
        switch (extendedCode & 0xFF, extendedCode >> 8) {
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): self = .busy
        case (SQLITE_FULL, _): self = .full
        case (SQLITE_CORRUPT, _): self = .corrupt
        case (SQLITE_READONLY, _), (SQLITE_PERM, _): self = .readOnly
        case (SQLITE_NOTADB, _): self = .notADatabase
        case (SQLITE_CANTOPEN, _): self = .cannotOpen
        case (SQLITE_IOERR, _): self = .inputOutput
        case (SQLITE_CONSTRAINT, 6), (SQLITE_CONSTRAINT, 8), (SQLITE_CONSTRAINT, 10):
            self = .uniqueConstraint
        case (SQLITE_CONSTRAINT, 3): self = .foreignKeyConstraint
        case (SQLITE_CONSTRAINT, _), (SQLITE_MISMATCH, _): self = .valueConstraint
        default: self = .other
        }
    }
}

extension DatabaseError {
    /// The last error of a connection.
    init(_ database: OpaquePointer, sql: String? = nil) {
        self.init(
            extendedCode: unsafe sqlite3_extended_errcode(database),
            message: unsafe String(cString: sqlite3_errmsg(database)), sql: sql)
    }
}
