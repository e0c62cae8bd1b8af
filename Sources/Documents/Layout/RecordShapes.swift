internal import Formats

/// The shapes of the records of one document.
///
/// Records whose fields have the same names in the same order are of one shape; the rows of a
/// table have one or a few.
struct RecordShapes {
    /// Shapes kept; rows of further ones share the last, which forgets the one before.
    private static let limit = 16

    /// The first names of the template's paths, with their numbers.
    private let numbers: [String: Int]
    private var shapes: [RecordShape] = []

    init(numbers: [String: Int]) { self.numbers = numbers }

    mutating func shape(of fields: [Value.Record.Field]) -> RecordShape {
        if let known = shapes.first(where: { $0.matches(fields) }) { return known }
        if shapes.count == RecordShapes.limit { shapes.removeLast() }
        let shape = RecordShape(fields, numbers)
        shapes.append(shape)
        return shape
    }
}

/// Where records of one shape keep the fields that a template asks for: a name is looked for once
/// instead of once per row.
final class RecordShape {
    private let names: [String]
    /// By the number of a name: the row of its field; -1 for none.
    private let rows: [Int32]

    init(_ fields: [Value.Record.Field], _ numbers: [String: Int]) {
        names = fields.map(\.name)
        var rows = [Int32](repeating: -1, count: numbers.count)
        // Backwards, so that the first of several fields of one name counts.
        for (row, name) in names.enumerated().reversed() {
            if let number = numbers[name] { rows[number] = Int32(row) }
        }
        self.rows = rows
    }

    func matches(_ fields: [Value.Record.Field]) -> Bool {
        guard names.count == fields.count else { return false }
        for index in names.indices where names[index] != fields[index].name { return false }
        return true
    }

    /// The row of the field that a path's first name means, in records of this shape.
    func row(of path: FieldPath) -> Int? {
        let row = rows[path.firstNumber]
        return row < 0 ? nil : Int(row)
    }
}
