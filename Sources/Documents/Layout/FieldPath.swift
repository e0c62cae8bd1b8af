/// Where a template finds a value: names divided by dots, from the item of the enclosing list or
/// table, or from the document if it begins with `/`; a lone `.` is the item itself.
final class FieldPath: Sendable {
    /// As written, for findings.
    let text: String
    /// With the lists it stands in, for findings about values.
    let shown: String
    let isFromRoot: Bool
    /// The first name; nil for the item itself.
    let first: String?
    /// Its number in the template, for what a layout remembers of it.
    let number: Int
    /// The number of its first name among those of the template.
    let firstNumber: Int
    /// The names behind the first.
    let rest: [String]

    /// - Parameter scope: the list whose items it begins at; empty for the document.
    init(
        text: String, scope: String, isFromRoot: Bool, names: [String], number: Int,
        firstNumber: Int
    ) {
        self.text = text
        let steps = (scope.isEmpty ? [] : [scope]) + names
        shown = steps.isEmpty ? text : steps.joined(separator: ".")
        self.isFromRoot = isFromRoot
        self.number = number
        self.firstNumber = firstNumber
        first = names.first
        rest = Array(names.dropFirst())
    }

    /// All names.
    var names: [String] { (first.map { [$0] } ?? []) + rest }
}

/// What decides whether a part of a template is printed: `if` and `unless`.
final class Condition: Sendable {
    final class Test: Sendable {
        let path: FieldPath
        /// With a text: whether the value prints as it; without: whether there is a value.
        let equals: String?
        /// With a path: whether both values are the same.
        let equalsPath: FieldPath?
        let isWanted: Bool

        init(path: FieldPath, equals: String?, equalsPath: FieldPath?, isWanted: Bool) {
            self.path = path
            self.equals = equals
            self.equalsPath = equalsPath
            self.isWanted = isWanted
        }
    }

    /// All must hold.
    let tests: [Test]
    /// Whether the company's logo must be there or must be absent.
    let logo: Bool?

    init(tests: [Test], logo: Bool?) {
        self.tests = tests
        self.logo = logo
    }
}
