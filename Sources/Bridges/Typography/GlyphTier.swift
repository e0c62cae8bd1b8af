/// How much of a face a document needs, from the least. Each tier holds those before it.
///
/// Documents that stay within the same tier of a face share one ready subset of it; the smaller
/// the tier, the smaller the file.
public enum GlyphTier: UInt8, Comparable, CaseIterable, Sendable {
    /// Basic Latin and the signs of invoices: English.
    case basic
    /// And the letters of German.
    case german
    /// And those of French and other neighbours.
    case western
    /// And every letter of Latin-1 and Latin Extended-A, and typographic signs.
    case european

    public static func < (left: GlyphTier, right: GlyphTier) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The lowest tier that holds all of some runs of a face; nil if none does.
    static func least(_ runs: [ShapedRun]) -> GlyphTier? {
        var least = GlyphTier.basic
        for run in runs {
            guard let tier = run.tier else { return nil }
            least = max(least, tier)
        }
        return least
    }
}

/// The tiers of a face: which of its glyphs are in which.
final class FaceTiers: Sendable {
    /// What glyphs that no character maps to stand for: the digits of equal width and their signs.
    let texts: [UInt16: [UInt32]]
    /// By glyph, the lowest tier that holds it.
    private let lowest: [UInt8]
    /// Which characters below `simpleLimit` the face has.
    private let simple: [UInt64]

    private static let none = UInt8.max
    /// The end of Latin Extended-A: no character before it is a mark or read from right to left.
    static let simpleLimit: UInt32 = 0x180

    init(face: FontFace) {
        var lowest = [UInt8](repeating: FaceTiers.none, count: face.glyphCount)
        var texts: [UInt16: [UInt32]] = [:]
        for scalar in FaceTiers.tabular.unicodeScalars {
            guard let glyph = Shaper.tabularAlternate(of: scalar, in: face),
                glyph != 0, Int(glyph) < lowest.count
            else { continue }
            lowest[Int(glyph)] = GlyphTier.basic.rawValue
            texts[glyph] = [scalar.value]
        }
        for tier in GlyphTier.allCases {
            for value in FaceTiers.characters(tier).joined() {
                guard let scalar = Unicode.Scalar(value), let glyph = face.glyph(scalar),
                    Int(glyph) < lowest.count
                else { continue }
                texts[glyph] = nil
                if lowest[Int(glyph)] == FaceTiers.none { lowest[Int(glyph)] = tier.rawValue }
            }
        }
        self.lowest = lowest
        self.texts = texts
        var simple = [UInt64](repeating: 0, count: Int(FaceTiers.simpleLimit) / 64)
        for value in 0..<FaceTiers.simpleLimit {
            guard let scalar = Unicode.Scalar(value), face.glyph(scalar) != nil else { continue }
            simple[Int(value >> 6)] |= 1 << UInt64(value & 63)
        }
        self.simple = simple
    }

    /// Whether the face has a character, which must be below `simpleLimit`.
    func hasSimple(_ value: UInt32) -> Bool {
        simple[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1
    }

    /// The lowest tier that holds some glyphs; nil if none holds them all.
    ///
    /// Glyph 0 is in none: a document that shows it must not pass unseen.
    func tier(_ glyphs: [Glyph]) -> GlyphTier? {
        var highest: UInt8 = 0
        for glyph in glyphs {
            let index = Int(glyph.id)
            guard index != 0, index < lowest.count else { return nil }
            highest = max(highest, lowest[index])
        }
        return GlyphTier(rawValue: highest)
    }

    /// The glyphs of a tier in ascending order, glyph 0 first.
    func glyphs(_ tier: GlyphTier) -> [UInt16] {
        [0] + lowest.indices.dropFirst().filter { lowest[$0] <= tier.rawValue }.map(UInt16.init)
    }

    /// What a tier adds to those before it. Changing a list changes the bytes of every document.
    private static func characters(_ tier: GlyphTier) -> [ClosedRange<UInt32>] {
        switch tier {
        case .basic:
            [
                0x20...0x7E, 0xA0...0xA0, 0xB7...0xB7, 0xD7...0xD7,  // no-break space, dot, times
                0x2007...0x2007, 0x2009...0x2009, 0x202F...0x202F,  // figure, thin, narrow spaces
                0x2010...0x2014, 0x2018...0x2019, 0x201C...0x201D,  // hyphens, dashes, quotes
                0x2022...0x2022, 0x2026...0x2026,  // bullet, ellipsis
                0x20AC...0x20AC, 0x20B9...0x20B9, 0x2212...0x2212,  // euro, rupee, minus
            ]
        case .german:
            [
                0xA7...0xA7, 0xA9...0xA9, 0xAE...0xAE,  // § © ®
                0xB0...0xB0, 0xB2...0xB3, 0xB5...0xB5,  // ° ² ³ µ
                0xC4...0xC4, 0xD6...0xD6, 0xDC...0xDC, 0xDF...0xDF,  // Ä Ö Ü ß
                0xE4...0xE4, 0xE9...0xE9, 0xF6...0xF6, 0xFC...0xFC,  // ä é ö ü
                0x201A...0x201A, 0x201E...0x201E,  // low quotes
            ]
        case .western:
            [
                0xA3...0xA3, 0xAB...0xAB, 0xBB...0xBB, 0xBD...0xBD,  // £ « » ½
                0xC0...0xC0, 0xC7...0xC9, 0xE0...0xE0, 0xE2...0xE2,  // À Ç È É à â
                0xE7...0xE8, 0xEA...0xEB, 0xEE...0xEF, 0xF4...0xF4,  // ç è ê ë î ï ô
                0xF9...0xF9, 0xFB...0xFB, 0x153...0x153,  // ù û œ
            ]
        case .european:
            [
                0xA1...0x17F, 0x218...0x21B, 0x1E9E...0x1E9E,  // Romanian S and T, capital sharp s
                0x2015...0x2015, 0x2020...0x2021, 0x2030...0x2030,  // bar, daggers, per mille
                0x2039...0x203A, 0x2116...0x2116, 0x2122...0x2122,  // angle quotes, numero, TM
                0x2190...0x2193, 0x2248...0x2248, 0x2264...0x2265,  // arrows, about, at most
            ]
        }
    }

    private static let tabular = "0123456789.,:;+-−±()%/ '’€$£¥₹#*<>=~"
}
