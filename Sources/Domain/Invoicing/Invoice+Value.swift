import Formats
import Money
import Tax
import Trade

extension Invoice {
    /// The invoice as a tree of values: its canonical JSON, and what templates bind to.
    ///
    /// What does not apply is absent, never null or empty. The schema is `docs/canonical.md`.
    public var value: Value {
        .record { root in
            root.add("schema", "bijak/invoice/1")
            root.add("kind", kind.rawValue)
            root.add("title", title.rawValue)
            root.add("number", number)
            root.add("issueDate", issueDate)
            root.add("dueDate", dueDate)
            root.add("taxPoint", taxPoint)
            root.add("currency", currency.code)
            root.add("language", language)
            root.add("secondLanguage", secondLanguage)
            root.add("regime", regime)
            root.add("seller", seller.value)
            root.add("buyer", buyer.value)
            root.add("shipTo", shipTo?.value)
            addParts(to: &root)
            root.add("references", list(references.map(\.value)))
            root.add("reason", reason)
            addTreatment(to: &root)
            root.add("lines", .list(lines.map(lineValue)))
            root.add("documentDiscount", documentDiscount?.value)
            root.add("documentFreight", documentFreight?.value)
            root.add("allowances", list(allowances.map(\.value)))
            root.add("charges", list(charges.map(\.value)))
            root.add("taxSummary", .list(taxSummary.map(\.value)))
            root.add("totals", totals.value)
            root.add("prepayments", list(prepayments.map(\.value)))
            root.add("exchange", exchange?.value)
            root.add("companyWords", exchange?.words)
            root.add(
                "words", AmountInWords.text(totals.invoiced ?? totals.payable, language: language))
            root.add("payment", payment?.value(reference: number))
            root.add("terms", list(terms.map(Value.text)))
            root.add("notes", list(notes.map(Value.text)))
            root.add("signatory", signatory)
            root.add("approvals", list(approvals.map(\.value)))
            root.add("attachments", list(attachments.map(\.value)))
            root.add("explanation", explanation.json)
        }
    }

    private func addTreatment(to root: inout Value.Record) {
        if let place = treatment.placeOfSupply {
            root.add("placeOfSupply", place.value(treatment.placeReason))
            root.add("reverseCharge", .flag(treatment.isReverseCharge))
        }
        root.add("endorsement", treatment.endorsement)
        root.add("destination", treatment.destination)
        root.add("export", export?.value)
        root.add("copies", list(treatment.copies.map(Value.text)))
    }

    /// A line's value; one of several parts says which order and delivery it is of.
    private func lineValue(_ line: InvoiceLine) -> Value {
        line.value(of: parts.count > 1 ? parts[line.part] : nil)
    }

    /// Sentences the law wants: of the supply as a whole, and where no tax is charged, each once.
    var notes: [String] {
        var notes = treatment.declarations
        for group in taxSummary {
            if let reason = group.tax.exemption?.reason, !notes.contains(reason) {
                notes.append(reason)
            }
        }
        return notes
    }
}

func list(_ values: [Value]) -> Value? { values.isEmpty ? nil : .list(values) }

extension State {
    fileprivate func value(_ reason: PlaceReason?) -> Value {
        .record {
            $0.add("code", code)
            $0.add("name", name)
            $0.add("law", reason?.law)
            $0.add("reason", reason?.words)
            $0.add("proposed", reason?.proposed?.code)
            $0.add("stated", reason?.stated)
        }
    }
}

extension Invoice.DocumentDiscount {
    fileprivate var value: Value {
        .record {
            $0.add("reason", reason)
            $0.add("percent", percent)
            $0.add("amount", amount)
        }
    }
}

extension Invoice.DocumentFreight {
    fileprivate var value: Value {
        .record {
            $0.add("description", description)
            $0.add("amount", amount)
        }
    }
}

extension Invoice.Adjustment {
    fileprivate var value: Value {
        .record {
            $0.add("reason", reason)
            $0.add("percent", percent)
            $0.add("base", base)
            $0.add("amount", amount)
            $0.add("category", tax.category.rawValue)
            $0.add("rate", tax.rate)
        }
    }
}

extension Invoice.TaxGroup {
    fileprivate var value: Value {
        .record { group in
            group.add("hsn", hsn)
            tax.add(to: &group)
            if !tax.isCharged, !tax.heads.isEmpty { group.add("isCharged", .flag(false)) }
            group.add("taxable", taxable)
            amounts.add(to: &group)
            group.add("tax", total)
            group.add("exemptionReason", tax.exemption?.reason)
            group.add("exemptionCode", tax.exemption?.code)
            group.add("law", tax.law)
            group.add("name", tax.name)
        }
    }
}

extension Invoice.Totals {
    fileprivate var value: Value {
        .record {
            $0.add("lines", lines)
            if !discount.isZero { $0.add("discount", discount) }
            if !freight.isZero { $0.add("freight", freight) }
            $0.add("inclusive", inclusive)
            $0.add("taxable", taxable)
            taxes.add(to: &$0)
            $0.add("tax", tax)
            $0.add("reverseTax", reverseTax)
            $0.add("outside", outside)
            if !roundOff.isZero { $0.add("roundOff", roundOff) }
            $0.add("total", withTax)
            $0.add("invoiced", invoiced)
            $0.add("prepaid", prepaid)
            $0.add("payable", payable)
        }
    }
}

extension Invoice.Prepayment {
    fileprivate var value: Value {
        .record {
            $0.add("number", number)
            $0.add("date", date)
            $0.add("taxable", taxable)
            taxes.add(to: &$0)
            $0.add("tax", tax)
            $0.add("total", total)
        }
    }
}

extension Invoice.Exchange {
    fileprivate var value: Value {
        .record {
            $0.add("rate", rate.rate)
            $0.add("source", rate.source)
            $0.add("date", rate.date)
            $0.add("currency", payable.currency.code)
            $0.add("total", payable)
            $0.add("tax", tax)
        }
    }
}

extension Invoice.Payment {
    fileprivate func value(reference: String) -> Value {
        .record { payment in
            due?.add(to: &payment)
            payment.add("instalments", list(instalments.map(\.value)))
            payment.add("earlyPayment", list(earlyPayment.map(\.value)))
            payment.add("account", account?.value)
            payment.add("reference", reference)
        }
    }
}

extension PaymentTerms.Due {
    /// How the due date came about, as the terms say it; instalments say their own days.
    fileprivate func add(to payment: inout Value.Record) {
        switch self {
        case .netDays(let days): payment.add("netDays", .integer(days))
        case .endOfMonth(let days): payment.add("endOfMonthPlusDays", .integer(days))
        case .dayOfMonth(let day, let months):
            payment.add("dayOfMonth", .integer(day))
            payment.add("monthsAfter", .integer(months))
        case .instalments: break
        }
    }
}

extension Invoice.Instalment {
    fileprivate var value: Value {
        .record {
            $0.add("percent", percent)
            $0.add("date", date)
            $0.add("amount", amount)
        }
    }
}

extension Invoice.EarlyPayment {
    fileprivate var value: Value {
        .record {
            $0.add("until", until)
            $0.add("percent", percent)
            $0.add("amount", amount)
            $0.add("payable", payable)
        }
    }
}

extension InvoiceLine {
    /// - Parameter part: the part it belongs to, where the invoice bills several.
    fileprivate func value(of part: Invoice.Part?) -> Value {
        .record { line in
            line.add("number", .integer(number))
            line.add("orderLine", .integer(orderLine))
            if let part {
                line.add("order", part.order.id)
                line.add("delivery", part.delivery?.id)
                line.add("deliveryDate", part.delivery?.date)
            }
            line.add("item", item)
            line.add("kind", kind.rawValue)
            line.add("name", name)
            line.add("note", note)
            line.add("hsn", hsn)
            line.add("commodityCode", commodityCode)
            line.add("countryOfOrigin", countryOfOrigin)
            line.add("quantity", quantity)
            line.add("unit", unit)
            line.add("unitPrice", unitPrice)
            if per != Decimal(1) { line.add("per", per) }
            line.add("gross", gross)
            line.add("discountPercent", discountPercent)
            line.add("discountReason", discountReason)
            if !discount.isZero { line.add("discount", discount) }
            line.add("freightDescription", freight.isZero ? nil : freightDescription)
            if !freight.isZero { line.add("freight", freight) }
            line.add("net", net)
            if !documentDiscount.isZero { line.add("documentDiscount", documentDiscount) }
            if !documentFreight.isZero { line.add("documentFreight", documentFreight) }
            line.add("taxable", taxable)
            tax.add(to: &line)
            taxes.add(to: &line)
            line.add("total", total)
        }
    }
}

extension LineTax {
    /// Category, rate, and half the rate where two heads share it.
    fileprivate func add(to record: inout Value.Record) {
        record.add("category", category.rawValue)
        record.add("rate", rate)
        record.add("halfRate", halfRate)
    }
}

extension TaxAmounts {
    fileprivate func add(to record: inout Value.Record) {
        for head in TaxHead.allCases { record.add(head.rawValue, self[head]) }
    }
}

extension Invoice.Attachment {
    fileprivate var value: Value {
        .record {
            $0.add("name", name)
            $0.add("mimeType", mimeType)
            $0.add("description", description)
            $0.add("size", .integer(size))
            $0.add("sha256", sha256)
        }
    }
}
