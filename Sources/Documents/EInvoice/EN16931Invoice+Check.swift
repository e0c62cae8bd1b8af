extension EN16931Invoice {
    /// Whether a document can be made of these terms; every syntax's writer asks first.
    ///
    /// What the amounts must satisfy is the calculator's business.
    ///
    /// - Throws: every rule of EN 16931 that is broken because a term is missing, such as the
    ///   buyer's VAT identifier, or because the standard has no room for it.
    public func checkTerms() throws(EInvoiceError) {
        let violations = violations
        if !violations.isEmpty { throw EInvoiceError(violations: violations) }
    }

    private var violations: [EInvoiceError.Violation] {
        var found: [EInvoiceError.Violation] = []
        if number.isEmpty {
            found.append(
                .init(rule: "BR-02", term: "BT-1", message: "the invoice has no number yet"))
        }
        if lines.isEmpty {
            found.append(.init(rule: "BR-16", term: "BG-25", message: "the invoice has no lines"))
        }
        if currency.minorDigits > 2 {
            found.append(
                .init(
                    rule: "BR-DEC-18", term: "BT-115",
                    message: "amounts in \(currency) have \(currency.minorDigits) decimals, and "
                        + "EN 16931 allows two"))
        }
        if seller.vatIdentifier == nil, seller.legalRegistration == nil {
            found.append(
                .init(
                    rule: "BR-CO-26", term: "BT-31",
                    message: "the seller has neither a VAT identifier that begins with a country's "
                        + "letters nor a legal registration"))
        }
        var seen: Set<VATCategory> = []
        for group in vatBreakdown {
            if seen.insert(group.vat.category).inserted { addParties(group.vat.category, &found) }
            addReason(group, &found)
        }
        if seen.contains(.intraCommunity) { addDelivery(&found) }
        return found
    }

    /// Who must be known by which number: BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-IC-02, BR-G-02.
    private func addParties(
        _ category: VATCategory, _ found: inout [EInvoiceError.Violation]
    ) {
        func add(_ term: String, _ message: String) {
            found.append(
                .init(rule: "BR-\(category.ruleLetters)-02", term: term, message: message))
        }
        let hasVAT = seller.vatIdentifier != nil
        switch category {
        case .intraCommunity, .export:
            if !hasVAT {
                add(
                    "BT-31",
                    "category \(category.rawValue) needs the seller's VAT identifier, "
                        + "which begins with a country's letters")
            }
        case .outsideScope: break
        default:
            if !hasVAT, seller.taxRegistration == nil {
                add(
                    "BT-31",
                    "category \(category.rawValue) needs the seller's VAT identifier, "
                        + "which begins with a country's letters, or its local tax number")
            }
        }
        if category == .intraCommunity, buyer.vatIdentifier == nil {
            add("BT-48", "an intra-community supply needs the buyer's VAT identifier")
        }
        if category == .reverseCharge, buyer.vatIdentifier == nil, buyer.legalRegistration == nil {
            add(
                "BT-48", "a reverse charge needs the buyer's VAT identifier or legal registration")
        }
    }

    /// Where and when goods crossed the border: BR-IC-11, BR-IC-12.
    private func addDelivery(_ found: inout [EInvoiceError.Violation]) {
        if delivery?.date == nil, invoicingPeriod == nil {
            found.append(
                .init(
                    rule: "BR-IC-11", term: "BT-72",
                    message: "an intra-community supply needs the day of delivery or a period"))
        }
        if delivery?.address == nil {
            found.append(
                .init(
                    rule: "BR-IC-12", term: "BT-80",
                    message: "an intra-community supply needs the country it went to"))
        }
    }

    /// BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10.
    private func addReason(_ group: VATBreakdown, _ found: inout [EInvoiceError.Violation]) {
        let category = group.vat.category
        guard category.needsExemptionReason, group.exemptionReason == nil,
            group.exemptionCode == nil
        else { return }
        found.append(
            .init(
                rule: "BR-\(category.ruleLetters)-10", term: "BT-120",
                message: "category \(category.rawValue) needs a reason why no VAT is charged"))
    }
}
