import Diagnostics
import Layout
import Testing

@Suite struct Templates {
    struct Mistake: CustomTestStringConvertible {
        let body: String
        let code: String
        /// Of the mistake itself; the sheet's own head has five lines.
        let place: String
        var hint: String?
        var testDescription: String { "\(code): \(body.prefix(60))" }
    }

    static let mistakes = [
        Mistake(
            body: "<flow><txt>1</txt></flow>", code: "unknown-element", place: "6:7",
            hint: "did you mean \"text\"?"),
        Mistake(
            body: "<flow><pair label='sum'>1</pair></flow>", code: "unknown-element", place: "6:7"),
        Mistake(
            body: "<flw/><flow/>", code: "unknown-element", place: "6:1",
            hint: "did you mean \"flow\"?"),
        Mistake(
            body: "<flow><text styl='t'>1</text></flow>", code: "unknown-attribute", place: "6:13",
            hint: "did you mean \"style\"?"),
        Mistake(
            body: "<flow><text style='smal'>1</text></flow>", code: "unknown-style", place: "6:20",
            hint: "did you mean \"small\"?"),
        Mistake(
            body: "<flow><text>{selller.name}</text></flow>", code: "unknown-path", place: "6:13",
            hint: "did you mean \"seller.name\"?"),
        Mistake(
            body: "<flow><list path='rows'><text>{nme}</text></list></flow>", code: "unknown-path",
            place: "6:31", hint: "did you mean \"name\"?"),
        Mistake(
            body: "<flow><text if='seler'>1</text></flow>", code: "unknown-path", place: "6:17"),
        Mistake(
            body: "<flow><text>{seller.name:upperr}</text></flow>", code: "unknown-format",
            place: "6:13", hint: "did you mean \"upper\"?"),
        Mistake(
            body: "<flow><text>{t:som}</text></flow>", code: "unknown-label", place: "6:13",
            hint: "did you mean \"sum\"?"),
        Mistake(
            body: "<flow><text>{seller.name</text></flow>", code: "field-syntax", place: "6:13"),
        Mistake(body: "<flow><text>{a..b}</text></flow>", code: "field-syntax", place: "6:13"),
        Mistake(body: "<flow><text>{pages}</text></flow>", code: "field-syntax", place: "6:13"),
        Mistake(body: "<flow>word</flow>", code: "stray-text", place: "6:7"),
        Mistake(
            body: "<flow><space height='3em'/></flow>", code: "attribute-value", place: "6:22"),
        Mistake(
            body: "<flow><space height='1e9pt'/></flow>", code: "attribute-value", place: "6:22"),
        Mistake(body: "<flow><space/></flow>", code: "missing-attribute", place: "6:7"),
        Mistake(
            body: "<flow><rule color='acent'/></flow>", code: "attribute-value", place: "6:20",
            hint: "did you mean \"accent\"?"),
        Mistake(
            body: "<fixed on='evry'/><flow/>", code: "attribute-value", place: "6:12",
            hint: "did you mean \"every\"?"),
        Mistake(
            body: "<style name='x' font='Noto Sanz'/><flow/>", code: "unknown-font", place: "6:17",
            hint: "did you mean \"Noto Sans\"?"),
        Mistake(
            body: "<style name='t' font='Noto Sans'/><flow/>", code: "style-twice", place: "6:8"),
        Mistake(body: "<flow/><flow/>", code: "element-twice", place: "6:8"),
        Mistake(body: "<colors acent='#ffffff'/><flow/>", code: "unknown-attribute", place: "6:9"),
        Mistake(body: "<flow><table path='rows'/></flow>", code: "missing-element", place: "6:7"),
        Mistake(body: "<flow><text></flow>", code: "template-xml", place: "6:20"),
        Mistake(body: "", code: "missing-element", place: "1:1"),
        Mistake(
            body: "<part name='foot'/><flow><use part='fot'/><use part='foot'/></flow>",
            code: "unknown-part", place: "6:37", hint: "did you mean \"foot\"?"),
        Mistake(
            body: "<part name='a'><use part='a'/></part><flow><use part='a'/></flow>",
            code: "part-cycle", place: "6:27",
            hint: "take one of the <use> elements out"),
        Mistake(
            body: "<part name='a'/><part name='a'/><flow><use part='a'/></flow>",
            code: "part-twice", place: "6:17", hint: "give one of the two another name"),
        Mistake(
            body: "<flow><table path='rows'><column width='fit' carry='nam'/></table></flow>",
            code: "unknown-path", place: "6:53", hint: "did you mean \"name\"?"),
        Mistake(
            body: "<flow><table path='rows'><column width='fit' carry='/n'/></table></flow>",
            code: "carry-amount", place: "6:53"),
        Mistake(
            body: "<flow><list path='n'><text>1</text></list></flow>", code: "not-a-list",
            place: "6:19"),
        Mistake(
            body: "<flow><table path='seller'><column width='fit'/></table></flow>",
            code: "not-a-list", place: "6:20"),
        Mistake(
            body: "<flow><text if='@lgo'>1</text></flow>", code: "attribute-value", place: "6:17",
            hint: "did you mean \"@logo\"?"),
        Mistake(body: "<flow><list path=''/></flow>", code: "attribute-value", place: "6:13"),
        Mistake(body: "<page/><flow/>", code: "element-twice", place: "6:1"),
        Mistake(body: "<colors/><colors/><flow/>", code: "element-twice", place: "6:10"),
        Mistake(
            body: "<flow><columns><column x='205mm' width='9mm'/></columns></flow>",
            code: "off-page", place: "6:41"),
        Mistake(
            body: "<flow><columns><column x='-9pt' width='9mm'/></columns></flow>",
            code: "off-page", place: "6:27"),
        Mistake(
            body: "<fixed><frame x='0' y='850pt' width='9mm'/></fixed><flow/>",
            code: "off-page", place: "6:24"),
        Mistake(
            body: "<flow><pairs label='201pt'/></flow>", code: "off-page", place: "6:21"),
        Mistake(
            body: "<flow><table path='rows'><column width='90pt'/><column width='120pt'/>"
                + "</table></flow>",
            code: "off-page", place: "6:7"),
        Mistake(
            body: "<flow><table path='rows' padding='900pt'><column width='fit'/></table></flow>",
            code: "attribute-value", place: "6:35"),
    ]

    @Test("A mistake in a template is found where it stands", arguments: mistakes)
    func isLocated(_ mistake: Mistake) throws {
        let findings = Findings()
        let template = try Sheet.read(
            mistake.body, paths: "n\nseller.name\nrows[].name", findings: findings)
        #expect(template == nil)
        let finding = try #require(findings.diagnostics.first)
        #expect(finding.code == mistake.code)
        let place = finding.location.map { "\($0.line):\($0.column)" }
        #expect(place == mistake.place)
        if let hint = mistake.hint { #expect(finding.hint == hint) }
    }

    @Test("All mistakes are told, not the first alone")
    func allMistakes() throws {
        let findings = Findings()
        _ = try Sheet.read(
            "<flow><txt/><text stile='t'>{t:som}</text><space/></flow>", findings: findings)
        #expect(
            findings.diagnostics.map(\.code) == [
                "unknown-element", "unknown-attribute", "unknown-label", "missing-attribute",
            ])
    }

    @Test("A label without a translation is a warning and prints in English")
    func untranslated() throws {
        let findings = Findings()
        var labels = LabelCatalog()
        labels.read(
            SourceText(name: "en", text: "sum = Sum\nno = No"), code: "en", findings: findings)
        labels.read(SourceText(name: "de", text: "no = Nein"), code: "de", findings: findings)
        _ = Template.read(
            Array("\(Sheet.head)<flow><text>{t:sum} {t:no}</text></flow></template>".utf8),
            name: "sheet", fonts: try Sheet.fonts.get(), labels: labels, paths: nil,
            findings: findings)
        #expect(findings.diagnostics.map(\.code) == ["untranslated-label"])
        #expect(findings.errorCount == 0)
        let german = labels.labels(for: "de-DE")
        #expect([german["sum"], german["no"], german["other"]] == ["Sum", "Nein", nil])
    }

    @Test("Words of a country come before those of its language")
    func countries() {
        var labels = LabelCatalog()
        let findings = Findings()
        for (code, text) in [
            ("en", "a = 1\nb = 1\nc = 1"), ("de", "a = 2\nb = 2"), ("de-AT", "a = 3"),
        ] {
            labels.read(SourceText(name: code, text: text), code: code, findings: findings)
        }
        let words = labels.labels(for: "de-AT")
        #expect([words["a"], words["b"], words["c"]] == ["3", "2", "1"])
        #expect(findings.diagnostics.isEmpty)
    }

    @Test(
        "A line that is no label is found",
        arguments: [
            ("# note\n\na = A = B\n", []), ("a = A\nb\n", ["label-line 2"]),
            ("a =\n", ["label-line 1"]), ("a b = c", ["label-line 1"]),
            ("a = 1\na = 2", ["label-twice 2"]), ("\u{FEFF}a = A\r\n", []),
            ("a = A\nb = \u{7}B", ["label-line 2"]),
        ])
    func labelLines(_ text: String, _ expected: [String]) {
        var labels = LabelCatalog()
        let findings = Findings()
        labels.read(SourceText(name: "en", text: text), code: "en", findings: findings)
        #expect(findings.diagnostics.map { "\($0.code) \($0.location?.line ?? 0)" } == expected)
    }

    @Test("A file of words that is not UTF-8 is refused with its place")
    func notUTF8() {
        var labels = LabelCatalog()
        let findings = Findings()
        labels.read(
            SourceText(name: "de", bytes: Array("a = A\nb = ".utf8) + [0xFC, 0x0A]), code: "de",
            findings: findings)
        let finding = findings.diagnostics.first
        #expect(finding?.code == "invalid-utf8" && finding?.location?.line == 2)
    }

    @Test(
        "Logos are read from SVG paths; what is none is refused",
        arguments: [
            ("M0 0H10V10Z", true), ("m1,1 2,2l-.5.5z m3 3", true),
            ("M0 0C1 1 2 2 3 3 4 4 5 5 6 6Z", true), ("", false), ("L", false),
            ("M0 0A1 1 0 0 0 2 2", false), ("0 0", false), ("M0 0Z1 1", false), ("M1e5 0", false),
        ])
    func logos(_ path: String, _ isValid: Bool) {
        #expect((LogoShape(width: 10, height: 10, path: path) != nil) == isValid)
        #expect(LogoShape(width: 0, height: 10, path: path) == nil)
    }

    @Test("Parts that use parts many times over end in one finding, not in endless work")
    func multiplyingParts() throws {
        var body = "<part name='p0'><space height='1pt'/></part>"
        for level in 1...12 {
            let uses = String(repeating: "<use part='p\(level - 1)'/>", count: 10)
            body += "<part name='p\(level)'>\(uses)</part>"
        }
        let findings = Findings()
        #expect(try Sheet.read("\(body)<flow><use part='p12'/></flow>", findings: findings) == nil)
        #expect(findings.diagnostics.map(\.code) == ["too-many-blocks"])
    }

    @Test("A chain or ring of thousands of parts ends in one finding where it is too deep")
    func deepParts() throws {
        for last in ["<text>end</text>", "<use part='p0'/>"] {
            var body = ""
            for part in 0..<5_000 {
                let inner = part == 4_999 ? last : "<use part='p\(part + 1)'/>"
                body += "<part name='p\(part)'>\(inner)</part>"
            }
            let findings = Findings()
            let flow = "<flow><use part='p0'/></flow>"
            #expect(try Sheet.read(body + flow, findings: findings) == nil)
            #expect(findings.diagnostics.map(\.code) == ["too-deep"])
            #expect(findings.diagnostics.first?.location?.line == 6)
        }
    }

    @Test("Lists of the document inside lists of it end in a finding, though they take no room")
    func multiplyingLists() throws {
        let depth = 12
        let lists = String(repeating: "<list path='/rows'>", count: depth)
        let ends = String(repeating: "</list>", count: depth)
        let column = "<columns><column x='0' width='50'>"
        for (open, close) in [
            ("", ""), ("<keep>", "</keep>"), (column, "</column></columns>"),
        ] {
            let findings = Findings()
            _ = try Sheet.layOut(
                "\(open)\(lists)<space height='0'/>\(ends)\(close)",
                .rows((0..<12).map { String($0) }), findings: findings)
            #expect(findings.diagnostics.map(\.code) == ["too-many-repeats"])
        }
    }

    @Test("Words off the page are a finding, whatever brought them there")
    func offPage() throws {
        for flow in [
            "<space height='-90pt'/><text>a</text><space height='-200pt'/><text>word</text>",
            "<keep><text>a</text><pin y='841pt'/><text>word</text></keep>",
        ] {
            let findings = Findings()
            _ = try Sheet.layOut(
                flow,
                extra: "<fixed on='every'><frame x='0' y='838pt' width='90pt'>"
                    + "<text>word</text></frame></fixed>", findings: findings)
            let finding = try #require(findings.diagnostics.first)
            #expect(finding.code == "off-page" && finding.found == "word")
        }
    }

    @Test("A value that is no amount is not carried as nothing, but told")
    func carriesWords() throws {
        let findings = Findings()
        _ = try Sheet.layOut(
            "<table path='rows'><column width='share' carry='name'>{name}</column></table>",
            .rows(["a", "b"]), findings: findings)
        #expect(findings.diagnostics.map(\.code) == ["carry-amount"])
    }

    @Test("Ten thousand stretches of a text are too many; the time for fewer grows with them")
    func manyStretches() throws {
        let findings = Findings()
        let spans = String(repeating: "<span>a </span>", count: 10_001)
        #expect(try Sheet.read("<flow><text>\(spans)</text></flow>", findings: findings) == nil)
        #expect(findings.diagnostics.map(\.code) == ["too-many-blocks"])
        let few = String(repeating: "<span>a </span>", count: 5_000)
        let document = try Sheet.layOut("<text>\(few)</text>")
        #expect(document.pages.count > 1)
    }

    @Test("Characters that no font has are told once for each place, with the list it is in")
    func missing() throws {
        let findings = Findings()
        _ = try Sheet.layOut(
            "<list path='rows'><text>{name}</text></list>",
            .rows(["\u{13000}\u{13001}", "\u{13002}\u{13003}\u{13004}\u{13005}\u{13000}"]),
            findings: findings)
        #expect(
            findings.diagnostics.map(\.message) == [
                "no font has the characters U+13000, U+13001, U+13002, U+13003, U+13004 and others "
                    + "of rows.name"
            ])
    }

    @Test("A part prints where it is used, and one that is never used is told")
    func parts() throws {
        let parts = """
            <part name='row'><text>{name}!</text></part><part name='lost'><text>no</text></part>
            """
        let findings = Findings()
        let document = try Sheet.layOut(
            "<list path='rows'><use part='row'/></list>", .rows(["a", "b"]), extra: parts,
            findings: findings)
        #expect(Sheet.lines(document.pages[0]) == ["a|!", "b|!"])
        #expect(findings.diagnostics.map(\.code) == ["unused-part"])
    }
}
