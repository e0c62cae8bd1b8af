import Money
import Tax
import Trade

/// What a document comes to as notes have left it.
extension NoteCalculator {
    struct Reckoning {
        /// What is asked for as tax.
        let tax: Money
        let withTax: Money
        /// Rounded as the document was, all credited nothing.
        let payable: Money
    }

    /// One value for each group of tax: in India each line is its own.
    struct GroupKey: Hashable {
        let hsn: String?
        let category: TaxCategory
        let rate: Decimal

        init(_ line: InvoiceLine, _ rounding: TaxRounding) {
            hsn = rounding == .perLine ? line.hsn : nil
            category = line.tax.category
            rate = line.tax.rate
        }
    }

    func reckon(_ standing: Standing) throws(AmountOverflow) -> Reckoning {
        var (value, tax) = (Money.zero(currency), Money.zero(currency))
        var seen: Set<GroupKey> = []
        for line in original.lines {
            guard let own = standing.lines[line.number] else { continue }
            value = try value + own.taxable
            if original.treatment.rounding == .perLine {
                tax = try tax + asked(line.tax, on: own.taxable)
            } else {
                let key = GroupKey(line, .perRate)
                if !seen.insert(key).inserted { continue }
                tax = try tax + asked(line.tax, on: base(of: key, standing))
            }
        }
        let withTax = try value + tax
        return Reckoning(tax: tax, withTax: withTax, payable: try payable(withTax, standing))
    }

    /// What is left of all lines of a category and rate, where tax is rounded once for them.
    func base(of key: GroupKey, _ standing: Standing) throws(AmountOverflow) -> Money {
        var base = Money.zero(currency)
        for line in original.lines where GroupKey(line, .perRate) == key {
            if let own = standing.lines[line.number] { base = try base + own.taxable }
        }
        return base
    }

    /// As the document was rounded: to whole units, or with the residue of its stated gross, which
    /// stays until all is credited.
    private func payable(
        _ withTax: Money, _ standing: Standing
    ) throws(AmountOverflow) -> Money {
        if withTax.isZero { return withTax }
        if isRoundedToWhole {
            return try Money(
                withTax.value.rounded(to: 0, .halfAwayFromZero), currency, .halfAwayFromZero)
        }
        let rounded = try withTax + original.totals.roundOff + standing.residue
        return rounded.isNegative ? .zero(currency) : rounded
    }

    /// Told from the document alone, because the company's record may have changed since: it was
    /// rounded, or is in rupees and needed none.
    private var isRoundedToWhole: Bool {
        let isUsual = original.treatment.rounding == .perLine && currency == .inr
        guard original.kind == .invoice, !original.pricesIncludeTax,
            isUsual || !original.totals.roundOff.isZero
        else { return false }
        let cents =
            original.totals.withTax.value.billionths + original.totals.roundOff.value.billionths
        return Decimal(billionths: cents).isWhole
    }

    // MARK: Tax

    /// round(base × rate ÷ 100) for each head, stated whether or not it is asked for.
    func amounts(_ tax: LineTax, on base: Money) throws(AmountOverflow) -> TaxAmounts {
        var amounts = TaxAmounts()
        for head in tax.heads {
            let rate = tax.isCharged ? tax.rate(of: head) : .zero
            try amounts.add(
                Money(base.value, times: rate, over: Decimal(100), currency), to: head)
        }
        return amounts
    }

    /// The tax that is asked for: nothing where the recipient owes it.
    func asked(_ tax: LineTax, on base: Money) throws(AmountOverflow) -> Money {
        if original.treatment.isReverseCharge { return .zero(currency) }
        return try amounts(tax, on: base).total(currency)
    }

    /// The rate that is asked for, in percent.
    func askedRate(_ tax: LineTax) -> Decimal {
        tax.isCharged && !tax.heads.isEmpty && !original.treatment.isReverseCharge
            ? tax.rate : .zero
    }

    /// The amounts of the note between two states of what is left, head by head.
    func amounts(
        _ tax: LineTax, before: Money, after: Money
    ) throws(AmountOverflow) -> TaxAmounts {
        let (old, new) = try (amounts(tax, on: before), amounts(tax, on: after))
        var moved = TaxAmounts()
        for head in tax.heads {
            guard let old = old[head], let new = new[head] else { continue }
            try moved.add(isDebit ? new - old : old - new, to: head)
        }
        return moved
    }

    /// What a note moves between two amounts, above zero.
    func moved(_ before: Money, _ after: Money) throws(AmountOverflow) -> Money {
        try isDebit ? after - before : before - after
    }
}
