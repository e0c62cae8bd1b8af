internal import XML

/// A business group as a document has it: whatever is there, in its order.
///
/// Nothing is required of a document: a fragment gives a tree with gaps. Rules are asked of the
/// tree, and the reader makes an ``EN16931Invoice`` of it; both are the same for every syntax.
struct TermTree: Sendable {
    /// A term in the place where the document says it.
    struct Value: Sendable {
        let term: Term
        let element: XMLElement
        /// The text of the element, or of its attribute; as written.
        let raw: String

        /// Without white space at its ends.
        var text: String { raw.trimmed }
        /// An attribute that tells more of the term, such as its scheme or currency.
        func attribute(_ name: String) -> String? { element[name]?.trimmed }
    }

    let group: Group
    let element: XMLElement
    fileprivate(set) var values: [Value] = []
    fileprivate(set) var groups: [TermTree] = []
    /// The term of each value: what nearly every question looks through first.
    private var terms: [Term] = []

    init(group: Group, element: XMLElement) {
        self.group = group
        self.element = element
    }

    /// Every value of the term in this group, without those in groups inside it.
    func all(_ term: Term) -> [Value] {
        has(term) ? values.filter { $0.term == term } : []
    }
    /// The first value of the term in this group.
    func first(_ term: Term) -> Value? { terms.firstIndex(of: term).map { values[$0] } }
    /// The only value of the term in this group; `nil` where there is none or more than one.
    func only(_ term: Term) -> Value? {
        guard let index = terms.firstIndex(of: term), !terms[(index + 1)...].contains(term) else {
            return nil
        }
        return values[index]
    }
    /// The text of the first value; `nil` where there is none.
    func text(_ term: Term) -> String? { terms.firstIndex(of: term).map { values[$0].text } }
    /// Whether the term is said, be it by an empty element.
    func has(_ term: Term) -> Bool { terms.contains(term) }
    /// Whether one of the terms is said, be it by an empty element.
    func has(_ terms: Term...) -> Bool { terms.contains(where: has) }
    /// Whether the term is said by more than white space.
    func isFilled(_ term: Term) -> Bool { text(term).map { !$0.isEmpty } ?? false }
    /// The groups of that kind directly in this one.
    func all(_ group: Group) -> [TermTree] { groups.filter { $0.group == group } }
    /// The first group of that kind directly in this one.
    func first(_ group: Group) -> TermTree? { groups.first { $0.group == group } }

    fileprivate mutating func add(_ value: Value) {
        values.append(value)
        terms.append(value.term)
    }
}

/// What a syntax's binding finds in a document.
struct BoundDocument: Sendable {
    let invoice: TermTree
    /// Elements that say no term of EN 16931, the outermost of them only.
    let unbound: [XMLElement]
    /// Attributes that say none, of elements that do.
    let unboundAttributes: [(element: XMLElement, attribute: XMLAttribute)]

    /// - Parameter lists: What says no term is listed; rules have no use for it.
    init(_ root: XMLElement, _ binding: SyntaxBinding, listsUnbound lists: Bool = false) {
        var builder = TermTreeBuilder(root, binding, listsUnbound: lists)
        builder.read(root, at: SyntaxBinding.root)
        invoice = builder.open[0]
        unbound = builder.unbound
        unboundAttributes = builder.unboundAttributes
    }
}

private struct TermTreeBuilder {
    let binding: SyntaxBinding
    /// The groups around the element at hand, the invoice first.
    var open: [TermTree]
    var unbound: [XMLElement] = []
    var unboundAttributes: [(element: XMLElement, attribute: XMLAttribute)] = []
    private let listsUnbound: Bool
    /// What every amount and date has in its syntax, beside its text.
    private static let forms: Set = ["currencyID", "format"]

    init(_ root: XMLElement, _ binding: SyntaxBinding, listsUnbound: Bool) {
        self.binding = binding
        self.listsUnbound = listsUnbound
        open = [TermTree(group: .invoice, element: root)]
    }

    mutating func read(_ element: XMLElement, at step: Int) {
        let known = binding.steps[step].branches
        element.forEachElement { child in
            var isBound = false
            for branch in known[child.name] ?? []
            where branch.condition?.holds(for: child) ?? true {
                isBound = true
                enter(child, at: branch.step)
            }
            if !isBound, listsUnbound { unbound.append(child) }
        }
    }

    private mutating func enter(_ element: XMLElement, at index: Int) {
        let step = binding.steps[index]
        if let group = step.group { open.append(TermTree(group: group, element: element)) }
        if !step.terms.isEmpty {
            let text = element.text
            for bound in step.terms { add(bound, element, text) }
        }
        for (name, bound) in step.attributes {
            if let value = element[name] { add(bound, element, value) }
        }
        if listsUnbound, !step.saysNothing { list(element.attributes, of: element, step) }
        if !step.branches.isEmpty {
            read(element, at: index)
        } else if listsUnbound {
            // Whatever stands inside an element that says a term is said by none.
            element.forEachElement { unbound.append($0) }
        }
        if step.group != nil, let done = open.popLast() {
            open[open.count - 1].groups.append(done)
        }
    }

    private mutating func list(
        _ attributes: ArraySlice<XMLAttribute>, of element: XMLElement, _ step: SyntaxBinding.Step
    ) {
        for attribute in attributes where attribute.namespace == nil {
            let isBound = step.attributes.contains { $0.name == attribute.name }
            if isBound || step.tellingAttribute == attribute.name
                || TermTreeBuilder.forms.contains(attribute.name)
            {
                continue
            }
            unboundAttributes.append((element, attribute))
        }
    }

    private mutating func add(_ bound: SyntaxBinding.Bound, _ element: XMLElement, _ raw: String) {
        // A term may stand inside the element of a group that it is not part of: UBL has the due
        // date of a credit note in its payment means.
        let owner = open.lastIndex { $0.group == bound.owner } ?? 0
        open[owner].add(.init(term: bound.term, element: element, raw: raw))
    }
}

extension String {
    /// Without XML white space at either end.
    var trimmed: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else {
            return self
        }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }),
            let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}
