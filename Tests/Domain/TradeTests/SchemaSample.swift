import Formats

/// Makes records that have every key of a JSON Schema, or every key but one.
struct SchemaSample {
    let root: Value

    /// A key of the schema, as the path to it, and whether the schema wants it.
    struct Place {
        let path: [String]
        let isRequired: Bool
    }

    /// The record without the key at a path; with all keys where that is empty.
    func record(without path: [String] = []) -> Value { sample(root, "", path[...], "12") }

    /// Every key, lists having one element.
    var places: [Place] { places(in: root, []) }

    private func places(in schema: Value, _ path: [String]) -> [Place] {
        if let items = schema["items"] { return places(in: items, path) }
        let schema = resolved(schema)
        let required = schemaList(schema["required"]).map { schemaText($0) } + chosen(schema)
        return schemaFields(schema["properties"]).flatMap { field in
            if isLeftOut(field.name, schema) || Self.standAlone.contains(field.name) {
                return [Place]()
            }
            let own = path + [field.name]
            return [Place(path: own, isRequired: required.contains(field.name))]
                + places(in: field.value, own)
        }
    }

    /// - Parameter text: what texts hold; another one inside lists, whose elements may not have the
    ///   number of the record that they stand in.
    private func sample(
        _ schema: Value, _ name: String, _ path: ArraySlice<String>, _ text: String
    ) -> Value {
        if let items = schema["items"] { return .list([sample(items, name, path, "13")]) }
        let schema = resolved(schema)
        if schema["properties"] != nil {
            return .record { record in
                for field in schemaFields(schema["properties"])
                where !isLeftOut(field.name, schema) && !Self.standAlone.contains(field.name) {
                    if path.count == 1, path.first == field.name { continue }
                    let rest = path.first == field.name ? path.dropFirst() : []
                    record.add(field.name, sample(field.value, field.name, rest, text))
                }
            }
        }
        if let known = Self.byName[name] { return .text(known) }
        if let word = schemaList(schema["enum"]).first { return word }
        switch schemaText(schema["type"]) {
        case "boolean": return .flag(true)
        case "integer": return .integer(1)
        case "string": return .text(schemaText(schema["format"]) == "date" ? "2026-04-30" : text)
        default: return .null
        }
    }

    /// The schema that says what a value is: behind references, and of several forms a decimal's
    /// text and a registration's object.
    private func resolved(_ schema: Value) -> Value {
        if schema["$ref"] != nil {
            let name =
                schemaText(schema["$ref"]).split(separator: "/").last.map { String($0) } ?? ""
            return root["$defs"]?[name].map(resolved) ?? .null
        }
        let forms = schemaList(schema["anyOf"])
        return (forms.first { $0["$ref"] != nil } ?? forms.first).map(resolved) ?? schema
    }

    private func chosen(_ schema: Value) -> [String] {
        schemaList(schema["oneOf"]).prefix(1).flatMap {
            schemaList($0["required"]).map { schemaText($0) }
        }
    }

    /// The other forms of an object that has exactly one of several keys.
    private func isLeftOut(_ name: String, _ schema: Value) -> Bool {
        schemaList(schema["oneOf"]).dropFirst().contains {
            schemaList($0["required"]).contains(.text(name))
        }
    }

    /// Keys that go with few others; the tests of their readers have them.
    private static let standAlone: Set<String> = ["milestone"]

    /// Texts that a reader looks at more closely than a schema can say.
    private static let byName = [
        "country": "DE", "currency": "EUR", "language": "de-DE", "secondLanguage": "kn",
        "email": "rechnung@firma.example",
        "iban": "DE89370400440532013000", "pattern": "RE-{yyyy}-{n:4}", "accent": "#1d4477",
        "tint": "#edf2f8", "scheme": "9930",
    ]
}
