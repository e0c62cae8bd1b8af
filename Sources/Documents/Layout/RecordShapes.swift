internal import Formats

/// Where records keep the fields that a template asks for.
///
/// Records whose fields have the same names in the same order are of one shape; the rows of a
/// table have one or a few. What was found in one record then holds for all others of its shape,
/// absence included, and a name is looked for once instead of once per row.
struct RecordShapes {
    /// Shapes kept; rows of further ones share the last, which forgets the one before.
    private static let limit = 16
    private static let unknown: Int32 = -2
    private static let absent: Int32 = -1

    private var names: [[String]] = []
    /// For each shape, for each step of the template's paths: the field's row.
    private var rows: [[Int32]] = []
    private let stepCount: Int
    private(set) var current = 0

    init(stepCount: Int) { self.stepCount = stepCount }

    /// Makes the shape of `fields` the current one.
    mutating func enter(_ fields: [Value.Record.Field]) {
        if current < names.count, matches(names[current], fields) { return }
        for shape in names.indices where matches(names[shape], fields) {
            current = shape
            return
        }
        if names.count == RecordShapes.limit {
            names.removeLast()
            rows.removeLast()
        }
        names.append(fields.map(\.name))
        rows.append([Int32](repeating: RecordShapes.unknown, count: stepCount))
        current = names.count - 1
    }

    /// Returns to a shape that was entered before.
    mutating func reenter(_ shape: Int) { current = min(shape, names.count - 1) }

    /// The row of a step's field in records of the current shape.
    mutating func row(of step: FieldPath.Step, in fields: [Value.Record.Field]) -> Int? {
        let known = rows[current][step.number]
        if known >= 0 { return Int(known) }
        if known == RecordShapes.absent { return nil }
        let found = fields.firstIndex { $0.name == step.name }
        rows[current][step.number] = found.map(Int32.init) ?? RecordShapes.absent
        return found
    }

    private func matches(_ names: [String], _ fields: [Value.Record.Field]) -> Bool {
        guard names.count == fields.count else { return false }
        for index in names.indices where names[index] != fields[index].name { return false }
        return true
    }
}
