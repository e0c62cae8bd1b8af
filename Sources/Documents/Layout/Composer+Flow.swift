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
        guard !isFull, holds(block.condition), counts() else { return }
        switch block.kind {
        case .table(let table): flow(table, in: regionBox)
        case .group(let blocks): for inner in blocks { flow(inner) }
        case .pairs(let blocks):
            sharingRoom(blocks) { for inner in blocks { flow(inner) } }
        case .list(let path, let blocks):
            forEachItem(path) { for inner in blocks { flow(inner) } }
        case .space(let height):
            if !isPageEmpty { cursor += height }
        case .pin(let y, let gap):
            cursor += isPageEmpty ? 0 : gap
            tableAbove?.pinned += max(0, y - cursor)
            cursor = max(cursor, y)
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
        // What divided it from the page before divides it from nothing.
        if isPageEmpty { moved.removeAll { $0.isRule(at: from) } }
        shift(&moved, by: cursor - from)
        append(moved, height: height)
    }

    /// Puts laid out items at the cursor, and on further pages what is too long for this one.
    ///
    /// - Parameter heading: Drawn at the top of each further page.
    func append(_ moved: [FrameItem], height: Double, heading: () -> Void = {}) {
        var end = cursor + height
        if end <= region.bottom + Composer.tolerance {
            items.append(contentsOf: moved)
            cursor = end
            return
        }
        // From top to bottom, so that each page takes the next stretch.
        let rest = moved.sorted { $0.topEdge < $1.topEdge }
        var start = 0
        var offset = 0.0
        var isFresh = isPageEmpty
        while start < rest.count, !isFull {
            let limit = region.bottom - offset
            let next = firstBelow(limit, in: rest, from: start, atLeastOne: isFresh)
            var kept = Array(rest[start..<next])
            shift(&kept, by: offset)
            items.append(contentsOf: kept)
            start = next
            guard start < rest.count else { break }
            newPage()
            heading()
            isFresh = true
            let distance = cursor - (rest[start].topEdge + offset)
            offset += distance
            end += distance
        }
        cursor = min(end, region.bottom)
    }

    /// The first item that does not end above `limit`, together with what begins at its height.
    ///
    /// - Parameter atLeastOne: on a fresh page, where what does not fit never will.
    private func firstBelow(
        _ limit: Double, in items: [FrameItem], from start: Int, atLeastOne: Bool
    ) -> Int {
        var index = start
        while index < items.count, items[index].bottomEdge <= limit + Composer.tolerance {
            index += 1
        }
        if index == items.count { return index }
        while index > start, items[index - 1].topEdge == items[index].topEdge { index -= 1 }
        if index > start || !atLeastOne { return index }
        while index < items.count, items[index].topEdge == items[start].topEdge { index += 1 }
        return index
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
}

/// Moves items down the page, or up if `distance` is negative.
func shift(_ items: inout [FrameItem], by distance: Double) {
    shift(&items, items.indices, by: distance)
}

/// Moves some of the items.
func shift(_ items: inout [FrameItem], _ range: Range<Int>, by distance: Double) {
    if distance == 0 { return }
    for index in range {
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
        case .symbol(var item):
            item.y += distance
            items[index] = .symbol(item)
        case .image(var item):
            item.y += distance
            items[index] = .image(item)
        case .link(var item):
            item.y += distance
            items[index] = .link(item)
        case .path(var item):
            item.commands = item.commands.map { $0.placed(scale: 1, dx: 0, dy: distance) }
            items[index] = .path(item)
        }
    }
}

extension FrameItem {
    /// Whether it is a level line at that height.
    fileprivate func isRule(at y: Double) -> Bool {
        if case .rule(let item) = self { item.y1 == y && item.y2 == y } else { false }
    }

    /// About where the item begins; a text's highest letters end below it.
    var topEdge: Double {
        switch self {
        case .text(let item): item.y - item.size
        case .rule(let item): min(item.y1, item.y2)
        case .rect(let item): item.y
        case .symbol(let item): item.y
        case .image(let item): item.y
        case .link(let item): item.y
        case .path(let item): item.commands.compactMap(\.y).min() ?? 0
        }
    }

    /// About where it ends; a text's deepest letters end above it.
    var bottomEdge: Double {
        switch self {
        case .text(let item): item.y + 0.25 * item.size
        case .rule(let item): max(item.y1, item.y2)
        case .rect(let item): item.y + item.height
        case .symbol(let item): item.y + item.size
        case .image(let item): item.y + item.height
        case .link(let item): item.y + item.height
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
