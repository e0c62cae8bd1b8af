extension EN16931Invoice {
    /// Whether a document can be made of these terms; every syntax's writer asks first.
    ///
    /// What the amounts must satisfy is the calculator's business.
    ///
    /// - Throws: every rule of EN 16931, and of the form that is asked for, that is broken because a term is missing, such as the
    ///   buyer's VAT identifier, or because the standard has no room for it.
    public func checkTerms() throws(EInvoiceError) {
        let violations = violations + formViolations
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
        let isTold = seller.vatIdentifier != nil || seller.legalRegistration != nil
        if seller.identifiers.isEmpty, !isTold {
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
            addRate(group, &found)
        }
        if seen.contains(.intraCommunity) { addDelivery(&found) }
        if seen.contains(.outsideScope), seen.count > 1 {
            found.append(
                .init(
                    rule: "BR-O-11", term: "BG-23",
                    message: "what is not subject to VAT stands alone on an invoice"))
        }
        if seen.contains(.splitPayment) { addSplitPayment(seen, &found) }
        return found
    }

    /// Who must be known by which number: BR-S-02, BR-Z-02, BR-E-02, BR-AE-02, BR-IC-02, BR-G-02,
    /// BR-AF-02, BR-AG-02; and who by none: BR-O-02.
    private func addParties(
        _ category: VATCategory, _ found: inout [EInvoiceError.Violation]
    ) {
        func add(_ term: String, _ message: String) {
            found.append(
                .init(rule: "BR-\(category.ruleLetters)-02", term: term, message: message))
        }
        // A tax representative's stands for the seller's.
        let hasVAT = (seller.vatIdentifier ?? taxRepresentative?.vatIdentifier) != nil
        switch category {
        case .intraCommunity, .export:
            if !hasVAT {
                add(
                    "BT-31",
                    "category \(category.rawValue) needs the seller's VAT identifier, "
                        + "which begins with a country's letters")
            }
        case .outsideScope:
            if hasVAT || buyer.vatIdentifier != nil {
                add(
                    hasVAT ? "BT-31" : "BT-48",
                    "an invoice that is not subject to VAT states no VAT identifier")
            }
        // No rule of its own: the seller is in Italy and has its VAT identifier (BR-CO-26).
        case .splitPayment: break
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

    /// Split payment is for supplies within Italy, and not beside the standard category: BR-B-01,
    /// BR-B-02.
    private func addSplitPayment(
        _ seen: Set<VATCategory>, _ found: inout [EInvoiceError.Violation]
    ) {
        var countries = [seller.address.country]
        countries += [buyer.address, delivery?.address].compactMap { $0?.country }
        countries += lines.compactMap(\.item.countryOfOrigin)
        if let foreign = countries.first(where: { $0 != "IT" }) {
            found.append(
                .init(
                    rule: "BR-B-01", term: "BT-118",
                    message: "split payment is for supplies within Italy, and \(foreign) is named"))
        }
        if seen.contains(.standard) {
            found.append(
                .init(
                    rule: "BR-B-02", term: "BT-118",
                    message: "split payment and the standard category do not stand on one invoice"))
        }
    }

    /// BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10: a reason is there; BR-S-10, BR-Z-10, BR-AF-10,
    /// BR-AG-10: none is.
    private func addReason(_ group: VATBreakdown, _ found: inout [EInvoiceError.Violation]) {
        let category = group.vat.category
        let hasReason = group.exemptionReason != nil || group.exemptionCode != nil
        // EN 16931 says nothing about a reason beside split payment.
        if category.needsExemptionReason == hasReason || category == .splitPayment { return }
        found.append(
            .init(
                rule: "BR-\(category.ruleLetters)-10", term: "BT-120",
                message: hasReason
                    ? "category \(category.rawValue) states no reason why no VAT is charged"
                    : "category \(category.rawValue) needs a reason why no VAT is charged"))
    }

    /// BR-48, and of categories without VAT BR-Z-09, BR-E-09, BR-AE-09, BR-IC-09, BR-G-09, BR-O-09:
    /// the rate and the VAT are zero.
    private func addRate(_ group: VATBreakdown, _ found: inout [EInvoiceError.Violation]) {
        let category = group.vat.category
        if group.vat.rate == nil, category != .outsideScope {
            found.append(
                .init(
                    rule: "BR-48", term: "BT-119",
                    message: "category \(category.rawValue) needs a rate"))
        }
        let isZero = (group.vat.rate ?? .zero) == .zero && group.amount.isZero
        if category.isUntaxed, !isZero {
            found.append(
                .init(
                    rule: "BR-\(category.ruleLetters)-09", term: "BT-117",
                    message: "category \(category.rawValue) bears no VAT"))
        }
    }
}
