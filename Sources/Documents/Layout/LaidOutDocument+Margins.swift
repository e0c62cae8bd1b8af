internal import Diagnostics

extension LaidOutDocument {
    /// Reports what lies off the pages: a document is never issued with words that nobody can read.
    func reportOffPage(_ findings: Findings) {
        var first: (page: Int, words: String)?
        var count = 0
        for (index, page) in pages.enumerated() {
            for item in page.items where item.isOff(page) {
                count += 1
                if first == nil { first = (index + 1, item.words) }
            }
        }
        guard let first else { return }
        let others = count > 1 ? ", and \(count - 1) more" : ""
        findings.add(
            Diagnostic(
                code: "off-page",
                "something would be printed off page \(first.page)\(others)",
                found: first.words,
                hint: "look at the places and widths that the template gives it"))
    }
}

extension FrameItem {
    /// Letters reach a little over their widths.
    private static let tolerance = 0.5

    fileprivate var words: String {
        switch self {
        case .text(let item): item.run.text
        case .symbol: "a QR code"
        case .image: "a picture"
        case .path: "the logo"
        case .rule, .rect, .link: ""
        }
    }

    /// Whether a part of it that says something is off the page.
    fileprivate func isOff(_ page: PageFrame) -> Bool {
        func isOff(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Bool {
            let least = -FrameItem.tolerance
            return
                !(x >= least && y >= least && x + width <= page.width - least
                && y + height <= page.height - least)
        }
        switch self {
        case .text(let item):
            // Watermarks are made to fit.
            if item.slope != nil { return false }
            // The last letter's tracking is behind it.
            let width =
                item.run.widthPoints(size: item.size)
                + item.tracking * Double(max(0, item.run.glyphs.count - 1))
            // From the capitals' top to the descenders' end.
            return isOff(item.x, item.y - 0.7 * item.size, width, 0.9 * item.size)
                && item.run.text != " "
        case .symbol(let item): return isOff(item.x, item.y, item.size, item.size)
        case .image(let item): return isOff(item.x, item.y, item.width, item.height)
        case .path:
            // Its sides are those of its frame.
            return isOff(0, topEdge, 0, bottomEdge - topEdge)
        case .rule, .rect, .link: return false
        }
    }
}
