internal import XML

/// Where a syntax says the terms of EN 16931 (EN 16931-3-2 for UBL, EN 16931-3-3 for CII).
///
/// A binding is a text of rows, each indented under the group or the path that it belongs to:
/// ```
/// BG-4 AccountingSupplierParty
///   BT-34 Party/EndpointID
///   BT-34-1 Party/EndpointID/@schemeID
///   BT-31 Party/PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID
/// ```
/// Paths are written as ``ElementPath`` has them. A row without a term only leads to those below it;
/// `-` marks an element that the syntax needs and that says nothing.
struct SyntaxBinding: Sendable {
    struct Bound: Sendable {
        let term: Term
        let owner: Group
    }

    /// One element on the way to terms.
    struct Step: Sendable {
        var branches = Branches()
        var group: Group?
        var terms: [Bound] = []
        var attributes: [(name: String, bound: Bound)] = []
        /// What the syntax needs and no term is: it is passed over with its attributes.
        var saysNothing = false
        /// The attribute by which the element was told from others.
        var tellingAttribute: String?
    }

    static let root = 0
    private(set) var steps = [Step()]
    private(set) var vocabulary = Vocabulary()

    init(_ text: String) {
        // Where a row's parent leads, by depth.
        var scopes: [(step: Int, owner: Group)] = [(Self.root, .invoice)]
        for line in text.split(separator: "\n") {
            let depth = line.prefix { $0 == " " }.count / 2
            let words = line.split(separator: " ").map(String.init)
            scopes.removeLast(scopes.count - depth - 1)
            var (step, owner) = scopes[depth]
            let path = ElementPath(words[words.count - 1])
            for name in path.steps { step = next(name, from: step) }
            if words.count > 1, let group = Group(rawValue: words[0]) {
                steps[step].group = group
                owner = group
            } else if words.count > 1, let term = Term(rawValue: words[0]) {
                let bound = Bound(term: term, owner: owner)
                if let attribute = path.attribute {
                    steps[step].attributes.append((attribute, bound))
                } else {
                    steps[step].terms.append(bound)
                }
            } else {
                precondition(words.count == 1 || words[0] == "-", "no such term: \(line)")
                steps[step].saysNothing = words[0] == "-"
            }
            scopes.append((step, owner))
        }
    }

    /// The step that a name with its condition leads to, made where it is new.
    private mutating func next(_ name: ElementPath.Step, from step: Int) -> Int {
        let numbers = name.names.map { vocabulary.number(of: $0) }
        if let known = steps[step].branches.step(numbers[0], name.condition) { return known }
        steps.append(Step(tellingAttribute: name.condition?.tellingAttribute))
        for number in numbers {
            steps[step].branches.add(number, name.condition, to: steps.count - 1)
        }
        return steps.count - 1
    }
}
