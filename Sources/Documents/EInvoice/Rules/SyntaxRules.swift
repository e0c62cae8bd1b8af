internal import XML

/// Rules about the elements of one syntax, whatever they mean: what must not be there, and how often
/// something may. One walk over a document asks them all.
struct SyntaxRules: Sendable {
    /// A rule about each element that a path leads to. A path that begins with `//` leads there from
    /// anywhere (`//.` is every element, `//*ID` each whose name ends so), any other from the document's
    /// outermost element.
    final class Check: Sendable {
        let id: String
        let severity: RuleSeverity
        let words: String
        let holds: @Sendable (XMLElement) -> Bool

        init(
            id: String, severity: RuleSeverity, words: String,
            holds: @escaping @Sendable (XMLElement) -> Bool
        ) {
            self.id = id
            self.severity = severity
            self.words = words
            self.holds = holds
        }
    }

    private struct Step: Sendable {
        var branches = Branches()
        var checks: [Check] = []
        /// By the attribute's number in the vocabulary.
        var attributes: [Int: [Check]] = [:]
    }

    private static let (root, anywhere) = (0, 1)
    private var steps = [Step(), Step()]
    /// The rules that are added of those that come; all of them where `nil`.
    var wanted: Set<String>?
    private var vocabulary = Vocabulary()
    /// Where an element leads to by the end of its name, wherever it stands.
    private var endings: [(ending: String, step: Int)] = []

    /// Every rule that is asked, by its identifier.
    var ids: Set<String> {
        Set(steps.flatMap { $0.checks + $0.attributes.values.joined() }.map(\.id))
    }

    /// Asks `check` where `path` leads to.
    mutating func add(_ path: String, _ check: Check) {
        if let wanted, !wanted.contains(check.id) { return }
        let isAnywhere = path.hasPrefix("//")
        let path = ElementPath(isAnywhere ? String(path.dropFirst(2)) : path)
        var step = isAnywhere ? Self.anywhere : Self.root
        for name in path.steps { step = next(name, from: step) }
        if let attribute = path.attribute {
            let number = vocabulary.number(of: attribute)
            steps[step].attributes[number, default: []].append(check)
        } else {
            steps[step].checks.append(check)
        }
    }

    private mutating func next(_ name: ElementPath.Step, from step: Int) -> Int {
        if step == Self.anywhere, name.names[0].hasPrefix("*") {
            return next(ending: String(name.names[0].dropFirst()))
        }
        let numbers = name.names.map { vocabulary.number(of: $0) }
        if let known = steps[step].branches.step(numbers[0], name.condition) { return known }
        steps.append(Step())
        for number in numbers {
            steps[step].branches.add(number, name.condition, to: steps.count - 1)
        }
        return steps.count - 1
    }

    private mutating func next(ending: String) -> Int {
        if let known = endings.first(where: { $0.ending == ending }) { return known.step }
        steps.append(Step())
        endings.append((ending, steps.count - 1))
        return steps.count - 1
    }

    /// What a document breaks, in document order.
    func findings(in root: XMLElement) -> [RuleFinding] {
        var walk = Walk(rules: self, names: vocabulary.names(of: root))
        walk.endings = root.names.map { name in
            endings.filter { name.hasSuffix($0.ending) }.map(\.step)
        }
        walk.active = [Self.root, Self.anywhere]
        walk.visit(root, walk.active.indices)
        return walk.findings
    }

    private struct Walk {
        let rules: SyntaxRules
        let names: DocumentNames
        /// The steps that each name of the document leads to by its end.
        var endings: [[Int]] = []
        /// The steps that lead to the element at hand, behind those of the elements around it.
        var active: [Int] = []
        var findings: [RuleFinding] = []

        mutating func visit(_ element: XMLElement, _ here: Range<Int>) {
            for place in here {
                for check in rules.steps[active[place]].checks where !check.holds(element) {
                    findings.append(RuleFinding(check, element))
                }
            }
            for attribute in element.attributes { visit(attribute, of: element, here) }
            element.forEachElement { child in
                let start = active.count
                for place in here {
                    rules.steps[active[place]].branches.forEachStep(names[child], child) {
                        active.append($0)
                    }
                }
                active += endings[child.nameNumber]
                active.append(SyntaxRules.anywhere)
                visit(child, start..<active.count)
                active.removeSubrange(start...)
            }
        }

        private mutating func visit(
            _ attribute: XMLAttribute, of element: XMLElement, _ here: Range<Int>
        ) {
            let name = names[attribute]
            if name == DocumentNames.unknown { return }
            for place in here {
                for check in rules.steps[active[place]].attributes[name] ?? []
                where !check.holds(element) {
                    findings.append(RuleFinding(check, element))
                }
            }
        }
    }
}

extension SyntaxRules {
    /// The element or attribute must not be there.
    mutating func forbid(
        _ id: String, _ path: String, _ severity: RuleSeverity = .warning
    ) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let words = "EN 16931 has no use for \(name) here"
        add(path, Check(id: id, severity: severity, words: words) { _ in false })
    }

    /// Forbids what a text of rows names: the path of a parent, then the number of a rule and the child
    /// or attribute that it forbids, and so on. Rows that are indented go on with the parent above.
    mutating func forbid(
        _ prefix: String, _ rows: String, _ severity: RuleSeverity = .warning,
        shorthands: KeyValuePairs<String, String>
    ) {
        var parent = ""
        for row in rows.split(separator: "\n") {
            var words = row.split(separator: " ").map(String.init)
            if !row.hasPrefix(" ") {
                parent = words.removeFirst()
                let name = parent.prefix { $0 != "/" }
                if let whole = shorthands.first(where: { $0.key == name })?.value {
                    parent = whole + parent.dropFirst(name.count)
                }
            }
            for pair in stride(from: 0, to: words.count - 1, by: 2) {
                let way = parent == "." ? words[pair + 1] : "\(parent)/\(words[pair + 1])"
                forbid(prefix + words[pair], way, severity)
            }
        }
    }

    /// In each element that `context` leads to, `path` leads to no more than one other.
    mutating func single(
        _ id: String, _ path: String, in context: String = ".", severity: RuleSeverity = .fatal,
        _ words: String
    ) {
        let path = ElementPath(path)
        add(
            context,
            Check(id: id, severity: severity, words: words) { path.count(from: $0) <= 1 })
    }

    /// Something else must hold of each element that `context` leads to.
    mutating func require(
        _ id: String, in context: String = ".", severity: RuleSeverity = .fatal, _ words: String,
        holds: @escaping @Sendable (XMLElement) -> Bool
    ) {
        add(context, Check(id: id, severity: severity, words: words, holds: holds))
    }
}

extension RuleFinding {
    fileprivate init(_ check: SyntaxRules.Check, _ element: XMLElement) {
        self.init(
            rule: check.id, severity: check.severity, term: nil, message: check.words,
            element: element, values: [])
    }
}
