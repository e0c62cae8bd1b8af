internal import Diagnostics
internal import Formats

extension Composer {
    private var region: Template.Region { template.region }
    private var regionBox: Box { Box(x: region.left, width: region.right - region.left) }
    /// Where the flow begins on the current page.
    private var top: Double { finished.isEmpty ? region.firstTop : region.laterTop }
    private var isPageEmpty: Bool { items.isEmpty }

    /// Lays out a block of the flow, on the pages it needs.
    func flow(_ block: Block) {
        guard !isFull, holds(block.condition) else { return }
        switch block.kind {
        case .table(let table): flow(table, in: regionBox)
        case .group(let blocks): for inner in blocks { flow(inner) }
        case .list(let path, let blocks):
            forEachItem(path) { for inner in blocks { flow(inner) } }
        case .space(let height):
            if !isPageEmpty { cursor += height }
        case .pin(let y, let gap):
            cursor = max(cursor + (isPageEmpty ? 0 : gap), y)
        case .keep(let blocks, let rows): flow(together: blocks, rowsAlong: rows)
        default: flow(together: [block], rowsAlong: 0)
        }
    }

    /// Blocks that a page break does not divide unless they are longer than a page.
    private func flow(together blocks: [Block], rowsAlong: Int) {
        let mark = items.count
        let height = layOut(blocks, in: regionBox, at: cursor)
        if cursor + height <= region.bottom + Composer.tolerance {
            cursor += height
            if items.count > mark { tableAbove = nil }
            return
        }
        var moved = Array(items[mark...])
        items.removeLast(moved.count)
        let from = cursor
        if let tail = tableAbove, rowsAlong > 0, takeAlong(tail, rows: rowsAlong) {
            // Now below the rows on the new page, at the same distance as before.
        } else if !isPageEmpty {
            newPage()
        }
        tableAbove = nil
        shift(&moved, by: cursor - from)
        append(moved, height: height)
    }

    /// Puts laid out items at the cursor, and on further pages what is too long for this one.
    ///
    /// - Parameter heading: Drawn at the top of each further page.
    func append(_ moved: [FrameItem], height: Double, heading: () -> Void = {}) {
        var rest = moved
        var end = cursor + height
        while end > region.bottom + Composer.tolerance, !isFull {
            let (kept, below) = divided(rest, at: region.bottom)
            // A single line or shape taller than the page is drawn past its end.
            guard !kept.isEmpty, let first = below.map(\.topEdge).min() else { break }
            items.append(contentsOf: kept)
            newPage()
            heading()
            rest = below
            shift(&rest, by: cursor - first)
            end += cursor - first
        }
        if isFull { return }
        items.append(contentsOf: rest)
        cursor = end
    }

    /// Ends the page; the cursor stands at the top of the next.
    func newPage() {
        finished.append(items)
        items = []
        items.reserveCapacity(512)
        cursor = region.laterTop
        if finished.count >= LayoutEngine.pageLimit, !isFull {
            isFull = true
            findings.add(
                Diagnostic(
                    code: "too-many-pages",
                    "the document needs more than \(LayoutEngine.pageLimit) pages",
                    hint: "divide it into several documents"))
        }
    }

    /// Whether something of this height fits below the cursor.
    func fits(_ height: Double) -> Bool {
        cursor + height <= region.bottom + Composer.tolerance
    }

    private func divided(
        _ items: [FrameItem], at limit: Double
    ) -> (kept: [FrameItem], below: [FrameItem]) {
        // Lines of one baseline stay together: what begins at or below the first that does not
        // fit goes on.
        let tops = items.filter { $0.bottomEdge > limit + Composer.tolerance }.map(\.topEdge)
        let cut = tops.min() ?? limit
        return (items.filter { $0.topEdge < cut }, items.filter { $0.topEdge >= cut })
    }
}

/// Moves items down the page, or up if `distance` is negative.
func shift(_ items: inout [FrameItem], by distance: Double) {
    if distance == 0 { return }
    for index in items.indices {
        switch items[index] {
        case .text(var item):
            item.y += distance
            items[index] = .text(item)
        case .rule(var item):
            item.y1 += distance
            item.y2 += distance
            items[index] = .rule(item)
        case .rect(var item):
            item.y += distance
            items[index] = .rect(item)
        case .path(var item):
            item.commands = item.commands.map { $0.placed(scale: 1, dx: 0, dy: distance) }
            items[index] = .path(item)
        }
    }
}

extension FrameItem {
    /// About where the item begins; a text's highest letters end below it.
    var topEdge: Double {
        switch self {
        case .text(let item): item.y - item.size
        case .rule(let item): min(item.y1, item.y2)
        case .rect(let item): item.y
        case .path(let item): item.commands.compactMap(\.y).min() ?? 0
        }
    }

    /// About where it ends; a text's deepest letters end above it.
    var bottomEdge: Double {
        switch self {
        case .text(let item): item.y + 0.3 * item.size
        case .rule(let item): max(item.y1, item.y2)
        case .rect(let item): item.y + item.height
        case .path(let item): item.commands.compactMap(\.y).max() ?? 0
        }
    }
}

extension PathCommand {
    fileprivate var y: Double? {
        switch self {
        case .move(_, let y), .line(_, let y): y
        case .curve(_, _, _, _, _, let y): y
        case .close: nil
        }
    }
}
