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

    /// Calls `body` with each element that the path leads to; with an attribute, each that has it.
    func forEachElement(from element: XMLElement, _ body: (XMLElement) -> Void) {
        descend(from: element, step: 0, body)
    }

    private func descend(from element: XMLElement, step: Int, _ body: (XMLElement) -> Void) {
        guard step < steps.count else {
            if attribute.map({ element[$0] != nil }) ?? true { body(element) }
            return
        }
        element.forEachElement { child in
            if steps[step].names.contains(child.name),
                steps[step].condition?.holds(for: child) ?? true
            {
                descend(from: child, step: step + 1, body)
            }
        }
    }

    /// The elements that the path leads to.
    func elements(from element: XMLElement) -> [XMLElement] {
        var found: [XMLElement] = []
        forEachElement(from: element) { found.append($0) }
        return found
    }

    /// How many elements it leads to.
    func count(from element: XMLElement) -> Int {
        var count = 0
        forEachElement(from: element) { _ in count += 1 }
        return count
    }

    /// What stands there, without white space at its ends.
    func values(from element: XMLElement) -> [String] {
        var values: [String] = []
        forEachElement(from: element) { found in
            values.append((attribute.flatMap { found[$0] } ?? found.text).trimmed)
        }
        return values
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

    /// The attribute of the element itself that tells it from others; `nil` where it is none.
    var tellingAttribute: String? { path.isEmpty && !isDenied ? attribute : nil }

    func holds(for element: XMLElement) -> Bool { has(element, path[...]) != isDenied }

    private func has(_ element: XMLElement, _ path: ArraySlice<String>) -> Bool {
        guard let name = path.first else {
            let text = attribute.map { element[$0] } ?? element.text
            return text.map { isValue($0.trimmed) } ?? false
        }
        var isThere = false
        element.forEachElement { child in
            if !isThere, child.name == name { isThere = has(child, path.dropFirst()) }
        }
        return isThere
    }

    /// Changing letters takes longer than all else here, and few texts are as long as a value.
    private func isValue(_ text: String) -> Bool {
        guard values.contains(where: { $0.utf8.count == text.utf8.count }) else { return false }
        return values.contains(text) || values.contains(text.uppercased())
    }
}
