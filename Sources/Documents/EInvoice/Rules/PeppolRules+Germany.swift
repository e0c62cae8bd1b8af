extension PeppolRules {
    /// Germany's national rules (DE-R): those of XRechnung that Peppol has under numbers of its own,
    /// between a seller and a buyer in Germany.
    static let german = XRechnungRules.all.compactMap { rule in
        number(of: rule.id).map { rule.asked(as: $0, where: \.isGerman) }
    }

    /// Peppol's number of a rule of XRechnung: `BR-DE-1` is `DE-R-001`, `BR-DE-23-b` is `DE-R-023-2`;
    /// `nil` for those it has not.
    private static func number(of rule: String) -> String? {
        let parts = rule.split(separator: "-")
        // BR-DE-21 is about XRechnung's own specification.
        guard rule.hasPrefix("BR-DE-"), let number = Int(parts[2]), number != 21 else { return nil }
        let digits = String(number)
        let padded = String(repeating: "0", count: 3 - digits.utf8.count) + digits
        return "DE-R-\(padded)" + (parts.count > 3 ? (parts[3] == "a" ? "-1" : "-2") : "")
    }
}

extension Rule {
    /// The same rule under another id, asked only of some invoices.
    func asked(
        as id: String, where isAsked: @escaping @Sendable (InvoiceFacts) -> Bool
    ) -> Rule {
        Rule(
            id: id, severity: severity, group: group, category: category, terms: terms, words: words
        ) { [verdict] tree, facts in isAsked(facts) ? verdict(tree, facts) : .holds }
    }
}
