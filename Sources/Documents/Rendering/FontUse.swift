internal import Layout
internal import PDF
internal import Typography

/// Which faces a document is set in, and which of their tiers hold all it shows of them.
struct FontUse {
    private let document: LaidOutDocument
    /// In order of first use.
    private var faces: [(face: FontFace, tier: GlyphTier?)] = []
    /// Whether every glyph stands for one character, in reading order.
    private(set) var isPlain = true

    init(_ document: LaidOutDocument) {
        self.document = document
        // Lines are mostly of the same few faces: the last place found is tried first.
        var last = 0
        for page in document.pages {
            for case .text(let item) in page.items {
                let run = item.run
                if last >= faces.count || faces[last].face !== run.face {
                    last = faces.firstIndex { $0.face === run.face } ?? faces.count
                    if last == faces.count { faces.append((run.face, .basic)) }
                }
                if run.tier != faces[last].tier { raise(last, to: run.tier) }
                if run.needsActualText || run.isRightToLeft { isPlain = false }
            }
        }
    }

    /// The fonts to embed.
    ///
    /// - Throws: `RenderingError` if a character has no glyph; `FontError`; `PDFError`.
    func embedded(by fonts: EmbeddedFonts) throws -> [FontFace: DocumentFont] {
        var embedded: [FontFace: DocumentFont] = [:]
        for (face, tier) in faces {
            if let tier {
                embedded[face] = try fonts.font(face, tier)
            } else {
                let runs = runs(of: face)
                try FontUse.checkGlyphs(runs)
                embedded[face] = try fonts.font(face, runs: runs)
            }
        }
        return embedded
    }

    private mutating func raise(_ index: Int, to tier: GlyphTier?) {
        guard let known = faces[index].tier else { return }
        faces[index].tier = tier.map { max($0, known) }
    }

    private func runs(of face: FontFace) -> [ShapedRun] {
        document.pages.flatMap { page in
            page.items.compactMap { item in
                if case .text(let text) = item, text.run.face === face { text.run } else { nil }
            }
        }
    }

    /// PDF/A forbids showing glyph 0 (ISO 19005-3, 6.2.11.8), which stands for what is missing.
    private static func checkGlyphs(_ runs: [ShapedRun]) throws(RenderingError) {
        for run in runs where run.glyphIDs.contains(0) {
            guard let glyph = run.glyphs.first(where: { $0.id == 0 }) else { continue }
            let utf8 = run.text.utf8
            let start = utf8.index(
                utf8.startIndex, offsetBy: Int(glyph.cluster), limitedBy: utf8.endIndex)
            guard let start, let scalar = run.text.unicodeScalars[start...].first else { continue }
            let code = String(scalar.value, radix: 16, uppercase: true)
            throw RenderingError(
                message: "no font has the character U+\(code) of \(run.text.debugDescription)")
        }
    }
}
