internal import XML

/// A business group as a document has it: whatever is there, in its order.
///
/// Nothing is required of a document: a fragment gives a tree with gaps. Rules are asked of the
/// tree, and the reader makes an ``EN16931Invoice`` of it; both are the same for every syntax.
///
/// A class, because it is handed around more often than anything else here.
final class TermTree: Sendable {
    /// A term in the place where the document says it.
    struct Value: Sendable {
        let term: Term
        let element: XMLElement
        /// The text of the element, or of its attribute; as written.
        let raw: String
        /// Without white space at its ends.
        let text: String

        init(term: Term, element: XMLElement, raw: String) {
            self.term = term
            self.element = element
            self.raw = raw
            text = raw.trimmed
        }

        /// An attribute that tells more of the term, such as its scheme or currency.
        func attribute(_ name: String) -> String? { element[name]?.trimmed }
    }

    let group: Group
    let element: XMLElement
    let values: [Value]
    let groups: [TermTree]
    /// The term of each value: what nearly every question looks through first.
    private let terms: [Term]

    init(group: Group, element: XMLElement, values: [Value] = [], groups: [TermTree] = []) {
        self.group = group
        self.element = element
        self.values = values
        self.groups = groups
        terms = values.map(\.term)
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
        invoice = builder.open[0].tree
        unbound = builder.unbound
        unboundAttributes = builder.unboundAttributes
    }
}

private struct TermTreeBuilder {
    /// A group whose element is not read to its end.
    struct Draft {
        let group: Group
        let element: XMLElement
        var values: [TermTree.Value] = []
        var groups: [TermTree] = []

        var tree: TermTree { .init(group: group, element: element, values: values, groups: groups) }
    }

    let binding: SyntaxBinding
    /// The groups around the element at hand, the invoice first.
    var open: [Draft]
    private var kinds: [Group] = [.invoice]
    var unbound: [XMLElement] = []
    var unboundAttributes: [(element: XMLElement, attribute: XMLAttribute)] = []
    private let listsUnbound: Bool
    private let names: DocumentNames
    /// What every amount and date has in its syntax, beside its text.
    private static let forms: Set = ["currencyID", "format"]

    init(_ root: XMLElement, _ binding: SyntaxBinding, listsUnbound: Bool) {
        self.binding = binding
        self.listsUnbound = listsUnbound
        names = binding.vocabulary.names(of: root)
        open = [Draft(group: .invoice, element: root)]
    }

    mutating func read(_ element: XMLElement, at step: Int) {
        element.forEachElement { child in
            var isBound = false
            binding.steps[step].branches.forEachStep(names[child], child) { next in
                isBound = true
                enter(child, at: next)
            }
            if !isBound, listsUnbound { unbound.append(child) }
        }
    }

    private mutating func enter(_ element: XMLElement, at index: Int) {
        // A step is not copied for its parts: that would count references for most of the time.
        let group = binding.steps[index].group
        if let group {
            open.append(Draft(group: group, element: element))
            kinds.append(group)
        }
        if !binding.steps[index].terms.isEmpty {
            let text = element.text
            for bound in binding.steps[index].terms { add(bound, element, text) }
        }
        for (name, bound) in binding.steps[index].attributes {
            if let value = element[name] { add(bound, element, value) }
        }
        if listsUnbound, !binding.steps[index].saysNothing {
            list(element.attributes, of: element, index)
        }
        if !binding.steps[index].branches.isEmpty {
            read(element, at: index)
        } else if listsUnbound {
            // Whatever stands inside an element that says a term is said by none.
            element.forEachElement { unbound.append($0) }
        }
        if group != nil, let done = open.popLast() {
            open[open.count - 1].groups.append(done.tree)
            kinds.removeLast()
        }
    }

    private mutating func list(
        _ attributes: XMLAttributes, of element: XMLElement, _ index: Int
    ) {
        for attribute in attributes where attribute.namespace == nil {
            let name = attribute.name
            let step = binding.steps[index]
            let isBound = step.attributes.contains { $0.name == name }
            if isBound || step.tellingAttribute == name || TermTreeBuilder.forms.contains(name) {
                continue
            }
            unboundAttributes.append((element, attribute))
        }
    }

    private mutating func add(_ bound: SyntaxBinding.Bound, _ element: XMLElement, _ raw: String) {
        // A term may stand inside the element of a group that it is not part of: UBL has the due
        // date of a credit note in its payment means.
        let owner = kinds.lastIndex(of: bound.owner) ?? 0
        open[owner].values.append(.init(term: bound.term, element: element, raw: raw))
    }
}

extension String {
    /// Without XML white space at either end.
    var trimmed: String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
        let bytes = utf8
        guard !bytes.isEmpty,
            isSpace(bytes[bytes.startIndex])
                || isSpace(bytes[bytes.index(before: bytes.endIndex)])
        else { return self }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }),
            let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }
}
