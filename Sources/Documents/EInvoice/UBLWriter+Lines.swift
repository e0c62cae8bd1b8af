extension UBLWriter {
    /// BG-25.
    mutating func line(_ line: EN16931Invoice.Line, of type: EN16931Invoice.DocumentType) {
        let isCredit = type == .creditNote
        group(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine") {
            $0.text("cbc:ID", line.identifier)
            $0.text("cbc:Note", line.note)
            $0.text(
                isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                line.quantity.description, "unitCode", line.unit)
            $0.amount("cbc:LineExtensionAmount", line.net)
            for allowance in line.allowances { $0.adjustment(allowance, isCharge: false) }
            for charge in line.charges { $0.adjustment(charge, isCharge: true) }
            $0.item(line.item, line.vat)
            $0.price(line)
        }
    }

    /// BG-27 or BG-28.
    private mutating func adjustment(_ adjustment: EN16931Invoice.LineAdjustment, isCharge: Bool) {
        group("cac:AllowanceCharge") {
            $0.adjustmentTerms(
                isCharge, adjustment.reason, adjustment.percent, adjustment.amount, adjustment.base)
        }
    }

    /// BG-31 and BG-30.
    private mutating func item(_ item: EN16931Invoice.Item, _ vat: EN16931Invoice.VAT) {
        group("cac:Item") {
            $0.text("cbc:Description", item.description)
            $0.text("cbc:Name", item.name)
            if let identifier = item.sellerIdentifier {
                $0.group("cac:SellersItemIdentification") { $0.text("cbc:ID", identifier) }
            }
            if let country = item.countryOfOrigin {
                $0.group("cac:OriginCountry") { $0.text("cbc:IdentificationCode", country) }
            }
            if let code = item.commodityCode {
                $0.group("cac:CommodityClassification") {
                    $0.text("cbc:ItemClassificationCode", code, "listID", "HS")
                }
            }
            $0.taxCategory("cac:ClassifiedTaxCategory", vat)
        }
    }

    /// BG-29. The price is in the line's currency, with at least its decimals and all of its own.
    private mutating func price(_ line: EN16931Invoice.Line) {
        group("cac:Price") {
            let currency = line.net.currency
            let price = line.price.text(minimumPlaces: currency.minorDigits)
            $0.amount("cbc:PriceAmount", price, currency)
            if let base = line.baseQuantity {
                $0.text("cbc:BaseQuantity", base.description, "unitCode", line.unit)
            }
        }
    }
}
