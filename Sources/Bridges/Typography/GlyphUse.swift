/// The glyphs some runs of a face show, and what each of them stands for.
struct GlyphUse {
    /// Texts of glyphs that somewhere form a cluster alone; the first use in a document counts.
    private(set) var texts: [UInt16: [UInt32]] = [:]
    private var used = [UInt64](repeating: 0, count: 1_024)
    private var known = [UInt64](repeating: 0, count: 1_024)

    /// A cluster of more characters than this is no writing; its glyph gets no text.
    private static let maximumScalars = 16

    mutating func add(_ run: ShapedRun) {
        for glyph in run.glyphIDs { used[Int(glyph) >> 6] |= 1 << UInt64(glyph & 63) }
        if run.isRightToLeft {
            addReadByGlyph(run)
        } else if run.needsActualText {
            addClusters(of: run)
        } else {
            // One glyph for each character, in the same order.
            for (glyph, scalar) in zip(run.glyphIDs, run.text.unicodeScalars) {
                note(glyph) { [GlyphUse.value(scalar)] }
            }
        }
    }

    /// Whether glyph 0 is shown, which stands for characters the face does not have.
    var hasMissing: Bool { used[0] & 1 == 1 }

    /// The glyphs in ascending order, glyph 0 first.
    var glyphs: [UInt16] {
        var glyphs: [UInt16] = []
        for (word, value) in used.enumerated() {
            var rest = word == 0 ? value | 1 : value
            while rest != 0 {
                glyphs.append(UInt16(word << 6 | rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return glyphs
    }

    /// HarfBuzz gives clusters in ascending order.
    private mutating func addClusters(of run: ShapedRun) {
        let glyphs = run.glyphs
        let text = Array(run.text.utf8)
        var start = 0
        while start < glyphs.count {
            var next = start + 1
            while next < glyphs.count && glyphs[next].cluster == glyphs[start].cluster { next += 1 }
            let from = Int(glyphs[start].cluster)
            let to = next < glyphs.count ? Int(glyphs[next].cluster) : text.count
            if next == start + 1 && 0 <= from && from < to && to <= text.count {
                let scalars = String(decoding: text[from..<to], as: UTF8.self).unicodeScalars
                if scalars.count <= GlyphUse.maximumScalars {
                    note(glyphs[start].id) { scalars.map(GlyphUse.value) }
                }
            }
            start = next
        }
    }

    /// Text from right to left is read back by its glyphs, so marks have a text of their own too.
    ///
    /// HarfBuzz gives its clusters in descending order.
    private mutating func addReadByGlyph(_ run: ShapedRun) {
        let glyphs = Array(run.glyphs.reversed())
        let text = Array(run.text.utf8)
        var start = 0
        while start < glyphs.count {
            var next = start + 1
            while next < glyphs.count && glyphs[next].cluster == glyphs[start].cluster { next += 1 }
            let from = Int(glyphs[start].cluster)
            let to = next < glyphs.count ? Int(glyphs[next].cluster) : text.count
            if 0 <= from && from < to && to <= text.count {
                let scalars = Array(
                    String(decoding: text[from..<to], as: UTF8.self).unicodeScalars
                ).filter { !$0.properties.isDefaultIgnorableCodePoint }
                addCluster(glyphs[start..<next], scalars)
            }
            start = next
        }
    }

    /// The glyphs of a cluster each take a character, the last all that are left.
    private mutating func addCluster(_ glyphs: ArraySlice<Glyph>, _ scalars: [Unicode.Scalar]) {
        guard scalars.count <= GlyphUse.maximumScalars else { return }
        // A mirrored bracket is the glyph of its counterpart, and stays that.
        if scalars.count == 1, scalars[0].properties.isBidiMirrored { return }
        for (place, glyph) in glyphs.enumerated() where place < scalars.count {
            let own = place == glyphs.count - 1 ? scalars[place...] : scalars[place...place]
            note(glyph.id) { own.map(GlyphUse.value) }
        }
    }

    private mutating func note(_ glyph: UInt16, _ text: () -> [UInt32]) {
        let (word, bit) = (Int(glyph) >> 6, UInt64(1) << UInt64(glyph & 63))
        guard known[word] & bit == 0 else { return }
        known[word] |= bit
        texts[glyph] = text()
    }

    /// A no-break space is read back as a space, as from the tier.
    private static func value(_ scalar: Unicode.Scalar) -> UInt32 {
        scalar == "\u{A0}" ? 0x20 : scalar.value
    }
}
