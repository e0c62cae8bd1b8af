/// A table: one row for each item of a list.
struct TableBlock: Sendable {
    enum Width: Hashable, Sendable {
        case points(Double)
        /// What the other columns leave.
        case share
    }

    struct Column: Sendable {
        let width: Width
        let align: TextAlign
        let condition: Condition?
        let heading: TextContent
        let cell: TextContent
        /// Smaller lines under the cell's text.
        let notes: [TextContent]
        /// The cell of the closing row.
        let total: TextContent?

        /// Numbers are never broken: their column grows, and the share gives way.
        var grows: Bool { align != .left }
    }

    struct Rule: Sendable {
        let thickness: Double
        let color: Int
    }

    let path: FieldPath
    let columns: [Column]
    let headingPadding: (top: Double, bottom: Double)
    /// Above and below the lines of a row.
    let padding: Double
    /// Beside the cells, save at the outer edges.
    let inset: Double
    /// The least width of the share.
    let minimumShare: Double
    let headingRule: Rule?
    let rowRule: Rule?
    let totalRule: Rule?
    let endRule: Rule?
    /// Room below the table.
    let after: Double

    var hasTotal: Bool { columns.contains { $0.total != nil } }
}
