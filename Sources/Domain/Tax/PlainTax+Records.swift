import Diagnostics
import Formats
import Money
import Trade

extension PlainTax {
    /// A seller under a law that has a regime here is told so: the user's table knows neither its
    /// place of supply nor its reverse charge.
    public func check(_ company: Company, _ findings: Findings) {
        let country = company.address.country
        let regime =
            country == "IN"
            ? "india-gst" : Country.europeanUnion.contains(country) ? "european-vat" : nil
        guard let regime else { return }
        findings.add(
            Diagnostic(
                .warning, code: "other-regime",
                "the tax law of \(country) has a regime of its own, which plain is not",
                at: company.node.location(of: "regime"), found: name, expected: regime))
    }

    public func check(_ customer: Customer, of company: Company, _ findings: Findings) {
        switch customer.category {
        case .business, .public, .consumer: break
        case .registered, .unregistered, .sez, .overseas, .deemedExport:
            findings.add(
                Diagnostic(
                    code: "wrong-category", "this category belongs to India's GST",
                    at: customer.node.location(of: "category"), found: customer.category.rawValue,
                    expected: "business, public, consumer"))
        }
    }

    public func check(_ item: Item, _ findings: Findings) {
        if !EuropeanVAT.unitCodes.contains(item.unit) {
            findings.add(
                Diagnostic(
                    code: "unknown-unit",
                    "this unit is not among those kept of UN/ECE Recommendation 20",
                    at: item.node.location(of: "unit"), found: item.unit,
                    expected: EuropeanVAT.unitCodes.sorted().joined(separator: ", ")))
        }
        if item.reverseCharge {
            findings.add(
                Diagnostic(
                    code: "no-reverse-charge",
                    "this regime knows no supply whose recipient owes the tax",
                    at: item.node.location(of: "reverseCharge"), found: "true",
                    hint: "give the item a class of rate 0, or \"exempt\" with the reason"))
        }
        if item.taxClasses.contains(where: { $0.taxClass == PlainTax.exemptClass }),
            item.exemptionReason == nil
        {
            findings.add(
                Diagnostic(
                    code: "missing-exemption-reason", "the document must say why it is exempt",
                    at: item.node.location(of: "tax"), found: PlainTax.exemptClass,
                    expected: "exemptionReason: the words for the document"))
        }
    }
}
