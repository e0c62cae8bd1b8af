/// Pages of frames, ready to be rendered.
public struct LaidOutDocument: Sendable {
    public var pages: [PageFrame]
    /// The language of the text, as BCP 47: `en-IN`.
    public var language: String
    /// What a reader's window shows: `Tax invoice KI/26-27/00418`.
    public var title: String
    /// What the items are part of, parents before their parts; the first is the document.
    public var structure: [StructureElement]
    /// Whether all of its items are told of in `structure`, not only headings.
    public var isTagged: Bool

    public init(
        pages: [PageFrame], language: String, title: String,
        structure: [StructureElement] = [StructureElement(.document, parent: 0)],
        isTagged: Bool = false
    ) {
        self.pages = pages
        self.language = language
        self.title = title
        self.structure = structure
        self.isTagged = isTagged
    }
}

extension LaidOutDocument {
    /// Puts another document's pages behind its own, as a further copy in the same file.
    public mutating func append(_ other: LaidOutDocument) {
        // The other's first element is the document, which both have.
        let shift = structure.count - 1
        structure += other.structure.dropFirst().map { element in
            StructureElement(
                element.role, parent: element.parent == 0 ? 0 : element.parent + shift,
                alternative: element.alternative)
        }
        pages += other.pages.map { page in
            var page = page
            for index in page.items.indices where page.items[index].element > 0 {
                page.items[index].element += shift
            }
            return page
        }
    }
}

extension FrameItem {
    /// Row in the document's structure; -1 for what is no part of it.
    fileprivate var element: Int {
        get {
            switch self {
            case .text(let item): item.element
            case .symbol(let item): item.element
            case .image(let item): item.element
            case .link(let item): item.element
            case .rule, .rect, .path: -1
            }
        }
        set {
            switch self {
            case .text(var item):
                item.element = newValue
                self = .text(item)
            case .symbol(var item):
                item.element = newValue
                self = .symbol(item)
            case .image(var item):
                item.element = newValue
                self = .image(item)
            case .link(var item):
                item.element = newValue
                self = .link(item)
            case .rule, .rect, .path: break
            }
        }
    }
}
