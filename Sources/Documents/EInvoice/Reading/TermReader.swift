import Diagnostics
import Money
internal import XML

/// Reads terms as texts, numbers, amounts and days, and notes each that cannot be read.
///
/// One for each document; the places of both syntaxes are told apart by the tree's binding.
final class TermReader {
    let syntax: Syntax
    /// BT-5; what amounts are in that name no other.
    let currency: Currency
    let findings = Findings()
    /// Something is missing that the model has no gap for.
    private(set) var isIncomplete = false

    init(_ syntax: Syntax, _ invoice: TermTree) {
        self.syntax = syntax
        let code = invoice.text(.bt5) ?? ""
        let known = Currency(code: code)
        currency = known ?? .eur
        if known != nil { return }
        if let value = invoice.first(.bt5), !code.isEmpty {
            refuse("unknown-currency", "the currency is none of ISO 4217", value, "such as EUR")
        } else {
            lacks(invoice, .bt5, .error)
        }
        isIncomplete = true
    }

    // MARK: Values

    /// The one value of a term; `nil` where it is absent or empty. Others that differ are not kept.
    func value(_ tree: TermTree, _ term: Term) -> TermTree.Value? {
        if let only = tree.only(term) { return only.text.isEmpty ? nil : only }
        guard tree.has(term) else { return nil }
        return one(of: tree.values.lazy.filter { $0.term == term })
    }

    /// The first of several places of a term that is filled.
    func one(of values: some Sequence<TermTree.Value>) -> TermTree.Value? {
        var first: TermTree.Value?
        for value in values where !value.text.isEmpty {
            guard let kept = first else {
                first = value
                continue
            }
            if kept.text == value.text { continue }
            add(
                "second-value", .warning,
                "\(value.term.rawValue) is there more than once; this value is not kept",
                value.element, found: value.text, expected: "only \(kept.text)")
        }
        return first
    }

    /// A text without white space at its ends.
    func text(_ tree: TermTree, _ term: Term) -> String? { value(tree, term)?.text }

    /// Words whose white space counts: the lines of BT-20 end in a line feed (BR-DE-18).
    func words(_ tree: TermTree, _ term: Term) -> String? { value(tree, term)?.raw }

    /// A text that no invoice is without; empty, with a finding, where this one is.
    func needed(_ tree: TermTree, _ term: Term) -> String {
        if let text = text(tree, term) { return text }
        lacks(tree, term, .warning)
        return ""
    }

    /// A text and who gave it; the scheme stands on the same element.
    func identifier(
        _ tree: TermTree, _ term: Term, scheme: Term
    ) -> EN16931Invoice.Identifier? {
        value(tree, term).map { identifier($0, in: tree, scheme) }
    }

    func identifier(
        _ value: TermTree.Value, in tree: TermTree, _ scheme: Term
    ) -> EN16931Invoice.Identifier {
        .init(value.text, scheme: part(scheme, of: value, in: tree))
    }

    /// The part of a term that stands on the same element; `nil` where it is absent or empty.
    func part(_ part: Term, of value: TermTree.Value, in tree: TermTree) -> String? {
        guard tree.has(part) else { return nil }
        let found = tree.values.first { $0.term == part && $0.element == value.element }?.text
        return found.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The one group of its kind; others are not kept.
    func group(_ tree: TermTree, _ group: Group) -> TermTree? {
        var first: TermTree?
        for other in tree.groups where other.group == group {
            if first == nil {
                first = other
                continue
            }
            add(
                "second-value", .warning,
                "\(group.rawValue) is there more than once; this one is not kept", other.element,
                found: other.element.path, expected: "one")
        }
        return first
    }

    // MARK: Findings

    /// Says that a number, amount or day is missing without which there is no invoice.
    func need<Thing>(_ thing: Thing?, _ tree: TermTree, _ term: Term, or gap: Thing) -> Thing {
        if let thing { return thing }
        isIncomplete = true
        // What is there and could not be read was said.
        if !tree.isFilled(term) { lacks(tree, term, .error) }
        return gap
    }

    func lacks(_ tree: TermTree, _ term: Term, _ severity: Severity) {
        add(
            "missing-term", severity, "\(term.rawValue) is missing", tree.element,
            found: "nothing in \(tree.element.qualifiedName)", expected: term.meaning)
    }

    func refuse(
        _ code: String, _ message: String, _ value: TermTree.Value, _ expected: String
    ) {
        add(
            code, .error, "\(value.term.rawValue): \(message)", value.element,
            found: TermReader.shortened(value.text), expected: expected)
    }

    func add(
        _ code: String, _ severity: Severity, _ message: String, _ element: XMLElement,
        found: String?, expected: String?
    ) {
        if findings.isFull { return }
        findings.add(
            Diagnostic(
                severity, code: code, message, at: .place(element.position, in: element.file),
                found: found, expected: expected))
    }

    static func shortened(_ text: String) -> String {
        text.utf8.count > 80 ? "\(text.prefix(60))…" : text
    }
}

extension SourceLocation {
    /// A place in a text that is not shown: an e-invoice may be one line of a megabyte.
    static func place(_ position: XMLPosition, in file: String) -> SourceLocation {
        SourceLocation(
            source: SourceText(
                name: file, bytes: [], firstLine: position.line, firstColumn: position.column),
            range: 0..<0)
    }
}
