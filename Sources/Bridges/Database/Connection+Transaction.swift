internal import CSQLite

extension Connection {
    /// Runs `body` in a transaction: what it wrote is committed when it returns, and undone when
    /// it throws. Transactions do not nest.
    ///
    /// - Throws: What `body` throws; `busy` if another process kept writing for longer than the
    ///   timeout; `full` and the like if the commit fails, and then nothing was written.
    @discardableResult
    public func transaction<T>(
        _ kind: Transaction.Kind, _ body: (borrowing Transaction) throws -> T
    ) throws -> T {
        try begin(kind)
        defer { isInTransaction = false }
        do {
            let transaction = Transaction(self, kind)
            let result = try body(transaction)
            if kind == .immediate { try beforeCommit?(transaction) }
            try run("COMMIT", [])
            return result
        } catch {
            try rollBack(after: error)
            throw error
        }
    }

    var lastInsertedRowID: Int64 { unsafe sqlite3_last_insert_rowid(pointer) }

    private func begin(_ kind: Transaction.Kind) throws(DatabaseError) {
        precondition(!isInTransaction, "a transaction is open on this connection already")
        switch kind {
        case .deferred: try run("BEGIN DEFERRED", [])
        case .immediate: try run("BEGIN IMMEDIATE", [])
        }
        isInTransaction = true
    }

    /// Undoes what was written. After some errors, such as a full disk, SQLite has done so itself.
    private func rollBack(after error: any Error) throws(DatabaseError) {
        guard unsafe sqlite3_get_autocommit(pointer) == 0 else { return }
        do throws(DatabaseError) {
            try run("ROLLBACK", [])
        } catch let failure {
            throw DatabaseError(
                extendedCode: failure.extendedCode,
                message: "undoing failed (\(failure.message)) after: \(error)")
        }
    }
}
