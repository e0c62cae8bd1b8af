extension UBLWriter {
    /// BG-14 with BT-8, BG-3, BT-11 to BT-18, BG-24, in the order of the document's root.
    mutating func references(_ invoice: EN16931Invoice) {
        period(invoice.invoicingPeriod, event: invoice.taxPointEvent)
        orders(invoice)
        for preceding in invoice.precedingInvoices {
            group("cac:BillingReference") {
                $0.group("cac:InvoiceDocumentReference") {
                    $0.text("cbc:ID", preceding.number)
                    $0.text("cbc:IssueDate", preceding.issueDate?.description)
                }
            }
        }
        reference("cac:DespatchDocumentReference", invoice.despatchAdvice)
        reference("cac:ReceiptDocumentReference", invoice.receivingAdvice)
        let isCredit = invoice.type.isCredit
        if !isCredit { reference("cac:OriginatorDocumentReference", invoice.tender) }
        reference("cac:ContractDocumentReference", invoice.contract)
        if let object = invoice.object {
            group("cac:AdditionalDocumentReference") { $0.object(object) }
        }
        if isCredit { creditProject(invoice.project) }
        for document in invoice.supportingDocuments { supporting(document) }
        if isCredit {
            reference("cac:OriginatorDocumentReference", invoice.tender)
        } else {
            reference("cac:ProjectReference", invoice.project)
        }
    }

    /// BG-14 or BG-26.
    mutating func period(
        _ period: EN16931Invoice.Period?, event: EN16931Invoice.TaxPointEvent? = nil
    ) {
        if period == nil, event == nil { return }
        group("cac:InvoicePeriod") {
            $0.text("cbc:StartDate", period?.from?.description)
            $0.text("cbc:EndDate", period?.to?.description)
            $0.text("cbc:DescriptionCode", event?.rawValue)
        }
    }

    /// BT-18 or BT-128: 130 is UNTDID 1001's code for what is billed.
    mutating func object(_ object: EN16931Invoice.Identifier) {
        identifier("cbc:ID", object)
        text("cbc:DocumentTypeCode", "130")
    }

    /// BT-14 stands inside the reference to the buyer's order, which cannot do without BT-13.
    private mutating func orders(_ invoice: EN16931Invoice) {
        guard let purchaseOrder = invoice.purchaseOrder else { return }
        group("cac:OrderReference") {
            $0.text("cbc:ID", purchaseOrder)
            $0.text("cbc:SalesOrderID", invoice.salesOrder)
        }
    }

    private mutating func reference(_ name: String, _ number: String?) {
        guard let number else { return }
        group(name) { $0.text("cbc:ID", number) }
    }

    /// BT-11 of a credit note, whose root has no ProjectReference: 50 is UNTDID 1001's code for it.
    private mutating func creditProject(_ project: String?) {
        guard let project else { return }
        group("cac:AdditionalDocumentReference") {
            $0.text("cbc:ID", project)
            $0.text("cbc:DocumentTypeCode", "50")
        }
    }

    /// BG-24.
    private mutating func supporting(_ document: EN16931Invoice.SupportingDocument) {
        group("cac:AdditionalDocumentReference") {
            $0.text("cbc:ID", document.reference)
            $0.text("cbc:DocumentDescription", document.description)
            if document.attachment == nil, document.location == nil { return }
            $0.group("cac:Attachment") {
                if let attachment = document.attachment {
                    $0.attachment("cbc:EmbeddedDocumentBinaryObject", attachment)
                }
                if let location = document.location {
                    $0.group("cac:ExternalReference") { $0.text("cbc:URI", location) }
                }
            }
        }
    }
}
