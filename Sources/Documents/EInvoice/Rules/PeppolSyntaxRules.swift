import Money
internal import Trade
internal import XML

extension SyntaxRules {
    /// Peppol BIS Billing 3.0, the rules about the elements of UBL and about identifiers.
    static let peppol: SyntaxRules = {
        var rules = SyntaxRules()
        rules.addPeppol()
        return rules
    }()

    /// Peppol's with those of UBL, in one walk.
    static let ublAndPeppol: SyntaxRules = {
        var rules = SyntaxRules.ubl
        rules.addPeppol()
        return rules
    }()

    /// Those of Peppol's rules about elements that XRechnung asks.
    static let xrechnung: SyntaxRules = {
        var rules = SyntaxRules()
        rules.addPeppol(only: XRechnungRules.idsOfPeppol)
        return rules
    }()

    /// XRechnung's with those of UBL, in one walk.
    static let ublAndXRechnung: SyntaxRules = {
        var rules = SyntaxRules.ubl
        rules.addPeppol(only: XRechnungRules.idsOfPeppol)
        return rules
    }()

    private mutating func addPeppol(only ids: Set<String>) {
        wanted = ids
        addPeppol()
        wanted = nil
    }

    private mutating func addPeppol() {
        addPeppolElements()
        addPeppolTaxTotals()
        addPeppolIdentifiers()
    }

    private mutating func addPeppolElements() {
        require("PEPPOL-EN16931-R008", in: "//.", "No element is empty") { !$0.isBlank }
        for path in ["AllowanceCharge", "InvoiceLine|CreditNoteLine/AllowanceCharge"] {
            require("PEPPOL-EN16931-R043", in: path, "A charge indicator is true or false") {
                ["true", "false"].contains($0.first("ChargeIndicator")?.text.trimmed)
            }
        }
        require(
            "PEPPOL-EN16931-R044", in: "//Price/AllowanceCharge", "A price has discounts only"
        ) { $0.first("ChargeIndicator")?.text.trimmed == "false" }
        single(
            "PEPPOL-EN16931-R080", "AdditionalDocumentReference[DocumentTypeCode=50]",
            "A credit note is for one project")
        let line = "//InvoiceLine|CreditNoteLine"
        single("PEPPOL-EN16931-R100", "DocumentReference", in: line, "A line is for one object")
        require(
            "PEPPOL-EN16931-R101", in: line, "A line's document reference is to its object (130)"
        ) { line in
            let references = line.all("DocumentReference")
            return references.isEmpty
                || references.contains { $0.first("DocumentTypeCode")?.text == "130" }
        }
        for name in ["IssueDate", "DueDate", "TaxPointDate", "StartDate", "EndDate"]
            + ["ActualDeliveryDate"]
        {
            require("PEPPOL-EN16931-F001", in: "//\(name)", "A date is written YYYY-MM-DD") {
                $0.text.utf8.count == 10 && CalendarDate($0.text) != nil
            }
        }
    }

    private mutating func addPeppolTaxTotals() {
        @Sendable func counts(_ document: XMLElement) -> (withBreakdown: Int, without: Int) {
            let totals = document.all("TaxTotal")
            let parted = totals.count { $0.first("TaxSubtotal") != nil }
            return (parted, totals.count - parted)
        }
        require("PEPPOL-EN16931-R053", "One total of the VAT has its breakdown") {
            counts($0).withBreakdown == 1
        }
        require(
            "PEPPOL-EN16931-R054",
            "A total of the VAT without breakdown stands where there is a currency for accounting"
        ) { counts($0).without == ($0.first("TaxCurrencyCode") == nil ? 0 : 1) }
        for name in PeppolAmounts.names {
            require(
                "PEPPOL-EN16931-R051", in: "//\(name)", "An amount is in the invoice's currency"
            ) { amount in
                // The total in the currency for accounting has no breakdown beside it.
                if name == "TaxAmount", amount.parent?.name == "TaxTotal",
                    amount.parent?.first("TaxSubtotal") == nil
                {
                    return true
                }
                return amount["currencyID"] == amount.root.first("DocumentCurrencyCode")?.text
            }
        }
    }

    /// PEPPOL-COMMON.
    private mutating func addPeppolIdentifiers() {
        let rules: [(number: String, scheme: String, severity: RuleSeverity)] = [
            ("R040", "0088", .fatal), ("R041", "0192", .fatal), ("R042", "0184", .fatal),
            ("R043", "0208", .fatal), ("R044", "0201", .warning), ("R045", "0210", .warning),
            ("R046", "9907", .warning), ("R047", "0211", .warning), ("R049", "0007", .fatal),
            ("R050", "0151", .fatal), ("R052", "0096", .fatal), ("R053", "0198", .fatal),
            ("R054", "0106", .fatal), ("R055", "0190", .fatal), ("R056-1", "9944", .fatal),
            ("R057", "0217", .fatal),
        ]
        for rule in rules {
            let condition = "[@schemeID=\(rule.scheme)]"
            let places =
                rule.scheme == "9907"
                ? ["EndpointID"] : ["EndpointID", "PartyIdentification/ID", "CompanyID"]
            for place in places {
                require(
                    "PEPPOL-COMMON-\(rule.number)", in: "//\(place)\(condition)",
                    severity: rule.severity,
                    "An identifier of the scheme \(rule.scheme) has its form and check digits"
                ) { SchemeIdentifier(scheme: rule.scheme, id: $0.text.trimmed).isValid }
            }
        }
        require(
            "PEPPOL-COMMON-R056-2", in: "//PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID",
            "A Dutch VAT identifier is NL, nine digits, B and two digits"
        ) { number in
            let id = number.text.trimmed
            return !id.hasPrefix("NL") || SchemeIdentifier(scheme: "9944", id: id).isValid
        }
    }
}

private enum PeppolAmounts {
    static let names = [
        "Amount", "BaseAmount", "PriceAmount", "TaxAmount", "TaxableAmount",
        "LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount",
        "AllowanceTotalAmount", "ChargeTotalAmount", "PrepaidAmount", "PayableRoundingAmount",
        "PayableAmount",
    ]
}

extension XMLElement {
    /// The outermost element of its text.
    fileprivate var root: XMLElement {
        var element = self
        while let parent = element.parent { element = parent }
        return element
    }
}
