/// A statement that is put together at run time out of literals alone.
///
/// For searches whose conditions and order are chosen by whoever asks: each part is a literal, as a
/// whole statement is elsewhere, and values from outside can only be arguments.
///
/// ```swift
/// var sql = SQL("SELECT number FROM document WHERE customer = ?", .text(customer))
/// if let day { sql.add(" AND issue_date >= ?", .text(day)) }
/// ```
public struct SQL: Sendable {
    private(set) var text: String
    private(set) var arguments: [Binding]

    public init(_ part: StaticString, _ arguments: Binding...) {
        text = part.description
        self.arguments = arguments
    }

    /// Appends a part with the values for its `?`.
    public mutating func add(_ part: StaticString, _ arguments: Binding...) {
        text += part.description
        self.arguments += arguments
    }

    /// Appends another statement's parts.
    public mutating func add(_ other: SQL) {
        text += other.text
        arguments += other.arguments
    }
}

extension Connection {
    /// So many statements put together at run time are kept prepared.
    static let composedLimit = 64

    func each(
        _ sql: SQL, mayWrite: Bool, _ body: (borrowing Row) throws -> Void
    ) throws {
        let statement: Statement
        if let resting = composed.removeValue(forKey: sql.text) {
            statement = resting
        } else {
            statement = try prepare(sql.text)
        }
        try statement.bind(sql.arguments)
        defer {
            statement.reset()
            if composed.count >= Connection.composedLimit { composed.removeAll() }
            composed[sql.text] = statement
        }
        try statement.requireReadOnly(unless: mayWrite)
        while try statement.step() { try body(statement.row) }
    }
}
