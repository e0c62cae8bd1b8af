import Formats
import Money
import Tax
import Trade

extension Calculator {
    /// Lines with their shares, taxable values and, where the regime rounds per line, their taxes.
    func taxLines(
        _ priced: [PricedLine], _ discounts: [Money], _ freights: [Money], _ taxes: [[LineTax]],
        _ treatment: Treatment
    ) throws(AmountOverflow) -> [InvoiceLine] {
        // Slices of one order line are taxed alike.
        var known: [Int: LineTax] = [:]
        var part = -1
        var lines: [InvoiceLine] = []
        lines.reserveCapacity(priced.count)
        for (index, line) in priced.enumerated() {
            if line.part != part {
                part = line.part
                known = [:]
                for (source, tax) in zip(fulfilment.parts[part].lines, taxes[part]) {
                    known[source.line.ordered.number] = tax
                }
            }
            guard let tax = known[line.line.ordered.number] else { continue }
            let taxable = try line.net - discounts[index] + freights[index]
            let amounts =
                treatment.rounding == .perLine ? try self.tax(tax, on: taxable) : TaxAmounts()
            lines.append(
                InvoiceLine(
                    number: index + 1, part: line.part, orderLine: line.line.ordered.number,
                    item: line.line.item.id, kind: line.line.item.kind,
                    name: line.line.ordered.description ?? line.line.item.name,
                    note: line.line.ordered.note ?? line.line.item.note,
                    hsn: line.line.item.hsn, commodityCode: line.line.item.commodityCode,
                    countryOfOrigin: line.line.item.countryOfOrigin, unit: unit(of: line),
                    quantity: line.quantity,
                    unitPrice: line.unitPrice, per: line.per, gross: line.gross,
                    discountPercent: line.discountPercent,
                    discountReason: line.line.discount?.terms.reason, discount: line.discount,
                    freightDescription: line.line.ordered.freight?.description,
                    freight: line.freight, net: line.net, documentDiscount: discounts[index],
                    documentFreight: freights[index], taxable: taxable, tax: tax, taxes: amounts,
                    total: try taxable + amounts.total(currency)))
        }
        return lines
    }

    /// The item's unit; a milestone's share is one of its own kind.
    private func unit(of line: PricedLine) -> String {
        line.slice == nil ? regime.unitOfOne(line.line.item) : line.line.item.unit
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
        var members: [[Int]] = []
        for line in lines {
            let hsn = treatment.rounding == .perLine ? line.hsn : nil
            let row = rows.row(of: Key(hsn: hsn, tax: line.tax))
            if row == taxable.count {
                taxable.append(.zero(currency))
                amounts.append(TaxAmounts())
                members.append([])
            }
            members[row].append(line.number)
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
                    total: try taxes.total(currency), lines: members[row]))
        }
        return groups
    }

    /// The document's discounts or freights by reason, category and rate: Σ of its lines' shares.
    func adjustments(
        _ lines: [InvoiceLine], discounts: Bool
    ) throws(AmountOverflow) -> [Invoice.Adjustment] {
        struct Key: Hashable {
            let reason: String
            let percent: Decimal?
            let tax: LineTax
        }
        // Most documents have neither.
        if lines.allSatisfy({ (discounts ? $0.documentDiscount : $0.documentFreight).isZero }) {
            return []
        }
        var rows = Rows<Key>()
        var sums: [(amount: Money, base: Money)] = []
        for line in lines {
            let order = fulfilment.parts[line.part].order
            var key = Key(
                reason: order.freight?.freight.description ?? "", percent: nil, tax: line.tax)
            if discounts {
                var percent: Decimal?
                if case .percent(let rate)? = order.discount?.terms.size { percent = rate }
                key = Key(
                    reason: order.discount?.terms.reason ?? "", percent: percent, tax: line.tax)
            }
            let row = rows.row(of: key)
            if row == sums.count { sums.append((.zero(currency), .zero(currency))) }
            let share = discounts ? line.documentDiscount : line.documentFreight
            sums[row].amount = try sums[row].amount + share
            sums[row].base = try sums[row].base + line.net
        }
        var adjustments: [Invoice.Adjustment] = []
        for (key, (amount, base)) in zip(rows.keys, sums) where !amount.isZero {
            // A share may differ from its own percentage by a minor unit; then only the amount is said.
            var exact: Decimal?
            if let percent = key.percent, try percentage(percent, of: base) == amount {
                exact = percent
            }
            adjustments.append(
                Invoice.Adjustment(
                    reason: key.reason, percent: exact, base: exact == nil ? nil : base,
                    amount: amount, tax: key.tax))
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
            tax: tax, withTax: withTax, roundOff: roundOff, payable: try withTax + roundOff)
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
