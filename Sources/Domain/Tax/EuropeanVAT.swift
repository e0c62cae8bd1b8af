import Diagnostics
import Formats
import Money
import Trade

/// Value added tax under Directive 2006/112/EC, seen from a seller in one member state.
public struct EuropeanVAT: Regime {
    public let name = "european-vat"

    /// UN/ECE Recommendation 20: lump sum.
    public func unitOfOne(_ item: Item) -> String { "LS" }

    public func treatment(of supply: Supply, _ findings: Findings) -> Treatment? {
        Treatment(
            title: .invoice, taxPoint: supply.deliveryDate, placeOfSupply: nil, heads: [.vat],
            isCharged: true, endorsement: nil,
            destination: isOutsideUnion(supply.destination.country)
                ? supply.destination.country : nil,
            scope: supply.destination.country == supply.company.address.country
                ? .domestic : .export,
            rounding: .perRate)
    }

    public func lineTax(
        of item: Item, in supply: Supply, _ treatment: Treatment, at location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        let home = supply.company.address.country
        switch item.kind {
        case .goods: return goods(item, supply, home, treatment, location, findings)
        case .service: return service(item, supply, home, treatment, location, findings)
        }
    }

    /// Arts. 31 to 36 (place), 138 (intra-Community), 146 (export), 33 and 369a ff. (one-stop shop).
    private func goods(
        _ item: Item, _ supply: Supply, _ home: String, _ treatment: Treatment,
        _ location: SourceLocation, _ findings: Findings
    ) -> LineTax? {
        let destination = supply.destination.country
        if destination == home { return rated(item, in: home, treatment, location, findings) }
        if isOutsideUnion(destination) { return exempt(.export, supply) }
        if hasIdentifier(supply.customer, otherThan: home) {
            return exempt(.intraCommunity, supply)
        }
        let country = supply.company.oneStopShop ? destination : home
        return rated(item, in: country, treatment, location, findings)
    }

    /// Art. 44 (to taxable persons, where they are established), art. 45 (to others, the seller's).
    private func service(
        _ item: Item, _ supply: Supply, _ home: String, _ treatment: Treatment,
        _ location: SourceLocation, _ findings: Findings
    ) -> LineTax? {
        let country = supply.customer.address.country
        if country == home || supply.customer.category == .consumer {
            return rated(item, in: home, treatment, location, findings)
        }
        if hasIdentifier(supply.customer, otherThan: home) { return exempt(.reverseCharge, supply) }
        if !isOutsideUnion(country) { return rated(item, in: home, treatment, location, findings) }
        findings.add(
            Diagnostic(
                code: "outside-scope",
                "a service to a business in \(country) is outside the scope of VAT (category O)",
                at: location, found: item.id,
                hint: "category O is not issued yet: take this line off the order"))
        return nil
    }

    private func rated(
        _ item: Item, in country: String, _ treatment: Treatment, _ location: SourceLocation,
        _ findings: Findings
    ) -> LineTax? {
        guard
            let rate = RateTable.europe.rate(item.tax, in: country, on: treatment.taxPoint)
        else {
            let known = RateTable.europe.inForce(in: country, on: treatment.taxPoint)
            findings.add(
                Diagnostic(
                    code: "unknown-tax-rate",
                    "no \(item.tax) rate of \(country) is known for \(treatment.taxPoint)",
                    at: location, found: "\(item.id): \(item.tax)",
                    expected: known.isEmpty
                        ? "a country whose rates are kept: AT, DE, FR, NL"
                        : known.map { "\($0.taxClass) (\($0.percent) %)" }.joined(separator: ", ")))
            return nil
        }
        return LineTax(
            category: rate.percent.isZero ? .zero : .standard, rate: rate.percent, heads: [.vat])
    }

    private func exempt(_ category: TaxCategory, _ supply: Supply) -> LineTax {
        LineTax(
            category: category, rate: .zero, heads: [.vat], isCharged: false,
            exemption: Exemption.european(category, language: supply.language))
    }

    private func hasIdentifier(_ customer: Customer, otherThan home: String) -> Bool {
        guard let number = customer.taxNumber, customer.category != .consumer else { return false }
        let country = VATIdentifier.country(of: number)
        return country != home && Country.europeanUnion.contains(country)
    }

    private func isOutsideUnion(_ country: String) -> Bool {
        !Country.europeanUnion.contains(country)
    }
}

extension Exemption {
    /// Codes of the VATEX list and words by language; English where a language has none.
    private static let table = """
        AE VATEX-EU-AE de Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge, Art. 196 MwStSystRL)
        AE VATEX-EU-AE en Reverse charge: VAT to be accounted for by the recipient (Art. 196 Directive 2006/112/EC)
        AE VATEX-EU-AE fr Autoliquidation par le preneur (art. 196 de la directive 2006/112/CE)
        G VATEX-EU-G de Steuerfreie Ausfuhrlieferung (§ 4 Nr. 1 Buchst. a, § 6 UStG)
        G VATEX-EU-G en Export outside the EU, exempt from VAT (Art. 146 Directive 2006/112/EC)
        G VATEX-EU-G fr Exportation hors UE, exonérée de TVA (art. 146 de la directive 2006/112/CE)
        K VATEX-EU-IC de Steuerfreie innergemeinschaftliche Lieferung (§ 4 Nr. 1 Buchst. b, § 6a UStG)
        K VATEX-EU-IC en Intra-Community supply, exempt from VAT (Art. 138 Directive 2006/112/EC)
        K VATEX-EU-IC fr Livraison intracommunautaire exonérée de TVA (art. 138 de la directive 2006/112/CE)
        """

    private struct Row: Sendable {
        let category: Substring
        let code: Substring
        let language: Substring
        let words: Substring
    }

    private static let rows: [Row] = table.split(separator: "\n").map { line in
        let parts = line.split(separator: " ", maxSplits: 3)
        return Row(category: parts[0], code: parts[1], language: parts[2], words: parts[3])
    }

    static func european(_ category: TaxCategory, language: String) -> Exemption? {
        let own = rows.filter { $0.category == category.rawValue }
        let row = own.first { language.hasPrefix($0.language) } ?? own.first { $0.language == "en" }
        return row.map { Exemption(code: String($0.code), reason: String($0.words)) }
    }
}
