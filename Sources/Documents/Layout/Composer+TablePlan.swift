internal import Diagnostics
internal import Formats
internal import Typography

extension Composer {
    /// Measures a table's numbers and gives each column its place.
    func plan(_ table: TableBlock, _ rows: [Value], in box: Box) -> TablePlan {
        var plan = TablePlan(box: box)
        plan.element = addContainer(.table)
        for (index, column) in table.columns.enumerated() where holds(column.condition) {
            plan.columns.append(TablePlan.Column(index: index))
            if column.grows { plan.growing += 1 }
        }
        plan.cells.reserveCapacity((rows.count + 1) * plan.growing)
        plan.pieces.reserveCapacity((rows.count + 1) * plan.growing)
        measureHeadings(table, &plan)
        let outer = (scope, index)
        for (offset, row) in rows.enumerated() {
            enter(row, index: offset + 1)
            for column in plan.columns.indices {
                let definition = table.columns[plan.columns[column].index]
                if definition.grows { measure(definition.cell, definition.align, column, &plan) }
            }
        }
        enter(outer.0, index: outer.1)
        measureFitting(table, rows, &plan)
        measureCarry(table, rows, &plan)
        if table.hasTotal {
            for column in plan.columns.indices {
                let definition = table.columns[plan.columns[column].index]
                if !definition.grows { continue }
                let none = TextContent(style: definition.cell.style, pieces: [])
                measure(definition.total ?? none, definition.align, column, &plan)
            }
        }
        place(table, &plan)
        return plan
    }

    private func measureHeadings(_ table: TableBlock, _ plan: inout TablePlan) {
        for column in plan.columns.indices {
            let definition = table.columns[plan.columns[column].index]
            let heading = definition.heading
            if definition.grows {
                // Amounts' headings stand on one line; what a second language adds may have more.
                plan.columns[column].head = width(ofLines: heading, wordByWord: false)
            } else if case .points = definition.width {
                plan.columns[column].head = width(ofLines: heading, wordByWord: true)
            }
        }
    }

    /// The widest of a text's lines, or of the words it cannot be broken inside.
    private func width(ofLines content: TextContent, wordByWord: Bool) -> Double {
        if let width = shape(content), !hasLineBreak, !wordByWord { return width }
        return widest(content, wordByWord: wordByWord)
    }

    /// Columns of words that are as wide as their widest cell.
    private func measureFitting(_ table: TableBlock, _ rows: [Value], _ plan: inout TablePlan) {
        for column in plan.columns.indices {
            let definition = table.columns[plan.columns[column].index]
            guard definition.width == .fit, !definition.grows else { continue }
            var widest = shape(definition.heading) ?? 0
            let outer = (scope, index)
            for (offset, row) in rows.enumerated() {
                enter(row, index: offset + 1)
                for content in [definition.cell] + definition.notes {
                    guard let width = shape(content) else { continue }
                    // What has line ends of its own is set in lines of half the table.
                    widest = max(widest, hasLineBreak ? plan.box.width / 2 : width)
                }
            }
            enter(outer.0, index: outer.1)
            plan.columns[column].head = widest
        }
    }

    /// Sums may be wider than any of the amounts they are made of.
    private func measureCarry(_ table: TableBlock, _ rows: [Value], _ plan: inout TablePlan) {
        guard let carry = table.carry else { return }
        let content = TextContent(style: carry.style, pieces: [])
        for (column, sum) in runningSums(table, plan, of: rows[...]).sums.enumerated() {
            guard let sum else { continue }
            var pieces: [LinePiece] = []
            let width = shape(
                text(.money(sum), .automatic), .leftToRight, style: carry.style, of: content, 0,
                into: &pieces)
            let isDecimal = table.columns[plan.columns[column].index].align == .decimal
            let own = isDecimal ? pieces.last.map(tail) ?? 0 : 0
            plan.columns[column].head = max(plan.columns[column].head, width - own)
            plan.columns[column].lead = max(plan.columns[column].lead, width - own)
        }
    }

    private func measure(
        _ content: TextContent, _ align: TextAlign, _ column: Int, _ plan: inout TablePlan
    ) {
        var cell = TablePlan.Cell()
        let start = plan.pieces.count
        if let field = content.onlyField {
            if let text = string(field) {
                let direction = direction(of: text, .field, isForeign: isForeign)
                cell.width = shape(
                    oneLine(text, isForeign), direction, style: field.style, of: content, 0,
                    into: &plan.pieces)
            }
        } else {
            cell.width = shapeOnOneLine(content, into: &plan.pieces)
        }
        cell.pieces = start..<plan.pieces.count
        if align == .decimal, let last = plan.pieces[start...].last { cell.tail = tail(of: last) }
        plan.cells.append(cell)
        let head = plan.columns[column].head
        let tail = plan.columns[column].tail
        if cell.tail > tail { plan.columns[column].tail = cell.tail }
        // A heading that was wider than the numbers stays so, whatever their fractions take.
        plan.columns[column].head = max(
            cell.width - cell.tail, head - max(0, cell.tail - tail))
        plan.columns[column].lead = max(cell.width - cell.tail, plan.columns[column].lead)
    }

    /// The whole text as one line, whatever line ends it has; nothing if no field has a value.
    private func shapeOnOneLine(
        _ content: TextContent, into pieces: inout [LinePiece]
    ) -> Double {
        var parts: [(Int, String, TextDirection)] = []
        var hasValue = !content.hasField
        forEachText(of: content) { index, text, isForeign in
            let kind = content.pieces[index].kind
            if content.pieces[index].isField { hasValue = true }
            let direction = direction(of: text, kind, isForeign: isForeign)
            parts.append((index, oneLine(text, isForeign), direction))
        }
        guard hasValue else { return 0 }
        var width = 0.0
        for (index, text, direction) in parts {
            let style = content.pieces[index].style
            width += shape(text, direction, style: style, of: content, index, into: &pieces)
        }
        return width
    }

    /// A text without controls, its line ends as spaces.
    private func oneLine(_ text: String, _ isForeign: Bool) -> String {
        guard isForeign else { return text }
        var text = text
        return clean(&text) ? String(text.map { $0 == "\n" ? " " : $0 }) : text
    }

    /// Where a number of a column stands, at the end of the box.
    ///
    /// - Parameter tail: What it has behind the decimal point; nil in columns that do not align it.
    func box(of column: TablePlan.Column, width: Double, tail: Double?) -> Box {
        // Numbers are read from left to right on mirrored pages too, and it is their last digits
        // that stand below each other, not the edges at the end of the line.
        let gap =
            isMirrored
            ? column.lead - (width - (tail ?? 0)) : column.tail - (tail ?? column.tail)
        return Box(x: column.x, width: column.width - max(0, gap))
    }

    /// The width of a run from the decimal point on.
    func tail(of last: LinePiece) -> Double {
        let run = last.run
        let digits: ClosedRange<UInt8> = 0x30...0x39
        let bytes = Array(run.text.utf8)
        let separator = format.decimalSeparator.utf8.first ?? 0x2E
        var start = bytes.lastIndex(of: separator)
        if start == nil { start = bytes.lastIndex(where: digits.contains).map { $0 + 1 } }
        guard let start else { return 0 }
        if start == bytes.count { return 0 }
        var units = 0
        for glyph in run.glyphs where glyph.cluster >= start { units += Int(glyph.advance) }
        let style = template.styles[last.style]
        return Double(units) * style.size / Double(run.face.unitsPerEm)
    }

    private func place(_ table: TableBlock, _ plan: inout TablePlan) {
        var widths: [Double] = []
        var slacks: [Double] = []
        var shares = 0
        let last = plan.columns.count - 1
        for (position, column) in plan.columns.enumerated() {
            let insets =
                table.spacing.inset * ((position == 0 ? 0 : 1) + (position == last ? 0 : 1))
            let definition = table.columns[column.index]
            switch definition.width {
            case .share:
                shares += 1
                widths.append(0)
                slacks.append(0)
            case .fit:
                let natural = min(column.natural + insets, plan.box.width / 2)
                widths.append(definition.grows ? column.natural + insets : natural)
                slacks.append(0)
            case .points(let points):
                // No word of a heading is broken either.
                let needed =
                    definition.grows ? column.natural + insets : max(points, column.head + insets)
                widths.append(max(points, needed))
                slacks.append(max(0, points - needed))
            }
        }
        var rest = plan.box.width - widths.reduce(0, +)
        let wanted = table.spacing.leastShare * Double(shares)
        let slack = slacks.reduce(0, +)
        if rest < wanted, slack > 0 {
            // Columns with room to spare give it to the text.
            let part = min(1, (wanted - rest) / slack)
            for position in widths.indices { widths[position] -= slacks[position] * part }
            rest += slack * part
        }
        if rest < wanted / 2 - Composer.tolerance || rest < -Composer.tolerance {
            let leavesPage = plan.box.x + plan.box.width - min(0, rest) > template.region.width
            findings.add(
                Diagnostic(
                    leavesPage ? .error : .warning, code: "table-too-wide",
                    "the columns of the table of \(table.path.text) do not fit the page",
                    hint: "the text's column is narrower than it should be"))
        }
        var x = plan.box.x
        for position in plan.columns.indices {
            if case .share = table.columns[plan.columns[position].index].width {
                widths[position] = max(0, rest) / Double(shares)
            }
            let left = position == 0 ? 0 : table.spacing.inset
            let right = position == last ? 0 : table.spacing.inset
            plan.columns[position].x = x + left
            plan.columns[position].width = max(0, widths[position] - left - right)
            x += widths[position]
        }
    }
}
