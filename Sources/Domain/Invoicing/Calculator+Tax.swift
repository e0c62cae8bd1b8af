import Money
import Tax
import Trade

extension Calculator {
    /// Lines that are taxed together: one category and rate, in India one HSN too.
    struct TaxRow {
        let key: TaxKey
        var tax: LineTax
        /// Places among the priced lines.
        var lines: [Int]
    }

    /// What makes lines one group of the tax summary.
    struct TaxKey: Hashable {
        let hsn: String?
        let category: TaxCategory
        let rate: Decimal
        let heads: [TaxHead]

        init(hsn: String?, _ tax: LineTax) {
            self.hsn = hsn
            category = tax.category
            rate = tax.rate
            heads = tax.heads
        }
    }

    /// The groups of the tax summary in the order in which they first appear.
    ///
    /// EN 16931 has one for each category and rate (BR-S-08 ff.): several exemptions of one category
    /// are told together. What is paid as pure agent is in none.
    func taxRows(
        _ lines: [PricedLine], _ taxes: [LineTax], _ treatment: Treatment
    ) -> [TaxRow] {
        var numbers = Numbers<TaxKey>()
        var rows: [TaxRow] = []
        // Slices of one order line follow each other and are taxed alike.
        var last = (tax: -1, row: -1)
        for (index, line) in lines.enumerated() {
            if line.tax != last.tax {
                let tax = taxes[line.tax]
                if tax.category == .pureAgent { continue }
                let hsn =
                    treatment.rounding == .perLine
                    ? fulfilment.parts[line.part].lines[line.row].line.item.hsn : nil
                let key = TaxKey(hsn: hsn, tax)
                let row = numbers.number(of: key)
                if row == rows.count {
                    rows.append(TaxRow(key: key, tax: tax, lines: []))
                } else if rows[row].tax != tax {
                    rows[row].tax = rows[row].tax.joined(with: tax)
                }
                last = (line.tax, row)
            }
            rows[last.row].lines.append(index)
        }
        return rows
    }

    /// What tax is on: net − share of the discount + share of the freight; where these contain the
    /// tax, without it.
    func setTaxables(
        _ lines: inout [PricedLine], _ taxes: [LineTax], _ rows: [TaxRow],
        _ treatment: Treatment
    ) throws(AmountOverflow) {
        for index in lines.indices {
            let line = lines[index]
            let tax = taxes[line.tax]
            if tax.category == .pureAgent {
                lines[index].taxable = .zero(currency)
                continue
            }
            var taxable = try line.net - line.documentDiscount + line.documentFreight
            if pricesIncludeTax, treatment.rounding == .perLine {
                taxable = try withoutTax(taxable, rate: chargedRate(tax, treatment))
            }
            lines[index].taxable = taxable
        }
        guard pricesIncludeTax, treatment.rounding == .perRate else { return }
        for row in rows {
            let weights = row.lines.map { lines[$0].taxable }
            let whole = try withoutTax(
                weights.total(currency), rate: chargedRate(row.tax, treatment))
            for (line, share) in zip(row.lines, try whole.split(by: weights)) {
                lines[line].taxable = share
            }
        }
    }

    /// round(amount × 100 ÷ (100 + rate)).
    ///
    /// Where value and tax can give the amount at all, they do with this value: adding the tax and
    /// rounding gives round(value × (100 + rate) ÷ 100), and a value that comes back to the amount
    /// lies less than half a unit from the exact quotient.
    private func withoutTax(_ amount: Money, rate: Decimal) throws(AmountOverflow) -> Money {
        try Money(amount.value, times: Decimal(100), over: Decimal(100) + rate, currency)
    }

    /// The rate of the tax that stated prices contain: none where none is asked for.
    func chargedRate(_ tax: LineTax, _ treatment: Treatment) -> Decimal {
        tax.isCharged && !tax.heads.isEmpty && !treatment.isReverseCharge ? tax.rate : .zero
    }

    /// Lines with their taxes, where the regime rounds per line.
    func invoiceLines(
        _ priced: [PricedLine], _ taxes: [LineTax], _ treatment: Treatment
    ) throws(AmountOverflow) -> [InvoiceLine] {
        var lines: [InvoiceLine] = []
        lines.reserveCapacity(priced.count)
        for line in priced {
            let tax = taxes[line.tax]
            var amounts = TaxAmounts()
            var total = line.taxable
            if tax.category == .pureAgent {
                total = line.net
            } else if treatment.rounding == .perLine {
                amounts = try self.tax(tax, on: line.taxable)
                if !treatment.isReverseCharge { total = try total + amounts.total(currency) }
            }
            lines.append(invoiceLine(line, lines.count + 1, tax, amounts, total: total))
        }
        return lines
    }

    private func invoiceLine(
        _ line: PricedLine, _ number: Int, _ tax: LineTax, _ amounts: TaxAmounts, total: Money
    ) -> InvoiceLine {
        let source = fulfilment.parts[line.part].lines[line.row].line
        let (item, ordered) = (source.item, source.ordered)
        return InvoiceLine(
            number: number, part: line.part, orderLine: ordered.number, item: item.id,
            kind: item.kind, name: ordered.description ?? item.name,
            note: ordered.note ?? item.note, hsn: item.hsn, commodityCode: item.commodityCode,
            countryOfOrigin: item.countryOfOrigin,
            // A milestone's share is one of its own kind.
            unit: line.slice == nil ? regime.unitOfOne(item) : item.unit,
            quantity: line.quantity, unitPrice: line.unitPrice, per: line.per, gross: line.gross,
            discountPercent: line.discountPercent, discountReason: source.discount?.terms.reason,
            discount: line.discount, freightDescription: ordered.freight?.description,
            freight: line.freight, net: line.net, documentDiscount: line.documentDiscount,
            documentFreight: line.documentFreight, taxable: line.taxable, tax: tax,
            taxes: amounts, total: total)
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

    /// Taxable values and taxes of each group: rounded once here where the regime rounds per rate
    /// (BT-117), else summed.
    func taxSummary(
        _ lines: [InvoiceLine], _ rows: [TaxRow], _ treatment: Treatment
    ) throws(AmountOverflow) -> [Invoice.TaxGroup] {
        var groups: [Invoice.TaxGroup] = []
        groups.reserveCapacity(rows.count)
        for row in rows {
            var taxable = Money.zero(currency)
            var amounts = TaxAmounts()
            for line in row.lines {
                taxable = try taxable + lines[line].taxable
                try amounts.add(lines[line].taxes)
            }
            if treatment.rounding == .perRate { amounts = try tax(row.tax, on: taxable) }
            groups.append(
                Invoice.TaxGroup(
                    hsn: row.key.hsn, tax: row.tax, taxable: taxable, amounts: amounts,
                    total: try amounts.total(currency), lines: row.lines.map { $0 + 1 }))
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
            let tax: TaxKey
        }
        // Most documents have neither.
        if lines.allSatisfy({ (discounts ? $0.documentDiscount : $0.documentFreight).isZero }) {
            return []
        }
        var numbers = Numbers<Key>()
        var sums: [(amount: Money, base: Money, tax: LineTax)] = []
        for line in lines where line.tax.category != .pureAgent {
            let order = fulfilment.parts[line.part].order
            let terms = order.discount?.terms
            let reason = discounts ? terms?.reason : order.freight?.freight.description
            let row = numbers.number(
                of: Key(
                    reason: reason ?? "", percent: discounts ? terms?.percent : nil,
                    tax: TaxKey(hsn: nil, line.tax)))
            if row == sums.count { sums.append((.zero(currency), .zero(currency), line.tax)) }
            let share = discounts ? line.documentDiscount : line.documentFreight
            sums[row].amount = try sums[row].amount + share
            sums[row].base = try sums[row].base + line.net
        }
        var adjustments: [Invoice.Adjustment] = []
        for (key, (amount, base, tax)) in zip(numbers.keys, sums) where !amount.isZero {
            // A share may differ from its own percentage by a minor unit; then only the amount is said.
            var exact: Decimal?
            if let percent = key.percent, try percentage(percent, of: base) == amount {
                exact = percent
            }
            adjustments.append(
                Invoice.Adjustment(
                    reason: key.reason, percent: exact, base: exact == nil ? nil : base,
                    amount: amount, tax: tax))
        }
        return adjustments
    }
}

/// Keys numbered from 0 in the order in which they first appear.
private struct Numbers<Key: Hashable> {
    private(set) var keys: [Key] = []
    /// Only where they are many: a few are found sooner by looking at each.
    private var numbers: [Key: Int] = [:]
    private static var few: Int { 12 }

    mutating func number(of key: Key) -> Int {
        if keys.count <= Self.few {
            if let known = keys.firstIndex(of: key) { return known }
        } else if let known = numbers[key] {
            return known
        }
        keys.append(key)
        if keys.count == Self.few + 1 {
            for (number, key) in keys.enumerated() { numbers[key] = number }
        } else if keys.count > Self.few {
            numbers[key] = keys.count - 1
        }
        return keys.count - 1
    }
}

extension LineTax {
    /// Both in one: what they do not share is left out, reasons stand one after the other.
    fileprivate func joined(with other: LineTax) -> LineTax {
        var reasons: [String] = exemption.map { [$0.reason] } ?? []
        if let reason = other.exemption?.reason {
            // What is joined already holds each of its reasons whole.
            let known = exemption.map { "; \($0.reason); " } ?? ""
            if !known.contains("; \(reason); ") { reasons.append(reason) }
        }
        let code = exemption?.code == other.exemption?.code ? exemption?.code : nil
        return LineTax(
            category: category, rate: rate, heads: heads,
            isCharged: isCharged && other.isCharged,
            exemption: reasons.isEmpty
                ? nil : Exemption(code: code, reason: reasons.joined(separator: "; ")),
            law: law == other.law ? law : nil, name: name == other.name ? name : nil)
    }
}
