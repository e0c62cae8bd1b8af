import Diagnostics
import Formats
import Money

extension Order {
    static let keys = [
        "id", "customer", "date", "purchaseOrder", "purchaseOrderDate", "currency", "shipTo",
        "discount", "freight", "exchangeRate", "paymentTerms", "incoterm", "note", "lines",
        "contract", "revision", "billTo", "totals", "site", "placeOfSupply", "pricesIncludeTax",
    ]

    /// Reads an order; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "order", keys: Order.keys, findings)
        id = fields.identifier("id")
        findings.subject = "order \(id)"
        customer = fields.identifier("customer")
        date = fields.date("date")
        purchaseOrder = fields.optionalText("purchaseOrder", limit: 60)
        purchaseOrderDate = fields.optionalDate("purchaseOrderDate")
        let currency = fields.currency("currency")
        self.currency = currency
        shipTo = fields.has("shipTo") ? fields.identifier("shipTo") : nil
        discount = fields.value("discount").flatMap {
            Discount($0, "discount", currency, findings)
        }
        freight = fields.value("freight").flatMap { Freight($0, "freight", currency, findings) }
        exchangeRate = fields.value("exchangeRate").map { ExchangeRate($0, findings) }
        paymentTerms = fields.value("paymentTerms").map { PaymentTerms($0, findings) }
        incoterm = fields.optionalText("incoterm", limit: 60)
        note = fields.optionalText("note", limit: 500)
        contract = fields.has("contract") ? fields.identifier("contract") : nil
        revision = fields.optionalInteger("revision", in: 1...999) ?? 1
        billTo = fields.optionalText("billTo", limit: 30).map(normalisedTaxNumber)
        totals = fields.value("totals").map { StatedTotals($0, currency, findings) }
        site = fields.value("site").map { Site($0, findings) }
        placeOfSupply = fields.value("placeOfSupply").map { StatedPlace($0, findings) }
        pricesIncludeTax = fields.optionalFlag("pricesIncludeTax") ?? false
        let nodes = fields.list("lines", limit: Order.lineLimit)
        lines = nodes.enumerated().map { index, line in
            OrderLine(line, position: index + 1, currency, findings)
        }
        self.node = node
        // Lines of another type have their finding already.
        if nodes.isEmpty, fields.value("lines")?.isList ?? true {
            findings.add(
                Diagnostic(
                    code: "no-lines", "the order has no lines", at: fields.location("lines"),
                    expected: "at least one line"))
        }
        checkLineNumbers(findings)
        checkDates(fields)
        if !fields.isSound { return nil }
    }

    private func checkLineNumbers(_ findings: Findings) {
        var seen: [Int: OrderLine] = [:]
        for line in lines {
            if seen[line.number] != nil {
                findings.add(
                    Diagnostic(
                        code: "duplicate-line", "line \(line.number) stands twice in this order",
                        at: line.node.location(of: "line"), found: String(line.number),
                        expected: "a number of its own for each line"))
            }
            seen[line.number] = line
        }
    }

    private func checkDates(_ fields: Fields) {
        if let purchaseOrderDate, fields.isSound, purchaseOrderDate > date {
            fields.findings.add(
                Diagnostic(
                    .warning, code: "date-order", "the purchase order is dated after the order",
                    at: fields.location("purchaseOrderDate"), found: purchaseOrderDate.description,
                    expected: "\(date) or earlier"))
        }
    }
}

extension OrderLine {
    static let keys = [
        "line", "item", "description", "note", "quantity", "unitPrice", "per", "discount",
        "freight",
    ]

    init(_ node: DataNode, position: Int, _ currency: Currency, _ findings: Findings) {
        let fields = Fields(node, "order line", keys: OrderLine.keys, findings)
        number = fields.optionalInteger("line", in: 1...999_999) ?? position
        item = fields.identifier("item")
        description = fields.optionalText("description", limit: 1000)
        note = fields.optionalText("note", limit: 500)
        quantity = fields.decimal("quantity", places: 3)
        unitPrice = fields.optionalDecimal("unitPrice")
        per = fields.optionalDecimal("per")
        discount = fields.value("discount").flatMap {
            Discount($0, "line discount", currency, findings)
        }
        freight = fields.value("freight").flatMap {
            Freight($0, "line freight", currency, findings)
        }
        self.node = node
        if fields.has("quantity"), fields.isSound, quantity <= .zero {
            findings.add(
                Diagnostic(
                    code: "quantity-not-positive", "line \(number): the quantity is not above zero",
                    at: fields.location("quantity"), found: quantity.description,
                    expected: "more than 0", hint: "goods that come back are a return, not an order"
                ))
        }
        if let unitPrice, unitPrice.isNegative {
            findings.add(
                Diagnostic(
                    code: "negative-price", "line \(number): a price below zero",
                    at: fields.location("unitPrice"), found: unitPrice.description,
                    expected: "0 or more", hint: "a reduction is a discount"))
        }
        if per != nil, unitPrice == nil {
            findings.add(
                Diagnostic(
                    code: "per-without-price",
                    "line \(number): a base quantity without the price it belongs to",
                    at: fields.location("per"), expected: "unitPrice beside per",
                    hint: "leave per out: the price list has its own"))
        }
        if let per, per <= .zero {
            findings.add(
                Diagnostic(
                    code: "bad-base-quantity", "the base quantity must be above zero",
                    at: fields.location("per"), found: per.description, expected: "1, 100, 1000 …"))
        }
    }
}

extension Discount {
    init?(_ node: DataNode, _ what: String, _ currency: Currency, _ findings: Findings) {
        let fields = Fields(node, what, keys: ["percent", "amount", "reason"], findings)
        reason = fields.optionalText("reason", limit: 100)
        switch (fields.optionalDecimal("percent", places: 4), fields.amount("amount", currency)) {
        case (let percent?, nil):
            size = .percent(percent)
            if percent.isNegative || percent > Decimal(100) {
                findings.add(
                    Diagnostic(
                        code: "discount-out-of-range", "a discount in percent must be 0 to 100",
                        at: fields.location("percent"), found: percent.description,
                        expected: "0 to 100", hint: "a surcharge is a price or a freight"))
            }
        case (nil, let amount?): size = .amount(amount)
        default:
            if fields.isSound {
                findings.add(
                    Diagnostic(
                        code: "discount-size", "\(what) needs a percent or an amount, and only one",
                        at: node.location, expected: #"{"percent":"5"} or {"amount":"100.00"}"#))
            }
            return nil
        }
    }
}

extension Freight {
    init?(_ node: DataNode, _ what: String, _ currency: Currency, _ findings: Findings) {
        let fields = Fields(node, what, keys: ["amount", "description"], findings)
        description = fields.optionalText("description", limit: 100)
        guard let amount = fields.amount("amount", currency) else {
            fields.missing("amount", "an amount", ())
            return nil
        }
        self.amount = amount
    }
}

extension StatedTotals {
    init(_ node: DataNode, _ currency: Currency, _ findings: Findings) {
        let fields = Fields(
            node, "stated totals", keys: ["taxable", "tax", "payable"], findings)
        taxable = fields.amount("taxable", currency)
        tax = fields.amount("tax", currency)
        payable = fields.amount("payable", currency)
        self.node = node
        if fields.isSound, taxable == nil, tax == nil, payable == nil {
            findings.add(
                Diagnostic(
                    code: "no-totals", "stated totals hold no amount", at: node.location,
                    expected: "at least one of taxable, tax, payable",
                    hint: "leave totals out where the customer states none"))
        }
    }
}

extension ExchangeRate {
    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "exchange rate", keys: ["rate", "source", "date"], findings)
        rate = fields.decimal("rate")
        source = fields.text("source", limit: 100)
        date = fields.date("date")
        if fields.has("rate"), rate <= .zero {
            findings.add(
                Diagnostic(
                    code: "bad-exchange-rate", "an exchange rate must be above zero",
                    at: fields.location("rate"), found: rate.description, expected: "more than 0"))
        }
    }
}

extension Fields {
    /// An amount of 0 or more with no more decimals than the currency has.
    func amount(_ key: String, _ currency: Currency) -> Money? {
        guard let number = optionalDecimal(key, places: currency.minorDigits),
            let value = value(key)
        else { return nil }
        if number.isNegative {
            report(
                "negative-amount", "\(key) is below zero", value, found: number.description,
                expected: "0 or more")
            return nil
        }
        do {
            return try Money(number, currency, .halfAwayFromZero)
        } catch {
            report("number-too-large", "\(key) is too large", value, found: number.description)
            return nil
        }
    }
}

extension DataNode {
    /// The place of a key's value, or of the whole object where the key is absent.
    public func location(of key: String) -> SourceLocation { self[key]?.location ?? location }
}
