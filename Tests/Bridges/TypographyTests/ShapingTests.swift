import TestSupport
import Testing

@testable import Typography

@Suite("Shaping")
struct ShapingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var family = "Noto Sans"
        /// Face and text of each run.
        var runs: [String]
        var missing = ""
        var testDescription: String { text.debugDescription + " in " + family }
    }

    @Test(
        "text is split into runs by the faces that can draw it",
        arguments: [
            Row(text: "", runs: []),
            Row(
                text: "Größe AVATAR 1.234,56 €", runs: ["NotoSans-Regular|Größe AVATAR 1.234,56 €"]),
            Row(text: "₹ 84,675.00", runs: ["NotoSans-Regular|₹ 84,675.00"]),
            Row(
                text: "Tax कर चालान ₹",
                runs: [
                    "NotoSans-Regular|Tax ", "NotoSansDevanagari-Regular|कर चालान ",
                    "NotoSans-Regular|₹",
                ]),
            Row(
                text: "ಕರ್ನಾಟಕ", family: "Inter",
                runs: ["NotoSansKannada-Regular|ಕರ್ನಾಟಕ"]),
            // Scripts are shaped apart even where one face has both.
            Row(
                text: "ΦΠΑ 24 % счёт",
                runs: ["NotoSans-Regular|ΦΠΑ 24 % ", "NotoSans-Regular|счёт"]),
            // A combining mark stays with its letter, a joiner with its syllable.
            Row(text: "e\u{301}t", runs: ["NotoSans-Regular|e\u{301}t"]),
            Row(text: "क्\u{200D}ष", runs: ["NotoSansDevanagari-Regular|क्\u{200D}ष"]),
            Row(text: "a\u{301}", family: "Noto Sans Kannada", runs: ["Inter-Regular|a\u{301}"]),
            // Characters that are not drawn are never missing.
            Row(text: "so\u{AD}ft\u{200B}", runs: ["NotoSans-Regular|so\u{AD}ft\u{200B}"]),
            Row(text: "a\u{A0}b\u{202F}c", runs: ["NotoSans-Regular|a\u{A0}b\u{202F}c"]),
            // Noto Sans has no minus; its en dash stands in, as Inter's would not match.
            Row(text: "−5", runs: ["NotoSans-Regular|–5"]),
            Row(text: "−5", family: "Inter", runs: ["Inter-Regular|−5"]),
            Row(text: "漢字漢", runs: ["NotoSans-Regular|漢字漢"], missing: "漢字"),
            Row(text: "a\u{7}\n", runs: ["NotoSans-Regular|a\u{7}\n"], missing: "\u{7}\n"),
            Row(text: "\u{301}", runs: ["NotoSans-Regular|\u{301}"]),
        ])
    func runs(row: Row) throws {
        let shaped = Shaper().shape(row.text, try Fonts.style(row.family))
        #expect(shaped.runs.map { $0.face.name + "|" + $0.text } == row.runs)
        #expect(shaped.missing == Array(row.missing.unicodeScalars))
        #expect(shaped.missing.isEmpty == shaped.runs.allSatisfy { !$0.glyphIDs.contains(0) })
    }

    @Test(
        "figures of equal width line up, others need not",
        arguments: [("Inter", 1), ("Roboto Condensed", 0), ("Noto Sans", 0)])
    func tabular(family: String, differing: Int) throws {
        let shaper = Shaper()
        let style = try Fonts.style(family)
        func widths(_ style: FontStyle) -> Set<Double> {
            Set(
                (0...9).map {
                    shaper.shape(String(repeating: String($0), count: 4), style).widthPerSize
                })
        }
        #expect(widths(style.tabularFigures(true)).count == 1)
        #expect((widths(style).count > 1) == (differing == 1))
        let amount = shaper.shape("1,234.50 €", style.tabularFigures(true))
        #expect(amount.runs.map(\.tier) == [.basic])
    }

    @Test("kerning draws pairs together and can be switched off")
    func kerning() throws {
        for family in ["Noto Sans", "Inter", "Roboto Condensed"] {
            let kerned = Shaper().shape("AVATAR Te", try Fonts.style(family))
            let plain = Shaper().shape("AVATAR Te", try Fonts.style(family, kerning: false))
            #expect(kerned.widthPoints(size: 10) < plain.widthPoints(size: 10))
            #expect(kerned.runs[0].adjustments.count == 9 && plain.runs[0].adjustments.isEmpty)
        }
    }

    @Test("what looks different only in context keeps its plain shape in Latin text")
    func noContextualForms() throws {
        let shaper = Shaper()
        let style = try Fonts.style("Inter")
        for text in ["10x20", "12:30", "PO-(12)", "-->", "fi"] {
            let together = shaper.shape(text, style).runs.flatMap(\.glyphIDs)
            let apart = text.flatMap { shaper.shape(String($0), style).runs.flatMap(\.glyphIDs) }
            #expect(together == apart)
        }
    }

    @Test("runs that cannot be read glyph by glyph ask for their text to go along")
    func actualText() throws {
        let style = try Fonts.style("Noto Sans")
        let shaper = Shaper()
        #expect(shaper.shape("Größe 12", style).runs.map(\.needsActualText) == [false])
        #expect(shaper.shape("क्षत्रिय", style).runs.map(\.needsActualText) == [true])
        #expect(shaper.shape("हिन्दी", style).runs[0].glyphs.count < 6)
    }

    /// Pieces of text in many scripts, glued at random: whatever comes in, every byte of it is in
    /// exactly one run, pen positions add up, and the cache changes nothing.
    @Test("any text is shaped whole, the same with and without the cache")
    func property() throws {
        let pieces = [
            "A", "V", "é", "e\u{301}", " ", "\u{A0}", "₹", "€", "−", "–", "क", "क्ष", "ि", "़", "ಕ್ಷ",
            "ೊ", "Ω", "я", "漢", "ل", "ا", "ש", "\u{200D}", "\u{200B}", "\u{AD}", "\u{7}", "😀", "𝄞",
            "1", ".", "(", "\u{301}", "\u{FE0F}", "\u{202E}", "fi", "\u{10FFFF}",
        ]
        var random = SplitMix64(seed: 42)
        let styles = try ["Noto Sans", "Inter", "Noto Sans Devanagari"].map {
            try Fonts.style($0, tabular: $0 == "Inter")
        }
        let shaper = Shaper()
        for _ in 0..<rounds {
            let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let style = try #require(styles.randomElement(using: &random))
            let first = shaper.shape(text, style)
            #expect(first.runs.map(\.text.utf8.count).reduce(0, +) == text.utf8.count)
            let again = shaper.shape(text, style)
            let fresh = Shaper().shape(text, style)
            for (run, other) in zip(first.runs, fresh.runs) {
                #expect(run.glyphs == other.glyphs && run.text.utf8.elementsEqual(other.text.utf8))
                #expect(
                    run.glyphs.allSatisfy { (0..<run.text.utf8.count).contains(Int($0.cluster)) })
                check(run)
            }
            #expect(
                again.runs.count == first.runs.count
                    && zip(again.runs, first.runs).allSatisfy { $0 === $1 })
        }
    }

    /// Unkerned advances and adjustments lead to the same place as the advances, to within the
    /// rounding of one glyph.
    private func check(_ run: ShapedRun) {
        let unit = 1000 / Double(run.face.unitsPerEm)
        var (drawn, ideal) = (0.0, 0.0)
        for (index, glyph) in run.glyphs.enumerated() {
            drawn -= run.adjustments.isEmpty ? 0 : Double(run.adjustments[index])
            #expect(abs(drawn - ideal - Double(glyph.xOffset) * unit) <= 0.51)
            drawn += Double(run.face.advance(glyph.id)) * unit
            ideal += Double(glyph.advance) * unit
        }
    }

    @Test("the cache forgets rather than grow without limit, and tells equivalent texts apart")
    func cacheLimits() throws {
        let style = try Fonts.style("Noto Sans")
        let shaper = Shaper()
        let label = shaper.shape("Total", style).runs[0]
        for number in 0..<20_000 {
            _ = shaper.shape(String(number), style)
            // What is asked for again and again stays.
            if number % 1_000 == 0 { #expect(shaper.shape("Total", style).runs[0] === label) }
        }
        let before = shaper.cachedTexts
        #expect(before <= RunCache.maximumEntries)
        #expect(shaper.shape("é", style).runs[0].text.utf8.count == 2)
        #expect(shaper.shape("e\u{301}", style).runs[0].text.utf8.count == 3)
        let long = String(repeating: "Hostile text. ", count: 20_000)
        #expect(shaper.shape(long, style).runs[0].glyphs.count == long.utf8.count)
        #expect(shaper.cachedTexts == before + 2)
    }

    /// Texts in plain Latin letters take a short way, which must come to what the long one does.
    @Test("plain Latin text is split as any other", arguments: ["Noto Sans", "Inter"])
    func simpleSegments(family: String) throws {
        let faces = try Fonts.style(family).faces
        let alphabet = (0x20..<0x180).compactMap(Unicode.Scalar.init).map(String.init)
        var random = SplitMix64(seed: 7)
        var texts = alphabet + alphabet.flatMap { ["1\($0)2", "a \($0)", "\($0) "] }
        for _ in 0..<rounds {
            let letters = (0..<9).map { _ in alphabet.randomElement(using: &random) ?? "" }
            texts.append(letters.joined())
        }
        var short = 0
        for var text in texts {
            let simple = text.withUTF8 { unsafe RunSplitter.simpleSegment($0, face: faces[0]) }
            guard let simple else { continue }
            short += 1
            let long = RunSplitter(text, faces: faces)
            #expect(long.missing.isEmpty && long.segments.count == 1)
            let other = try #require(long.segments.first)
            #expect(other.face === simple.face && other.script == simple.script)
            #expect(other.start == simple.start && other.end == simple.end)
        }
        #expect(short > texts.count / 4)
        for text in ["", "क", "e\u{301}", "€", "\u{7}"] {
            var text = text
            #expect(text.withUTF8 { unsafe RunSplitter.simpleSegment($0, face: faces[0]) } == nil)
        }
    }
}
