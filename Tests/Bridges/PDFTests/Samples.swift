import PDF
import Typography

/// Documents to test with.
enum Samples {
    static let metadata = PDFMetadata(
        title: "Rechnung <1> & „2“", author: "Muster & Söhne GmbH", language: "de-DE",
        creationDate: "2026-04-30T10:15:00+05:30")

    static let invoice = AttachedFile(
        name: "factur-x.xml", mimeType: "text/xml", relationship: .alternative,
        description: "Factur-X invoice", bytes: Array("<invoice/>".utf8),
        modificationDate: "2026-04-30")

    static let schema = XMPSchema(
        name: "Factur-X PDFA Extension Schema",
        namespaceURI: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", prefix: "fx",
        properties: [
            .init(
                name: "DocumentType", value: "INVOICE",
                description: "The type of the hybrid document"),
            .init(
                name: "DocumentFileName", value: "factur-x.xml",
                description: "The name of the embedded XML document"),
            .init(
                name: "Version", value: "1.0",
                description: "The actual version of the standard applying to the XML document"),
            .init(
                name: "ConformanceLevel", value: "EN 16931",
                description: "The conformance level of the XML document"),
        ])

    /// One line of each script, its text as it should be read back, and the style it is set in.
    static let lines: [(text: String, family: String, weight: FontWeight)] = [
        ("Größe AVATAR 1.234,56 € ₹ 84,675.00", "Noto Sans", .regular),
        ("Société Générale d’Équipement", "Noto Sans", .bold),
        ("Übertrag 12:30 × PO-123/45", "Inter", .semibold),
        ("Roboto Te 1,11,111.00 ½", "Roboto Condensed", .bold),
        ("कर चालान संख्या क्षत्रिय हिन्दी", "Noto Sans Devanagari", .regular),
        ("ತೆರಿಗೆ ಸರಕುಪಟ್ಟಿ ಕರ್ನಾಟಕ", "Noto Sans Kannada", .bold),
        ("Τιμολόγιο ΦΠΑ", "Inter", .regular),
    ]

    /// A page with every line, written from nothing: no cache is shared with other calls.
    static func document(
        lines: [(text: String, family: String, weight: FontWeight)] = lines, pages: Int = 1,
        metadata: PDFMetadata = metadata, attachments: [AttachedFile] = []
    ) throws -> [UInt8] {
        let library = try Fonts.library.get()
        let (shaper, subsetter, compressor) = (Shaper(), FontSubsetter(), Compressor())
        let texts = try lines.map { line in
            let style = library.style(family: line.family, weight: line.weight)
            guard let style else { throw FontError(message: "no such family", path: line.family) }
            return shaper.shape(line.text, style)
        }
        let runs = texts.flatMap(\.runs)
        let faces = Set(runs.map(\.face)).sorted { $0.index < $1.index }
        let fonts = try faces.map { face in
            try EmbeddedFont(
                FontDescription(try subsetter.program(face, runs: runs)), compression: .best,
                compressor: compressor)
        }
        var document = try PDFDocument(metadata: metadata, compressor: compressor)
        var content = PageContent()
        for _ in 0..<pages {
            content.reset()
            for (index, text) in texts.enumerated() {
                draw(text, at: 700 - Double(index) * 30, faces, in: &content)
            }
            try document.addPage(
                widthPoints: 595.28, heightPoints: 841.89, content: content, fonts: fonts)
        }
        for file in attachments { try document.attach(file) }
        return try document.finish()
    }

    private static func draw(
        _ text: ShapedText, at y: Double, _ faces: [FontFace], in content: inout PageContent
    ) {
        var x = 56.0
        for run in text.runs {
            content.setFont(faces.firstIndex(of: run.face) ?? 0, size: 12)
            content.text(
                glyphs: run.glyphIDs, adjustments: run.adjustments, rises: run.rises, x: x, y: y,
                actualText: run.needsActualText ? run.text : nil)
            x += run.widthPoints(size: 12)
        }
    }
}

enum Fonts {
    /// The repository's fonts, beside `Tests`.
    static let library = Result {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        let tests = parts.lastIndex(of: "Tests") ?? 0
        return try FontLibrary(folders: [(parts[..<tests] + ["fonts"]).joined(separator: "/")])
    }
}

extension FontDescription {
    init(_ program: FontProgram) {
        self.init(
            postScriptName: program.postScriptName, isCFF: program.isCFF, program: program.bytes,
            glyphs: program.glyphs, widths: program.widths, texts: program.texts,
            ascent: program.ascent, descent: program.descent, capHeight: program.capHeight,
            boundingBox: program.boundingBox, italicAngle: program.italicAngle,
            stemV: program.stemV, flags: program.flags)
    }
}
