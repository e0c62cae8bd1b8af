internal import Typography

/// A document's design, read from XML and resolved as far as it can be without a document:
/// fonts opened, paths split, colours and labels numbered. Immutable and shared.
public struct Template: Sendable {
    /// The names of regimes and kinds of documents that there are.
    public struct Vocabulary: Sendable {
        let regimes: [String]
        let kinds: [String]

        public init(regimes: [String], kinds: [String]) {
            self.regimes = regimes
            self.kinds = kinds
        }
    }

    /// Frames that stand at the same place on every page they are on.
    struct Fixed: Sendable {
        enum Pages: String, CaseIterable, Sendable { case first, later, every, last }

        struct Frame: Sendable {
            let x: Double
            let y: Double
            let width: Double
            let condition: Condition?
            let blocks: [Block]
        }

        /// A large text behind or over the page, along its diagonal.
        struct Watermark: Sendable {
            let text: TextContent
            let condition: Condition?
        }

        let pages: Pages
        /// Whether it is drawn before the flow, as a heading, or after it, as a foot.
        let precedesFlow: Bool
        let frames: [Frame]
        let watermarks: [Watermark]
    }

    /// The region that text flows through.
    struct Region: Sendable {
        var width = 595.275_590_551_181_1
        var height = 841.889_763_779_527_6
        var left = 0.0
        var right = 0.0
        var firstTop = 0.0
        var laterTop = 0.0
        var bottom = 841.889_763_779_527_6
    }

    /// The name templates are chosen by.
    public let name: String
    /// The tax regimes whose documents it is made for; any where empty.
    public let regimes: [String]
    /// The kinds of documents it is made for, as `kind` of their values; any where empty.
    public let kinds: [String]
    let title: TextContent
    /// Whether its documents tell what each part of them is (PDF/A-3a, PDF/UA-1).
    let isTagged: Bool
    let region: Region
    let styles: [TextStyle]
    let palette: [RGB]
    let labelKeys: [String]
    /// Of the labels that values name: `unit` of `unit-H87`.
    let labelPrefixes: [String]
    /// The first names of its paths, with their numbers.
    let pathNumbers: [String: Int]
    let fixed: [Fixed]
    let flow: [Block]
}
