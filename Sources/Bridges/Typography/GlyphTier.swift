/// The glyphs of a face that nearly every European document stays within.
///
/// A document that does shares one ready subset of the face with all others that do.
final class GlyphTier: Sendable {
    /// In ascending order, glyph 0 first.
    let glyphs: [UInt16]
    /// What glyphs that no character maps to stand for: the digits of equal width and their signs.
    let texts: [UInt16: [UInt32]]
    private let bits: [UInt64]
    /// Which characters below `simpleLimit` the face has.
    private let simple: [UInt64]

    /// The end of Latin Extended-A: no character before it is a mark or read from right to left.
    static let simpleLimit: UInt32 = 0x180

    init(face: FontFace) {
        var glyphs: Set<UInt16> = [0]
        for range in GlyphTier.characters {
            for value in range {
                guard let scalar = Unicode.Scalar(value), let glyph = face.glyph(scalar) else {
                    continue
                }
                glyphs.insert(glyph)
            }
        }
        var texts: [UInt16: [UInt32]] = [:]
        for scalar in GlyphTier.tabular.unicodeScalars {
            guard let glyph = Shaper.tabularAlternate(of: scalar, in: face), glyph != 0 else {
                continue
            }
            if glyphs.insert(glyph).inserted { texts[glyph] = [scalar.value] }
        }
        self.glyphs = glyphs.sorted()
        self.texts = texts
        var bits = [UInt64](repeating: 0, count: face.glyphCount / 64 + 1)
        for glyph in glyphs where Int(glyph) < face.glyphCount {
            bits[Int(glyph) >> 6] |= 1 << UInt64(glyph & 63)
        }
        self.bits = bits
        var simple = [UInt64](repeating: 0, count: Int(GlyphTier.simpleLimit) / 64)
        for value in 0..<GlyphTier.simpleLimit {
            guard let scalar = Unicode.Scalar(value), face.glyph(scalar) != nil else { continue }
            simple[Int(value >> 6)] |= 1 << UInt64(value & 63)
        }
        self.simple = simple
    }

    /// Whether the face has a character, which must be below `simpleLimit`.
    func hasSimple(_ value: UInt32) -> Bool {
        simple[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1
    }

    /// Glyph 0 is not contained: a document that shows it must not pass unseen.
    func contains(_ glyph: UInt16) -> Bool {
        let word = Int(glyph) >> 6
        return glyph != 0 && word < bits.count && bits[word] >> UInt64(glyph & 63) & 1 == 1
    }

    /// Changing this list changes the bytes of every document.
    private static let characters: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0x17F,  // Basic Latin, Latin-1, Latin Extended-A
        0x218...0x21B, 0x1E9E...0x1E9E,  // Romanian S and T, capital sharp s
        0x2007...0x2007, 0x2009...0x2009, 0x202F...0x202F,  // figure, thin and narrow spaces
        0x2010...0x2015, 0x2018...0x201A, 0x201C...0x201E,  // hyphens, dashes, quotation marks
        0x2020...0x2022, 0x2026...0x2026, 0x2030...0x2030,  // daggers, bullet, ellipsis, per mille
        0x2039...0x203A, 0x20AC...0x20AC, 0x20B9...0x20B9,  // angle quotes, euro, rupee
        0x2116...0x2116, 0x2122...0x2122, 0x2190...0x2193,  // numero, trade mark, arrows
        0x2212...0x2212, 0x2248...0x2248, 0x2264...0x2265,  // minus, about, at most, at least
    ]

    private static let tabular = "0123456789.,:;+-−±()%/ '’€$£¥₹#*<>=~"
}
