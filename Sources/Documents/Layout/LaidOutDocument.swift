/// Pages of frames, ready to be rendered.
public struct LaidOutDocument: Sendable {
    public var pages: [PageFrame]
    /// The language of the text, as BCP 47: `en-IN`.
    public var language: String
    /// What a reader's window shows: `Tax invoice KI/26-27/00418`.
    public var title: String

    public init(pages: [PageFrame], language: String, title: String) {
        self.pages = pages
        self.language = language
        self.title = title
    }
}
