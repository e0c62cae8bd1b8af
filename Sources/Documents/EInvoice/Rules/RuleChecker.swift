public import XML

/// Holds an e-invoice, or a fragment of one, against the rules of its specification, as the
/// publishers of the rules do.
public enum RuleChecker {
    /// Every rule that the document breaks: of the terms in the order of the invoice, then of the
    /// syntax.
    ///
    /// - Parameters:
    ///   - root: of an XML text in UBL or CII.
    ///   - sets: the rules to ask; those that the document's own specification names for `nil`.
    /// - Returns: `nil` where the text is in no syntax of EN 16931.
    public static func findings(
        in root: XMLElement, against sets: [RuleSet]? = nil
    ) -> [RuleFinding]? {
        guard let syntax = Syntax(root) else { return nil }
        let invoice = BoundDocument(root, syntax.binding).invoice
        let facts = InvoiceFacts(invoice, syntax)
        let sets = sets ?? RuleSet.named(by: invoice.text(.bt24))
        var findings: [RuleFinding] = []
        for set in sets {
            check(invoice, facts, set.rules, &findings)
            let codes = set.codeRules(syntax, isCreditNote: root.name == "CreditNote")
            if !codes.isEmpty { check(codes, invoice, &findings) }
        }
        findings += RuleSet.syntaxRules(of: sets, syntax)?.findings(in: root) ?? []
        for index in findings.indices {
            for set in sets {
                let changed = set.severity(of: findings[index].rule, in: root.name)
                findings[index].severity = changed ?? findings[index].severity
            }
        }
        return findings
    }

    private static func check(
        _ tree: TermTree, _ facts: InvoiceFacts, _ rules: [Group: GroupRules],
        _ findings: inout [RuleFinding]
    ) {
        for rule in rules[tree.group]?.asked(of: tree) ?? [] {
            let verdict = rule.verdict(tree, facts)
            if verdict != .holds { findings.append(RuleFinding(rule, verdict, tree, facts)) }
        }
        for group in tree.groups { check(group, facts, rules, &findings) }
    }

    private static func check(
        _ codes: [Term: [CodeRule]], _ tree: TermTree, _ findings: inout [RuleFinding]
    ) {
        for value in tree.values {
            for rule in codes[value.term] ?? [] {
                guard let code = rule.refused(value) else { continue }
                findings.append(
                    RuleFinding(
                        rule: rule.id, severity: .fatal, term: value.term.rawValue,
                        message: "A code of the list \(rule.list.name) stands here",
                        element: value.element, values: ["\(value.term.rawValue): \(code)"]))
            }
        }
        for group in tree.groups { check(codes, group, &findings) }
    }
}

extension RuleFinding {
    fileprivate init(
        _ rule: Rule, _ verdict: Rule.Verdict, _ tree: TermTree, _ facts: InvoiceFacts
    ) {
        // A rule about the whole invoice may be about its totals (BG-22) too.
        let places = [tree] + (tree.group == .invoice ? [facts.totals].compactMap(\.self) : [])
        let found = rule.terms.flatMap { term in
            places.flatMap { $0.all(term) }.map { (term, $0) }
        }
        var values = found.map { "\($0.rawValue): \($1.text)" }
        if case .expected(let amount) = verdict {
            values.append("expected: \(amount.cents.text(minimumPlaces: 2))")
        }
        self.init(
            rule: rule.id, severity: rule.severity,
            term: rule.terms.first?.rawValue ?? tree.group.term,
            message: rule.words, element: found.first?.1.element ?? tree.element, values: values)
    }
}

extension Group {
    fileprivate var term: String? { self == .invoice ? nil : rawValue }
}

extension Syntax {
    init?(_ root: XMLElement) {
        switch root.name {
        case "Invoice", "CreditNote": self = .ubl
        case "CrossIndustryInvoice": self = .cii
        default: return nil
        }
    }

    var binding: SyntaxBinding { self == .ubl ? .ubl : .cii }
}
