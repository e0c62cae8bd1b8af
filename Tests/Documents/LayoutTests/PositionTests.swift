import Formats
import Layout
import Money
import Testing

@Suite struct Positions {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let flow: String
        let items: [String]
    }

    /// Worked out by hand: baselines 7.5 below the top of each 10 pt line; "12" is 11.44 wide in
    /// 10 pt, so that it begins at 188.56 where it ends at 200.
    static let cases = [
        Case(
            testDescription: "lines follow one another, spaces between",
            flow: "<text>1</text><space height='5pt'/><text style='bold'>2</text>",
            items: [
                "text 0 107.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 0 122.5 NotoSans-Bold 10 #000000 \"2\"",
            ]),
        Case(
            testDescription: "numbers end at the right edge",
            flow: "<text align='right'>12</text>",
            items: ["text 188.56 107.5 NotoSans-Regular 10 #000000 \"12\""]),
        Case(
            testDescription: "spans follow on the same baseline",
            flow: "<text>12<span style='small'>3</span></text>",
            items: [
                "text 0 107.5 NotoSans-Regular 10 #000000 \"12\"",
                "text 11.44 107.5 NotoSans-Regular 5 #4c5460 \"3\"",
            ]),
        Case(
            testDescription: "columns begin at one height and the highest counts",
            flow: """
                <columns><column x="10pt" width="50pt"><text>1</text><text>2</text></column>
                <column x="100pt" width="50pt"><text align="right">3</text></column></columns>
                <text>4</text>
                """,
            items: [
                "text 10 107.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 10 117.5 NotoSans-Regular 10 #000000 \"2\"",
                "text 144.28 107.5 NotoSans-Regular 10 #000000 \"3\"",
                "text 0 127.5 NotoSans-Regular 10 #000000 \"4\"",
            ]),
        Case(
            testDescription: "a pair's pitch is shared above and below",
            flow: """
                <pairs label="50pt" pitch="14pt" align="right"><rule width="0.5pt"/>
                <pair label="sum">12</pair></pairs><text>4</text>
                """,
            items: [
                "rule 0 100 200 100 0.5 #000000",
                "text 0 109.5 NotoSans-Regular 10 #000000 \"Sum\"",
                "text 188.56 109.5 NotoSans-Regular 10 #000000 \"12\"",
                "text 0 121.5 NotoSans-Regular 10 #000000 \"4\"",
            ]),
        Case(
            testDescription: "a panel lies behind its text and reaches past it without taking room",
            flow: """
                <panel color="#ff8000" left="3pt" top="5pt" bottom="2pt"><text>1</text></panel>
                <text>2</text>
                """,
            items: [
                "rect -3 95 203 17 #ff8000",
                "text 0 107.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 0 117.5 NotoSans-Regular 10 #000000 \"2\"",
            ]),
        Case(
            testDescription: "a pinned block stands at its height, or below what is there already",
            flow: """
                <pin y="150pt"/><text>1</text><pin y="110pt" gap="4pt"/><text>2</text>
                """,
            items: [
                "text 0 157.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 0 171.5 NotoSans-Regular 10 #000000 \"2\"",
            ]),
        Case(
            testDescription: "a logo fills its frame's width",
            flow: "<columns><column x='20pt' width='30pt'><logo/></column></columns><text>1</text>",
            // The shape is 10 × 20: three times as large, and 60 high.
            items: [
                "path M20,100 L50,100 L20,160 Z #1d4477",
                "text 0 167.5 NotoSans-Regular 10 #000000 \"1\"",
            ]),
        Case(
            testDescription: "a panel with a border has four rules and no colour of its own",
            flow: "<panel border='2pt hair' top='3pt' bottom='4pt'><text>1</text></panel>",
            items: [
                "rule 0 97 200 97 2 #c3c9d0", "rule 0 114 200 114 2 #c3c9d0",
                "rule 0 96 0 115 2 #c3c9d0", "rule 200 96 200 115 2 #c3c9d0",
                "text 0 107.5 NotoSans-Regular 10 #000000 \"1\"",
            ]),
        Case(
            testDescription: "each line of a link opens its address, another scheme is no link",
            flow: "<text href='https://a.example/ü'>1<br/>22</text>"
                + "<text href='{name}'>3</text><text href='https://{name}'>4</text>",
            items: [
                "text 0 107.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 0 117.5 NotoSans-Regular 10 #000000 \"22\"",
                "link 0 97.5 5.72 12.5 https://a.example/%C3%BC",
                "link 0 107.5 11.44 12.5 https://a.example/%C3%BC",
                "text 0 127.5 NotoSans-Regular 10 #000000 \"3\"",
                "text 0 137.5 NotoSans-Regular 10 #000000 \"4\"",
            ]),
        Case(
            testDescription: "headings end on one line, whose words their column has room for",
            flow: """
                <table path="rows" least-share="10pt"><column width="share"><heading>1</heading>2</column>
                <column width="10pt"><heading>333 4</heading>5</column></table>
                """,
            // "333" is 17.16 wide: its column begins at 182.84, not at 190.
            items: [
                "text 0 117.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 182.84 107.5 NotoSans-Regular 10 #000000 \"333\"",
                "text 182.84 117.5 NotoSans-Regular 10 #000000 \"4\"",
                "text 0 127.5 NotoSans-Regular 10 #000000 \"2\"",
                "text 182.84 127.5 NotoSans-Regular 10 #000000 \"5\"",
            ]),
        Case(
            testDescription: "a note under a number takes no part in where numbers stand",
            flow: """
                <table path="rows"><column width="30pt" align="decimal"><heading>4</heading>1.5<note style="small">22</note></column>
                <column width="share">3</column></table>
                """,
            // "1.5" is 14.12 wide, "22" in half the size 5.72.
            items: [
                "text 24.28 107.5 NotoSans-Regular 10 #000000 \"4\"",
                "text 15.88 117.5 NotoSans-Regular 10 #000000 \"1.5\"",
                "text 24.28 127.5 NotoSans-Regular 5 #4c5460 \"22\"",
                "text 30 117.5 NotoSans-Regular 10 #000000 \"3\"",
            ]),
        Case(
            testDescription: "a picture keeps its proportions",
            flow: "<columns><column x='20pt' width='30pt'><image src='stamp.png'/></column>"
                + "<column x='60pt' width='30pt'><image src='stamp.png' width='10pt'/></column>"
                + "</columns><text>1</text>",
            // Twice as wide as high.
            items: [
                "image 20 100 30 15 2x1", "image 60 100 10 5 2x1",
                "text 0 122.5 NotoSans-Regular 10 #000000 \"1\"",
            ]),
    ]

    @Test("Everything stands where the template puts it", arguments: cases)
    func positions(_ example: Case) throws {
        let logo = LogoShape(width: 10, height: 20, path: "M0 0H10L0 20Z")
        let document = try Sheet.layOut(example.flow, .rows(["a"]), logo: logo)
        #expect(Sheet.items(document) == example.items)
    }

    @Test("A group's line stands above its first row, and goes to the next page with it")
    func groups() throws {
        let flow = """
            <table path="rows"><group by="q">{q}</group>
            <column width="share">{name}</column></table>
            """
        func row(_ name: String, _ group: String?) -> Value {
            .record {
                $0.add("name", name)
                $0.add("q", group)
            }
        }
        // Ten lines of 10 points fill the page; the group B would begin on its last.
        let rows = [row("0", nil)] + (1...7).map { row("\($0)", "A") } + [row("8", "B")]
        let document = try Sheet.layOut(flow, .record { $0.add("rows", .list(rows)) })
        #expect(
            document.pages.map(Sheet.lines) == [
                ["0", "A", "1", "2", "3", "4", "5", "6", "7"], ["B", "8"],
            ])
    }

    @Test("Quantities align on the point, amounts at the edge, the text takes what is left")
    func table() throws {
        let flow = """
            <table path="rows" heading-style="small" heading-bottom="5pt" padding="2pt" inset="1pt"
              least-share="20pt" heading-rule="1pt" row-rule="0.5pt hair" end-rule="1pt" after="8pt">
            <column width="share"><heading>1</heading>{name}<note style="small">{note}</note></column>
            <column width="30pt" align="decimal"><heading>2</heading>{q}</column>
            <column width="20pt" align="right"><heading>3</heading>{a}<total>12</total></column>
            </table><text>7</text>
            """
        let value = Value.record {
            $0.add(
                "rows",
                .list([
                    .record {
                        $0.add("name", "1")
                        $0.add("note", "8")
                        $0.add("q", Decimal("1.5"))
                        $0.add("a", Decimal(12345))
                    },
                    .record {
                        $0.add("name", "2")
                        $0.add("q", Decimal(24))
                        $0.add("a", Decimal(1))
                    },
                ]))
        }
        // "12,345" is five figures and a comma of 2.68: 31.28 wide, more than the 19 that 20
        // leave beside the inset; the column grows to 32.28 and begins at 167.72. The quantities'
        // ends at 166.72; ".5" is 2.68 + 5.72 = 8.4 wide, so "24" ends at 158.32.
        #expect(
            Sheet.items(try Sheet.layOut(flow, value)) == [
                "text 0 107.5 NotoSans-Regular 5 #4c5460 \"1\"",
                "text 163.86 107.5 NotoSans-Regular 5 #4c5460 \"2\"",
                "text 197.14 107.5 NotoSans-Regular 5 #4c5460 \"3\"",
                "rule 0 115 200 115 1 #000000",
                "text 0 124.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 0 134.5 NotoSans-Regular 5 #4c5460 \"8\"",
                "text 152.6 124.5 NotoSans-Regular 10 #000000 \"1.5\"",
                "text 168.72 124.5 NotoSans-Regular 10 #000000 \"12,345\"",
                "rule 0 139 200 139 0.5 #c3c9d0",
                "text 0 148.5 NotoSans-Regular 10 #000000 \"2\"",
                "text 146.88 148.5 NotoSans-Regular 10 #000000 \"24\"",
                "text 194.28 148.5 NotoSans-Regular 10 #000000 \"1\"",
                "text 188.56 162.5 NotoSans-Regular 10 #000000 \"12\"",
                "rule 0 167 200 167 1 #000000",
                "text 0 182.5 NotoSans-Regular 10 #000000 \"7\"",
            ])
    }
}
