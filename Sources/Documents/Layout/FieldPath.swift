/// Where a template finds a value: names divided by dots, from the item of the enclosing list or
/// table, or from the document if it begins with `/`; a lone `.` is the item itself.
final class FieldPath: Sendable {
    struct Step: Sendable {
        let name: String
        /// Number of the step in the template, for what a layout remembers of it.
        let number: Int
    }

    /// As written, for findings.
    let text: String
    let isFromRoot: Bool
    let steps: [Step]

    init(text: String, isFromRoot: Bool, steps: [Step]) {
        self.text = text
        self.isFromRoot = isFromRoot
        self.steps = steps
    }
}

/// What decides whether a part of a template is printed: `if` and `unless`.
final class Condition: Sendable {
    struct Test: Sendable {
        let path: FieldPath
        /// With a text: whether the value prints as it; without: whether there is a value.
        let equals: String?
        /// With a path: whether both values are the same.
        let equalsPath: FieldPath?
        let isWanted: Bool
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
