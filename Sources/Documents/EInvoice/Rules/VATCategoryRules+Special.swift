extension VATCategoryRules {
    /// What an intra-community supply needs beyond the ten rules.
    static let intraCommunity: [Rule] = [
        Rule(
            "BR-IC-11", .invoice, .bt72, .bt73,
            words: "An intra-community supply has a day of delivery or an invoicing period"
        ) { invoice, facts in
            !facts.breakdownCategories.contains("K")
                || (invoice.first(.bg13)?.text(.bt72) ?? "").count > 1
                || invoice.first(.bg14).map { !$0.values.isEmpty } ?? false
        },
        Rule(
            "BR-IC-12", .invoice, .bt80,
            words: "An intra-community supply has the country that it goes to"
        ) { invoice, facts in
            let address = invoice.first(.bg13)?.first(.bg15)
            return !facts.breakdownCategories.contains("K")
                || (address?.text(.bt80) ?? "").count > 1
        },
    ]

    /// What is not subject to VAT stands alone.
    static let outsideScope: [Rule] = [
        alone("11", "part of the VAT breakdown", \.breakdownCategories, .bt118),
        alone("12", "line", \.lineCategories, .bt151),
        alone("13", "document allowance", \.allowanceCategories, .bt95),
        alone("14", "document charge", \.chargeCategories, .bt102),
    ]

    private static func alone(
        _ number: String, _ place: String,
        _ categories: @escaping @Sendable (InvoiceFacts) -> Set<String>, _ category: Term
    ) -> Rule {
        Rule(
            "BR-O-\(number)", .invoice, category,
            words: "An invoice that is not subject to VAT (O) has no \(place) of another category"
        ) { _, facts in
            !facts.breakdownCategories.contains("O") || categories(facts).isSubset(of: ["O"])
        }
    }

    /// Italy's split payment.
    static let splitPayment: [Rule] = [
        Rule(
            "BR-B-01", .invoice, words: "Split payment (B) is for supplies within Italy"
        ) { _, facts in
            !facts.mentions("B") || facts.countries.allSatisfy { $0 == "IT" }
        },
        Rule(
            "BR-B-02", .invoice,
            words: "Split payment (B) and the standard rate (S) do not stand together"
        ) { _, facts in !facts.mentions("B") || !facts.mentions("S") },
    ]
}

extension InvoiceFacts {
    /// Whether the category stands anywhere.
    fileprivate func mentions(_ category: String) -> Bool {
        uses(category) || breakdownCategories.contains(category)
    }

    /// Every country that the invoice names.
    fileprivate var countries: [String] {
        let places: [(TermTree?, Term)] =
            [
                (seller?.first(.bg5), .bt40), (buyer?.first(.bg8), .bt55),
                (representative?.first(.bg12), .bt69),
                (invoice.first(.bg13)?.first(.bg15), .bt80),
            ] + lines.map { ($0, .bt159) }
        return places.compactMap { $0.0?.text($0.1) }
    }
}
