import Formats
import Money
import Tax
import Trade

extension Calculator {
    /// BT-106 to BT-115 before prepayments, and the round-off: to whole units where the company wants
    /// that, to the stated sum where prices are stated with tax.
    func totals(
        _ lines: [InvoiceLine], _ summary: [Invoice.TaxGroup], _ treatment: Treatment
    ) throws(AmountOverflow) -> Invoice.Totals {
        let zero = Money.zero(currency)
        var (net, discount, freight, taxable) = (zero, zero, zero, zero)
        var outside: Money?
        for line in lines {
            if line.tax.category == .pureAgent {
                outside = try (outside ?? zero) + line.net
                continue
            }
            net = try net + line.net
            discount = try discount + line.documentDiscount
            freight = try freight + line.documentFreight
            taxable = try taxable + line.taxable
        }
        var taxes = TaxAmounts()
        for group in summary { try taxes.add(group.amounts) }
        var tax = try taxes.total(currency)
        var reverseTax: Money?
        if treatment.isReverseCharge {
            reverseTax = tax
            taxes = taxes.zeros
            tax = zero
        }
        let withTax = try taxable + tax + (outside ?? zero)
        var inclusive: Money?
        if pricesIncludeTax { inclusive = try net - discount + freight + (outside ?? zero) }
        let roundOff = try roundOff(withTax, inclusive)
        return Invoice.Totals(
            lines: net, discount: discount, freight: freight, inclusive: inclusive,
            taxable: taxable, taxes: taxes, tax: tax, reverseTax: reverseTax, outside: outside,
            withTax: withTax, roundOff: roundOff, payable: try withTax + roundOff)
    }

    /// What is missing to whole units of the company's currency, half away from zero; where prices
    /// are stated with tax, what is missing to their sum.
    private func roundOff(
        _ withTax: Money, _ inclusive: Money?
    ) throws(AmountOverflow) -> Money {
        if let inclusive { return try inclusive - withTax }
        guard company.roundOff, currency == company.currency else { return .zero(currency) }
        let whole = withTax.value.rounded(to: 0, .halfAwayFromZero)
        return try Money(whole, currency, .halfAwayFromZero) - withTax
    }

    /// Takes advances off what is to be paid, the oldest first, as far as they go (BT-113).
    func prepaying(
        _ totals: Invoice.Totals, _ lines: [InvoiceLine]
    ) throws(AmountOverflow) -> (totals: Invoice.Totals, prepayments: [Invoice.Prepayment]) {
        if fulfilment.advances.isEmpty { return (totals, []) }
        var prepayments: [Invoice.Prepayment] = []
        var payable = totals.payable
        var rests = try shares(of: payable, lines)
        for advance in fulfilment.advances {
            let order = advance.order ?? fulfilment.order.order.id
            guard let rest = rests[order], let used = try advance.prepayment(upTo: rest) else {
                continue
            }
            rests[order] = try rest - used.total
            payable = try payable - used.total
            prepayments.append(used)
        }
        if prepayments.isEmpty { return (totals, []) }
        let paid = Invoice.Totals(
            lines: totals.lines, discount: totals.discount, freight: totals.freight,
            inclusive: totals.inclusive, taxable: totals.taxable, taxes: totals.taxes,
            tax: totals.tax, reverseTax: totals.reverseTax, outside: totals.outside,
            withTax: totals.withTax, roundOff: totals.roundOff, invoiced: totals.payable,
            prepaid: try totals.payable - payable, payable: payable)
        return (paid, prepayments)
    }

    /// What of the amount payable belongs to each order: an advance pays for its own order only.
    /// Split by what the orders' lines come to with their tax, largest remainder.
    private func shares(
        of payable: Money, _ lines: [InvoiceLine]
    ) throws(AmountOverflow) -> [String: Money] {
        var orders: [String] = []
        var weights: [Money] = []
        for line in lines {
            let order = fulfilment.parts[line.part].order.order.id
            if !orders.contains(order) {
                orders.append(order)
                weights.append(.zero(currency))
            }
            var worth = line.total
            if line.taxes.isEmpty, line.tax.isCharged {
                worth = try worth + percentage(line.tax.rate, of: line.taxable)
            }
            let place = orders.firstIndex(of: order) ?? 0
            weights[place] = try weights[place] + worth
        }
        if orders.count < 2 { return [fulfilment.order.order.id: payable] }
        return Dictionary(
            uniqueKeysWithValues: zip(orders, try payable.split(by: weights)))
    }

    /// Totals in the company's currency at the order's exchange rate.
    func exchange(_ totals: Invoice.Totals) throws(AmountOverflow) -> Invoice.Exchange? {
        guard let rate = fulfilment.order.order.exchangeRate, currency != company.currency else {
            return nil
        }
        let payable = try Money(
            totals.payable.value, times: rate.rate, over: Decimal(1), company.currency)
        return Invoice.Exchange(
            rate: rate, payable: payable,
            tax: try Money(totals.tax.value, times: rate.rate, over: Decimal(1), company.currency),
            words: AmountInWords.text(payable, language: company.language))
    }
}
