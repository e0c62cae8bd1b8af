import Diagnostics
import Testing

@Suite struct CountedTests {
    @Test(
        "A count is told with its noun, in the plural but for one",
        arguments: [
            (0, "file", "0 files"), (1, "file", "1 file"), (2, "file", "2 files"),
            (1, "delivery", "1 delivery"), (3, "unbilled delivery", "3 unbilled deliveries"),
            (1, "day", "1 day"), (14, "day", "14 days"),
        ])
    func counted(count: Int, noun: String, text: String) {
        #expect(Diagnostics.counted(count, noun) == text)
    }
}
