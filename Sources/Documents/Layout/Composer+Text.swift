internal import Diagnostics
internal import Typography

/// A shaped stretch of a line in one style.
struct LinePiece {
    let run: ShapedRun
    let style: Int
    let width: Double
    /// A word's place in the template, for findings.
    let piece: Int
    /// How its whole text is read.
    let direction: TextDirection
    /// How much further along the line it stands than behind what is read before it.
    let shift: Double
}

extension Composer {
    /// Sets a text with its top at `y`.
    ///
    /// - Returns: Its height; nil if it has fields and none of them has a value.
    func layOut(_ content: TextContent, in box: Box, at y: Double) -> Double? {
        guard let width = shape(content) else { return nil }
        return layOutLine(of: content, width: width, in: box, at: y)
    }

    /// Sets a text that was just shaped into `line` with its top at `y`.
    ///
    /// - Returns: Its height; nil as from `layOut`.
    func layOutLine(
        of content: TextContent, width: Double, in box: Box, at y: Double
    ) -> Double? {
        let style = template.styles[content.style]
        let align = content.options.align ?? style.align
        if width <= box.width + Composer.tolerance, !hasLineBreak {
            place(line[...], width: width, align, in: box, baseline: y + 0.75 * style.leading)
            return style.leading
        }
        if let narrow = content.options.narrowStyle {
            // Its baselines stay those of the main style.
            return layOut(content.narrowed(to: narrow), in: box, at: y)
        }
        var lines = wrapped(content, width: box.width)
        let maximum = content.options.maximumLines
        if maximum > 0, lines.count > maximum {
            lines.removeLast(lines.count - maximum)
            shorten(&lines[lines.count - 1], width: box.width)
        }
        var baseline = y + 0.75 * style.leading
        for (index, line) in lines.enumerated() {
            if index > 0 { endWord(content.style) }
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
        // Taken out while it is written: accesses that last are checked at run time.
        var pieces: [LinePiece] = []
        swap(&pieces, &line)
        defer { swap(&pieces, &line) }
        pieces.removeAll(keepingCapacity: true)
        hasLineBreak = false
        if let field = content.onlyField {
            guard var text = string(field) else { return nil }
            if isForeign, clean(&text) { hasLineBreak = true }
            if hasLineBreak { return 0 }
            let direction = direction(of: text, .field, isForeign: isForeign)
            return shape(text, direction, style: field.style, of: content, 0, into: &pieces)
        }
        var hasValue = !content.hasField
        var width = 0.0
        forEachText(of: content) { index, text, isForeign in
            let piece = content.pieces[index]
            if piece.isField || content.isSecondLanguage { hasValue = true }
            if piece.kind == .lineBreak { hasLineBreak = true }
            var text = text
            if isForeign, clean(&text) { hasLineBreak = true }
            // Shaped in lines later; what counts here is that it does not fit in one.
            if hasLineBreak { return }
            let direction = direction(of: text, piece.kind, isForeign: isForeign)
            width += shape(text, direction, style: piece.style, of: content, index, into: &pieces)
        }
        return hasValue && !(pieces.isEmpty && !hasLineBreak && content.hasField) ? width : nil
    }

    /// Shapes a text of one style and appends its runs, in reading order.
    ///
    /// - Returns: Its width in points.
    func shape(
        _ text: String, _ direction: TextDirection, style: Int, of content: TextContent,
        _ index: Int, into pieces: inout [LinePiece]
    ) -> Double {
        var width = 0.0
        forEachRun(of: text, direction, style: style, of: content, index) { run, own, shift in
            pieces.append(
                LinePiece(
                    run: run, style: style, width: own, piece: index, direction: direction,
                    shift: shift))
            width += own
        }
        return width
    }

    /// Shapes a text of one style and calls `body` with its runs in reading order, their widths in
    /// points and how much further along the line they stand than in that order.
    func forEachRun(
        of text: String, _ direction: TextDirection, style: Int, of content: TextContent,
        _ index: Int, _ body: (ShapedRun, Double, Double) -> Void
    ) {
        let look = template.styles[style]
        let shaped = shaper.shape(text, look.font, direction: direction)
        if !shaped.missing.isEmpty { report(shaped.missing, of: content, index) }
        if shaped.runs.count > 1, isMirrored || shaped.isReordered {
            forEachReordered(shaped.runs, look, body)
            return
        }
        for run in shaped.runs { body(run, width(of: run, look), 0) }
    }

    private func forEachReordered(
        _ runs: [ShapedRun], _ look: TextStyle, _ body: (ShapedRun, Double, Double) -> Void
    ) {
        // Mirrored lines begin at the right.
        let line = isMirrored ? runs.reversed() : runs
        var starts: [Double] = []
        var end = 0.0
        for run in line {
            starts.append(end)
            end += width(of: run, look)
        }
        var read = 0.0
        for place in line.indices.sorted(by: { line[$0].offset < line[$1].offset }) {
            let own = width(of: line[place], look)
            body(line[place], own, starts[place] - read)
            read += own
        }
    }

    private func width(of run: ShapedRun, _ look: TextStyle) -> Double {
        var width = run.widthPoints(size: look.size)
        if look.tracking != 0 { width += tracking(look, of: run) * Double(run.glyphs.count) }
        return width
    }

    /// Letters that join are not drawn apart.
    private func tracking(_ look: TextStyle, of run: ShapedRun) -> Double {
        run.isRightToLeft ? 0 : look.tracking
    }

    /// Draws a line's pieces.
    func place(
        _ pieces: ArraySlice<LinePiece>, width: Double, _ align: TextAlign, in box: Box,
        baseline: Double
    ) {
        var x = align == .left ? box.x : box.x + box.width - width
        for piece in pieces {
            let style = template.styles[piece.style]
            items.append(
                .text(
                    FrameItem.TextItem(
                        x: leftEdge(x + piece.shift, width: piece.width), y: baseline,
                        size: style.size, color: palette[style.color], run: piece.run,
                        tracking: tracking(style, of: piece.run), element: element)))
            x += piece.width
        }
    }

    /// How lines of the document's language are read.
    var pageDirection: TextDirection { isMirrored ? .rightToLeft : .leftToRight }

    /// How a text is read by itself: each stands in its line as one, whatever it is made of.
    ///
    /// Numbers and dates are read from left to right in every language; a text from outside as its
    /// first letter is.
    func direction(
        of text: String, _ kind: TextContent.Piece.Kind, isForeign: Bool
    ) -> TextDirection {
        if isForeign { return TextDirection(firstLetterOf: text) }
        return switch kind {
        case .label, .upperLabel:
            settings.secondLabels == nil ? pageDirection : TextDirection(firstLetterOf: text)
        case .literal, .separator, .lineBreak: pageDirection
        case .field, .index, .page, .pages: .leftToRight
        }
    }

    /// Widths are sums of many numbers; what is wider by less than this still fits.
    static let tolerance = 0.01

    private func report(_ missing: [Unicode.Scalar], of content: TextContent, _ index: Int) {
        let place =
            content.pieces.indices.contains(index)
            ? content.pieces[index].path?.shown ?? "the template's own text" : "a cut text"
        let known = missingGlyphs.firstIndex { $0.place == place }
        if known == nil { missingGlyphs.append((place, [])) }
        let row = known ?? missingGlyphs.count - 1
        for scalar in missing where !missingGlyphs[row].scalars.contains(scalar) {
            // Some thousand would be compared with each other; what is said is a few.
            if missingGlyphs[row].scalars.count < 100 { missingGlyphs[row].scalars.append(scalar) }
        }
    }

    /// One finding for each place: a text in a script without a font lacks all of its letters.
    func reportMissingGlyphs() {
        for (place, scalars) in missingGlyphs {
            let codes = scalars.prefix(5).map { scalar in
                let digits = String(scalar.value, radix: 16, uppercase: true)
                return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            }
            let more = scalars.count > 5 ? " and others" : ""
            let noun = scalars.count == 1 ? "character" : "characters"
            findings.add(
                Diagnostic(
                    code: "missing-glyph",
                    "no font has the \(noun) \(codes.joined(separator: ", "))\(more) of \(place)",
                    found: String(String.UnicodeScalarView(scalars.prefix(5))),
                    hint: "add a font that has it to the fonts folder, or change the text"))
        }
    }
}

/// Takes control characters out of a text from outside and makes its line ends line feeds.
///
/// - Returns: Whether it has line ends.
func clean(_ text: inout String) -> Bool {
    var isPlain = true
    var before: UInt8 = 0
    let bytes = text.utf8.span
    for index in bytes.indices {
        let byte = bytes[index]
        // Controls of ASCII and Latin-1, and the line ends U+2028 and U+2029.
        if byte < 0x20 || byte == 0x7F || (before == 0xC2 && byte < 0xA0)
            || (before == 0x80 && (byte == 0xA8 || byte == 0xA9))
        {
            isPlain = false
        }
        before = byte
    }
    if isPlain { return false }
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
    text = String(scalars)
    return hasBreaks
}
