import Trade

extension UBLWriter {
    /// BG-4.
    mutating func seller(_ seller: EN16931Invoice.Seller) {
        group("cac:AccountingSupplierParty") {
            $0.group("cac:Party") {
                $0.endpoint(seller.electronicAddress)
                $0.identification(seller.identifier)
                $0.partyName(seller.tradingName)
                $0.address("cac:PostalAddress", seller.address)
                $0.taxScheme(seller.vatIdentifier, "VAT")
                // EN 16931 tells BT-32 from BT-31 by a scheme that is not VAT; FC is UNTDID 1153's
                // code for a fiscal number.
                $0.taxScheme(seller.taxRegistration, "FC")
                $0.group("cac:PartyLegalEntity") {
                    $0.text("cbc:RegistrationName", seller.name)
                    $0.text("cbc:CompanyID", seller.legalRegistration)
                    $0.text("cbc:CompanyLegalForm", seller.legalInformation)
                }
                $0.contact(seller.contact)
            }
        }
    }

    /// BG-7.
    mutating func buyer(_ buyer: EN16931Invoice.Buyer) {
        group("cac:AccountingCustomerParty") {
            $0.group("cac:Party") {
                $0.endpoint(buyer.electronicAddress)
                $0.identification(buyer.identifier)
                $0.partyName(buyer.tradingName)
                $0.address("cac:PostalAddress", buyer.address)
                $0.taxScheme(buyer.vatIdentifier, "VAT")
                $0.group("cac:PartyLegalEntity") {
                    $0.text("cbc:RegistrationName", buyer.name)
                    $0.text("cbc:CompanyID", buyer.legalRegistration)
                }
                $0.contact(buyer.contact)
            }
        }
    }

    /// BG-13 with BG-15.
    mutating func delivery(_ delivery: EN16931Invoice.Delivery?) {
        guard let delivery else { return }
        group("cac:Delivery") {
            $0.text("cbc:ActualDeliveryDate", delivery.date?.description)
            if delivery.location != nil || delivery.address != nil {
                $0.group("cac:DeliveryLocation") {
                    $0.text("cbc:ID", delivery.location)
                    if let address = delivery.address { $0.address("cac:Address", address) }
                }
            }
            if let name = delivery.name {
                $0.group("cac:DeliveryParty") { $0.partyName(name) }
            }
        }
    }

    private mutating func endpoint(_ address: ElectronicAddress?) {
        guard let address else { return }
        text("cbc:EndpointID", address.id, "schemeID", address.scheme)
    }

    private mutating func identification(_ identifier: String?) {
        guard let identifier else { return }
        group("cac:PartyIdentification") { $0.text("cbc:ID", identifier) }
    }

    private mutating func partyName(_ name: String?) {
        guard let name else { return }
        group("cac:PartyName") { $0.text("cbc:Name", name) }
    }

    private mutating func address(_ name: String, _ address: EN16931Invoice.PostalAddress) {
        group(name) {
            $0.text("cbc:StreetName", address.line1)
            $0.text("cbc:AdditionalStreetName", address.line2)
            $0.text("cbc:CityName", address.city)
            $0.text("cbc:PostalZone", address.postcode)
            $0.text("cbc:CountrySubentity", address.subdivision)
            if let line3 = address.line3 {
                $0.group("cac:AddressLine") { $0.text("cbc:Line", line3) }
            }
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
