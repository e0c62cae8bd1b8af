internal import XML

/// A way down from an element by local names, `A/B|C[D/E=x,y]/@f`: `B|C` is either name, `[…=x,y]` a
/// condition (one of these values), `[…!=x]` its opposite, `.` the element itself.
struct ElementPath: Sendable {
    struct Step: Hashable, Sendable {
        let names: [String]
        let condition: ElementCondition?
    }

    let steps: [Step]
    let attribute: String?

    init(_ text: String) {
        var attribute: String?
        var steps: [Step] = []
        var depth = 0
        let parts = text.split { (character: Character) -> Bool in
            if character == "[" { depth += 1 } else if character == "]" { depth -= 1 }
            return character == "/" && depth == 0
        }
        for part in parts where part != "." {
            if part.hasPrefix("@") {
                attribute = String(part.dropFirst())
                continue
            }
            let sides = part.split(separator: "[", maxSplits: 1)
            steps.append(
                Step(
                    names: sides[0].split(separator: "|").map(String.init),
                    condition: sides.count > 1 ? ElementCondition(sides[1].dropLast()) : nil))
        }
        (self.steps, self.attribute) = (steps, attribute)
    }

    /// The elements that the path leads to; with an attribute, those that have it.
    func elements(from element: XMLElement) -> [XMLElement] {
        var found = [element]
        for step in steps {
            found = found.flatMap { parent in
                parent.elements.filter {
                    step.names.contains($0.name) && step.condition?.holds(for: $0) ?? true
                }
            }
        }
        guard let attribute else { return found }
        return found.filter { $0[attribute] != nil }
    }

    /// What stands there, without white space at its ends.
    func values(from element: XMLElement) -> [String] {
        elements(from: element).map { found in
            (attribute.flatMap { found[$0] } ?? found.text).trimmed
        }
    }
}

/// What an element must hold: `TaxScheme/ID=VAT`, `@schemeID!=SEPA`. Letters count alike in either
/// case.
struct ElementCondition: Hashable, Sendable {
    private let path: [String]
    private let attribute: String?
    private let values: [String]
    private let isDenied: Bool

    init(_ text: Substring) {
        let sides = text.split(separator: "=", maxSplits: 1)
        isDenied = sides[0].hasSuffix("!")
        let way = isDenied ? sides[0].dropLast() : sides[0][...]
        let steps = way.split(separator: "/").map(String.init)
        let last = steps[steps.count - 1]
        attribute = last.hasPrefix("@") ? String(last.dropFirst()) : nil
        path = attribute == nil ? steps : steps.dropLast()
        values = sides[1].split(separator: ",").map { $0.uppercased() }
    }

    func holds(for element: XMLElement) -> Bool { has(element, path[...]) != isDenied }

    private func has(_ element: XMLElement, _ path: ArraySlice<String>) -> Bool {
        guard let name = path.first else {
            let text = attribute.map { element[$0] } ?? element.text
            return text.map { values.contains($0.trimmed.uppercased()) } ?? false
        }
        return element.all(name).contains { has($0, path.dropFirst()) }
    }
}
