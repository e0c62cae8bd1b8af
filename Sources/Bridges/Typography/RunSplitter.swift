internal import CHarfBuzz

/// Splits text into stretches that one face can draw and that are of one script.
struct RunSplitter {
    struct Segment {
        var face: FontFace
        /// UTF-8 range in the text.
        var start: Int
        var end: Int
        /// ISO 15924 tag; `common` as long as no letter was met.
        var script: UInt32
        /// Of UAX 9: odd where the segment reads from right to left.
        var level: UInt8 = 0
    }

    static let common = openTypeTag("Zyyy")
    private static let inherited = openTypeTag("Zinh")
    private static let unknown = openTypeTag("Zzzz")
    private static let latin = openTypeTag("Latn")

    private let faces: [FontFace]
    private(set) var segments: [Segment] = []
    private(set) var missing: [Unicode.Scalar] = []
    /// The last character that marks attach to, and where it starts.
    private var base: (scalar: Unicode.Scalar, start: Int)?

    init(_ text: String, faces: [FontFace]) {
        self.faces = faces
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            add(scalar, at: offset, to: offset + length)
            offset += length
        }
    }

    /// Splits the segments where the level changes, each then of the script of its own letters: a
    /// number among Arabic letters is drawn as any other. Mirrored brackets stand alone, so that
    /// each can say what it stands for.
    mutating func split(_ text: String, at levels: BidiLevels) {
        var result: [Segment] = []
        var (segment, stretch, offset) = (0, 0, 0)
        var wasMirrored = false
        for scalar in text.unicodeScalars {
            if offset == segments[segment].end { segment += 1 }
            if offset == levels.stretches[stretch].end { stretch += 1 }
            let (whole, level) = (segments[segment], levels.stretches[stretch].level)
            let end = offset + UTF8.width(scalar)
            let isMirrored = level & 1 == 1 && scalar.properties.isBidiMirrored
            if let last = result.indices.last, offset > whole.start, result[last].level == level,
                !isMirrored, !wasMirrored
            {
                result[last].end = end
            } else {
                result.append(
                    Segment(
                        face: whole.face, start: offset, end: end, script: RunSplitter.common,
                        level: level))
            }
            wasMirrored = isMirrored
            let last = result.count - 1
            if result[last].script == RunSplitter.common, !RunSplitter.attaches(scalar) {
                result[last].script = RunSplitter.script(of: scalar)
            }
            offset = end
        }
        segments = result
    }

    /// The one segment of a text in plain Latin letters, figures and signs that the preferred face
    /// has all of; nil for any other text, which takes the long way.
    static func simpleSegment(
        _ bytes: UnsafeBufferPointer<UInt8>, face: FontFace
    ) -> Segment? {
        guard !bytes.isEmpty else { return nil }
        let tiers = face.tiers
        var script = common
        var index = 0
        while index < bytes.count {
            var value = UInt32(unsafe bytes[index])
            index += 1
            if value >= 0x80 {
                // Two bytes, the second of which a Swift string always has.
                guard (0xC2...0xC5).contains(value), index < bytes.count else { return nil }
                value = (value & 0x1F) << 6 | UInt32(unsafe bytes[index] & 0x3F)
                index += 1
            }
            guard tiers.hasSimple(value) else { return nil }
            if isLatin(value) { script = latin }
        }
        return Segment(face: face, start: 0, end: bytes.count, script: script)
    }

    /// Whether a character below `FaceTiers.simpleLimit` is a letter.
    private static func isLatin(_ value: UInt32) -> Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA: true
        case 0xD7, 0xF7: false
        default: value >= 0xC0
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar, at start: Int, to end: Int) {
        let isMark = RunSplitter.attaches(scalar)
        let face: FontFace
        if isMark, let last = segments.last {
            face = faceOfMark(scalar, last: last)
        } else {
            face = faceOfBase(scalar)
            base = (scalar, start)
        }
        extend(with: scalar, face: face, start: start, end: end, isMark: isMark)
    }

    private mutating func extend(
        with scalar: Unicode.Scalar, face: FontFace, start: Int, end: Int, isMark: Bool
    ) {
        let script = isMark ? RunSplitter.common : RunSplitter.script(of: scalar)
        guard let last = segments.indices.last else {
            segments.append(Segment(face: face, start: start, end: end, script: script))
            return
        }
        let sameScript =
            script == RunSplitter.common || segments[last].script == RunSplitter.common
            || segments[last].script == script
        guard segments[last].face === face, sameScript else {
            segments.append(Segment(face: face, start: start, end: end, script: script))
            return
        }
        segments[last].end = end
        if segments[last].script == RunSplitter.common { segments[last].script = script }
    }

    private mutating func faceOfBase(_ scalar: Unicode.Scalar) -> FontFace {
        let category = scalar.value < 0x80 ? nil : scalar.properties.generalCategory
        let isSpace = scalar == " " || category == .spaceSeparator
        if isSpace, let current = segments.last?.face, current.glyph(scalar) != nil {
            return current
        }
        for face in faces where face.glyph(scalar) != nil { return face }
        // HarfBuzz draws absent spaces as widths, an absent U+2011 as U+2010, and format
        // characters not at all.
        let current = segments.last?.face ?? faces[0]
        if isSpace || scalar.properties.isDefaultIgnorableCodePoint { return current }
        if scalar.value == 0x2011, current.glyph("\u{2010}") != nil { return current }
        noteMissing(scalar)
        return faces[0]
    }

    /// A mark stays with its base; if the face lacks the mark, both move to one that has both.
    private mutating func faceOfMark(_ mark: Unicode.Scalar, last: Segment) -> FontFace {
        if last.face.glyph(mark) != nil || mark.properties.isDefaultIgnorableCodePoint {
            return last.face
        }
        guard let base else { return last.face }
        if RunSplitter.composes(base.scalar, mark, in: last.face) { return last.face }
        let both = faces.first { $0.glyph(mark) != nil && $0.glyph(base.scalar) != nil }
        guard let both, base.start >= last.start else {
            noteMissing(mark)
            return last.face
        }
        segments[segments.count - 1].end = base.start
        if base.start == last.start { segments.removeLast() }
        segments.append(
            Segment(face: both, start: base.start, end: last.end, script: last.script))
        return both
    }

    private mutating func noteMissing(_ scalar: Unicode.Scalar) {
        // A text in a script no face has would otherwise be listed in quadratic time.
        guard missing.count < 100, !missing.contains(scalar) else { return }
        missing.append(scalar)
    }

    private static func composes(
        _ base: Unicode.Scalar, _ mark: Unicode.Scalar, in face: FontFace
    ) -> Bool {
        var composed: hb_codepoint_t = 0
        let functions = unsafe hb_unicode_funcs_get_default()
        guard
            unsafe hb_unicode_compose(functions, base.value, mark.value, &composed) != 0,
            let scalar = Unicode.Scalar(composed)
        else { return false }
        return face.glyph(scalar) != nil
    }

    /// Whether a character is drawn as part of the one before it.
    private static func attaches(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 { return false }
        if scalar.value == 0x200C || scalar.value == 0x200D { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func script(of scalar: Unicode.Scalar) -> UInt32 {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) ? latin : common
        }
        let functions = unsafe hb_unicode_funcs_get_default()
        let script = unsafe hb_unicode_script(functions, scalar.value).rawValue
        return script == inherited || script == unknown ? common : script
    }
}
