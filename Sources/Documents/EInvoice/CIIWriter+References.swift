extension CIIWriter {
    /// BG-24, BT-17, BT-18 and BT-11. Codes of UNTDID 1001 tell the first three apart.
    mutating func furtherReferences(_ invoice: EN16931Invoice) {
        for document in invoice.supportingDocuments { supporting(document) }
        if let tender = invoice.tender {
            group("ram:AdditionalReferencedDocument") {
                $0.text("ram:IssuerAssignedID", tender)
                $0.text("ram:TypeCode", "50")
            }
        }
        object(invoice.object)
        if let project = invoice.project {
            group("ram:SpecifiedProcuringProject") {
                $0.text("ram:ID", project)
                // The schema wants a name, which is no term of EN 16931.
                $0.text("ram:Name", "Project reference")
            }
        }
    }

    /// BT-18 or BT-128; nothing for none.
    mutating func object(_ object: EN16931Invoice.Identifier?) {
        guard let object else { return }
        group("ram:AdditionalReferencedDocument") {
            $0.text("ram:IssuerAssignedID", object.value)
            $0.text("ram:TypeCode", "130")
            $0.text("ram:ReferenceTypeCode", object.scheme)
        }
    }

    /// BT-19 or BT-133; nothing for none.
    mutating func accountingReference(_ reference: String?) {
        guard let reference else { return }
        group("ram:ReceivableSpecifiedTradeAccountingAccount") { $0.text("ram:ID", reference) }
    }

    /// BG-14 or BG-26; nothing for none.
    mutating func period(_ period: EN16931Invoice.Period?) {
        guard let period else { return }
        group("ram:BillingSpecifiedPeriod") {
            $0.date("ram:StartDateTime", period.from)
            $0.date("ram:EndDateTime", period.to)
        }
    }

    /// BG-24.
    private mutating func supporting(_ document: EN16931Invoice.SupportingDocument) {
        group("ram:AdditionalReferencedDocument") {
            $0.text("ram:IssuerAssignedID", document.reference)
            $0.text("ram:URIID", document.location)
            $0.text("ram:TypeCode", "916")
            $0.text("ram:Name", document.description)
            if let attachment = document.attachment {
                $0.attachment("ram:AttachmentBinaryObject", attachment)
            }
        }
    }
}
