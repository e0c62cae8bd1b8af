import Diagnostics
import Formats
import Layout
import Money
import Testing

/// Sums that tables carry over page breaks, and columns as wide as their words.
@Suite("Carried sums and fitting columns") struct CarryTests {
    private static let table = """
        <table path="rows" end-rule="2pt">
        <column width="share"><heading>head</heading>{name}</column>
        <column width="60pt" align="right" carry="amount">{amount}</column>
        <column width="30pt" align="right" carry="none">{none}</column></table>
        """

    /// Rows of 1.00, 2.00, 3.00 …, the third column of zeros.
    private func rows(_ count: Int) throws -> Value {
        let euro = try #require(Currency(code: "EUR"))
        return .record {
            $0.add(
                "rows",
                .list(
                    (1...count).map { number in
                        .record {
                            $0.add("name", "r\(number)")
                            $0.add("amount", Money(minorUnits: Int64(number) * 100, euro))
                            $0.add("none", Money(minorUnits: 0, euro))
                        }
                    }))
        }
    }

    private func pages(_ flow: String, _ value: Value) throws -> [[String]] {
        try Sheet.layOut(flow, value).pages.map { Sheet.lines($0) }
    }

    @Test("Every break shows on both sides what the rows before it come to")
    func breaks() throws {
        let pages = try pages(CarryTests.table, rows(17))
        // Heading and eight rows leave room for one line more: the sum of 1 to 8.
        #expect(pages[0].first == "head")
        #expect(pages[0].last == "Carried to 2|36.00")
        #expect(pages[0].count == 10)
        // Later pages hold eight lines: heading, sum, five rows, sum.
        #expect(pages[1].prefix(3) == ["head", "From page 1:|36.00", "r9|9.00|0.00"])
        #expect(pages[1].last == "Carried to 3|91.00")
        #expect(
            pages[2] == [
                "head", "From page 2:|91.00", "r14|14.00|0.00", "r15|15.00|0.00",
                "r16|16.00|0.00", "r17|17.00|0.00",
            ])
        #expect(pages.count == 3)
    }

    @Test("The lines that carry sums may be higher than the rows")
    func padding() throws {
        let table = CarryTests.table.replacing("end-rule", with: "carry-padding='5pt' end-rule")
        let page = try Sheet.layOut(table, rows(17)).pages[0]
        // Heading, seven rows of 10, and 20 for the sum.
        #expect(Sheet.lines(page).count == 9)
        let baselines = page.items.compactMap { item in
            if case .text(let text) = item { text.y } else { nil }
        }
        #expect(baselines.max() == 192.5)
    }

    @Test("Where all rows fit on one page nothing is carried, not even room kept for it")
    func onePage() throws {
        let pages = try pages(CarryTests.table, rows(9))
        #expect(pages.count == 1)
        #expect(pages[0].last == "r9|9.00|0.00")
    }

    @Test("Rows that go along with the totals leave the sum of those that stay")
    func alongWithTotals() throws {
        let flow = CarryTests.table + "<keep along='2'><text>total</text></keep>"
        let pages = try pages(flow, rows(9))
        #expect(pages[0].last == "Carried to 2|28.00")
        #expect(
            pages[1] == ["head", "From page 1:|28.00", "r8|8.00|0.00", "r9|9.00|0.00", "total"])
    }

    @Test("No text of any page reaches past its end")
    func withinPage() throws {
        for count in 1...60 {
            let document = try Sheet.layOut(CarryTests.table, rows(count))
            for case .text(let item) in document.pages.flatMap(\.items) {
                #expect(item.y <= 200)
            }
        }
    }

    @Test("A column of words is as wide as its widest word, and at most half of the table")
    func fitting() throws {
        let table = """
            <table path="rows"><column width="fit">{name}</column>
            <column width="share">x</column></table>
            """
        func second(_ names: [String]) throws -> Double {
            let page = try Sheet.layOut(table, .rows(names)).pages[0]
            for case .text(let item) in page.items where item.run.text == "x" { return item.x }
            return -1
        }
        #expect(abs(try second(["55", "5555"]) - 22.88) < 0.01)
        let wide = String(repeating: "5", count: 200)
        #expect(abs(try second([wide]) - 100) < 0.01)
    }

    @Test("A QR code stands where its frame is, and says what the value says")
    func symbol() throws {
        let value = Value.record { $0.add("code", "HELLO") }
        let page = try Sheet.layOut("<qr path='code' size='50pt'/><text>below</text>", value)
            .pages[0]
        let symbol = page.items.compactMap { item in
            if case .symbol(let symbol) = item { symbol } else { nil }
        }
        #expect(symbol.map(\.text) == ["HELLO"])
        #expect(symbol.map(\.modules) == [21])
        #expect(Sheet.lines(page) == ["below"])
        let findings = Findings()
        let long = Value.record { $0.add("code", String(repeating: "a", count: 3_000)) }
        _ = try Sheet.layOut("<qr path='code'/>", long, findings: findings)
        #expect(findings.diagnostics.map(\.code) == ["qr-code"])
    }
}
