import Formats

/// Compares an input record with a JSON Schema: as much of draft 2020-12 as those
/// that are published use.
struct SchemaCheck {
    struct Problem: CustomStringConvertible {
        let path: String
        /// The keyword of the schema that is not kept.
        let rule: String

        var description: String { "\(path): \(rule)" }
    }

    let root: Value
    /// Cells of CSV are texts, whatever they stand for.
    var isCSV = false
    private(set) var problems: [Problem] = []
    /// Every `OBJECT.key` that was met; the record itself is called by the schema's title.
    private(set) var met: Set<String> = []

    init(_ schema: Value, isCSV: Bool = false) {
        root = schema
        self.isCSV = isCSV
    }

    mutating func check(_ node: DataNode) { check(node, root, "", schemaText(root["title"])) }

    /// Every `OBJECT.key` of the schema.
    var properties: Set<String> {
        var names = Set(keys(of: root).map { "\(schemaText(root["title"])).\($0)" })
        for part in schemaFields(root["$defs"]) {
            names.formUnion(keys(of: part.value).map { "\(part.name).\($0)" })
        }
        return names
    }

    private func keys(of object: Value) -> [String] {
        schemaFields(object["properties"]).map(\.name)
    }

    private mutating func check(_ node: DataNode, _ schema: Value, _ path: String, _ object: String)
    {
        for (rule, value) in schemaFields(schema).map({ ($0.name, $0.value) })
        where
            !keeps(node, rule, value, schema, path, object)
        {
            problems.append(Problem(path: path, rule: rule))
        }
    }

    private mutating func keeps(
        _ node: DataNode, _ rule: String, _ value: Value, _ schema: Value, _ path: String,
        _ object: String
    ) -> Bool {
        switch rule {
        case "$schema", "$id", "$defs", "title", "description", "format", "additionalProperties":
            return true
        case "$ref":
            let name = String(schemaText(value).split(separator: "/").last ?? "")
            guard let part = root["$defs"]?[name] else { return false }
            check(node, part, path, name)
            return true
        case "type": return isOf(node, schemaText(value))
        case "const": return node.string == schemaText(value)
        case "enum": return schemaList(value).contains { schemaText($0) == node.string }
        case "pattern":
            guard !node.isNumber, let string = node.string else { return node.string == nil }
            do { return try Regex(schemaText(value)).firstMatch(in: string) != nil } catch {
                return false
            }
        case "maxLength": return (node.string ?? "").unicodeScalars.count <= schemaInteger(value)
        case "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum":
            return isWithin(node, rule, schemaInteger(value))
        case "minItems": return node.elements.count >= schemaInteger(value)
        case "maxItems": return node.elements.count <= schemaInteger(value)
        case "items":
            for (index, element) in node.elements.enumerated() {
                check(element, value, "\(path)[\(index)]", object)
            }
            return true
        case "required": return schemaList(value).allSatisfy { node[schemaText($0)] != nil }
        case "properties":
            for (name, child) in node.members {
                guard let property = value[name] else {
                    problems.append(Problem(path: "\(path).\(name)", rule: "unknown"))
                    continue
                }
                met.insert("\(object).\(name)")
                check(child, property, "\(path).\(name)", object)
            }
            return true
        case "anyOf", "oneOf":
            return keepsOne(node, schemaList(value), path, object, exactly: rule == "oneOf")
        default:
            // A keyword that this check does not know would be a check that never fails.
            return false
        }
    }

    private mutating func keepsOne(
        _ node: DataNode, _ schemas: [Value], _ path: String, _ object: String, exactly: Bool
    ) -> Bool {
        let tries = schemas.map { schema in
            var attempt = self
            attempt.problems = []
            attempt.check(node, schema, path, object)
            return attempt
        }
        let good = tries.filter(\.problems.isEmpty)
        for attempt in good { met.formUnion(attempt.met) }
        return exactly ? good.count == 1 : !good.isEmpty
    }

    private func isOf(_ node: DataNode, _ type: String) -> Bool {
        if isCSV, let cell = node.string {
            switch type {
            case "integer": return Int(cell) != nil
            case "boolean": return ["true", "false", "yes", "no"].contains(cell)
            default: return type == "string"
            }
        }
        return switch type {
        case "object": node.isObject
        case "array": node.isList
        case "string": node.string != nil && !node.isNumber
        case "number": node.isNumber
        case "integer": node.isNumber && Int(node.string ?? "") != nil
        case "boolean": node.flag != nil
        default: false
        }
    }

    private func isWithin(_ node: DataNode, _ rule: String, _ bound: Int) -> Bool {
        guard let number = node.string.flatMap({ Double($0) }) else { return true }
        return switch rule {
        case "minimum": number >= Double(bound)
        case "exclusiveMinimum": number > Double(bound)
        case "maximum": number <= Double(bound)
        default: number < Double(bound)
        }
    }
}

func schemaFields(_ value: Value?) -> [Value.Record.Field] {
    if case .record(let record) = value { record.fields } else { [] }
}

func schemaList(_ value: Value?) -> [Value] {
    if case .list(let values) = value { values } else { [] }
}

func schemaText(_ value: Value?) -> String {
    if case .text(let text) = value { text } else { "" }
}

func schemaInteger(_ value: Value?) -> Int {
    if case .integer(let number) = value { number } else { 0 }
}
