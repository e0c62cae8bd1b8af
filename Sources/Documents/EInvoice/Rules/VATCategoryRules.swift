import Money

/// The ten rules that EN 16931 has for each VAT category, told apart by what the category asks.
///
/// BR-S-05 and BR-Z-05 are one rule of two categories; it stands once here.
struct VATCategoryRules: Sendable {
    /// How rates of a category must be.
    enum Rate: Sendable {
        case positive
        case notNegative
        case zero
        /// No rate is stated.
        case absent
    }

    /// Whose identifiers a category needs.
    enum Identifiers: Sendable {
        /// The seller's VAT identifier or tax registration, or the tax representative's.
        case seller
        /// And the buyer's VAT identifier or legal registration.
        case sellerAndBuyer
        /// The seller's VAT identifier or the tax representative's.
        case sellerVAT
        /// And the buyer's VAT identifier.
        case sellerAndBuyerVAT
        /// Nobody's VAT identifier.
        case none
    }

    /// As in the rules' numbers: `BR-IC-05`.
    let letters: String
    /// As in invoices: `K`.
    let code: String
    let name: String
    let rate: Rate
    let identifiers: Identifiers
    /// Whether a reason for the exemption must be there; otherwise it must not.
    let hasReason: Bool
    /// Whether the breakdown has a part for each rate; otherwise it has one.
    let isByRate: Bool

    static let all: [Rule] =
        [
            VATCategoryRules(
                letters: "S", code: "S", name: "Standard rated", rate: .positive,
                identifiers: .seller, hasReason: false, isByRate: true),
            VATCategoryRules(
                letters: "Z", code: "Z", name: "Zero rated", rate: .zero,
                identifiers: .seller, hasReason: false, isByRate: false),
            VATCategoryRules(
                letters: "E", code: "E", name: "Exempt from VAT", rate: .zero,
                identifiers: .seller, hasReason: true, isByRate: false),
            VATCategoryRules(
                letters: "AE", code: "AE", name: "Reverse charge", rate: .zero,
                identifiers: .sellerAndBuyer, hasReason: true, isByRate: false),
            VATCategoryRules(
                letters: "IC", code: "K", name: "Intra-community supply", rate: .zero,
                identifiers: .sellerAndBuyerVAT, hasReason: true, isByRate: false),
            VATCategoryRules(
                letters: "G", code: "G", name: "Export outside the EU", rate: .zero,
                identifiers: .sellerVAT, hasReason: true, isByRate: false),
            VATCategoryRules(
                letters: "O", code: "O", name: "Not subject to VAT", rate: .absent,
                identifiers: .none, hasReason: true, isByRate: false),
            VATCategoryRules(
                letters: "AF", code: "L", name: "IGIC of the Canary Islands", rate: .notNegative,
                identifiers: .seller, hasReason: false, isByRate: true),
            VATCategoryRules(
                letters: "AG", code: "M", name: "IPSI of Ceuta and Melilla", rate: .notNegative,
                identifiers: .seller, hasReason: false, isByRate: true),
        ].flatMap(\.rules) + intraCommunity + outsideScope + splitPayment

    private var rules: [Rule] {
        [
            inBreakdown,
            parties("02", "line", \.lineCategories),
            parties("03", "document allowance", \.allowanceCategories),
            parties("04", "document charge", \.chargeCategories),
            rate("05", "line", .bg25, .bt152),
            rate("06", "document allowance", .bg20, .bt96),
            rate("07", "document charge", .bg21, .bt103),
            taxable, tax, reason,
        ]
    }

    private func id(_ number: String) -> String { "BR-\(letters)-\(number)" }

    /// 01.
    private var inBreakdown: Rule {
        let (code, isByRate) = (code, isByRate)
        let count = isByRate ? "at least one part" : "exactly one part"
        return Rule(
            id("01"), .invoice, .bt118,
            words: "\(name) (\(code)) on a line, allowance or charge has \(count) of the VAT "
                + "breakdown of its own"
        ) { _, facts in
            let isUsed = facts.uses(code)
            let parts = facts.breakdown.count { $0.text(.bt118) == code }
            // What a part without use means, each syntax's official test sees in its own way.
            return switch (facts.syntax, isByRate) {
            case (.ubl, true): isUsed == (parts > 0)
            case (.ubl, false): parts == 1 || !isUsed && parts == 0
            case (.cii, true): !isUsed || parts > 0
            case (.cii, false): parts == (isUsed ? 1 : 0)
            }
        }
    }

    /// 02, 03, 04.
    private func parties(
        _ number: String, _ place: String,
        _ categories: @escaping @Sendable (InvoiceFacts) -> Set<String>
    ) -> Rule {
        let (code, identifiers) = (code, identifiers)
        return Rule(
            id(number), .invoice, .bt31, .bt32, .bt48, .bt63,
            words: "\(name) (\(code)) on a \(place) \(identifiers.words)"
        ) { _, facts in !categories(facts).contains(code) || identifiers.areKnown(facts) }
    }

    /// 05, 06, 07.
    private func rate(
        _ number: String, _ place: String, _ group: Group, _ term: Term
    ) -> Rule {
        let (code, rate) = (code, rate)
        return Rule(
            id(number), group, term,
            words: "\(name) (\(code)) on a \(place) has \(rate.words)"
        ) { tree, _ in rate.fits(tree, term) }.only(code)
    }

    /// 08.
    private var taxable: Rule {
        let (code, isByRate) = (code, isByRate)
        return Rule(
            id: id("08"), severity: .fatal, group: .bg23, terms: [.bt116],
            words: "The taxable amount of \(name) (\(code)) is that of its lines, less allowances "
                + "and plus charges" + (isByRate ? ", at each rate" : "")
        ) { part, facts in
            guard part.has(.bt119) || !isByRate else { return .holds }
            let key = InvoiceFacts.TaxKey(
                category: code, rate: isByRate ? part.amount(.bt119) : nil)
            guard let found = facts.taxable[key], let expected = found else { return .broken }
            guard !facts.lines.isEmpty || isByRate, let stated = part.amount(.bt116),
                let gap = try? stated - (facts.syntax == .cii ? expected.cents : expected)
            else { return .broken }
            // The official tests let less than one unit pass: those of UBL for categories with
            // rates; those of CII for the others but O, and there one unit too much as well.
            let holds =
                switch (facts.syntax, isByRate) {
                case (.ubl, true): gap.magnitude < Decimal(1)
                case (.cii, false) where code != "O": gap <= Decimal(1) && gap > -Decimal(1)
                default: gap.isZero
                }
            return holds ? .holds : .expected(expected)
        }.only(code)
    }

    /// 09.
    private var tax: Rule {
        let (code, isTaxed) = (code, rate == .positive || rate == .notNegative)
        return Rule(
            id: id("09"), severity: .fatal, group: .bg23, terms: [.bt117, .bt116, .bt119],
            words: isTaxed
                ? "The VAT of \(name) (\(code)) is its taxable amount at its rate"
                : "\(name) (\(code)) bears no VAT"
        ) { part, _ in
            if isTaxed { return part.taxVerdict }
            return part.amount(.bt117)?.isZero == true ? .holds : .expected(.zero)
        }.only(code)
    }

    /// 10.
    private var reason: Rule {
        let (code, hasReason) = (code, hasReason)
        return Rule(
            id("10"), .bg23, .bt120, .bt121,
            words: "\(name) (\(code)) has \(hasReason ? "a" : "no") reason for an exemption"
        ) { part, _ in part.has(.bt120, .bt121) == hasReason }.only(code)
    }
}

extension VATCategoryRules.Rate {
    fileprivate var words: String {
        switch self {
        case .positive: "a rate above zero"
        case .notNegative: "a rate of zero or above"
        case .zero: "the rate zero"
        case .absent: "no rate"
        }
    }

    fileprivate func fits(_ tree: TermTree, _ term: Term) -> Bool {
        if self == .absent { return !tree.has(term) }
        guard let rate = tree.amount(term) else { return false }
        return switch self {
        case .positive: rate > .zero
        case .notNegative: rate >= .zero
        case .zero, .absent: rate.isZero
        }
    }
}

extension VATCategoryRules.Identifiers {
    fileprivate var words: String {
        switch self {
        case .seller: "needs the seller's VAT identifier or tax registration, or a representative's"
        case .sellerVAT: "needs the seller's VAT identifier or a representative's"
        case .sellerAndBuyer:
            "needs a tax number of the seller and the VAT identifier or legal registration of the "
                + "buyer"
        case .sellerAndBuyerVAT: "needs the VAT identifiers of seller and buyer"
        case .none: "stands on an invoice without VAT identifiers"
        }
    }

    fileprivate func areKnown(_ facts: InvoiceFacts) -> Bool {
        let representative = facts.representative?.has(.bt63) ?? false
        let sellerVAT = facts.seller?.has(.bt31) ?? false
        let buyerVAT = facts.buyer?.has(.bt48) ?? false
        let seller = facts.seller?.has(.bt31, .bt32) ?? false || representative
        return switch self {
        case .seller: seller
        case .sellerVAT: sellerVAT || representative
        case .sellerAndBuyer: seller && (facts.buyer?.has(.bt48, .bt47) ?? false)
        case .sellerAndBuyerVAT: (sellerVAT || representative) && buyerVAT
        case .none: !sellerVAT && !buyerVAT && !representative
        }
    }
}

extension InvoiceFacts {
    /// Whether a line, allowance or charge is of the category.
    func uses(_ category: String) -> Bool {
        taxable[TaxKey(category: category, rate: nil)] != nil
    }
}
