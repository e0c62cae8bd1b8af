import Money
import Tax
import Trade

extension Calculator {
    /// Lines with their shares, taxable values and, where the regime rounds per line, their taxes.
    func taxLines(
        _ priced: [PricedLine], _ discounts: [Money], _ freights: [Money], _ taxes: [LineTax],
        _ treatment: Treatment
    ) throws(AmountOverflow) -> [InvoiceLine] {
        var lines: [InvoiceLine] = []
        lines.reserveCapacity(priced.count)
        for (index, line) in priced.enumerated() {
            let taxable = try line.net - discounts[index] + freights[index]
            let amounts =
                treatment.rounding == .perLine ? try tax(taxes[index], on: taxable) : TaxAmounts()
            lines.append(
                InvoiceLine(
                    number: index + 1, ordered: line.source.line.ordered,
                    item: line.source.line.item,
                    quantity: line.quantity, unitPrice: line.source.line.unitPrice,
                    per: line.source.line.per, gross: line.gross,
                    discountPercent: line.discountPercent, discount: line.discount,
                    freight: line.freight, net: line.net, documentDiscount: discounts[index],
                    documentFreight: freights[index], taxable: taxable, tax: taxes[index],
                    taxes: amounts, total: try taxable + amounts.total(currency)))
        }
        return lines
    }

    /// round(taxable × rate ÷ 100) for each head. Half heads (CGST, SGST) are rounded from half the
    /// rate each and so are equal; a rounded total is never split.
    private func tax(_ tax: LineTax, on taxable: Money) throws(AmountOverflow) -> TaxAmounts {
        var amounts = TaxAmounts()
        for head in tax.heads {
            let rate = tax.isCharged ? tax.rate(of: head) : .zero
            try amounts.add(percentage(rate, of: taxable), to: head)
        }
        return amounts
    }

    /// Taxable values and taxes by category and rate, in India by HSN too, in the order in which they
    /// first appear. Rounded once here where the regime rounds per rate (BT-117), else summed.
    func taxSummary(
        _ lines: [InvoiceLine], _ treatment: Treatment
    ) throws(AmountOverflow) -> [Invoice.TaxGroup] {
        struct Key: Hashable {
            let hsn: String?
            let tax: LineTax
        }
        var rows = Rows<Key>()
        var taxable: [Money] = []
        var amounts: [TaxAmounts] = []
        for line in lines {
            let hsn = treatment.rounding == .perLine ? line.item.hsn : nil
            let row = rows.row(of: Key(hsn: hsn, tax: line.tax))
            if row == taxable.count {
                taxable.append(.zero(currency))
                amounts.append(TaxAmounts())
            }
            taxable[row] = try taxable[row] + line.taxable
            try amounts[row].add(line.taxes)
        }
        var groups: [Invoice.TaxGroup] = []
        for (row, key) in rows.keys.enumerated() {
            let value = taxable[row]
            let taxes =
                treatment.rounding == .perLine ? amounts[row] : try tax(key.tax, on: value)
            groups.append(
                Invoice.TaxGroup(
                    hsn: key.hsn, tax: key.tax, taxable: value, amounts: taxes,
                    total: try taxes.total(currency)))
        }
        return groups
    }

    /// The document's discount or freight by category and rate: Σ of its lines' shares.
    func adjustments(
        _ lines: [InvoiceLine], _ reason: String, percent: Decimal?,
        _ share: (InvoiceLine) -> Money
    ) throws(AmountOverflow) -> [Invoice.Adjustment] {
        // Most documents have neither.
        if lines.allSatisfy({ share($0).isZero }) { return [] }
        var rows = Rows<LineTax>()
        var sums: [(amount: Money, base: Money)] = []
        for line in lines {
            let row = rows.row(of: line.tax)
            if row == sums.count { sums.append((.zero(currency), .zero(currency))) }
            sums[row].amount = try sums[row].amount + share(line)
            sums[row].base = try sums[row].base + line.net
        }
        var adjustments: [Invoice.Adjustment] = []
        for (tax, (amount, base)) in zip(rows.keys, sums) where !amount.isZero {
            // A share may differ from its own percentage by a minor unit; then only the amount is said.
            var exact: Decimal?
            if let percent, try percentage(percent, of: base) == amount { exact = percent }
            adjustments.append(
                Invoice.Adjustment(
                    reason: reason, percent: exact, base: exact == nil ? nil : base, amount: amount,
                    tax: tax))
        }
        return adjustments
    }

    /// BT-106 to BT-115, and India's round-off to whole rupees.
    func totals(
        _ lines: [InvoiceLine], _ summary: [Invoice.TaxGroup]
    ) throws(AmountOverflow) -> Invoice.Totals {
        let net = try lines.map(\.net).total(currency)
        let discount = try lines.map(\.documentDiscount).total(currency)
        let freight = try lines.map(\.documentFreight).total(currency)
        let taxable = try net - discount + freight
        var taxes = TaxAmounts()
        for group in summary { try taxes.add(group.amounts) }
        let tax = try taxes.total(currency)
        let withTax = try taxable + tax
        var roundOff = Money.zero(currency)
        if company.roundOff, currency == company.currency {
            let whole = withTax.value.rounded(to: 0, .halfAwayFromZero)
            roundOff = try Money(whole, currency, .halfAwayFromZero) - withTax
        }
        return Invoice.Totals(
            lines: net, discount: discount, freight: freight, taxable: taxable, taxes: taxes,
            tax: tax, roundOff: roundOff, withTax: withTax, payable: try withTax + roundOff)
    }

    /// Totals in the company's currency at the order's exchange rate.
    func exchange(_ totals: Invoice.Totals) throws(AmountOverflow) -> Invoice.Exchange? {
        guard let rate = fulfilment.order.order.exchangeRate, currency != company.currency else {
            return nil
        }
        return Invoice.Exchange(
            rate: rate,
            payable: try Money(
                totals.payable.value, times: rate.rate, over: Decimal(1), company.currency),
            tax: try Money(totals.tax.value, times: rate.rate, over: Decimal(1), company.currency))
    }
}

/// Keys numbered from 0 in the order in which they first appear.
private struct Rows<Key: Hashable> {
    private(set) var keys: [Key] = []
    private var numbers: [Key: Int] = [:]

    mutating func row(of key: Key) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }
}
