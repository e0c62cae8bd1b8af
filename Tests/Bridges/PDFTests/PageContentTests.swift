import Testing

@testable import PDF

@Suite("Page content")
struct PageContentTests {
    @Test(
        "numbers are short, exact to a hundredth and free of locale",
        arguments: [
            (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.05, "0.05"), (-0.125, "-0.13"),
            (-0.001, "0"), (595.276, "595.28"), (99.999, "100"), (14_400, "14400"),
            (1e-30, "0"), (-100_000, "-100000"),
        ] as [(Double, String)])
    func numbers(value: Double, text: String) {
        var content = PageContent()
        content.move(x: value, y: value)
        #expect(string(content) == "\(text) \(text) m\n")
        let isOutOfRange = content.isOutOfRange
        #expect(!isOutOfRange)
    }

    @Test(
        "what is no place on a page is noted, not written",
        arguments: [Double.nan, .infinity, -.infinity, 100_001, 1e300])
    func outOfRange(value: Double) throws {
        var content = PageContent()
        content.fillRectangle(x: 0, y: 0, width: value, height: 1, color: .black)
        let noted = content.isOutOfRange
        #expect(noted && string(content) == "0 0 0 1 re\nf\n")
        var document = try PDFDocument(metadata: Samples.metadata, compressor: Compressor())
        do {
            try document.addPage(
                widthPoints: 100, heightPoints: 100, content: content, fonts: [])
            Issue.record("the page was taken")
        } catch {
            #expect(error.message.contains("page 1"))
        }
        content.reset()
        let (isOutOfRange, count) = (content.isOutOfRange, content.count)
        #expect(!isOutOfRange && count == 0)
    }

    @Test("text is written as glyph numbers, the special bytes of strings escaped")
    func text() {
        var content = PageContent()
        content.setFont(1, size: 8.5)
        content.setFont(1, size: 8.5)
        content.text(glyphs: [65, 0x285C, 0x290D, 0x0A20], x: 56, y: 700.25)
        #expect(
            string(content)
                == "/F2 8.5 Tf\nBT\n56 700.25 Td\n(\0A\\(\\\\\\)\\r\\n )Tj\nET\n")
    }

    @Test("kerning, raised glyphs and the text behind them are written")
    func adjustments() {
        var content = PageContent()
        content.setFont(0, size: 10)
        content.setCharacterSpacing(-0.3)
        content.text(
            glyphs: [65, 66, 67], adjustments: [0, 40, -7], rises: [0, 0, 250], x: 0, y: 0,
            actualText: "क😀")
        content.text(glyphs: [65, 66], adjustments: [12, 0], x: 0, y: 0)
        content.text(glyphs: [], x: 0, y: 0)
        let expected = """
            /F1 10 Tf
            -0.3 Tc
            /Span <</ActualText <FEFF0915D83DDE00>>> BDC
            BT
            0 0 Td
            [(\0A)40(\0B)]TJ 2.5 Ts [()-7(\0C)]TJ
            0 Ts
            ET
            EMC
            BT
            0 0 Td
            [()12(\0A\0B)]TJ
            ET

            """
        #expect(string(content) == expected)
    }

    @Test("no string is longer than PDF/A allows")
    func longStrings() {
        for count in [8_000, 8_001, 40_000] {
            var content = PageContent()
            content.setFont(0, size: 1)
            content.text(glyphs: [UInt16](repeating: 0x2829, count: count), x: 0, y: 0)
            let strings = string(content).replacing("\\(", with: "").replacing("\\)", with: "a")
                .split(separator: "(").dropFirst().map { $0.prefix { $0 != ")" } }
            #expect(strings.map(\.count).reduce(0, +) == count)
            #expect(strings.allSatisfy { $0.count * 4 <= 32_767 })
        }
    }

    @Test("colours, lines and paths are written once where they change")
    func shapes() {
        var content = PageContent()
        let accent = PDFColor(red: 255, green: 0, blue: 51)
        content.fillRectangle(x: 1, y: 2, width: 3, height: 4, color: accent)
        content.save()
        content.clip(x: 0, y: 0, width: 9, height: 9)
        content.setFill(.black)
        content.addRectangle(x: 0, y: 0, width: 1, height: 1)
        content.fillPath(evenOdd: true)
        content.restore()
        content.fillRectangle(x: 1, y: 2, width: 3, height: 4, color: accent)
        content.line(x1: 0, y1: 0, x2: 5, y2: 0, width: 0.35, color: .black)
        content.move(x: 0, y: 0)
        content.addCurve(x1: 1, y1: 1, x2: 2, y2: 1, x: 3, y: 0)
        content.closePath()
        content.strokePath()
        let expected = """
            1 0 0.2 rg
            1 2 3 4 re
            f
            q
            0 0 9 9 re
            W n
            0 0 0 rg
            0 0 1 1 re
            f*
            Q
            1 2 3 4 re
            f
            0.35 w
            0 0 m
            5 0 l
            S
            0 0 m
            1 1 2 1 3 0 c
            h
            S

            """
        #expect(string(content) == expected)
    }

    private func string(_ content: borrowing PageContent) -> String {
        String(decoding: content.bytes, as: UTF8.self)
    }
}
