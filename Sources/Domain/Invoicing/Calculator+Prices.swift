import Diagnostics
import Money
import Trade

extension Calculator {
    /// A line before the document's discount and freight are split over it.
    struct PricedLine {
        let source: Fulfilment.Line
        let quantity: Decimal
        let gross: Money
        let discountPercent: Decimal?
        let discount: Money
        let freight: Money
        let net: Money
    }

    /// Net line = round(quantity × unit price ÷ base quantity) − line discount + line freight.
    ///
    /// A discount in percent is rounded on this invoice's gross; amounts stated for the whole line
    /// are billed with the quantity, cumulatively, so that split deliveries add up to them.
    func priceLines() throws(AmountOverflow) -> [PricedLine] {
        var lines: [PricedLine] = []
        lines.reserveCapacity(fulfilment.lines.count)
        for source in fulfilment.lines {
            let line = source.line
            let quantity = try source.after - source.before
            let gross = try Money(quantity, times: line.unitPrice, over: line.per, currency)
            var discount = Money.zero(currency)
            var percent: Decimal?
            switch line.ordered.discount?.size {
            case .percent(let rate):
                percent = rate
                discount = try percentage(rate, of: gross)
            case .amount(let whole): discount = try part(of: whole, source)
            case nil: break
            }
            let freight =
                try line.ordered.freight.map { (freight) throws(AmountOverflow) in
                    try part(of: freight.amount, source)
                } ?? .zero(currency)
            lines.append(
                PricedLine(
                    source: source, quantity: quantity, gross: gross, discountPercent: percent,
                    discount: discount, freight: freight, net: try gross - discount + freight))
        }
        return lines
    }

    /// The document's discount on this invoice, and each line's share of it.
    ///
    /// A percentage is one rounded amount of this invoice's net lines. An amount belongs to the whole
    /// order: it is split over the order's lines by largest remainder, and each share is billed with
    /// its line's quantity.
    func documentDiscount(
        _ lines: [PricedLine]
    ) throws(AmountOverflow) -> (percent: Decimal?, shares: [Money]) {
        let none = [Money](repeating: .zero(currency), count: lines.count)
        switch fulfilment.order.order.discount?.size {
        case nil: return (nil, none)
        case .percent(let rate):
            // What is worth less than nothing is refused by `checkDiscounts`.
            if lines.contains(where: \.net.isNegative) { return (rate, none) }
            let whole = try percentage(rate, of: lines.map(\.net).total(currency))
            return (rate, try whole.split(by: lines.map(\.net)))
        case .amount(let whole):
            var nets: [Money] = []
            for line in fulfilment.order.lines { nets.append(try fullNet(line)) }
            if nets.contains(where: \.isNegative) { return (nil, none) }
            let shares = try whole.split(by: nets)
            var byNumber: [Int: Money] = [:]
            for (line, share) in zip(fulfilment.order.lines, shares) {
                byNumber[line.ordered.number] = share
            }
            var now: [Money] = []
            for line in lines {
                let share = byNumber[line.source.line.ordered.number] ?? .zero(currency)
                now.append(try part(of: share, line.source))
            }
            return (nil, now)
        }
    }

    /// The document's freight, on the order's first invoice, split by what each line is worth.
    func documentFreight(
        _ lines: [PricedLine], _ discounts: [Money]
    ) throws(AmountOverflow) -> [Money] {
        guard fulfilment.isFirst, let freight = fulfilment.order.order.freight else {
            return [Money](repeating: .zero(currency), count: lines.count)
        }
        var weights: [Money] = []
        for (line, discount) in zip(lines, discounts) { weights.append(try line.net - discount) }
        return try freight.amount.split(by: weights)
    }

    /// No line and no document may be worth less than nothing.
    func checkDiscounts(
        _ lines: [PricedLine], _ discount: (percent: Decimal?, shares: [Money]),
        _ findings: Findings
    ) throws(AmountOverflow) -> Bool {
        var isSound = true
        for (line, share) in zip(lines, discount.shares) {
            if try !(line.net - share).isNegative { continue }
            let node = line.source.line.ordered.node
            findings.add(
                Diagnostic(
                    code: "discount-exceeds-value",
                    "line \(line.source.line.ordered.number): discounts are larger than the line is worth",
                    at: node.location(of: "discount"),
                    found: "\(line.discount) on the line, \(share) of the document's",
                    expected: "together at most \(try line.gross + line.freight)"))
            isSound = false
        }
        return isSound
    }

    /// The net of a whole order line, as if all of it were billed at once.
    private func fullNet(_ line: ReviewedOrder.Line) throws(AmountOverflow) -> Money {
        let gross = try Money(
            line.ordered.quantity, times: line.unitPrice, over: line.per, currency)
        let freight = line.ordered.freight?.amount ?? .zero(currency)
        switch line.ordered.discount?.size {
        case .percent(let rate): return try gross - percentage(rate, of: gross) + freight
        case .amount(let amount): return try gross - amount + freight
        case nil: return try gross + freight
        }
    }

    private func part(
        of whole: Money, _ source: Fulfilment.Line
    ) throws(AmountOverflow) -> Money {
        try whole.part(
            from: source.before, to: source.after, of: source.line.ordered.quantity)
    }

    /// round(amount × rate ÷ 100).
    func percentage(_ rate: Decimal, of amount: Money) throws(AmountOverflow) -> Money {
        try Money(amount.value, times: rate, over: Decimal(100), currency)
    }
}
