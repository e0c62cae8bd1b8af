internal import XML

extension SyntaxRules {
    mutating func addCIIDocuments() {
        let documents = [
            ("CII-SR-457", "[TypeCode=50]", "An invoice is for one tender or lot"),
            ("CII-SR-458", "[TypeCode=130]", "An invoice is for one object"),
            ("CII-SR-475", "[TypeCode=916]/Name", "An invoice describes one supporting document"),
            (
                "CII-SR-476", "[TypeCode=916]/AttachmentBinaryObject",
                "An invoice has one attachment"
            ),
        ]
        for (id, path, words) in documents {
            single(
                id, "AdditionalReferencedDocument" + path, in: CIIPath.agreement,
                severity: .warning, words)
        }
        for (id, name) in [
            ("CII-DT-015", "URIID"), ("CII-DT-021", "Name"),
            ("CII-DT-022", "AttachmentBinaryObject"),
        ] {
            require(
                id, in: "//*ReferencedDocument/\(name)",
                "Only a supporting document (916) has \(name)"
            ) { $0.parent?.isReference(of: ["916"]) ?? true }
        }
        require(
            "CII-DT-018", in: "//*ReferencedDocument/TypeCode",
            "Only a tender (50), an object (130) and a supporting document (916) have a type"
        ) { $0.parent?.isReference(of: ["50", "130", "916"]) ?? true }
        require(
            "CII-DT-024", in: "//*ReferencedDocument/ReferenceTypeCode",
            "Only the identifier of an object (130) has a scheme"
        ) { $0.parent?.isReference(of: ["130"]) ?? true }
        require(
            "CII-DT-027", in: "//*ReferencedDocument/FormattedIssueDateTime",
            "Only a preceding invoice has a date"
        ) { $0.parent?.name == "InvoiceReferencedDocument" }
    }

    mutating func addCIISettlement() {
        let terms = "SpecifiedTradePaymentTerms"
        single(
            "CII-SR-452", terms, in: CIIPath.settlement, severity: .warning,
            "An invoice has one set of payment terms")
        single(
            "CII-SR-453", terms + "/Description", in: CIIPath.settlement, severity: .warning,
            "Payment terms are one text")
        single(
            "CII-SR-461", "ApplicableTradeTax/TaxPointDate", in: CIIPath.settlement,
            "An invoice has one tax point date")
        let dates = [
            CIIPath.settlement + "/ApplicableTradeTax/DueDateTypeCode",
            CIIPath.line + "/SpecifiedLineTradeSettlement/ApplicableTradeTax/DueDateTypeCode",
        ].map { ElementPath($0) }
        require("CII-SR-462", "An invoice has one tax point code") { document in
            Set(dates.flatMap { $0.elements(from: document) }.map(\.text)).count <= 1
        }
        for (id, name, words) in [
            ("CII-SR-467", "TypeCode", "Every payment has the same code"),
            ("CII-SR-468", "Information", "Every payment has the same description"),
        ] {
            let path = ElementPath(
                "\(CIIPath.settlement)/SpecifiedTradeSettlementPaymentMeans/\(name)")
            require(id, words) { Set(path.values(from: $0)).count <= 1 }
        }
        single(
            "CII-SR-469", CIIPath.settlement + "/PaymentReference",
            "An invoice has one remittance text")
        require(
            "CII-SR-470",
            in: CIIPath.settlement + "/SpecifiedTradeSettlementPaymentMeans[TypeCode=30,58]",
            "A credit transfer names the account it goes to"
        ) { means in
            means.all("PayeePartyCreditorFinancialAccount").contains {
                $0.first("IBANID") != nil || $0.first("ProprietaryID") != nil
            }
        }
    }

    /// CII-SR-477 to 494.
    mutating func addCIITotals() {
        let totals = """
            LineTotalAmount ChargeTotalAmount AllowanceTotalAmount TaxBasisTotalAmount RoundingAmount
            GrandTotalAmount InformationAmount TotalPrepaidAmount TotalDiscountAmount
            TotalAllowanceChargeAmount DuePayableAmount RetailValueExcludingTaxInformationAmount
            TotalDepositFeeInformationAmount ProductValueExcludingTobaccoTaxInformationAmount
            TotalRetailValueInformationAmount GrossLineTotalAmount NetLineTotalAmount
            NetIncludingTaxesLineTotalAmount
            """
        for (offset, name) in totals.split(whereSeparator: \.isWhitespace).enumerated() {
            single(
                "CII-SR-\(477 + offset)", String(name),
                in: CIIPath.settlement + "/SpecifiedTradeSettlementHeaderMonetarySummation",
                "A total of an invoice is stated once")
        }
    }

    mutating func addCIIAdjustments() {
        let adjustment = "//SpecifiedTradeAllowanceCharge"
        require("CII-SR-463", in: adjustment, "An allowance or charge says which it is") {
            $0.first("ChargeIndicator") != nil
        }
        for (id, name) in [
            ("CII-SR-471", "CategoryTradeTax"), ("CII-SR-472", "RateApplicablePercent"),
            ("CII-SR-473", "ActualAmount"),
        ] {
            single(id, name, in: adjustment, "An allowance or charge has one amount and one VAT")
        }
    }

    mutating func addCIIDataTypes() {
        let attributes = ["schemeName", "schemeAgencyName", "schemeDataURI", "schemeURI"]
        for (offset, attribute) in attributes.enumerated() {
            let (plain, other) = ("CII-DT-00\(1 + offset)", "CII-DT-10\(1 + offset)")
            let words = "EN 16931 has no use for @\(attribute) here"
            require(plain, in: "//*ID/@\(attribute)", words) { !$0.isPlainIdentifier }
            require(other, in: "//*ID/@\(attribute)", words) { $0.isPlainIdentifier }
        }
        for (id, attribute) in [
            ("CII-DT-031", "currencyID"), ("CII-DT-032", "currencyCodeListVersionID"),
        ] {
            require(
                id, in: "//*Amount/@\(attribute)", "Only totals of VAT name their currency"
            ) { $0.name == "TaxTotalAmount" }
        }
        require(
            "CII-DT-033", in: "SupplyChainTradeTransaction",
            "Where quantities have units, the invoiced quantity has one"
        ) { trade in
            let units = trade.all("IncludedSupplyChainTradeLineItem").map(UnitsOfLine.init)
            return units.contains(where: \.ofInvoiced) || !units.contains(where: \.ofOthers)
        }
        require(
            "CII-DT-097", in: "//DateTimeString[@format=102]", "A date is written YYYYMMDD"
        ) { $0.text.trimmed.isPlainDate }
    }

    mutating func addCIITaxes() {
        require("CII-DT-037", in: "//*TradeTax/TypeCode", "The tax is VAT") { $0.text == "VAT" }
        for (id, name) in [
            ("CII-DT-041", "BasisAmount"), ("CII-DT-054", "TaxPointDate"),
            ("CII-DT-058", "DueDateTypeCode"),
        ] {
            require(
                id, in: "//*TradeTax/\(name)", severity: .warning,
                "Only the VAT of the whole invoice has \(name)"
            ) { $0.isOfHeaderSettlement }
        }
        for (id, name) in [
            ("CII-DT-052", "ExemptionReasonCode"), ("CII-DT-098", "ExemptionReason"),
        ] {
            require(
                id, in: "//*TradeTax/\(name)", severity: .warning,
                "The VAT of an allowance or charge has no \(name)"
            ) { $0.parent?.name == "ApplicableTradeTax" }
        }
    }
}

/// Whether a line's quantities have units.
private struct UnitsOfLine {
    let ofInvoiced: Bool
    let ofOthers: Bool

    private static let invoiced = ElementPath("SpecifiedLineTradeDelivery/BilledQuantity/@unitCode")
    private static let prices = ElementPath(
        "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice|NetPriceProductTradePrice"
            + "/BasisQuantity/@unitCode")

    init(_ line: XMLElement) {
        ofInvoiced = !Self.invoiced.elements(from: line).isEmpty
        ofOthers = !Self.prices.elements(from: line).isEmpty
    }
}

extension XMLElement {
    /// Whether this is a reference to a document of one of these types.
    fileprivate func isReference(of types: Set<String>) -> Bool {
        name == "AdditionalReferencedDocument"
            && all("TypeCode").contains { types.contains($0.text) }
    }

    /// Whether this is one of the identifiers that have no attributes at all.
    fileprivate var isPlainIdentifier: Bool {
        switch (parent?.name, name) {
        case ("GuidelineSpecifiedDocumentContextParameter", "ID"), ("ExchangedDocument", "ID"),
            ("AssociatedDocumentLineDocument", "LineID"),
            ("SpecifiedTradeProduct", "SellerAssignedID"):
            true
        default: false
        }
    }

    fileprivate var isOfHeaderSettlement: Bool {
        var element = parent
        while let next = element, next.name != "ApplicableHeaderTradeSettlement" {
            element = next.parent
        }
        return element != nil
    }
}

extension String {
    /// Four digits of a year, two of a month and two of a day that some month has.
    fileprivate var isPlainDate: Bool {
        guard utf8.count == 8, utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        let month = Int(dropFirst(4).prefix(2)) ?? 0
        let day = Int(dropFirst(6)) ?? 0
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
