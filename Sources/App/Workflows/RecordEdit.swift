import Diagnostics
import Formats

/// A change of one field of a record, named by its dotted key.
public struct RecordEdit: Sendable {
    /// At most so many parts in a key.
    private static let depthLimit = 16

    public let key: String
    /// What it becomes; `nil` takes it out.
    let value: Value?
    private let path: [String]

    /// Takes a field out.
    public init(removing key: String) throws {
        try self.init(key, nil)
    }

    /// Reads `KEY=VALUE`. A value that begins with `[` or `{` is JSON, all else is the text itself.
    public init(_ assignment: String) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw UsageError(
                "\"\(assignment)\" sets nothing", hint: "KEY=VALUE, such as creditLimit=500000")
        }
        let key = String(assignment[..<equals])
        let text = String(assignment[assignment.index(after: equals)...])
        if text.isEmpty {
            throw UsageError("\(key)= sets nothing", hint: "--remove \(key) takes it out")
        }
        try self.init(key, RecordEdit.value(text, of: key))
    }

    private init(_ key: String, _ value: Value?) throws {
        path = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard path.allSatisfy({ !$0.isEmpty }), path.count <= RecordEdit.depthLimit else {
            throw UsageError(
                "\"\(key)\" is no key", hint: "parts are joined by points, such as address.city")
        }
        self.key = key
        self.value = value
    }

    private static func value(_ text: String, of key: String) throws -> Value {
        if key == flagKey, let flag = flag(.text(text)) { return flag }
        guard text.first == "[" || text.first == "{" else { return .text(text) }
        do throws(Rejected) {
            return try JSONReader.read(SourceText(name: key, text: text)).root.recordValue
        } catch {
            throw UsageError("the value of \(key) is no JSON:\n\(error.diagnostic.text)")
        }
    }

    /// The one field that is neither text nor number.
    private static let flagKey = "withPayment"

    private static func flag(_ value: Value?) -> Value? {
        guard let text = value?.string, text == "true" || text == "false" else { return nil }
        return .flag(text == "true")
    }

    /// The record with the change made.
    func applied(to record: Value) throws -> Value {
        try change(RecordEdit.typed(record), at: path[...]) ?? record
    }

    /// A record that came as CSV says everything in texts; as JSON a flag is none.
    private static func typed(_ record: Value) -> Value {
        guard case .record(let fields) = record, let flag = flag(record[flagKey]) else {
            return record
        }
        var typed = Value.Record()
        for field in fields.fields {
            typed.add(field.name, field.name == flagKey ? flag : field.value)
        }
        return .record(typed)
    }

    /// The part as it becomes; `nil` where it is taken out.
    private func change(_ part: Value?, at path: ArraySlice<String>) throws -> Value? {
        guard let name = path.first else { return value }
        let rest = path.dropFirst()
        switch part {
        case .list(let values): return .list(try change(values, at: name, rest))
        case .record(let record): return try change(record, at: name, rest)
        case nil:
            if value == nil { throw missing }
            if name == "1" { return .list(try change([], at: name, rest)) }
            return try change(Value.Record(), at: name, rest)
        default:
            throw UsageError("\(key): \(parent(of: path)) is a single value, it has no parts")
        }
    }

    private func change(
        _ record: Value.Record, at name: String, _ rest: ArraySlice<String>
    ) throws -> Value? {
        if record[name] == nil, value == nil { throw missing }
        let changed = try change(record[name], at: rest)
        var result = Value.Record()
        for field in record.fields {
            result.add(field.name, field.name == name ? changed : field.value)
        }
        if record[name] == nil { result.add(name, changed) }
        // A part of which nothing is left is none.
        return result.fields.isEmpty ? nil : .record(result)
    }

    private func change(
        _ values: [Value], at name: String, _ rest: ArraySlice<String>
    ) throws -> [Value] {
        guard let number = Int(name), (1...values.count + 1).contains(number) else {
            throw UsageError(
                "\(key): the list has no element \(name)",
                hint: "elements are 1 to \(values.count), \(values.count + 1) adds one")
        }
        var values = values
        let isThere = number <= values.count
        if !isThere, value == nil { throw missing }
        let changed = try change(isThere ? values[number - 1] : nil, at: rest)
        switch (isThere, changed) {
        case (true, let changed?): values[number - 1] = changed
        case (true, nil): values.remove(at: number - 1)
        case (false, let changed?): values.append(changed)
        case (false, nil): break
        }
        return values
    }

    private var missing: UsageError { UsageError("the record has no \(key) to take out") }

    private func parent(of rest: ArraySlice<String>) -> String {
        path.dropLast(rest.count).joined(separator: ".")
    }
}
