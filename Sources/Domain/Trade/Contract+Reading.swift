import Diagnostics
import Formats
import Money

extension Contract {
    static let keys = [
        "id", "customer", "amends", "title", "reference", "currency", "from", "to", "note",
        "prices", "discounts", "products", "paymentTerms", "freight", "billing",
    ]

    /// Reads a contract or an amendment; `nil` after an error.
    ///
    /// What an amendment takes from its contract (the currency of its amounts, the day on which
    /// billing periods begin) is filled in where the book works out its terms.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "contract", keys: Contract.keys, findings)
        id = fields.identifier("id")
        findings.subject = "contract \(id)"
        amends = fields.has("amends") ? fields.identifier("amends") : nil
        if amends == nil {
            customer = fields.identifier("customer", slash: false)
            currency = fields.currency("currency")
        } else {
            (customer, currency) = (nil, nil)
            fields.refuse(
                ["customer", "currency"], of: "an amendment",
                hint: "leave it out: an amendment has that of its contract")
        }
        title = fields.optionalText("title", limit: 160)
        reference = fields.optionalText("reference", limit: 60)
        from = fields.date("from")
        to = fields.optionalDate("to")
        note = fields.optionalText("note", limit: 500)
        let reader = ContractReader(
            id: id, isAmendment: amends != nil, currency: currency, from: from,
            findings: findings)
        prices = fields.list("prices", limit: Contract.priceLimit).map(reader.price)
        discounts = fields.list("discounts", limit: Contract.discountLimit).map(reader.discount)
        let productNodes = fields.list("products", limit: Contract.productLimit)
        products = fields.has("products") ? productNodes.map(reader.product) : nil
        paymentTerms = fields.value("paymentTerms").map(reader.paymentTerms)
        freight = fields.value("freight").map(reader.freight)
        billing = fields.value("billing").map(reader.billing)
        self.node = node
        pricesByItem = places(of: prices, by: \.item)
        discountsByScope = places(of: discounts, by: \.scope)
        productsByScope = places(of: products ?? [], by: \.scope).compactMapValues(\.first)
        checkDates(fields)
        reader.checkPrices(prices, pricesByItem)
        reader.checkDiscounts(discounts, discountsByScope)
        checkProducts(fields)
        if amends == nil, fields.isSound { checkEnd(of: billing, to, from: from, findings) }
        if !fields.isSound { return nil }
    }

    private func checkDates(_ fields: Fields) {
        guard let to, fields.has("from"), to < from, let value = fields.value("to") else { return }
        fields.report(
            "date-order", "the \(isAmendment ? "amendment" : "contract") ends before it begins",
            value, found: to.description, expected: "\(from) or later")
    }

    private func checkProducts(_ fields: Fields) {
        guard let products, let value = fields.value("products"), value.isList else { return }
        if products.isEmpty {
            fields.report(
                "wrong-count", "contract: products has 0 entries", value,
                expected: "1 to \(Contract.productLimit)",
                hint: "leave it out where everything may be ordered")
        }
        for (index, product) in products.enumerated() {
            guard let first = productsByScope[product.scope], first < index else { continue }
            fields.findings.add(
                Diagnostic(
                    code: "duplicate-product",
                    "\(product.scope.name) stands twice among the products",
                    at: product.source.location, found: product.scope.name,
                    expected: "each item and each group once",
                    hint: "\(products[first].source.citation) has it already"))
        }
    }
}

extension Contract {
    /// Recurring billing ends, and with a whole period, so that no last invoice is left to dispute.
    ///
    /// - Parameters:
    ///   - billing: the plan that holds when this record is in force.
    ///   - end: the contract's last day as this record leaves it.
    ///   - start: the contract's first day.
    func checkEnd(
        of billing: Clause<BillingPlan>?, _ end: CalendarDate?, from start: CalendarDate,
        _ findings: Findings
    ) {
        guard let billing, case .recurring(let plan) = billing.terms else { return }
        guard let end else {
            findings.add(
                Diagnostic(
                    code: "recurring-without-end",
                    "billing recurs, but the contract has no last day",
                    at: billing.source.location, found: "from \(start), no to",
                    expected: "to: the contract's last day",
                    hint: "periods are billed up to the contract's last day",
                    subject: "contract \(id)"))
            return
        }
        let location = to == nil ? billing.source.location : node.location(of: "to")
        let recurrence = Recurrence(anchor: plan.anchor, months: plan.months)
        guard let last = recurrence.index(of: end) else {
            findings.add(
                Diagnostic(
                    code: "date-order", "the contract ends before its first billing period begins",
                    at: location, found: end.description, expected: "\(plan.anchor) or later",
                    subject: "contract \(id)"))
            return
        }
        let days = [last - 1, last].filter { $0 >= 0 }.map { recurrence.period($0).last }
        if days.contains(end) { return }
        findings.add(
            Diagnostic(
                code: "period-cut", "the contract's last day cuts a billing period", at: location,
                found: end.description,
                expected: days.filter { $0 >= start }.map(\.description)
                    .joined(separator: " or "),
                hint: "periods begin on \(plan.anchor) and every \(months(plan.months)) after it",
                subject: "contract \(id)"))
    }

    private func months(_ count: Int) -> String { count == 1 ? "month" : "\(count) months" }
}

/// Where each key's elements stand in a list.
private func places<Element, Key: Hashable>(
    of elements: [Element], by key: (Element) -> Key
) -> [Key: [Int]] {
    var places: [Key: [Int]] = [:]
    for (index, element) in elements.enumerated() {
        places[key(element), default: []].append(index)
    }
    return places
}
