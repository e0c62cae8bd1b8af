import Diagnostics
import Formats
import Money
import Trade

/// Value added tax under Directive 2006/112/EC, seen from a seller in one member state; also from
/// one in the Canary Islands, Ceuta, Melilla, the United Kingdom, Switzerland or Norway.
///
/// Where a line is taxed stands in `place(of:in:)`, what it bears there in `lineTax`.
public struct EuropeanVAT: Regime {
    public let name = "european-vat"

    /// The class of items that are exempt for what they are, with a reason of their own.
    static let exemptClass = "exempt"

    /// UN/ECE Recommendation 20: lump sum.
    public func unitOfOne(_ item: Item) -> String { "LS" }

    public func treatment(of supply: Supply, _ findings: Findings) -> Treatment? {
        guard outsideScopeStandsAlone(supply, findings), splitPaymentStandsAlone(supply, findings)
        else { return nil }
        let home = Territory(of: supply.company, .goods)
        let destination = Territory(ofDestination: supply)
        let isDomestic = destination.authority == home.authority
        let staysInside = isDomestic || (home.isUnion && destination.isUnion)
        return Treatment(
            title: .invoice, taxPoint: taxPoint(of: supply), heads: [.vat],
            declarations: declarations(supply, home),
            destination: staysInside ? nil : supply.destination.country,
            scope: isDomestic ? .domestic : .export, rounding: .perRate)
    }

    /// The day whose rates hold: that of the supply (arts. 63, 93), or for money received before it
    /// the day of the receipt (art. 65).
    func taxPoint(of supply: Supply) -> CalendarDate {
        guard let paid = supply.paymentDate, paid < supply.deliveryDate,
            supply.issueDate < supply.deliveryDate
        else { return supply.deliveryDate }
        return paid
    }

    public func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        let home = Territory(of: supply.company, item.kind)
        let place = place(of: item, in: supply, from: home)
        // What is exempt by its nature is so across borders too, also where an exemption of the
        // crossing would leave the right to deduct (CJEU C-240/05, Eurodental).
        if item.taxClass(on: taxPoint(of: supply)) == EuropeanVAT.exemptClass, isTaxedInUnion(place)
        {
            return exempt(item, supply, findings)
        }
        switch place {
        case .home:
            if let stated = supply.customer.exemption {
                return exempt(stated, supply, findings)
            }
            if item.reverseCharge, isIdentified(supply.customer, in: home) {
                return domesticReverseCharge(item, supply, home, findings)
            }
            return rated(item, supply, home, isHome: true, location, findings)
        case .oneStopShop(let territory):
            if let stated = supply.customer.exemption {
                return exempt(stated, supply, findings)
            }
            return rated(item, supply, territory, isHome: false, location, findings)
        case .intraCommunity: return intraCommunity(supply, home)
        case .export: return export(item, supply, home)
        case .reverseCharge(let why): return reverseCharge(why, supply)
        case .outsideScope: return outsideScope(supply, home)
        case .elsewhere(let country):
            findings.add(foreignRegistration(item, supply, country, location))
            return nil
        case .siteUnknown:
            findings.add(missingSite(item, supply, location))
            return nil
        }
    }

    private func isTaxedInUnion(_ place: Place) -> Bool {
        switch place {
        case .home, .oneStopShop, .intraCommunity, .export, .reverseCharge: true
        case .outsideScope, .elsewhere, .siteUnknown: false
        }
    }

    // MARK: Charged

    /// A line at a rate of a territory: S, or Z where that is zero; L and M for the taxes of Spain's
    /// islands and cities; B where an Italian public body pays the tax itself.
    private func rated(
        _ item: Item, _ supply: Supply, _ territory: Territory, isHome: Bool,
        _ location: SourceLocation, _ findings: Findings
    ) -> LineTax? {
        let day = taxPoint(of: supply)
        let taxClass = item.taxClass(on: day)
        let rates = supply.rates.over(.europe)
        guard let rate = rates.rate(taxClass, in: territory.rates, on: day) else {
            let known = rates.inForce(in: territory.rates, on: day)
            findings.add(
                Diagnostic(
                    code: "unknown-tax-rate",
                    "no \(taxClass) rate of \(territory.rates) is known for \(day)",
                    at: location, found: "\(item.id): \(taxClass)",
                    expected: known.isEmpty
                        ? "rates of \(territory.rates) among the user's own"
                        : known.map { "\($0.taxClass) (\($0.percent) %)" }.joined(separator: ", "),
                    hint: nearest(to: taxClass, among: known.map(\.taxClass)).map {
                        "did you mean \"\($0)\"?"
                    }))
            return nil
        }
        let category: TaxCategory =
            switch territory.rates {
            case "IC": .canaryIslands
            case "EA": .ceutaMelilla
            default:
                if rate.percent.isZero {
                    .zero
                } else if isHome, isSplitPayment(supply) {
                    .splitPayment
                } else {
                    .standard
                }
            }
        return LineTax(
            category: category, rate: rate.percent, heads: [.vat], law: rate.source)
    }

    /// DPR 633/1972 art. 17-ter: supplies in Italy to public bodies.
    private func isSplitPayment(_ supply: Supply) -> Bool {
        supply.customer.splitPayment
            && Territory(of: supply.company, .goods).authority == "IT"
    }

    /// Sentences that the law wants on the document beside the reasons of exemptions.
    private func declarations(_ supply: Supply, _ home: Territory) -> [String] {
        var declarations: [String] = []
        if isSplitPayment(supply),
            supply.items.contains(where: { place(of: $0, in: supply, from: home) == .home })
        {
            declarations.append(EuropeanVAT.words(.splitPayment, supply.language))
        }
        // § 14 Abs. 4 Satz 1 Nr. 9 UStG: work on a property for somebody who is no business.
        if home.authority == "DE", !isTaxable(supply.customer), supply.site?.country == "DE",
            supply.items.contains(where: { $0.supplyPlace == .property })
        {
            declarations.append(EuropeanVAT.words(.keepInvoice, supply.language))
        }
        return declarations
    }

    // MARK: Outside the scope

    /// BR-O-11 to 14: a document with category O has no other.
    private func outsideScopeStandsAlone(_ supply: Supply, _ findings: Findings) -> Bool {
        guard supply.items.count > 1, mayBeOutsideScope(supply) else { return true }
        let outside = supply.items.filter { isOutsideScope($0, supply) }
        if outside.isEmpty || outside.count == supply.items.count { return true }
        let others = supply.items.filter { !isOutsideScope($0, supply) }
        findings.add(
            Diagnostic(
                code: "outside-scope-mixed",
                "lines outside the scope of VAT cannot stand beside others in one document "
                    + "(EN 16931, BR-O-11)",
                at: supply.location,
                found: "outside the scope: \(names(outside)); others: \(names(others))",
                hint: "split the order: one for each of the two"))
        return false
    }

    /// BR-B-02: a document with category B has no S. Another state's tax is not Italy's to split.
    private func splitPaymentStandsAlone(_ supply: Supply, _ findings: Findings) -> Bool {
        guard isSplitPayment(supply), supply.company.oneStopShop else { return true }
        let home = Territory(of: supply.company, .goods)
        let split = supply.items.filter { place(of: $0, in: supply, from: home) == .home }
        let others = supply.items.filter {
            if case .oneStopShop = place(of: $0, in: supply, from: home) { true } else { false }
        }
        if split.isEmpty || others.isEmpty { return true }
        findings.add(
            Diagnostic(
                code: "split-payment-mixed",
                "lines under split payment cannot stand beside lines of another state's VAT in one "
                    + "document (EN 16931, BR-B-02)",
                at: supply.location,
                found: "split payment: \(names(split)); others: \(names(others))",
                hint: "split the order: one for each of the two"))
        return false
    }

    /// Whether any line can be outside the scope: the customer is abroad, or an item says so. Spares
    /// the common document a second look at each line.
    private func mayBeOutsideScope(_ supply: Supply) -> Bool {
        let home = Territory(of: supply.company, .service)
        let customer = Territory(of: supply.customer.address, .service)
        return customer.authority != home.authority
            || supply.items.indices.contains { supply.items[$0].exemption != nil }
    }

    private func isOutsideScope(_ item: Item, _ supply: Supply) -> Bool {
        let home = Territory(of: supply.company, item.kind)
        let place = place(of: item, in: supply, from: home)
        if place == .outsideScope { return true }
        guard let code = item.exemption, isTaxedInUnion(place),
            item.taxClass(on: taxPoint(of: supply)) == EuropeanVAT.exemptClass
        else { return false }
        return Exemption.category(ofCode: code) == .outsideScope
    }

    /// The items of some lines, each once, at most eight of them.
    private func names(_ items: [Item]) -> String {
        var names: [String] = []
        for item in items where !names.contains(item.id) {
            if names.count == 8 { return names.joined(separator: ", ") + ", …" }
            names.append(item.id)
        }
        return names.joined(separator: ", ")
    }
}
