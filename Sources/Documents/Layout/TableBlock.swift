/// A table: one row for each item of a list.
final class TableBlock: Sendable {
    enum Width: Hashable, Sendable {
        case points(Double)
        /// What the other columns leave.
        case share
        /// As wide as the widest cell, at most half of the table.
        case fit
    }

    final class Column: Sendable {
        let width: Width
        let align: TextAlign
        let condition: Condition?
        let heading: TextContent
        let cell: TextContent
        /// Smaller lines under the cell's text.
        let notes: [TextContent]
        /// The cell of the closing row.
        let total: TextContent?
        /// The amount of a row whose sum is carried over page breaks.
        let carry: FieldPath?

        /// Numbers are never broken: their column grows, and the share gives way.
        var grows: Bool { align != .left }

        init(
            width: Width, align: TextAlign, condition: Condition?, heading: TextContent,
            cell: TextContent, notes: [TextContent], total: TextContent?, carry: FieldPath?
        ) {
            self.width = width
            self.align = align
            self.condition = condition
            self.heading = heading
            self.cell = cell
            self.notes = notes
            self.total = total
            self.carry = carry
        }
    }

    /// A line above the first of some rows that have a value in common.
    final class Group: Sendable {
        /// What they have in common.
        let path: FieldPath
        let text: TextContent

        init(path: FieldPath, text: TextContent) {
            self.path = path
            self.text = text
        }
    }

    struct Rule: Sendable {
        let thickness: Double
        let color: Int
    }

    /// Lengths in points.
    struct Spacing: Sendable {
        let headingTop: Double
        let headingBottom: Double
        /// Above and below the lines of a row.
        let row: Double
        /// Beside the cells, save at the outer edges.
        let inset: Double
        /// The least width of the share.
        let leastShare: Double
        /// Below the table.
        let after: Double
    }

    struct Rules: Sendable {
        let heading: Rule?
        let row: Rule?
        let total: Rule?
        let end: Rule?
    }

    /// The lines that carry sums over a page break.
    final class Carry: Sendable {
        enum Direction { case forward, brought }

        let style: Int
        /// Room above and below the line.
        let padding: Double
        /// Rows of the template's label keys.
        let forward: Int
        let brought: Int

        init(style: Int, padding: Double, forward: Int, brought: Int) {
            self.style = style
            self.padding = padding
            self.forward = forward
            self.brought = brought
        }
    }

    let path: FieldPath
    let columns: [Column]
    let spacing: Spacing
    let rules: Rules
    let hasTotal: Bool
    /// Where columns carry sums.
    let carry: Carry?
    let group: Group?

    init(
        path: FieldPath, columns: [Column], spacing: Spacing, rules: Rules, carry: Carry?,
        group: Group?
    ) {
        self.path = path
        self.carry = carry
        self.group = group
        self.columns = columns
        self.spacing = spacing
        self.rules = rules
        hasTotal = columns.contains { $0.total != nil }
    }
}
