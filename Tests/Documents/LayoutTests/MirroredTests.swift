import Diagnostics
import Formats
import Layout
import Money
import Testing
import Typography

/// Pages of a language that is read from right to left. A4 is 595.28 pt wide.
@Suite struct MirroredPages {
    static let words = """
        direction = rtl
        sum = المجموع
        page = صفحة
        """

    static func layOut(
        _ flow: String, _ value: Value = .record { _ in }, isMirrored: Bool = true,
        tagged: Bool = false, logo: LogoShape? = nil
    ) throws -> LaidOutDocument {
        let findings = Findings()
        let template = try #require(
            try Sheet.read("<flow>\(flow)</flow>", tagged: tagged, findings: findings))
        var catalog = Sheet.labels(findings)
        let words = isMirrored ? words : words.replacing("direction = rtl", with: "")
        catalog.read(SourceText(name: "ar.txt", text: words), code: "ar", findings: findings)
        let document = LayoutEngine(template: template).layOut(
            value,
            settings: LayoutSettings(labels: catalog.labels(for: "ar"), logo: logo.map(Logo.shape)),
            shaper: Shaper(), findings: findings)
        #expect(findings.diagnostics.isEmpty)
        return document
    }

    /// Everything but texts of several runs stands as far from the right as on a page from left
    /// to right it stands from the left.
    @Test("A page is the mirror image of one that is read from left to right")
    func mirrorImage() throws {
        let flow = """
            <columns><column x="10pt" width="50pt"><text>{n}</text></column>
            <column x="100pt" width="50pt"><text align="right">12</text></column></columns>
            <pairs label="50pt" pitch="14pt" align="right"><rule width="0.5pt"/>
            <pair label="sum">{m}</pair></pairs>
            <panel color="tint" left="3pt" top="5pt"><text>{n}</text></panel>
            <qr path="n" size="40pt"/>
            <columns><column x="20pt" width="30pt"><logo/></column></columns>
            """
        let value = Value.record {
            $0.add("n", "دبي")
            $0.add("m", .money(Money(minorUnits: -123_450, .eur)))
        }
        // Its shape fills a corner of its box, so that the box is what must be mirrored.
        let logo = try #require(LogoShape(width: 10, height: 5, path: "M1 0L3 0L3 5Z"))
        let plain = try Self.layOut(flow, value, isMirrored: false, logo: logo).pages[0]
        let mirrored = try Self.layOut(flow, value, logo: logo).pages[0]
        #expect(plain.items.count == mirrored.items.count && plain.items.count > 8)
        for (left, right) in zip(plain.items, mirrored.items) {
            switch (left, right) {
            case (.text(let left), .text(let right)):
                let width = left.run.widthPoints(size: left.size)
                #expect(left.run.text == right.run.text && left.y == right.y)
                #expect(abs(left.x + right.x + width - plain.width) < 0.001)
            case (.rule(let left), .rule(let right)):
                #expect(left.x1 < left.x2 && right.x1 < right.x2)
                #expect(abs(left.x1 + right.x2 - plain.width) < 0.001)
                #expect(abs(left.x2 + right.x1 - plain.width) < 0.001)
            case (.rect(let left), .rect(let right)):
                #expect(left.width == right.width)
                #expect(abs(left.x + right.x + left.width - plain.width) < 0.001)
            case (.symbol(let left), .symbol(let right)):
                #expect(abs(left.x + right.x + left.size - plain.width) < 0.001)
            case (.path(let left), .path(let right)):
                // The box from 20 to 50 goes to 545.28.
                #expect(left.commands.count == right.commands.count)
                guard case .move(let x, _) = left.commands[0],
                    case .move(let other, _) = right.commands[0]
                else { break }
                #expect(abs(x - 23) < 0.01 && abs(other - 548.28) < 0.01)
            default: Issue.record("the items differ in kind")
            }
        }
    }

    /// `شركة (12) Gulf.` as it is seen.
    private static let name = ".Gulf (12) " + backwards("شركة")

    @Test("Each text of a line is ordered by itself, all of them from right to left")
    func pieces() throws {
        let value = Value.record {
            $0.add("phone", "+971 4 555")
            $0.add("name", "شركة (12) Gulf.")
            $0.add("amount", .money(Money(minorUnits: -1_050, .eur)))
        }
        let flow = "<text>{t:page} {name}: {phone} ({amount})</text>"
        let document = try Self.layOut(flow, value)
        let line = "(–10.50) +971 4 555 :" + Self.name + " " + Self.backwards("صفحة")
        #expect(Self.seen(document) == [line])
        // And their order of reading is that of the template.
        let read = document.pages[0].items.compactMap { item in
            if case .text(let text) = item { text.run.text } else { nil }
        }
        #expect(read.joined() == "صفحة شركة (12) Gulf.: +971 4 555 (–10.50)")
    }

    @Test("Lines break where they are read, then each is put in order")
    func wrapping() throws {
        let value = Value.record { $0.add("text", "واحد اثنان ثلاثة Gulf Tide ٤ أربعة خمسة") }
        let narrow =
            "<columns><column x=\"0pt\" width=\"70pt\"><text>{text}</text></column></columns>"
        let lines = try Self.seen(Self.layOut(narrow, value))
        #expect(lines.count > 2)
        #expect(lines.first?.hasSuffix(Self.backwards("واحد")) == true)
        let cut = narrow.replacing("<text>", with: "<text max-lines=\"1\">")
        let line = try #require(try Self.seen(Self.layOut(cut, value)).first)
        #expect(line.hasPrefix("…") && line.hasSuffix(Self.backwards("واحد")))
    }

    @Test("On other pages too an Arabic name is read from right to left")
    func leftToRightPage() throws {
        let value = Value.record { $0.add("name", "شركة (12) Gulf.") }
        let document = try Self.layOut("<text>{name}, 5</text>", value, isMirrored: false)
        #expect(Self.seen(document) == [Self.name + ", 5"])
    }

    @Test("Numbers of a column stand below each other at their decimal points")
    func decimals() throws {
        let value = Value.record {
            $0.add(
                "rows",
                .list(
                    ["1234.5", "7.25", "100"].map { number in
                        .record { $0.add("n", Sample.decimal(number)) }
                    }))
        }
        let flow = """
            <table path="rows" inset="0pt"><column width="100pt" align="decimal"><heading>{t:sum}</heading>{n}</column>
            <column width="share"><heading>A</heading>B</column></table>
            """
        var points: [Double] = []
        var edges: [Double] = []
        var heading = 0.0
        for case .text(let item) in try Self.layOut(flow, value).pages[0].items {
            if item.run.isRightToLeft { heading = item.x }
            guard item.run.text.utf8.first.map({ (0x30...0x39).contains($0) }) == true else {
                continue
            }
            let whole = item.run.text.prefix { $0 != "." }.utf8.count
            let before = item.run.glyphs.prefix(whole).reduce(0) { $0 + Int($1.advance) }
            points.append(item.x + Double(before) / 100)
            edges.append(item.x)
        }
        #expect(points.count == 3 && points.allSatisfy { abs($0 - points[0]) < 0.1 })
        // The widest ends its column, as the heading does.
        #expect(abs((edges.min() ?? 0) - heading) < 0.01)
    }

    @Test("Amounts of pairs stand below each other at their last digits, the widest at the end")
    func amounts() throws {
        func value(_ units: Int64) -> Value {
            .record { $0.add("a", .money(Money(minorUnits: units, .eur))) }
        }
        let rows = Value.record { $0.add("rows", .list([value(123_450), value(725)])) }
        let flow = """
            <pairs label="50pt" align="right"><list path="rows"><pair label="sum">{a}</pair></list>
            <pair label="sum">99.00</pair></pairs>
            """
        var ends: [Double] = []
        var widest = 0.0
        for case .text(let item) in try Self.layOut(flow, rows).pages[0].items
        where !item.run.isRightToLeft {
            ends.append(item.x + item.run.widthPoints(size: item.size))
            if item.run.text == "1,234.50" { widest = item.x }
        }
        #expect(ends.count == 3 && ends.allSatisfy { abs($0 - ends[0]) < 0.01 })
        // The page is 595.28 wide, and the region 200 from its right.
        #expect(abs(widest - 395.28) < 0.01)
    }

    @Test("Foreign texts that a comma joins are read on from left to right")
    func joined() throws {
        let value = Value.record {
            $0.add("bank", "Gulf Bank")
            $0.add("branch", "Overseas, Dubai")
            $0.add("name", "شركة")
        }
        let document = try Self.layOut("<text>{bank}<sep>, </sep>{branch}, {name}</text>", value)
        #expect(
            Self.seen(document) == [Self.backwards("شركة") + " ,Gulf Bank, Overseas, Dubai"])
    }

    @Test("Headings and tagged texts are told in the order they are read in")
    func structure() throws {
        let value = Value.record { $0.add("name", "Gulf ₹ تيار") }
        let document = try Self.layOut(
            "<text heading=\"1\">{t:page} {name}</text>", value, tagged: true)
        #expect(document.bookmarks.map(\.title) == ["صفحة Gulf ₹ تيار"])
    }

    /// The letters of a run from left to right.
    private static func drawn(_ run: ShapedRun) -> String {
        run.isRightToLeft ? backwards(run.text) : run.text
    }

    private static func backwards(_ text: String) -> String {
        String(text.reversed().map { $0 == "(" ? ")" : $0 == ")" ? "(" : $0 })
    }

    /// The letters on each baseline from left to right.
    static func seen(_ document: LaidOutDocument) -> [String] {
        var rows: [(y: Double, items: [(x: Double, text: String)])] = []
        for case .text(let item) in document.pages[0].items {
            if let row = rows.firstIndex(where: { abs($0.y - item.y) < 0.01 }) {
                rows[row].items.append((item.x, drawn(item.run)))
            } else {
                rows.append((item.y, [(item.x, drawn(item.run))]))
            }
        }
        return rows.map { row in
            row.items.sorted { $0.x < $1.x }.map(\.text).joined()
        }
    }
}
