import Testing

@testable import Typography

@Suite("Right to left")
struct BidiTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var direction: TextDirection
        /// The runs from left to right; those that read from right to left with `<` before them.
        var runs: [String]
        var testDescription: String { "\(text.debugDescription) \(direction)" }
    }

    private static let invoice = "فاتورة INV-12 بتاريخ 05/11/2026"

    @Test(
        "runs stand in the order of the eye",
        arguments: [
            Row(
                text: invoice, direction: .leftToRight,
                runs: ["<فاتورة", " ", "INV-12", " ", "05/11/2026", "< ", "<بتاريخ"]),
            Row(
                text: invoice, direction: .rightToLeft,
                runs: ["05/11/2026", "< ", "<بتاريخ", "< ", "INV-12", "< ", "<فاتورة"]),
            // Behind Arabic letters a hyphen divides two numbers.
            Row(text: "من 05-11", direction: .rightToLeft, runs: ["11", "<-", "05", "< ", "<من"]),
            // Signs at the end belong to the line's direction.
            Row(text: "Total 12.", direction: .rightToLeft, runs: ["<.", "Total 12"]),
            Row(text: "Total 12.", direction: .leftToRight, runs: ["Total 12."]),
            Row(text: "دبي ", direction: .leftToRight, runs: ["<دبي", " "]),
            Row(text: "دبي ", direction: .rightToLeft, runs: ["<دبي "]),
            // What is within an isolate keeps to itself.
            Row(
                text: "دبي \u{2066}+971 4\u{2069}", direction: .rightToLeft,
                runs: ["<\u{2069}", "+971 4", "<\u{2066}", "< ", "<دبي"]),
            Row(
                text: "कर دبي", direction: .leftToRight, runs: ["कर ", "<دبي"]),
            Row(
                text: "कर دبي", direction: .rightToLeft, runs: ["<دبي", "< ", "कर"]),
        ])
    func order(row: Row) throws {
        let shaped = Shaper().shape(
            row.text, try Fonts.style("Noto Sans"), direction: row.direction)
        #expect(marked(shaped) == merged(row.runs))
        #expect(shaped.missing.isEmpty)
    }

    /// Neighbours of one direction as one: where faces change is told elsewhere.
    private func marked(_ shaped: ShapedText) -> [String] {
        merged(shaped.runs.map { ($0.isRightToLeft ? "<" : "") + $0.text })
    }

    private func merged(_ runs: [String]) -> [String] {
        var result: [String] = []
        for run in runs {
            guard let last = result.last, (last.first == "<") == (run.first == "<") else {
                result.append(run)
                continue
            }
            let isRight = run.first == "<"
            result[result.count - 1] = isRight ? run + last.dropFirst() : last + run
        }
        return result
    }

    @Test("numbers among Arabic letters look like those among Latin ones")
    func numbers() throws {
        let shaper = Shaper()
        let style = try Fonts.style("Inter", tabular: true)
        let alone = shaper.shape("1,234.50", style).runs.map(\.glyphIDs)
        let among = shaper.shape("المبلغ 1,234.50 درهم", style, direction: .rightToLeft)
        #expect(among.runs.filter { !$0.isRightToLeft }.map(\.glyphIDs) == alone)
    }

    @Test("brackets open towards the words they are around")
    func mirrored() throws {
        let style = try Fonts.style("Noto Sans")
        let shaped = Shaper().shape("(دبي)", style, direction: .rightToLeft)
        let drawn = shaped.runs.flatMap(\.glyphIDs)
        #expect(drawn.first == style.primaryFace.glyph("("))
        #expect(drawn.last == style.primaryFace.glyph(")"))
        #expect(shaped.runs.map(\.needsActualText) == [true, false, true])
        // By themselves the glyphs are what they look like.
        let program = try FontSubsetter().exactProgram(style.primaryFace, runs: shaped.runs)
        #expect(Set(program.texts) == [[], [0x28], [0x29]])
    }

    @Test("letters are read back as letters, not as the shapes they take")
    func letters() throws {
        let style = try Fonts.style("Noto Sans Arabic")
        for text in ["فاتورة ضريبية", "المستحق الإجمالي", "لله", "مُحَمَّد"] {
            let runs = Shaper().shape(text, style, direction: .rightToLeft).runs
            #expect(runs.allSatisfy { $0.isRightToLeft && !$0.needsActualText })
            let program = try FontSubsetter().exactProgram(style.primaryFace, runs: runs)
            let texts = Dictionary(uniqueKeysWithValues: zip(program.glyphs, program.texts))
            let read = runs.flatMap(\.glyphIDs).reversed().flatMap { texts[$0] ?? [] }
            #expect(read == text.unicodeScalars.map(\.value))
        }
    }

    @Test("a text's first letter tells its direction")
    func firstLetter() {
        for text in ["", "12", "Dubai دبي", "12 – €", "कर", "\u{200E}دبي", "😀"] {
            #expect(TextDirection(firstLetterOf: text) == .leftToRight)
        }
        for text in ["دبي", "12 دبي Dubai", "(ש)", "\u{200F}Dubai"] {
            #expect(TextDirection(firstLetterOf: text) == .rightToLeft)
        }
    }

    @Test("the cache tells directions apart")
    func cache() throws {
        let shaper = Shaper()
        let style = try Fonts.style("Noto Sans")
        for _ in 0..<2 {
            for direction in [TextDirection.leftToRight, .rightToLeft] {
                let runs = shaper.shape("Total 12.", style, direction: direction).runs
                #expect((runs[0].text == ".") == (direction == .rightToLeft))
            }
        }
        #expect(shaper.cachedTexts == 2)
    }

    @Test("marks of direction draw nothing, however many there are")
    func hostile() throws {
        let marks = "\u{200E}\u{200F}\u{061C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}"
        let isolates = "\u{2066}\u{2067}\u{2068}\u{2069}"
        let deep = String(repeating: "\u{202B}", count: 10_000)
        let wide = (0..<10_000).map { $0 % 2 == 0 ? "\u{2067}a" : "\u{2066}د" }.joined()
        let texts = [
            marks, isolates, "\u{2069}", "\u{202C}\u{2069}دبي", deep + "دبي", deep, wide,
            String(repeating: "(", count: 5_000) + "د" + String(repeating: ")", count: 5_000),
            "\u{202E}\u{301}", "د\u{64E}\u{202E}1\u{202C}",
        ]
        let style = try Fonts.style("Noto Sans")
        for text in texts {
            for direction in [TextDirection.leftToRight, .rightToLeft] {
                let shaped = Shaper().shape(text, style, direction: direction)
                #expect(shaped.missing.isEmpty)
                let runs = shaped.runs.sorted { $0.offset < $1.offset }
                #expect(runs.map(\.text).joined().utf8.elementsEqual(text.utf8))
                #expect(shaped.isReordered == !zip(runs, shaped.runs).allSatisfy { $0 === $1 })
                let width = shaped.runs.reduce(0) { $0 + $1.widthPoints(size: 1) }
                #expect(shaped.widthPerSize == width)
                let again = Shaper().shape(text, style, direction: direction)
                #expect(again.runs.map(\.glyphs) == shaped.runs.map(\.glyphs))
            }
        }
        for text in [marks, isolates, deep] {
            #expect(Shaper().shape(text, style).widthPerSize == 0)
        }
    }
}
