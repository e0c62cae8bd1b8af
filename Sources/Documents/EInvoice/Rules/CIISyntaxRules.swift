internal import XML

extension SyntaxRules {
    /// How EN 16931 uses the Cross Industry Invoice: the rules CII-SR and CII-DT.
    ///
    /// CII-DT-010 to 012 are not among them: where they are published, CII-DT-008 and 009 take their
    /// place, so that they are never asked. CII-SR-471 and 472 are as Factur-X has them; other editions
    /// have them the other way round.
    static let cii: SyntaxRules = {
        var rules = SyntaxRules()
        rules.addUnusedCIIElements()
        rules.addCIIHeader()
        rules.addCIILines()
        rules.addCIIParties()
        rules.addCIIDocuments()
        rules.addCIISettlement()
        rules.addCIITotals()
        rules.addCIIAdjustments()
        rules.addCIIDataTypes()
        rules.addCIITaxes()
        // Published for Factur-X, whose profile EN 16931 holds CII to it. The schema wants the element of
        // the delivery, whether there is something to say of it or not.
        rules.require(
            "PEPPOL-EN16931-R008", in: "//.", severity: .warning, "No element is empty"
        ) { element in
            !element.elements.isEmpty || !element.text.trimmed.isEmpty
                || element.name == "ApplicableHeaderTradeDelivery"
        }
        return rules
    }()

    private mutating func addUnusedCIIElements() {
        let parts: KeyValuePairs = [
            "Line": CIIPath.line, "Agreement": CIIPath.agreement, "Delivery": CIIPath.delivery,
            "Settlement": CIIPath.settlement,
        ]
        forbid("CII-SR-", CIIUnusedElements.rows, shorthands: parts)
        forbid("CII-DT-", CIIUnusedElements.types, .fatal, shorthands: parts)
        forbid("CII-DT-", CIIUnusedElements.taxes, shorthands: parts)
    }

    private mutating func addCIIHeader() {
        let context = "ExchangedDocumentContext"
        let guideline = "GuidelineSpecifiedDocumentContextParameter"
        single(
            "CII-SR-003", "BusinessProcessSpecifiedDocumentContextParameter", in: context,
            severity: .warning, "An invoice has one business process")
        one("CII-SR-009", guideline, in: context, "An invoice has one specification")
        one("CII-SR-010", guideline + "/ID", in: context, "A specification has one identifier")
        one("CII-SR-014", "TypeCode", in: "ExchangedDocument", "An invoice has one type")
        single(
            "CII-SR-030", "Content", in: "ExchangedDocument/IncludedNote", severity: .warning,
            "A note is one text")
    }

    private mutating func addCIILines() {
        let head = CIIPath.line + "/AssociatedDocumentLineDocument"
        let product = CIIPath.line + "/SpecifiedTradeProduct"
        let agreement = CIIPath.line + "/SpecifiedLineTradeAgreement"
        let settlement = CIIPath.line + "/SpecifiedLineTradeSettlement"
        single(
            "CII-SR-039", "IncludedNote", in: head, severity: .warning, "A line has one note")
        single(
            "CII-SR-040", "IncludedNote/Content", in: head, severity: .warning,
            "The note of a line is one text")
        require(
            "CII-SR-046", in: product, "A standard identifier of an item has a scheme"
        ) { $0.first("GlobalID") == nil || $0.all("GlobalID").contains { $0["schemeID"] != nil } }
        for (id, name) in [("CII-SR-069", "Description"), ("CII-SR-072", "Value")] {
            one(
                id, name, in: product + "/ApplicableProductCharacteristic",
                "An attribute of an item has one name and one value")
        }
        let origin = ElementPath("OriginTradeCountry/ID")
        require("CII-SR-090", in: product, "An item has one country of origin") {
            $0.first("OriginTradeCountry") == nil || origin.count(from: $0) == 1
        }
        let price = "NetPriceProductTradePrice/ChargeAmount"
        one("CII-SR-439", price, in: agreement, "A line has one net price")
        single("CII-SR-441", price, in: agreement, "A line has one net price")
        single(
            "CII-SR-440", "ActualAmount",
            in: "//GrossPriceProductTradePrice/AppliedTradeAllowanceCharge",
            "A discount of a price has one amount")
        addCIIPriceDiscount(agreement)
        one(
            "CII-SR-454", "ApplicableTradeTax", in: settlement, severity: .warning,
            "A line has one VAT category")
        single(
            "CII-SR-474", "AdditionalReferencedDocument[TypeCode=130]", in: settlement,
            severity: .warning, "A line is for one object")
    }

    private mutating func addCIIPriceDiscount(_ agreement: String) {
        let discount = "GrossPriceProductTradePrice/AppliedTradeAllowanceCharge"
        let (amount, sign) = (
            ElementPath(discount + "/ActualAmount"), ElementPath(discount + "/ChargeIndicator")
        )
        require(
            "CII-SR-119", in: agreement, severity: .warning, "A price has discounts only"
        ) { agreement in
            let signs = sign.elements(from: agreement)
            let hasAmount = !amount.elements(from: agreement).isEmpty
            let isDiscount = signs.contains {
                ["false", "0"].contains($0.first("Indicator")?.text.trimmed)
            }
            return hasAmount ? isDiscount : signs.isEmpty
        }
    }

    private mutating func addCIIParties() {
        let parties = [
            (CIIPath.delivery, "ShipToTradeParty", "CII-SR-449"),
            (CIIPath.agreement, "BuyerTradeParty", "CII-SR-450"),
            (CIIPath.settlement, "PayeeTradeParty", "CII-SR-451"),
        ]
        for (place, party, id) in parties {
            require(
                id, in: "\(place)/\(party)", severity: .warning,
                "A party has an identifier with a scheme or one without"
            ) { $0.first("ID") == nil || $0.first("GlobalID") == nil }
        }
        let sides = [
            ("SellerTradeParty", "CII-SR-455", "CII-SR-459", "CII-SR-465"),
            ("BuyerTradeParty", "CII-SR-456", "CII-SR-460", "CII-SR-466"),
        ]
        for (party, contact, address, name) in sides {
            let party = "\(CIIPath.agreement)/\(party)"
            single(contact, "DefinedTradeContact", in: party, "A party has one contact")
            single(
                address, "URIUniversalCommunication", in: party,
                "A party has one electronic address")
            require(
                name, in: party + "/DefinedTradeContact", severity: .warning,
                "A contact is a person or a department"
            ) { $0.first("PersonName") == nil || $0.first("DepartmentName") == nil }
        }
    }

    /// Occurrence of exactly one.
    private mutating func one(
        _ id: String, _ path: String, in context: String, severity: RuleSeverity = .fatal,
        _ words: String
    ) {
        let path = ElementPath(path)
        require(id, in: context, severity: severity, words) {
            path.count(from: $0) == 1
        }
    }
}

/// Where the parts of a Cross Industry Invoice stand.
enum CIIPath {
    private static let trade = "SupplyChainTradeTransaction/"
    static let line = trade + "IncludedSupplyChainTradeLineItem"
    static let agreement = trade + "ApplicableHeaderTradeAgreement"
    static let delivery = trade + "ApplicableHeaderTradeDelivery"
    static let settlement = trade + "ApplicableHeaderTradeSettlement"
}
