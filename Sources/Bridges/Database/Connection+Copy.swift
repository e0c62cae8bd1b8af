extension Connection {
    /// Writes all that is committed to a new file, as of one moment, while others go on writing.
    ///
    /// - Throws: `cannotOpen` where the file cannot be made, `full` and the like.
    public func copy(to path: String) throws(DatabaseError) {
        precondition(!isInTransaction, "a transaction is open")
        try run("VACUUM INTO ?", [.text(path)])
    }
}
