/// One positioned glyph of a run. Lengths are in font units of the run's face.
public struct Glyph: Hashable, Sendable {
    /// Glyph id in the face; 0 stands for a character no face has.
    public var id: UInt16
    /// How far the pen moves on after this glyph, kerning included.
    public var advance: Int32
    /// Shift to the right of where the glyph is drawn; the pen does not follow.
    public var xOffset: Int32
    /// Shift upwards of where the glyph is drawn.
    public var yOffset: Int32
    /// UTF-8 offset in the run's text of the characters this glyph stands for.
    public var cluster: Int32

    public init(id: UInt16, advance: Int32, xOffset: Int32, yOffset: Int32, cluster: Int32) {
        self.id = id
        self.advance = advance
        self.xOffset = xOffset
        self.yOffset = yOffset
        self.cluster = cluster
    }
}

/// Shaped text of one face, script and direction; glyphs in the order they are drawn, left to right.
public final class ShapedRun: Sendable {
    public let face: FontFace
    /// The characters the run stands for, in reading order.
    public let text: String
    /// Where they begin in the text that was shaped, in bytes of UTF-8.
    public let offset: Int
    public let glyphs: [Glyph]
    /// Sum of the advances in font units.
    public let width: Int
    /// Whether the run reads from right to left.
    public let isRightToLeft: Bool
    /// The glyph ids alone, in drawing order.
    public let glyphIDs: [UInt16]
    /// Before each glyph, how far to step back from where the unkerned advances of the glyphs
    /// before it lead, in thousandths of the type size; empty if all are zero.
    public let adjustments: [Int16]
    /// How far each glyph is raised, in thousandths of the type size; empty if all are zero.
    public let rises: [Int16]
    /// Whether the text cannot be told from the glyphs one by one, because several characters or
    /// several glyphs form one cluster. From right to left, where readers take the letters from the
    /// glyphs and put them in order, only for a bracket that is drawn as its counterpart.
    public let needsActualText: Bool
    /// The lowest tier of the face that holds every glyph (see `FontSubsetter`); nil if none does.
    public let tier: GlyphTier?

    init(face: FontFace, text: String, offset: Int, glyphs: [Glyph], isRightToLeft: Bool) {
        self.face = face
        self.text = text
        self.offset = offset
        self.glyphs = glyphs
        self.isRightToLeft = isRightToLeft
        width = glyphs.reduce(0) { $0 + Int($1.advance) }
        glyphIDs = glyphs.map(\.id)
        adjustments = ShapedRun.adjustments(glyphs, face)
        let unit = 1000 / Double(face.unitsPerEm)
        rises =
            glyphs.allSatisfy { $0.yOffset == 0 }
            ? [] : glyphs.map { Int16(clamping: Int((Double($0.yOffset) * unit).rounded())) }
        let scalars = text.unicodeScalars
        needsActualText =
            isRightToLeft
            ? scalars.count == 1 && scalars.allSatisfy(\.properties.isBidiMirrored)
            : ShapedRun.hasCompoundClusters(glyphs, scalars: scalars)
        tier = face.tiers.tier(glyphs)
    }

    /// Width in points at a type size in points.
    public func widthPoints(size: Double) -> Double {
        Double(width) * size / Double(face.unitsPerEm)
    }

    /// Rounds once per glyph against the true pen position, so that errors do not add up.
    private static func adjustments(_ glyphs: [Glyph], _ face: FontFace) -> [Int16] {
        let unit = 1000 / Double(face.unitsPerEm)
        var result: [Int16] = []
        result.reserveCapacity(glyphs.count)
        var (drawn, ideal, any) = (0.0, 0.0, false)
        for glyph in glyphs {
            let target = ideal + Double(glyph.xOffset) * unit
            let step = Int16(clamping: Int((drawn - target).rounded()))
            any = any || step != 0
            result.append(step)
            drawn += Double(face.advance(glyph.id)) * unit - Double(step)
            ideal += Double(glyph.advance) * unit
        }
        return any ? result : []
    }

    private static func hasCompoundClusters(
        _ glyphs: [Glyph], scalars: String.UnicodeScalarView
    ) -> Bool {
        // As many clusters as glyphs and as characters leaves one of each to one.
        var clusters = 0
        var last: Int32 = -1
        for glyph in glyphs where glyph.cluster != last {
            clusters += 1
            last = glyph.cluster
        }
        return clusters != glyphs.count || clusters != scalars.count
    }
}
