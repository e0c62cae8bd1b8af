import TestSupport
import Testing

/// Files of rates: taken together, checked against each other and what the books hold.
@Suite struct RateTests {
    static let heading = "country,class,rate,from,to,source\n"

    struct Wrong: CustomTestStringConvertible {
        let file: String
        let text: String
        /// Where and what is found, in order.
        let says: [String]
        let refused: Int

        init(_ file: String, _ text: String, _ says: [String], refused: Int) {
            (self.file, self.text, self.says, self.refused) = (file, text, says, refused)
        }

        var testDescription: String { "\(file) \(says)" }
    }

    /// The books hold SG standard 8 % for 2023 and 9 % since.
    static let wrong = [
        // Against the books: whose file and line is named.
        Wrong(
            "rates.csv", heading + "SG,standard,10,2026-07-01,,\n",
            ["rates.csv:2:1: error[rate-overlap]", "(rates-old.csv:3)"], refused: 1),
        Wrong(
            "rates.csv", heading + "SG,standard,7,2007-07-01,2022-12-30,\n",
            [
                "rates.csv:2:1: error[rate-gap]", "2022-12-31 to 2022-12-31", "(rates-old.csv:2)",
            ], refused: 1),
        // Within the file, in any order of its rows; the sound one is refused with them, once said.
        Wrong(
            "rates.csv",
            heading + "MY,a,6,2020-01-01,,\nMY,b,2,2021-01-01,,\nMY,b,1,2020-01-01,2021-01-01,\n",
            [
                "rates.csv:3:1: error[rate-overlap]", "2020-01-01 to 2021-01-01 (rates.csv:4)",
                "rates.csv:2:1: error[rates-refused]", "found:    2 sound rates",
            ], refused: 3),
        Wrong(
            "rates.json",
            """
            [{"country": "MY", "class": "b", "rate": "2", "from": "2021-01-03"},
             {"country": "MY", "class": "b", "rate": "1", "from": "2020-01-01", "to": "2021-01-01"}]
            """,
            [
                "rates.json:1:2: error[rate-gap]", "2021-01-02 to 2021-01-02", "(rates.json:2)",
                "rates.json:2:2: error[rates-refused]", "found:    a sound rate",
            ],
            refused: 2),
        Wrong(
            "rates.jsonl",
            """
            {"country": "MY", "class": "b", "rate": "2", "from": "2021-01-03"}
            {"country": "MY", "class": "b", "rate": "2", "from": "2021-01-03"}
            """,
            ["rates.jsonl:2:1: error[duplicate-record]", "rates.jsonl:1:1: error[rates-refused]"],
            refused: 2),
        // What cannot be read might have filled the gap: it is no second finding.
        Wrong(
            "rates.csv",
            heading + "MY,b,1,2020-01-01,2020-12-31,\nMY,b,101,2021-01-01,2021-12-31,\n"
                + "MY,b,2,2022-01-01,,\n",
            ["rates.csv:3:6: error[percent-out-of-range]", "rates.csv:2:1: error[rates-refused]"],
            refused: 3),
        Wrong(
            "rates.csv", heading + "MY,b,1,2020-01-01\nMY,c,2,2022-01-01,,\n",
            ["rates.csv:2:1: error[csv-columns]", "rates.csv:3:1: error[rates-refused]"],
            refused: 2),
        Wrong(
            "rates.csv",
            heading + "XX,a,1,2020-01-01,,\nSG,exempt,1,2020-01-01,,\n"
                + "SG,a,1,2020-02-30,,\nSG,b,1,2020-02-01,2020-01-31,\n",
            [
                "rates.csv:2:1: error[unknown-country]", "rates.csv:3:4: error[reserved-tax-class]",
                "rates.csv:4:8: error[bad-date]", "rates.csv:5:19: error[date-order]",
            ], refused: 4),
    ]

    private static func shop() throws -> Shop {
        let shop = try Shop()
        shop.scratch.write(
            "rates-old.csv",
            heading + "SG,standard,8,2023-01-01,2023-12-31,s. 16\nSG,standard,9,2024-01-01,,s. 16\n"
        )
        #expect(try shop.done("import", "rates-old.csv").contains("2 taken  0 refused"))
        return shop
    }

    @Test("Rates that do not fit each other are refused with their whole file", arguments: wrong)
    func refused(_ wrong: Wrong) throws {
        let shop = try Self.shop()
        shop.scratch.write(wrong.file, wrong.text)
        let check = try shop.run("check", wrong.file)
        let outcome = try shop.run("import", wrong.file)
        #expect(outcome.status == 1)
        #expect(check.status == 1 && check.err == outcome.err, "check says what import says")
        var rest = outcome.err[...]
        for words in wrong.says {
            let found = rest.firstRange(of: words)
            #expect(found != nil, "\(words) in \(outcome.err)")
            rest = rest[(found?.upperBound ?? rest.startIndex)...]
        }
        let errors = outcome.err.split(separator: "error[").count - 1
        #expect(errors == wrong.says.filter { $0.contains("error[") }.count, "\(outcome.err)")
        #expect(
            outcome.out.contains(" 0 taken  \(wrong.refused) refused"), "\(outcome.out)")
        // Nothing of it is in the books: rates that would collide with it are taken.
        let other = Self.heading + "MY,a,3,2019-01-01,,\nMY,b,3,2019-01-01,,\nMY,c,3,2019-01-01,,\n"
        shop.scratch.write("rates-other.csv", other)
        #expect(try shop.done("import", "rates-other.csv").contains("3 taken  0 refused"))
    }

    @Test("A row replaces the one of its first day, and may be ended in the file of the next one")
    func replaces() throws {
        let shop = try Self.shop()
        #expect(try shop.done("import", "rates-old.csv").contains("2 taken  0 refused"))
        shop.scratch.write(
            "rates-2026.csv",
            Self.heading + "SG,standard,10,2026-07-01,,new law\n"
                + "SG,standard,9,2024-01-01,2026-06-30,s. 16\n")
        #expect(try shop.done("import", "rates-2026.csv").contains("2 taken  0 refused"))
        // By itself the old file would open the ended row again.
        let again = try shop.run("import", "rates-old.csv")
        #expect(again.status == 1 && again.err.contains("(rates-2026.csv:2)"), "\(again.err)")
    }

    @Test("The form of rates is published")
    func schema() throws {
        let shop = try Shop()
        #expect(try shop.done("schema").contains("rates       JSON, CSV  "))
        #expect(try shop.done("schema", "rates").contains("urn:bijak:schema:rates"))
        let columns = try shop.done("schema", "rates", "--csv").split(separator: "\n").map {
            String($0.prefix { $0 != " " })
        }
        #expect(columns == ["country", "class", "rate", "from", "to", "source", "name"])
    }
}
