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

    /// BG-29 and BT-132. Prices have at least the decimals of the line's currency and all of their
    /// own.
    private mutating func price(_ line: EN16931Invoice.Line) {
        let price = line.price
        let places = line.net.currency.minorDigits
        group("ram:SpecifiedLineTradeAgreement") {
            if let orderLine = line.orderLine, $0.extent == .full {
                $0.group("ram:BuyerOrderReferencedDocument") { $0.text("ram:LineID", orderLine) }
            }
            if let gross = price.gross {
                $0.group("ram:GrossPriceProductTradePrice") {
                    $0.text("ram:ChargeAmount", gross.text(minimumPlaces: places))
                    $0.baseQuantity(price)
                    $0.discount(price.discount?.text(minimumPlaces: places))
                }
            }
            $0.group("ram:NetPriceProductTradePrice") {
                $0.text("ram:ChargeAmount", price.net.text(minimumPlaces: places))
                $0.baseQuantity(price)
            }
        }
    }

    /// BT-149 and BT-150.
    private mutating func baseQuantity(_ price: EN16931Invoice.Price) {
        text(
            "ram:BasisQuantity", price.baseQuantity?.description,
            attributes: ["unitCode": price.baseUnit])
    }

    /// BT-147; nothing for none.
    private mutating func discount(_ discount: String?) {
        guard let discount else { return }
        group("ram:AppliedTradeAllowanceCharge") {
            $0.group("ram:ChargeIndicator") { $0.text("udt:Indicator", "false") }
            $0.text("ram:ActualAmount", discount)
        }
    }

    /// BG-30, BG-26, BG-27, BG-28, BT-131, BT-128 and BT-133.
    private mutating func settlement(_ line: EN16931Invoice.Line) {
        group("ram:SpecifiedLineTradeSettlement") {
            $0.group("ram:ApplicableTradeTax") { $0.tax(line.vat) }
            $0.period(line.period)
            for allowance in line.allowances { $0.adjustment(allowance, isCharge: false) }
            for charge in line.charges { $0.adjustment(charge, isCharge: true) }
            $0.group("ram:SpecifiedTradeSettlementLineMonetarySummation") {
                $0.amount("ram:LineTotalAmount", line.net)
            }
            if $0.extent < .full { return }
            $0.object(line.object)
            $0.accountingReference(line.accountingReference)
        }
    }

    private mutating func adjustment(_ adjustment: EN16931Invoice.LineAdjustment, isCharge: Bool) {
        group("ram:SpecifiedTradeAllowanceCharge") {
            let isFull = $0.extent == .full
            $0.adjustmentTerms(
                isCharge, adjustment.reason, adjustment.reasonCode,
                isFull ? adjustment.percent : nil, adjustment.amount,
                isFull ? adjustment.base : nil)
        }
    }
}
