/// Text of a template with its fields: what `<text>`, a cell or a label prints.
///
/// If it has fields and all of them are absent, nothing of it is printed, not even an empty line.
/// Parts of a template are objects: a layout passes them around far too often to copy them.
final class TextContent: Sendable {
    final class Piece: Sendable {
        let style: Int
        let source: Source
        let condition: Condition?

        init(style: Int, source: Source, condition: Condition?) {
            self.style = style
            self.source = source
            self.condition = condition
        }
    }

    enum Source: Sendable {
        case literal(String)
        /// Row of the template's label keys.
        case label(Int)
        /// A label in capitals.
        case upperLabel(Int)
        case field(FieldPath, ValueFormat)
        /// Number of the item in its list, from 1.
        case index
        case page
        case pages
        case lineBreak
        /// Printed only between two pieces that are.
        case separator(String)
    }

    /// What a text may be told beside its words.
    struct Options: Sendable {
        /// Instead of the style's alignment.
        var align: TextAlign?
        /// Lines past it are cut with an ellipsis; 0 means all are printed.
        var maximumLines = 0
        /// The style to take instead where the text does not fit on one line.
        var narrowStyle: Int?
    }

    let style: Int
    let pieces: [Piece]
    let options: Options
    let hasField: Bool

    init(style: Int, pieces: [Piece], options: Options = Options()) {
        self.style = style
        self.pieces = pieces
        self.options = options
        hasField = pieces.contains { if case .field = $0.source { true } else { false } }
    }

    func with(_ options: Options) -> TextContent {
        TextContent(style: style, pieces: pieces, options: options)
    }

    /// The same text with another main style.
    func narrowed(to narrow: Int) -> TextContent {
        var options = options
        options.narrowStyle = nil
        let pieces = pieces.map { piece in
            piece.style == style
                ? Piece(style: narrow, source: piece.source, condition: piece.condition) : piece
        }
        return TextContent(style: style, pieces: pieces, options: options)
    }
}
