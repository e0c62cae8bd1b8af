internal import Formats

extension Composer {
    /// Lays blocks out from `y` down, however far that is.
    ///
    /// - Returns: Their height.
    func layOut(_ blocks: [Block], in box: Box, at y: Double) -> Double {
        var bottom = y
        for block in blocks where block.condition == nil || holds(block.condition) {
            bottom += layOut(block, in: box, at: bottom)
        }
        return bottom - y
    }

    private func layOut(_ block: Block, in box: Box, at y: Double) -> Double {
        guard counts() else { return 0 }
        switch block.kind {
        case .text(let content):
            let level = content.options.heading
            return marked(level > 0 ? .heading(level) : .paragraph) {
                linked(content.options.link) { layOut(content, in: box, at: y) ?? 0 }
            }
        case .space(let height): return height
        case .pin(let target, let gap): return max(target, y + gap) - y
        case .rule(let thickness, let color):
            appendRule(box, y: y, thickness: thickness, color: color)
            return 0
        case .logo: return layOutLogo(in: box, at: y)
        case .image(let image): return layOut(image, in: box, at: y)
        case .qr(let symbol): return layOut(symbol, in: box, at: y)
        case .panel(let panel): return layOut(panel, in: box, at: y)
        case .columns(let columns):
            var height = 0.0
            for column in columns where holds(column.condition) {
                let own = Box(x: column.x, width: column.width)
                height = max(height, layOut(column.blocks, in: own, at: y))
            }
            return height
        case .pair(let pair): return marked(.paragraph) { layOut(pair, in: box, at: y) }
        case .list(let path, let blocks):
            var bottom = y
            forEachItem(path) { bottom += layOut(blocks, in: box, at: bottom) }
            return bottom - y
        case .table(let table): return layOut(table, in: box, at: y)
        case .pairs(let blocks):
            return sharingRoom(blocks) { layOut(blocks, in: box, at: y) }
        case .group(let blocks), .keep(let blocks, _): return layOut(blocks, in: box, at: y)
        }
    }

    /// Calls `body` with each item of a list as the scope.
    func forEachItem(_ path: FieldPath, _ body: () -> Void) {
        guard case .list(let list)? = value(path) else { return }
        let outer = (scope, index)
        for (offset, item) in list.enumerated() where !isFull {
            guard counts() else { break }
            enter(item, index: offset + 1)
            body()
        }
        enter(outer.0, index: outer.1)
    }

    func appendRule(_ box: Box, y: Double, thickness: Double, color: Int) {
        let x = leftEdge(box.x, width: box.width)
        items.append(
            .rule(
                FrameItem.RuleItem(
                    x1: x, y1: y, x2: x + box.width, y2: y, width: thickness,
                    color: palette[color])))
    }

    private func layOut(_ panel: Block.Panel, in box: Box, at y: Double) -> Double {
        let mark = items.count
        let height = layOut(panel.blocks, in: box, at: y)
        guard height > 0 else { return height }
        let width = box.width + panel.left + panel.right
        let left = leftEdge(box.x - panel.left, width: width)
        let (top, bottom) = (y - panel.top, y + height + panel.bottom)
        var behind: [FrameItem] = []
        if let color = panel.color {
            behind.append(
                .rect(
                    FrameItem.RectItem(
                        x: left, y: top, width: width, height: bottom - top,
                        color: palette[color])))
        }
        if let border = panel.border {
            // The upright ones reach past the corners, so that these are closed.
            let half = border.thickness / 2
            behind += [
                (left, top, left + width, top), (left, bottom, left + width, bottom),
                (left, top - half, left, bottom + half),
                (left + width, top - half, left + width, bottom + half),
            ].map { x1, y1, x2, y2 in
                .rule(
                    FrameItem.RuleItem(
                        x1: x1, y1: y1, x2: x2, y2: y2, width: border.thickness,
                        color: palette[border.color]))
            }
        }
        items.insert(contentsOf: behind, at: mark)
        return height
    }
}
