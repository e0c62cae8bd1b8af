import Diagnostics
import Formats
import Glibc
import TestSupport
import Testing

struct RecordSplitterTests {
    /// Each record as `text@line:column`, then findings, then `broken` where the file is.
    private func cut(
        _ file: String, _ text: String, pieceLength: Int = .max, limit: Int = 4 << 20
    ) throws -> [String] {
        let cut = try split(file, Array(text.utf8), pieceLength: pieceLength, limit: limit)
        let records = cut.records.map {
            let body = String(decoding: $0.bytes[$0.headingLength...], as: UTF8.self)
            return "\(body)@\($0.firstLine):\($0.firstColumn)"
        }
        return records + cut.findings + (cut.isBroken ? ["broken"] : [])
    }

    @Test(
        "A file is cut into its records, each with its place",
        arguments: [
            ("a.json", "[{\"a\":1},\n {\"b\":2}]", ["{\"a\":1}@1:2", "{\"b\":2}@2:2"]),
            ("a.json", " {\"a\":1}\n", ["{\"a\":1}@1:2"]),
            ("a.json", "\u{FEFF}[{}]", ["{}@1:2"]), ("a.json", "[]", []), ("a.json", "[ \n]\n", []),
            ("a.json", "[[1,[2]],3,\"x,]\"]", ["[1,[2]]@1:2", "3@1:10", "\"x,]\"@1:12"]),
            ("a.json", #"[{"a":"}]\"{["},{}]"#, [#"{"a":"}]\"{["}@1:2"#, "{}@1:17"]),
            (
                "a.jsonl", "{\"a\":1}\n\n  {\"b\":2}\r\n{\"c\":3}",
                ["{\"a\":1}@1:1", "  {\"b\":2}\r@3:1", "{\"c\":3}@4:1"]
            ),
            ("a.ndjson", "1\n2\n", ["1@1:1", "2@2:1"]), ("a.jsonl", "\n \t\r\n", []),
            ("a.csv", "order,item\nS1,A\nS1,B\nS2,C\n", ["S1,A\nS1,B\n@2:1", "S2,C\n@4:1"]),
            ("a.csv", "order,item\nS1,\"A\nB\"\nS2,C", ["S1,\"A\nB\"\n@2:1", "S2,C@4:1"]),
        ] as [(String, String, [String])])
    func cuts(file: String, text: String, expected: [String]) throws {
        #expect(try cut(file, text) == expected)
        for length in 1...3 { #expect(try cut(file, text, pieceLength: length) == expected) }
    }

    @Test(
        "What stands wrongly between records is said, the records are still cut",
        arguments: [
            ("[{},]", ["{}@1:2", "json-syntax@1:5"]), ("[,{}]", ["{}@1:3", "json-syntax@1:2"]),
            ("[{},,{}]", ["{}@1:2", "{}@1:6", "json-syntax@1:5"]),
            ("[{} {}]", ["{}@1:2", "{}@1:5", "json-syntax@1:5"]),
            ("[1,]", ["1@1:2", "json-syntax@1:4"]), ("{}{}", ["{}@1:1", "json-syntax@1:3"]),
            ("{},{},{}", ["{}@1:1", "json-syntax@1:3"]), ("[] x y", ["json-syntax@1:4"]),
            ("[{}]\n]", ["{}@1:2", "json-syntax@2:1"]),
            // Cut off: nothing of the file should be taken.
            ("[{},", ["{}@1:2", "json-unclosed@1:5", "broken"]),
            ("[{}", ["{}@1:2", "json-unclosed@1:4", "broken"]),
            ("[\n{\"a\":[1,", ["json-unclosed@2:1", "broken"]),
            ("{\"a\":\"b", ["json-unclosed@1:1", "broken"]),
            ("[{\"a\":\"b\\\"}]", ["json-unclosed@1:2", "broken"]),
        ] as [(String, [String])])
    func reportsBetween(text: String, expected: [String]) throws {
        #expect(try cut("a.json", text) == expected)
        #expect(try cut("a.json", text, pieceLength: 1) == expected)
    }

    @Test(
        "A record over the limit is passed over, once, and never taken in part",
        arguments: [
            ("a.json", "[{\"a\":\"12345678\"},{}]", ["{}@1:19", "record-too-large@1:2"]),
            (
                "a.jsonl", "1\n{\"a\":\"12345678\"}\n2\n",
                ["1@1:1", "2@3:1", "record-too-large@2:1"]
            ),
            ("a.jsonl", "1\n{\"a\":\"12345678\"}", ["1@1:1", "record-too-large@2:1"]),
            // An order whose rows together are too large: no later row of it makes a smaller order.
            (
                "a.csv", "order\nS1\nS1\nS1\nS1\nS1\nS1\nS1\nS2\n",
                ["S2\n@9:1", "record-too-large@2:1"]
            ),
            (
                "a.csv", "order\nS1\n\"S1\"\nS1\n\"\"\nS1\nS1\nS2\n",
                ["S2\n@8:1", "record-too-large@2:1"]
            ),
            // One huge row: whose it is cannot be told, the file is refused.
            ("a.csv", "order\nS1\n\"S2 and so on\"\nS2\n", ["record-too-large@3:1", "broken"]),
            ("a.csv", "order,date,item\nS1,,\n", ["record-too-large@1:1", "broken"]),
        ] as [(String, String, [String])])
    func limitsRecords(file: String, text: String, expected: [String]) throws {
        #expect(try cut(file, text, limit: 12) == expected)
        #expect(try cut(file, text, pieceLength: 1, limit: 12) == expected)
    }

    @Test("A line without end is passed over in flat memory, the lines after it are read")
    func passesOverEndlessLine() throws {
        // A gibibyte where properties are tried at length, else 8 MiB.
        let pieces = rounds >= 100_000 ? 1024 : 8
        let piece = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        for file in ["a.jsonl", "a.csv"] {
            let layout = try #require(RecordSplitter.Layout(fileName: file, table: .items))
            var splitter = RecordSplitter(name: file, layout: layout)
            let findings = Findings()
            var records: [String] = []
            func take(_ record: SourceText) {
                records.append(String(decoding: record.bytes, as: UTF8.self))
            }
            splitter.feed(Array("id\n1\n".utf8), findings: findings, record: take)
            let before = peakMemory()
            for _ in 0..<pieces { splitter.feed(piece, findings: findings, record: take) }
            let growth = peakMemory() - before
            splitter.feed(Array("\n2\n".utf8), findings: findings, record: take)
            splitter.finish(findings: findings, record: take)
            #expect(records == (file == "a.csv" ? ["id\n1\n", "id\n2\n"] : ["id", "1", "2"]))
            #expect(findings.diagnostics.map(brief) == ["record-too-large@3:1"])
            // The buffer is 4 MiB; the rest is what other tests take beside this one.
            if pieces == 1024 { #expect(growth < 256 << 20) }
        }
    }

    /// The most memory this process has held, in bytes.
    private func peakMemory() -> Int {
        var usage = rusage()
        unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss << 10
    }

    @Test("One broken line of JSONL is refused alone")
    func keepsOtherLines() throws {
        let text = "{\"a\":1}\n{\"a\":\n{\"a\":3}\n\"\\\n{\"a\":5}\n"
        let read = try split("a.jsonl", Array(text.utf8)).records.map { source -> String in
            do throws(Rejected) { return compact(try JSONReader.read(source).root) } catch {
                return brief(error.diagnostic)
            }
        }
        #expect(read == ["{a:1}", "json-syntax@2:5", "{a:3}", "json-syntax@4:2", "{a:5}"])
    }

    @Test("A column that no table has refuses the file at its heading, not at each row")
    func refusesHeadingOnce() throws {
        let rows = String(repeating: "S1;A\n", count: 1000)
        #expect(try cut("a.csv", "order;item\n" + rows) == ["csv-separator@1:1", "broken"])
    }

    @Test("However a file is cut into pieces, the records are the same")
    func piecesDoNotMatter() throws {
        var random = SplitMix64(seed: 0x5911)
        let letters = Array("[]{},:\"\\ \n1a".utf8)
        for round in 0..<rounds {
            var bytes: [UInt8] = []
            if round % 2 == 0 {
                bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? 0
                }
            } else {
                let records = (0..<Int.random(in: 0...4, using: &random)).map { index in
                    #"{"id":"S\#(index)","t":"]}é\" \\","l":[{"q":\#(index)},[]]}"#
                }
                bytes = Array("[\(records.joined(separator: ",\n"))]".utf8)
            }
            for file in ["a.json", "a.jsonl", "a.csv"] {
                let text = String(decoding: bytes, as: UTF8.self)
                let whole = try cut(file, text, limit: 64)
                let length = Int.random(in: 1...7, using: &random)
                #expect(try cut(file, text, pieceLength: 1, limit: 64) == whole)
                #expect(try cut(file, text, pieceLength: length, limit: 64) == whole)
            }
        }
    }
}
