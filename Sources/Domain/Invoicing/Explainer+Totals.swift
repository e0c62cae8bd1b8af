import Money
import Tax
import Trade

/// How groups of tax and totals were made.
extension Explainer {
    /// Of prices with tax, where tax is computed once for a rate: the group's value comes first.
    mutating func explainInclusiveGroups(_ made: Calculator.Made) {
        for (index, group) in made.summary.enumerated() {
            for line in group.lines { rest(onValueOf: made.lines[line - 1]) }
            citeFullRate(group.tax)
            explanation.add(.tax(index + 1, .taxable), group.taxable, .groupWithoutTax)
        }
    }

    mutating func explainInclusiveShares(_ made: Calculator.Made) {
        var groups = [Int](repeating: 0, count: made.lines.count)
        for (index, group) in made.summary.enumerated() {
            for line in group.lines { groups[line - 1] = index + 1 }
        }
        for (line, group) in zip(made.lines, groups) {
            if group > 0 { explanation.rest(on: .tax(group, .taxable)) }
            rest(onValueOf: line)
            explanation.add(
                .line(line.number, .taxable), line.taxable,
                group > 0 ? .withoutTaxShare : .pureAgent)
            explainTax(line)
        }
    }

    mutating func explainGroups(_ made: Calculator.Made) {
        let isPerLine = treatment.rounding == .perLine
        for (index, group) in made.summary.enumerated() {
            let n = index + 1
            if isPerLine || !calculator.pricesIncludeTax {
                for line in group.lines { explanation.rest(on: .line(line, .taxable)) }
                explanation.add(.tax(n, .taxable), group.taxable, .sumOfLines)
            }
            for head in group.tax.heads {
                guard let amount = group.amounts[head] else { continue }
                if isPerLine {
                    for line in group.lines { explanation.rest(on: .line(line, head.field)) }
                    explanation.add(.tax(n, head.field), amount, .sumOfLines)
                } else {
                    explanation.rest(on: .tax(n, .taxable))
                    citeRate(group.tax, head)
                    explanation.add(.tax(n, head.field), amount, .groupTax)
                }
            }
            if group.amounts.isEmpty {
                explanation.cite(
                    Fact(
                        "category \(group.tax.category.rawValue)",
                        group.tax.exemption?.reason ?? "\(group.tax.rate) %",
                        source(of: group.tax)))
                explanation.add(.tax(n, .tax), group.total, .notTaxed)
            } else {
                for head in group.tax.heads { explanation.rest(on: .tax(n, head.field)) }
                explanation.add(.tax(n, .tax), group.total, .sumOfHeads)
            }
        }
    }

    mutating func explainTotals(_ made: Calculator.Made) {
        let (lines, totals) = (made.lines, made.totals)
        sum(of: lines, \.net, .lines, totals.lines) { $0.tax.category != .pureAgent }
        if !totals.discount.isZero {
            sum(of: lines, \.documentDiscount, .discount, totals.discount)
        }
        if !totals.freight.isZero { sum(of: lines, \.documentFreight, .freight, totals.freight) }
        if let outside = totals.outside {
            for line in lines where line.tax.category == .pureAgent {
                explanation.rest(on: .line(line.number, .total))
            }
            explanation.add(.totals(.outside), outside, .sumOfLines)
        }
        if let inclusive = totals.inclusive {
            restOnValue(totals)
            if totals.outside != nil { explanation.rest(on: .totals(.outside)) }
            explanation.add(.totals(.inclusive), inclusive, .totalInclusive)
            for index in made.summary.indices {
                explanation.rest(on: .tax(index + 1, .taxable))
            }
            if made.summary.isEmpty { explanation.rest(on: .totals(.lines)) }
            explanation.add(.totals(.taxable), totals.taxable, .sumOfGroups)
        } else {
            restOnValue(totals)
            explanation.add(.totals(.taxable), totals.taxable, .totalTaxable)
        }
        explainTaxes(made)
        explanation.rest(on: .totals(.taxable))
        explanation.rest(on: .totals(.tax))
        if totals.outside != nil { explanation.rest(on: .totals(.outside)) }
        explanation.add(.totals(.total), totals.withTax, .totalWithTax)
        explainRoundOff(totals)
    }

    /// The next step rests on lines, discount and freight.
    private mutating func restOnValue(_ totals: Invoice.Totals) {
        explanation.rest(on: .totals(.lines))
        if !totals.discount.isZero { explanation.rest(on: .totals(.discount)) }
        if !totals.freight.isZero { explanation.rest(on: .totals(.freight)) }
    }

    private mutating func sum(
        of lines: [InvoiceLine], _ value: KeyPath<InvoiceLine, Money>, _ field: Path.Field,
        _ total: Money, where counts: ((InvoiceLine) -> Bool)? = nil
    ) {
        let source: Path.Field =
            switch field {
            case .discount: .documentDiscount
            case .freight: .documentFreight
            default: .net
            }
        var isEmpty = true
        for line in lines {
            let isCounted = counts.map { $0(line) } ?? !line[keyPath: value].isZero
            if isCounted {
                explanation.rest(on: .line(line.number, source))
                isEmpty = false
            }
        }
        // All of it is paid as pure agent: no line has a value.
        if isEmpty { for line in lines { explanation.rest(on: .line(line.number, .taxable)) } }
        explanation.add(.totals(field), total, .sumOfLines)
    }

    private mutating func explainTaxes(_ made: Calculator.Made) {
        let (summary, totals) = (made.summary, made.totals)
        for head in TaxHead.allCases {
            guard let amount = totals.taxes[head] else { continue }
            for (index, group) in summary.enumerated() where group.amounts[head] != nil {
                explanation.rest(on: .tax(index + 1, head.field))
            }
            explanation.add(
                .totals(head.field), amount,
                treatment.isReverseCharge ? .owedByRecipient : .sumOfGroups)
        }
        if let reverseTax = totals.reverseTax {
            for index in summary.indices { explanation.rest(on: .tax(index + 1, .tax)) }
            explanation.add(.totals(.reverseTax), reverseTax, .sumOfGroups)
            explanation.rest(on: .totals(.reverseTax))
            explanation.add(.totals(.tax), totals.tax, .owedByRecipient)
        } else {
            for index in summary.indices { explanation.rest(on: .tax(index + 1, .tax)) }
            // Without any value there is no group.
            if summary.isEmpty { explanation.rest(on: .totals(.taxable)) }
            explanation.add(.totals(.tax), totals.tax, .sumOfGroups)
        }
    }

    private mutating func explainRoundOff(_ totals: Invoice.Totals) {
        if totals.roundOff.isZero { return }
        if totals.inclusive != nil { explanation.rest(on: .totals(.inclusive)) }
        explanation.rest(on: .totals(.total))
        explanation.add(
            .totals(.roundOff), totals.roundOff,
            totals.inclusive == nil ? .roundToWhole : .roundToStated)
    }

    // MARK: What is to be paid

    mutating func explainPrepayments(_ made: Calculator.Made) {
        if made.prepayments.isEmpty { return }
        for (index, used) in made.prepayments.enumerated() {
            let n = index + 1
            let advance = fulfilment.advances.first { $0.number == used.number }
            let source = TermSource.document(.advance, used.number)
            explanation.rest(on: .totals(.total))
            if !made.totals.roundOff.isZero { explanation.rest(on: .totals(.roundOff)) }
            for before in 1..<n { explanation.rest(on: .prepayment(before, .total)) }
            explanation.cite(
                Fact(
                    "left of the advance of \(used.date)", "\(advance?.total ?? used.total)", source
                ))
            explanation.add(.prepayment(n, .total), used.total, .prepaymentUsed)
            for head in TaxHead.allCases {
                guard let tax = used.taxes[head] else { continue }
                explanation.rest(on: .prepayment(n, .total))
                explanation.cite(
                    Fact(
                        "left of its \(head.rawValue.uppercased())",
                        "\(advance?.taxes[head] ?? tax) in \(advance?.total ?? used.total)", source)
                )
                explanation.add(.prepayment(n, head.field), tax, .prepaymentTax)
            }
            if used.taxes.isEmpty {
                explanation.cite(Fact("tax on the advance", "none", source))
                explanation.add(.prepayment(n, .tax), used.tax, .notTaxed)
            } else {
                for head in TaxHead.allCases where used.taxes[head] != nil {
                    explanation.rest(on: .prepayment(n, head.field))
                }
                explanation.add(.prepayment(n, .tax), used.tax, .sumOfHeads)
            }
            explanation.rest(on: .prepayment(n, .total))
            explanation.rest(on: .prepayment(n, .tax))
            explanation.add(.prepayment(n, .taxable), used.taxable, .prepaymentTaxable)
        }
        for index in made.prepayments.indices {
            explanation.rest(on: .prepayment(index + 1, .total))
        }
        if let prepaid = made.totals.prepaid {
            explanation.add(.totals(.prepaid), prepaid, .sumOfPrepayments)
        }
    }

    mutating func explainPayable(_ totals: Invoice.Totals) {
        explanation.rest(on: .totals(.total))
        if !totals.roundOff.isZero { explanation.rest(on: .totals(.roundOff)) }
        if totals.prepaid != nil { explanation.rest(on: .totals(.prepaid)) }
        explanation.add(.totals(.payable), totals.payable, .payable)
    }

    mutating func explainPayment(_ made: Calculator.Made) {
        if made.payment.instalments.isEmpty, made.payment.earlyPayment.isEmpty { return }
        let source = fulfilment.order.paymentTerms.source
        for (index, part) in made.payment.instalments.enumerated() {
            explanation.rest(on: .totals(.payable))
            explanation.cite(Fact("instalment due on \(part.date)", "\(part.percent) %", source))
            explanation.add(
                Path(.instalments, .amount, number: index + 1), part.amount, .instalment)
        }
        for (index, offer) in made.payment.earlyPayment.enumerated() {
            let n = index + 1
            explanation.rest(on: .totals(.payable))
            explanation.cite(Fact("paid until \(offer.until)", "\(offer.percent) %", source))
            explanation.add(
                Path(.earlyPayment, .amount, number: n), offer.amount, .earlyPaymentDiscount)
            explanation.rest(on: .totals(.payable))
            explanation.rest(on: Path(.earlyPayment, .amount, number: n))
            explanation.add(Path(.earlyPayment, .payable, number: n), offer.payable, .earlyPayable)
        }
    }

    mutating func explainExchange(_ exchange: Invoice.Exchange?) {
        guard let exchange else { return }
        let order = fulfilment.order.order
        let rate = Fact(
            "\(exchange.rate.source), \(exchange.rate.date)", "\(exchange.rate.rate)",
            .order(order.id, order.node.location(of: "exchangeRate")))
        for (path, from, amount) in [
            (Path.exchange(.total), Path.totals(.payable), exchange.payable),
            (Path.exchange(.tax), Path.totals(.tax), exchange.tax),
        ] {
            explanation.rest(on: from)
            explanation.cite(rate)
            explanation.add(path, amount, .exchanged)
        }
    }
}
