internal import Typography

extension Composer {
    /// Calls `body`, whose lines open an address if it is a sound one.
    func linked(_ address: TextContent?, _ body: () -> Double) -> Double {
        guard let address, let address = LinkAddress.sound(string(address)) else { return body() }
        let mark = items.count
        let outer = element
        if isMarking, outer >= 0 { element = addLink(in: outer) }
        defer { element = outer }
        let height = body()
        let links = lines(from: mark).map { line in
            FrameItem.link(
                FrameItem.LinkItem(
                    x: line.left, y: line.top, width: line.right - line.left,
                    height: line.bottom - line.top, uri: address, element: element))
        }
        items.append(contentsOf: links)
        return height
    }

    private struct Line {
        let baseline: Double
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    /// The lines of the texts that were drawn last.
    private func lines(from mark: Int) -> [Line] {
        var lines: [Line] = []
        for case .text(let item) in items[mark...] {
            let right =
                item.x + item.run.widthPoints(size: item.size)
                + item.tracking * Double(item.run.glyphs.count)
            let own = FrameItem.text(item)
            var line =
                lines.last?.baseline == item.y
                ? lines.removeLast()
                : Line(
                    baseline: item.y, left: item.x, right: right, top: own.topEdge,
                    bottom: own.bottomEdge)
            line.left = min(line.left, item.x)
            line.right = max(line.right, right)
            line.top = min(line.top, own.topEdge)
            line.bottom = max(line.bottom, own.bottomEdge)
            lines.append(line)
        }
        return lines
    }
}
