import Diagnostics
import Formats
import Layout
import Testing

@Suite struct Pages {
    private static let foot = """
        <fixed on="every"><frame x="0pt" y="210pt" width="200pt">
        <text>{t:page} {page} / {pages}</text></frame></fixed>
        """
    private static let table = """
        <table path="rows" heading-rule="1pt" row-rule="0.5pt" end-rule="2pt">
        <column width="share"><heading>head</heading>{name}</column></table>
        """

    private func names(_ count: Int) -> [String] { (1...count).map { "r\($0)" } }

    /// Each page's texts in one string, the foot left out.
    private func pages(_ flow: String, _ value: Value = .record { _ in }) throws -> [String] {
        try Sheet.layOut(flow, value).pages.map { Sheet.lines($0).joined(separator: " ") }
    }

    @Test("Tables go on under a repeated heading, and every page says which it is of how many")
    func threePages() throws {
        // The first page has room for the heading and nine rows of 10 pt, the later ones for seven.
        let document = try Sheet.layOut(Pages.table, .rows(names(20)), extra: Pages.foot)
        let texts = document.pages.map { Sheet.lines($0).joined(separator: " ") }
        #expect(
            texts == [
                "head r1 r2 r3 r4 r5 r6 r7 r8 r9 Page 1 / 3".replacing(
                    "Page 1 / 3", with: "Page| |1| / |3"),
                "head r10 r11 r12 r13 r14 r15 r16 Page| |2| / |3",
                "head r17 r18 r19 r20 Page| |3| / |3",
            ])
        // Rules: under the heading, between nine rows, after the last.
        let rules = document.pages[0].items.compactMap { item -> Double? in
            if case .rule(let rule) = item { rule.width } else { nil }
        }
        #expect(rules == [1] + [Double](repeating: 0.5, count: 8) + [2])
    }

    @Test("A rule divides nothing at the top of a page, and is left out there")
    func ruleOnTop() throws {
        func rules(_ start: String) throws -> [Int] {
            let flow = "<text>a</text><pin y='\(start)'/><keep><rule/><text>b</text></keep>"
            return try Sheet.layOut(flow).pages.map { page in
                page.items.count { if case .rule = $0 { true } else { false } }
            }
        }
        #expect(try rules("180pt") == [1])
        #expect(try rules("195pt") == [0, 0])
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let flow: String
        var rows = 0
        let pages: [String]
    }

    static let cases = [
        Case(
            testDescription: "what is kept together moves as a whole",
            flow: "<space height='1pt'/><text>a</text><pin y='175pt'/>"
                + "<keep><text>b</text><text>c</text><text>d</text></keep>",
            pages: ["a", "b c d"]),
        Case(
            testDescription: "what is longer than a page is divided all the same",
            flow: "<keep><list path='rows'><text>{name}</text></list></keep>", rows: 12,
            pages: ["r1 r2 r3 r4 r5 r6 r7 r8 r9 r10", "r11 r12"]),
        Case(
            testDescription: "totals take two rows along, under the heading",
            flow: "\(table)<keep along='2'><text>sum</text></keep>", rows: 9,
            pages: ["head r1 r2 r3 r4 r5 r6 r7", "head r8 r9 sum"]),
        Case(
            testDescription: "totals that fit leave the table alone",
            flow: "\(table)<keep along='2'><text>sum</text></keep>", rows: 8,
            pages: ["head r1 r2 r3 r4 r5 r6 r7 r8 sum"]),
        Case(
            testDescription: "a table of two rows goes along with its heading",
            flow: "<text>a</text>\(table)<pin y='195pt'/><keep along='2'><text>sum</text></keep>",
            rows: 2, pages: ["a", "head r1 r2 sum"]),
        Case(
            testDescription: "a heading is not left behind at the foot of a page",
            flow: "<text>a</text><pin y='185pt'/>\(table)", rows: 1, pages: ["a", "head r1"]),
        Case(
            testDescription: "a pinned block that does not fit begins the next page",
            flow: "<text>a</text><pin y='185pt'/><keep><text>b</text><text>c</text></keep>",
            pages: ["a", "b c"]),
        Case(
            testDescription: "an empty table prints nothing, not even its heading",
            flow: "<text>a</text>\(table)<text>b</text>", pages: ["a b"]),
        Case(
            testDescription: "nothing at all is one empty page", flow: "", pages: [""]),
    ]

    @Test("Pages break where they should", arguments: cases)
    func breaks(_ example: Case) throws {
        let value = example.rows == 0 ? Value.record { _ in } : Value.rows(names(example.rows))
        #expect(try pages(example.flow, value) == example.pages)
    }

    @Test("Rows taken along stand right under the repeated heading, closed by the table's rule")
    func takenAlong() throws {
        let flow = "\(Pages.table)<space height='3pt'/><keep along='2'><text>sum</text></keep>"
        let document = try Sheet.layOut(flow, .rows(names(9)))
        // The page begins at 120: heading to 130, rows to 150, 3 pt of room, then the sum.
        let second = document.dump.split(separator: "\n").drop { !$0.hasPrefix("page 2") }
        #expect(
            second.dropFirst().map(String.init) == [
                "text 0 127.5 NotoSans-Regular 10 #000000 \"head\"",
                "rule 0 130 200 130 1 #000000",
                "text 0 137.5 NotoSans-Regular 10 #000000 \"r8\"",
                "rule 0 140 200 140 0.5 #000000",
                "text 0 147.5 NotoSans-Regular 10 #000000 \"r9\"",
                "rule 0 150 200 150 2 #000000",
                "text 0 160.5 NotoSans-Regular 10 #000000 \"sum\"",
            ])
    }

    @Test("Fixed frames stand on the pages they are for")
    func fixedFrames() throws {
        let extra = ["first", "later", "every", "last"].map { pages in
            "<fixed on='\(pages)'><frame x='0pt' y='20pt' width='50pt'>"
                + "<text>\(pages)</text></frame></fixed>"
        }
        let document = try Sheet.layOut(
            "<list path='rows'><text>{name}</text></list>", .rows(names(30)),
            extra: extra.joined())
        let heads = document.pages.map { page in
            Sheet.lines(page).first { $0.contains("every") } ?? ""
        }
        #expect(heads == ["first|every", "later|every", "later|every", "later|every|last"])
    }

    @Test("More than 5,000 pages are refused, not printed")
    func tooMany() throws {
        let findings = Findings()
        let document = try Sheet.layOut(
            "<list path='rows'><text>{name}</text><space height='90pt'/></list>",
            .rows(names(5_100)), findings: findings)
        #expect(document.pages.count <= LayoutEngine.pageLimit + 1)
        #expect(findings.diagnostics.map(\.code) == ["too-many-pages"])
    }
}
