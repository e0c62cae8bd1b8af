/// Text of a template with its fields: what `<text>`, a cell or a label prints.
///
/// If it has fields and all of them are absent, nothing of it is printed, not even an empty line.
/// Parts of a template are objects: a layout passes them around far too often to copy them.
final class TextContent: Sendable {
    /// A stretch of one style.
    final class Piece: Sendable {
        enum Kind: Sendable {
            case literal
            case label
            /// A label in capitals.
            case upperLabel
            case field
            /// Number of the item in its list, from 1.
            case index
            case page
            case pages
            case lineBreak
            /// Printed only between two pieces that are.
            case separator
        }

        let kind: Kind
        let style: Int
        let condition: Condition?
        /// Of a literal or separator.
        let text: String
        /// Row of the template's label keys.
        let label: Int
        /// Of a field, or what a label says a value of.
        let path: FieldPath?
        let format: ValueFormat
        /// Whether it prints its label in the second language; nothing where there is none.
        let isSecondLanguage: Bool
        /// Whether it belongs to the labels that are said once more.
        let isRepeated: Bool

        init(
            _ kind: Kind, style: Int, condition: Condition? = nil, text: String = "",
            label: Int = 0, path: FieldPath? = nil, format: ValueFormat = .automatic,
            isSecondLanguage: Bool = false, isRepeated: Bool = false
        ) {
            self.isRepeated = isRepeated
            self.kind = kind
            self.style = style
            self.condition = condition
            self.text = text
            self.label = label
            self.path = path
            self.format = format
            self.isSecondLanguage = isSecondLanguage
        }

        /// Whether there may be nothing that it prints.
        var isField: Bool { kind == .field || path != nil }

        func styled(_ style: Int) -> Piece {
            Piece(
                kind, style: style, condition: condition, text: text, label: label, path: path,
                format: format, isSecondLanguage: isSecondLanguage, isRepeated: isRepeated)
        }
    }

    /// What a text may be told beside its words.
    struct Options: Sendable {
        /// Instead of the style's alignment.
        var align: TextAlign?
        /// Lines past it are cut with an ellipsis; 0 means all are printed.
        var maximumLines = 0
        /// The style to take instead where the text does not fit on one line.
        var narrowStyle: Int?
        /// 1 to 6 for a heading; 0 for any other text.
        var heading = 0
        /// The address the text opens.
        var link: TextContent?
    }

    let style: Int
    let pieces: [Piece]
    let options: Options
    let hasField: Bool
    /// Whether nothing of it prints where there is no second language.
    let isSecondLanguage: Bool
    /// Whether its labels stand once more in the second language.
    let isBilingual: Bool
    /// The field of a text that is nothing else: nearly every cell of a table.
    let onlyField: Piece?

    init(
        style: Int, pieces: [Piece], options: Options = Options(), isBilingual: Bool = false
    ) {
        self.isBilingual = isBilingual
        self.style = style
        self.pieces = pieces
        self.options = options
        isSecondLanguage =
            !pieces.isEmpty && pieces.allSatisfy { $0.isSecondLanguage || $0.kind == .separator }
        hasField = isSecondLanguage || pieces.contains(where: \.isField)
        let isPlain =
            pieces.count == 1 && pieces[0].kind == .field && pieces[0].condition == nil
        onlyField = isPlain ? pieces[0] : nil
    }

    func with(_ options: Options) -> TextContent {
        TextContent(style: style, pieces: pieces, options: options, isBilingual: isBilingual)
    }

    /// The same text with another main style.
    func narrowed(to narrow: Int) -> TextContent {
        var options = options
        options.narrowStyle = nil
        let pieces = pieces.map { piece in
            piece.style == style ? piece.styled(narrow) : piece
        }
        return TextContent(
            style: style, pieces: pieces, options: options, isBilingual: isBilingual)
    }
}
