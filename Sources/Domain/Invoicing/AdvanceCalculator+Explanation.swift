import Money
import Tax

/// How the amounts of an advance were made.
extension AdvanceCalculator {
    func explanation(
        _ shares: [Share], _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup],
        _ totals: Invoice.Totals, _ exchange: Invoice.Exchange?
    ) -> Explanation {
        var explanation = Explanation()
        for (share, line) in zip(shares, lines) { explain(share, line, &explanation) }
        for (index, group) in groups.enumerated() { explain(group, index + 1, &explanation) }
        explain(totals, lines, groups, &explanation)
        if let exchange {
            let rate = Explanation.Fact(
                "\(exchange.rate.source), \(exchange.rate.date)", "\(exchange.rate.rate)",
                source("exchangeRate"))
            explanation.add(
                .exchange(.total), exchange.payable, .exchanged, from: [.totals(.payable)],
                facts: [rate])
            explanation.add(
                .exchange(.tax), exchange.tax, .exchanged, from: [.totals(.tax)], facts: [rate])
        }
        return explanation
    }

    private func source(_ key: String) -> TermSource {
        .order(order.order.id, order.order.node.location(of: key))
    }

    private func explain(
        _ share: Share, _ line: InvoiceLine, _ explanation: inout Explanation
    ) {
        let n = line.number
        let order = source("lines")
        explanation.add(.line(n, .quantity), line.quantity, .advanceUnit, facts: [])
        explanation.add(
            .line(n, .unitPrice), line.unitPrice,
            askedRate(share.tax).isZero ? .advanceShare : .advanceTaxable,
            facts: [
                Explanation.Fact("received on \(received)", amount.plain, order),
                Explanation.Fact(
                    "the order at this rate, with tax",
                    "\(share.worth.plain) of \(whole.totals.withTax.plain)", order),
                Explanation.Fact("share", share.amount.plain, order),
            ])
        explanation.add(
            .line(n, .gross), line.gross, .quantityTimesPrice,
            from: [.line(n, .quantity), .line(n, .unitPrice)])
        explanation.add(.line(n, .net), line.net, .lineNet, from: [.line(n, .gross)])
        explanation.add(.line(n, .taxable), line.taxable, .lineTaxable, from: [.line(n, .net)])
        var parts: [Explanation.Path] = [.line(n, .taxable)]
        for head in line.tax.heads {
            guard let tax = line.taxes[head] else { continue }
            explanation.add(
                .line(n, head.field), tax, .lineTax, from: [.line(n, .taxable)],
                facts: [rate(line.tax, head)])
            if !whole.treatment.isReverseCharge { parts.append(.line(n, head.field)) }
        }
        explanation.add(.line(n, .total), line.total, .lineTotal, from: parts)
    }

    private func explain(
        _ group: Invoice.TaxGroup, _ n: Int, _ explanation: inout Explanation
    ) {
        explanation.add(
            .tax(n, .taxable), group.taxable, .sumOfLines,
            from: group.lines.map { .line($0, .taxable) })
        var parts: [Explanation.Path] = []
        for head in group.tax.heads {
            guard let tax = group.amounts[head] else { continue }
            if whole.treatment.rounding == .perLine {
                explanation.add(
                    .tax(n, head.field), tax, .sumOfLines,
                    from: group.lines.map { .line($0, head.field) })
            } else {
                explanation.add(
                    .tax(n, head.field), tax, .groupTax, from: [.tax(n, .taxable)],
                    facts: [rate(group.tax, head)])
            }
            parts.append(.tax(n, head.field))
        }
        if parts.isEmpty {
            explanation.add(
                .tax(n, .tax), group.total, .notTaxed,
                facts: [
                    Explanation.Fact(
                        "category \(group.tax.category.rawValue)",
                        group.tax.exemption?.reason ?? "\(group.tax.rate) %", law(group.tax))
                ])
        } else {
            explanation.add(.tax(n, .tax), group.total, .sumOfHeads, from: parts)
        }
    }

    private func explain(
        _ totals: Invoice.Totals, _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup],
        _ explanation: inout Explanation
    ) {
        let isAgent = { (line: InvoiceLine) in line.tax.category == .pureAgent }
        explanation.add(
            .totals(.lines), totals.lines, .sumOfLines,
            from: lines.filter { !isAgent($0) }.map { .line($0.number, .net) })
        explanation.add(
            .totals(.taxable), totals.taxable, .totalTaxable, from: [.totals(.lines)])
        let rule = whole.treatment.isReverseCharge ? Explanation.Rule.notTaxed : .sumOfGroups
        for head in TaxHead.allCases {
            guard let tax = totals.taxes[head] else { continue }
            explanation.add(
                .totals(head.field), tax, rule,
                from: groups.indices.filter { groups[$0].amounts[head] != nil }
                    .map { .tax($0 + 1, head.field) })
        }
        let taxes = groups.indices.map { Explanation.Path.tax($0 + 1, .tax) }
        explanation.add(.totals(.tax), totals.tax, rule, from: taxes)
        var parts: [Explanation.Path] = [.totals(.taxable), .totals(.tax)]
        if let reverse = totals.reverseTax {
            explanation.add(.totals(.reverseTax), reverse, .sumOfGroups, from: taxes)
        }
        if let outside = totals.outside {
            explanation.add(
                .totals(.outside), outside, .sumOfLines,
                from: lines.filter(isAgent).map { .line($0.number, .net) })
            parts.append(.totals(.outside))
        }
        explanation.add(.totals(.total), totals.withTax, .totalWithTax, from: parts)
        parts = [.totals(.total)]
        if !totals.roundOff.isZero {
            explanation.add(
                .totals(.roundOff), totals.roundOff, .advanceResidue, from: [.totals(.total)],
                facts: [
                    Explanation.Fact(
                        "received on \(received)", amount.plain, source("lines"))
                ])
            parts.append(.totals(.roundOff))
        }
        explanation.add(.totals(.payable), totals.payable, .payable, from: parts)
    }

    private func rate(_ tax: LineTax, _ head: TaxHead) -> Explanation.Fact {
        Explanation.Fact(
            .rate(
                head, received, tax.isCharged ? tax.rate(of: head) : tax.rate,
                isCharged: tax.isCharged), law(tax))
    }

    /// The law behind a rate, as far as it is told; else the regime's.
    private func law(_ tax: LineTax) -> TermSource {
        tax.law.map { .law($0) } ?? .regime(whole.regime)
    }
}
