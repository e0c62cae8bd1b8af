import Money
import Tax
import Trade

/// Notes how each amount was made, beside the amounts.
struct Explainer {
    typealias Path = Explanation.Path
    typealias Fact = Explanation.Fact

    let calculator: Calculator
    let treatment: Treatment
    private(set) var explanation = Explanation()
    /// Of each part, what its delivery's record says; made once, cited by every line.
    private let deliveries: [TermSource]
    private let deliveryNames: [String]
    private var rates: [RateKey: Fact] = [:]

    private struct RateKey: Hashable {
        let tax: LineTax
        let head: TaxHead
    }

    var fulfilment: Fulfilment { calculator.fulfilment }
    var currency: Currency { calculator.currency }
    var regime: any Regime { calculator.regime }

    init(_ calculator: Calculator, _ treatment: Treatment) {
        self.calculator = calculator
        self.treatment = treatment
        let parts = calculator.fulfilment.parts
        deliveries = parts.map { .delivery($0.delivery) }
        deliveryNames = parts.map { "delivered on \($0.delivery.date)" }
    }

    /// A step; steps it rests on come before it.
    mutating func add(
        _ path: Path, _ amount: Money, _ rule: Explanation.Rule, from: [Path] = [],
        facts: [Fact] = []
    ) {
        explanation.add(path, amount, rule, from: from, facts: facts)
    }

    mutating func add(
        _ path: Path, _ number: Decimal, _ rule: Explanation.Rule, from: [Path] = [],
        facts: [Fact] = []
    ) {
        explanation.add(path, number, rule, from: from, facts: facts)
    }

    mutating func explain(
        _ priced: [Calculator.PricedLine], _ lines: [InvoiceLine], _ summary: [Invoice.TaxGroup],
        _ totals: Invoice.Totals, _ exchange: Invoice.Exchange?
    ) {
        explanation.reserve(lines.count * 10 + summary.count * 4 + 16)
        for (source, line) in zip(priced, lines) {
            explainPrice(source, line)
            explainNet(source, line)
            explainTax(line)
        }
        explainGroups(summary)
        explainTotals(lines, summary, totals)
        explainExchange(exchange)
    }

    // MARK: Lines

    private mutating func explainPrice(
        _ source: Calculator.PricedLine, _ line: InvoiceLine
    ) {
        let n = line.number
        let part = fulfilment.parts[source.part]
        let order = TermSource.order(part.order.order.id, source.line.ordered.node.location)
        let quantity = Fact(
            "ordered, line \(source.line.ordered.number)", "\(source.line.ordered.quantity)", order)
        let delivered = deliveries[source.part]
        switch part.event {
        case .milestone(let milestone):
            add(
                .line(n, .quantity), line.quantity, .milestoneUnit, facts: [quantity])
            add(
                .line(n, .unitPrice), line.unitPrice, .milestonePrice,
                facts: [
                    Fact(
                        "milestone \(milestone.id), \(milestone.percent) %",
                        "from \(source.before) % to \(source.after) %", delivered),
                    Fact(
                        "price", priceText(source.line), source.line.pricing.source),
                ])
        case .period(let period):
            add(
                .line(n, .quantity), line.quantity, .periodQuantity,
                facts: [quantity, Fact("period", "\(period.first) to \(period.last)", delivered)])
            explainUnitPrice(source, line)
        case .delivery:
            add(
                .line(n, .quantity), line.quantity, .quantityDelivered,
                facts: [
                    quantity,
                    Fact(
                        deliveryNames[source.part],
                        "from \(source.before) to \(source.after)", delivered),
                ])
            explainUnitPrice(source, line)
        }
        add(
            .line(n, .gross), line.gross, .quantityTimesPrice,
            from: [.line(n, .quantity), .line(n, .unitPrice)])
    }

    private mutating func explainUnitPrice(
        _ source: Calculator.PricedLine, _ line: InvoiceLine
    ) {
        let pricing = source.line.pricing
        let rule: Explanation.Rule =
            switch (pricing.terms, pricing.source) {
            case (.volume, _): .volumeTier
            case (.graduated, _): .graduatedTier
            case (.package, _): .packagePrice
            case (.flat, .order): .statedPrice
            case (.flat, .priceList): .listPrice
            case (.flat, _): .contractPrice
            }
        let name =
            source.slice?.tier.map { "tier \($0.label)" }
            ?? "price"
        let price = Invoicing.priceText(line.unitPrice, per: line.per, currency)
        var facts = [Fact(name, price, pricing.source)]
        facts += approvals(["price-mismatch", "tier-mismatch"], source)
        add(.line(line.number, .unitPrice), line.unitPrice, rule, facts: facts)
    }

    /// The approvals under which a line's term deviates from what was agreed.
    private func approvals(_ codes: [String], _ source: Calculator.PricedLine) -> [Fact] {
        let order = fulfilment.parts[source.part].order
        if order.approved.isEmpty { return [] }
        let number = source.line.ordered.number
        return order.approved.filter { codes.contains($0.approval.code) && $0.line == number }
            .map { deviation in
                Fact(
                    "approved by \(deviation.approval.by) on \(deviation.approval.date)",
                    "\(deviation.approval.reason) (agreed: \(deviation.expected ?? "none"))",
                    .order(order.order.id, source.line.ordered.node.location))
            }
    }

    private func priceText(_ line: ReviewedOrder.Line) -> String {
        line.slices.map { Invoicing.priceText($0.unitPrice, per: $0.per, currency) }
            .joined(separator: ", ")
    }

    private mutating func explainNet(
        _ source: Calculator.PricedLine, _ line: InvoiceLine
    ) {
        let n = line.number
        let order = fulfilment.parts[source.part].order
        var parts: [Path] = [.line(n, .gross)]
        if !line.discount.isZero, let discount = source.line.discount {
            add(
                .line(n, .discount), line.discount,
                line.discountPercent == nil ? .discountShare : .discountPercent,
                from: line.discountPercent == nil ? [] : [.line(n, .gross)],
                facts: [Fact("line discount", discount.terms.description, discount.source)]
                    + approvals(["discount-mismatch"], source) + progress(source))
            parts.append(.line(n, .discount))
        }
        if !line.freight.isZero, let freight = source.line.ordered.freight {
            add(
                .line(n, .freight), line.freight, .freightShare,
                facts: [
                    Fact(
                        "line freight", freight.amount.description,
                        .order(order.order.id, source.line.ordered.node.location(of: "freight")))
                ] + progress(source))
            parts.append(.line(n, .freight))
        }
        add(.line(n, .net), line.net, .lineNet, from: parts)
        parts = [.line(n, .net)]
        if !line.documentDiscount.isZero, let discount = order.discount {
            add(
                .line(n, .documentDiscount), line.documentDiscount, .documentDiscountShare,
                from: [.line(n, .net)],
                facts: [
                    Fact("document discount", discount.terms.description, discount.source)
                ])
            parts.append(.line(n, .documentDiscount))
        }
        if !line.documentFreight.isZero, let freight = order.freight {
            add(
                .line(n, .documentFreight), line.documentFreight, .documentFreightShare,
                from: parts,
                facts: [
                    Fact(
                        "freight, \(freight.charged.rawValue)",
                        freight.freight.amount.description, freight.source)
                ])
            parts.append(.line(n, .documentFreight))
        }
        add(.line(n, .taxable), line.taxable, .lineTaxable, from: parts)
    }

    /// How far the line has come, where its share depends on it.
    private func progress(_ source: Calculator.PricedLine) -> [Fact] {
        if source.line.discount.map({ if case .percent = $0.terms.size { true } else { false } })
            ?? false
        {
            return []
        }
        return [
            Fact(
                "billed", "from \(source.before) to \(source.after) of \(source.source.whole)",
                deliveries[source.part])
        ]
    }

    private mutating func explainTax(_ line: InvoiceLine) {
        let n = line.number
        var parts: [Path] = [.line(n, .taxable)]
        for head in line.tax.heads {
            guard let amount = line.taxes[head] else { continue }
            add(
                .line(n, head.field), amount, .lineTax, from: [.line(n, .taxable)],
                facts: [rate(line.tax, head)])
            parts.append(.line(n, head.field))
        }
        add(.line(n, .total), line.total, .lineTotal, from: parts)
    }

    /// The rate of a head, made once for each kind of tax.
    mutating func rate(_ tax: LineTax, _ head: TaxHead) -> Fact {
        let key = RateKey(tax: tax, head: head)
        if let known = rates[key] { return known }
        let rate = tax.isCharged ? "\(tax.rate(of: head)) %" : "0 %, rated \(tax.rate) %"
        let fact = Fact(
            "\(head.rawValue.uppercased()) on \(treatment.taxPoint)", rate, .regime(regime.name))
        rates[key] = fact
        return fact
    }
}

extension TaxHead {
    /// The key under which its amounts stand.
    var field: Explanation.Path.Field {
        switch self {
        case .vat: .vat
        case .cgst: .cgst
        case .sgst: .sgst
        case .utgst: .utgst
        case .igst: .igst
        case .salesTax: .salesTax
        }
    }
}
