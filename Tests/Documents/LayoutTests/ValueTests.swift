import Diagnostics
import Formats
import Layout
import Money
import Testing

@Suite struct Values {
    static let value = Value.record {
        $0.add("text", "ab")
        $0.add("land", "WL")
        $0.add("small", Money(minorUnits: 1_205, .eur))
        $0.add("long", "DE0212 030000 5")
        $0.add("count", .integer(7))
        $0.add("number", Decimal("1234.5"))
        $0.add("amount", Money(minorUnits: 123_456_789, .eur))
        $0.add("currency", "EUR")
        $0.add("date", CalendarDate("2026-11-05"))
        $0.add("flag", .flag(true))
        $0.add("off", .flag(false))
        $0.add("unit", "H87")
        $0.add("list", .list([.text("x"), .text("y")]))
        $0.add("same", "ab")
        $0.add(
            "pairs",
            .list([
                .record {
                    $0.add("scheme", "PAN")
                    $0.add("number", "1")
                }, .record { $0.add("number", "2") },
            ]))
        $0.add(
            "place",
            .record {
                $0.add("city", "Durango")
                $0.add("postcode", "81301")
                $0.add("state", .record { $0.add("code", "CO") })
                $0.add("country", "US")
            })
        $0.add("inner", .record { $0.add("deep", .record { $0.add("er", "z") }) })
    }

    @Test(
        "Values print as their kind and the template say",
        arguments: [
            ("{text}", "ab"), ("{text:upper}", "AB"), ("{date:date}", "05\u{A0}Nov\u{A0}2026"),
            ("{number:quantity}", "1,234.5"),
            ("{small:words}", "Euros Twelve and Five Cents Only"), ("{text:words}", "ab"),
            ("{land:country}", "Wonderland"), ("{text:country}", "ab"),
            ("{long:fours}", "DE02 1203 0000 5"),
            ("{count}", "7"), ("{number}", "1,234.5"),
            ("{number:price}", "1,234.50"), ("{missing:zero}", "0.00"), ("{small:zero}", "12.05"),
            ("{place:locality}", "Durango, CO 81301"), ("{long:whole}", "DE0212 030000 5"),
            ("{t:sum text}", "Sum ab"), ("{t:of text}", "An ab of"), ("{t:sum missing}", ""),
            ("{number:percent}", "1,234.5%"),
            ("{number:minus}", "−1,234.5"), ("{amount}", "1,234,567.89"),
            ("{amount:money}", "€1,234,567.89"), ("{amount:minus}", "−1,234,567.89"),
            ("{currency:sign}", "€"), ("{date}", "05\u{A0}Nov\u{A0}2026"), ("{flag}", "Yes"),
            ("{off}", "No"), ("{unit:label:unit}", "piece"), ("{unit:LABEL:unit}", "PIECE"),
            ("{text:label:unit}", "ab"), ("{list}", "x, y"), ("{pairs}", "PAN 1 · 2"),
            ("{inner.deep.er}", "z"), ("{t:sum}", "Sum"), ("{T:sum}", "SUM"), ("{{x}", "{x}"),
            ("a {missing}", ""), ("a<span if='missing'> b</span>", "a"),
            ("{missing}<sep>, </sep>{text}<sep>, </sep>{count}", "ab, 7"),
            ("{text}<sep>, </sep>{missing}", "ab"), ("  a \n  b ", "a b"),
            ("<span if='text'>1</span><span unless='text'>2</span>", "1"),
            ("<span if='flag'>1</span><span if='off'>2</span>", "1"),
            ("<span if='text=ab'>1</span><span if='text=ac'>2</span>", "1"),
            ("<span if='list=2'>1</span><span if='list=1'>2</span>", "1"),
            ("<span if='text=/same'>1</span><span unless='text=/unit'>2</span>", "12"),
            ("<span if='text missing'>1</span><span unless='text missing'>2</span>", ""),
        ])
    func prints(_ template: String, _ expected: String) throws {
        let document = try Sheet.layOut("<text style='t'>\(template)</text>", Values.value)
        let printed = Sheet.lines(document.pages[0]).joined(separator: "/")
        // Noto Sans has no minus sign, an en dash stands in.
        let wanted = expected.replacing("−", with: "–")
        #expect(printed.replacing("|", with: "") == wanted)
    }

    @Test(
        "Prices have at least the places of their currency",
        arguments: [("JPY", "1,234.5|1,234"), ("KWD", "1,234.500|1,234.000")])
    func prices(_ code: String, _ expected: String) throws {
        let value = Value.record {
            $0.add("currency", code)
            $0.add("a", Decimal("1234.5"))
            $0.add("b", Decimal(1234))
        }
        let document = try Sheet.layOut("<text>{a:price}</text><text>{b:price}</text>", value)
        #expect(Sheet.lines(document.pages[0]).joined(separator: "|") == expected)
    }

    @Test("Items of a list are numbered and see the document by paths from its root")
    func lists() throws {
        let flow = "<list path='list'><text>{index} {.} {/text}</text></list>"
        let document = try Sheet.layOut(flow, Values.value)
        let lines = Sheet.lines(document.pages[0]).map { $0.replacing("|", with: "") }
        #expect(lines == ["1 x ab", "2 y ab"])
    }

    @Test("Rows of different shapes never print one another's values")
    func shapes() throws {
        // Thirty shapes: more than are remembered at a time.
        let rows = (0..<120).map { index in
            Value.record { row in
                for filler in 0..<(index * 7 % 30) { row.add("f\(filler)", "wrong") }
                if index % 3 != 0 { row.add("name", "n\(index)") }
            }
        }
        let document = try Sheet.layOut(
            "<list path='rows'><text>{name}</text></list>",
            .record { $0.add("rows", .list(rows)) })
        let printed = document.pages.flatMap(Sheet.lines)
        #expect(printed == (0..<120).filter { $0 % 3 != 0 }.map { "n\($0)" })
    }

    @Test("A character that no font has is told with the path of its value, once")
    func missingGlyph() throws {
        let findings = Findings()
        _ = try Sheet.layOut(
            "<text>{a}</text><text>{a}</text>", .record { $0.add("a", "x\u{10380}y") },
            findings: findings)
        let finding = try #require(findings.diagnostics.first)
        #expect(findings.diagnostics.count == 1)
        #expect(finding.code == "missing-glyph")
        #expect(finding.message == "no font has the character U+10380 of a")
    }
}
