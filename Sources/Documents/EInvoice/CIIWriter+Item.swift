extension CIIWriter {
    /// BG-31 with BG-32.
    mutating func item(_ item: EN16931Invoice.Item) {
        group("ram:SpecifiedTradeProduct") {
            let isFull = $0.extent == .full
            $0.identifier("ram:GlobalID", item.standardIdentifier)
            $0.text("ram:SellerAssignedID", isFull ? item.sellerIdentifier : nil)
            $0.text("ram:BuyerAssignedID", isFull ? item.buyerIdentifier : nil)
            $0.text("ram:Name", item.name)
            if !isFull { return }
            $0.text("ram:Description", item.description)
            for attribute in item.attributes {
                $0.group("ram:ApplicableProductCharacteristic") {
                    $0.text("ram:Description", attribute.name)
                    $0.text("ram:Value", attribute.value)
                }
            }
            for classification in item.classifications { $0.classification(classification) }
            if let country = item.countryOfOrigin {
                $0.group("ram:OriginTradeCountry") { $0.text("ram:ID", country) }
            }
        }
    }

    private mutating func classification(_ classification: EN16931Invoice.Classification) {
        group("ram:DesignatedProductClassification") {
            $0.text(
                "ram:ClassCode", classification.code,
                attributes: [
                    "listID": classification.list, "listVersionID": classification.version,
                ])
        }
    }
}
