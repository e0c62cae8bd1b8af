internal import Diagnostics
internal import Typography

/// A shaped stretch of a line in one style.
struct LinePiece {
    let shaped: ShapedText
    let style: Int
    let width: Double
    /// A word's place in the template, for findings.
    let piece: Int
}

extension Composer {
    /// Sets a text with its top at `y`.
    ///
    /// - Returns: Its height; nil if it has fields and none of them has a value.
    func layOut(_ content: TextContent, in box: Box, at y: Double) -> Double? {
        guard let width = shape(content) else { return nil }
        let style = template.styles[content.style]
        let align = content.align ?? style.align
        if width <= box.width + Composer.tolerance, !hasLineBreak {
            place(line[...], width: width, align, in: box, baseline: y + 0.75 * style.leading)
            return style.leading
        }
        if let narrow = content.narrowStyle {
            // The narrow style takes the main style's place, on the same baseline.
            var smaller = content
            smaller.narrowStyle = nil
            smaller.pieces = content.pieces.map {
                $0.style == content.style
                    ? TextContent.Piece(style: narrow, source: $0.source, condition: $0.condition)
                    : $0
            }
            return layOut(smaller, in: box, at: y)
        }
        var lines = wrapped(content, width: box.width)
        if content.maximumLines > 0, lines.count > content.maximumLines {
            lines.removeLast(lines.count - content.maximumLines)
            shorten(&lines[lines.count - 1], width: box.width)
        }
        var baseline = y + 0.75 * style.leading
        for line in lines {
            let width = line.reduce(0) { $0 + $1.width }
            place(line[...], width: width, align, in: box, baseline: baseline)
            baseline += style.leading
        }
        return Double(lines.count) * style.leading
    }

    /// Shapes a text into `line`, as one line.
    ///
    /// - Returns: Its width; nil if it has fields and none of them has a value.
    func shape(_ content: TextContent) -> Double? {
        line.removeAll(keepingCapacity: true)
        hasLineBreak = false
        var hasValue = !content.hasField
        var width = 0.0
        forEachText(of: content) { index, text in
            let piece = content.pieces[index]
            if case .field = piece.source { hasValue = true }
            let (clean, breaks) = cleaned(text)
            if breaks {
                // Shaped in lines later; what counts here is that it does not fit in one.
                hasLineBreak = true
                return
            }
            let shaped = shapedPiece(clean, style: piece.style, of: content, index)
            width += shaped.width
            line.append(shaped)
        }
        return hasValue && !(line.isEmpty && !hasLineBreak && content.hasField) ? width : nil
    }

    func shapedPiece(
        _ text: String, style: Int, of content: TextContent, _ index: Int
    ) -> LinePiece {
        let look = template.styles[style]
        let shaped = shaper.shape(text, look.font)
        if !shaped.missing.isEmpty { report(shaped.missing, of: content, index) }
        var width = shaped.widthPoints(size: look.size)
        if look.tracking != 0 {
            width += look.tracking * Double(shaped.runs.reduce(0) { $0 + $1.glyphs.count })
        }
        return LinePiece(shaped: shaped, style: style, width: width, piece: index)
    }

    /// Draws a line's pieces.
    func place(
        _ pieces: ArraySlice<LinePiece>, width: Double, _ align: TextAlign, in box: Box,
        baseline: Double
    ) {
        var x = align == .left ? box.x : box.x + box.width - width
        for piece in pieces {
            let style = template.styles[piece.style]
            let color = palette[style.color]
            for run in piece.shaped.runs {
                items.append(
                    .text(
                        FrameItem.TextItem(
                            x: x, y: baseline, size: style.size, color: color, run: run,
                            tracking: style.tracking)))
                x += run.widthPoints(size: style.size)
                if style.tracking != 0 { x += style.tracking * Double(run.glyphs.count) }
            }
        }
    }

    /// Widths are sums of many numbers; what is wider by less than this still fits.
    static let tolerance = 0.01

    private func report(_ missing: [Unicode.Scalar], of content: TextContent, _ index: Int) {
        let place =
            if case .field(let path, _) = content.pieces[index].source {
                path.text
            } else {
                "the template's own text"
            }
        for scalar in missing {
            if reportedGlyphs.contains(where: { $0 == (scalar, place) }) { continue }
            reportedGlyphs.append((scalar, place))
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            findings.add(
                Diagnostic(
                    code: "missing-glyph", "no font has the character U+\(code) of \(place)",
                    found: String(Character(scalar)),
                    hint: "add a font that has it to the fonts folder, or change the text"))
        }
    }
}

/// A text without control characters, tabs as spaces, and whether it has line breaks.
func cleaned(_ text: String) -> (text: String, hasBreaks: Bool) {
    var isPlain = true
    for byte in text.utf8 where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
        isPlain = false
    }
    if isPlain { return (text, false) }
    var hasBreaks = false
    var scalars = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x0A where wasReturn: break
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
            scalars.append("\n")
            hasBreaks = true
        case 0x09: scalars.append(" ")
        case 0..<0x20, 0x7F..<0xA0: break
        default: scalars.append(scalar)
        }
        wasReturn = scalar.value == 0x0D
    }
    return (String(scalars), hasBreaks)
}
