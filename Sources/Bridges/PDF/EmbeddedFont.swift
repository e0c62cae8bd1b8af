/// A font ready to be put into documents, its bytes compressed once and shared by all of them.
public final class EmbeddedFont: Sendable {
    /// How hard to compress: `best` for a font many documents share, `fast` for one of its own.
    public enum Compression: Sendable { case best, fast }

    /// PostScript name with a subset tag, as ISO 32000-1, 9.6.4 has it ("QWERTZ+NotoSans-Bold").
    public let baseName: String
    let isCFF: Bool
    let program: [UInt8]
    let programLength: Int
    let toUnicode: [UInt8]
    /// The descriptor's entries but for the font file.
    let descriptor: [UInt8]
    /// The CIDFont's entries from `/W` on.
    let widths: [UInt8]

    /// - Throws: `PDFError` if the parts of the description do not fit together.
    public init(
        _ font: FontDescription, compression: Compression, compressor: Compressor
    ) throws(PDFError) {
        guard font.glyphs.count == font.widths.count, font.glyphs.count == font.texts.count,
            font.boundingBox.count == 4, !font.program.isEmpty, !font.glyphs.isEmpty,
            zip(font.glyphs, font.glyphs.dropFirst()).allSatisfy({ $0 < $1 }),
            (font.widths + font.boundingBox).allSatisfy({ $0.magnitude < 100_000 })
        else { throw PDFError(message: "the description of \(font.postScriptName) is not sound") }
        baseName = EmbeddedFont.tag(font) + "+" + font.postScriptName
        isCFF = font.isCFF
        programLength = font.program.count
        let map = ToUnicodeMap.bytes(font)
        switch compression {
        case .best:
            program = try Compressor.best(font.program)
            toUnicode = try Compressor.best(map)
        case .fast:
            program = try compressor.compress(font.program)
            toUnicode = try compressor.compress(map)
        }
        descriptor = EmbeddedFont.descriptor(font, name: baseName)
        widths = EmbeddedFont.widths(font)
    }

    private static func descriptor(_ font: FontDescription, name: String) -> [UInt8] {
        var body: [UInt8] = []
        body.write("/Type /FontDescriptor\n/FontName ")
        body.write(name: name)
        body.write("\n/Flags ")
        body.write(font.flags)
        body.write("\n/FontBBox [")
        for (index, edge) in font.boundingBox.enumerated() {
            if index > 0 { body.write(" ") }
            body.write(Int(edge.rounded()))
        }
        body.write("]\n/ItalicAngle ")
        body.write(decimal: font.italicAngle)
        body.write("\n/Ascent ")
        body.write(Int(font.ascent.rounded()))
        body.write("\n/Descent ")
        body.write(Int(font.descent.rounded()))
        body.write("\n/CapHeight ")
        body.write(Int(font.capHeight.rounded()))
        body.write("\n/StemV ")
        body.write(Int(font.stemV.rounded()))
        body.write("\n")
        return body
    }

    /// Runs of neighbouring glyphs, each as its first glyph and the list of widths.
    private static func widths(_ font: FontDescription) -> [UInt8] {
        // A tenth is finer than a reader can place, and the list cannot be compressed.
        let widths = font.widths.map { ($0 * 10).rounded() / 10 }
        var body: [UInt8] = []
        body.write("/W [")
        var isOpen = false
        var at = 0
        while at < font.glyphs.count {
            // As many glyphs that follow each other with one width as there are.
            var end = at + 1
            while end < font.glyphs.count, widths[end] == widths[at],
                font.glyphs[end] == font.glyphs[end - 1] + 1
            { end += 1 }
            if end - at > 3 {
                if isOpen { body.write("]") }
                isOpen = false
                body.write(" \(font.glyphs[at]) \(font.glyphs[end - 1]) ")
                body.write(decimal: widths[at])
                body.write(" ")
                at = end
                continue
            }
            let goesOn = at > 0 && font.glyphs[at - 1] + 1 == font.glyphs[at]
            if isOpen, goesOn {
                body.write(" ")
            } else {
                if isOpen { body.write("]") }
                body.write(Int(font.glyphs[at]))
                body.write("[")
                isOpen = true
            }
            body.write(decimal: widths[at])
            at += 1
        }
        if isOpen { body.write("]") }
        body.write("]\n")
        return body
    }

    /// Six capitals that differ between different subsets of a face (FNV-1a over the glyphs).
    private static func tag(_ font: FontDescription) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in font.glyphs {
            for byte in [glyph & 255, glyph >> 8] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        var letters = ""
        for _ in 0..<6 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
            hash /= 26
        }
        return letters
    }
}

extension Compressor {
    func compress(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        try unsafe bytes.withUnsafeBufferPointer { bytes throws(PDFError) in
            try unsafe compress(bytes)
        }
    }
}
