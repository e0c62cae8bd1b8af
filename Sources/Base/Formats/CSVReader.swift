import Diagnostics

/// Reads the rows of one CSV record (heading row in front) into the tree its JSON form would have.
public struct CSVReader {
    private let source: SourceText
    private let table: CSVTable
    private let findings: Findings

    /// The record's structure; `nil` after findings that leave none.
    public static func read(
        _ source: SourceText, _ table: CSVTable, _ findings: Findings
    ) -> DataTree? {
        isUTF8(source, findings)
            ? CSVReader(source: source, table: table, findings: findings).tree() : nil
    }

    /// The columns that a heading row names; `nil` after a finding.
    static func columns(
        of heading: SourceText, _ table: CSVTable, _ findings: Findings
    ) -> [CSVTable.Column]? {
        guard isUTF8(heading, findings) else { return nil }
        var rows = CSVRows(heading.bytes)
        return CSVReader(source: heading, table: table, findings: findings)
            .columns(of: rows.next() ?? [])
    }

    private static func isUTF8(_ source: SourceText, _ findings: Findings) -> Bool {
        guard let offset = firstInvalidUTF8(source.bytes) else { return true }
        findings.add(
            Rejected(
                source, offset..<offset + 1, code: "invalid-utf8",
                "the text is not valid UTF-8 here", found: hexText(source.bytes[offset]),
                hint: "save the file as UTF-8"
            ).diagnostic)
        return false
    }

    /// A value being put together: cells in place, objects and lists by name.
    private indirect enum Shape {
        case cell(Range<Int>)
        case object([(name: String, shape: Shape)])
        case list([Shape])
    }

    private func tree() -> DataTree? {
        var rows = CSVRows(source.bytes)
        guard let heading = rows.next(), let columns = columns(of: heading) else { return nil }
        var record = Shape.object([])
        var isSound = true
        while let row = rows.next() {
            guard row.count == columns.count else {
                findings.add(wrongWidth(row, columns.count))
                isSound = false
                continue
            }
            var startsElement = true
            for (cell, column) in zip(row, columns) where !cell.isEmpty {
                guard isWellQuoted(cell) else {
                    findings.add(badQuotes(cell))
                    isSound = false
                    continue
                }
                if column.path.contains("[]") {
                    put(cell, column.path[...], in: &record, newElement: startsElement)
                    startsElement = false
                } else {
                    isSound = putOnce(cell, column, in: &record) && isSound
                }
            }
        }
        guard isSound else { return nil }
        var tree = DataTree(source: source)
        append(record, to: &tree)
        return tree
    }

    private func columns(of heading: [Range<Int>]) -> [CSVTable.Column]? {
        var columns: [CSVTable.Column] = []
        let known = table.columns.map(\.name)
        for cell in heading {
            let name = text(cell)
            let location = SourceLocation(source: source, range: cell)
            guard let column = table.columns.first(where: { $0.name == name }) else {
                let semicolons = heading.count == 1 && name.contains(";")
                findings.add(
                    Diagnostic(
                        code: semicolons ? "csv-separator" : "unknown-column",
                        semicolons
                            ? "the columns are separated by semicolons"
                            : "no column is called \"\(name)\" here",
                        at: location, expected: semicolons ? "commas" : nil,
                        hint: semicolons
                            ? "export the sheet as CSV with commas and decimal points"
                            : suggestion(for: name, among: known)))
                return nil
            }
            if columns.contains(where: { $0.name == name }) {
                findings.add(
                    Diagnostic(
                        code: "csv-duplicate-column", "the column \"\(name)\" stands twice",
                        at: location, hint: "keep one of the two"))
                return nil
            }
            columns.append(column)
        }
        return columns
    }

    /// Columns of the whole record may repeat on each row, but must say the same.
    private func putOnce(
        _ cell: Range<Int>, _ column: CSVTable.Column, in record: inout Shape
    ) -> Bool {
        if let earlier = find(column.path[...], in: record) {
            if text(earlier) == text(cell) { return true }
            findings.add(
                Diagnostic(
                    code: "csv-contradiction",
                    "\(column.name) is not the same on all rows of this record",
                    at: SourceLocation(source: source, range: cell), found: text(cell),
                    expected: text(earlier),
                    hint: "repeat the same value, or leave it blank after the first row"))
            return false
        }
        put(cell, column.path[...], in: &record, newElement: false)
        return true
    }

    private func find(_ path: ArraySlice<String>, in shape: Shape) -> Range<Int>? {
        switch shape {
        case .cell(let range): path.isEmpty ? range : nil
        case .object(let fields):
            fields.first { $0.name == path.first }.flatMap { find(path.dropFirst(), in: $0.shape) }
        case .list: nil
        }
    }

    private func put(
        _ cell: Range<Int>, _ path: ArraySlice<String>, in shape: inout Shape, newElement: Bool
    ) {
        guard let step = path.first else {
            shape = .cell(cell)
            return
        }
        let rest = path.dropFirst()
        if step == "[]" || step == "[+]" {
            var elements: [Shape] = []
            if case .list(let known) = shape { elements = known }
            if newElement || step == "[+]" || elements.isEmpty { elements.append(.object([])) }
            put(cell, rest, in: &elements[elements.count - 1], newElement: newElement)
            shape = .list(elements)
            return
        }
        var fields: [(name: String, shape: Shape)] = []
        if case .object(let known) = shape { fields = known }
        if let index = fields.firstIndex(where: { $0.name == step }) {
            put(cell, rest, in: &fields[index].shape, newElement: newElement)
        } else {
            var child = Shape.object([])
            put(cell, rest, in: &child, newElement: newElement)
            fields.append((step, child))
        }
        shape = .object(fields)
    }

    private func append(_ shape: Shape, to tree: inout DataTree) {
        switch shape {
        case .cell(let range): _ = tree.add(.cell, range)
        case .list(let elements):
            let index = tree.add(.list, extent)
            for element in elements { append(element, to: &tree) }
            tree.close(index, end: extent.upperBound)
        case .object(let fields):
            let index = tree.add(.object, extent)
            for field in fields {
                tree.names.append(field.name)
                _ = tree.add(.key, extent, name: Int32(tree.names.count - 1))
                append(field.shape, to: &tree)
            }
            tree.close(index, end: extent.upperBound)
        }
    }

    /// What a finding about the whole record underlines: its first row.
    private var extent: Range<Int> {
        source.lineRange(around: min(source.headingLength, source.bytes.count))
    }

    private func text(_ cell: Range<Int>) -> String {
        var tree = DataTree(source: source)
        _ = tree.add(.cell, cell)
        return tree.root.string ?? ""
    }

    /// A cell in double quotes ends with the one that closes it.
    private func isWellQuoted(_ cell: Range<Int>) -> Bool {
        let bytes = source.bytes[cell]
        guard bytes.first == UInt8(ascii: "\"") else { return true }
        guard bytes.count > 1, bytes.last == UInt8(ascii: "\"") else { return false }
        var quotes = 0
        for byte in bytes.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\"") {
                quotes += 1
            } else if quotes % 2 == 1 {
                return false
            } else {
                quotes = 0
            }
        }
        return quotes % 2 == 0
    }

    private func badQuotes(_ cell: Range<Int>) -> Diagnostic {
        Diagnostic(
            code: "csv-quotes", "the double quotes of this cell do not match",
            at: SourceLocation(source: source, range: cell),
            hint: "a double quote inside a quoted cell is written twice")
    }

    private func wrongWidth(_ row: [Range<Int>], _ expected: Int) -> Diagnostic {
        let start = row.first?.lowerBound ?? 0
        return Diagnostic(
            code: "csv-columns", "this row has another number of cells than the heading",
            at: SourceLocation(source: source, range: start..<(row.last?.upperBound ?? start)),
            found: "\(row.count) cells", expected: "\(expected)",
            hint: row.count > expected
                ? "put a cell that holds a comma in double quotes; a decimal has a point"
                : "an empty cell still needs its comma, or the cells after it shift")
    }
}

/// Walks over the rows of CSV bytes: each row as the ranges of its cells, blank rows left out.
struct CSVRows {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> [Range<Int>]? {
        while at < bytes.count {
            let row = readRow()
            if row.count > 1 || !(row.first?.isEmpty ?? true) { return row }
        }
        return nil
    }

    private mutating func readRow() -> [Range<Int>] {
        var cells: [Range<Int>] = []
        while true {
            let start = at
            if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { skipQuoted() }
            while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "\n")
            {
                at += 1
            }
            var end = at
            let endsRow = at == bytes.count || bytes[at] == UInt8(ascii: "\n")
            if endsRow, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            cells.append(start..<end)
            at += 1
            if endsRow { return cells }
        }
    }

    private mutating func skipQuoted() {
        at += 1
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "\"") {
                if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
                    at += 1
                } else {
                    at += 1
                    return
                }
            }
            at += 1
        }
    }
}
