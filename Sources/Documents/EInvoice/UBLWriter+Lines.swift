import Money

extension UBLWriter {
    /// BG-25.
    mutating func line(_ line: EN16931Invoice.Line, of type: EN16931Invoice.DocumentType) {
        let isCredit = type.isCredit
        group(isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine") {
            $0.text("cbc:ID", line.identifier)
            $0.text("cbc:Note", line.note)
            $0.text(
                isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                line.quantity.description, "unitCode", line.unit)
            $0.amount("cbc:LineExtensionAmount", line.net)
            $0.text("cbc:AccountingCost", line.accountingReference)
            $0.period(line.period)
            if let orderLine = line.orderLine {
                $0.group("cac:OrderLineReference") { $0.text("cbc:LineID", orderLine) }
            }
            if let object = line.object {
                $0.group("cac:DocumentReference") { $0.object(object) }
            }
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
                isCharge, adjustment.reason, adjustment.reasonCode, adjustment.percent,
                adjustment.amount, adjustment.base)
        }
    }

    /// BG-29. The price is in the line's currency, with at least its decimals and all of its own.
    private mutating func price(_ line: EN16931Invoice.Line) {
        let (price, currency) = (line.price, line.net.currency)
        group("cac:Price") {
            $0.price("cbc:PriceAmount", price.net, currency)
            $0.text(
                "cbc:BaseQuantity", price.baseQuantity?.description,
                attributes: ["unitCode": price.baseUnit])
            if price.gross == nil, price.discount == nil { return }
            $0.group("cac:AllowanceCharge") {
                $0.text("cbc:ChargeIndicator", "false")
                // The schema has no gross price without a discount.
                $0.price("cbc:Amount", price.discount ?? .zero, currency)
                if let gross = price.gross { $0.price("cbc:BaseAmount", gross, currency) }
            }
        }
    }

    private mutating func price(_ name: String, _ price: Decimal, _ currency: Currency) {
        amount(name, price.text(minimumPlaces: currency.minorDigits), currency)
    }
}
