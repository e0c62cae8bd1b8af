import Diagnostics
import Testing

struct DiagnosticTextTests {
    @Test("A finding shows place, line, caret, both values and a way out")
    func everything() {
        let source = SourceText(name: "orders.json", text: "{\n  \"qty\": -3,\n  \"x\": 1\n}\n")
        let finding = Diagnostic(
            code: "quantity", "the quantity must be positive",
            at: SourceLocation(source: source, range: 11..<13), found: "-3", expected: "above 0",
            hint: "a return is a credit note", subject: "order SO-1")
        #expect(
            finding.text == """
                orders.json:2:10: error[quantity]: order SO-1: the quantity must be positive
                 2 |   "qty": -3,
                   |          ^^
                  found:    -3
                  expected: above 0
                  hint:     a return is a credit note

                """)
    }

    @Test("A finding about an empty file shows no line of it")
    func ofNothing() {
        let location = SourceLocation(source: SourceText(name: "x", text: ""), range: 0..<0)
        let finding = Diagnostic(code: "no-records", "nothing is there", at: location)
        #expect(finding.text == "x:1:1: error[no-records]: nothing is there\n")
    }

    @Test("A finding without a place is one line")
    func bare() {
        let finding = Diagnostic(.warning, code: "old-rates", "the rates end in 2026")
        #expect(finding.text == "warning[old-rates]: the rates end in 2026\n")
    }

    @Test(
        "The caret stands below what is meant, counted in characters",
        arguments: [
            ("ab cd", 3, 5, "x:1:4", "ab cd", "   ^^"),
            // Two bytes each: ä, ö; three: ₹; four: an emoji.
            ("äö=₹😀!", 5, 8, "x:1:4", "äö=₹😀!", "   ^"),
            ("äö=₹😀!", 12, 13, "x:1:6", "äö=₹😀!", "     ^"),
            // An empty range and one behind the end still have a caret.
            ("abc", 1, 1, "x:1:2", "abc", " ^"), ("abc", 3, 3, "x:1:4", "abc", "   ^"),
            // A range over several lines is marked to the end of its first.
            ("one\ntwo\nthree", 5, 9, "x:2:2", "two", " ^^"),
            // A tab is shown as one blank, so that the caret fits.
            ("\tk", 1, 2, "x:1:2", " k", " ^"),
        ] as [(String, Int, Int, String, String, String)])
    func carets(
        text: String, from: Int, to: Int, place: String, line: String, caret: String
    ) {
        let location = SourceLocation(source: SourceText(name: "x", text: text), range: from..<to)
        let lines = Diagnostic(code: "c", "m", at: location).text.split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "\(place): error[c]: m")
        #expect(lines[1].hasSuffix(" | \(line)"))
        #expect(lines[2] == "   | \(caret)")
    }

    @Test(
        "Of a long line a window around the place is shown, with its caret",
        arguments: [
            (before: 0, marked: 3, after: 5000, unit: "a"),
            (before: 5000, marked: 3, after: 5000, unit: "a"),
            (before: 5000, marked: 3, after: 0, unit: "a"),
            (before: 60, marked: 500, after: 60, unit: "a"),
            (before: 5000, marked: 3, after: 5000, unit: "₹"),
            (before: 5000, marked: 900, after: 5000, unit: "😀"),
        ] as [(before: Int, marked: Int, after: Int, unit: String)])
    func longLines(before: Int, marked: Int, after: Int, unit: String) throws {
        let text =
            String(repeating: unit, count: before) + String(repeating: "X", count: marked)
            + String(repeating: unit, count: after)
        let start = before * unit.utf8.count
        let location = SourceLocation(
            source: SourceText(name: "x", text: text), range: start..<start + marked)
        let lines = Diagnostic(code: "c", "m", at: location).text
            .split(separator: "\n").map(Array.init)
        let line = lines[1]
        let caret = lines[2]
        // " 1 | ", a window of 88 characters, and an ellipsis on each side that is cut.
        #expect(line.count <= 5 + 88 + 2)
        let first = try #require(caret.firstIndex(of: "^"))
        let last = try #require(caret.lastIndex(of: "^"))
        #expect(line.count > last)
        #expect(line[first...last].allSatisfy { $0 == "X" })
        #expect(last - first + 1 == min(marked, 44))
        #expect(line.contains("…") && !line.contains("\u{FFFD}"))
        #expect(before == 0 || line[first - 1] == Character(unit))
    }

    @Test(
        "No character of the input can steer the terminal",
        arguments: [
            ("plain text", "plain text"), ("ä ₹ कि 😀", "ä ₹ कि 😀"), ("\u{1B}[31mred", "�[31mred"),
            ("a\u{0}b\rc\nd\te", "a�b�c�d�e"), ("\u{7F}\u{9B}2J", "��2J"),
            ("\u{202E}gnp.exe\u{202C}", "�gnp.exe�"), ("\u{2066}x\u{2069}\u{200F}", "�x��"),
            ("\u{61C}\u{2028}\u{2029}\u{FEFF}", "����"),
        ] as [(String, String)])
    func neutralises(text: String, shown: String) {
        #expect(printable(text) == shown)
        let source = SourceText(name: text, text: text)
        let finding = Diagnostic(
            code: "c", text, at: SourceLocation(source: source, range: 0..<1), found: text,
            hint: text)
        let scalars = finding.text.unicodeScalars
        #expect(!scalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(finding.text.split(separator: "\n").count == 5)
    }
}
