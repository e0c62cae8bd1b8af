internal import CHarfBuzz

/// Turns text into glyphs, remembering what it has shaped.
///
/// Not for sharing between tasks: give each task its own. The cache holds at most 8,192 texts.
@safe
public final class Shaper {
    private let buffer: OpaquePointer?
    private var cache = RunCache()
    /// By style; nil for one whose numbers are shaped as any text.
    private var figures: [FontStyle: FigureTable?] = [:]
    private let composesNumbers: Bool

    public convenience init() { self.init(composesNumbers: true) }

    /// - Parameter composesNumbers: false to let HarfBuzz shape every number, for tests.
    init(composesNumbers: Bool) {
        self.composesNumbers = composesNumbers
        unsafe buffer = hb_buffer_create()
    }

    deinit { unsafe hb_buffer_destroy(buffer) }

    /// The glyphs of one line of text.
    ///
    /// Letters of several directions are put in the order they stand in (UAX 9).
    ///
    /// Control characters have no glyph and come back as missing: break lines and expand tabs
    /// before. Format characters such as the soft hyphen are not drawn.
    ///
    /// - Parameter direction: of the line as a whole: where signs between words of two directions,
    ///   and at the ends of the line, belong.
    public func shape(
        _ text: String, _ style: FontStyle, direction: TextDirection = .leftToRight
    ) -> ShapedText {
        var contiguous = text
        return contiguous.withUTF8 { bytes in
            let hash = unsafe RunCache.hash(bytes, style, direction)
            if let known = unsafe cache.value(bytes, style, direction, hash: hash) { return known }
            let shaped = unsafe shape(text, bytes, style, direction)
            unsafe cache.insert(bytes, style, direction, hash: hash, shaped)
            return shaped
        }
    }

    /// How many texts are remembered, for tests.
    var cachedTexts: Int { cache.count }

    private func shape(
        _ text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ style: FontStyle,
        _ direction: TextDirection
    ) -> ShapedText {
        if direction == .leftToRight, let glyphs = unsafe number(bytes, style) {
            let run = ShapedRun(
                face: style.primaryFace, text: text, offset: 0, glyphs: glyphs,
                isRightToLeft: false)
            return ShapedText(runs: [run], missing: [])
        }
        if direction == .leftToRight,
            let segment = unsafe RunSplitter.simpleSegment(bytes, face: style.primaryFace)
        {
            let run = unsafe shape(segment, of: bytes, text, style)
            return ShapedText(runs: [run], missing: [])
        }
        var text = Shaper.replacingMinus(text, for: style.primaryFace) ?? text
        var splitter = RunSplitter(text, faces: style.faces)
        let levels = BidiLevels(text, direction: direction)
        if let levels { splitter.split(text, at: levels) }
        var runs = text.withUTF8 { bytes in
            splitter.segments.map { segment in
                let text = unsafe String(
                    decoding: bytes[segment.start..<segment.end], as: UTF8.self)
                return unsafe shape(segment, of: bytes, text, style)
            }
        }
        if levels != nil {
            runs = BidiLevels.visualOrder(of: splitter.segments.map(\.level)).map { runs[$0] }
        }
        return ShapedText(runs: runs, missing: splitter.missing)
    }

    /// The glyphs of a number, where the style's figures tell them.
    private func number(
        _ bytes: UnsafeBufferPointer<UInt8>, _ style: FontStyle
    ) -> [Glyph]? {
        guard composesNumbers, let first = unsafe bytes.first, (0x30...0x39).contains(first) else {
            return nil
        }
        func glyphs(_ signs: [UInt8]) -> [Glyph] {
            let segment = RunSplitter.Segment(
                face: style.primaryFace, start: 0, end: signs.count, script: RunSplitter.common)
            return unsafe signs.withUnsafeBufferPointer { bytes in
                unsafe shape(
                    segment, of: bytes, String(decoding: bytes, as: UTF8.self), style
                ).glyphs
            }
        }
        if let known = figures[style] { return unsafe known?.glyphs(bytes, glyphs) }
        let table = FigureTable(style, glyphs)
        figures[style] = .some(table)
        return unsafe table?.glyphs(bytes, glyphs)
    }

    /// A face without a minus sign draws an en dash, which sits better among its figures than the
    /// minus of another face. Both take three bytes of UTF-8, so clusters stay as they are.
    private static func replacingMinus(_ text: String, for face: FontFace) -> String? {
        let minus: Unicode.Scalar = "\u{2212}"
        let dash: Unicode.Scalar = "\u{2013}"
        guard text.unicodeScalars.contains(minus), face.glyph(minus) == nil,
            face.glyph(dash) != nil
        else { return nil }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == minus ? dash : $0 }))
    }

    /// Shapes a segment of `bytes`, which is `text` by itself.
    private func shape(
        _ segment: RunSplitter.Segment, of bytes: UnsafeBufferPointer<UInt8>, _ text: String,
        _ style: FontStyle
    ) -> ShapedRun {
        // Digits and signs alone count as Latin: a font's features for the default script may
        // differ, and amounts are to look the same with and without a currency code.
        let isNeutral = segment.script == RunSplitter.common
        let script = hb_script_t(
            rawValue: isNeutral ? openTypeTag("Latn") : segment.script)
        let count = segment.end - segment.start
        unsafe hb_buffer_clear_contents(buffer)
        unsafe hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            // The whole text goes along as context; clusters then count from its start.
            unsafe hb_buffer_add_utf8(
                buffer, characters.baseAddress, Int32(clamping: characters.count),
                UInt32(clamping: segment.start), Int32(clamping: count))
        }
        unsafe hb_buffer_set_script(buffer, script)
        let isRightToLeft = segment.level & 1 == 1
        unsafe hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        // Set, because the default comes from the locale of the process.
        unsafe hb_buffer_set_language(buffer, Shaper.language)
        let features = Shaper.features(style, script: script.rawValue)
        unsafe hb_shape(segment.face.font, buffer, features, UInt32(features.count))
        return ShapedRun(
            face: segment.face, text: text, offset: segment.start,
            glyphs: glyphs(from: segment.start), isRightToLeft: isRightToLeft)
    }

    private func glyphs(from start: Int) -> [Glyph] {
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
            let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        return (0..<Int(count)).map { index in
            let info = unsafe infos[index]
            let position = unsafe positions[index]
            return Glyph(
                id: UInt16(truncatingIfNeeded: info.codepoint), advance: position.x_advance,
                xOffset: position.x_offset, yOffset: position.y_offset,
                cluster: Int32(truncatingIfNeeded: Int(info.cluster) - start))
        }
    }

    // A language object lives as long as the process and is never changed.
    nonisolated(unsafe) private static let language = unsafe hb_language_from_string("und", -1)

    private static func features(_ style: FontStyle, script: UInt32) -> [hb_feature_t] {
        let isPlain = plainScripts.contains(script)
        return featureSets[
            (style.kerning ? 1 : 0) | (style.tabularFigures ? 2 : 0) | (isPlain ? 4 : 0)]
    }

    /// By kerning, figures of equal width and plain script; never changed.
    private static let featureSets = (0..<8).map { set in
        func feature(_ name: StaticString, _ on: Bool) -> hb_feature_t {
            hb_feature_t(tag: openTypeTag(name), value: on ? 1 : 0, start: 0, end: UInt32.max)
        }
        var features = [feature("kern", set & 1 != 0)]
        if set & 2 != 0 { features.append(feature("tnum", true)) }
        if set & 4 != 0 {
            // Ligatures and contextual forms change what a number looks like ("10x20", "12:30")
            // and would leave the shared subset; scripts that need them to be legible keep them.
            for name: StaticString in ["liga", "clig", "calt"] {
                features.append(feature(name, false))
            }
        }
        return features
    }

    private static let plainScripts = [
        openTypeTag("Latn"), openTypeTag("Grek"), openTypeTag("Cyrl"),
    ]
}

extension Shaper {
    /// The glyph a character has among figures of equal width; nil if it is not a single one.
    static func tabularAlternate(of scalar: Unicode.Scalar, in face: FontFace) -> UInt16? {
        guard let buffer = unsafe hb_buffer_create() else { return nil }
        defer { unsafe hb_buffer_destroy(buffer) }
        unsafe hb_buffer_add(buffer, scalar.value, 0)
        unsafe hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE)
        unsafe hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
        unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        unsafe hb_buffer_set_language(buffer, language)
        let style = FontStyle(
            chain: FontChain(faces: [face], index: 0), tabularFigures: true, kerning: true)
        let features = features(style, script: openTypeTag("Latn"))
        unsafe hb_shape(face.font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count), count == 1 else {
            return nil
        }
        return UInt16(truncatingIfNeeded: unsafe infos[0].codepoint)
    }
}
