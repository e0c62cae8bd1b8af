extension CIIWriter {
    /// BG-25.
    mutating func line(_ line: EN16931Invoice.Line) {
        group("ram:IncludedSupplyChainTradeLineItem") {
            $0.group("ram:AssociatedDocumentLineDocument") {
                $0.text("ram:LineID", line.identifier)
                if let note = line.note {
                    $0.group("ram:IncludedNote") { $0.text("ram:Content", note) }
                }
            }
            $0.item(line.item)
            $0.price(line)
            $0.group("ram:SpecifiedLineTradeDelivery") {
                $0.text(
                    "ram:BilledQuantity", line.quantity.description, "unitCode", line.unit)
            }
            $0.settlement(line)
        }
    }

    /// BG-31.
    private mutating func item(_ item: EN16931Invoice.Item) {
        group("ram:SpecifiedTradeProduct") {
            let isFull = $0.extent == .full
            $0.text("ram:SellerAssignedID", isFull ? item.sellerIdentifier : nil)
            $0.text("ram:Name", item.name)
            if !isFull { return }
            $0.text("ram:Description", item.description)
            if let code = item.commodityCode {
                $0.group("ram:DesignatedProductClassification") {
                    $0.text("ram:ClassCode", code, "listID", "HS")
                }
            }
            if let country = item.countryOfOrigin {
                $0.group("ram:OriginTradeCountry") { $0.text("ram:ID", country) }
            }
        }
    }

    /// BG-29. The price has at least the decimals of the line's currency and all of its own.
    private mutating func price(_ line: EN16931Invoice.Line) {
        group("ram:SpecifiedLineTradeAgreement") {
            $0.group("ram:NetPriceProductTradePrice") {
                $0.text(
                    "ram:ChargeAmount",
                    line.price.text(minimumPlaces: line.net.currency.minorDigits))
                if let base = line.baseQuantity {
                    $0.text("ram:BasisQuantity", base.description, "unitCode", line.unit)
                }
            }
        }
    }

    /// BG-30, BG-27, BG-28 and BT-131.
    private mutating func settlement(_ line: EN16931Invoice.Line) {
        group("ram:SpecifiedLineTradeSettlement") {
            $0.group("ram:ApplicableTradeTax") { $0.tax(line.vat) }
            for allowance in line.allowances { $0.adjustment(allowance, isCharge: false) }
            for charge in line.charges { $0.adjustment(charge, isCharge: true) }
            $0.group("ram:SpecifiedTradeSettlementLineMonetarySummation") {
                $0.amount("ram:LineTotalAmount", line.net)
            }
        }
    }

    private mutating func adjustment(_ adjustment: EN16931Invoice.LineAdjustment, isCharge: Bool) {
        group("ram:SpecifiedTradeAllowanceCharge") {
            let isFull = $0.extent == .full
            $0.adjustmentTerms(
                isCharge, adjustment.reason, isFull ? adjustment.percent : nil, adjustment.amount,
                isFull ? adjustment.base : nil)
        }
    }
}
