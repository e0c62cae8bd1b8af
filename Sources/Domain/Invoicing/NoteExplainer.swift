import Money
import Tax
import Trade

/// Notes how each amount of a note follows from what was left before it and is left after.
struct NoteExplainer {
    typealias Path = Explanation.Path
    typealias Fact = Explanation.Fact

    let calculator: NoteCalculator
    private(set) var explanation = Explanation()
    private let document: TermSource

    private var original: Invoice { calculator.original }

    init(_ calculator: NoteCalculator) {
        self.calculator = calculator
        document = .document(calculator.original.kind, calculator.original.number)
    }

    mutating func explain(
        _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup], _ totals: Invoice.Totals,
        _ exchange: Invoice.Exchange?
    ) throws(AmountOverflow) {
        for (take, line) in zip(calculator.takes, lines) {
            explainNet(take, line)
            explainTax(take, line)
        }
        try explainGroups(lines, groups)
        try explainTotals(lines, groups, totals)
        explainExchange(exchange)
    }

    private mutating func explainNet(_ take: NoteCalculator.Take, _ line: InvoiceLine) {
        let n = line.number
        let left = Fact(
            "left of line \(take.line.number)",
            "\(take.before.quantity) for \(take.before.taxable)", document)
        explanation.add(.line(n, .quantity), line.quantity, .noteAsked, facts: [left])
        explanation.add(
            .line(n, .unitPrice), line.unitPrice, .notePrice,
            facts: [
                Fact(
                    "price of line \(take.line.number)",
                    priceText(take.line.unitPrice, per: take.line.per, calculator.currency),
                    document)
            ])
        explanation.add(
            .line(n, .gross), line.gross, .quantityTimesPrice,
            from: [.line(n, .quantity), .line(n, .unitPrice)])
        var parts: [Path] = [.line(n, .gross)]
        for (field, amount) in [
            (Explanation.Path.Field.discount, line.discount), (.freight, line.freight),
        ] where !amount.isZero {
            explanation.add(
                .line(n, field), amount, .noteDifference, from: [.line(n, .gross)],
                facts: [Fact("taken of line \(take.line.number)", take.amount.plain, document)])
            parts.append(.line(n, field))
        }
        explanation.add(.line(n, .net), line.net, take.rule, from: parts, facts: [left])
        explanation.add(.line(n, .taxable), line.taxable, .lineTaxable, from: [.line(n, .net)])
    }

    private mutating func explainTax(_ take: NoteCalculator.Take, _ line: InvoiceLine) {
        let n = line.number
        var parts: [Path] = [.line(n, .taxable)]
        for head in line.tax.heads {
            guard let amount = line.taxes[head] else { continue }
            explanation.add(
                .line(n, head.field), amount, .noteTax, from: [.line(n, .taxable)],
                facts: facts(line.tax, head, take.before.taxable, take.after.taxable))
            if !original.treatment.isReverseCharge { parts.append(.line(n, head.field)) }
        }
        explanation.add(.line(n, .total), line.total, .lineTotal, from: parts)
    }

    private mutating func explainGroups(
        _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup]
    ) throws(AmountOverflow) {
        let isPerLine = original.treatment.rounding == .perLine
        for (index, group) in groups.enumerated() {
            let n = index + 1
            explanation.add(
                .tax(n, .taxable), group.taxable, .sumOfLines,
                from: group.lines.map { .line($0, .taxable) })
            var parts: [Path] = []
            for head in group.tax.heads {
                guard let amount = group.amounts[head] else { continue }
                if isPerLine {
                    explanation.add(
                        .tax(n, head.field), amount, .sumOfLines,
                        from: group.lines.map { .line($0, head.field) })
                } else if let first = group.lines.first {
                    let key = NoteCalculator.GroupKey(lines[first - 1], .perRate)
                    explanation.add(
                        .tax(n, head.field), amount, .noteTax, from: [.tax(n, .taxable)],
                        facts: facts(
                            group.tax, head, try calculator.base(of: key, calculator.before),
                            try calculator.base(of: key, calculator.after)))
                }
                parts.append(.tax(n, head.field))
            }
            if parts.isEmpty {
                explanation.add(
                    .tax(n, .tax), group.total, .notTaxed,
                    facts: [
                        Fact(
                            "category \(group.tax.category.rawValue)",
                            group.tax.exemption?.reason ?? "\(group.tax.rate) %", document)
                    ])
            } else {
                explanation.add(.tax(n, .tax), group.total, .sumOfHeads, from: parts)
            }
        }
    }

    private mutating func explainTotals(
        _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup], _ totals: Invoice.Totals
    ) throws(AmountOverflow) {
        let isAgent = { (line: InvoiceLine) in line.tax.category == .pureAgent }
        let nets = lines.filter { !isAgent($0) }.map { Path.line($0.number, .net) }
        explanation.add(.totals(.lines), totals.lines, .sumOfLines, from: nets)
        explanation.add(
            .totals(.taxable), totals.taxable, .totalTaxable, from: [.totals(.lines)])
        let isReverse = original.treatment.isReverseCharge
        for head in TaxHead.allCases {
            guard let amount = totals.taxes[head] else { continue }
            explanation.add(
                .totals(head.field), amount, isReverse ? .notTaxed : .sumOfGroups,
                from: groups.indices.filter { groups[$0].amounts[head] != nil }
                    .map { .tax($0 + 1, head.field) })
        }
        let taxes = groups.indices.map { Path.tax($0 + 1, .tax) }
        explanation.add(
            .totals(.tax), totals.tax, isReverse ? .notTaxed : .sumOfGroups, from: taxes)
        var parts: [Path] = [.totals(.taxable), .totals(.tax)]
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
                .totals(.roundOff), totals.roundOff, .notePayable, from: [.totals(.total)],
                facts: [
                    Fact(
                        "to be paid before",
                        try calculator.reckon(calculator.before).payable.plain, document)
                ])
            parts.append(.totals(.roundOff))
        }
        explanation.add(.totals(.payable), totals.payable, .payable, from: parts)
    }

    private mutating func explainExchange(_ exchange: Invoice.Exchange?) {
        guard let exchange else { return }
        let rate = Fact(
            "\(exchange.rate.source), \(exchange.rate.date)", "\(exchange.rate.rate)", document)
        explanation.add(
            .exchange(.total), exchange.payable, .exchanged, from: [.totals(.payable)],
            facts: [rate])
        explanation.add(
            .exchange(.tax), exchange.tax, .exchanged, from: [.totals(.tax)], facts: [rate])
    }

    /// The rate of a head, and what it is applied to before and after the note.
    private func facts(
        _ tax: LineTax, _ head: TaxHead, _ before: Money, _ after: Money
    ) -> [Fact] {
        let rate = tax.isCharged ? tax.rate(of: head) : tax.rate
        return [
            Fact(
                .rate(head, original.taxPoint, rate, isCharged: tax.isCharged),
                tax.law.map { .law($0) } ?? document),
            Fact("taxed before and after", "\(before.plain) and \(after.plain)", document),
        ]
    }
}
