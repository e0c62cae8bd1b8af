import Diagnostics
import Money
import Trade

extension Calculator {
    /// A line before the document's discount and freight are split over it.
    struct PricedLine {
        /// The number of its part in the fulfilment, from 0.
        let part: Int
        let source: Fulfilment.Line
        /// The slice of the ordered quantity it bills; `nil` for a milestone's share.
        let slice: PriceSlice?
        /// From where to where it goes within `source.whole`.
        let before: Decimal
        let after: Decimal
        let quantity: Decimal
        let unitPrice: Decimal
        let per: Decimal
        let gross: Money
        let discountPercent: Decimal?
        let discount: Money
        let freight: Money
        let net: Money

        var line: ReviewedOrder.Line { source.line }
    }

    /// Net line = round(quantity × unit price ÷ base quantity) − line discount + line freight.
    ///
    /// A line whose price has graduated tiers becomes one line a tier reached. A discount in percent
    /// is rounded on this invoice's gross; amounts stated for the whole line are billed with the
    /// quantity, cumulatively, so that split deliveries add up to them.
    func priceLines() throws(AmountOverflow) -> [PricedLine] {
        var lines: [PricedLine] = []
        for (number, part) in fulfilment.parts.enumerated() {
            for source in part.lines {
                if case .milestone = part.event {
                    lines.append(try milestoneLine(source, number))
                    continue
                }
                for slice in source.line.slices {
                    let before = max(source.before, slice.from)
                    let after = min(source.after, slice.to)
                    if before >= after { continue }
                    lines.append(try line(source, slice, from: before, to: after, number))
                }
            }
        }
        return lines
    }

    private func line(
        _ source: Fulfilment.Line, _ slice: PriceSlice, from before: Decimal, to after: Decimal,
        _ part: Int
    ) throws(AmountOverflow) -> PricedLine {
        let quantity = try after - before
        let gross = try Money(quantity, times: slice.unitPrice, over: slice.per, currency)
        var discount = Money.zero(currency)
        var percent: Decimal?
        switch source.line.discount?.terms.size {
        case .percent(let rate):
            percent = rate
            discount = try percentage(rate, of: gross)
        case .amount(let whole):
            discount = try whole.part(from: before, to: after, of: source.whole)
        case nil: break
        }
        let freight =
            try source.line.ordered.freight.map { (freight) throws(AmountOverflow) in
                try freight.amount.part(from: before, to: after, of: source.whole)
            } ?? .zero(currency)
        return PricedLine(
            part: part, source: source, slice: slice, before: before, after: after,
            quantity: quantity, unitPrice: slice.unitPrice, per: slice.per, gross: gross,
            discountPercent: percent, discount: discount, freight: freight,
            net: try gross - discount + freight)
    }

    /// A milestone bills one unit at the line's value up to it less that up to the one before: all
    /// milestones together are the line to the minor unit.
    private func milestoneLine(
        _ source: Fulfilment.Line, _ part: Int
    ) throws(AmountOverflow) -> PricedLine {
        let whole = try fullAmounts(source.line)
        let (before, after) = (source.before, source.after)
        let gross = try whole.gross.part(from: before, to: after, of: source.whole)
        let discount = try whole.discount.part(from: before, to: after, of: source.whole)
        let freight = try whole.freight.part(from: before, to: after, of: source.whole)
        return PricedLine(
            part: part, source: source, slice: nil, before: before, after: after,
            quantity: Decimal(1), unitPrice: gross.value, per: Decimal(1), gross: gross,
            discountPercent: nil, discount: discount, freight: freight,
            net: try gross - discount + freight)
    }

    /// The document's discount on this invoice: each line's share of it.
    ///
    /// A percentage is one rounded amount of the net lines: of all of them where every part grants
    /// the same, else of each part's. An amount belongs to the whole order: it is split over the
    /// order's lines by largest remainder, and each share is billed with its line's quantity.
    func documentDiscounts(_ lines: [PricedLine]) throws(AmountOverflow) -> [Money] {
        let rates = Set(fulfilment.parts.map { $0.order.discount?.terms.percent })
        if rates.count == 1, let rate = rates.first ?? nil, !lines.contains(where: \.net.isNegative)
        {
            let nets = lines.map(\.net)
            return try percentage(rate, of: nets.total(currency)).split(by: nets)
        }
        return try shares(lines) { (part, lines) throws(AmountOverflow) in
            switch part.order.discount?.terms.size {
            case nil: return nil
            case .percent(let rate):
                // What is worth less than nothing is refused by `checkDiscounts`.
                if lines.contains(where: \.net.isNegative) { return nil }
                let whole = try percentage(rate, of: lines.map(\.net).total(currency))
                return try whole.split(by: lines.map(\.net))
            case .amount(let whole): return try byQuantity(whole, part.order, lines)
            }
        }
    }

    /// The document's freight, split by what each line is worth, on the invoices that its terms name:
    /// the order's first, each one, or all by quantity.
    func documentFreights(
        _ lines: [PricedLine], _ discounts: [Money]
    ) throws(AmountOverflow) -> [Money] {
        var first = 0
        return try shares(lines) { (part, lines) throws(AmountOverflow) in
            let mine = discounts[first..<first + lines.count]
            first += lines.count
            guard let agreed = part.order.freight else { return nil }
            switch agreed.charged {
            case .included: return nil
            case .byQuantity: return try byQuantity(agreed.freight.amount, part.order, lines)
            case .firstDelivery where !part.isFirst: return nil
            case .firstDelivery, .eachDelivery:
                var weights: [Money] = []
                for (line, discount) in zip(lines, mine) { weights.append(try line.net - discount) }
                return try agreed.freight.amount.split(by: weights)
            }
        }
    }

    /// Shares of an amount of each part over its own lines; zeros where a part has none.
    private func shares(
        _ lines: [PricedLine],
        _ split: (Fulfilment.Part, ArraySlice<PricedLine>) throws(AmountOverflow) -> [Money]?
    ) throws(AmountOverflow) -> [Money] {
        var shares: [Money] = []
        shares.reserveCapacity(lines.count)
        for (number, part) in fulfilment.parts.enumerated() {
            let start = shares.count
            let end = lines[start...].firstIndex { $0.part != number } ?? lines.count
            let none = [Money](repeating: .zero(currency), count: end - start)
            shares += try split(part, lines[start..<end]) ?? none
        }
        return shares
    }

    /// An amount of the whole order, split over the order's lines by what they are worth; of each
    /// share what belongs to the quantity that is billed now.
    private func byQuantity(
        _ whole: Money, _ order: ReviewedOrder, _ lines: ArraySlice<PricedLine>
    ) throws(AmountOverflow) -> [Money]? {
        var nets: [Money] = []
        for line in order.lines { nets.append(try fullAmounts(line).net) }
        if nets.contains(where: \.isNegative) { return nil }
        var byNumber: [Int: Money] = [:]
        for (line, share) in zip(order.lines, try whole.split(by: nets)) {
            byNumber[line.ordered.number] = share
        }
        var parts: [Money] = []
        for line in lines {
            let share = byNumber[line.line.ordered.number] ?? .zero(currency)
            parts.append(try share.part(from: line.before, to: line.after, of: line.source.whole))
        }
        return parts
    }

    /// No line may be worth less than nothing.
    func checkDiscounts(
        _ lines: [PricedLine], _ shares: [Money], _ findings: Findings
    ) throws(AmountOverflow) -> Bool {
        var isSound = true
        for (line, share) in zip(lines, shares) {
            if try !(line.net - share).isNegative { continue }
            let node = line.line.ordered.node
            findings.add(
                Diagnostic(
                    code: "discount-exceeds-value",
                    "line \(line.line.ordered.number): discounts are larger than the line is worth",
                    at: node.location(of: "discount"),
                    found: "\(line.discount) on the line, \(share) of the document's",
                    expected: "together at most \(try line.gross + line.freight)"))
            isSound = false
        }
        return isSound
    }

    /// The amounts of a whole order line, as if all of it were billed at once.
    private func fullAmounts(
        _ line: ReviewedOrder.Line
    ) throws(AmountOverflow) -> (gross: Money, discount: Money, freight: Money, net: Money) {
        var (gross, discount) = (Money.zero(currency), Money.zero(currency))
        for slice in line.slices {
            let part = try Money(
                slice.to - slice.from, times: slice.unitPrice, over: slice.per, currency)
            gross = try gross + part
            if case .percent(let rate)? = line.discount?.terms.size {
                discount = try discount + percentage(rate, of: part)
            }
        }
        if case .amount(let amount)? = line.discount?.terms.size { discount = amount }
        let freight = line.ordered.freight?.amount ?? .zero(currency)
        return (gross, discount, freight, try gross - discount + freight)
    }

    /// round(amount × rate ÷ 100).
    func percentage(_ rate: Decimal, of amount: Money) throws(AmountOverflow) -> Money {
        try Money(amount.value, times: rate, over: Decimal(100), currency)
    }
}
