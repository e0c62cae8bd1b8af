internal import CHarfBuzz

/// Reads what `FontFace` keeps from the tables of a font that is being opened.
@safe
struct FontTables {
    enum Outlines { case trueType, cff, none }

    private let face: OpaquePointer
    private let font: OpaquePointer
    let unitsPerEm: Int
    let glyphCount: Int
    let family: String
    let postScriptName: String
    let weight: FontWeight?
    let outlines: Outlines

    init(face: OpaquePointer, font: OpaquePointer) {
        unsafe self.face = face
        unsafe self.font = font
        unitsPerEm = Int(unsafe hb_face_get_upem(face))
        glyphCount = Int(unsafe hb_face_get_glyph_count(face))
        let plainFamily = unsafe FontTables.name(face, 1)
        let typographic = unsafe FontTables.name(face, 16)
        family = typographic ?? plainFamily ?? ""
        let style = unsafe FontTables.name(face, 17) ?? FontTables.name(face, 2) ?? "Regular"
        weight = FontWeight(subfamily: style)
        postScriptName = FontTables.pdfName(unsafe FontTables.name(face, 6) ?? family)
        outlines =
            unsafe FontTables.length(of: "glyf", in: face) > 0
            ? .trueType : unsafe FontTables.length(of: "CFF ", in: face) > 0 ? .cff : .none
    }

    /// Why documents cannot be set in this font, in plain words; nil if they can.
    var complaint: String? {
        if glyphCount == 0 || glyphCount > 65_535 || !(16...16_384).contains(unitsPerEm) {
            return "is not a TrueType or OpenType font"
        }
        if family.isEmpty { return "names no family" }
        switch outlines {
        case .trueType: return nil
        case .cff:
            return isCIDKeyed ? "is a CID-keyed font; only name-keyed ones can be embedded" : nil
        case .none: return "has neither TrueType nor CFF outlines"
        }
    }

    var ascender: Int { Int(extents.ascender) }
    var descender: Int { Int(extents.descender) }
    var capHeight: Int { metric("cpht") ?? unitsPerEm * 7 / 10 }
    var xHeight: Int { metric("xhgt") ?? unitsPerEm / 2 }

    /// xMin, yMin, xMax and yMax of the `head` table, at offsets 36 to 42.
    var boundingBox: [Int] {
        let blob = unsafe hb_face_reference_table(face, openTypeTag("head"))
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = unsafe hb_blob_get_data(blob, &length), length >= 44 else {
            return [0, descender, unitsPerEm, ascender]
        }
        let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: 44))
        return [36, 38, 40, 42].map { at in
            Int(Int16(bitPattern: UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])))
        }
    }

    func advances() -> [Int32] {
        (0..<min(glyphCount, 65_535)).map {
            unsafe hb_font_get_glyph_h_advance(font, hb_codepoint_t($0))
        }
    }

    private var extents: hb_font_extents_t {
        var extents = hb_font_extents_t()
        _ = unsafe hb_font_get_h_extents(font, &extents)
        return extents
    }

    private func metric(_ name: StaticString) -> Int? {
        var value: hb_position_t = 0
        let tag = hb_ot_metrics_tag_t(rawValue: openTypeTag(name))
        guard unsafe hb_ot_metrics_get_position(font, tag, &value) != 0, value != 0 else {
            return nil
        }
        return Int(value)
    }

    /// A CFF font whose top dictionary starts with ROS (12 30) numbers its glyphs by CID.
    ///
    /// Adobe Technical Note 5176, section 18: ROS must be the first operator of the dictionary.
    private var isCIDKeyed: Bool {
        let blob = unsafe hb_face_reference_table(face, openTypeTag("CFF "))
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = unsafe hb_blob_get_data(blob, &length) else { return false }
        // Header, name index, then the top dictionary index: the first bytes are enough.
        let head = min(Int(length), 4_096)
        let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: head))
        guard bytes.count > 4 else { return false }
        guard let names = CFFIndex(bytes, at: Int(bytes[2])) else { return false }
        guard let top = CFFIndex(bytes, at: names.end), let dictionary = top.first else {
            return false
        }
        return CFFIndex.firstOperator(bytes[dictionary]) == 0x0C1E
    }

    private static func length(of tag: StaticString, in face: OpaquePointer) -> UInt32 {
        let blob = unsafe hb_face_reference_table(face, openTypeTag(tag))
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe hb_blob_get_length(blob)
    }

    /// An English entry of the name table; nil if absent, empty or absurdly long.
    private static func name(_ face: OpaquePointer, _ id: UInt32) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        var size = UInt32(buffer.count)
        let full = unsafe hb_ot_name_get_utf8(face, id, nil, &size, &buffer)
        guard full > 0, full < 256 else { return nil }
        let bytes = buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Keeps letters, digits, `-`, `_` and `.`, so that the name needs no escape in a PDF.
    private static func pdfName(_ name: String) -> String {
        let kept = name.unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
                || $0 == "-" || $0 == "_" || $0 == "."
        }
        let text = String(String.UnicodeScalarView(kept.prefix(63)))
        return text.isEmpty ? "Unnamed" : text
    }
}

/// A four letter OpenType tag as HarfBuzz wants it.
func openTypeTag(_ name: StaticString) -> UInt32 {
    precondition(name.utf8CodeUnitCount == 4, "an OpenType tag has four letters")
    return name.withUTF8Buffer { letters in
        unsafe letters.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
