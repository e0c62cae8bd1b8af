internal import PDF
internal import Synchronization
internal import Typography

/// Faces as documents embed them. May be shared between threads.
///
/// A document that stays within a tier of a face shares one ready font with all others that do;
/// any other document gets a font of its own. See `FontSubsetter` for why that keeps documents
/// the same whatever was written before.
final class EmbeddedFonts: Sendable {
    private let subsetter = FontSubsetter()
    private let tiers = Mutex<[TierKey: DocumentFont]>([:])
    private let compressor: Compressor

    init(compressor: Compressor) { self.compressor = compressor }

    private struct TierKey: Hashable {
        let face: FontFace
        let tier: GlyphTier
    }

    /// A font with just the glyphs of some runs of a face.
    ///
    /// - Throws: `FontError` or `PDFError`.
    func font(_ face: FontFace, runs: [ShapedRun]) throws -> DocumentFont {
        let program = try subsetter.exactProgram(face, runs: runs)
        return try DocumentFont(program, compression: .fast, compressor)
    }

    /// The font documents within a tier of a face share.
    ///
    /// - Throws: `FontError` or `PDFError`.
    func font(_ face: FontFace, _ tier: GlyphTier) throws -> DocumentFont {
        let key = TierKey(face: face, tier: tier)
        if let known = tiers.withLock({ $0[key] }) { return known }
        // Two threads may both come here; they make the same font, and one is kept.
        let program = try subsetter.tierProgram(face, tier)
        let made = try DocumentFont(program, compression: .best, compressor)
        return tiers.withLock { tiers in
            let kept = tiers[key] ?? made
            tiers[key] = kept
            return kept
        }
    }
}

/// A font as a document embeds it, with the numbers its glyphs have there.
struct DocumentFont: Sendable {
    let font: EmbeddedFont
    /// By glyph id of the face; empty where the ids stay as they are.
    let codes: [UInt16]

    init(
        _ program: FontProgram, compression: EmbeddedFont.Compression, _ compressor: Compressor
    ) throws(PDFError) {
        font = try EmbeddedFont(
            FontDescription(program), compression: compression, compressor: compressor)
        guard program.codes != program.glyphs, let last = program.glyphs.last else {
            codes = []
            return
        }
        var codes = [UInt16](repeating: 0, count: Int(last) + 1)
        for (glyph, code) in zip(program.glyphs, program.codes) { codes[Int(glyph)] = code }
        self.codes = codes
    }
}

extension FontDescription {
    /// The bridges do not know each other: this is where a cut down face becomes part of a PDF.
    init(_ program: FontProgram) {
        self.init(
            postScriptName: program.postScriptName, isCFF: program.isCFF, program: program.bytes,
            glyphs: program.codes, widths: program.widths, texts: program.texts,
            ascent: program.ascent, descent: program.descent, capHeight: program.capHeight,
            boundingBox: program.boundingBox, italicAngle: program.italicAngle,
            stemV: program.stemV, flags: program.flags)
    }
}
