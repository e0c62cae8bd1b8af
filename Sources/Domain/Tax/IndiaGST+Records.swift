import Diagnostics
import Formats
import Money
import Trade

extension IndiaGST {
    public func check(_ company: Company, _ findings: Findings) {
        checkGSTIN(company.taxNumber, of: company.address, company.node, findings)
        for series in company.series {
            let longest = series.placeholder(in: FiscalYear(startYear: 2026, startMonth: 4))
            if longest.utf8.count > Series.indianLimit {
                findings.add(
                    Diagnostic(
                        code: "number-too-long",
                        "series \(series.id) gives numbers longer than 16 characters (CGST Rule 46(b))",
                        at: company.node.location(of: "series"), found: longest,
                        expected: "at most \(Series.indianLimit) characters"))
            }
            if let first = longest.utf8.first, [48, 45, 47].contains(first) {
                findings.add(
                    Diagnostic(
                        code: "bad-series-pattern",
                        "series \(series.id): a number must not begin with 0, - or /",
                        at: company.node.location(of: "series"), found: longest,
                        expected: "a letter or a digit from 1"))
            }
        }
    }

    public func check(_ customer: Customer, of company: Company, _ findings: Findings) {
        let node = customer.node
        switch customer.category {
        case .registered, .sez, .deemedExport:
            if let number = customer.taxNumber {
                checkGSTIN(number, of: customer.address, node, findings)
            } else {
                findings.add(
                    Diagnostic(
                        code: "missing-tax-number",
                        "a \(customer.category.rawValue) customer needs a GSTIN",
                        at: node.location(of: "category"), expected: "taxNumber",
                        hint: "or category \"unregistered\""))
            }
        case .unregistered, .overseas:
            if customer.taxNumber != nil, customer.category == .unregistered {
                findings.add(
                    Diagnostic(
                        code: "unexpected-tax-number", "an unregistered customer has a tax number",
                        at: node.location(of: "taxNumber"), found: customer.taxNumber,
                        hint: "category \"registered\", or leave the number out"))
            }
        case .business, .public, .consumer:
            findings.add(
                Diagnostic(
                    code: "wrong-category", "this category belongs to European VAT",
                    at: node.location(of: "category"), found: customer.category.rawValue,
                    expected: "registered, unregistered, sez, overseas, deemed-export"))
        }
        let isAbroad = customer.address.country != "IN"
        if isAbroad != (customer.category == .overseas) {
            findings.add(
                Diagnostic(
                    code: "country-category", "country and category contradict each other",
                    at: node.location(of: "category"),
                    found: "\(customer.address.country), \(customer.category.rawValue)",
                    expected: "overseas for customers outside India and only for them"))
        }
        for place in customer.shipTo {
            if let number = place.taxNumber {
                checkGSTIN(number, of: place.address, node, findings)
            }
        }
    }

    public func check(_ item: Item, _ findings: Findings) {
        let place = item.node.location(of: "hsn")
        guard let hsn = item.hsn else {
            findings.add(
                Diagnostic(
                    code: "missing-hsn", "an item needs an HSN or SAC code (CGST Rule 46(g))",
                    at: place,
                    expected: "4, 6 or 8 digits"))
            return
        }
        if ![4, 6, 8].contains(hsn.utf8.count) || !hsn.utf8.allSatisfy({ (48...57).contains($0) }) {
            findings.add(
                Diagnostic(
                    code: "bad-hsn", "this is no HSN or SAC code", at: place, found: hsn,
                    expected: "4, 6 or 8 digits"))
        } else if hsn.hasPrefix("99") != (item.kind == .service) {
            findings.add(
                Diagnostic(
                    code: "hsn-kind", "codes that begin with 99 are services, all others goods",
                    at: place, found: "\(hsn), \(item.kind.rawValue)",
                    expected: item.kind == .service ? "a SAC beginning with 99" : "an HSN of goods")
            )
        }
        if !["nil", "exempt"].contains(item.tax),
            !RateTable.india.rates.contains(where: { $0.percent == Decimal(item.tax) })
        {
            findings.add(
                Diagnostic(
                    code: "unknown-tax-rate", "GST knows no such rate",
                    at: item.node.location(of: "tax"), found: item.tax,
                    expected: "0, 0.25, 3, 5, 18, 40 …, nil, exempt"))
        }
        if !IndiaGST.unitCodes.contains(item.unit) {
            findings.add(
                Diagnostic(
                    code: "unknown-unit", "this is no unit quantity code of GST",
                    at: item.node.location(of: "unit"), found: item.unit,
                    expected: "a UQC such as NOS, MTR, KGS, BOX; NA for services",
                    hint: nearest(to: item.unit, among: IndiaGST.unitCodes.sorted()).map {
                        "did you mean \"\($0)\"?"
                    }))
        }
    }

    /// Unit quantity codes of the GST system.
    static let unitCodes = Set(
        """
        BAG BAL BDL BKL BOU BOX BTL BUN CAN CBM CCM CMS CTN DOZ DRM GGK GMS GRS GYD KGS KLR KME LTR \
        MLT MTR MTS NA NOS OTH PAC PCS PRS QTL ROL SET SQF SQM SQY TBS TGM THD TON TUB UGS UNT YDS
        """.split(separator: " ").map(String.init))

    private func checkGSTIN(
        _ text: String, of address: Address, _ node: DataNode, _ findings: Findings
    ) {
        let place = SourceLocation.value(text, in: node)
        do throws(GSTIN.Fault) {
            let gstin = try GSTIN(text)
            if let state = address.state, gstin.state?.code != state, address.country == "IN" {
                findings.add(
                    Diagnostic(
                        code: "gstin-state", "the GSTIN belongs to another State than the address",
                        at: place, found: "\(text.prefix(2)) in the GSTIN, \(state) in the address",
                        expected: "the same State code in both"))
            }
        } catch {
            switch error {
            case .form:
                findings.add(
                    Diagnostic(
                        code: "gstin-form", "this has not the form of a GSTIN", at: place,
                        found: text,
                        expected: "15 characters: State, PAN, entity, Z, check character"))
            case .state(let code):
                findings.add(
                    Diagnostic(
                        code: "gstin-state", "the GSTIN begins with no known State code", at: place,
                        found: code, expected: "01 to 38, 97"))
            case .checkDigit(let expected):
                findings.add(
                    Diagnostic(
                        code: "gstin-check-digit", "this GSTIN fails its check digit", at: place,
                        found: text, expected: "check character \(expected)",
                        hint: "two characters may be swapped or mistyped; ask for the certificate"))
            }
        }
    }
}

extension SourceLocation {
    /// The place of a tax number: the first `taxNumber` of the record or of one of its ship-to
    /// addresses that reads like it, else the record.
    static func value(_ text: String, in node: DataNode) -> SourceLocation {
        let candidates =
            [node["taxNumber"]] + (node["shipTo"]?.elements ?? []).map { $0["taxNumber"] }
        for case let candidate? in candidates
        where candidate.string.map(normalisedTaxNumber) == text {
            return candidate.location
        }
        return node.location
    }
}
