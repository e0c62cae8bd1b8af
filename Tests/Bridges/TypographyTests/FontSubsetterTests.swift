import Testing
import Typography

@Suite("Font subsets")
struct FontSubsetterTests {
    @Test(
        "documents that need as much of a face share one program, others get one of their own",
        arguments: [
            ("Noto Sans", "Order 12 – “x” € ₹ 1,234.56", .basic),
            ("Noto Sans", "Größe 1.234,56 € déjà «œuvre»", .western),
            ("Noto Sans", "Žluťoučký Ñandú", .european), ("Noto Sans", "Größe Ω", nil),
            ("Inter", "Ihr Auftrag × 12", .basic), ("Inter", "Größe", .german),
            ("Roboto Condensed", "1,11,111.00 −", .basic), ("Noto Sans", "ﬁ", nil),
            ("Noto Sans Devanagari", "हिन्दी", nil),
        ] as [(String, String, GlyphTier?)])
    func tierOrExact(family: String, text: String, tier: GlyphTier?) throws {
        let style = try Fonts.style(family, tabular: true)
        let runs = Shaper().shape(text, style).runs
        let face = style.primaryFace
        let subsetter = FontSubsetter()
        let program = try subsetter.program(face, runs: runs)
        let used = Set(runs.flatMap(\.glyphIDs)).union([0])
        if let tier {
            #expect(try program.bytes == subsetter.tierProgram(face, tier).bytes)
            #expect(used.isSubset(of: program.glyphs) && program.glyphs.count > 100)
        } else {
            #expect(used == Set(program.glyphs))
        }
        #expect(program.glyphs.first == 0 && program.texts[0].isEmpty)
        #expect(zip(program.glyphs, program.glyphs.dropFirst()).allSatisfy { $0 < $1 })
        // What was made before does not matter.
        #expect(try FontSubsetter().program(face, runs: runs).bytes == program.bytes)
        #expect(try subsetter.program(face, runs: runs + runs).bytes == program.bytes)
    }

    @Test("a program holds outlines and widths and nothing to shape with")
    func tables() throws {
        let noto = try FontSubsetter().tierProgram(
            try Fonts.style("Noto Sans").primaryFace, .european)
        let count = Int(noto.bytes[4]) << 8 | Int(noto.bytes[5])
        let tags = (0..<count).map { index in
            String(decoding: noto.bytes[12 + index * 16..<16 + index * 16], as: UTF8.self)
        }
        #expect(Set(tags) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
        #expect(!noto.isCFF && noto.bytes.count < 45_000 && noto.capHeight == 714)
        let inter = try FontSubsetter().tierProgram(
            try Fonts.style("Inter").primaryFace, .basic)
        #expect(inter.isCFF && inter.bytes.starts(with: [1, 0]))
        let space = try #require(try Fonts.style("Inter").primaryFace.glyph(" "))
        let at = try #require(inter.glyphs.firstIndex(of: space))
        #expect(abs(inter.widths[at] - 281.25) < 1 && inter.texts[at] == [0x20])
    }

    @Test("glyphs are read back as the characters they were drawn for")
    func texts() throws {
        func texts(_ family: String, _ text: String) throws -> [String] {
            let style = try Fonts.style(family, tabular: true)
            let runs = Shaper().shape(text, style).runs
            let program = try FontSubsetter().program(style.primaryFace, runs: runs)
            return runs.flatMap(\.glyphIDs).map { glyph in
                let at = program.glyphs.firstIndex(of: glyph) ?? 0
                return String(
                    String.UnicodeScalarView(program.texts[at].compactMap(Unicode.Scalar.init)))
            }
        }
        #expect(try texts("Inter", "12:30 à").joined() == "12:30 à")
        #expect(try texts("Inter", "12\u{A0}Ω").joined() == "12 Ω")
        #expect(try texts("Noto Sans", "e\u{301}Ω") == ["e\u{301}", "Ω"])
        #expect(try texts("Noto Sans Devanagari", "क्ष") == ["क्ष"])
    }

    @Test("a character no face has is refused")
    func missing() throws {
        let style = try Fonts.style("Noto Sans")
        let runs = Shaper().shape("漢", style).runs
        #expect(throws: FontError.self) {
            try FontSubsetter().program(style.primaryFace, runs: runs)
        }
    }

    @Test("threads may share a subsetter and get the same bytes")
    func threads() async throws {
        let style = try Fonts.style("Noto Sans")
        let subsetter = FontSubsetter()
        let programs = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for task in 0..<8 {
                group.addTask {
                    let text = task % 2 == 0 ? "Rechnung" : "Τιμολόγιο Ω"
                    let runs = Shaper().shape(text, style).runs
                    return try subsetter.program(style.primaryFace, runs: runs).bytes
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(programs.count == 2)
    }
}
