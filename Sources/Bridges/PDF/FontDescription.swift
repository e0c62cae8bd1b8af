/// A font program and what a PDF says about it. Lengths are in thousandths of the type size.
public struct FontDescription: Sendable {
    /// PostScript name without a subset tag: letters, digits, `-`, `_` and `.`.
    public var postScriptName: String
    /// Whether `program` is a bare CFF table; otherwise it is a TrueType file.
    public var isCFF: Bool
    /// The font file; texts use its glyph ids.
    public var program: [UInt8]
    /// The glyphs that may be shown, ascending.
    public var glyphs: [UInt16]
    /// Advance of each of `glyphs`.
    public var widths: [Double]
    /// The characters each of `glyphs` stands for; empty if none.
    public var texts: [[UInt32]]
    public var ascent: Double
    public var descent: Double
    public var capHeight: Double
    /// Left, bottom, right and top.
    public var boundingBox: [Double]
    /// Degrees counter-clockwise from upright.
    public var italicAngle: Double
    public var stemV: Double
    /// ISO 32000-1, table 123.
    public var flags: Int

    public init(
        postScriptName: String, isCFF: Bool, program: [UInt8], glyphs: [UInt16],
        widths: [Double], texts: [[UInt32]], ascent: Double, descent: Double, capHeight: Double,
        boundingBox: [Double], italicAngle: Double = 0, stemV: Double, flags: Int = 4
    ) {
        self.postScriptName = postScriptName
        self.isCFF = isCFF
        self.program = program
        self.glyphs = glyphs
        self.widths = widths
        self.texts = texts
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
        self.boundingBox = boundingBox
        self.italicAngle = italicAngle
        self.stemV = stemV
        self.flags = flags
    }
}
