import Diagnostics
import Formats
import Money
import Testing

struct FieldsTests {
    private enum Colour: String, CaseIterable { case red, green }

    /// What a getter gives for the key `x` of a record, or the findings it makes.
    private func get(_ getter: String, _ json: String) throws -> String {
        let source = SourceText(name: "a.json", text: json)
        let tree = try JSONReader.read(source)
        let findings = Findings()
        let fields = Fields(tree.root, "thing", keys: ["x"], findings)
        let value: Any? =
            switch getter {
            case "text": fields.text("x", limit: 10)
            case "optionalText": fields.optionalText("x", limit: 10)
            case "identifier": fields.identifier("x")
            case "texts": fields.texts("x", count: 1...2, limit: 10)
            case "optionalTexts": fields.texts("x", count: 0...2, limit: 10)
            case "decimal": fields.decimal("x", places: 3)
            case "optionalDecimal": fields.optionalDecimal("x")
            case "integer": fields.optionalInteger("x", in: 1...99)
            case "date": fields.date("x")
            case "optionalDate": fields.optionalDate("x")
            case "flag": fields.optionalFlag("x")
            case "currency": fields.currency("x")
            case "optionalChoice": fields.optionalChoice("x", Colour.self)?.rawValue
            case "choice": fields.choice("x", Colour.self, .red).rawValue
            case "list": fields.list("x", limit: 2).count
            default: nil
            }
        #expect(fields.isSound == findings.diagnostics.isEmpty)
        if !findings.diagnostics.isEmpty {
            return findings.diagnostics.map(\.code).joined(separator: " ")
        }
        return value.map { "\($0)" } ?? "absent"
    }

    @Test(
        "Each kind of field gives its value or says what is wrong with it",
        arguments: [
            ("text", #"{"x":" ab "}"#, "ab"), ("text", #"{"x":12.50}"#, "12.50"),
            ("text", "{}", "missing-key"), ("text", #"{"x":null}"#, "missing-key"),
            ("text", #"{"x":"  "}"#, "empty-text"), ("text", #"{"x":""}"#, "empty-text"),
            ("text", #"{"x":"12345678901"}"#, "text-too-long"),
            ("text", #"{"x":"a\tb"}"#, "control-character"),
            ("text", "{\"x\":\"a\u{85}b\"}", "control-character"),
            ("text", "{\"x\":\"a\u{FEFF}b\"}", "control-character"),
            ("text", #"{"x":true}"#, "wrong-type"), ("text", #"{"x":["a"]}"#, "wrong-type"),
            ("text", #"{"x":{}}"#, "wrong-type"),
            ("text", #"{"y":"a"}"#, "unknown-key missing-key"),
            ("text", "[]", "wrong-type missing-key"), ("text", "7", "wrong-type missing-key"),
            ("optionalText", "{}", "absent"), ("optionalText", #"{"x":null}"#, "absent"),
            ("optionalText", #"{"x":"é₹"}"#, "é₹"),
            ("identifier", #"{"x":"SO-26/0001_a.b"}"#, "SO-26/0001_a.b"),
            ("identifier", #"{"x":"-1"}"#, "bad-identifier"),
            ("identifier", #"{"x":"a b"}"#, "bad-identifier"),
            ("identifier", #"{"x":"é"}"#, "bad-identifier"),
            ("identifier", #"{"x":"../../etc"}"#, "bad-identifier"),
            ("texts", #"{"x":["a"," b "]}"#, #"["a", "b"]"#), ("texts", "{}", "missing-key"),
            ("texts", #"{"x":[]}"#, "wrong-count"),
            ("texts", #"{"x":["a","b","c"]}"#, "wrong-count"),
            ("texts", #"{"x":["12345678901"]}"#, "text-too-long"),
            ("texts", #"{"x":["a\nb"]}"#, "text-too-long"),
            ("texts", #"{"x":[" "]}"#, "empty-text"),
            ("texts", #"{"x":"a"}"#, "wrong-type"), ("texts", #"{"x":[{}]}"#, "wrong-type"),
            ("texts", #"{"x":[null]}"#, "wrong-type"), ("optionalTexts", "{}", "[]"),
            ("decimal", #"{"x":"12.500"}"#, "12.5"), ("decimal", #"{"x":-0.125}"#, "-0.125"),
            ("decimal", "{}", "missing-key"), ("decimal", #"{"x":"0.0001"}"#, "too-many-decimals"),
            ("decimal", #"{"x":"1000000000000"}"#, "number-too-large"),
            ("decimal", #"{"x":-1000000000000}"#, "number-too-large"),
            ("decimal", #"{"x":"999999999999.999"}"#, "999999999999.999"),
            ("decimal", #"{"x":"1,5"}"#, "bad-number"),
            ("decimal", #"{"x":"1 500"}"#, "bad-number"),
            ("decimal", #"{"x":"1e3"}"#, "bad-number"), ("decimal", #"{"x":""}"#, "bad-number"),
            ("decimal", #"{"x":"+1"}"#, "bad-number"), ("decimal", #"{"x":"٣"}"#, "bad-number"),
            ("decimal", #"{"x":"0.0000000001"}"#, "bad-number"),
            ("decimal", #"{"x":1000000000000000000000000000000}"#, "bad-number"),
            ("decimal", #"{"x":true}"#, "wrong-type"),
            ("decimal", #"{"x":"\u0031"}"#, "wrong-type"),
            ("optionalDecimal", "{}", "absent"),
            ("optionalDecimal", #"{"x":"1.123456789"}"#, "1.123456789"),
            ("integer", #"{"x":99}"#, "99"), ("integer", #"{"x":"7"}"#, "7"),
            ("integer", "{}", "absent"),
            ("integer", #"{"x":0}"#, "bad-integer"), ("integer", #"{"x":100}"#, "bad-integer"),
            ("integer", #"{"x":1.0}"#, "bad-integer"),
            ("integer", #"{"x":"seven"}"#, "bad-integer"),
            ("integer", #"{"x":99999999999999999999}"#, "bad-integer"),
            ("integer", #"{"x":[]}"#, "bad-integer"),
            ("date", #"{"x":"2028-02-29"}"#, "2028-02-29"), ("date", "{}", "missing-key"),
            ("date", #"{"x":"2026-02-29"}"#, "bad-date"),
            ("date", #"{"x":"29.04.2026"}"#, "bad-date"),
            ("date", #"{"x":"2026-4-1"}"#, "bad-date"),
            ("date", #"{"x":"1989-12-31"}"#, "bad-date"),
            ("date", #"{"x":"2100-01-01"}"#, "bad-date"), ("date", #"{"x":20260401}"#, "bad-date"),
            ("date", #"{"x":false}"#, "bad-date"), ("optionalDate", "{}", "absent"),
            ("flag", #"{"x":true}"#, "true"), ("flag", #"{"x":false}"#, "false"),
            ("flag", #"{"x":"true"}"#, "wrong-type"), ("flag", #"{"x":1}"#, "wrong-type"),
            ("currency", #"{"x":"EUR"}"#, "EUR"), ("currency", #"{"x":"eur"}"#, "unknown-currency"),
            ("currency", #"{"x":"EURO"}"#, "unknown-currency"), ("currency", "{}", "missing-key"),
            ("optionalChoice", #"{"x":"green"}"#, "green"), ("optionalChoice", "{}", "absent"),
            ("optionalChoice", #"{"x":"Green"}"#, "unknown-choice"),
            ("optionalChoice", #"{"x":1}"#, "unknown-choice"), ("choice", "{}", "missing-key"),
            ("choice", #"{"x":"blue"}"#, "unknown-choice"),
            ("list", #"{"x":[{},{}]}"#, "2"), ("list", "{}", "0"),
            ("list", #"{"x":[1,2,3]}"#, "wrong-count"),
            ("list", #"{"x":{}}"#, "wrong-type"),
        ] as [(String, String, String)])
    func gets(getter: String, json: String, expected: String) throws {
        #expect(try get(getter, json) == expected)
    }

    @Test(
        "Cells of CSV are read like texts of JSON; flags may be said as yes and no",
        arguments: [("yes", "true"), ("no", "false"), ("true", "true"), ("1", "wrong-type")])
    func readsFlagCells(cell: String, expected: String) throws {
        let table = CSVTable([CSVTable.Column("x")])
        let findings = Findings()
        let source = SourceText(name: "a.csv", text: "x\n\(cell)\n")
        let tree = try #require(CSVReader.read(source, table, findings))
        let flag = Fields(tree.root, "thing", keys: ["x"], findings).optionalFlag("x")
        #expect(flag.map { "\($0)" } ?? findings.diagnostics.first?.code == expected)
    }

    @Test("A finding points at the value, and a mistyped key at the nearest known one")
    func pointsAndSuggests() throws {
        let source = SourceText(
            name: "a.json", text: "{\n  \"qantity\": \"x\",\n  \"price\": \"1,5\"\n}")
        let findings = Findings(subject: "order S1")
        let tree = try JSONReader.read(source)
        let fields = Fields(tree.root, "line", keys: ["quantity", "price"], findings)
        _ = fields.decimal("price")
        #expect(findings.diagnostics.map(brief) == ["unknown-key@2:3", "bad-number@3:12"])
        #expect(findings.diagnostics.first?.hint == "did you mean \"quantity\"?")
        #expect(findings.diagnostics.last?.hint?.contains("1234.50") == true)
        #expect(findings.diagnostics.allSatisfy { $0.subject == "order S1" })
    }

    @Test(
        "A hundred thousand unknown keys end in one closing line, soon, and none is repeated whole")
    func limitsFindings() throws {
        let keys = (0..<100_000).map { "\"key\($0)\":0" }.joined(separator: ",")
        let tree = try JSONReader.read(SourceText(name: "a.json", text: "{\(keys)}"))
        let findings = Findings()
        let time = ContinuousClock().measure {
            _ = Fields(tree.root, "thing", keys: ["quantity", "item", "price"], findings)
        }
        #expect(findings.errorCount == 100_000)
        #expect(findings.diagnostics.count == Findings.limit + 1)
        #expect(findings.diagnostics.last?.code == "too-many-findings")
        #expect(time < .seconds(20))
    }

    @Test("A text over its limit is cut, so that findings do not repeat megabytes")
    func cutsLongTexts() throws {
        let long = String(repeating: "é", count: 100_000)
        let tree = try JSONReader.read(SourceText(name: "a.json", text: "{\"x\":\"\(long)\"}"))
        let findings = Findings()
        let fields = Fields(tree.root, "thing", keys: ["x"], findings)
        #expect(fields.identifier("x").unicodeScalars.count == 32)
        #expect(findings.diagnostics.first?.text.utf8.count ?? .max < 1000)
        #expect(!fields.isSound)
    }
}
