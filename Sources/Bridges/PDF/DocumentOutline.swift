/// A bookmark: a title in a reader's list that leads to a place in the document.
public struct PDFBookmark: Sendable {
    public let title: String
    /// From 1; what has a higher level is listed under what comes before it.
    public let level: Int
    /// From 0.
    public let page: Int
    /// Counted upwards from the foot of the page, in points.
    public let y: Double

    public init(title: String, level: Int, page: Int, y: Double) {
        self.title = title
        self.level = level
        self.page = page
        self.y = y
    }
}

/// The bookmarks as objects (ISO 32000-1, 12.3.3).
enum DocumentOutline {
    private struct Item {
        var parent = 0
        var previous = 0
        var next = 0
        var first = 0
        var last = 0
        var count = 0
    }

    /// - Parameters:
    ///   - first: the number the first object will have; the others follow it.
    ///   - pages: the numbers of the pages' objects.
    /// - Returns: The list's entries, then those of each bookmark.
    static func objects(
        _ bookmarks: [PDFBookmark], first: Int, pages: [Int]
    ) -> [[UInt8]] {
        let items = linked(bookmarks)
        func link(_ key: String, _ row: Int, _ body: inout [UInt8]) {
            guard row > 0 else { return }
            body.write(key)
            body.write(reference: first + row)
            body.write("\n")
        }
        var objects: [[UInt8]] = []
        for (row, item) in items.enumerated() {
            var body: [UInt8] = []
            if row == 0 {
                body.write("/Type /Outlines\n")
            } else {
                let bookmark = bookmarks[row - 1]
                body.write("/Title ")
                body.write(textString: bookmark.title)
                body.write("\n/Parent ")
                body.write(reference: first + item.parent)
                body.write("\n/Dest [")
                body.write(reference: pages[bookmark.page])
                body.write(" /XYZ null ")
                body.write(Int(bookmark.y.rounded(.up)))
                body.write(" null]\n")
            }
            link("/Prev ", item.previous, &body)
            link("/Next ", item.next, &body)
            link("/First ", item.first, &body)
            link("/Last ", item.last, &body)
            if item.count > 0 {
                body.write("/Count ")
                body.write(item.count)
                body.write("\n")
            }
            objects.append(body)
        }
        return objects
    }

    /// Row 0 is the list itself; bookmarks count from 1.
    private static func linked(_ bookmarks: [PDFBookmark]) -> [Item] {
        var items = [Item()]
        // The row of the last bookmark of each level, outermost first.
        var open: [(row: Int, level: Int)] = [(0, 0)]
        for (index, bookmark) in bookmarks.enumerated() {
            let row = index + 1
            while let last = open.last, last.row > 0, last.level >= bookmark.level {
                open.removeLast()
            }
            let parent = open.last?.row ?? 0
            let previous = items[parent].last
            items.append(Item(parent: parent, previous: previous))
            if previous > 0 { items[previous].next = row } else { items[parent].first = row }
            items[parent].last = row
            // All are shown open, so each counts for all it is under.
            for level in open { items[level.row].count += 1 }
            open.append((row, bookmark.level))
        }
        return items
    }
}
