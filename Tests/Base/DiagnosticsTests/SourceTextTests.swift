import Diagnostics
import Testing

struct SourceTextTests {
    @Test(
        "A place is given by line and column of the file",
        arguments: [
            (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (6, 2, 3), (7, 3, 1), (8, 3, 2),
            (99, 3, 2), (-5, 1, 1),
        ] as [(Int, Int, Int)])
    func places(offset: Int, line: Int, column: Int) {
        // Bytes: a b \n, ä (two) c \n, d.
        let position = SourceText(name: "x", text: "ab\näc\nd").position(of: offset)
        #expect(position == (line, column))
    }

    @Test("A record from the middle of a file has that file's lines and columns")
    func middle() {
        let source = SourceText(
            name: "x", bytes: Array("{\n\"a\": 1}".utf8), firstLine: 40, firstColumn: 7)
        #expect(source.position(of: 0) == (40, 7))
        #expect(source.position(of: 1) == (40, 8))
        #expect(source.position(of: 2) == (41, 1))
    }

    @Test("Rows of a CSV record stand behind a heading row of line one")
    func heading() {
        let heading = "id,qty\n"
        let source = SourceText(
            name: "x", bytes: Array((heading + "A,1\nA,2\n").utf8), firstLine: 17,
            headingLength: heading.utf8.count)
        #expect(source.position(of: 3) == (1, 4))
        #expect(source.position(of: 7) == (17, 1))
        #expect(source.position(of: 13) == (18, 3))
        #expect(source.lineRange(around: 3) == 0..<6)
        #expect(source.lineRange(around: 7) == 7..<10)
        #expect(source.lineRange(around: 10) == 7..<10)
    }
}
