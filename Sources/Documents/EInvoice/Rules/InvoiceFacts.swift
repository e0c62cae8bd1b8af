import Money
internal import XML

/// A syntax of EN 16931.
enum Syntax: Sendable {
    case ubl
    case cii
}

extension Syntax {
    private static let ublTaxes = ["Item/ClassifiedTaxCategory", "TaxCategory"].map {
        (category: ElementPath($0 + "/ID"), rate: ElementPath($0 + "/Percent"))
    }
    private static let ciiTaxes = [
        "SpecifiedLineTradeSettlement/ApplicableTradeTax", "CategoryTradeTax",
    ].map {
        (
            category: ElementPath($0 + "/CategoryCode"),
            rate: ElementPath($0 + "/RateApplicablePercent")
        )
    }

    /// The category and rate of a line, allowance or charge under a tax that is not named as VAT: the
    /// official sums count it too.
    fileprivate func tax(of element: XMLElement) -> (category: String, rate: String?)? {
        for paths in self == .ubl ? Self.ublTaxes : Self.ciiTaxes {
            guard let category = paths.category.values(from: element).first else { continue }
            return (category, paths.rate.values(from: element).first)
        }
        return nil
    }
}

/// What many rules ask of one invoice, found once.
final class InvoiceFacts: Sendable {
    let syntax: Syntax
    let invoice: TermTree
    let lines: [TermTree]
    let allowances: [TermTree]
    let charges: [TermTree]
    let breakdown: [TermTree]
    /// BG-4, 7 and 11.
    let seller: TermTree?
    let buyer: TermTree?
    let representative: TermTree?
    /// Seller and buyer are in Germany.
    let isGerman: Bool
    /// BG-14.
    let period: TermTree?
    /// BG-22.
    let totals: TermTree?
    /// BT-5.
    let currency: String?
    /// The VAT categories of each kind of group.
    let lineCategories: Set<String>
    let allowanceCategories: Set<String>
    let chargeCategories: Set<String>
    let breakdownCategories: Set<String>
    /// The taxable amounts by category and rate, from lines, allowances and charges; `nil` for one
    /// that cannot be known.
    let taxable: [TaxKey: Decimal?]

    /// A VAT category with its rate, or without one for all rates together.
    struct TaxKey: Hashable {
        let category: String
        let rate: Decimal?
    }

    init(_ invoice: TermTree, _ syntax: Syntax) {
        self.syntax = syntax
        self.invoice = invoice
        lines = invoice.all(.bg25)
        allowances = invoice.all(.bg20)
        charges = invoice.all(.bg21)
        breakdown = invoice.all(.bg23)
        seller = invoice.first(.bg4)
        buyer = invoice.first(.bg7)
        representative = invoice.first(.bg11)
        isGerman =
            seller?.first(.bg5)?.text(.bt40) == "DE" && buyer?.first(.bg8)?.text(.bt55) == "DE"
        period = invoice.first(.bg14)
        totals = invoice.first(.bg22)
        currency = invoice.text(.bt5)
        var taxable: [TaxKey: Decimal?] = [:]
        func add(
            _ groups: [TermTree], _ category: Term, _ rate: Term, _ amount: Term, by sign: Int
        ) -> Set<String> {
            var categories: Set<String> = []
            for group in groups {
                if let code = group.text(category) { categories.insert(code) }
                let tax = group.text(category).map { ($0, group.text(rate)) }
                guard let (code, rate) = tax ?? syntax.tax(of: group.element) else { continue }
                let stated = group.has(amount) ? group.amount(amount) : .zero
                let amount = stated.map { sign < 0 ? -$0 : $0 }
                for rate in [nil, rate].dropLast(rate == nil ? 1 : 0) {
                    let key = TaxKey(category: code, rate: rate.flatMap { Decimal(xml: $0) })
                    taxable[key] = sum([taxable[key, default: .zero], amount])
                }
            }
            return categories
        }
        lineCategories = add(lines, .bt151, .bt152, .bt131, by: 1)
        chargeCategories = add(charges, .bt102, .bt103, .bt99, by: 1)
        allowanceCategories = add(allowances, .bt95, .bt96, .bt92, by: -1)
        breakdownCategories = Set(breakdown.compactMap { $0.text(.bt118) })
        self.taxable = taxable
    }

    /// BT-110 and BT-111: the totals of VAT in that currency.
    func taxTotals(in currency: String) -> [TermTree.Value] {
        invoice.all(.bt110).filter { $0.attribute("currencyID") == currency }
    }
}
