internal import CHarfBuzz

/// What the tables of a face may do to the figures of a number (OpenType 1.9, GSUB and GPOS).
@safe
struct FigureRules {
    private let face: OpaquePointer
    private let features: [hb_tag_t]

    init(_ face: FontFace, tabularFigures: Bool) {
        unsafe self.face = unsafe face.face
        let width = tabularFigures ? [openTypeTag("tnum")] : []
        // A list of HarfBuzz's ends with zero.
        features = FigureRules.unasked + width + [0]
    }

    /// Whether nothing befalls these glyphs among each other but that one is moved by the next: no
    /// ligature, no form that depends on neighbours, no rule about more than two.
    func arePairs(of glyphs: Set<UInt16>) -> Bool {
        // Tables of Apple's that HarfBuzz takes where OpenType's are missing.
        let others: [StaticString] = ["morx", "mort", "kerx", "trak"]
        if others.contains(where: { length(of: $0) > 0 }) { return false }
        guard let figures = unsafe hb_set_create() else { return false }
        defer { unsafe hb_set_destroy(figures) }
        for glyph in glyphs { unsafe hb_set_add(figures, hb_codepoint_t(glyph)) }
        return unsafe keepForms(figures) && areMovedInPairs(figures)
    }

    /// Whether substitution leads from these glyphs to no other.
    private func keepForms(_ figures: OpaquePointer) -> Bool {
        guard let lookups = unsafe lookups("GSUB") else { return false }
        defer { unsafe hb_set_destroy(lookups) }
        let count = unsafe hb_set_get_population(figures)
        unsafe hb_ot_layout_lookups_substitute_closure(face, lookups, figures)
        return unsafe hb_set_get_population(figures) == count
    }

    /// Whether every positioning rule that begins at one of these glyphs is of it alone (type 1) or
    /// of a pair (type 2).
    private func areMovedInPairs(_ figures: OpaquePointer) -> Bool {
        guard let lookups = unsafe lookups("GPOS") else { return false }
        defer { unsafe hb_set_destroy(lookups) }
        // Without kerning of OpenType's, HarfBuzz takes the table of the same name.
        if unsafe hb_set_is_empty(lookups) != 0, length(of: "kern") > 0 { return false }
        var lookup = hb_codepoint_t.max
        while unsafe hb_set_next(lookups, &lookup) != 0 {
            let type = self.type(ofPositioning: Int(lookup))
            if type == 1 || type == 2 { continue }
            guard let input = unsafe hb_set_create() else { return false }
            defer { unsafe hb_set_destroy(input) }
            unsafe hb_ot_layout_lookup_collect_glyphs(
                face, openTypeTag("GPOS"), lookup, nil, input, nil, nil)
            unsafe hb_set_intersect(input, figures)
            if unsafe hb_set_is_empty(input) == 0 { return false }
        }
        return true
    }

    /// What HarfBuzz does to horizontal text unasked. Ligatures are off in what figures are shaped as.
    private static let unasked =
        ([
            "rvrn", "ltra", "ltrm", "ccmp", "locl", "mark", "mkmk", "rlig", "abvm", "blwm", "curs",
            "dist", "kern", "rclt", "rand", "HARF", "Harf", "Buzz", "BUZZ",
        ] as [StaticString]).map(openTypeTag)

    private func lookups(_ table: StaticString) -> OpaquePointer? {
        guard let lookups = unsafe hb_set_create() else { return nil }
        unsafe hb_ot_layout_collect_lookups(
            face, openTypeTag(table), nil, nil, features, lookups)
        return unsafe lookups
    }

    /// The type of a lookup of GPOS, that of what it stands for where it is an extension (type 9);
    /// 0 where the table is too short.
    private func type(ofPositioning lookup: Int) -> Int {
        let blob = unsafe hb_face_reference_table(face, openTypeTag("GPOS"))
        defer { unsafe hb_blob_destroy(blob) }
        var length: UInt32 = 0
        let data = unsafe hb_blob_get_data(blob, &length)
        let bytes = unsafe UnsafeRawBufferPointer(start: data, count: Int(length))
        func number(_ at: Int) -> Int {
            at + 2 <= bytes.count ? unsafe Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0
        }
        let list = number(8)
        let start = list + number(list + 2 + 2 * lookup)
        let type = number(start)
        return type == 9 ? number(start + number(start + 6) + 2) : type
    }

    private func length(of table: StaticString) -> UInt32 {
        let blob = unsafe hb_face_reference_table(face, openTypeTag(table))
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe hb_blob_get_length(blob)
    }
}
