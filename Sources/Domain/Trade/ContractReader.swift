import Diagnostics
import Formats
import Money

/// Reads the clauses of one contract or amendment.
struct ContractReader {
    let id: String
    let isAmendment: Bool
    /// Of the contract; an amendment does not state it.
    let currency: Currency?
    /// The record's first day.
    let from: CalendarDate
    let findings: Findings

    func price(_ node: DataNode) -> ContractPrice {
        let fields = Fields(
            node, "contract price",
            keys: [
                "clause", "item", "model", "unitPrice", "per", "tiers", "packageSize",
                "packagePrice", "from", "to",
            ], findings)
        return ContractPrice(
            item: fields.identifier("item"), pricing: Pricing(fields),
            from: fields.optionalDate("from"), to: lastDay(fields),
            source: ClauseSource(fields, of: self, at: node))
    }

    func discount(_ node: DataNode) -> ContractDiscount {
        let fields = Fields(
            node, "contract discount",
            keys: ["clause", "on", "item", "group", "percent", "reason", "from", "to"], findings)
        let percent = fields.decimal("percent", places: 4)
        if percent.isNegative || percent > Decimal(100), let value = fields.value("percent") {
            fields.report(
                "discount-out-of-range", "a discount in percent must be 0 to 100", value,
                found: percent.description, expected: "0 to 100",
                hint: "a surcharge is a price or a freight")
        }
        return ContractDiscount(
            scope: discountScope(fields), percent: percent,
            reason: fields.optionalText("reason", limit: 100), from: fields.optionalDate("from"),
            to: lastDay(fields), source: ClauseSource(fields, of: self, at: node))
    }

    private enum DiscountedPart: String, CaseIterable { case line, order }

    private func discountScope(_ fields: Fields) -> ContractDiscount.Scope {
        if fields.optionalChoice("on", DiscountedPart.self) == .order {
            fields.refuse(
                ["item", "group"], of: "a discount on the order", hint: #"say "on":"line""#)
            return .order
        }
        if fields.has("item"), fields.has("group"), let value = fields.value("group") {
            fields.report(
                "item-or-group", "a discount is on an item or on a group, not on both", value,
                found: "item and group", expected: "item or group; neither for every line",
                hint: "make it two discounts")
        }
        if fields.has("item") { return .item(fields.identifier("item")) }
        return fields.has("group") ? .group(fields.identifier("group")) : .lines
    }

    func product(_ node: DataNode) -> ContractProduct {
        let fields = Fields(
            node, "contract product",
            keys: ["clause", "item", "group", "minimum", "maximum", "total"], findings)
        let product = ContractProduct(
            scope: productScope(fields, node), minimum: quantity("minimum", fields),
            maximum: quantity("maximum", fields), total: quantity("total", fields),
            source: ClauseSource(fields, of: self, at: node))
        checkRange(product, fields)
        return product
    }

    private func productScope(_ fields: Fields, _ node: DataNode) -> ContractProduct.Scope {
        if fields.has("item") == fields.has("group") {
            findings.add(
                Diagnostic(
                    code: "item-or-group", "a product is an item or a group, and only one",
                    at: node.location, found: fields.has("item") ? "item and group" : "neither",
                    expected: #"{"item":"…"} or {"group":"…"}"#))
            return .item("")
        }
        return fields.has("item")
            ? .item(fields.identifier("item")) : .group(fields.identifier("group"))
    }

    /// What may be ordered lies between the bounds.
    private func checkRange(_ product: ContractProduct, _ fields: Fields) {
        guard let minimum = product.minimum, fields.isSound else { return }
        for (key, bound) in [("maximum", product.maximum), ("total", product.total)] {
            guard let bound, bound < minimum, let value = fields.value(key) else { continue }
            fields.report(
                "quantity-range", "\(product.scope.name): \(key) is below minimum", value,
                found: bound.description, expected: "\(minimum) or more")
        }
    }

    /// A quantity of 0 or more.
    private func quantity(_ key: String, _ fields: Fields) -> Decimal? {
        guard let number = fields.optionalDecimal(key, places: 3) else { return nil }
        if number.isNegative, let value = fields.value(key) {
            fields.report(
                "quantity-not-positive", "contract product: \(key) is below zero", value,
                found: number.description, expected: "0 or more")
        }
        return number
    }

    func paymentTerms(_ node: DataNode) -> Clause<PaymentTerms> {
        let fields = Fields(
            node, "payment terms", keys: ["clause"] + PaymentTerms.keys, findings)
        return Clause(
            terms: PaymentTerms(fields), source: ClauseSource(fields, of: self, at: node))
    }

    func freight(_ node: DataNode) -> Clause<ContractFreight> {
        let fields = Fields(
            node, "contract freight", keys: ["clause", "charged", "amount"], findings)
        let charged = fields.choice("charged", FreightCharge.self, .firstDelivery)
        if charged == .included {
            fields.refuse(
                ["amount"], of: "freight that prices include",
                hint: "leave it out, or say when it is charged")
        }
        let amount = currency.flatMap { fields.amount("amount", $0) }
        return Clause(
            terms: ContractFreight(
                charged: charged, amount: amount,
                stated: currency == nil ? amountOfAmendment(fields) : nil),
            source: ClauseSource(fields, of: self, at: node))
    }

    /// An amount of 0 or more whose currency, and so its decimals, only the contract tells.
    private func amountOfAmendment(_ fields: Fields) -> Decimal? {
        guard let amount = fields.optionalDecimal("amount", places: 3) else { return nil }
        if amount.isNegative, let value = fields.value("amount") {
            fields.report(
                "negative-amount", "amount is below zero", value, found: amount.description,
                expected: "0 or more")
        }
        return amount
    }

    /// The `to` of a clause that may have a `from`.
    private func lastDay(_ fields: Fields) -> CalendarDate? {
        guard let to = fields.optionalDate("to"), let value = fields.value("to") else { return nil }
        if let from = fields.value("from").flatMap({ CalendarDate($0.string ?? "") }), to < from {
            fields.report(
                "date-order", "the clause ends before it begins", value, found: to.description,
                expected: "\(from) or later")
        }
        return to
    }
}

extension Fields {
    /// Reports those of some keys that stand here although this form of the object has none.
    func refuse(_ keys: [String], of what: String, expected: String? = nil, hint: String) {
        for key in keys {
            guard let value = value(key) else { continue }
            report(
                "misplaced-key", "\(what) has no \(key)", value, found: key, expected: expected,
                hint: hint)
        }
    }
}
