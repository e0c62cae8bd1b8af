internal import XML

extension SyntaxRules {
    /// How EN 16931 uses UBL 2.1: the rules UBL-CR, UBL-SR and UBL-DT.
    static let ubl: SyntaxRules = {
        var rules = SyntaxRules()
        rules.addUnusedElements()
        rules.addOccurrences()
        rules.addPayeeRules()
        rules.addOtherUBLRules()
        rules.addDataTypes()
        return rules
    }()

    /// UBL-CR.
    private mutating func addUnusedElements() {
        forbid(
            "UBL-CR-", UBLUnusedElements.rows, shorthands: ["Line": "InvoiceLine|CreditNoteLine"])
        require("UBL-CR-002", in: "UBLVersionID", severity: .warning, "The version of UBL is 2.1") {
            $0.text == "2.1"
        }
        require(
            "UBL-CR-412", in: "PaymentMeans/PaymentDueDate", severity: .warning,
            "An invoice has its due date in DueDate"
        ) { $0.parent?.parent?.name == "CreditNote" }
        let reference = "//AdditionalDocumentReference[DocumentTypeCode=130]"
        forbid("UBL-CR-666", reference + "/Attachment", .fatal)
        forbid("UBL-CR-673", reference + "/DocumentDescription", .fatal)
    }

    /// UBL-SR: what stands once.
    private mutating func addOccurrences() {
        let seller = "AccountingSupplierParty/Party"
        let buyer = "AccountingCustomerParty/Party"
        single("UBL-SR-01", "ContractDocumentReference/ID", "An invoice has one contract")
        single("UBL-SR-02", "ReceiptDocumentReference/ID", "An invoice has one receiving advice")
        single("UBL-SR-03", "DespatchDocumentReference/ID", "An invoice has one despatch advice")
        single(
            "UBL-SR-04", "AdditionalDocumentReference[DocumentTypeCode=130]/ID",
            "An invoice is for one object")
        single("UBL-SR-05", "PaymentTerms/Note", "Payment terms are one text")
        single(
            "UBL-SR-06", "InvoiceDocumentReference", in: "//BillingReference",
            "A reference is to one preceding invoice")
        require(
            "UBL-SR-07", in: "//BillingReference", "A preceding invoice is named by its number"
        ) { $0.first("InvoiceDocumentReference", "ID") != nil }
        single("UBL-SR-08", "InvoicePeriod", "An invoice has one period")
        single("UBL-SR-09", seller + "/PartyLegalEntity/RegistrationName", "A seller has one name")
        single("UBL-SR-10", seller + "/PartyName/Name", "A seller has one trading name")
        single(
            "UBL-SR-11", seller + "/PartyLegalEntity/CompanyID",
            "A seller has one legal registration")
        single(
            "UBL-SR-12", seller + "/PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID",
            "A seller has one VAT identifier")
        require("UBL-SR-13", in: seller, "A seller has one tax registration") { party in
            let others = party.all("PartyTaxScheme").filter {
                $0.first("TaxScheme").map { $0.first("ID")?.text.uppercased() != "VAT" } ?? false
            }
            return others.flatMap { $0.all("CompanyID") }.count <= 1
        }
        single(
            "UBL-SR-14", seller + "/PartyLegalEntity/CompanyLegalForm",
            "A seller has one text of legal information")
        single("UBL-SR-15", buyer + "/PartyLegalEntity/RegistrationName", "A buyer has one name")
        single("UBL-SR-16", buyer + "/PartyIdentification/ID", "A buyer has one identifier")
        single(
            "UBL-SR-17", buyer + "/PartyLegalEntity/CompanyID",
            "A buyer has one legal registration")
        single(
            "UBL-SR-18", buyer + "/PartyTaxScheme[TaxScheme/ID=VAT]/CompanyID",
            "A buyer has one VAT identifier")
        single(
            "UBL-SR-22", "PartyName/Name", in: "//TaxRepresentativeParty",
            "A tax representative has one name")
        single(
            "UBL-SR-23", "PartyTaxScheme/CompanyID", in: "//TaxRepresentativeParty",
            "A tax representative has one VAT identifier")
        single("UBL-SR-24", "Delivery", "An invoice is for one delivery")
        single(
            "UBL-SR-25", "DeliveryParty/PartyName/Name", in: "//Delivery",
            "A deliver-to party has one name")
        single("UBL-SR-26", "PaymentID", in: "//PaymentMeans", "A payment has one remittance text")
        single(
            "UBL-SR-27", "PaymentMeansCode", in: "//PaymentMeans",
            "A means of payment has one code")
        single(
            "UBL-SR-28", "PaymentMandate/ID", in: "//PaymentMeans", "A direct debit has one mandate"
        )
        single(
            "UBL-SR-30", "AllowanceChargeReason",
            in: "//AllowanceCharge[ChargeIndicator=false,0]", "An allowance has one reason")
        single(
            "UBL-SR-31", "AllowanceChargeReason",
            in: "//AllowanceCharge[ChargeIndicator=true,1]", "A charge has one reason")
        single(
            "UBL-SR-32", "TaxCategory/TaxExemptionReason", in: "//TaxSubtotal",
            "A part of the VAT breakdown has one reason")
        single(
            "UBL-SR-33", "DocumentDescription", in: "//AdditionalDocumentReference",
            "A supporting document has one description")
        addLineOccurrences()
        single("UBL-SR-39", "ProjectReference/ID", "An invoice is for one project")
        single("UBL-SR-40", buyer + "/PartyName/Name", "A buyer has one trading name")
        single("UBL-SR-45", "PaymentMeans/PaymentDueDate", "An invoice has one due date")
        single("UBL-SR-46", "PaymentMeans/PaymentMeansCode/@name", "A payment has one description")
        single("UBL-SR-49", "InvoicePeriod/DescriptionCode", "An invoice has one tax point code")
        single("UBL-SR-54", "PaymentMeans/CardAccount", "An invoice has one card")
        single("UBL-SR-55", "PaymentMeans/PaymentMandate", "An invoice has one mandate")
        single("UBL-SR-56", "OriginatorDocumentReference/ID", "An invoice is for one tender or lot")
    }

    private mutating func addLineOccurrences() {
        let line = "//InvoiceLine|CreditNoteLine"
        single("UBL-SR-34", "Note", in: line, "A line has one note")
        single("UBL-SR-35", "OrderLineReference/LineID", in: line, "A line is of one order line")
        single("UBL-SR-36", "InvoicePeriod", in: line, "A line has one period")
        single(
            "UBL-SR-37", "Price/AllowanceCharge/Amount", in: line, "A price has one discount")
        let category = ElementPath("Item/ClassifiedTaxCategory")
        require("UBL-SR-48", in: line, "A line has one VAT category") {
            category.count(from: $0) == 1
        }
        single("UBL-SR-50", "Item/Description", in: line, "An item has one description")
        single("UBL-SR-52", "DocumentReference", in: line, "A line is for one object")
    }

    /// UBL-SR-19 to 21: a payee is somebody else than the seller.
    private mutating func addPayeeRules() {
        let rules = [
            ("UBL-SR-19", "PartyName/Name", "name"),
            ("UBL-SR-20", "PartyIdentification/ID[@schemeID!=SEPA]", "identifier"),
            ("UBL-SR-21", "PartyLegalEntity/CompanyID", "legal registration"),
        ]
        let seller = ElementPath("AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName")
        let name = ElementPath("PartyName/Name")
        for (id, path, word) in rules {
            let path = ElementPath(path)
            require(id, in: "//PayeeParty", "A payee has one \(word) and is not the seller") {
                guard let document = $0.parent else { return true }
                let (payees, sellers) = (name.values(from: $0), seller.values(from: document))
                let differs = payees.contains { payee in sellers.contains { $0 != payee } }
                return path.count(from: $0) <= 1 && differs
            }
        }
    }

    private mutating func addOtherUBLRules() {
        for (id, name) in [("BR-CL-17", "TaxCategory"), ("BR-CL-18", "ClassifiedTaxCategory")] {
            require(id, in: "//\(name)/ID", "A VAT category is a code of UNTDID 5305") {
                CodeList.vatCategories.contains($0.text.trimmed)
            }
        }
        let creditors = [
            "AccountingSupplierParty|AccountingCustomerParty/Party",
            "PayeeParty|TaxRepresentativeParty",
        ].map { ElementPath("\($0)/PartyIdentification/ID[@schemeID=SEPA]") }
        require("UBL-SR-29", "An invoice has one creditor identifier") { document in
            creditors.reduce(0) { $0 + $1.count(from: document) } <= 1
        }
        require("UBL-SR-42", in: "AccountingSupplierParty/Party", "A seller has two tax numbers") {
            $0.all("PartyTaxScheme").count <= 2
        }
        require(
            "UBL-SR-43", in: "//AdditionalDocumentReference",
            "Only the object of the invoice (130) has a type, and a scheme for its identifier"
        ) { reference in
            let type = reference.first("DocumentTypeCode")?.text.trimmed
            let isProject = type == "50" && reference.parent?.name == "CreditNote"
            let isPlain = type == nil && reference.first("ID")?["schemeID"] == nil
            return type == "130" || isProject || isPlain
        }
        for (id, name, words) in [
            ("UBL-SR-44", "PaymentID", "Every payment has the same remittance text"),
            ("UBL-SR-47", "PaymentMeansCode", "Every payment has the same code"),
        ] {
            let path = ElementPath("PaymentMeans/\(name)")
            require(id, words) { Set(path.values(from: $0)).count <= 1 }
        }
        for name in ["PostalAddress", "Address"] {
            require("UBL-SR-51", in: "//\(name)", "An address has one third line") {
                $0.all("AddressLine").count <= 1
            }
        }
        require("UBL-SR-53", in: "//PartyTaxScheme", "A tax number names its tax") {
            $0.first("TaxScheme", "ID") != nil && $0.first("CompanyID") != nil
        }
    }

    /// UBL-DT.
    private mutating func addDataTypes() {
        for name in UBLSyntaxData.amounts {
            require("UBL-DT-01", in: "//\(name)", "An amount has no more than two decimals") {
                $0.text.decimals <= 2 || $0.isOfPrice
            }
        }
        for name in ["EmbeddedDocumentBinaryObject", "BinaryObject"] {
            require("UBL-DT-06", in: "//\(name)", "An attachment has a MIME type") {
                $0["mimeCode"] != nil
            }
            require("UBL-DT-07", in: "//\(name)", "An attachment has a file name") {
                $0["filename"] != nil
            }
        }
        for (offset, name) in UBLSyntaxData.unusedAttributes.enumerated() {
            let number = offset + 8
            let id = number < 10 ? "UBL-DT-0\(number)" : "UBL-DT-\(number)"
            guard name == "name" else {
                forbid(id, "//@\(name)")
                continue
            }
            require(
                id, in: "//@name", severity: .warning,
                "Only a means of payment has the attribute name"
            ) {
                $0.name == "PaymentMeansCode"
            }
        }
    }
}

private enum UBLSyntaxData {
    static let amounts = [
        "Amount", "BaseAmount", "TaxAmount", "TaxableAmount", "LineExtensionAmount",
        "TaxExclusiveAmount", "TaxInclusiveAmount", "AllowanceTotalAmount", "ChargeTotalAmount",
        "PrepaidAmount", "PayableRoundingAmount", "PayableAmount", "PerUnitAmount",
        "CorrectionAmount", "PaidAmount", "RoundingAmount", "TransactionCurrencyTaxAmount",
    ]

    /// From UBL-DT-08 on, each number's.
    static let unusedAttributes = [
        "schemeName", "schemeAgencyName", "schemeDataURI", "schemeURI", "format",
        "unitCodeListIdentifier", "unitCodeListAgencyIdentifier", "unitCodeListAgencyName",
        "listAgencyName", "listName", "name", "languageID", "listURI", "listSchemeURI",
        "languageLocaleID", "uri", "currencyCodeListVersionID", "characterSetCode",
        "encodingCode", "schemeAgencyID", "listAgencyID",
    ]
}

extension XMLElement {
    /// Whether this is an amount of a price's discount, which may have more decimals.
    fileprivate var isOfPrice: Bool {
        parent?.name == "AllowanceCharge" && parent?.parent?.name == "Price"
    }
}
