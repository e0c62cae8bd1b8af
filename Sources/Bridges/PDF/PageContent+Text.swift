extension PageContent {
    /// Chooses the font of the texts that follow, by its place in the page's list of fonts.
    public mutating func setFont(_ index: Int, size: Double) {
        guard index != state.font || size != state.size else { return }
        state.font = index
        state.size = size
        reserve(64)
        put("/F")
        put(index + 1)
        put(UInt8(ascii: " "))
        put(size)
        put(" Tf\n")
    }

    /// Adds points to the advance of every glyph of the texts that follow; 0 is as designed.
    public mutating func setCharacterSpacing(_ points: Double) {
        guard points != state.spacing else { return }
        state.spacing = points
        reserve(32)
        put(share: points)
        put(" Tc\n")
    }

    /// Draws glyphs from a point on the baseline.
    ///
    /// - Parameters:
    ///   - glyphs: glyph ids, in drawing order.
    ///   - codes: the numbers glyphs have in the font, by glyph id, those past its end 0; or empty
    ///     where they are the ids.
    ///   - adjustments: before each glyph, how far to step back, in thousandths of the size; or
    ///     empty.
    ///   - rises: how far each glyph is raised, in thousandths of the size; or empty.
    ///   - actualText: what the glyphs stand for, where they do not tell one by one.
    public mutating func text(
        glyphs: [UInt16], codes: [UInt16] = [], adjustments: [Int16] = [], rises: [Int16] = [],
        x: Double, y: Double, actualText: String? = nil
    ) {
        precondition(state.font >= 0, "set a font before drawing text")
        guard !glyphs.isEmpty else { return }
        if let actualText { beginSpan(actualText) }
        reserve(64)
        put("BT\n")
        put(x)
        put(UInt8(ascii: " "))
        put(y)
        put(" Td\n")
        if rises.isEmpty {
            show(glyphs, codes, adjustments)
        } else {
            show(glyphs, codes, adjustments, rises)
        }
        put("ET\n")
        if actualText != nil {
            reserve(8)
            put("EMC\n")
        }
    }

    /// PDF/A allows no string over 32,767 bytes (ISO 19005-3, 6.1.13): two a glyph, and escapes.
    private static let glyphsPerString = 8_000

    private mutating func show(
        _ glyphs: [UInt16], _ codes: [UInt16], _ adjustments: [Int16]
    ) {
        if adjustments.isEmpty && glyphs.count <= PageContent.glyphsPerString {
            reserve(glyphs.count * 4 + 32)
            put(UInt8(ascii: "("))
            for glyph in glyphs { put(glyph: glyph, codes) }
            put(")Tj\n")
            return
        }
        reserve(glyphs.count * 14 + 32)
        put("[(")
        for (index, glyph) in glyphs.enumerated() {
            let step = adjustments.isEmpty ? 0 : adjustments[index]
            if step != 0 {
                put(UInt8(ascii: ")"))
                put(Int(step))
                put(UInt8(ascii: "("))
            } else if index % PageContent.glyphsPerString == PageContent.glyphsPerString - 1 {
                put(")(")
            }
            put(glyph: glyph, codes)
        }
        put(")]TJ\n")
    }

    private mutating func show(
        _ glyphs: [UInt16], _ codes: [UInt16], _ adjustments: [Int16], _ rises: [Int16]
    ) {
        reserve(glyphs.count * 64 + 64)
        var rise: Int16 = 0
        put("[(")
        for (index, glyph) in glyphs.enumerated() {
            let step = adjustments.isEmpty ? 0 : adjustments[index]
            if rises[index] != rise {
                rise = rises[index]
                put(")]TJ ")
                put(share: Double(rise) * state.size / 1_000)
                put(" Ts [(")
            }
            if step != 0 {
                put(UInt8(ascii: ")"))
                put(Int(step))
                put(UInt8(ascii: "("))
            }
            put(glyph: glyph, codes)
        }
        put(")]TJ\n")
        if rise != 0 { put("0 Ts\n") }
    }

    /// One glyph of a literal string: two bytes, those with a meaning in strings escaped.
    @inline(__always)
    private mutating func put(glyph: UInt16, _ codes: [UInt16]) {
        let isNumbered = Int(glyph) < codes.count
        let code = codes.isEmpty ? glyph : isNumbered ? codes[Int(glyph)] : 0
        put(literal: UInt8(truncatingIfNeeded: code >> 8))
        put(literal: UInt8(truncatingIfNeeded: code))
    }

    @inline(__always)
    private mutating func put(literal byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            put(UInt8(ascii: "\\"))
            put(byte)
        case 10: put("\\n")
        case 13: put("\\r")
        default: put(byte)
        }
    }

    private mutating func beginSpan(_ text: String) {
        reserve(text.utf8.count * 4 + 64)
        put("/Span <<")
        put("/ActualText ")
        put("<FEFF")
        for unit in text.utf16 {
            for shift: UInt16 in [12, 8, 4, 0] {
                put(hexDigit(UInt8(truncatingIfNeeded: unit >> shift & 15)))
            }
        }
        put(">>> BDC\n")
    }
}
