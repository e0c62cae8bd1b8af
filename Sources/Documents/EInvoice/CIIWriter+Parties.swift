extension CIIWriter {
    /// BG-4.
    mutating func seller(_ seller: EN16931Invoice.Seller) {
        group("ram:SellerTradeParty") {
            if $0.extent > .minimum { $0.identifiers(seller.identifiers) }
            $0.text("ram:Name", seller.name)
            if $0.extent == .full { $0.text("ram:Description", seller.legalInformation) }
            $0.legalOrganization(seller.legalRegistration, seller.tradingName)
            $0.contact(seller.contact)
            $0.address(seller.address)
            $0.endpoint(seller.electronicAddress)
            $0.taxRegistration(seller.vatIdentifier, "VA")
            $0.taxRegistration(seller.taxRegistration, "FC")
        }
    }

    /// BG-7.
    mutating func buyer(_ buyer: EN16931Invoice.Buyer) {
        group("ram:BuyerTradeParty") {
            if $0.extent > .minimum { $0.identifiers(buyer.identifier.map { [$0] } ?? []) }
            $0.text("ram:Name", buyer.name)
            $0.legalOrganization(buyer.legalRegistration, buyer.tradingName)
            if $0.extent == .minimum { return }
            $0.contact(buyer.contact)
            $0.address(buyer.address)
            $0.endpoint(buyer.electronicAddress)
            $0.taxRegistration(buyer.vatIdentifier, "VA")
        }
    }

    /// BG-10; nothing for none.
    mutating func payee(_ payee: EN16931Invoice.Payee?) {
        guard let payee else { return }
        group("ram:PayeeTradeParty") {
            $0.identifiers(payee.identifier.map { [$0] } ?? [])
            $0.text("ram:Name", payee.name)
            $0.legalOrganization(payee.legalRegistration, nil)
        }
    }

    /// BG-11 with BG-12; nothing for none.
    mutating func taxRepresentative(_ party: EN16931Invoice.TaxRepresentative?) {
        guard let party else { return }
        group("ram:SellerTaxRepresentativeTradeParty") {
            $0.text("ram:Name", party.name)
            $0.address(party.address)
            $0.taxRegistration(party.vatIdentifier, "VA")
        }
    }

    /// BG-13 with BG-15, BT-15 and BT-16. The group is there even if nothing is in it: the schema
    /// wants it.
    mutating func delivery(_ invoice: EN16931Invoice) {
        group("ram:ApplicableHeaderTradeDelivery") {
            if $0.extent == .minimum { return }
            if let delivery = invoice.delivery { $0.shipTo(delivery) }
            if let date = invoice.delivery?.date {
                $0.group("ram:ActualDeliverySupplyChainEvent") {
                    $0.date("ram:OccurrenceDateTime", date)
                }
            }
            $0.reference("ram:DespatchAdviceReferencedDocument", invoice.despatchAdvice)
            let receivingAdvice = $0.extent == .full ? invoice.receivingAdvice : nil
            $0.reference("ram:ReceivingAdviceReferencedDocument", receivingAdvice)
        }
    }

    private mutating func shipTo(_ delivery: EN16931Invoice.Delivery) {
        if delivery.location == nil, delivery.name == nil, delivery.address == nil { return }
        group("ram:ShipToTradeParty") {
            $0.identifiers(delivery.location.map { [$0] } ?? [])
            $0.text("ram:Name", delivery.name)
            $0.address(delivery.address)
        }
    }

    /// The schema wants those without a scheme before those with one.
    private mutating func identifiers(_ identifiers: [EN16931Invoice.Identifier]) {
        for identifier in identifiers where identifier.scheme == nil {
            text("ram:ID", identifier.value)
        }
        for identifier in identifiers where identifier.scheme != nil {
            self.identifier("ram:GlobalID", identifier)
        }
    }

    private mutating func legalOrganization(
        _ number: EN16931Invoice.Identifier?, _ tradingName: String?
    ) {
        let tradingName = extent > .minimum ? tradingName : nil
        if number == nil, tradingName == nil { return }
        group("ram:SpecifiedLegalOrganization") {
            $0.identifier("ram:ID", number)
            $0.text("ram:TradingBusinessName", tradingName)
        }
    }

    private mutating func contact(_ contact: EN16931Invoice.Contact?) {
        guard let contact, extent == .full else { return }
        group("ram:DefinedTradeContact") {
            $0.text("ram:PersonName", contact.name)
            if let phone = contact.phone {
                $0.group("ram:TelephoneUniversalCommunication") {
                    $0.text("ram:CompleteNumber", phone)
                }
            }
            if let email = contact.email {
                $0.group("ram:EmailURIUniversalCommunication") { $0.text("ram:URIID", email) }
            }
        }
    }

    private mutating func address(_ address: EN16931Invoice.PostalAddress?) {
        guard let address, !address.isEmpty else { return }
        group("ram:PostalTradeAddress") {
            if $0.extent == .minimum {
                $0.text("ram:CountryID", address.country)
                return
            }
            $0.text("ram:PostcodeCode", address.postcode)
            $0.text("ram:LineOne", address.line1)
            $0.text("ram:LineTwo", address.line2)
            $0.text("ram:LineThree", address.line3)
            $0.text("ram:CityName", address.city)
            $0.text("ram:CountryID", address.country)
            $0.text("ram:CountrySubDivisionName", address.subdivision)
        }
    }

    private mutating func endpoint(_ address: EN16931Invoice.Identifier?) {
        guard let address, extent > .minimum else { return }
        group("ram:URIUniversalCommunication") {
            $0.identifier("ram:URIID", address)
        }
    }

    /// VA is UNTDID 1153's code for a VAT identifier, FC for a fiscal number.
    private mutating func taxRegistration(_ identifier: String?, _ scheme: String) {
        guard let identifier else { return }
        group("ram:SpecifiedTaxRegistration") {
            $0.text("ram:ID", identifier, "schemeID", scheme)
        }
    }
}
