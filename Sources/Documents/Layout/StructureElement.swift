/// What a part of a document is, for those who cannot see it (ISO 32000-1, 14.8.4).
public struct StructureElement: Sendable, Equatable {
    public enum Role: Sendable, Equatable {
        case document
        /// A heading of level 1 to 6.
        case heading(Int)
        case paragraph
        case table
        case row
        /// The heading of a column.
        case headerCell
        case dataCell
        /// A picture or code, described by `alternative`.
        case figure
        /// Text that opens an address; part of a paragraph or heading.
        case link
    }

    public let role: Role
    /// The element it is part of; the first, the document itself, is part of itself.
    public let parent: Int
    /// What stands for a figure when it is read aloud.
    public let alternative: String

    public init(_ role: Role, parent: Int, alternative: String = "") {
        self.role = role
        self.parent = parent
        self.alternative = alternative
    }
}

/// A place in a document that a reader's list of bookmarks leads to.
public struct Bookmark: Sendable, Equatable {
    public let title: String
    /// From 1; a bookmark of a higher level is part of the one before it.
    public let level: Int
    /// From 0.
    public let page: Int
    /// The top of its line, from the top of the page.
    public let y: Double
}

extension LaidOutDocument {
    /// The headings in the order of the pages.
    public var bookmarks: [Bookmark] {
        var bookmarks: [Bookmark] = []
        var last = -1
        for (number, page) in pages.enumerated() {
            for case .text(let item) in page.items where item.element >= 0 {
                var role = structure[item.element].role
                if role == .link { role = structure[structure[item.element].parent].role }
                guard case .heading(let level) = role else { continue }
                let words = item.run.text
                guard item.element == last, let known = bookmarks.popLast() else {
                    last = item.element
                    bookmarks.append(
                        Bookmark(title: words, level: level, page: number, y: item.y - item.size))
                    continue
                }
                bookmarks.append(
                    Bookmark(
                        title: known.title + words, level: level, page: known.page, y: known.y))
            }
        }
        return bookmarks
    }
}
