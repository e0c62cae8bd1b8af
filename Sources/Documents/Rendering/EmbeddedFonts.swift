internal import PDF
internal import Synchronization
internal import Typography

/// Faces as documents embed them. May be shared between threads.
///
/// A document that stays within the base tier of a face shares one ready font with all others that
/// do; any other document gets a font of its own. See `FontSubsetter` for why that keeps documents
/// the same whatever was written before.
final class EmbeddedFonts: Sendable {
    private let subsetter = FontSubsetter()
    private let tiers = Mutex<[FontFace: EmbeddedFont]>([:])
    private let compressor: Compressor

    init(compressor: Compressor) { self.compressor = compressor }

    /// The font for the runs of a face that a document shows.
    ///
    /// - Throws: `FontError` or `PDFError`.
    func font(_ face: FontFace, runs: [ShapedRun]) throws -> EmbeddedFont {
        guard runs.allSatisfy(\.isInTier) else {
            let program = try subsetter.exactProgram(face, runs: runs)
            return try EmbeddedFont(
                FontDescription(program), compression: .fast, compressor: compressor)
        }
        if let known = tiers.withLock({ $0[face] }) { return known }
        // Two threads may both come here; they make the same font, and one is kept.
        let program = try subsetter.tierProgram(face)
        let made = try EmbeddedFont(
            FontDescription(program), compression: .best, compressor: compressor)
        return tiers.withLock { tiers in
            let kept = tiers[face] ?? made
            tiers[face] = kept
            return kept
        }
    }
}

extension FontDescription {
    /// The bridges do not know each other: this is where a cut down face becomes part of a PDF.
    init(_ program: FontProgram) {
        self.init(
            postScriptName: program.postScriptName, isCFF: program.isCFF, program: program.bytes,
            glyphs: program.glyphs, widths: program.widths, texts: program.texts,
            ascent: program.ascent, descent: program.descent, capHeight: program.capHeight,
            boundingBox: program.boundingBox, italicAngle: program.italicAngle,
            stemV: program.stemV, flags: program.flags)
    }
}
