import Money
import Tax
import Trade

/// Notes how each amount was made, beside the amounts.
struct Explainer {
    typealias Path = Explanation.Path
    typealias Fact = Explanation.Fact

    let calculator: Calculator
    let treatment: Treatment
    var explanation = Explanation()
    /// Of each part, what its delivery's record says; made once, cited by every line.
    private let deliveries: [TermSource]
    private var laws: [(law: String, source: TermSource)] = []
    private let regimeSource: TermSource

    var fulfilment: Fulfilment { calculator.fulfilment }
    var currency: Currency { calculator.currency }

    /// The steps of all amounts.
    static func explanation(
        of made: Calculator.Made, _ calculator: Calculator, _ treatment: Treatment
    ) -> Explanation {
        var explainer = Explainer(calculator, treatment)
        explainer.explain(made)
        return explainer.explanation
    }

    private init(_ calculator: Calculator, _ treatment: Treatment) {
        self.calculator = calculator
        self.treatment = treatment
        deliveries = calculator.fulfilment.parts.map { .delivery($0.delivery) }
        regimeSource = .regime(calculator.regime.name)
    }

    private mutating func explain(_ made: Calculator.Made) {
        let count = made.lines.count
        explanation.reserve(
            steps: count * 10 + made.summary.count * 4 + 16,
            paths: count * 18 + made.summary.count * 6 + 24, facts: count * 6 + 16)
        explainPlace()
        let isInclusive = calculator.pricesIncludeTax
        if isInclusive, treatment.rounding == .perRate {
            for (source, line) in zip(made.priced, made.lines) { explainValue(source, line) }
            explainInclusiveGroups(made)
            explainInclusiveShares(made)
        } else {
            for (source, line) in zip(made.priced, made.lines) {
                explainValue(source, line)
                explainTaxable(line)
                explainTax(line)
            }
        }
        explainGroups(made)
        explainTotals(made)
        explainPrepayments(made)
        explainPayable(made.totals)
        explainPayment(made)
        explainExchange(made.exchange)
    }

    /// The State that decides between central and integrated tax: every tax of a line rests on it.
    private mutating func explainPlace() {
        guard let place = treatment.placeOfSupply else { return }
        let reason = treatment.placeReason
        let law = reason.map { TermSource.law($0.law) } ?? regimeSource
        if let reason, let stated = reason.stated {
            explanation.cite(Fact("place of supply, decided", stated, law))
            if let proposed = reason.proposed {
                explanation.cite(Fact("proposed, \(proposed.name)", reason.words, law))
            }
        } else {
            explanation.cite(
                Fact("place of supply, \(place.name)", reason?.words ?? place.code, law))
        }
        explanation.add(
            Path(.placeOfSupply, .code), Explanation.Amount.code(place.code), .placeOfSupply)
    }

    // MARK: Price

    /// A line up to its shares of the document's discount and freight.
    private mutating func explainValue(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        explainPrice(source, line)
        explainNet(source, line)
        explainShares(source, line)
    }

    private mutating func explainPrice(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        let n = line.number
        let ordered = fulfilment.parts[source.part].lines[source.row].line.ordered
        let delivered = deliveries[source.part]
        explanation.cite(
            Fact(
                .ordered(line: ordered.number, quantity: ordered.quantity),
                .order(fulfilment.parts[source.part].order.order.id, ordered.node.location)))
        switch fulfilment.parts[source.part].event {
        case .milestone(let milestone):
            explanation.add(.line(n, .quantity), .number(line.quantity), .milestoneUnit)
            explainMilestone(milestone, source, line)
        case .period(let period):
            explanation.cite(Fact(.period(period), delivered))
            explanation.add(.line(n, .quantity), .number(line.quantity), .periodQuantity)
            explainUnitPrice(source, line)
        case .delivery:
            let date = fulfilment.parts[source.part].delivery.date
            explanation.cite(
                Fact(.delivered(date, from: source.before, to: source.after), delivered))
            explanation.add(.line(n, .quantity), .number(line.quantity), .quantityDelivered)
            explainUnitPrice(source, line)
        }
        explanation.rest(on: .line(n, .quantity))
        explanation.rest(on: .line(n, .unitPrice))
        explanation.add(.line(n, .gross), line.gross, .quantityTimesPrice)
    }

    private mutating func explainMilestone(
        _ milestone: Milestone, _ source: Calculator.PricedLine, _ line: InvoiceLine
    ) {
        let reviewed = fulfilment.parts[source.part].lines[source.row].line
        explanation.cite(
            Fact(
                "milestone \(milestone.id), \(milestone.percent) %",
                "from \(source.before) % to \(source.after) %", deliveries[source.part]))
        let prices = reviewed.slices.map { priceText($0.unitPrice, per: $0.per, currency) }
        explanation.cite(Fact("price", prices.joined(separator: ", "), reviewed.pricing.source))
        explanation.add(
            .line(line.number, .unitPrice), .number(line.unitPrice), .milestonePrice)
    }

    private mutating func explainUnitPrice(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        let pricing = fulfilment.parts[source.part].lines[source.row].line.pricing
        let rule: Explanation.Rule =
            switch (pricing.terms, pricing.source) {
            case (.volume, _): .volumeTier
            case (.graduated, _): .graduatedTier
            case (.package, _): .packagePrice
            case (.flat, .order): .statedPrice
            case (.flat, .priceList): .listPrice
            case (.flat, _): .contractPrice
            }
        let tier = source.slice.flatMap {
            fulfilment.parts[source.part].lines[source.row].line.slices[$0].tier
        }
        if let tier {
            explanation.cite(Fact(.tier(tier, per: line.per, currency), pricing.source))
        } else {
            explanation.cite(
                Fact(.price(line.unitPrice, per: line.per, currency), pricing.source))
        }
        citeApprovals(["price-mismatch", "tier-mismatch"], source)
        explanation.add(.line(line.number, .unitPrice), .number(line.unitPrice), rule)
    }

    /// The approvals under which a line's term deviates from what was agreed.
    private mutating func citeApprovals(_ codes: [String], _ source: Calculator.PricedLine) {
        if fulfilment.parts[source.part].order.approved.isEmpty { return }
        let order = fulfilment.parts[source.part].order
        let ordered = fulfilment.parts[source.part].lines[source.row].line.ordered
        for deviation in order.approved
        where codes.contains(deviation.approval.code) && deviation.line == ordered.number {
            explanation.cite(
                Fact(
                    "approved by \(deviation.approval.by) on \(deviation.approval.date)",
                    "\(deviation.approval.reason) (agreed: \(deviation.expected ?? "none"))",
                    .order(order.order.id, ordered.node.location)))
        }
    }

    // MARK: Net

    private mutating func explainNet(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        let n = line.number
        if !line.discount.isZero { explainDiscount(source, line) }
        if !line.freight.isZero { explainFreight(source, line) }
        explanation.rest(on: .line(n, .gross))
        if !line.discount.isZero { explanation.rest(on: .line(n, .discount)) }
        if !line.freight.isZero { explanation.rest(on: .line(n, .freight)) }
        explanation.add(.line(n, .net), line.net, .lineNet)
    }

    private mutating func explainDiscount(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        guard let discount = fulfilment.parts[source.part].lines[source.row].line.discount else {
            return
        }
        let isPercent = line.discountPercent != nil
        if isPercent { explanation.rest(on: .line(line.number, .gross)) }
        explanation.cite(Fact(.lineDiscount(discount.terms.size), discount.source))
        citeApprovals(["discount-mismatch"], source)
        citeProgress(source)
        explanation.add(
            .line(line.number, .discount), line.discount,
            isPercent ? .discountPercent : .discountShare)
    }

    private mutating func explainFreight(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        let ordered = fulfilment.parts[source.part].lines[source.row].line.ordered
        guard let freight = ordered.freight else { return }
        explanation.cite(
            Fact(
                .lineFreight(freight.amount),
                .order(
                    fulfilment.parts[source.part].order.order.id,
                    ordered.node.location(of: "freight"))))
        citeProgress(source)
        explanation.add(.line(line.number, .freight), line.freight, .freightShare)
    }

    /// How far the line has come, where its share depends on it.
    private mutating func citeProgress(_ source: Calculator.PricedLine) {
        if source.discountPercent != nil { return }
        let line = fulfilment.parts[source.part].lines[source.row]
        if case .percent? = line.line.discount?.terms.size { return }
        explanation.cite(
            Fact(
                .billed(from: source.before, to: source.after, whole: line.whole),
                deliveries[source.part]))
    }

    private mutating func explainShares(_ source: Calculator.PricedLine, _ line: InvoiceLine) {
        let n = line.number
        if !line.documentDiscount.isZero,
            let discount = fulfilment.parts[source.part].order.discount
        {
            explanation.rest(on: .line(n, .net))
            explanation.cite(Fact(.documentDiscount(discount.terms.size), discount.source))
            explanation.add(
                .line(n, .documentDiscount), line.documentDiscount, .documentDiscountShare)
        }
        if !line.documentFreight.isZero, let freight = fulfilment.parts[source.part].order.freight {
            explanation.rest(on: .line(n, .net))
            if !line.documentDiscount.isZero { explanation.rest(on: .line(n, .documentDiscount)) }
            explanation.cite(
                Fact(.documentFreight(freight.freight.amount, freight.charged), freight.source))
            explanation.add(
                .line(n, .documentFreight), line.documentFreight, .documentFreightShare)
        }
    }

    // MARK: Tax of lines

    /// The next step rests on all that a line comes to before tax is looked at.
    mutating func rest(onValueOf line: InvoiceLine) {
        let n = line.number
        explanation.rest(on: .line(n, .net))
        if !line.documentDiscount.isZero { explanation.rest(on: .line(n, .documentDiscount)) }
        if !line.documentFreight.isZero { explanation.rest(on: .line(n, .documentFreight)) }
    }

    private mutating func explainTaxable(_ line: InvoiceLine) {
        rest(onValueOf: line)
        var rule = Explanation.Rule.lineTaxable
        if line.tax.category == .pureAgent {
            rule = .pureAgent
        } else if calculator.pricesIncludeTax {
            rule = .lineWithoutTax
            citeFullRate(line.tax)
        }
        explanation.add(.line(line.number, .taxable), line.taxable, rule)
    }

    mutating func explainTax(_ line: InvoiceLine) {
        let n = line.number
        if line.tax.category == .pureAgent {
            explanation.rest(on: .line(n, .net))
            explanation.add(.line(n, .total), line.total, .paidAsAgent)
            return
        }
        if !line.taxes.isEmpty {
            for head in line.tax.heads {
                guard let amount = line.taxes[head] else { continue }
                explanation.rest(on: .line(n, .taxable))
                if treatment.placeOfSupply != nil {
                    explanation.rest(on: Path(.placeOfSupply, .code))
                }
                citeRate(line.tax, head)
                explanation.add(.line(n, head.field), amount, .lineTax)
            }
        }
        explanation.rest(on: .line(n, .taxable))
        if !line.taxes.isEmpty, !treatment.isReverseCharge {
            for head in line.tax.heads { explanation.rest(on: .line(n, head.field)) }
        }
        explanation.add(.line(n, .total), line.total, .lineTotal)
    }

    /// The rate of a head and the law behind it.
    mutating func citeRate(_ tax: LineTax, _ head: TaxHead) {
        explanation.cite(
            Fact(
                .rate(
                    head, treatment.taxPoint, tax.isCharged ? tax.rate(of: head) : tax.rate,
                    isCharged: tax.isCharged), source(of: tax)))
    }

    /// The rate of the tax that a price contains.
    mutating func citeFullRate(_ tax: LineTax) {
        explanation.cite(
            Fact(
                .fullRate(calculator.chargedRate(tax, treatment), treatment.taxPoint),
                source(of: tax)))
    }

    /// The law of a rate; cited by every line that bears it.
    mutating func source(of tax: LineTax) -> TermSource {
        guard let law = tax.law else { return regimeSource }
        if let known = laws.first(where: { $0.law == law }) { return known.source }
        let source = TermSource.law(law)
        laws.append((law, source))
        return source
    }
}
