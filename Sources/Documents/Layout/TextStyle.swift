internal import Typography

/// How text of a template looks: `<style>`.
final class TextStyle: Sendable {
    let font: FontStyle
    /// Points.
    let size: Double
    /// From baseline to baseline, in points; the first baseline lies 0.75 of it below the top.
    let leading: Double
    /// Row of the palette.
    let color: Int
    let align: TextAlign
    /// Added behind each glyph, in points.
    let tracking: Double

    init(
        font: FontStyle, size: Double, leading: Double, color: Int, align: TextAlign,
        tracking: Double
    ) {
        self.font = font
        self.size = size
        self.leading = leading
        self.color = color
        self.align = align
        self.tracking = tracking
    }
}

/// Where lines stand in their frame.
enum TextAlign: String, CaseIterable, Sendable {
    case left
    case right
    /// Numbers on their decimal point, the widest fraction ending at the right edge; in tables.
    case decimal
}

/// Colours of a template by row; names first, those written as `#hex` after them.
enum PaletteRow {
    static let names = ["text", "accent", "secondary", "hair", "tint"]
    static let text = 0
    static let accent = 1
    static let tint = 4
}
