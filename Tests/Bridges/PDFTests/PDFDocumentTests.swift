import PDF
import Testing

@Suite("PDF documents")
struct PDFDocumentTests {
    @Test("every object is where the cross-reference table says, and the file is whole")
    func crossReferences() throws {
        let bytes = try Samples.document(pages: 3, attachments: [Samples.invoice])
        let text = String(decoding: bytes, as: Unicode.ASCII.self)
        #expect(bytes.starts(with: Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]))
        #expect(text.hasSuffix("%%EOF\n"))
        let start = try #require(
            text.split(whereSeparator: \.isNewline).dropLast().last.flatMap { Int($0) })
        let table = bytes[start...]
        #expect(table.starts(with: Array("xref\n0 ".utf8)))
        let lines = String(decoding: table, as: Unicode.ASCII.self).split(
            whereSeparator: \.isNewline)
        let count = try #require(Int(lines[1].split(separator: " ")[1]))
        #expect(count > 30)
        for (number, line) in lines[2..<2 + count].enumerated().dropFirst() {
            let offset = try #require(Int(line.prefix(10)))
            #expect(bytes[offset...].starts(with: Array("\(number) 0 obj".utf8)))
        }
    }

    @Test("the same input gives the same bytes, on any thread, and other input others")
    func deterministic() async throws {
        let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<6 {
                group.addTask { try Samples.document(attachments: [Samples.invoice]) }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(files.count == 1)
        var other = Samples.metadata
        other.title = "Rechnung 2"
        let changed = try Samples.document(metadata: other, attachments: [Samples.invoice])
        #expect(identifier(of: changed) != identifier(of: Array(files)[0]))
        #expect(identifier(of: changed)?.count == 32)
    }

    private func identifier(of file: [UInt8]) -> Substring? {
        String(decoding: file, as: Unicode.ASCII.self).firstMatch(of: /\/ID \[ <(\w+)> <\w+>/)?.1
    }

    @Test("metadata says what the document is, in XMP and in the information dictionary")
    func metadata() throws {
        var metadata = Samples.metadata
        metadata.subject = "a\u{1}b"
        metadata.schemas = [Samples.schema]
        metadata.documentID = Array(0..<16)
        let file = String(decoding: try Samples.document(metadata: metadata), as: UTF8.self)
        let parts = [
            "<rdf:li xml:lang=\"x-default\">Rechnung &lt;1&gt; &amp; „2“</rdf:li>",
            "<rdf:li>Muster &amp; Söhne GmbH</rdf:li>", "a\u{FFFD}b",
            "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
            "<xmp:CreateDate>2026-04-30T10:15:00+05:30</xmp:CreateDate>",
            "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
            "/CreationDate (D:20260430101500+05'30')", "/Lang (de-DE)", "/DisplayDocTitle true",
            "/Title <FEFF0052006500630068006E0075006E00670020003C0031003E002000260020201E0032201C>",
            "/ID [ <000102030405060708090A0B0C0D0E0F> <000102030405060708090A0B0C0D0E0F>",
        ]
        let absent = parts.filter { !file.contains($0) }
        #expect(absent.isEmpty)
    }

    @Test("attached files keep their names in any script, sorted as readers search them")
    func attachments() throws {
        var others = [Samples.invoice, Samples.invoice, Samples.invoice]
        others[0].name = "größe (1).json"
        others[1].name = "a (b) \u{5C}".replacing("\u{5C}", with: "c")
        let file = String(
            decoding: try Samples.document(attachments: others), as: Unicode.ASCII.self)
        #expect(file.contains("/F (a \\(b\\) c)\n/UF (a \\(b\\) c)\n/AFRelationship /Alternative"))
        #expect(file.contains("/F (gr__e \\(1\\).json)\n/UF <FEFF0067007200F600DF0065"))
        #expect(file.contains("/Subtype /text#2Fxml"))
        let names = try #require(file.firstMatch(of: /\/Names \[(.*)\]>>/)?.1)
        let keys = names.split(separator: ">").compactMap { $0.firstMatch(of: /<([0-9A-F]+)/)?.1 }
        #expect(keys.count == 3 && keys == keys.sorted())
    }

    @Test(
        "what a PDF cannot hold is refused, saying what it is",
        arguments: [
            (.metadata { $0.creationDate = "30.04.2026" }, "30.04.2026"),
            (.metadata { $0.creationDate = "2026-13-01" }, "2026-13-01"),
            (.metadata { $0.creationDate = "2026-04-30T10:15:00" }, "not a date"),
            (.metadata { $0.creationDate = "2026-04-30T10:15:00Zx" }, "not a date"),
            (.metadata { $0.language = "de)" }, "de)"),
            (.metadata { $0.language = "" }, "language"),
            (.metadata { $0.documentID = [1] }, "16 bytes"),
            (.metadata { $0.title = String(repeating: "x", count: 9_000) }, "8,000"),
            (.attachment { $0.name = "" }, "name"), (.attachment { $0.name = "../x" }, "../x"),
            (.attachment { $0.name = "a\nb" }, "name"),
            (.attachment { $0.modificationDate = "yesterday" }, "yesterday"),
            (.twice, "two attachments"), (.noPage, "page"), (.pageSize(2), "3 to 14,400"),
            (.pageSize(.nan), "3 to 14,400"),
        ] as [(Fault, String)])
    func refused(fault: Fault, complaint: String) {
        do {
            var metadata = Samples.metadata
            var files = [Samples.invoice]
            var width = 595.28
            switch fault {
            case .metadata(let change): change(&metadata)
            case .attachment(let change): change(&files[0])
            case .twice: files += files
            case .pageSize(let points): width = points
            case .noPage: break
            }
            var document = try PDFDocument(metadata: metadata, compressor: Compressor())
            if case .noPage = fault {
            } else {
                try document.addPage(
                    widthPoints: width, heightPoints: 841.89, content: PageContent(), fonts: [])
            }
            for file in files { try document.attach(file) }
            _ = try document.finish()
            Issue.record("nothing was refused")
        } catch {
            #expect(error.description.contains(complaint))
        }
    }

    enum Fault: Sendable {
        case metadata(@Sendable (inout PDFMetadata) -> Void)
        case attachment(@Sendable (inout AttachedFile) -> Void)
        case twice
        case noPage
        case pageSize(Double)
    }

    @Test("a font whose description does not hold together is refused")
    func unsoundFont() throws {
        let sound = FontDescription(
            postScriptName: "Test", isCFF: false, program: [1, 2, 3], glyphs: [0, 5],
            widths: [500, 600.25], texts: [[], [0x1F600]], ascent: 900, descent: -200,
            capHeight: 700, boundingBox: [0, -200, 1_000, 900], stemV: 80)
        let changes: [(inout FontDescription) -> Void] = [
            { $0.widths = [500] }, { $0.texts = [] }, { $0.glyphs = [5, 5] },
            { $0.glyphs = [] }, { $0.program = [] }, { $0.boundingBox = [] },
            { $0.widths = [.nan, 0] },
        ]
        let compressor = Compressor()
        for change in changes {
            var font = sound
            change(&font)
            #expect(throws: PDFError.self) {
                try EmbeddedFont(font, compression: .fast, compressor: compressor)
            }
        }
        let name = try EmbeddedFont(sound, compression: .fast, compressor: compressor).baseName
        #expect(name.wholeMatch(of: /[A-Z]{6}\+Test/) != nil)
    }
}
