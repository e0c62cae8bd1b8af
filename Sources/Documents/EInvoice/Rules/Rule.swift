import Money

/// How much it matters that a rule is broken.
public enum RuleSeverity: String, Hashable, Sendable {
    /// A receiver may refuse the document.
    case fatal
    case warning
    case information
}

/// What a set of rules asks of each business group of one kind.
final class Rule: Sendable {
    /// As its publisher numbers it, such as `BR-CO-10`.
    let id: String
    let severity: RuleSeverity
    /// The groups it is asked of.
    let group: Group
    /// The VAT category of the groups it is asked of; `nil` for every category.
    let category: String?
    /// What it is about. A finding stands at the first of them that the group has.
    let terms: [Term]
    /// What must hold, in a sentence without a full stop.
    let words: String
    let verdict: @Sendable (TermTree, InvoiceFacts) -> Verdict

    init(
        id: String, severity: RuleSeverity, group: Group, category: String? = nil, terms: [Term],
        words: String, verdict: @escaping @Sendable (TermTree, InvoiceFacts) -> Verdict
    ) {
        self.id = id
        self.severity = severity
        self.group = group
        self.category = category
        self.terms = terms
        self.words = words
        self.verdict = verdict
    }

    /// The same rule, asked only of groups of one VAT category.
    func only(_ category: String) -> Rule {
        Rule(
            id: id, severity: severity, group: group, category: category, terms: terms,
            words: words, verdict: verdict)
    }

    /// Whether a rule holds of a group.
    enum Verdict: Equatable {
        case holds
        case broken
        /// An amount should have been this one.
        case expected(Decimal)
    }
}

extension Rule {
    /// A rule that holds or not.
    convenience init(
        _ id: String, _ group: Group, _ terms: Term..., severity: RuleSeverity = .fatal,
        words: String,
        holds: @escaping @Sendable (TermTree, InvoiceFacts) -> Bool
    ) {
        self.init(
            id: id, severity: severity, group: group, terms: terms, words: words,
            verdict: { holds($0, $1) ? .holds : .broken })
    }

    /// The term is said, and not by white space alone.
    static func filled(
        _ id: String, _ group: Group, _ term: Term, _ words: String,
        _ severity: RuleSeverity = .fatal
    ) -> Rule {
        Rule(id, group, term, severity: severity, words: words) { tree, _ in tree.isFilled(term) }
    }

    /// The term is said.
    static func present(
        _ id: String, _ group: Group, _ term: Term, _ words: String
    ) -> Rule {
        Rule(id, group, term, words: words) { tree, _ in tree.has(term) }
    }

    /// One of two terms is said.
    static func either(
        _ id: String, _ group: Group, _ one: Term, _ other: Term, _ words: String
    ) -> Rule {
        Rule(id, group, one, other, words: words) { tree, _ in tree.has(one, other) }
    }

    /// The amount has no more than two decimals, if it is there.
    static func twoDecimals(_ id: String, _ group: Group, _ term: Term) -> Rule {
        Rule(
            id, group, term, words: "\(term.rawValue) has no more than two decimals"
        ) { tree, _ in (tree.text(term)?.decimals ?? 0) <= 2 }
    }

    /// The amount is the sum, to the cent.
    static func sum(
        _ id: String, _ group: Group, _ terms: Term..., words: String,
        of sum: @escaping @Sendable (TermTree, InvoiceFacts) -> Decimal?
    ) -> Rule {
        Rule(id: id, severity: .fatal, group: group, terms: terms, words: words) { tree, facts in
            guard let sum = sum(tree, facts)?.rounded(to: 2, .halfAwayFromZero) else {
                return .broken
            }
            return tree.amount(terms[0]) == sum ? .holds : .expected(sum)
        }
    }

    /// The end is not before the start, where both are said.
    static func period(_ id: String, _ group: Group, _ start: Term, _ end: Term) -> Rule {
        Rule(
            id, group, end, start,
            words: "A period does not end before it starts"
        ) { tree, _ in
            guard let start = tree.text(start), let end = tree.text(end) else { return true }
            // ISO 8601 and format 102 both sort as they read.
            return end >= start
        }
    }
}

extension TermTree {
    /// The amount that a term says; `nil` where it is absent or no number.
    func amount(_ term: Term) -> Decimal? { text(term).flatMap { Decimal(xml: $0) } }
}

extension Decimal {
    /// As XML Schema writes a decimal: `+1`, `.5` and `1.` are numbers too.
    init?(xml text: String) {
        if let plain = Decimal(text) {
            self = plain
            return
        }
        var digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits = digits.dropFirst() }
        if digits.hasPrefix(".") { digits = "0" + digits }
        if digits.hasSuffix("."), digits.count > 1 { digits = digits.dropLast() }
        guard let value = Decimal(String(digits)), digits.first != "-" else { return nil }
        self = isNegative ? -value : value
    }
}

extension String {
    /// How many characters stand behind the decimal point.
    var decimals: Int {
        guard let point = utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
        return utf8.distance(from: point, to: utf8.endIndex) - 1
    }
}

/// The exact sum of amounts; `nil` where one is missing or the sum is out of range.
func sum(_ amounts: some Sequence<Decimal?>) -> Decimal? {
    var total = Decimal.zero
    for amount in amounts {
        guard let amount, let next = try? total + amount else { return nil }
        total = next
    }
    return total
}
