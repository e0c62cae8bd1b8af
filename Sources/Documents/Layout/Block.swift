internal import Images
internal import Symbols

/// A part of a template that is laid out from top to bottom.
final class Block: Sendable {
    let condition: Condition?
    let kind: Kind

    init(condition: Condition?, kind: Kind) {
        self.condition = condition
        self.kind = kind
    }

    enum Kind: Sendable {
        case text(TextContent)
        case space(Double)
        /// Goes on at `y`, or `gap` below what is already there if that is lower.
        case pin(y: Double, gap: Double)
        case rule(thickness: Double, color: Int)
        case logo
        case image(Image)
        case qr(Symbol)
        case panel(Panel)
        case columns([Column])
        case pair(Pair)
        case list(FieldPath, [Block])
        case table(TableBlock)
        case group([Block])
        /// Pairs that stand below each other, their amounts at the end of the line.
        case pairs([Block])
        /// Never divided by a page break; takes the last rows of a table before it along.
        case keep([Block], rowsAlong: Int)
    }

    /// A coloured area behind blocks, a frame around them or both; it reaches past them without
    /// taking room.
    struct Panel: Sendable {
        /// nil for a frame alone.
        let color: Int?
        let border: TableBlock.Rule?
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double
        let blocks: [Block]
    }

    /// A QR code of the text at a path.
    struct Symbol: Sendable {
        let path: FieldPath
        /// Of the side; nil for the width of the frame.
        let size: Double?
        let level: QRCode.ErrorCorrection
        let minimumVersion: Int
        /// What stands for it when the document is read aloud.
        let alternative: TextContent?
    }

    /// A picture of the template.
    struct Image: Sendable {
        let picture: Picture
        /// nil for the width of the frame.
        let width: Double?
        /// What stands for it when the document is read aloud; nil for an ornament.
        let alternative: TextContent?
    }

    /// One of several frames side by side.
    struct Column: Sendable {
        /// From the left edge of the page.
        let x: Double
        let width: Double
        let condition: Condition?
        let blocks: [Block]
    }

    /// A label and its value on one baseline; nothing if the value is absent.
    final class Pair: Sendable {
        let label: TextContent
        let value: TextContent
        /// From the label's left edge to the value's.
        let labelWidth: Double
        /// The same in a document of two languages.
        let secondLabelWidth: Double
        /// Room above and below the lines.
        let padding: Double
        /// The same in a document of two languages.
        let secondPadding: Double

        init(
            label: TextContent, value: TextContent, labelWidth: Double,
            secondLabelWidth: Double, padding: Double, secondPadding: Double
        ) {
            self.secondLabelWidth = secondLabelWidth
            self.label = label
            self.value = value
            self.labelWidth = labelWidth
            self.padding = padding
            self.secondPadding = secondPadding
        }
    }
}
