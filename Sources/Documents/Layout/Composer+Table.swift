internal import Formats

extension Composer {
    /// A table that no page break divides: part of a larger block.
    ///
    /// - Returns: Its height.
    func layOut(_ table: TableBlock, in box: Box, at y: Double) -> Double {
        guard case .list(let rows)? = value(table.path), !rows.isEmpty, counts(steps: rows.count)
        else { return 0 }
        let plan = plan(table, rows, in: box)
        var bottom = y + layOutHeading(table, plan, at: y)
        for row in rows.indices {
            if row > 0 { append(table.rules.row, box, at: bottom) }
            bottom += layOutRow(table, plan, rows, row, at: bottom)
        }
        if table.hasTotal {
            append(table.rules.total, box, at: bottom)
            bottom += layOutRow(table, plan, rows, rows.count, at: bottom)
        }
        append(table.rules.end, box, at: bottom)
        return bottom + table.spacing.after - y
    }

    /// A table of the flow: goes on over pages, with its heading on each; a row is only divided
    /// if it is longer than a page.
    func flow(_ table: TableBlock, in box: Box) {
        guard case .list(let rows)? = value(table.path), !rows.isEmpty, counts(steps: rows.count)
        else { return }
        let plan = plan(table, rows, in: box)
        var headingMark = items.count
        var onPage: [TableTail.Row] = []
        var hasRows = false
        var sums = RunningSums(columns: plan.columns.count)
        let carryHeight = carryHeight(table.carry)
        func heading() {
            headingMark = items.count
            onPage = []
            hasRows = false
            cursor += layOutHeading(table, plan, at: cursor)
        }
        let count = rows.count + (table.hasTotal ? 1 : 0)
        heading()
        for row in 0..<count {
            if isFull { return }
            let mark = items.count
            let y = cursor
            let rule = row == rows.count ? table.rules.total : table.rules.row
            let hasRule = hasRows && rule != nil
            if hasRule { append(rule, box, at: y) }
            let height = layOutRow(table, plan, rows, row, at: y)
            // Room stays for the sums, should the next row not fit.
            let isLast = row == count - 1
            defer {
                if table.carry != nil, !isLast {
                    sums.add(carriedAmounts(table, plan, of: rows[row]))
                }
            }
            if fits(height + (isLast ? 0 : carryHeight)) {
                onPage.append(TableTail.Row(mark: mark, y: y, hasRule: hasRule))
                hasRows = true
                cursor += height
                continue
            }
            var moved = Array(items[(mark + (hasRule ? 1 : 0))...])
            items.removeLast(items.count - mark)
            if hasRows {
                append(table.rules.end, box, at: cursor)
                cross(table, plan, sums)
                headingMark = 0
                onPage = []
                hasRows = false
                if table.carry != nil {
                    append(table.rules.row, box, at: cursor)
                }
            } else if headingMark > 0 {
                // A heading is not left behind alone.
                items.removeLast(items.count - headingMark)
                newPage()
                heading()
            }
            shift(&moved, by: cursor - y)
            let start = TableTail.Row(mark: items.count, y: cursor, hasRule: false)
            let isWhole = fits(height)
            append(moved, height: height) { repeated(heading) }
            onPage = isWhole ? [start] : []
            hasRows = true
        }
        let endMark = items.count
        append(table.rules.end, box, at: cursor)
        tableAbove = TableTail(
            table: table, plan: plan, headingMark: headingMark, rows: onPage, endMark: endMark,
            endY: cursor, values: rows, rowCount: count)
        cursor += table.spacing.after
    }

    /// Goes from one page to the next within a table, with its sums and its heading.
    private func cross(_ table: TableBlock, _ plan: TablePlan, _ sums: RunningSums) {
        let page = finished.count + 1
        if let carry = table.carry {
            _ = layOutCarry(carry, .forward, page: page + 1, sums, table, plan, at: cursor)
        }
        newPage()
        cursor += repeated { layOutHeading(table, plan, at: cursor) }
        if let carry = table.carry {
            cursor += layOutCarry(carry, .brought, page: page, sums, table, plan, at: cursor)
        }
    }

    /// Moves the last rows of the table above to a new page, under a heading of their own.
    ///
    /// - Returns: false if there are none to move, and the page is as before.
    func takeAlong(_ tail: TableTail, rows count: Int) -> Bool {
        let count = min(count, tail.rows.count)
        let takesAll = count == tail.rows.count
        guard count > 0, !(takesAll && tail.headingMark == 0) else { return false }
        let first = tail.rows[tail.rows.count - count]
        var moved = Array(items[(first.mark + (first.hasRule ? 1 : 0))..<tail.endMark])
        let gap = cursor - tail.endY - tail.pinned
        items.removeLast(items.count - (takesAll ? tail.headingMark : first.mark))
        if takesAll {
            newPage()
            cursor += layOutHeading(tail.table, tail.plan, at: cursor)
        } else {
            append(tail.table.rules.end, tail.plan.box, at: first.y)
            cursor = first.y
            let before = tail.values[..<min(tail.rowCount - count, tail.values.count)]
            cross(tail.table, tail.plan, runningSums(tail.table, tail.plan, of: before))
            if tail.table.carry != nil {
                append(tail.table.rules.row, tail.plan.box, at: cursor)
            }
        }
        shift(&moved, by: cursor - first.y)
        items.append(contentsOf: moved)
        cursor += tail.endY - first.y
        append(tail.table.rules.end, tail.plan.box, at: cursor)
        cursor += gap
        return true
    }

    private func append(_ rule: TableBlock.Rule?, _ box: Box, at y: Double) {
        guard let rule else { return }
        appendRule(box, y: y, thickness: rule.thickness, color: rule.color)
    }

    private func layOutHeading(_ table: TableBlock, _ plan: TablePlan, at y: Double) -> Double {
        var height = 0.0
        var parts: [(items: Range<Int>, height: Double)] = []
        within(addContainer(.row, in: plan.element)) {
            for column in plan.columns {
                let box = Box(x: column.x, width: column.width)
                let heading = table.columns[column.index].heading
                let top = y + table.spacing.headingTop
                let mark = items.count
                let own = marked(.headerCell) { layOut(heading, in: box, at: top) } ?? 0
                parts.append((mark..<items.count, own))
                height = max(height, own)
            }
        }
        if height == 0 { return 0 }
        // The last lines stand above the rule.
        for part in parts where part.height < height {
            shift(&items, part.items, by: height - part.height)
        }
        height += table.spacing.headingTop + table.spacing.headingBottom
        append(table.rules.heading, plan.box, at: y + height)
        return height
    }

    /// One row; the one behind the last is the closing row.
    private func layOutRow(
        _ table: TableBlock, _ plan: TablePlan, _ rows: [Value], _ row: Int, at y: Double
    ) -> Double {
        let isTotal = row == rows.count
        let outer = (scope, index)
        if !isTotal { enter(rows[row], index: row + 1) }
        defer { if !isTotal { enter(outer.0, index: outer.1) } }
        var top = y + table.spacing.row
        var height = 0.0
        var next = row * plan.growing
        within(addContainer(.row, in: plan.element)) {
            for (place, column) in plan.columns.enumerated() {
                marked(.dataCell) {
                    if place == 0, !isTotal {
                        top += layOutGroup(table, plan, rows, row, at: top)
                    }
                    let own = layOutCell(
                        table.columns[column.index], column, plan, next, isTotal: isTotal, at: top)
                    height = max(height, own)
                }
                if table.columns[column.index].grows { next += 1 }
            }
        }
        return top - y + height + table.spacing.row
    }

    /// The line above a row that begins a group: part of the row, so that no break comes between.
    ///
    /// - Returns: Its height; 0 for other rows.
    private func layOutGroup(
        _ table: TableBlock, _ plan: TablePlan, _ rows: [Value], _ row: Int, at y: Double
    ) -> Double {
        guard let group = table.group, let own = value(group.path) else { return 0 }
        if row > 0, !group.path.isFromRoot {
            let before = group.path.names.reduce(Optional(rows[row - 1])) { $0?[$1] }
            if before == own { return 0 }
        }
        let height = layOut(group.text, in: plan.box, at: y) ?? 0
        endWord(group.text.style)
        return height
    }

    /// - Parameter next: The cell's place among the plan's measured cells, if it was.
    /// - Returns: Its height.
    private func layOutCell(
        _ definition: TableBlock.Column, _ column: TablePlan.Column, _ plan: TablePlan,
        _ next: Int, isTotal: Bool, at top: Double
    ) -> Double {
        let box = Box(x: column.x, width: column.width)
        if definition.grows {
            let cell = plan.cells[next]
            let leading = template.styles[definition.cell.style].leading
            let own = self.box(of: column, width: cell.width, tail: cell.tail)
            place(
                plan.pieces[cell.pieces], width: cell.width, .right, in: own,
                baseline: top + 0.75 * leading)
            return leading
                + (isTotal ? 0 : layOutNotes(definition, in: box, at: top + leading))
        }
        guard let content = isTotal ? definition.total : definition.cell else { return 0 }
        let height = layOut(content, in: box, at: top) ?? 0
        return height + (isTotal ? 0 : layOutNotes(definition, in: box, at: top + height))
    }

    /// The lines under a cell.
    ///
    /// - Returns: Their height.
    private func layOutNotes(_ column: TableBlock.Column, in box: Box, at y: Double) -> Double {
        var bottom = y
        for note in column.notes {
            endWord(column.cell.style)
            bottom += layOut(note, in: box, at: bottom) ?? 0
        }
        return bottom - y
    }
}
