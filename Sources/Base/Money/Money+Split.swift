extension Money {
    /// Splits this amount over `weights` so that the parts add up to it exactly.
    ///
    /// Largest remainder: each share is floored to the minor unit, the units left over go to the
    /// largest fractional remainders, ties to the earlier line. A negative amount is split as its
    /// magnitude and flipped. Where every weight is zero, each line weighs the same.
    ///
    /// - Precondition: no weight is negative.
    public func split(by weights: [Money]) throws(AmountOverflow) -> [Money] {
        if weights.isEmpty { return [] }
        precondition(weights.allSatisfy { !$0.isNegative }, "weights are not negative")
        let allZero = weights.allSatisfy(\.isZero)
        let shares = weights.map { allZero ? 1 : Int128($0.minorUnits) }
        let whole = shares.reduce(0, +)
        let amount = Int128(minorUnits.magnitude)
        var units: [Int64] = []
        var remainders: [(remainder: Int128, line: Int)] = []
        for (line, share) in shares.enumerated() {
            let (product, overflow) = amount.multipliedReportingOverflow(by: share)
            if overflow { throw AmountOverflow() }
            let (quotient, remainder) = product.quotientAndRemainder(dividingBy: whole)
            guard let share = Int64(exactly: quotient) else { throw AmountOverflow() }
            units.append(share)
            remainders.append((remainder, line))
        }
        let left = Int(amount - units.reduce(Int128(0)) { $0 + Int128($1) })
        remainders.sort {
            $0.remainder != $1.remainder ? $0.remainder > $1.remainder : $0.line < $1.line
        }
        for entry in remainders.prefix(left) { units[entry.line] += 1 }
        return units.map { Money(minorUnits: isNegative ? -$0 : $0, currency) }
    }

    /// The part of this amount that belongs to a step from `before` to `now` of `whole`.
    ///
    /// Cumulative: the rounded share up to `now` less the rounded share up to `before`, so that the
    /// parts of any number of steps add up to the amount exactly.
    ///
    /// - Precondition: `whole` is positive.
    public func part(
        from before: Decimal, to now: Decimal, of whole: Decimal
    ) throws(AmountOverflow) -> Money {
        let until = try share(upTo: now, of: whole)
        return try until - share(upTo: before, of: whole)
    }

    /// Cut off at the ninth place, so that the rounding to the minor unit sees the exact side of
    /// one half.
    private func share(upTo now: Decimal, of whole: Decimal) throws(AmountOverflow) -> Money {
        try Money(value.scaled(by: now, over: whole, .towardZero), currency, .halfAwayFromZero)
    }
}
