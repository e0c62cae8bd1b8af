import Diagnostics
import Formats
import Money
import Testing
import Trade

struct RateTableTests {
    private static func day(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(text))
    }

    @Test(
        "A line that is not `country class rate from to source` is refused with its number",
        arguments: [
            ("DE standard 19 2007-01-01 - Source", 0), ("# note\n\nDE a 1 2007-01-01 - S", 0),
            ("DE standard 19 2007-01-01 -", 1), ("DE standard x 2007-01-01 - S", 1),
            ("# note\nDE standard 19 2007-13-01 - S", 2), ("\n\nDE a 1 2007-01-01 open S", 3),
        ] as [(String, Int)])
    func parses(text: String, wrongLine: Int) {
        do throws(RateTable.Malformed) {
            #expect(try RateTable(parsing: text).rates.count == 1)
            #expect(wrongLine == 0)
        } catch { #expect(error.line == wrongLine) }
    }

    @Test("A rate holds from its first to its last day, both included, whatever the rows' order")
    func holds() throws {
        let table = try RateTable(
            parsing: "XX a 6 2020-07-01 - S\nXX a 5 2020-01-01 2020-06-30 S\nYY a 9 2020-01-01 - S")
        let days = ["2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01", "2999-01-01"]
        let rates = try days.map { day in
            table.rate("a", in: "XX", on: try Self.day(day))?.percent.description
        }
        #expect(rates == [nil, "5", "5", "6", "6"])
        #expect(table.rate("a", in: "ZZ", on: try Self.day("2020-01-01")) == nil)
        #expect(RateTable.empty.rate("a", in: "XX", on: try Self.day("2020-01-01")) == nil)
        #expect(table.has("a") && !table.has("b") && !RateTable.empty.has("a"))
    }

    @Test("A user's rate goes before the built-in one on the days it holds, and only then")
    func overlay() throws {
        let builtIn = try RateTable(
            parsing: "XX a 5 2020-01-01 - law\nXX b 7 2020-01-01 - law\nXX d 1 2020-01-01 - law")
        let own = try RateTable(
            parsing: "XX c 3 2021-01-01 - me\nXX a 6 2021-01-01 2021-12-31 me")
        let rates = own.over(builtIn)
        let found = try ["2020-06-01", "2021-06-01", "2022-01-01"].map { day in
            try ["a", "b", "c"].map { taxClass in
                rates.rate(taxClass, in: "XX", on: try Self.day(day))
                    .map { "\($0.percent) \($0.source ?? "")" } ?? "-"
            }
        }
        #expect(
            found == [
                ["5 law", "7 law", "-"], ["6 me", "7 law", "3 me"], ["5 law", "7 law", "3 me"],
            ])
        let inForce = rates.inForce(in: "XX", on: try Self.day("2021-06-01"))
        #expect(inForce.map { "\($0.taxClass) \($0.percent)" } == ["c 3", "a 6", "b 7", "d 1"])
    }

    @Test(
        "Rows of one country and class follow each other day after day",
        arguments: [
            // One after the other, in any order; other classes and countries apart.
            ("XX a 1 2020-01-01 2020-12-31 S\nXX a 2 2021-01-01 - S", []),
            ("XX a 2 2021-01-01 - S\nXX a 1 2020-01-01 2020-12-31 S", []),
            ("XX a 1 2020-01-01 - S\nXX b 1 2020-01-01 - S\nXX-C a 1 2020-01-01 - S", []),
            // The last day of one is the first of the next: one day too many; one too few.
            (
                "XX a 1 2020-01-01 2021-01-01 S\nXX a 2 2021-01-01 - S",
                ["overlap 2020-01-01 2021-01-01"]
            ),
            (
                "XX a 1 2020-01-01 2020-12-30 S\nXX a 2 2021-01-01 - S",
                ["gap 2020-01-01 2021-01-01"]
            ),
            // An open row under all later ones; a row inside a longer one leaves no gap behind it.
            (
                "XX a 1 2020-01-01 - S\nXX a 2 2021-01-01 2021-12-31 S\nXX a 3 2023-01-01 - S",
                ["overlap 2020-01-01 2021-01-01", "overlap 2020-01-01 2023-01-01"]
            ),
            (
                "XX a 1 2020-01-01 2022-12-31 S\nXX a 2 2021-01-01 2021-12-31 S\n"
                    + "XX a 3 2023-01-01 - S", ["overlap 2020-01-01 2021-01-01"]
            ),
            // The same first day twice; by country, then class.
            (
                "YY a 1 2020-01-01 - S\nYY a 1 2020-01-01 - S\n"
                    + "XX b 1 2020-01-01 2020-12-31 S\nXX b 1 2022-01-01 - S\n"
                    + "XX a 1 2020-01-01 - S\nXX a 1 2020-02-01 - S",
                [
                    "overlap 2020-01-01 2020-02-01", "gap 2020-01-01 2022-01-01",
                    "overlap 2020-01-01 2020-01-01",
                ]
            ),
        ] as [(String, [String])])
    func conflicts(text: String, expected: [String]) throws {
        let conflicts = try RateTable(parsing: text).conflicts
        #expect(conflicts.map { "\($0.kind) \($0.earlier.from) \($0.later.from)" } == expected)
    }

    @Test(
        "A record of rates is read with all its findings",
        arguments: [
            (#""country":"SG","class":"standard","rate":"9","from":"2024-01-01""#, []),
            (#""country":"US-CA","class":"0.25","rate":7.251,"from":"2024-01-01""#, []),
            (#""country":"IC","class":"zero","rate":"0","from":"2024-01-01","name":"IGIC""#, []),
            (
                #""country":"BR-SP","class":"a","rate":100,"from":"2024-01-01","to":"2024-01-01""#,
                []
            ),
            (
                #""country":"sg","class":"a b","rate":"9.1234","from":"1.1.2024""#,
                ["bad-identifier", "too-many-decimals", "bad-date", "unknown-country"]
            ),
            (
                #""country":"US-","class":"exempt","rate":"-1","from":"2024-01-02","to":"2024-01-01""#,
                ["unknown-country", "reserved-tax-class", "percent-out-of-range", "date-order"]
            ),
            (
                #""country":"US-CALI","class":"a","rate":"100.001","from":"2024-01-02""#,
                ["unknown-country", "percent-out-of-range"]
            ),
            (
                #""country":"US-C-A","class":"nil","rate":"9 %","from":"2024-01-02""#,
                ["bad-number", "unknown-country", "reserved-tax-class"]
            ),
            (
                #""country":"ZZ","to":"2024-01-02""#,
                [
                    "missing-key", "missing-key", "missing-key", "unknown-country",
                ]
            ),
        ] as [(String, [String])])
    func reading(keys: String, codes: [String]) throws {
        let findings = Findings()
        let tree = try JSONReader.read(SourceText(name: "rates.json", text: "{\(keys)}"))
        let rate = RateTable.Rate(tree.root, findings)
        #expect(findings.diagnostics.map(\.code) == codes)
        #expect(findings.diagnostics.allSatisfy { $0.location != nil })
        #expect((rate == nil) == !codes.isEmpty)
    }

    @Test("A conflict names both rows, the other one by its file and line")
    func conflictText() throws {
        func rate(_ file: String, _ line: Int, _ from: String, _ to: String) throws
            -> RateTable.Rate
        {
            let text = #"{"country":"SG","class":"a","rate":"9","from":"\#(from)"\#(to)}"#
            let source = SourceText(name: file, bytes: Array(text.utf8), firstLine: line)
            return try #require(RateTable.Rate(try JSONReader.read(source).root, Findings()))
        }
        let table = RateTable([
            try rate("in/rates-2.json", 9, "2024-02-01", ""),
            try rate("old/rates.json", 3, "2023-01-01", #","to":"2023-12-31""#),
            try rate("old/rates.json", 4, "2024-03-01", #","to":"2024-03-31""#),
        ])
        let told = table.conflicts.map { conflict in
            let one = conflict.diagnostic(isAtLater: conflict.kind == .gap)
            return "\(one.code) \(one.location?.line ?? 0): \(one.message); \(one.expected ?? "")"
        }
        #expect(
            told == [
                "rate-gap 9: 2024-01-01 to 2024-01-31 have no rate of SG a; "
                    + "a first day of 2024-01-01, after 2023-01-01 to 2023-12-31 (rates.json:3)",
                "rate-overlap 9: two rates of SG a hold on the same day; "
                    + "days outside 2024-03-01 to 2024-03-31 (rates.json:4)",
            ])
    }
}
