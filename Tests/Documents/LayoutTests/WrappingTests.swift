import Diagnostics
import Formats
import Layout
import Testing

@Suite struct Wrapping {
    struct Case: CustomTestStringConvertible {
        let text: String
        /// In points; a figure is 5.72 wide, a space 2.6.
        let width: String
        let lines: [String]
        var testDescription: String { "\(text.prefix(20)) in \(width)" }
    }

    static let cases = [
        Case(text: "111 222 333", width: "40pt", lines: ["111 222", "333"]),
        Case(text: "111 222 333", width: "200pt", lines: ["111 222 333"]),
        // The space at the end of a line needs no room: two words are 36.92 wide.
        Case(text: "111 222 333", width: "37pt", lines: ["111 222", "333"]),
        Case(text: "111 222 333", width: "36.9pt", lines: ["111", "222", "333"]),
        Case(text: "1234567890", width: "24pt", lines: ["1234", "5678", "90"]),
        Case(text: "11 1234567890 22", width: "24pt", lines: ["11", "1234", "5678", "90", "22"]),
        Case(text: "1\n\n2\r\n3", width: "200pt", lines: ["1", "2", "3"]),
        Case(text: "1\t2\u{7}3", width: "200pt", lines: ["1 23"]),
        Case(text: "12", width: "0pt", lines: ["1", "2"]),
        Case(text: "11-22", width: "20pt", lines: ["11-", "22"]),
        Case(text: "1 %\u{A0}2", width: "18pt", lines: ["1", "%\u{A0}2"]),
    ]

    @Test(
        "Lines end between words, and inside a word only if it is wider than the line",
        arguments: cases)
    func lines(_ example: Case) throws {
        let flow =
            "<columns><column x='0pt' width='\(example.width)'><text>{a}</text></column></columns>"
        let document = try Sheet.layOut(flow, .record { $0.add("a", example.text) })
        #expect(Sheet.lines(document.pages[0]) == example.lines)
    }

    @Test("A blank line of a text keeps its height")
    func blankLine() throws {
        let document = try Sheet.layOut("<text>{a}</text>", .record { $0.add("a", "1\n\n2") })
        let heights = document.pages[0].items.compactMap { item in
            if case .text(let text) = item { text.y } else { nil }
        }
        #expect(heights == [107.5, 127.5])
    }

    @Test("A style that is too wide gives way to the narrow one on the same baseline")
    func narrow() throws {
        let flow = """
            <columns><column x="0pt" width="30pt"><text narrow="small">{a}</text></column></columns>
            """
        let wide = try Sheet.layOut(flow, .record { $0.add("a", "1234567") })
        #expect(
            Sheet.items(wide) == ["text 0 107.5 NotoSans-Regular 5 #4c5460 \"1234567\""])
    }

    @Test("A text of few lines is cut with an ellipsis that fits")
    func cut() throws {
        let flow = """
            <columns><column x="0pt" width="40pt"><text max-lines="1">{a}</text></column></columns>
            """
        let document = try Sheet.layOut(flow, .record { $0.add("a", "111 222 333") })
        let line = Sheet.lines(document.pages[0]).joined()
        #expect(line == "111 22|…")
    }

    @Test(
        "A description of 10,000 characters goes on over pages and loses nothing",
        arguments: ["share", "0pt"])
    func long(_ width: String) throws {
        let word = "1234567890"
        let text = [String](repeating: word, count: 1_000).joined(separator: " ")
        let flow = """
            <table path="rows"><column width="\(width)"><heading>head</heading>{name}</column></table>
            <text>end</text>
            """
        let findings = Findings()
        let document = try Sheet.layOut(flow, .rows(["first", text, "last"]), findings: findings)
        var printed = document.pages.flatMap(Sheet.lines).joined()
        printed.removeAll { $0 == " " || $0 == "|" }
        printed = printed.replacing("head", with: "")
        #expect(printed == "first" + text.filter { $0 != " " } + "lastend")
        for page in document.pages {
            for case .text(let item) in page.items { #expect(item.y < 200) }
        }
        #expect(findings.errorCount == 0)
    }
}
