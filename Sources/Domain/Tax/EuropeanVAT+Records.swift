import Diagnostics
import Formats
import Money
import Trade

extension EuropeanVAT {
    public func check(_ company: Company, _ findings: Findings) {
        checkCountry(company, findings)
        if company.taxTerritory != nil, company.address.country != "ES" {
            findings.add(
                Diagnostic(
                    code: "wrong-territory", "this territory is a part of Spain",
                    at: company.node.location(of: "taxTerritory"),
                    found: "\(company.taxTerritory?.rawValue ?? "") in \(company.address.country)",
                    hint: "leave the key out"))
        }
        let place = SourceLocation.value(company.taxNumber, in: company.node)
        checkNumber(
            company.taxNumber, company.address.country, at: place, company, findings)
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
        checkSplitPayment(customer, company, findings)
        if let code = customer.exemption?.code, let stated = node["exemption"],
            let fault = fault(ofCode: code, [.exempt], stated.location(of: "code"))
        {
            findings.add(fault)
        }
        if let number = customer.taxNumber {
            if customer.category == .consumer {
                findings.add(
                    Diagnostic(
                        code: "unexpected-tax-number", "a consumer has a VAT identifier",
                        at: node.location(of: "taxNumber"), found: number,
                        hint: "category \"business\", or leave the number out"))
            }
            checkNumber(
                number, country, at: SourceLocation.value(number, in: node), company, findings)
        }
        for place in customer.shipTo {
            guard let number = place.taxNumber else { continue }
            checkNumber(
                number, place.address.country, at: SourceLocation.value(number, in: node), company,
                findings)
        }
        for registration in customer.taxRegistrations {
            checkNumber(
                registration.taxNumber, registration.address.country,
                at: registration.node.location(of: "taxNumber"), company, findings)
        }
    }

    public func check(_ item: Item, _ findings: Findings) {
        checkClasses(item, findings)
        checkExemption(item, findings)
        checkPlace(item, findings)
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

    /// Sellers outside the Union whose law is kept too.
    private static let otherSellers: Set<String> = ["GB", "IM", "CH", "LI", "NO", "MC"]

    // MARK: Company and customer

    private func checkCountry(_ company: Company, _ findings: Findings) {
        let country = company.address.country
        if Country.europeanUnion.contains(country) || EuropeanVAT.otherSellers.contains(country) {
            return
        }
        findings.add(
            Diagnostic(
                code: "other-regime", "european-vat does not tax sellers in \(country)",
                at: company.node.location(of: "regime"), found: company.regime,
                expected: "a seller in a member state of the Union, in GB, CH or NO",
                hint: "\"regime\": \"plain\", with the country's rates"))
    }

    /// DPR 633/1972 art. 17-ter: Italy's public bodies and listed companies.
    private func checkSplitPayment(
        _ customer: Customer, _ company: Company, _ findings: Findings
    ) {
        guard customer.splitPayment else { return }
        let isItalian = company.address.country == "IT"
        if isItalian, customer.category != .consumer { return }
        findings.add(
            Diagnostic(
                code: "wrong-category",
                isItalian
                    ? "a consumer does not pay VAT to Italy's treasury itself"
                    : "split payment is known to Italian sellers alone",
                at: customer.node.location(of: "splitPayment"),
                found: "\(customer.category.rawValue), seller in \(company.address.country)",
                expected: "a business or public customer of a seller in IT",
                hint: "leave the key out"))
    }

    // MARK: Items

    private func checkClasses(_ item: Item, _ findings: Findings) {
        for dated in item.taxClasses
        where dated.taxClass != EuropeanVAT.exemptClass && !RateTable.europe.has(dated.taxClass) {
            let known = EuropeanVAT.knownClasses
            findings.add(
                Diagnostic(
                    .warning, code: "unknown-tax-rate",
                    "no country here knows this class of rate; the company's own rates may",
                    at: item.node.location(of: "tax"), found: dated.taxClass,
                    expected: known.joined(separator: ", "),
                    hint: nearest(to: dated.taxClass, among: known).map {
                        "did you mean \"\($0)\"?"
                    }))
        }
    }

    /// The classes of the built-in rates in the order of the table, then the exempt one.
    private static let knownClasses: [String] = {
        var seen: Set<String> = []
        let classes = RateTable.europe.rates.map(\.taxClass).filter { seen.insert($0).inserted }
        return classes + [exemptClass]
    }()

    private func checkExemption(_ item: Item, _ findings: Findings) {
        let isExempt = item.taxClasses.contains { $0.taxClass == EuropeanVAT.exemptClass }
        if isExempt, item.exemption == nil, item.exemptionReason == nil {
            findings.add(missingReason(item))
        }
        if let code = item.exemption,
            let fault = fault(
                ofCode: code, [.exempt, .outsideScope], item.node.location(of: "exemption"))
        {
            findings.add(fault)
        }
        if !isExempt, item.exemption != nil || item.exemptionReason != nil {
            findings.add(
                Diagnostic(
                    .warning, code: "unused-exemption",
                    "the item gives a reason to be exempt, and its class is taxed",
                    at: item.node.location(
                        of: item.exemption == nil ? "exemptionReason" : "exemption"),
                    found: item.taxClasses.map(\.taxClass).joined(separator: ", "),
                    hint: "\"tax\": \"exempt\", or leave the reason out"))
        }
    }

    private func checkPlace(_ item: Item, _ findings: Findings) {
        let kind: Item.Kind? =
            switch item.supplyPlace {
            case .usual: nil
            case .property, .performance, .event: .service
            case .installation, .noMovement: .goods
            }
        guard let kind, kind != item.kind else { return }
        findings.add(
            Diagnostic(
                code: "supply-place-kind", "this place of supply belongs to \(kind.rawValue)",
                at: item.node.location(of: "supplyPlace"),
                found: "\(item.supplyPlace.rawValue), \(item.kind.rawValue)",
                expected: item.kind == .goods
                    ? "usual, installation, no-movement" : "usual, property, performance, event"))
    }

    // MARK: Identifiers

    /// Checks a number as one of the country that its prefix names, which may be another than that of
    /// the address; else as one of the address, if identifiers of that country are known.
    private func checkNumber(
        _ number: String, _ country: String, at place: SourceLocation, _ company: Company,
        _ findings: Findings
    ) {
        let named = VATIdentifier.country(of: number)
        let country = EuropeanVAT.identifying[country] ?? country
        let known = [named, country].first { EuropeanVAT.identifies($0) }
        guard let known else { return }
        do throws(VATIdentifier.Fault) {
            try VATIdentifier.check(number, of: known)
        } catch {
            findings.add(fault(error, number, at: place, isSandbox: company.isSandbox))
        }
    }

    /// Countries whose businesses bear another's identifiers (art. 7).
    private static let identifying = ["MC": "FR", "IM": "GB"]

    private static func identifies(_ country: String) -> Bool {
        Country.europeanUnion.contains(country) || ["XI", "GB", "CH", "NO"].contains(country)
    }

    private func fault(
        _ fault: VATIdentifier.Fault, _ number: String, at place: SourceLocation, isSandbox: Bool
    ) -> Diagnostic {
        switch fault {
        case .prefix(let prefix):
            Diagnostic(
                code: "vat-number-form", "the VAT identifier belongs to another country",
                at: place, found: number, expected: "an identifier that begins with \(prefix)")
        case .form(let expected):
            Diagnostic(
                code: "vat-number-form", "this has not the form of a VAT identifier", at: place,
                found: number, expected: expected)
        case .checkDigit:
            Diagnostic(
                isSandbox ? .warning : .error, code: "vat-number-check-digit",
                "this VAT identifier fails its check digit", at: place, found: number,
                hint: "two digits may be swapped; ask the customer")
        }
    }
}
