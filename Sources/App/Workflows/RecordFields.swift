import Diagnostics
import Formats

/// One field of an input record, as the dotted key by which people name it and its text.
public struct RecordField: Sendable {
    /// `address.city`, `address.lines.1`; lists count from 1.
    public let key: String
    public let text: String
}

/// What a field says in one record and in another.
public struct FieldChange: Sendable {
    public let key: String
    /// `nil` where it was not there.
    public let from: String?
    public let to: String?
}

extension DataNode {
    /// The record as a tree of values. Whole numbers and flags keep their kind, all else is text; what
    /// is null is left out.
    var recordValue: Value {
        if isObject {
            return .record { record in
                for (name, value) in members where !value.isNull {
                    record.add(name, value.recordValue)
                }
            }
        }
        if isList { return .list(elements.map(\.recordValue)) }
        if let flag { return .flag(flag) }
        if isNumber, let number = string.flatMap({ Int($0) }) { return .integer(number) }
        return string.map(Value.text) ?? .null
    }
}

extension Value {
    /// The fields of a record and of its parts, in its own order.
    public var recordFields: [RecordField] {
        var fields: [RecordField] = []
        collect(under: "", in: &fields)
        return fields
    }

    private func collect(under key: String, in fields: inout [RecordField]) {
        func below(_ name: String) -> String { key.isEmpty ? name : "\(key).\(name)" }
        switch self {
        case .record(let record) where !record.fields.isEmpty:
            for field in record.fields {
                field.value.collect(under: below(field.name), in: &fields)
            }
        case .list(let values) where !values.isEmpty:
            for (index, value) in values.enumerated() {
                value.collect(under: below(String(index + 1)), in: &fields)
            }
        default: fields.append(RecordField(key: key, text: plainText))
        }
    }

    private var plainText: String {
        switch self {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .text(let text): text
        case .decimal(let number): number.description
        case .money(let amount): amount.plain
        case .date(let date): date.description
        case .list: "[]"
        case .record: "{}"
        }
    }

    /// What differs from an earlier record: fields of this one in its order, then those that are gone.
    func changes(from earlier: Value) -> [FieldChange] {
        let (old, new) = (earlier.recordFields, recordFields)
        let before = Dictionary(old.map { ($0.key, $0.text) }, uniquingKeysWith: { a, _ in a })
        let now = Set(new.map(\.key))
        return new.filter { before[$0.key] != $0.text }.map {
            FieldChange(key: $0.key, from: before[$0.key], to: $0.text)
        }
            + old.filter { !now.contains($0.key) }.map {
                FieldChange(key: $0.key, from: $0.text, to: nil)
            }
    }
}

extension SourceLocation {
    /// `customers.json:14`: the file's own name, without the folders of the machine it was read on.
    var place: String {
        "\(source.name.split(separator: "/").last.map(String.init) ?? source.name):\(line)"
    }
}
