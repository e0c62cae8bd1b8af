import Formats
import Trade
import Workflows

extension Command {
    static let schema = Command(
        name: "schema", summary: "the form of input files and of the canonical invoice",
        arguments: "[NAME]", options: [Option("csv", nil, "the CSV columns instead")],
        details: """
            Without a name: the names there are. With a name: its JSON Schema (draft 2020-12), one
            record's; a JSON file holds one record or a list of them, a JSONL file one a line.

            examples:
              bijak schema
              bijak schema orders > orders.schema.json
              bijak schema orders --csv
            """
    ) { invocation in
        guard let name = invocation.arguments.first else { return schemaNames() }
        if invocation.arguments.count > 1 { throw UsageError("one schema at a time") }
        guard let schema = RecordSchema.jsonSchema(named: name) else {
            throw UsageError(
                "there is no schema \"\(name)\"",
                hint: "there are \(RecordSchema.names.joined(separator: ", "))")
        }
        if !invocation.switches.contains("csv") {
            return Answer(value: schema, text: JSONWriter.text(schema))
        }
        guard let columns = RecordSchema.csvColumns(named: name) else {
            throw UsageError("\(name) has no CSV form", hint: "bijak schema \(name)")
        }
        return Answer(
            value: .list(
                columns.map { column in
                    .record {
                        $0.add("column", column.name)
                        $0.add("meaning", column.meaning)
                    }
                }), text: table(columns.map { [$0.name, $0.meaning] }))
    }

    private static func schemaNames() -> Answer {
        let rows = RecordSchema.names.map { name in
            (
                name: name, title: RecordSchema.title(named: name) ?? "",
                csv: RecordSchema.csvColumns(named: name) != nil
            )
        }
        return Answer(
            value: .list(
                rows.map { row in
                    .record {
                        $0.add("name", row.name)
                        $0.add("title", row.title)
                        $0.add("csv", .flag(row.csv))
                    }
                }),
            text: table(rows.map { [$0.name, $0.csv ? "JSON, CSV" : "JSON", $0.title] }))
    }
}
