extension Composer {
    /// Calls `body`, which lays out pairs.
    ///
    /// Numbers are read from left to right on mirrored pages too, where the end of the line is
    /// the left: the widest amount ends there, and the others stand below its last digits.
    func sharingRoom<Result>(_ blocks: [Block], _ body: () -> Result) -> Result {
        guard isMirrored else { return body() }
        let outer = pairRoom
        pairRoom = widestAmount(blocks)
        defer { pairRoom = outer }
        return body()
    }

    private func widestAmount(_ blocks: [Block]) -> Double {
        var widest = 0.0
        for block in blocks where holds(block.condition) {
            switch block.kind {
            case .pair(let pair) where pair.value.options.align == .right:
                guard let width = shape(pair.value) else { continue }
                widest = max(widest, amountWidth(pair, width, room: .infinity))
            case .group(let inner), .pairs(let inner), .keep(let inner, _):
                widest = max(widest, widestAmount(inner))
            case .list(let path, let inner):
                forEachItem(path) { widest = max(widest, widestAmount(inner)) }
            default: break
            }
        }
        return widest
    }

    /// How wide an amount becomes that may be set smaller where it is wider than its room.
    private func amountWidth(_ pair: Block.Pair, _ width: Double, room: Double) -> Double {
        guard let narrow = pair.value.options.narrowStyle, width > room else { return width }
        return width * template.styles[narrow].size / template.styles[pair.value.style].size
    }

    func layOut(_ pair: Block.Pair, in box: Box, at y: Double) -> Double {
        let isBilingual = settings.secondLabels != nil
        let padding = isBilingual ? pair.secondPadding : pair.padding
        let labelWidth = isBilingual ? pair.secondLabelWidth : pair.labelWidth
        let top = y + padding
        var labelBox = Box(x: box.x, width: labelWidth - 2)
        var valueBox = Box(x: box.x + labelWidth, width: box.width - labelWidth)
        guard let valueWidth = shape(pair.value) else { return 0 }
        if pair.value.options.align == .right {
            // Amounts are never broken: the label gives way.
            let width = amountWidth(pair, valueWidth, room: valueBox.width)
            let excess = max(0, min(width, box.width) - valueBox.width)
            valueBox = Box(x: valueBox.x - excess, width: valueBox.width + excess)
            labelBox.width -= excess
            if let pairRoom, pairRoom <= valueBox.width {
                // Behind the end of a mirrored line their last digits, not their first, are one
                // below the other.
                valueBox.width -= pairRoom - width
            }
        }
        let mark = items.count
        let valueHeight = layOutLine(of: pair.value, width: valueWidth, in: valueBox, at: top)
        guard let valueHeight else { return 0 }
        // The label comes first in reading order.
        let valueItems = Array(items[mark...])
        items.removeLast(valueItems.count)
        let valueLeading = template.styles[pair.value.style].leading
        let labelLeading = template.styles[pair.label.style].leading
        let drop = 0.75 * max(0, valueLeading - labelLeading)
        let labelHeight = layOut(pair.label, in: labelBox, at: top + drop) ?? 0
        endWord(pair.label.style)
        items.append(contentsOf: valueItems)
        return max(valueHeight, labelHeight + drop) + 2 * padding
    }
}
