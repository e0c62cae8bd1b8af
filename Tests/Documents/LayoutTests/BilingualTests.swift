import Diagnostics
import Formats
import Layout
import Testing
import Typography

/// Words of the second language: `Summe` for `Sum`, `Seite` for `Page`.
@Suite("Two languages") struct BilingualTests {
    private func lines(_ flow: String, isBilingual: Bool = true) throws -> [String] {
        let findings = Findings()
        let template = try #require(
            try Sheet.read("<flow>\(flow)</flow>", findings: findings))
        var catalog = Sheet.labels(findings)
        catalog.read(
            SourceText(name: "de.txt", text: "sum = Summe\npage = Seite"), code: "de",
            findings: findings)
        let value = Value.record {
            $0.add("name", "n")
            $0.add("rows", .list([.record { $0.add("name", "r") }]))
        }
        let settings = LayoutSettings(
            labels: catalog.labels(for: "en"),
            secondLabels: isBilingual ? catalog.secondLabels(for: "de") : nil)
        let document = LayoutEngine(template: template).layOut(
            value, settings: settings, shaper: Shaper(), findings: findings)
        #expect(findings.diagnostics.isEmpty)
        return document.dump.split(separator: "\n").dropFirst(2).map { line in
            let parts = line.split(separator: " ", maxSplits: 6)
            return "\(parts[1]) \(parts[2]) \(parts[6])"
        }
    }

    @Test(
        "A label is said in both, a sentence made of several in one",
        arguments: [
            ("{t:sum} {name}", "Sum n · Summe"),
            ("{name} {t:sum}", "n Sum"),
            ("{t:sum} {name} {t:page}", "Sum n Page"),
            ("<span if='none'>{t:page}</span><span unless='none'>{t:sum}</span>", "Sum · Summe"),
        ])
    func labels(_ text: String, _ expected: String) throws {
        let lines = try lines("<text second='inline'>\(text)</text>")
        let printed = lines.map { $0.split(separator: "\"")[1] }.joined()
        #expect(printed == expected)
    }

    @Test("A template may place words of the second language itself")
    func own() throws {
        let text = "<text>{t:page}<span if='rows'> {s:page}</span></text>"
        #expect(try lines(text).map { $0.split(separator: "\"")[1] }.joined() == "Page Seite")
        let one = try lines(text, isBilingual: false)
        #expect(one.map { $0.split(separator: "\"")[1] }.joined() == "Page ")
    }

    @Test("Labels may have more room than in one language")
    func room() throws {
        let flow = "<pairs label='50pt' second-label='70pt'><pair label='sum'>{name}</pair></pairs>"
        #expect(try lines(flow).last == "70 107.5 \"n\"")
        #expect(try lines(flow, isBilingual: false).last == "50 107.5 \"n\"")
    }

    @Test("What does not fit on one line has the second language on a line of its own")
    func stacked() throws {
        func printed(_ width: String) throws -> [String] {
            let flow =
                "<columns><column x='0' width='\(width)'><text second='inline'>{t:sum} {name}</text></column></columns>"
            var rows: [(y: Substring, text: String)] = []
            for line in try lines(flow) {
                let y = line.split(separator: " ")[1]
                let text = String(line.split(separator: "\"")[1])
                if rows.last?.y == y {
                    rows[rows.count - 1].text += text
                } else {
                    rows.append((y, text))
                }
            }
            return rows.map(\.text)
        }
        #expect(try printed("150pt") == ["Sum n · Summe"])
        #expect(try printed("45pt") == ["Sum n", "Summe"])
    }

    @Test("A heading of two lines makes its column as wide as the wider, the others end below")
    func headings() throws {
        let flow = """
            <table path="rows" second="below" least-share="10pt"><column width="share"><heading>1</heading>{name}</column>
            <column width="5pt" align="right"><heading>{t:page}</heading>1</column></table>
            """
        let lines = try lines(flow)
        #expect(lines.first == "0 117.5 \"1\"")
        // "Seite" and "Page" each stand on a line and end at 200.
        #expect(lines[1].hasSuffix("\"Page\"") && lines[2].hasSuffix("\"Seite\""))
        #expect(lines[1].contains(" 107.5 ") && lines[2].contains(" 117.5 "))
        #expect(lines.count == 5)
    }
}
