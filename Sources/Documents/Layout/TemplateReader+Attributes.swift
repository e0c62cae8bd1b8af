internal import Diagnostics
internal import XML

extension TemplateReader {
    /// Reports every attribute that is not among `names`.
    func check(_ element: XMLElement, _ names: [String]) {
        for attribute in element.attributes where !names.contains(attribute.qualifiedName) {
            report(
                attribute, code: "unknown-attribute",
                "<\(element.name)> has no such attribute", found: attribute.qualifiedName,
                hint: suggestion(for: attribute.name, among: names))
        }
    }

    func required(_ name: String, of element: XMLElement) -> String? {
        if let value = element[name], !value.isEmpty { return value }
        if let attribute = element.attribute(name) {
            report(
                attribute, code: "attribute-value", "\"\(name)\" is there but empty", found: "\"\"")
        } else {
            report(element, code: "missing-attribute", "<\(element.name)> needs \"\(name)\"")
        }
        return nil
    }

    func length(
        _ name: String, of element: XMLElement,
        in range: ClosedRange<Double> = -Length.limit...Length.limit, required: Bool = false
    ) -> Double? {
        guard let attribute = element.attribute(name) else {
            if required { _ = self.required(name, of: element) }
            return nil
        }
        if let points = Length.points(attribute.value), range.contains(points) { return points }
        badValue(
            attribute,
            expected: "a length such as 22mm or 12.5pt, from \(hundredths(range.lowerBound)) to "
                + "\(hundredths(range.upperBound)) pt")
        return nil
    }

    func number(_ name: String, of element: XMLElement, in range: ClosedRange<Int>) -> Int? {
        guard let attribute = element.attribute(name) else { return nil }
        if let number = Int(attribute.value), range.contains(number) { return number }
        badValue(attribute, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    func choice(_ name: String, of element: XMLElement, _ choices: [String]) -> String? {
        guard let attribute = element.attribute(name) else { return nil }
        if choices.contains(attribute.value) { return attribute.value }
        report(
            attribute, code: "attribute-value", "this is not one of the possible values",
            found: attribute.value, expected: choices.joined(separator: ", "),
            hint: suggestion(for: attribute.value, among: choices), atValue: true)
        return nil
    }

    /// A colour's row in the palette; one written as `#hex` gets a row of its own.
    func color(_ name: String, of element: XMLElement) -> Int? {
        guard let attribute = element.attribute(name) else { return nil }
        if let row = PaletteRow.names.firstIndex(of: attribute.value) { return row }
        guard let color = RGB(hex: attribute.value) else {
            report(
                attribute, code: "attribute-value", "there is no such colour",
                found: attribute.value, expected: "a name or #rrggbb",
                hint: suggestion(for: attribute.value, among: PaletteRow.names), atValue: true)
            return nil
        }
        let own = palette.indices.dropFirst(PaletteRow.names.count)
        if let row = own.first(where: { palette[$0] == color }) { return row }
        palette.append(color)
        return palette.count - 1
    }

    /// A style's row by its name.
    func style(_ name: String, of element: XMLElement) -> Int? {
        guard let attribute = element.attribute(name) else { return nil }
        if let row = styleNames.firstIndex(of: attribute.value) { return row }
        report(
            attribute, code: "unknown-style", "there is no style of this name",
            found: attribute.value, hint: suggestion(for: attribute.value, among: styleNames),
            atValue: true)
        return nil
    }

    /// `if` and `unless`: paths divided by spaces, each `path` or `path=text`. `if` wants all of
    /// them, `unless` none. A text that begins with `/` is the path of a value to compare with.
    /// `@logo` asks for the company's logo.
    func condition(of element: XMLElement) -> Condition? {
        var tests: [Condition.Test] = []
        var logo: Bool?
        for (name, isWanted) in [("if", true), ("unless", false)] {
            guard let attribute = element.attribute(name) else { continue }
            for word in attribute.value.split(separator: " ") {
                if word == "@logo" {
                    logo = isWanted
                    continue
                }
                if word.hasPrefix("@") {
                    report(
                        attribute, code: "attribute-value",
                        "there is no such thing to ask for", found: String(word),
                        expected: "@logo",
                        hint: suggestion(for: String(word), among: ["@logo"]), atValue: true)
                    continue
                }
                let parts = word.split(separator: "=", maxSplits: 1)
                guard let first = parts.first,
                    let path = path(String(first), at: attribute, found: String(word))
                else { continue }
                let other = parts.count == 2 ? String(parts[1]) : nil
                let isPath = other?.hasPrefix("/") == true
                tests.append(
                    Condition.Test(
                        path: path, equals: isPath ? nil : other,
                        equalsPath: isPath
                            ? other.flatMap { self.path($0, at: attribute, found: $0) } : nil,
                        isWanted: isWanted))
            }
        }
        return tests.isEmpty && logo == nil ? nil : Condition(tests: tests, logo: logo)
    }

    /// The path of an attribute that must be there.
    func requiredPath(_ name: String, of element: XMLElement) -> FieldPath? {
        guard let text = required(name, of: element), let attribute = element.attribute(name)
        else { return nil }
        return path(text, at: attribute, found: text)
    }

    /// The path of a list that must be there.
    func requiredList(of element: XMLElement) -> FieldPath? {
        guard let path = requiredPath("path", of: element),
            let attribute = element.attribute("path")
        else { return nil }
        let scope = path.isFromRoot ? "" : scope
        let names = path.names.joined(separator: ".")
        if let paths, !names.isEmpty, !paths.isList(names, in: scope) {
            report(
                attribute, code: "not-a-list",
                "<\(element.name)> repeats what it has for each item of a list, and this is none",
                found: attribute.value, atValue: true)
            return nil
        }
        return path
    }

    /// The path of a row's amount: what stands elsewhere would be added once for each row.
    func requiredAmount(_ name: String, of element: XMLElement) -> FieldPath? {
        guard let path = requiredPath(name, of: element),
            let attribute = element.attribute(name)
        else { return nil }
        let names = path.names.joined(separator: ".")
        if path.isFromRoot || names.isEmpty || paths?.isSingle(names, in: scope) == false {
            report(
                attribute, code: "carry-amount", "only an amount of the row can be carried",
                found: attribute.value, expected: "a path such as net", atValue: true)
            return nil
        }
        return path
    }

    private func path(_ text: String, at attribute: XMLAttribute, found: String) -> FieldPath? {
        let location = places.location(
            of: attribute.valuePosition, length: attribute.value.utf8.count)
        return path(text, at: location)
    }

    /// Splits a path and looks whether there is such a value.
    func path(_ text: String, at location: SourceLocation) -> FieldPath? {
        let isFromRoot = text.hasPrefix("/")
        let written = isFromRoot ? String(text.dropFirst()) : text
        let names =
            written == "." ? [] : written.split(separator: ".", omittingEmptySubsequences: false)
        let isWord = names.allSatisfy { name in
            !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2F && $0 != 0x7B }
        }
        guard isWord, names.count <= 8 else {
            findings.add(
                Diagnostic(
                    code: "field-syntax", "a path is names divided by dots", at: location,
                    found: text))
            return nil
        }
        let scope = isFromRoot ? "" : scope
        if let paths, !names.isEmpty, !paths.contains(written, in: scope) {
            let place = scope.isEmpty ? "the document" : "the items of \(scope)"
            findings.add(
                Diagnostic(
                    code: "unknown-path", "\(place) has no such value", at: location,
                    found: text, hint: paths.suggestion(for: written, in: scope)))
            return nil
        }
        pathCount += 1
        let first = names.first.map(String.init) ?? ""
        let firstNumber = pathNumbers[first] ?? pathNumbers.count
        pathNumbers[first] = firstNumber
        return FieldPath(
            text: text, scope: scope, isFromRoot: isFromRoot, names: names.map(String.init),
            number: pathCount - 1, firstNumber: firstNumber)
    }

    /// The number of a prefix of labels.
    func labelPrefix(_ prefix: String) -> Int {
        if let number = labelPrefixes.firstIndex(of: prefix) { return number }
        labelPrefixes.append(prefix)
        return labelPrefixes.count - 1
    }

    /// The number of a label's key.
    func label(_ key: String, at location: SourceLocation) -> Int {
        let known = labels.keys
        if !known.contains(key) {
            findings.add(
                Diagnostic(
                    code: "unknown-label", "there is no label of this name", at: location,
                    found: key, hint: suggestion(for: key, among: known)))
        } else if !labelKeys.contains(key) {
            let lacking = labels.languagesLacking(key)
            if !lacking.isEmpty {
                findings.add(
                    Diagnostic(
                        .warning, code: "untranslated-label",
                        "the label \"\(key)\" has no text in \(lacking.joined(separator: ", "))",
                        at: location, hint: "documents in these languages print it in English"))
            }
        }
        if let number = labelKeys.firstIndex(of: key) { return number }
        labelKeys.append(key)
        return labelKeys.count - 1
    }

    func unknownElement(_ element: XMLElement, among names: [String]) {
        report(
            element, code: "unknown-element", "this element does not belong here",
            found: "<\(element.name)>", hint: suggestion(for: element.name, among: names))
    }

    func badValue(_ attribute: XMLAttribute, expected: String) {
        report(
            attribute, code: "attribute-value", "this is not a possible value",
            found: attribute.value, expected: expected, atValue: true)
    }

    func report(
        _ element: XMLElement, code: String, _ message: String, found: String? = nil,
        hint: String? = nil
    ) {
        let length = element.qualifiedName.utf8.count + 1
        findings.add(
            Diagnostic(
                code: code, message, at: places.location(of: element.position, length: length),
                found: found, hint: hint))
    }

    func report(
        _ attribute: XMLAttribute, code: String, _ message: String, found: String,
        expected: String? = nil, hint: String? = nil, atValue: Bool = false
    ) {
        let location =
            atValue
            ? places.location(of: attribute.valuePosition, length: attribute.value.utf8.count)
            : places.location(
                of: attribute.position, length: attribute.qualifiedName.utf8.count)
        findings.add(
            Diagnostic(
                code: code, message, at: location, found: found, expected: expected, hint: hint))
    }
}
