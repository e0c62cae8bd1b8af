import Diagnostics
import Formats
import Foundation
import Invoicing
import Money
import Testing

@testable import Trade

/// What `bijak schema` prints is what the readers take and the program writes.
struct SchemaTests {
    static let inputs = RecordSchema.names.filter { $0 != "invoice" }

    /// Everything above `Tests` in this file's own path.
    static let repository: URL = {
        var url = URL(fileURLWithPath: #filePath)
        while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
        return url.deletingLastPathComponent()
    }()

    static func schema(_ name: String) throws -> Value {
        try #require(RecordSchema.jsonSchema(named: name))
    }

    /// Both directions for every object, those inside records too: the lists of keys in the
    /// readers' source are the sets of properties in the schemas.
    @Test func readersAndSchemasKnowTheSameKeys() throws {
        var published: Set<Set<String>> = []
        for name in Self.inputs {
            let schema = try Self.schema(name)
            for object in [schema] + schemaFields(schema["$defs"]).map(\.value) {
                published.insert(Set(schemaFields(object["properties"]).map(\.name)))
            }
        }
        let folder = Self.repository.appending(path: "Sources/Domain/Trade")
        let lists = try Regex(#"keys(?::| =) \[([^\]]*)\](?: \+ (Address|PaymentTerms)\.keys)?"#)
        let word = try Regex(#""([A-Za-z]+)""#)
        // Those that other objects take over, by the type they are read into.
        var shared: [String: Set<String>] = [:]
        var read: [(keys: Set<String>, more: String?)] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in source.matches(of: lists) {
                let body = String(match.output[1].substring ?? "")
                let keys = Set(body.matches(of: word).map { String($0.output[1].substring ?? "") })
                if keys.isEmpty { continue }
                read.append((keys, match.output[2].substring.map(String.init)))
                if keys.contains("postcode") { shared["Address"] = keys }
                if keys.contains("monthsAfter") { shared["PaymentTerms"] = keys }
            }
        }
        let taken = Set(read.map { $0.keys.union($0.more.flatMap { shared[$0] } ?? []) })
        #expect(taken == published)
    }

    /// What the reader of its kind finds in a record.
    static func findings(_ name: String, _ record: Value) throws -> [Diagnostic] {
        let source = SourceText(name: "\(name).json", text: JSONWriter.text(record))
        return try findings(name, JSONReader.read(source).root)
    }

    static func findings(_ name: String, _ node: DataNode) -> [Diagnostic] {
        let findings = Findings()
        switch name {
        case "company": _ = Company(node, findings)
        case "customers": _ = Customer(node, findings)
        case "items": _ = Item(node, findings)
        case "prices": _ = Price(node, findings)
        case "rates": _ = RateTable.Rate(node, findings)
        case "contracts": _ = Contract(node, findings)
        case "orders": _ = Order(node, findings)
        default: _ = Delivery(node, findings)
        }
        return findings.diagnostics
    }

    /// A record with all keys is read without findings; without one of them there are findings
    /// exactly where the schema says `required`. Contracts, most of whose keys exclude others, have
    /// tests of their own.
    @Test(arguments: inputs.filter { $0 != "contracts" })
    func readersWantWhatTheSchemaRequires(name: String) throws {
        let sample = SchemaSample(root: try Self.schema(name))
        let whole = sample.record()
        #expect(try Self.findings(name, whole).map(\.text) == [])
        #expect(try problems(JSONWriter.text(whole), name) == [])
        for place in sample.places {
            let findings = try Self.findings(name, sample.record(without: place.path))
            // Wanted of no record but one that has what belongs to it, as the sample's do: a price
            // by its base quantity, what is returned by the reason, how much by what is returned.
            let belongs = ["orders lines unitPrice", "deliveries returns", "deliveries lines"]
            let isWanted =
                place.isRequired
                || belongs.contains(([name] + place.path).joined(separator: " "))
            #expect(
                findings.contains { $0.severity == .error } == isWanted,
                "\(place.path.joined(separator: "."))")
        }
    }

    func problems(_ json: String, _ name: String) throws -> [String] {
        var check = SchemaCheck(try Self.schema(name))
        check.check(try JSONReader.read(SourceText(name: "x.json", text: json)).root)
        return check.problems.map(\.description)
    }

    @Test(
        arguments: [
            (
                "prices", #"{"item":"A","currency":"EUR","unitPrice":"1.50","from":"2026-01-01"}"#,
                []
            ),
            ("prices", #"{"item":"A","currency":"EUR","unitPrice":1.5,"from":"2026-01-01"}"#, []),
            (
                "prices", #"{"item":"A","currency":"EUR","unitPrice":"1,50","from":"2026-01-01"}"#,
                [".unitPrice: anyOf"]
            ),
            (
                "prices", #"{"item":"A","currency":"EUR","unitPrice":"-1","from":"1.1.2026"}"#,
                [".unitPrice: anyOf", ".from: pattern"]
            ),
            (
                "items", #"{"id":"A","name":"B","kind":"good","unit":"H87"}"#,
                [".kind: enum", ": required"]
            ),
            (
                "deliveries",
                #"{"id":"A","order":"B","date":"2026-01-01","lines":[{"line":1,"qty":2}]}"#,
                [".lines[0].qty: unknown", ".lines[0]: required"]
            ),
            (
                "deliveries",
                #"{"id":"A","order":"B","date":"2026-01-01","lines":[{"line":0,"quantity":"0.0"}]}"#,
                [".lines[0].line: minimum", ".lines[0].quantity: anyOf"]
            ),
            (
                "orders",
                """
                {"id":"A","customer":"B","date":"2026-01-01","currency":"EUR",
                 "discount":{"percent":"5","amount":"1.00"},"lines":[{"item":"C","quantity":1.0005}]}
                """, [".discount: oneOf"]
            ),
            (
                "orders",
                """
                {"id":"-A","customer":"B","date":"2026-01-01","currency":"Euro",
                 "discount":{"percent":"100.01"},"lines":[]}
                """,
                [
                    ".id: pattern", ".currency: pattern", ".discount.percent: anyOf",
                    ".lines: minItems",
                ]
            ),
        ] as [(String, String, [String])])
    func schemasRefuseWhatHasAnotherShape(
        name: String, json: String, expected: [String]
    ) throws {
        #expect(try problems(json, name) == expected)
    }

    /// Every record of the example companies fits, but for the one of each that was mistyped on
    /// purpose in a way that a schema can see; import refuses that one too.
    @Test(arguments: [("bengaluru", ["SO-26-0143"]), ("muenchen", ["AU-2026-0331"])])
    func exampleFilesFitTheirSchemas(company: String, misfits: [String]) throws {
        let folder = Self.repository.appending(path: "examples/\(company)")
        var records = 0
        var refused: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let name = RecordKind(fileName: file)?.rawValue ?? "company"
            let table = RecordKind(rawValue: name)?.table ?? CSVTable([])
            guard let layout = RecordSplitter.Layout(fileName: file, table: table) else { continue }
            for (record, isCSV) in try SchemaExamples.records(
                folder.appending(path: file), layout, table)
            {
                var check = SchemaCheck(try Self.schema(name), isCSV: isCSV)
                check.check(record)
                records += 1
                if check.problems.isEmpty { continue }
                refused.append(record["id"]?.string ?? "\(file):\(record.location.line)")
                #expect(
                    Self.findings(name, record).contains { $0.severity == .error },
                    "\(check.problems)")
            }
        }
        #expect(refused == misfits)
        #expect(records > 300)
    }

    /// Each CSV column fills a key that the JSON form has.
    @Test(arguments: RecordKind.allCases.filter { $0.table != nil })
    func columnsFillKnownKeys(kind: RecordKind) throws {
        let table = try #require(kind.table)
        let columns = try #require(RecordSchema.csvColumns(named: kind.rawValue))
        #expect(columns.allSatisfy { !$0.meaning.isEmpty })
        let row = columns.map { _ in "1" }.joined(separator: ",")
        let text = columns.map(\.name).joined(separator: ",") + "\n" + row + "\n"
        let findings = Findings()
        let source = SourceText(name: "x.csv", text: text)
        let tree = try #require(CSVReader.read(source, table, findings))
        var check = SchemaCheck(try Self.schema(kind.rawValue), isCSV: true)
        check.check(tree.root)
        #expect(check.problems.filter { $0.rule == "unknown" }.map(\.path) == [])
        #expect(findings.diagnostics.map(\.text) == [])
        #expect(check.met.count >= columns.count / 2)
    }

    /// The canonical JSON of every order of both example companies, of invoices of contracts and of
    /// other kinds of document fits the schema, and together they have every key of it.
    @Test func canonicalInvoicesFitTheirSchema() throws {
        let schema = try Self.schema("invoice")
        var met: Set<String> = []
        let invoices =
            try ["bengaluru", "muenchen"].flatMap {
                try SchemaExamples.invoices(Self.repository.appending(path: "examples/\($0)"))
            } + SchemaInvoices.all() + SchemaStated.all()
        for invoice in invoices {
            let json = SourceText(name: invoice.order.id, text: JSONWriter.text(invoice.value))
            var check = SchemaCheck(schema)
            check.check(try JSONReader.read(json).root)
            // What was read back has no explanation, which every issued document has.
            let problems = check.problems.filter {
                $0.description != ".explanation: minItems" || invoice.number != "N-1"
            }
            #expect(problems.map(\.description) == [], "\(invoice.order.id)")
            met.formUnion(check.met)
        }
        #expect(invoices.count > 200)
        let unmet = SchemaCheck(schema).properties.subtracting(met)
        #expect(unmet.sorted() == [])
    }

    @Test func theSchemaKnowsEveryRuleOfTheExplanation() throws {
        let rule = try Self.schema("invoice")["$defs"]?["step"]?["properties"]?["rule"]
        let known = schemaList(rule?["enum"]).map { schemaText($0) }
        #expect(known == Explanation.Rule.allCases.map(\.rawValue))
    }

    /// What was written is read back into the same tree: a document is rendered again from it.
    @Test func canonicalInvoicesAreReadBack() throws {
        for invoice in try SchemaInvoices.all() + SchemaStated.all() {
            let text = JSONWriter.text(invoice.value)
            let tree = try JSONReader.read(SourceText(name: "invoice.json", text: text))
            let value = try Value.canonicalInvoice(tree)
            #expect(JSONWriter.text(value) == text)
            // What is printed has its types again; nothing prints an explanation.
            let printed = { (value: Value) in
                schemaFields(value).filter { $0.name != "explanation" }
            }
            #expect(printed(value) == printed(invoice.value))
        }
    }

    /// The tables of the documentation are those of the schema.
    @Test func canonicalKeysAreDocumented() throws {
        let file = Self.repository.appending(path: "docs/canonical.md")
        var object = ""
        var documented: Set<String> = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("## ") { object = String(line.dropFirst(3)) }
            guard line.hasPrefix("| `") else { continue }
            documented.insert("\(object).\(line.dropFirst(3).prefix { $0 != "`" })")
        }
        #expect(documented == SchemaCheck(try Self.schema("invoice")).properties)
    }

    @Test(arguments: [
        ("key  text 5  before any object", 1), ("record a  A\nkey  text five  x", 2),
        ("record a  A\nb*  date", 2), ("record a  A\nrecord a  again", 2),
        ("record a  A\nb  date  x\nb  date  x", 3), ("record a  A\nb  integer 9..1  x", 2),
        ("record a  A\nb  dates  x", 2), ("# only\nwith a", 2), ("one-of a b", 1),
        ("record a  A\nb  part c  nowhere", 2),
    ]) func tablesThatAreNoneAreLocated(text: String, line: Int) throws {
        let error = #expect(throws: SchemaTable.Malformed.self) { try SchemaTable(parsing: text) }
        #expect(error?.line == line)
    }
}
