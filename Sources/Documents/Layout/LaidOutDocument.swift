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
