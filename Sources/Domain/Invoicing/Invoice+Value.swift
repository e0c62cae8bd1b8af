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
            root.add("kind", "invoice")
            root.add("title", treatment.title.rawValue)
            root.add("number", number)
            root.add("issueDate", issueDate)
            root.add("dueDate", dueDate)
            root.add("taxPoint", delivery.date)
            root.add("currency", currency.code)
            root.add("language", language)
            root.add("regime", regime)
            root.add("seller", sellerValue)
            root.add("buyer", buyerValue)
            root.add("shipTo", shipToValue)
            addParts(to: &root)
            addTreatment(to: &root)
            root.add("lines", .list(lines.map(lineValue)))
            root.add("documentDiscount", documentDiscountValue)
            root.add("documentFreight", documentFreightValue)
            root.add("allowances", list(allowances.map(adjustmentValue)))
            root.add("charges", list(charges.map(adjustmentValue)))
            root.add("taxSummary", .list(taxSummary.map(\.value)))
            root.add("totals", totals.value)
            addExchange(to: &root)
            root.add("payment", paymentValue)
            root.add("terms", list(company.terms.map(Value.text)))
            root.add("notes", list(notes.map(Value.text)))
            root.add("signatory", company.signatory)
            root.add("approvals", list(approvals))
            root.add("explanation", explanation.json)
        }
    }

    private func list(_ values: [Value]) -> Value? { values.isEmpty ? nil : .list(values) }

    private var sellerValue: Value {
        .record { seller in
            seller.add("name", company.name)
            seller.add("tradeName", company.tradeName)
            seller.add("tagline", company.look.tagline)
            seller.add("address", company.address.value)
            seller.add("taxNumber", company.taxNumber)
            seller.add("localTaxNumber", company.localTaxNumber)
            seller.add(
                "otherTaxNumbers",
                list(
                    company.otherTaxNumbers.map { scheme, number in
                        .record {
                            $0.add("scheme", scheme)
                            $0.add("number", number)
                        }
                    }))
            seller.add("legalRegistration", company.legalRegistration?.value)
            seller.add("registeredOffice", company.registeredOffice)
            seller.add("seat", company.seat)
            seller.add("directors", list(company.directors.map(Value.text)))
            seller.add("contact", company.contact?.value)
        }
    }

    private var buyerValue: Value {
        .record { buyer in
            buyer.add("id", customer.id)
            buyer.add("name", customer.name)
            buyer.add("address", customer.address.value)
            buyer.add("category", customer.category.rawValue)
            buyer.add("taxNumber", customer.taxNumber)
            buyer.add("legalRegistration", customer.legalRegistration?.value)
            buyer.add("contact", customer.contact?.value)
            buyer.add("reference", customer.buyerReference)
        }
    }

    /// Where the goods went: always said in India (Rule 46(o)), elsewhere where it differs.
    private var shipToValue: Value? {
        guard shipTo != nil || treatment.placeOfSupply != nil else { return nil }
        return .record { place in
            place.add("name", shipTo?.address.name ?? customer.name)
            place.add("address", (shipTo?.address ?? customer.address).value)
            place.add("taxNumber", shipTo == nil ? customer.taxNumber : shipTo?.taxNumber)
        }
    }

    private func addTreatment(to root: inout Value.Record) {
        if let place = treatment.placeOfSupply {
            root.add(
                "placeOfSupply",
                .record {
                    $0.add("code", place.code)
                    $0.add("name", place.name)
                })
            root.add("reverseCharge", .flag(false))
        }
        root.add("endorsement", treatment.endorsement)
        root.add("destination", treatment.destination)
        if treatment.endorsement != nil {
            root.add(
                "export",
                .record {
                    $0.add("lut", treatment.isCharged ? nil : company.export.lut)
                    $0.add("lutDate", treatment.isCharged ? nil : company.export.lutDate)
                    $0.add("iec", company.export.iec)
                    $0.add("adCode", company.export.adCode)
                })
        }
    }

    private var documentDiscountValue: Value? {
        if totals.discount.isZero { return nil }
        let discounts = parts.compactMap { $0.order.discount?.terms }
        return .record {
            $0.add("reason", same(discounts.map(\.reason)))
            $0.add("percent", same(discounts.map(\.percent)))
            $0.add("amount", totals.discount)
        }
    }

    private var documentFreightValue: Value? {
        if totals.freight.isZero { return nil }
        return .record {
            $0.add("description", same(parts.map { $0.order.freight?.freight.description }))
            $0.add("amount", totals.freight)
        }
    }

    /// What all say; `nil` where they differ.
    private func same<Term: Equatable>(_ terms: [Term?]) -> Term? {
        terms.dropFirst().allSatisfy { $0 == terms.first } ? terms.first ?? nil : nil
    }

    private func adjustmentValue(_ adjustment: Adjustment) -> Value {
        .record {
            $0.add("reason", adjustment.reason)
            $0.add("percent", adjustment.percent)
            $0.add("base", adjustment.base)
            $0.add("amount", adjustment.amount)
            $0.add("category", adjustment.tax.category.rawValue)
            $0.add("rate", adjustment.tax.rate)
        }
    }

    private func addExchange(to root: inout Value.Record) {
        if let exchange {
            root.add(
                "exchange",
                .record {
                    $0.add("rate", exchange.rate.rate)
                    $0.add("source", exchange.rate.source)
                    $0.add("date", exchange.rate.date)
                    $0.add("currency", company.currency.code)
                    $0.add("total", exchange.payable)
                    $0.add("tax", exchange.tax)
                })
            root.add(
                "companyWords", AmountInWords.text(exchange.payable, language: company.language))
        }
        root.add("words", AmountInWords.text(totals.payable, language: language))
    }

    private var paymentValue: Value {
        .record { payment in
            paymentTerms.due.add(to: &payment)
            payment.add("instalments", list(instalments.map(\.value)))
            payment.add("earlyPayment", list(earlyPayment.map(\.value)))
            if let account = company.bankAccount(for: currency) {
                payment.add("account", account.value(holder: company.name))
            }
            payment.add("reference", number)
        }
    }

    /// Sentences the law wants where no tax is charged, each once.
    private var notes: [String] {
        var notes: [String] = []
        for group in taxSummary {
            if let reason = group.tax.exemption?.reason, !notes.contains(reason) {
                notes.append(reason)
            }
        }
        return notes
    }
}

extension Invoice.TaxGroup {
    var value: Value {
        .record { group in
            group.add("hsn", hsn)
            tax.add(to: &group)
            group.add("taxable", taxable)
            amounts.add(to: &group)
            group.add("tax", total)
            group.add("exemptionReason", tax.exemption?.reason)
            group.add("exemptionCode", tax.exemption?.code)
        }
    }
}

extension Invoice.Totals {
    var value: Value {
        .record {
            $0.add("lines", lines)
            if !discount.isZero { $0.add("discount", discount) }
            if !freight.isZero { $0.add("freight", freight) }
            $0.add("taxable", taxable)
            taxes.add(to: &$0)
            $0.add("tax", tax)
            if !roundOff.isZero { $0.add("roundOff", roundOff) }
            $0.add("total", withTax)
            $0.add("payable", payable)
        }
    }
}

extension LineTax {
    /// Category, rate, and half the rate where two heads share it.
    func add(to record: inout Value.Record) {
        record.add("category", category.rawValue)
        record.add("rate", rate)
        record.add("halfRate", halfRate)
    }
}

extension TaxAmounts {
    func add(to record: inout Value.Record) {
        for head in TaxHead.allCases { record.add(head.rawValue, self[head]) }
    }
}

extension Address {
    var value: Value {
        .record { address in
            address.add("name", name)
            address.add("attention", attention)
            address.add("lines", .list(lines.map(Value.text)))
            address.add("city", city)
            address.add("postcode", postcode)
            if let state {
                address.add(
                    "state",
                    .record {
                        $0.add("code", state)
                        $0.add("name", country == "IN" ? State.coded(state)?.name : nil)
                    })
            }
            address.add("country", country)
        }
    }
}

extension Contact {
    var value: Value {
        .record {
            $0.add("name", name)
            $0.add("phone", phone)
            $0.add("email", email)
            $0.add("website", website)
        }
    }
}

extension LegalRegistration {
    var value: Value {
        .record {
            $0.add("number", number)
            $0.add("authority", authority)
        }
    }
}

extension BankAccount {
    func value(holder company: String) -> Value {
        .record {
            $0.add("holder", holder ?? company)
            $0.add("bank", bank)
            $0.add("branch", branch)
            $0.add("account", account)
            $0.add("ifsc", ifsc)
            $0.add("iban", iban)
            $0.add("bic", bic)
            $0.add("upi", upi)
        }
    }
}
