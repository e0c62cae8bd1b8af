import Money
import Tax
import Trade

/// How groups of tax and totals were made.
extension Explainer {
    mutating func explainGroups(_ summary: [Invoice.TaxGroup]) {
        let isPerLine = treatment.rounding == .perLine
        for (index, group) in summary.enumerated() {
            let n = index + 1
            add(
                .tax(n, .taxable), group.taxable, .sumOfLines,
                from: group.lines.map { .line($0, .taxable) })
            var parts: [Path] = []
            for head in group.tax.heads {
                guard let amount = group.amounts[head] else { continue }
                if isPerLine {
                    add(
                        .tax(n, head.field), amount, .sumOfLines,
                        from: group.lines.map { .line($0, head.field) })
                } else {
                    add(
                        .tax(n, head.field), amount, .groupTax, from: [.tax(n, .taxable)],
                        facts: [rate(group.tax, head)])
                }
                parts.append(.tax(n, head.field))
            }
            if parts.isEmpty {
                add(
                    .tax(n, .tax), group.total, .notTaxed,
                    facts: [
                        Fact(
                            "category \(group.tax.category.rawValue)",
                            group.tax.exemption?.reason ?? "\(group.tax.rate) %",
                            .regime(regime.name))
                    ])
            } else {
                add(.tax(n, .tax), group.total, .sumOfHeads, from: parts)
            }
        }
    }

    mutating func explainTotals(
        _ lines: [InvoiceLine], _ summary: [Invoice.TaxGroup], _ totals: Invoice.Totals
    ) {
        add(
            .totals(.lines), totals.lines, .sumOfLines, from: lines.map { .line($0.number, .net) })
        var parts: [Path] = [.totals(.lines)]
        if !totals.discount.isZero {
            add(
                .totals(.discount), totals.discount, .sumOfLines,
                from: lines.filter { !$0.documentDiscount.isZero }
                    .map { .line($0.number, .documentDiscount) })
            parts.append(.totals(.discount))
        }
        if !totals.freight.isZero {
            add(
                .totals(.freight), totals.freight, .sumOfLines,
                from: lines.filter { !$0.documentFreight.isZero }
                    .map { .line($0.number, .documentFreight) })
            parts.append(.totals(.freight))
        }
        add(.totals(.taxable), totals.taxable, .totalTaxable, from: parts)
        for head in TaxHead.allCases {
            guard let amount = totals.taxes[head] else { continue }
            add(
                .totals(head.field), amount, .sumOfGroups,
                from: summary.indices.filter { summary[$0].amounts[head] != nil }
                    .map { .tax($0 + 1, head.field) })
        }
        add(
            .totals(.tax), totals.tax, .sumOfGroups,
            from: summary.indices.map { .tax($0 + 1, .tax) })
        add(
            .totals(.total), totals.withTax, .totalWithTax,
            from: [.totals(.taxable), .totals(.tax)])
        parts = [.totals(.total)]
        if !totals.roundOff.isZero {
            add(
                .totals(.roundOff), totals.roundOff, .roundToWhole, from: [.totals(.total)])
            parts.append(.totals(.roundOff))
        }
        add(.totals(.payable), totals.payable, .payable, from: parts)
    }

    mutating func explainExchange(
        _ exchange: Invoice.Exchange?
    ) {
        guard let exchange else { return }
        let order = fulfilment.order.order
        let rate = Fact(
            "\(exchange.rate.source), \(exchange.rate.date)", "\(exchange.rate.rate)",
            .order(order.id, order.node.location(of: "exchangeRate")))
        add(
            .exchange(.total), exchange.payable, .exchanged, from: [.totals(.payable)],
            facts: [rate])
        add(
            .exchange(.tax), exchange.tax, .exchanged, from: [.totals(.tax)], facts: [rate])
    }
}
