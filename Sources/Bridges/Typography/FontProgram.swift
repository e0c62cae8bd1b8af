/// A face cut down to some glyphs, with all that embedding it in a PDF takes.
///
/// Lengths are in thousandths of the type size, as PDF has them.
public struct FontProgram: Sendable {
    /// PostScript name of the face, without a subset tag.
    public let postScriptName: String
    /// Whether `bytes` is a bare CFF table; otherwise it is a TrueType file.
    public let isCFF: Bool
    /// The font file.
    public let bytes: [UInt8]
    /// The glyphs kept, by their ids in the face, ascending; glyph 0 is always the first.
    public let glyphs: [UInt16]
    /// The number of each of `glyphs` in `bytes`, ascending.
    ///
    /// TrueType keeps the face's ids. CFF is numbered anew: it names its glyphs, also the places of
    /// those left out, and the names would be larger than the outlines.
    public let codes: [UInt16]
    /// Unkerned advance of each of `glyphs`.
    public let widths: [Double]
    /// The characters each of `glyphs` stands for; empty for glyph 0.
    public let texts: [[UInt32]]
    public let ascent: Double
    public let descent: Double
    public let capHeight: Double
    /// Left, bottom, right and top edge of all glyphs laid over each other.
    public let boundingBox: [Double]
    /// Degrees counter-clockwise from upright; 0, as slanted faces are not in a library.
    public let italicAngle: Double
    /// Thickness of upright stems.
    public let stemV: Double
    /// ISO 32000-1 table 123: 4, symbolic, because glyphs are chosen by number.
    public let flags: Int
}
