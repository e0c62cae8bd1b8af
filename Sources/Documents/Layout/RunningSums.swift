internal import Diagnostics
internal import Formats
internal import Money

/// What the rows of a table so far add up to, for the lines that carry sums over a page break.
///
/// Amounts are added as the whole numbers of minor units they are.
struct RunningSums {
    /// By the table's columns in the plan; nil where nothing was added, or a sum is too large.
    private(set) var sums: [Money?]
    private var isBroken: [Bool]
    /// How many rows are in.
    private(set) var rows = 0

    init(columns: Int) {
        sums = Array(repeating: nil, count: columns)
        isBroken = Array(repeating: false, count: columns)
    }

    /// Adds the amounts of the next row, one for each column of the plan.
    mutating func add(_ amounts: [Money?]) {
        rows += 1
        for (column, amount) in amounts.enumerated() {
            guard let amount, !isBroken[column] else { continue }
            guard let known = sums[column] else {
                sums[column] = amount
                continue
            }
            let sum = known.currency == amount.currency ? try? known + amount : nil
            // A sum that cannot be is not printed; the document's own totals say so elsewhere.
            isBroken[column] = sum == nil
            sums[column] = sum
        }
    }
}

extension Composer {
    /// The amounts of a row in the columns that carry sums.
    func carriedAmounts(_ table: TableBlock, _ plan: TablePlan, of row: Value) -> [Money?] {
        let outer = (scope, index)
        enter(row, index: outer.1)
        defer { enter(outer.0, index: outer.1) }
        return plan.columns.map { column in
            guard let path = table.columns[column.index].carry, let value = value(path) else {
                return nil
            }
            if case .money(let amount) = value { return amount }
            reportNoAmount(path)
            return nil
        }
    }

    private func reportNoAmount(_ path: FieldPath) {
        guard reportedCarries.insert(path.number).inserted else { return }
        findings.add(
            Diagnostic(
                code: "carry-amount", "the values of \(path.shown) are no amounts to be carried",
                found: path.text, expected: "the path of an amount of the row, such as net"))
    }

    /// The sums of the first rows.
    func runningSums(_ table: TableBlock, _ plan: TablePlan, of rows: ArraySlice<Value>)
        -> RunningSums
    {
        var sums = RunningSums(columns: plan.columns.count)
        for row in rows { sums.add(carriedAmounts(table, plan, of: row)) }
        return sums
    }

    /// The line that carries sums over a page break; columns that come to zero stay blank.
    ///
    /// - Parameter page: The other page, named behind the line's words.
    /// - Returns: Its height.
    func layOutCarry(
        _ carry: TableBlock.Carry, _ direction: TableBlock.Carry.Direction, page: Int,
        _ sums: RunningSums, _ table: TableBlock, _ plan: TablePlan, at y: Double
    ) -> Double {
        let style = template.styles[carry.style]
        let baseline = y + carry.padding + 0.75 * style.leading
        let content = TextContent(style: carry.style, pieces: [])
        let words = labels[direction == .forward ? carry.forward : carry.brought]
        let text =
            words.contains("{page}")
            ? words.split(separator: "{page}", omittingEmptySubsequences: false)
                .joined(separator: String(page))
            : "\(words) \(page)"
        var pieces: [LinePiece] = []
        let width = shape(
            text, pageDirection, style: carry.style, of: content, 0, into: &pieces)
        let share = plan.columns.first { table.columns[$0.index].width == .share }
        let firstSum = plan.columns.first { table.columns[$0.index].carry != nil }?.x
        // The words stand where the rows' words do, unless they would reach into a sum.
        var x = share?.x ?? plan.box.x
        if let firstSum, x < firstSum, x + width > firstSum { x = plan.box.x }
        place(pieces[...], width: width, .left, in: Box(x: x, width: width), baseline: baseline)
        for (column, sum) in zip(plan.columns, sums.sums) {
            guard let sum, !sum.isZero else { continue }
            pieces.removeAll(keepingCapacity: true)
            let width = shape(
                self.text(.money(sum), .automatic), .leftToRight, style: carry.style, of: content,
                0, into: &pieces)
            let tail = table.columns[column.index].align == .decimal ? pieces.last.map(tail) : nil
            let own = box(of: column, width: width, tail: tail)
            place(pieces[...], width: width, .right, in: own, baseline: baseline)
        }
        return carryHeight(carry)
    }

    func carryHeight(_ carry: TableBlock.Carry?) -> Double {
        carry.map { template.styles[$0.style].leading + 2 * $0.padding } ?? 0
    }
}
