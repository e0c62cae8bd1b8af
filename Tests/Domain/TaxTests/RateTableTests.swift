import Money
import Tax
import Testing

struct RateTableTests {
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

    @Test("A rate holds from its first to its last day, both included")
    func holds() throws {
        let table = try RateTable(
            parsing: "XX a 5 2020-01-01 2020-06-30 S\nXX a 6 2020-07-01 - S\nYY a 9 2020-01-01 - S")
        let days = ["2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01", "2999-01-01"]
        let rates = try days.map { day in
            table.rate("a", in: "XX", on: try #require(CalendarDate(day)))?.percent.description
        }
        #expect(rates == [nil, "5", "5", "6", "6"])
    }

    @Test("Every regime is found by its name")
    func regimes() {
        #expect(Regimes.all.map(\.name) == ["india-gst", "european-vat"])
        #expect(Regimes.named("european-vat")?.name == "european-vat")
        #expect(Regimes.named("india") == nil)
    }
}
