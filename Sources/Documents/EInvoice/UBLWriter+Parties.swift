extension UBLWriter {
    /// BG-4, BG-7, BG-10, BG-11. BT-90 is told as a number of whom the money goes to.
    mutating func parties(_ invoice: EN16931Invoice) {
        let creditor = invoice.payment?.directDebit?.creditor
        seller(invoice.seller, creditor: invoice.payee == nil ? creditor : nil)
        buyer(invoice.buyer)
        if let payee = invoice.payee { self.payee(payee, creditor: creditor) }
        if let representative = invoice.taxRepresentative { taxRepresentative(representative) }
    }

    /// BG-4.
    private mutating func seller(_ seller: EN16931Invoice.Seller, creditor: String?) {
        group("cac:AccountingSupplierParty") {
            $0.group("cac:Party") {
                $0.identifier("cbc:EndpointID", seller.electronicAddress)
                for identifier in seller.identifiers { $0.identification(identifier) }
                $0.creditor(creditor)
                $0.partyName(seller.tradingName)
                $0.address("cac:PostalAddress", seller.address)
                $0.taxScheme(seller.vatIdentifier, "VAT")
                // EN 16931 tells BT-32 from BT-31 by a scheme that is not VAT; FC is UNTDID 1153's
                // code for a fiscal number.
                $0.taxScheme(seller.taxRegistration, "FC")
                $0.group("cac:PartyLegalEntity") {
                    $0.text("cbc:RegistrationName", seller.name)
                    $0.identifier("cbc:CompanyID", seller.legalRegistration)
                    $0.text("cbc:CompanyLegalForm", seller.legalInformation)
                }
                $0.contact(seller.contact)
            }
        }
    }

    /// BG-7.
    private mutating func buyer(_ buyer: EN16931Invoice.Buyer) {
        group("cac:AccountingCustomerParty") {
            $0.group("cac:Party") {
                $0.identifier("cbc:EndpointID", buyer.electronicAddress)
                $0.identification(buyer.identifier)
                $0.partyName(buyer.tradingName)
                if let address = buyer.address { $0.address("cac:PostalAddress", address) }
                $0.taxScheme(buyer.vatIdentifier, "VAT")
                $0.group("cac:PartyLegalEntity") {
                    $0.text("cbc:RegistrationName", buyer.name)
                    $0.identifier("cbc:CompanyID", buyer.legalRegistration)
                }
                $0.contact(buyer.contact)
            }
        }
    }

    /// BG-10.
    private mutating func payee(_ payee: EN16931Invoice.Payee, creditor: String?) {
        group("cac:PayeeParty") {
            $0.identification(payee.identifier)
            $0.creditor(creditor)
            $0.partyName(payee.name)
            if let registration = payee.legalRegistration {
                $0.group("cac:PartyLegalEntity") { $0.identifier("cbc:CompanyID", registration) }
            }
        }
    }

    /// BG-11 with BG-12.
    private mutating func taxRepresentative(_ party: EN16931Invoice.TaxRepresentative) {
        group("cac:TaxRepresentativeParty") {
            $0.partyName(party.name)
            if let address = party.address { $0.address("cac:PostalAddress", address) }
            $0.taxScheme(party.vatIdentifier, "VAT")
        }
    }

    /// BG-13 with BG-15.
    mutating func delivery(_ delivery: EN16931Invoice.Delivery?) {
        guard let delivery else { return }
        group("cac:Delivery") {
            $0.text("cbc:ActualDeliveryDate", delivery.date?.description)
            if delivery.location != nil || delivery.address != nil {
                $0.group("cac:DeliveryLocation") {
                    $0.identifier("cbc:ID", delivery.location)
                    if let address = delivery.address { $0.address("cac:Address", address) }
                }
            }
            if let name = delivery.name {
                $0.group("cac:DeliveryParty") { $0.partyName(name) }
            }
        }
    }

    private mutating func identification(_ identifier: EN16931Invoice.Identifier?) {
        guard let identifier else { return }
        group("cac:PartyIdentification") { $0.identifier("cbc:ID", identifier) }
    }

    /// BT-90: the scheme tells it from the party's other numbers.
    private mutating func creditor(_ creditor: String?) {
        identification(creditor.map { .init($0, scheme: "SEPA") })
    }

    private mutating func partyName(_ name: String?) {
        guard let name, !name.isEmpty else { return }
        group("cac:PartyName") { $0.text("cbc:Name", name) }
    }

    private mutating func address(_ name: String, _ address: EN16931Invoice.PostalAddress) {
        if address.isEmpty { return }
        group(name) {
            $0.text("cbc:StreetName", address.line1)
            $0.text("cbc:AdditionalStreetName", address.line2)
            $0.text("cbc:CityName", address.city)
            $0.text("cbc:PostalZone", address.postcode)
            $0.text("cbc:CountrySubentity", address.subdivision)
            if let line3 = address.line3 {
                $0.group("cac:AddressLine") { $0.text("cbc:Line", line3) }
            }
            if address.country.isEmpty { return }
            $0.group("cac:Country") { $0.text("cbc:IdentificationCode", address.country) }
        }
    }

    private mutating func taxScheme(_ identifier: String?, _ scheme: String) {
        guard let identifier else { return }
        group("cac:PartyTaxScheme") {
            $0.text("cbc:CompanyID", identifier)
            $0.group("cac:TaxScheme") { $0.text("cbc:ID", scheme) }
        }
    }

    private mutating func contact(_ contact: EN16931Invoice.Contact?) {
        guard let contact else { return }
        group("cac:Contact") {
            $0.text("cbc:Name", contact.name)
            $0.text("cbc:Telephone", contact.phone)
            $0.text("cbc:ElectronicMail", contact.email)
        }
    }
}
