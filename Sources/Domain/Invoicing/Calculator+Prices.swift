import Diagnostics
import Money
import Tax
import Trade

extension Calculator {
    /// A line as its amounts are made: numbers alone, and the places of what they are made from.
    struct PricedLine {
        /// The number of its part in the fulfilment, and of its line there, from 0.
        let part: Int
        let row: Int
        /// Its place among the taxes of all lines of all parts.
        let tax: Int
        /// Which slice of the ordered quantity it bills; `nil` for a milestone's share.
        let slice: Int?
        /// From where to where it goes within the line's whole.
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
        /// Shares of the document's.
        var documentDiscount: Money
        var documentFreight: Money
        var taxable: Money
    }

    /// Net line = round(quantity × unit price ÷ base quantity) − line discount + line freight.
    ///
    /// A line whose price has graduated tiers becomes one line a tier reached. A discount in percent
    /// is rounded on this invoice's gross; amounts stated for the whole line are billed with the
    /// quantity, cumulatively, so that split deliveries add up to them.
    func priceLines(_ taxes: [LineTax]) throws(AmountOverflow) -> [PricedLine] {
        var lines: [PricedLine] = []
        lines.reserveCapacity(taxes.count)
        var tax = 0
        for number in fulfilment.parts.indices {
            var isMilestone = false
            if case .milestone = fulfilment.parts[number].event { isMilestone = true }
            for row in fulfilment.parts[number].lines.indices {
                let source = fulfilment.parts[number].lines[row]
                if isMilestone {
                    lines.append(try milestoneLine(source, number, row, tax))
                } else {
                    for (index, slice) in source.line.slices.enumerated() {
                        let before = max(source.before, slice.from)
                        let after = min(source.after, slice.to)
                        if before >= after { continue }
                        lines.append(
                            try line(
                                source, slice, from: before, to: after,
                                Place(part: number, row: row, tax: tax, slice: index)))
                    }
                }
                tax += 1
            }
        }
        return lines
    }

    /// Where a priced line comes from.
    private struct Place {
        let part: Int
        let row: Int
        let tax: Int
        let slice: Int
    }

    private func line(
        _ source: Fulfilment.Line, _ slice: PriceSlice, from before: Decimal, to after: Decimal,
        _ place: Place
    ) throws(AmountOverflow) -> PricedLine {
        let zero = Money.zero(currency)
        let quantity = try after - before
        let gross = try Money(quantity, times: slice.unitPrice, over: slice.per, currency)
        var discount = zero
        var percent: Decimal?
        switch source.line.discount?.terms.size {
        case .percent(let rate):
            percent = rate
            discount = try percentage(rate, of: gross)
        case .amount(let whole):
            discount = try whole.part(from: before, to: after, of: source.whole)
        case nil: break
        }
        var freight = zero
        if let whole = source.line.ordered.freight?.amount {
            freight = try whole.part(from: before, to: after, of: source.whole)
        }
        let net = try gross - discount + freight
        return PricedLine(
            part: place.part, row: place.row, tax: place.tax, slice: place.slice, before: before,
            after: after, quantity: quantity, unitPrice: slice.unitPrice, per: slice.per,
            gross: gross, discountPercent: percent, discount: discount, freight: freight,
            net: net, documentDiscount: zero, documentFreight: zero, taxable: net)
    }

    /// A milestone bills one unit at the line's value up to it less that up to the one before: all
    /// milestones together are the line to the minor unit.
    private func milestoneLine(
        _ source: Fulfilment.Line, _ part: Int, _ row: Int, _ tax: Int
    ) throws(AmountOverflow) -> PricedLine {
        let whole = try fullAmounts(source.line)
        let (before, after) = (source.before, source.after)
        let gross = try whole.gross.part(from: before, to: after, of: source.whole)
        let discount = try whole.discount.part(from: before, to: after, of: source.whole)
        let freight = try whole.freight.part(from: before, to: after, of: source.whole)
        let net = try gross - discount + freight
        return PricedLine(
            part: part, row: row, tax: tax, slice: nil, before: before, after: after,
            quantity: Decimal(1), unitPrice: gross.value, per: Decimal(1), gross: gross,
            discountPercent: nil, discount: discount, freight: freight, net: net,
            documentDiscount: .zero(currency), documentFreight: .zero(currency), taxable: net)
    }

    /// The amounts of a whole order line, as if all of it were billed at once.
    func fullAmounts(
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
        try amount.percentage(rate)
    }
}
