import Diagnostics
import Formats
import Layout
import Money
import Testing

/// What tagged documents tell those who cannot see them, and the bookmarks of all documents.
@Suite("Structure of documents") struct StructureTests {
    private static let flow = """
        <text heading="1">Invoice</text>
        <pairs label="40pt"><pair><label>No.</label><value>{n}</value></pair></pairs>
        <table path="rows" heading-rule="1pt" end-rule="2pt">
        <column width="share"><heading>What</heading>{name}<note>{more}</note></column>
        <column width="60pt" align="right" carry="amount"><heading>Amount</heading>{amount}</column>
        <column width="20pt"><heading>Unit</heading>{unit}</column></table>
        <text heading="2">Payment of a long and even longer heading that takes two lines</text>
        <qr path="n" size="20pt" alt="Code of {n}"/>
        """

    private func document(rows: Int, tagged: Bool = true) throws -> LaidOutDocument {
        let euro = try #require(Currency(code: "EUR"))
        let value = Value.record {
            $0.add("n", "RE-1")
            $0.add(
                "rows",
                .list(
                    (1...rows).map { number in
                        .record {
                            $0.add("name", "r\(number)")
                            $0.add("more", "note")
                            $0.add("amount", Money(minorUnits: Int64(number) * 100, euro))
                        }
                    }))
        }
        return try Sheet.layOut(
            StructureTests.flow, value,
            extra:
                "<fixed on=\"every\"><frame x=\"0pt\" y=\"50pt\" width=\"100pt\"><text>Head</text></frame></fixed>",
            tagged: tagged)
    }

    /// The words of each element that has any, in the order of the pages.
    private func words(_ document: LaidOutDocument) -> [(Int, String)] {
        var words: [(Int, String)] = []
        for page in document.pages {
            for case .text(let item) in page.items where item.element >= 0 {
                if words.last?.0 == item.element {
                    words[words.count - 1].1 += item.run.text
                } else {
                    words.append((item.element, item.run.text))
                }
            }
        }
        return words
    }

    @Test("Every text is part of something, or is repeated from a page before")
    func told() throws {
        let document = try document(rows: 12)
        #expect(document.isTagged && document.pages.count > 2)
        let words = words(document)
        let texts = words.map(\.1)
        #expect(texts.prefix(6) == ["Invoice", "No. RE-1", "What", "Amount", "Unit", "r1 note"])
        // The fixed head of the first page is told, after what flows; heads of later ones are not.
        #expect(texts.filter { $0 == "Head" }.count == 1)
        #expect(texts.filter { $0 == "What" }.count == 1)
        #expect(!texts.contains { $0.contains("Carried") || $0.contains("From page") })
        let silent = document.pages.flatMap { page in
            page.items.compactMap { item in
                if case .text(let text) = item, text.element < 0 { text.run.text } else { nil }
            }
        }
        // What is left is repeated: heads, and the lines with the sums carried over breaks.
        let repeated = ["Head", "What", "Amount", "Unit"]
        #expect(repeated.allSatisfy(silent.contains))
        let carried = silent.filter { !repeated.contains($0) && !$0.hasSuffix(".00") }
        #expect(carried.allSatisfy { $0.hasPrefix("Carried to ") || $0.hasPrefix("From page ") })
        #expect(texts.filter { $0.hasSuffix(".00") }.count == 12)
    }

    @Test("Cells stand in rows, rows in their table, each row with a cell for each column")
    func table() throws {
        let document = try document(rows: 12)
        let structure = document.structure
        let tables = structure.indices.filter { structure[$0].role == .table }
        #expect(tables.count == 1)
        for (element, text) in words(document) where text.hasPrefix("r") {
            let row = structure[element].parent
            #expect(structure[element].role == .dataCell)
            #expect(structure[row].role == .row)
            #expect(structure[row].parent == tables[0])
            #expect(structure[(row + 1)...(row + 3)].allSatisfy { $0.parent == row })
        }
        #expect(structure.filter { $0.role == .headerCell }.count == 3)
        let figures = structure.filter { $0.role == .figure }
        #expect(figures.map(\.alternative) == ["Code of RE-1"])
    }

    @Test("Headings are bookmarks, also where nothing else is told", arguments: [true, false])
    func bookmarks(tagged: Bool) throws {
        let document = try document(rows: 3, tagged: tagged)
        #expect(
            document.bookmarks.map(\.title) == [
                "Invoice", "Payment of a long and even longer heading that takes two lines",
            ])
        #expect(document.bookmarks.map(\.level) == [1, 2])
        #expect(document.bookmarks.map(\.page).first == 0)
        #expect((document.bookmarks.first?.y).map { abs($0 - 97.5) < 0.01 } == true)
        #expect(document.isTagged == tagged)
        #expect(tagged || document.structure.count == 3)
    }

    @Test("A figure without words is refused in a tagged template")
    func figure() throws {
        let findings = Findings()
        _ = try Sheet.read("<flow><qr path=\"n\"/></flow>", tagged: true, findings: findings)
        #expect(findings.diagnostics.map(\.code) == ["missing-alt"])
        let untagged = Findings()
        _ = try Sheet.read("<flow><qr path=\"n\"/></flow>", findings: untagged)
        #expect(untagged.diagnostics.isEmpty)
    }
}
