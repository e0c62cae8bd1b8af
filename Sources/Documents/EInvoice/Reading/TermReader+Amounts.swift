import Money

extension TermReader {
    /// The terms of an allowance or a charge, on the document or on a line.
    struct AdjustmentTerms {
        let reason: Term
        let code: Term
        let percent: Term
        let base: Term
        let amount: Term
        let category: Term
        let rate: Term

        static let allowance = AdjustmentTerms(
            reason: .bt97, code: .bt98, percent: .bt94, base: .bt93, amount: .bt92,
            category: .bt95, rate: .bt96)
        static let charge = AdjustmentTerms(
            reason: .bt104, code: .bt105, percent: .bt101, base: .bt100, amount: .bt99,
            category: .bt102, rate: .bt103)
        /// Of a line, which is taxed as a whole.
        static let lineAllowance = AdjustmentTerms(
            reason: .bt139, code: .bt140, percent: .bt138, base: .bt137, amount: .bt136,
            category: .bt151, rate: .bt152)
        static let lineCharge = AdjustmentTerms(
            reason: .bt144, code: .bt145, percent: .bt143, base: .bt142, amount: .bt141,
            category: .bt151, rate: .bt152)
    }

    /// BG-20, BG-21.
    func adjustment(_ tree: TermTree, _ terms: AdjustmentTerms) -> EN16931Invoice.Adjustment {
        .init(
            reason: text(tree, terms.reason), reasonCode: text(tree, terms.code),
            percent: decimal(tree, terms.percent), base: amount(tree, terms.base),
            amount: neededAmount(tree, terms.amount), vat: vat(tree, terms.category, terms.rate))
    }

    /// BG-27, BG-28.
    func lineAdjustment(
        _ tree: TermTree, _ terms: AdjustmentTerms
    ) -> EN16931Invoice.LineAdjustment {
        .init(
            reason: text(tree, terms.reason), reasonCode: text(tree, terms.code),
            percent: decimal(tree, terms.percent), base: amount(tree, terms.base),
            amount: neededAmount(tree, terms.amount))
    }

    func vat(_ tree: TermTree, _ category: Term, _ rate: Term) -> EN16931Invoice.VAT {
        .init(category: .init(rawValue: needed(tree, category)), rate: decimal(tree, rate))
    }

    func neededAmount(_ tree: TermTree, _ term: Term) -> Money {
        need(amount(tree, term), tree, term, or: .zero(currency))
    }

    /// BG-23.
    func breakdown(_ tree: TermTree) -> EN16931Invoice.VATBreakdown {
        .init(
            taxable: neededAmount(tree, .bt116), amount: neededAmount(tree, .bt117),
            vat: vat(tree, .bt118, .bt119), exemptionReason: text(tree, .bt120),
            exemptionCode: text(tree, .bt121))
    }

    /// BG-22.
    func totals(_ tree: TermTree) -> EN16931Invoice.Totals {
        let group = group(tree, .bg22) ?? TermTree(group: .bg22, element: tree.element)
        let isAccounting = { (value: TermTree.Value) in
            value.attribute("currencyID").map { $0 != self.currency.code } ?? false
        }
        let taxes = tree.all(.bt110)
        return .init(
            lines: amount(group, .bt106), allowances: amount(group, .bt107),
            charges: amount(group, .bt108), withoutVAT: neededAmount(group, .bt109),
            vat: one(of: taxes.lazy.filter { !isAccounting($0) }).flatMap {
                amount($0, in: currency)
            },
            accountingVAT: one(of: taxes.lazy.filter(isAccounting)).flatMap(accountingVAT),
            withVAT: neededAmount(group, .bt112), paid: amount(group, .bt113),
            rounding: amount(group, .bt114), payable: neededAmount(group, .bt115))
    }

    /// BT-111: the total of VAT that names another currency than BT-5.
    private func accountingVAT(_ value: TermTree.Value) -> Money? {
        guard let currency = Currency(code: value.attribute("currencyID") ?? "") else {
            add(
                "unknown-currency", .error, "BT-111: the currency is none of ISO 4217",
                value.element, found: value.attribute("currencyID"), expected: "such as EUR")
            return nil
        }
        return amount(value, in: currency)
    }

    /// BT-6.
    func accountingCurrency(_ tree: TermTree, _ totals: EN16931Invoice.Totals) -> Currency? {
        guard let value = value(tree, .bt6) else { return nil }
        if let known = Currency(code: value.text) { return known }
        refuse("unknown-currency", "the currency is none of ISO 4217", value, "such as EUR")
        return nil
    }
}
