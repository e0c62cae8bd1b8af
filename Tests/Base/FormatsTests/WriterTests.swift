import Formats
import Money
import Testing

struct WriterTests {
    @Test(
        "A text is written so that any JSON reader gets it back",
        arguments: [
            ("plain", "plain"), ("14\" laptop", #"14\" laptop"#), (#"C:\x"#, #"C:\\x"#),
            ("a\nb", #"a\nb"#), ("a\tb\r", #"a\u0009b\u000d"#),
            ("\u{0}\u{1F}\u{7F}", #"\u0000\u001f\u007f"#),
            ("ä ₹ 😀 </script>", "ä ₹ 😀 </script>"), ("", ""),
        ] as [(String, String)])
    func escapes(text: String, inside: String) {
        #expect(JSONWriter.text(.text(text), pretty: false) == "\"\(inside)\"\n")
    }

    @Test("Values are written in their order, amounts as plain digits in quotes")
    func writes() throws {
        let yen = try #require(Currency(code: "JPY"))
        let value = Value.record { record in
            record.add("number", "INV-1")
            record.add("nothing", Value?.none)
            record.add("blank", "")
            record.add("date", CalendarDate("2026-11-16"))
            record.add("total", Money(minorUnits: -123_450, .inr))
            record.add("yen", Money(minorUnits: 500, yen))
            record.add("rate", Decimal("0.25"))
            record.add("count", .integer(2))
            record.add("flags", .list([.flag(true), .null, .flag(false)]))
            record.add("empty", .list([]))
            record.add("none", .record { _ in })
        }
        #expect(
            JSONWriter.text(value) == """
                {
                  "number": "INV-1",
                  "date": "2026-11-16",
                  "total": "-1234.50",
                  "yen": "500",
                  "rate": "0.25",
                  "count": 2,
                  "flags": [
                    true,
                    null,
                    false
                  ],
                  "empty": [],
                  "none": {}
                }

                """)
        #expect(
            JSONWriter.text(value, pretty: false).hasPrefix(
                #"{"number":"INV-1","date":"2026-11-16","total":"-1234.50","yen":"500","rate":"#))
    }

    @Test(
        "A cell opens in a spreadsheet as what it is",
        arguments: [
            ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("14\" laptop", "\"14\"\" laptop\""),
            ("two\nlines", "\"two\nlines\""), ("cr\rhere", "\"cr\rhere\""), ("ä ₹", "ä ₹"),
            // Numbers stay numbers.
            ("-12.50", "-12.50"), ("12.50", "12.50"),
            // What would run as a formula becomes text.
            ("=1+1", "'=1+1"), ("+49 30 1234", "'+49 30 1234"), ("@SUM(A1)", "'@SUM(A1)"),
            ("-2+3", "'-2+3"), ("-", "'-"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""),
            ("=A1,B1", "\"'=A1,B1\""), ("=\"x\"", "\"'=\"\"x\"\"\""),
        ] as [(String, String)])
    func cells(cell: String, written: String) {
        var writer = CSVWriter(heading: ["a", "b"])
        writer.row([cell, "z"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b\n\(written),z\n")
    }

    @Test("A long list may have one element a line; it is the same value")
    func rows() throws {
        let element = Value.record {
            $0.add("of", "a")
            $0.add("from", .list([.text("b"), .text("c")]))
        }
        let value = Value.record {
            $0.add("kept", .list([element]))
            $0.add("rows", .list([element, element]))
        }
        let text = String(decoding: JSONWriter.bytes(value, rows: "rows"), as: UTF8.self)
        let row = #"    {"of":"a","from":["b","c"]}"#
        #expect(text.hasSuffix("  \"rows\": [\n\(row),\n\(row)\n  ]\n}\n"))
        #expect(text.contains("\"kept\": [\n    {\n      \"of\": \"a\""))
    }
}
