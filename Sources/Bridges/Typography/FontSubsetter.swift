internal import CHarfBuzz
internal import Synchronization

/// Cuts faces down to the glyphs documents show. May be shared between threads.
///
/// There are two kinds of program. The *tier* programs of a face hold the Latin letters, figures
/// and signs nearly every document stays within, in three sizes (`GlyphTier`). They are made once
/// and shared by all documents, which makes them fast to write. A document that shows any other
/// glyph of the face gets an *exact* program with just its own glyphs. Which one it is depends on
/// the document alone, so its bytes are the same whatever was made before.
public final class FontSubsetter: Sendable {
    private let tiers = Mutex<[TierKey: FontProgram]>([:])
    private let prepared = Mutex<[FontFace: PreparedFace]>([:])

    private struct TierKey: Hashable {
        let face: FontFace
        let tier: GlyphTier
    }

    public init() {}

    /// The program for runs of one face: the least tier that holds every glyph, else an exact one.
    ///
    /// - Parameter runs: in the order of the document; runs of other faces are passed over.
    /// - Throws: `FontError` if a run shows a character the face does not have.
    public func program(_ face: FontFace, runs: [ShapedRun]) throws(FontError) -> FontProgram {
        let own = runs.filter { $0.face === face }
        return if let tier = GlyphTier.least(own) {
            try tierProgram(face, tier)
        } else {
            try exactProgram(face, runs: own)
        }
    }

    /// The program that holds a tier of a face; made at first need.
    public func tierProgram(
        _ face: FontFace, _ tier: GlyphTier
    ) throws(FontError) -> FontProgram {
        let key = TierKey(face: face, tier: tier)
        if let known = tiers.withLock({ $0[key] }) { return known }
        // Two threads may both come here; they make the same program.
        let made = try unsafe makeProgram(
            face, source: face.face, glyphs: face.tiers.glyphs(tier), texts: face.tiers.texts)
        tiers.withLock { $0[key] = made }
        return made
    }

    /// A program with the glyphs of some runs of the face and no others.
    ///
    /// - Throws: `FontError` if a run shows a character the face does not have.
    public func exactProgram(
        _ face: FontFace, runs: [ShapedRun]
    ) throws(FontError) -> FontProgram {
        var use = GlyphUse()
        for run in runs where run.face === face { use.add(run) }
        guard !use.hasMissing else {
            throw FontError(
                message: "\(face.name) lacks a character of the document", path: face.path)
        }
        let source = try preparedFace(face)
        return try unsafe makeProgram(
            face, source: source.face, glyphs: use.glyphs, texts: use.texts)
    }

    private func preparedFace(_ face: FontFace) throws(FontError) -> PreparedFace {
        if let known = prepared.withLock({ $0[face] }) { return known }
        guard let made = PreparedFace(face) else {
            throw FontError(message: "not enough memory", path: face.path)
        }
        prepared.withLock { $0[face] = made }
        return made
    }
}

extension FontSubsetter {
    private func makeProgram(
        _ face: FontFace, source: OpaquePointer, glyphs: [UInt16], texts: [UInt16: [UInt32]]
    ) throws(FontError) -> FontProgram {
        let unit = 1000 / Double(face.unitsPerEm)
        let reverse = FontSubsetter.reverseMap(face, glyphs: glyphs)
        let subset = unsafe try FontSubsetter.subset(face, source: source, glyphs: glyphs)
        return FontProgram(
            postScriptName: face.name, isCFF: face.isCFF, bytes: subset.bytes, glyphs: glyphs,
            codes: subset.codes,
            widths: glyphs.map { Double(face.advance($0)) * unit },
            // U+200B where nothing is known: the run's own text goes along as ActualText.
            texts: glyphs.map { glyph in
                glyph == 0 ? [] : texts[glyph] ?? reverse[glyph].map { [$0] } ?? [0x200B]
            },
            ascent: Double(face.ascender) * unit, descent: Double(face.descender) * unit,
            capHeight: Double(face.capHeight) * unit,
            boundingBox: face.boundingBox.map { Double($0) * unit },
            italicAngle: 0, stemV: FontSubsetter.stem(face.weight), flags: 4)
    }

    private static func stem(_ weight: FontWeight) -> Double {
        switch weight {
        case .regular: 80
        case .semibold: 110
        case .bold: 140
        }
    }

    /// The lowest character of each glyph, Arabic presentation forms aside: those are shapes of
    /// letters, not letters.
    private static func reverseMap(_ face: FontFace, glyphs: [UInt16]) -> [UInt16: UInt32] {
        let wanted = Set(glyphs)
        var map: [UInt16: UInt32] = [:]
        let characters = unsafe hb_set_create()
        defer { unsafe hb_set_destroy(characters) }
        unsafe hb_face_collect_unicodes(face.face, characters)
        var character = UInt32.max
        while unsafe hb_set_next(characters, &character) != 0 {
            if (0xFB50...0xFDFF).contains(character) || (0xFE70...0xFEFF).contains(character) {
                continue
            }
            guard let scalar = Unicode.Scalar(character), let glyph = face.glyph(scalar),
                wanted.contains(glyph), map[glyph] == nil
            else { continue }
            map[glyph] = character
        }
        return map
    }

    private static func subset(
        _ face: FontFace, source: OpaquePointer, glyphs: [UInt16]
    ) throws(FontError) -> (bytes: [UInt8], codes: [UInt16]) {
        guard let input = unsafe hb_subset_input_create_or_fail() else {
            throw FontError(message: "not enough memory", path: face.path)
        }
        defer { unsafe hb_subset_input_destroy(input) }
        var flags =
            HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue
        // Few glyphs share little: subroutines would make the compressed font larger.
        flags |=
            face.isCFF
            ? HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue : HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue
        unsafe hb_subset_input_set_flags(input, flags)
        let kept = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(kept, hb_codepoint_t(glyph)) }
        let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in droppedTables { unsafe hb_set_add(dropped, openTypeTag(tag)) }
        unsafe hb_set_clear(
            hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG))
        guard let plan = unsafe hb_subset_plan_create_or_fail(source, input) else {
            throw FontError(message: "cannot be cut down for embedding", path: face.path)
        }
        defer { unsafe hb_subset_plan_destroy(plan) }
        guard let result = unsafe hb_subset_plan_execute_or_fail(plan) else {
            throw FontError(message: "cannot be cut down for embedding", path: face.path)
        }
        defer { unsafe hb_face_destroy(result) }
        let numbers = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
        let codes = glyphs.map { glyph in
            UInt16(truncatingIfNeeded: unsafe hb_map_get(numbers, hb_codepoint_t(glyph)))
        }
        // A PDF takes CFF outlines as the bare table, TrueType ones as a font file.
        let blob =
            unsafe face.isCFF
            ? hb_face_reference_table(result, openTypeTag("CFF "))
            : hb_face_reference_blob(result)
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = unsafe hb_blob_get_data(blob, &length), length > 0 else {
            throw FontError(message: "cannot be cut down for embedding", path: face.path)
        }
        return (unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: Int(length))), codes)
    }

    /// Tables for shaping, naming, hinting and variations: a PDF reader draws glyphs by number.
    private static let droppedTables: [StaticString] = [
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "cmap", "name", "OS/2", "post",
        "gasp", "DSIG", "VDMX", "hdmx", "LTSH", "FFTM", "STAT", "meta", "vhea", "vmtx", "VORG",
        "fvar", "gvar", "avar", "cvar", "HVAR", "VVAR", "MVAR", "COLR", "CPAL", "SVG ", "sbix",
    ]
}

/// A face with what subsetting looks up again and again; for reading from any thread.
@safe
private final class PreparedFace: @unchecked Sendable {
    // Unchecked because of the C pointer: HarfBuzz lets threads share a face that is not changed.
    let face: OpaquePointer
    private let source: FontFace

    init?(_ source: FontFace) {
        guard let face = unsafe hb_subset_preprocess(source.face) else { return nil }
        unsafe self.face = face
        self.source = source
    }

    deinit {
        // HarfBuzz hands back the source itself, without a reference, if it cannot prepare it.
        if unsafe face != source.face { unsafe hb_face_destroy(face) }
    }
}
