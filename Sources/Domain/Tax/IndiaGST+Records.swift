import Diagnostics
import Formats
import Money
import Trade

extension IndiaGST {
    public func check(_ company: Company, _ findings: Findings) {
        let number = company.taxNumber
        let record = Registrant(node: company.node, isSandbox: company.isSandbox)
        checkGSTIN(number, of: company.address, record, findings)
        if let kind = GSTIN.kind(of: number), !kind.supplies {
            findings.add(
                Diagnostic(
                    code: "gstin-form", "nothing is supplied under a number of this kind",
                    at: .value(number, in: company.node), found: "\(number), \(kind.rawValue)",
                    expected: "the GSTIN of a supplier"))
        }
        checkPIN(of: company.address, at: company.node, findings)
        checkNumbers(of: company, findings)
    }

    /// CGST Rule 46(b), and the e-invoice schema, whose numbers begin with a letter or 1 to 9.
    private func checkNumbers(of company: Company, _ findings: Findings) {
        let year = FiscalYear(startYear: 2026, startMonth: 4)
        let place = company.node.location(of: "series")
        var seen: [String: Series] = [:]
        for series in company.series {
            let first = series.number(series.first, in: year)
            let longest = series.placeholder(in: year)
            if longest.utf8.count > Series.indianLimit {
                findings.add(
                    Diagnostic(
                        code: "number-too-long",
                        "series \(series.id) gives numbers longer than 16 characters "
                            + "(CGST Rule 46(b))",
                        at: place, found: longest,
                        expected: "at most \(Series.indianLimit) characters"))
            }
            // A counter in front begins with zeros.
            if let start = first.utf8.first, [48, 45, 47].contains(start) {
                findings.add(
                    Diagnostic(
                        code: "bad-series-pattern",
                        "series \(series.id): a number must not begin with 0, - or /", at: place,
                        found: first, expected: "a letter or a digit from 1"))
            }
            // Equal but for capitals is equal to the GST system; equal throughout is Trade's finding.
            if let other = seen.updateValue(series, forKey: first.uppercased()),
                other.number(other.first, in: year) != first
            {
                findings.add(
                    Diagnostic(
                        code: "series-overlap",
                        "two series give numbers that differ in capitals only", at: place,
                        found: "\(other.number(other.first, in: year)), \(first)",
                        hint: "give each series its own letters: GST reads small ones as capitals"))
            }
        }
    }

    public func check(_ customer: Customer, of company: Company, _ findings: Findings) {
        let node = customer.node
        let record = Registrant(node: node, isSandbox: company.isSandbox)
        if customer.taxNumber == "URP" {
            findings.add(
                Diagnostic(
                    code: "unexpected-tax-number",
                    "URP is what e-invoices write for a party without a GSTIN, and no number",
                    at: node.location(of: "taxNumber"), found: "URP",
                    hint: "category \"unregistered\" (\"overseas\" outside India) without taxNumber"
                ))
        } else {
            checkCategory(customer, record, findings)
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
        checkPIN(of: customer.address, at: node, findings)
        for (index, place) in customer.shipTo.enumerated() {
            if let number = place.taxNumber, number != "URP" {
                checkGSTIN(number, of: place.address, record, findings)
            }
            checkPIN(of: place.address, at: node["shipTo"]?.elements, index, findings)
        }
        for (index, registration) in customer.taxRegistrations.enumerated() {
            let own = Registrant(node: registration.node, isSandbox: company.isSandbox)
            checkGSTIN(registration.taxNumber, of: registration.address, own, findings)
            checkPIN(
                of: registration.address, at: node["taxRegistrations"]?.elements, index, findings)
        }
    }

    private func checkCategory(_ customer: Customer, _ record: Registrant, _ findings: Findings) {
        let node = customer.node
        let kind = customer.taxNumber.flatMap { GSTIN.kind(of: $0) }
        switch customer.category {
        case .registered, .sez, .deemedExport:
            guard let number = customer.taxNumber else {
                findings.add(
                    Diagnostic(
                        code: "missing-tax-number",
                        "a \(customer.category.rawValue) customer needs a GSTIN",
                        at: node.location(of: "category"), expected: "taxNumber",
                        hint: "or category \"unregistered\""))
                return
            }
            if kind == .uin {
                findings.add(
                    Diagnostic(
                        code: "wrong-category",
                        "the holder of a UIN is no registered person (CGST Act s. 2(94))",
                        at: node.location(of: "category"), found: customer.category.rawValue,
                        expected: "unregistered, with the UIN as taxNumber"))
            }
            checkGSTIN(number, of: customer.address, record, findings)
        case .unregistered:
            guard let number = customer.taxNumber else { return }
            if kind == .uin {
                checkGSTIN(number, of: customer.address, record, findings)
            } else {
                findings.add(
                    Diagnostic(
                        code: "unexpected-tax-number", "an unregistered customer has a tax number",
                        at: node.location(of: "taxNumber"), found: number,
                        hint: "category \"registered\", or leave the number out"))
            }
        case .overseas: break
        case .business, .public, .consumer:
            findings.add(
                Diagnostic(
                    code: "wrong-category", "this category belongs to European VAT",
                    at: node.location(of: "category"), found: customer.category.rawValue,
                    expected: "registered, unregistered, sez, overseas, deemed-export"))
        }
    }

    /// Whose number is checked, and whether numbers of test portals pass with a warning.
    private struct Registrant {
        let node: DataNode
        let isSandbox: Bool
    }

    private func checkGSTIN(
        _ text: String, of address: Address, _ record: Registrant, _ findings: Findings
    ) {
        let place = SourceLocation.value(text, in: record.node)
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
                let isTrial = record.isSandbox && GSTIN.resemblesOne(text)
                findings.add(
                    Diagnostic(
                        isTrial ? .warning : .error, code: "gstin-form",
                        "this has not the form of a GSTIN", at: place, found: text,
                        expected: "15 characters: State, PAN, entity, Z, check character"))
            case .state(let code):
                findings.add(
                    Diagnostic(
                        code: "gstin-state", "the GSTIN begins with no known State code", at: place,
                        found: code, expected: "01 to 38, 97"))
            case .checkDigit(let expected):
                findings.add(
                    Diagnostic(
                        record.isSandbox ? .warning : .error, code: "gstin-check-digit",
                        "this GSTIN fails its check digit", at: place, found: text,
                        expected: "check character \(expected)",
                        hint: "two characters may be swapped or mistyped; ask for the certificate"))
            }
        }
    }

    private func checkPIN(
        of address: Address, at elements: [DataNode]?, _ index: Int, _ findings: Findings
    ) {
        guard let elements, elements.indices.contains(index) else { return }
        checkPIN(of: address, at: elements[index], findings)
    }

    /// A PIN that no place of the State has: a warning, because districts overlap at borders.
    private func checkPIN(of address: Address, at party: DataNode, _ findings: Findings) {
        guard address.country == "IN", let pin = address.postcode else { return }
        let digits = pin.filter { $0 != " " }
        let isPIN =
            digits.utf8.count == 6 && digits.utf8.first != 48
            && digits.utf8.allSatisfy { (48...57).contains($0) }
        let state = address.state.flatMap(State.coded)
        if isPIN, state?.mayHave(pin: digits) ?? true { return }
        findings.add(
            Diagnostic(
                .warning, code: "pin-state",
                isPIN ? "this PIN lies in another State" : "this is no PIN of India Post",
                at: (party["address"] ?? party).location(of: "postcode"),
                found: state.map { "\(pin), \($0.code) \($0.name)" } ?? pin,
                expected: isPIN
                    ? "a PIN of the State, or the State of the PIN" : "six digits, the first not 0")
        )
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
