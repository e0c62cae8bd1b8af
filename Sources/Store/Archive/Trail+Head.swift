import Database

extension Trail {
    /// Whether a link is in the trail at its place.
    public static func holds(
        _ link: Archive.End, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            "SELECT chain = ? FROM audit WHERE sequence = ?", .blob(link.chain),
            Binding(link.sequence)
        ) { row in try row.bool(0) } ?? false
    }
}
