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
    /// For each shape, for each path of the template: the row of the field its first name means.
    private var rows: [Int32] = []
    private let pathCount: Int
    /// Where the rows of the current shape begin.
    private var start = 0

    init(pathCount: Int) { self.pathCount = pathCount }

    /// Makes the shape of `fields` the current one.
    mutating func enter(_ fields: [Value.Record.Field]) {
        let current = pathCount == 0 ? 0 : start / pathCount
        if current < names.count, matches(names[current], fields) { return }
        for shape in names.indices where matches(names[shape], fields) {
            start = shape * pathCount
            return
        }
        if names.count == RecordShapes.limit {
            names.removeLast()
            rows.removeLast(pathCount)
        }
        names.append(fields.map(\.name))
        start = rows.count
        rows.append(contentsOf: repeatElement(RecordShapes.unknown, count: pathCount))
    }

    /// The row of the field that a path's first name means, in records of the current shape.
    mutating func row(of path: FieldPath, in fields: [Value.Record.Field]) -> Int? {
        let known = rows[start + path.number]
        if known >= 0 { return Int(known) }
        if known == RecordShapes.absent { return nil }
        let name = path.first ?? ""
        let length = name.utf8.count
        // Field names are ASCII, so that lengths tell most of them apart at little cost.
        let found = fields.firstIndex { $0.name.utf8.count == length && $0.name == name }
        rows[start + path.number] = found.map(Int32.init) ?? RecordShapes.absent
        return found
    }

    private func matches(_ names: [String], _ fields: [Value.Record.Field]) -> Bool {
        guard names.count == fields.count else { return false }
        for index in names.indices where names[index] != fields[index].name { return false }
        return true
    }
}
