/// A transaction in progress, lent to whoever reads or writes within it.
///
/// It cannot be copied, kept or made: only ``Connection/transaction(_:_:)`` makes one, and commits
/// or rolls back when it is over. Code that stores things takes a `borrowing Transaction`, so that
/// its caller decides what is done together.
public struct Transaction: ~Copyable {
    /// What a transaction is for.
    public enum Kind: Sendable {
        /// For reading: everything read is of one moment. A statement that writes throws.
        case deferred
        /// For writing: waits until nobody else writes, then nobody else can.
        case immediate
    }

    private let connection: Connection

    /// What the transaction is for.
    public let kind: Kind

    // Swift 6.3's optimiser stops with an internal error (SILValue.h, forwardToInit) when it inlines
    // this into a generic function that it specialises.
    @inline(never)
    init(_ connection: Connection, _ kind: Kind) {
        self.connection = connection
        self.kind = kind
    }

    /// Runs a statement.
    ///
    /// - Returns: How many rows it inserted, changed or deleted itself, not through foreign keys.
    @discardableResult
    public func execute(
        _ sql: StaticString, _ arguments: Binding...
    ) throws(DatabaseError) -> Int {
        try connection.run(sql, arguments, mayWrite: mayWrite)
    }

    /// Calls `row` with each row of a result, one at a time: the result is never held as a whole.
    ///
    /// An error that `row` throws ends the query and is passed on.
    public func query(
        _ sql: StaticString, _ arguments: Binding..., row: (borrowing Row) throws -> Void
    ) throws {
        try connection.each(sql, arguments, mayWrite: mayWrite, row)
    }

    /// The same of a statement that was put together out of literals.
    public func query(_ sql: SQL, row: (borrowing Row) throws -> Void) throws {
        try connection.each(sql, mayWrite: mayWrite, row)
    }

    /// What `row` makes of the first row of a result; `nil` if there is none.
    ///
    /// Also for `INSERT … RETURNING`: all its rows are written, the first is returned.
    public func first<T>(
        _ sql: StaticString, _ arguments: Binding..., row: (borrowing Row) throws -> T
    ) throws -> T? {
        try connection.firstRow(sql, arguments, mayWrite: mayWrite, row)
    }

    /// Does something within the transaction that either happens as a whole or not at all. What it
    /// throws ends the transaction.
    ///
    /// - Parameter body: says whether what it wrote is kept.
    public func savepoint(_ body: () throws -> Bool) throws {
        try execute("SAVEPOINT step")
        if try !body() { try execute("ROLLBACK TO step") }
        try execute("RELEASE step")
    }

    /// The row id of the last row inserted through this connection.
    public var lastInsertedRowID: Int64 { connection.lastInsertedRowID }

    private var mayWrite: Bool { kind == .immediate }
}
