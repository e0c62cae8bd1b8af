internal import Formats

/// Where the columns of one table stand, and its numbers shaped to find that out.
struct TablePlan {
    struct Column {
        /// Row in the table's columns.
        let index: Int
        /// Of the text: the inset beside it is already taken off.
        var x = 0.0
        var width = 0.0
        /// Room for what stands behind the decimal point.
        var tail = 0.0
        var head = 0.0
        /// Room for what stands before it; the heading, which `head` has room for, does not count.
        var lead = 0.0

        /// The least width that breaks no number.
        var natural: Double { head + tail }
    }

    /// A cell on one line.
    struct Cell {
        var pieces: Range<Int> = 0..<0
        var width = 0.0
        /// Of what stands behind the decimal point, itself included.
        var tail = 0.0
    }

    var columns: [Column] = []
    var pieces: [LinePiece] = []
    /// Of the growing columns, row by row; the closing row's come last.
    var cells: [Cell] = []
    var growing = 0
    let box: Box
    /// Row of the table in the document's structure.
    var element = 0
}

/// A table on the current page right above the cursor.
struct TableTail {
    struct Row {
        /// Where its items begin on the page.
        let mark: Int
        let y: Double
        let hasRule: Bool
    }

    let table: TableBlock
    let plan: TablePlan
    let headingMark: Int
    let rows: [Row]
    /// Behind the last row's items.
    let endMark: Int
    let endY: Double
    /// All items of the table.
    let values: [Value]
    /// Its rows, the closing one included.
    let rowCount: Int
    /// How far a pin has moved the cursor down since: room that is not taken along.
    var pinned = 0.0
}
