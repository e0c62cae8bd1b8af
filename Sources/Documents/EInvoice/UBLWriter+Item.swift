extension UBLWriter {
    /// BG-31 with BG-30 and BG-32.
    mutating func item(_ item: EN16931Invoice.Item, _ vat: EN16931Invoice.VAT) {
        group("cac:Item") {
            $0.text("cbc:Description", item.description)
            $0.text("cbc:Name", item.name)
            $0.identification(
                "cac:BuyersItemIdentification", item.buyerIdentifier.map { .init($0) })
            $0.identification(
                "cac:SellersItemIdentification", item.sellerIdentifier.map { .init($0) })
            $0.identification("cac:StandardItemIdentification", item.standardIdentifier)
            if let country = item.countryOfOrigin {
                $0.group("cac:OriginCountry") { $0.text("cbc:IdentificationCode", country) }
            }
            for classification in item.classifications { $0.classification(classification) }
            $0.taxCategory("cac:ClassifiedTaxCategory", vat)
            for attribute in item.attributes {
                $0.group("cac:AdditionalItemProperty") {
                    $0.text("cbc:Name", attribute.name)
                    $0.text("cbc:Value", attribute.value)
                }
            }
        }
    }

    private mutating func identification(_ name: String, _ identifier: EN16931Invoice.Identifier?) {
        guard let identifier else { return }
        group(name) { $0.identifier("cbc:ID", identifier) }
    }

    private mutating func classification(_ classification: EN16931Invoice.Classification) {
        group("cac:CommodityClassification") {
            $0.text(
                "cbc:ItemClassificationCode", classification.code,
                attributes: [
                    "listID": classification.list, "listVersionID": classification.version,
                ])
        }
    }
}
