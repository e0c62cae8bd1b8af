internal import CHarfBuzz
internal import Synchronization

/// One face of one family: a font file, opened once and never changed after.
///
/// Lengths are in font units, `unitsPerEm` of them to the size of the type.
@safe
public final class FontFace: @unchecked Sendable {
    // Unchecked because of the two C pointers: both objects are made immutable before the
    // initialiser returns, and HarfBuzz allows any number of threads to read immutable objects.
    let face: OpaquePointer
    let font: OpaquePointer

    /// The file this face was read from.
    public let path: String
    /// PostScript name, reduced to the characters a PDF name may hold ("NotoSans-Bold").
    public let name: String
    /// Typographic family ("Noto Sans").
    public let family: String
    public let weight: FontWeight
    /// Place in the library, from 0: small, dense and the same for the same folders.
    public let index: Int
    public let unitsPerEm: Int
    /// Height of the line above the baseline.
    public let ascender: Int
    /// Depth of the line below the baseline; negative.
    public let descender: Int
    /// Height of a flat capital letter.
    public let capHeight: Int
    /// Height of a flat small letter.
    public let xHeight: Int
    public let glyphCount: Int
    /// Left, bottom, right and top edge of all glyphs laid over each other.
    let boundingBox: [Int]
    /// Whether outlines are PostScript (CFF) rather than TrueType.
    public let isCFF: Bool

    /// Unkerned advance of every glyph, by glyph id.
    let advances: [Int32]
    private let tierStorage = AtomicLazyReference<FaceTiers>()

    /// Opens a font file.
    ///
    /// - Returns: nil if the file is a sound font of a weight or slant documents are not set in.
    /// - Throws: `FontError` if the file cannot be read or is no font.
    init?(path: String, index: Int) throws(FontError) {
        let blob = unsafe try FontFile.blob(path: path)
        defer { unsafe hb_blob_destroy(blob) }
        guard unsafe hb_face_count(blob) > 0, let face = unsafe hb_face_create(blob, 0) else {
            throw FontError(message: "is not a TrueType or OpenType font", path: path)
        }
        guard let font = unsafe hb_font_create(face) else {
            unsafe hb_face_destroy(face)
            throw FontError(message: "not enough memory", path: path)
        }
        unsafe self.face = face
        unsafe self.font = font
        self.path = path
        self.index = index
        let tables = unsafe FontTables(face: face, font: font)
        family = tables.family
        name = tables.postScriptName
        unitsPerEm = tables.unitsPerEm
        glyphCount = tables.glyphCount
        weight = tables.weight ?? .regular
        isCFF = tables.outlines == .cff
        unsafe hb_font_set_scale(font, Int32(tables.unitsPerEm), Int32(tables.unitsPerEm))
        ascender = tables.ascender
        descender = tables.descender
        capHeight = tables.capHeight
        xHeight = tables.xHeight
        boundingBox = tables.boundingBox
        advances = tables.advances()
        unsafe hb_font_make_immutable(font)
        unsafe hb_face_make_immutable(face)
        if let complaint = tables.complaint { throw FontError(message: complaint, path: path) }
        if tables.weight == nil { return nil }
    }

    deinit {
        unsafe hb_font_destroy(font)
        unsafe hb_face_destroy(face)
    }

    /// The glyph of a character by itself, or nil if the face has none.
    public func glyph(_ scalar: Unicode.Scalar) -> UInt16? {
        var glyph: hb_codepoint_t = 0
        guard unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 else { return nil }
        return glyph == 0 ? nil : UInt16(truncatingIfNeeded: glyph)
    }

    /// Unkerned advance of a glyph in font units; 0 for a glyph the face does not have.
    public func advance(_ glyph: UInt16) -> Int32 {
        Int(glyph) < advances.count ? advances[Int(glyph)] : 0
    }

    /// The glyphs nearly every document uses, found once at first need.
    var tiers: FaceTiers {
        tierStorage.load() ?? tierStorage.storeIfNil(FaceTiers(face: self))
    }
}

extension FontFace: Hashable {
    public static func == (left: FontFace, right: FontFace) -> Bool { left === right }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
