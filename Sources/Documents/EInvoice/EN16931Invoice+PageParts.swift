import Formats
import Money

extension EN16931Invoice.Seller {
    var page: Value {
        .record {
            $0.add("name", name)
            $0.add("tradeName", tradingName)
            $0.add("address", address.page)
            $0.add("taxNumber", vatIdentifier)
            $0.add("localTaxNumber", taxRegistration)
            $0.add("legalRegistration", legalRegistration?.page)
            $0.add("contact", contact?.page)
        }
    }
}

extension EN16931Invoice.Buyer {
    func page(reference: String?) -> Value {
        .record {
            $0.add("id", identifier?.value)
            $0.add("name", name)
            $0.add("address", address?.page)
            $0.add("taxNumber", vatIdentifier)
            $0.add("legalRegistration", legalRegistration?.page)
            $0.add("contact", contact?.page)
            $0.add("reference", reference)
        }
    }
}

extension EN16931Invoice.Identifier {
    fileprivate var page: Value { .record { $0.add("number", value) } }
}

extension EN16931Invoice.Contact {
    fileprivate var page: Value {
        .record {
            $0.add("name", name)
            $0.add("phone", phone)
            $0.add("email", email)
        }
    }
}

extension EN16931Invoice.PostalAddress {
    var page: Value {
        .record { record in
            let texts = [line1, line2, line3].compactMap(\.self)
            record.add("lines", list(texts) { .text($0) })
            record.add("city", city)
            record.add("postcode", postcode)
            if let subdivision {
                record.add(
                    "state",
                    .record {
                        $0.add("code", subdivision)
                        $0.add("name", subdivision)
                    })
            }
            record.add("country", country)
        }
    }
}

extension EN16931Invoice.Line {
    func page(_ words: InvoiceWords) -> Value {
        .record { record in
            record.add("number", identifier)
            record.add("item", item.sellerIdentifier)
            record.add("name", item.name)
            record.add("note", remarks(words).joined(separator: " · "))
            record.add("commodityCode", item.classifications.first?.code)
            record.add("countryOfOrigin", item.countryOfOrigin)
            record.add("quantity", quantity)
            record.add("unit", unit)
            record.add("unitPrice", price.net)
            if price.baseQuantity != Decimal(1) { record.add("per", price.baseQuantity) }
            if let allowance = allowances.only {
                record.add("discountPercent", allowance.percent)
                record.add("discountReason", allowance.reason)
                record.add("discount", allowance.amount)
            }
            if let charge = charges.only {
                record.add("freightDescription", charge.reason)
                record.add("freight", charge.amount)
            }
            record.add("net", net)
            record.add("category", vat.category.rawValue)
            record.add("rate", vat.rate)
        }
    }

    /// Several allowances and charges stand in words: the template has room for one of each.
    private func remarks(_ words: InvoiceWords) -> [String] {
        var remarks = [item.description, note].compactMap { $0?.trimmed }
        remarks += item.attributes.map { "\($0.name)\(words.colon)\($0.value)" }
        if let period {
            let days = [period.from, period.to].compactMap { $0?.description }
            remarks.append(days.joined(separator: " – "))
        }
        if allowances.count > 1 {
            remarks += allowances.map { "\($0.reason ?? words.discount) -\($0.amount.plain)" }
        }
        if charges.count > 1 {
            remarks += charges.map { "\($0.reason ?? words.freight) \($0.amount.plain)" }
        }
        return remarks
    }
}

extension EN16931Invoice.VATBreakdown {
    var page: Value {
        .record {
            $0.add("category", vat.category.rawValue)
            $0.add("rate", vat.rate)
            $0.add("taxable", taxable)
            $0.add("vat", amount)
            $0.add("tax", amount)
            $0.add("exemptionReason", exemptionReason)
            $0.add("exemptionCode", exemptionCode)
        }
    }
}

extension EN16931Invoice.Totals {
    var page: Value {
        .record {
            $0.add("lines", lines)
            if let allowances, !allowances.isZero { $0.add("discount", allowances) }
            if let charges, !charges.isZero { $0.add("freight", charges) }
            $0.add("taxable", withoutVAT)
            $0.add("vat", vat)
            $0.add("tax", vat)
            if let rounding, !rounding.isZero { $0.add("roundOff", rounding) }
            $0.add("total", withVAT)
            if let paid, !paid.isZero {
                $0.add("invoiced", withVAT)
                $0.add("prepaid", paid)
            }
            $0.add("payable", payable)
        }
    }
}
