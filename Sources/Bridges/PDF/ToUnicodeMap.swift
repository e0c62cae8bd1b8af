/// The map from glyphs to characters that copying and searching use (ISO 32000-1, 9.10.3).
enum ToUnicodeMap {
    /// A CMap may list this many at a time.
    private static let perBlock = 100

    static func bytes(_ font: FontDescription) -> [UInt8] {
        var lines: [[UInt8]] = []
        for (glyph, scalars) in zip(font.glyphs, font.texts) where !scalars.isEmpty {
            var line: [UInt8] = []
            line.write("<")
            line.write(hex: glyph)
            line.write("> <")
            for value in scalars {
                let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
                for unit in String(scalar).utf16 { line.write(hex: unit) }
            }
            line.write(">\n")
            lines.append(line)
        }
        var map: [UInt8] = []
        map.write(head)
        var start = 0
        while start < lines.count {
            let end = min(start + perBlock, lines.count)
            map.write(end - start)
            map.write(" beginbfchar\n")
            for line in lines[start..<end] { map += line }
            map.write("endbfchar\n")
            start = end
        }
        map.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return map
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
