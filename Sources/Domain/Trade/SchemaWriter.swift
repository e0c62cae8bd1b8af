import Formats

/// Makes a JSON Schema of a record's table.
struct SchemaWriter {
    let table: SchemaTable

    func schema(of part: SchemaTable.Part) -> Value {
        .record { root in
            root.add("$schema", "https://json-schema.org/draft/2020-12/schema")
            root.add("$id", "urn:bijak:schema:\(part.name)")
            root.add("title", part.name)
            addObject(part, to: &root)
            let needed = parts(of: part)
            if !needed.isEmpty {
                root.add(
                    "$defs",
                    .record { definitions in
                        for part in needed {
                            definitions.add(part.name, .record { addObject(part, to: &$0) })
                        }
                    })
            }
        }
    }

    private func addObject(_ part: SchemaTable.Part, to record: inout Value.Record) {
        record.add("description", part.title)
        record.add("type", "object")
        record.add(
            "properties",
            .record { properties in
                for key in part.keys {
                    properties.add(
                        key.name,
                        .record {
                            $0.add("description", key.meaning)
                            addType(key.type, to: &$0)
                        })
                }
            })
        let required = part.keys.filter(\.isRequired).map { Value.text($0.name) }
        if !required.isEmpty { record.add("required", .list(required)) }
        if !part.oneOf.isEmpty {
            record.add(
                "oneOf",
                .list(
                    part.oneOf.map { form in
                        let keys = form.split(separator: "+").map { Value.text(String($0)) }
                        return .record { $0.add("required", .list(keys)) }
                    }))
        }
        record.add("additionalProperties", .flag(false))
    }

    private func addType(_ kind: SchemaTable.Kind, to record: inout Value.Record) {
        switch kind {
        case .text(let limit):
            addText(#"\S"#, to: &record)
            record.add("maxLength", limit.map(Value.integer))
        case .identifier:
            addText("^[A-Za-z0-9][A-Za-z0-9._/-]{0,31}$", to: &record)
        case .date:
            record.add("type", "string")
            record.add("format", "date")
            record.add("pattern", "^(199[0-9]|20[0-9]{2})-[0-9]{2}-[0-9]{2}$")
        case .flag: record.add("type", "boolean")
        case .currency: addText("^[A-Z]{3}$", to: &record)
        case .language:
            addText("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", to: &record)
            record.add("maxLength", .integer(12))
        case .country: addText("^[A-Z]{2}$", to: &record)
        case .region: addText("^[A-Z]{2}(-[A-Z0-9]{1,3})?$", to: &record)
        case .colour: addText("^#[0-9A-Fa-f]{6}$", to: &record)
        case .integer(let range):
            record.add("type", "integer")
            record.add("minimum", .integer(range.lowerBound))
            record.add("maximum", .integer(range.upperBound))
        case .choice(let words): record.add("enum", .list(words.map(Value.text)))
        case .literal(let text): record.add("const", text)
        case .number(let number): addNumber(number, to: &record)
        case .decimal: addText(#"^-?[0-9]+(\.[0-9]{1,9})?$"#, to: &record)
        case .money: addText(#"^-?[0-9]+(\.[0-9]{1,3})?$"#, to: &record)
        case .part(let name): record.add("$ref", "#/$defs/\(name)")
        case .list(let range, let element):
            record.add("type", "array")
            record.add("items", .record { addType(element, to: &$0) })
            record.add("minItems", .integer(range.lowerBound))
            record.add("maxItems", .integer(range.upperBound))
        case .either(let one, let other):
            record.add(
                "anyOf", .list([one, other].map { kind in .record { addType(kind, to: &$0) } }))
        }
    }

    private func addText(_ pattern: String, to record: inout Value.Record) {
        record.add("type", "string")
        record.add("pattern", pattern)
    }

    /// A decimal as text, which is preferred, or as a number.
    private func addNumber(_ number: SchemaTable.Number, to record: inout Value.Record) {
        record.add(
            "anyOf",
            .list([
                .record { addText(number.pattern, to: &$0) },
                .record {
                    $0.add("type", "number")
                    $0.add(number.isAboveZero ? "exclusiveMinimum" : "minimum", .integer(0))
                    if number == .percent || number == .rate {
                        $0.add("maximum", .integer(100))
                    } else {
                        $0.add("exclusiveMaximum", .integer(1_000_000_000_000))
                    }
                },
            ]))
    }

    /// The parts that an object is made of, each once, in the order in which they are needed.
    private func parts(of part: SchemaTable.Part) -> [SchemaTable.Part] {
        var found: [SchemaTable.Part] = []
        var open = [part]
        while !open.isEmpty {
            let next = open.removeFirst()
            for name in next.keys.flatMap({ names(in: $0.type) }) {
                if let part = table[name], !found.contains(where: { $0.name == name }) {
                    found.append(part)
                    open.append(part)
                }
            }
        }
        return found
    }

    private func names(in kind: SchemaTable.Kind) -> [String] {
        switch kind {
        case .part(let name): [name]
        case .list(_, let element): names(in: element)
        case .either(let one, let other): names(in: one) + names(in: other)
        default: []
        }
    }
}

extension SchemaTable.Number {
    var isAboveZero: Bool { self == .positive || self == .quantity }

    /// Plain digits below 1,000,000,000,000 with no more decimals than allowed.
    var pattern: String {
        switch self {
        case .price: #"^[0-9]{1,12}(\.[0-9]{1,9})?$"#
        case .positive: #"^(?=.*[1-9])[0-9]{1,12}(\.[0-9]{1,9})?$"#
        case .quantity: #"^(?=.*[1-9])[0-9]{1,12}(\.[0-9]{1,3})?$"#
        case .percent: #"^(100(\.0{1,4})?|[0-9]{1,2}(\.[0-9]{1,4})?)$"#
        case .rate: #"^(100(\.0{1,3})?|[0-9]{1,2}(\.[0-9]{1,3})?)$"#
        case .amount: #"^[0-9]{1,12}(\.[0-9]{1,3})?$"#
        }
    }
}
