import Diagnostics
import Formats
import TestSupport
import Testing

struct JSONReaderTests {
    private func read(_ bytes: [UInt8]) -> String {
        do {
            return compact(try JSONReader.read(SourceText(name: "a.json", bytes: bytes)).root)
        } catch {
            return brief(error.diagnostic)
        }
    }

    @Test(
        "JSON is read as it stands, numbers digit by digit",
        arguments: [
            (#"{}"#, "{}"), (#"[]"#, "[]"), (" \t\r\n[ ]\n", "[]"), ("true", "true"),
            (
                #"{"a":1,"b":[true,false,null],"c":{"d":"e"}}"#,
                "{a:1,b:[true,false,null],c:{d:'e'}}"
            ),
            (
                #"[-0.10, 0, 12345678901234567890.123456789]"#,
                "[-0.10,0,12345678901234567890.123456789]"
            ),
            (#""a\"\\\/\b\f\n\r\tz""#, "'a\"\\/\u{8}\u{c}\n\r\tz'"),
            (#""\u00e9\u20B9\ud83d\ude00""#, "'é₹😀'"),
            (#"{"\u0061":"é","e\u0301":2}"#, "{a:'é',e\u{301}:2}"),
            // Different scalars are different keys, although they look alike.
            (#"{"é":1,"e\#u{301}":2}"#, "{é:1,e\u{301}:2}"),
            ("\"a\u{7F}\u{FFFF}\"", "'a\u{7F}\u{FFFF}'"),
        ] as [(String, String)])
    func reads(text: String, expected: String) {
        #expect(read(Array(text.utf8)) == expected)
    }

    @Test(
        "What is not JSON is refused at its place",
        arguments: [
            ("", "json-syntax@1:1"), ("  \n", "json-syntax@1:3"), ("nul", "json-syntax@1:1"),
            ("True", "json-syntax@1:1"), ("{", "json-syntax@1:1"), ("[1", "json-syntax@1:2"),
            ("[1,]", "json-syntax@1:4"), ("[,1]", "json-syntax@1:2"), ("[1 2]", "json-syntax@1:4"),
            ("[1}", "json-syntax@1:3"), ("{\"a\"}", "json-syntax@1:5"),
            ("{\"a\":}", "json-syntax@1:6"), ("{\"a\":1,}", "json-syntax@1:8"),
            ("{\"a\":1 \"b\":2}", "json-syntax@1:8"), ("{a:1}", "json-syntax@1:2"),
            ("{'a':1}", "json-syntax@1:2"), ("{1:1}", "json-syntax@1:2"),
            ("{}{}", "json-syntax@1:3"), ("{} // note", "json-syntax@1:4"),
            ("\u{B}[]", "json-syntax@1:1"), ("\u{A0}[]", "json-syntax@1:1"),
            // Lines are counted by line feeds, columns in characters.
            ("{\r\n  \"é₹\": 1,\r\n  oops\r\n}", "json-syntax@3:3"),
            ("[\"é₹😀\", oops]", "json-syntax@1:9"),
            // Texts
            ("\"abc", "json-syntax@1:1"), ("[\"abc\\\"]", "json-syntax@1:2"),
            ("\"a\tb\"", "json-syntax@1:3"), ("\"a\nb\"", "json-syntax@1:3"),
            ("\"a\u{0}b\"", "json-syntax@1:3"), (#""a\xb""#, "json-syntax@1:3"),
            (#""\u12G4""#, "json-syntax@1:2"), (#""\u12"#, "json-syntax@1:2"),
            (#""\ud83d""#, "json-syntax@1:8"), (#""\ud83dA\u0041""#, "json-syntax@1:8"),
            (#""\ude00""#, "json-syntax@1:2"), ("\"abc\\", "json-syntax@1:5"),
            // Numbers
            ("01", "json-syntax@1:2"), ("-", "json-syntax@1:1"), ("-a", "json-syntax@1:2"),
            ("+1", "json-syntax@1:1"), (".5", "json-syntax@1:1"), ("5.", "json-syntax@1:2"),
            ("1e5", "json-syntax@1:2"), ("1.5E-3", "json-syntax@1:4"), ("NaN", "json-syntax@1:1"),
            ("0x10", "json-syntax@1:2"), ("1,5", "json-syntax@1:2"),
            // Keys that come twice, however they are written
            ("{\"a\":1,\n\"b\":2,\n \"a\":3}", "json-duplicate-key@3:2"),
            (#"{"a":1,"\u0061":2}"#, "json-duplicate-key@1:8"),
            (#"{"":1,"":2}"#, "json-duplicate-key@1:7"),
            (#"[{"a":1},{"a":{"b":1,"b":2}}]"#, "json-duplicate-key@1:22"),
        ] as [(String, String)])
    func refuses(text: String, expected: String) {
        #expect(read(Array(text.utf8)) == expected)
    }

    @Test(
        "Bytes that are not UTF-8 are refused at the first of them",
        arguments: [
            // A lone continuation, an overlong form, a surrogate, above U+10FFFF, a cut character,
            // Latin 1 and UTF-16.
            ([0x22, 0x80, 0x22], 2), ([0x22, 0xC0, 0xAF, 0x22], 2), ([0x22, 0xE0, 0x80, 0xAF], 2),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 2), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 2),
            ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 2), ([0x22, 0x41, 0xE2, 0x82], 3),
            ([0x22, 0xC3, 0xA9, 0xE9, 0x22], 3), ([0xFF, 0xFE, 0x22, 0x00], 1),
            ([0x22, 0xC3], 2),
        ] as [([UInt8], Int)])
    func refusesBadUTF8(bytes: [UInt8], column: Int) {
        #expect(read(bytes) == "invalid-utf8@1:\(column)")
    }

    @Test(
        "64 levels are read, more are refused where they begin and never followed",
        arguments: [(64, "ok"), (65, "json-too-deep"), (10_000, "json-too-deep")])
    func limitsDepth(depth: Int, expected: String) {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let inside = open == "[" ? "" : "1"
            let text =
                String(repeating: open, count: depth) + inside
                + String(repeating: close, count: depth)
            let outcome = read(Array(text.utf8))
            let place = "@1:\(64 * open.utf8.count + 1)"
            #expect(expected == "ok" ? !outcome.contains("@") : outcome == expected + place)
        }
        // Cut off in the middle of the brackets.
        #expect(
            read([UInt8](repeating: UInt8(ascii: "["), count: depth)).hasPrefix(
                depth > 64 ? "json-too-deep" : "json-syntax"))
    }

    @Test("A hundred thousand keys in one object are read in an instant")
    func staysLinear() {
        let keys = (0..<100_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let clock = ContinuousClock()
        let time = clock.measure { #expect(read(Array("{\(keys)}".utf8)).hasPrefix("{k0:0,k1:0")) }
        // Comparing each key with all before it would take minutes.
        #expect(time < .seconds(30))
    }

    @Test("No bytes make the reader trap, and what it accepts it reads the same again")
    func survivesNoise() throws {
        var random = SplitMix64(seed: 0x15_0A)
        let seeds = [
            #"{"a":[1,-2.50,"x\n\u00e9",true,null],"b":{"c":{}}}"#, #"["é₹😀",{"k":"v"}]"#,
        ].map { Array($0.utf8) }
        for _ in 0..<rounds {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let at = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: at)
                }
            }
            let once = read(bytes)
            #expect(once == read(bytes))
            let isRefused = once.hasPrefix("json-") || once.hasPrefix("invalid-utf8")
            if !isRefused { #expect(read([0x20] + bytes + [0x0A]) == once) }
        }
    }
}
