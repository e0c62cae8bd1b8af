import Diagnostics
import Formats
import Money
import Trade

extension EuropeanVAT {
    public func check(_ company: Company, _ findings: Findings) {
        checkNumber(company.taxNumber, company.address.country, company.node, findings)
    }

    public func check(_ customer: Customer, of company: Company, _ findings: Findings) {
        let node = customer.node
        let country = customer.address.country
        switch customer.category {
        case .business, .public, .consumer: break
        default:
            findings.add(
                Diagnostic(
                    code: "wrong-category", "this category belongs to India's GST",
                    at: node.location(of: "category"), found: customer.category.rawValue,
                    expected: "business, public, consumer"))
        }
        guard let number = customer.taxNumber else { return }
        if customer.category == .consumer {
            findings.add(
                Diagnostic(
                    code: "unexpected-tax-number", "a consumer has a VAT identifier",
                    at: node.location(of: "taxNumber"), found: number,
                    hint: "category \"business\", or leave the number out"))
        }
        // A buyer may be registered in another member state than the one of its address.
        let registered = VATIdentifier.country(of: number)
        if Country.europeanUnion.contains(registered) {
            checkNumber(number, registered, node, findings)
        } else if Country.europeanUnion.contains(country) {
            checkNumber(number, country, node, findings)
        }
    }

    public func check(_ item: Item, _ findings: Findings) {
        if !RateTable.europe.rates.contains(where: { $0.taxClass == item.tax }) {
            findings.add(
                Diagnostic(
                    code: "unknown-tax-rate", "no country here knows this class of rate",
                    at: item.node.location(of: "tax"), found: item.tax,
                    expected: "standard, reduced, intermediate, zero"))
        }
        if !EuropeanVAT.unitCodes.contains(item.unit) {
            findings.add(
                Diagnostic(
                    code: "unknown-unit",
                    "this unit is not among those kept of UN/ECE Recommendation 20",
                    at: item.node.location(of: "unit"), found: item.unit,
                    expected: EuropeanVAT.unitCodes.sorted().joined(separator: ", ")))
        }
    }

    /// UN/ECE Recommendation 20 and 21 codes that trade here uses.
    static let unitCodes: Set<String> = [
        "C62", "H87", "EA", "SET", "PR", "DZN", "CEN", "MIL", "KGM", "GRM", "TNE", "LTR", "MLT",
        "MTR", "MMT", "CMT", "KMT", "MTK", "MTQ", "HUR", "MIN", "DAY", "WEE", "MON", "ANN", "KWH",
        "LS", "XPK", "XBX", "XCT", "XPX", "XRO",
    ]

    private func checkNumber(
        _ number: String, _ country: String, _ node: DataNode, _ findings: Findings
    ) {
        let place = SourceLocation.value(number, in: node)
        do throws(VATIdentifier.Fault) {
            try VATIdentifier.check(number, of: country)
        } catch {
            switch error {
            case .prefix(let prefix):
                findings.add(
                    Diagnostic(
                        code: "vat-number-form", "the VAT identifier belongs to another country",
                        at: place, found: number,
                        expected: "an identifier that begins with \(prefix)"))
            case .form(let expected):
                findings.add(
                    Diagnostic(
                        code: "vat-number-form", "this has not the form of a VAT identifier",
                        at: place,
                        found: number, expected: expected))
            case .checkDigit:
                findings.add(
                    Diagnostic(
                        code: "vat-number-check-digit", "this VAT identifier fails its check digit",
                        at: place, found: number,
                        hint: "two digits may be swapped; ask the customer"))
            }
        }
    }
}
