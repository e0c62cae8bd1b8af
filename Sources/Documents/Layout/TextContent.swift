/// Text of a template with its fields: what `<text>`, a cell or a label prints.
///
/// If it has fields and all of them are absent, nothing of it is printed, not even an empty line.
struct TextContent: Sendable {
    struct Piece: Sendable {
        let style: Int
        let source: Source
        let condition: Condition?
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

    var style: Int
    var pieces: [Piece]
    /// Instead of the style's alignment.
    var align: TextAlign?
    /// Lines past it are cut with an ellipsis; 0 means all are printed.
    var maximumLines = 0
    /// The style to take instead where the text does not fit on one line.
    var narrowStyle: Int?
    var hasField = false
}
