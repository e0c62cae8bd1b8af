import EInvoice
import Testing
import Trade
import XML

/// An e-invoice as a text that can be damaged.
struct Sample: Sendable {
    var text: String

    /// The text that was to be damaged is not there.
    struct NotFound: Error { let text: String }

    /// What is done to a sample.
    enum Change: Sendable {
        /// Each of a text is another.
        case replace(String, with: String)
        /// The first element of that name, with its prefix, goes.
        case remove(String)
        /// The first element of that name stands twice.
        case double(String)
        /// A text comes before the first element of that name.
        case insert(String, before: String)
    }

    /// As our own writer has it.
    static func written(_ stated: Stated, as form: EInvoiceForm) throws -> Sample {
        let bytes = try EInvoices.document(FormTests.known(stated).invoice(), as: form)
        return Sample(text: String(decoding: bytes, as: UTF8.self))
    }

    func changed(_ changes: [Change]) throws -> Sample {
        try changes.reduce(into: self) { try $0.apply($1) }
    }

    private mutating func apply(_ change: Change) throws {
        switch change {
        case .replace(let old, let new):
            guard text.contains(old) else { throw NotFound(text: old) }
            text = text.replacing(old, with: new)
        case .remove(let name): text.removeSubrange(try range(of: name))
        case .double(let name):
            let range = try range(of: name)
            text.insert(contentsOf: String(text[range]), at: range.upperBound)
        case .insert(let new, let name):
            text.insert(contentsOf: new, at: try range(of: name).lowerBound)
        }
    }

    /// From `<name` to its end; none of the names that are damaged stands inside itself.
    private func range(of name: String) throws -> Range<String.Index> {
        guard let start = text.firstRange(of: "<\(name)>") ?? text.firstRange(of: "<\(name) "),
            let end = text[start.upperBound...].firstRange(of: "</\(name)>")
        else { throw NotFound(text: name) }
        return start.lowerBound..<end.upperBound
    }

    func findings(_ sets: [RuleSet]? = nil) throws -> [RuleFinding] {
        let root = try XMLElement.parse(bytes: Array(text.utf8), name: "sample.xml")
        return RuleChecker.findings(in: root, against: sets) ?? []
    }

    /// `BR-CO-10 fatal` of each finding, sorted.
    func broken(_ sets: [RuleSet]? = nil) throws -> [String] {
        try findings(sets).map { "\($0.rule) \($0.severity.rawValue)" }.sorted()
    }
}

/// A sound e-invoice with one thing damaged, and the rules that it breaks by that.
struct Damage: Sendable, CustomTestStringConvertible {
    let rule: String
    let severity: RuleSeverity
    let base: @Sendable () throws -> Sample
    var changes: [Sample.Change]
    /// Rules of the same set that cannot be broken apart, with their severity.
    let also: [String]

    init(
        _ rule: String, _ severity: RuleSeverity = .fatal,
        of base: @escaping @Sendable () throws -> Sample,
        _ changes: Sample.Change..., also: [String] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.base = base
        self.changes = changes
        self.also = also
    }

    var testDescription: String { rule }

    /// All that is broken, as ``Sample/broken(_:)`` has it.
    var expected: [String] {
        (["\(rule) \(severity.rawValue)"] + also).sorted()
    }

    func broken(_ sets: [RuleSet]) throws -> [String] { try base().changed(changes).broken(sets) }
}
