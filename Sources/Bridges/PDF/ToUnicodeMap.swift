/// The map from glyphs to characters that copying and searching use (ISO 32000-1, 9.10.3).
enum ToUnicodeMap {
    /// A CMap may list this many at a time.
    private static let perBlock = 100

    static func bytes(_ font: FontDescription) -> [UInt8] {
        var ranges: [Range] = []
        for (glyph, scalars) in zip(font.glyphs, font.texts) where !scalars.isEmpty {
            let units = scalars.flatMap {
                String(Unicode.Scalar($0) ?? "\u{FFFD}").utf16.map(\.self)
            }
            if let last = ranges.last, last.goesOn(glyph, units) {
                ranges[ranges.count - 1].last = glyph
            } else {
                ranges.append(Range(first: glyph, last: glyph, units: units))
            }
        }
        var map: [UInt8] = []
        map.write(head)
        var start = 0
        while start < ranges.count {
            let end = min(start + perBlock, ranges.count)
            map.write(end - start)
            map.write(" beginbfrange\n")
            for range in ranges[start..<end] { range.write(to: &map) }
            map.write("endbfrange\n")
            start = end
        }
        map.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return map
    }

    /// Neighbouring glyphs that stand for neighbouring characters.
    private struct Range {
        let first: UInt16
        var last: UInt16
        /// What the first glyph stands for.
        let units: [UInt16]

        /// Only the low byte may count up (ISO 32000-1, 9.10.3).
        func goesOn(_ glyph: UInt16, _ next: [UInt16]) -> Bool {
            guard units.count == 1, next.count == 1, glyph == last + 1, glyph & 255 != 0 else {
                return false
            }
            let unit = Int(units[0]) + Int(glyph - first)
            return unit == Int(next[0]) && unit & 255 != 0
        }

        func write(to map: inout [UInt8]) {
            map.write("<")
            map.write(hex: first)
            map.write("> <")
            map.write(hex: last)
            map.write("> <")
            for unit in units { map.write(hex: unit) }
            map.write(">\n")
        }
    }

    private static let head = """
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange

        """
}
