import Formats
import Layout
import Money
import Testing

/// What a line's end does not divide, and what does not stand at one.
@Suite("Whole values") struct WholeTests {
    private func lines(_ text: String, width: String, _ value: Value) throws -> [String] {
        let flow =
            "<columns><column x='0pt' width='\(width)'><text>\(text)</text></column></columns>"
        return Sheet.lines(try Sheet.layOut(flow, value, language: "en-IN").pages[0])
    }

    private let value = Value.record {
        $0.add("number", "11-22")
        $0.add("phone", "+91 452 555")
        $0.add("date", CalendarDate(year: 2026, month: 4, day: 18))
        $0.add("ids", .list([.text("1-1"), .text("2-2")]))
    }

    @Test("A date stays whole, be there ever so many hyphens in it")
    func date() throws {
        // "18-Apr-2026" is 6 figures, two hyphens of 3.22 and letters of 16.7: 57.4 wide.
        #expect(try lines("1 {date}", width: "60pt", value) == ["1", "18-Apr-2026"])
        // What is wider than the line is divided nevertheless.
        let cut = try lines("1 {date}", width: "50pt", value).joined()
        #expect(cut.filter { $0 != " " && $0 != "|" } == "118-Apr-2026")
    }

    @Test("A text stays whole where the template says so, a list between its items")
    func texts() throws {
        #expect(try lines("1 {phone}", width: "62pt", value) == ["1 |+91 452", "555"])
        #expect(try lines("1 {phone:whole}", width: "62pt", value) == ["1", "+91 452 555"])
        #expect(try lines("1 {ids:whole}", width: "24pt", value) == ["1", "1-1,", "2-2"])
    }

    @Test("No separator is left at the end of a line")
    func separators() throws {
        #expect(
            try lines("{number}<sep>, </sep>{date}", width: "60pt", value)
                == ["11-22", "18-Apr-2026"])
        #expect(
            try lines("{number}<sep>, </sep>{phone}", width: "190pt", value)
                == ["11-22|, |+91 452 555"])
    }
}
