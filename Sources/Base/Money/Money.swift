/// An amount of money: a whole number of a currency's minor units (paise, cents).
///
/// Money is only ever made by a named rounding; adding and subtracting are exact and checked.
/// The range is the same on both sides of zero (±(2⁶³ − 1) minor units), so that every amount has
/// its negative.
public struct Money: Hashable, Sendable {
    public let currency: Currency
    /// Paise, cents, fils; whole yen.
    public let minorUnits: Int64

    @inlinable
    public init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// `value` brought to the currency's minor unit by `rounding`.
    public init(
        _ value: Decimal, _ currency: Currency, _ rounding: Rounding
    ) throws(AmountOverflow) {
        let step = powerOfTen(Decimal.places - currency.minorDigits)
        let units = Int64(exactly: value.billionths.divided(by: step, rounding))
        guard let units, units != .min else { throw AmountOverflow() }
        self.init(minorUnits: units, currency)
    }

    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

    /// The amount as a decimal number of major units.
    public var value: Decimal {
        Decimal(
            billionths: Int128(minorUnits) * powerOfTen(Decimal.places - currency.minorDigits))
    }

    public var isZero: Bool { minorUnits == 0 }
    public var isNegative: Bool { minorUnits < 0 }

    /// - Precondition: both amounts have the same currency.
    @inlinable
    public static func + (a: Money, b: Money) throws(AmountOverflow) -> Money {
        precondition(a.currency == b.currency, "amounts of two currencies do not add")
        let (sum, overflow) = a.minorUnits.addingReportingOverflow(b.minorUnits)
        if overflow || sum == .min { throw AmountOverflow() }
        return Money(minorUnits: sum, a.currency)
    }

    /// - Precondition: both amounts have the same currency.
    @inlinable
    public static func - (a: Money, b: Money) throws(AmountOverflow) -> Money {
        precondition(a.currency == b.currency, "amounts of two currencies do not subtract")
        let (difference, overflow) = a.minorUnits.subtractingReportingOverflow(b.minorUnits)
        if overflow || difference == .min { throw AmountOverflow() }
        return Money(minorUnits: difference, a.currency)
    }

    @inlinable
    public static prefix func - (a: Money) -> Money { Money(minorUnits: -a.minorUnits, a.currency) }

    /// The plain number with the currency's digits, as documents for machines write it: `1234.50`.
    public var plain: String { value.text(minimumPlaces: currency.minorDigits) }
}

extension Money: CustomStringConvertible {
    public var description: String { "\(currency) \(plain)" }
}

extension Sequence<Money> {
    /// The exact sum; zero of `currency` where there is nothing.
    public func total(_ currency: Currency) throws(AmountOverflow) -> Money {
        var sum = Money.zero(currency)
        for amount in self { sum = try sum + amount }
        return sum
    }
}

extension Money {
    /// `value` × `factor` ÷ `divisor`, rounded once to the currency's minor unit.
    ///
    /// The quotient is cut at the ninth place before, which cannot change which way a half goes.
    public init(
        _ value: Decimal, times factor: Decimal, over divisor: Decimal, _ currency: Currency
    ) throws(AmountOverflow) {
        if let units = Money.units(value, factor, divisor, currency) {
            self.init(minorUnits: units, currency)
            return
        }
        let quotient = try value.scaled(by: factor, over: divisor, .towardZero)
        try self.init(quotient, currency, .halfAwayFromZero)
    }

    /// The same by one division where the product takes no more than 128 bits and the rest 64, as it
    /// nearly always does; else `nil`.
    private static func units(
        _ value: Decimal, _ factor: Decimal, _ divisor: Decimal, _ currency: Currency
    ) -> Int64? {
        guard let a = UInt64(exactly: value.billionths.magnitude),
            let b = UInt64(exactly: factor.billionths.magnitude),
            let c = UInt64(exactly: divisor.billionths)
        else { return nil }
        // Billionths × billionths ÷ billionths are billionths: a step is what a minor unit has.
        let step = UInt64(powerOfTen(Decimal.places - currency.minorDigits))
        let (whole, overflow) = c.multipliedReportingOverflow(by: step)
        let product = a.multipliedFullWidth(by: b)
        guard !overflow, product.high < whole else { return nil }
        var (units, rest) = whole.dividingFullWidth(product)
        guard units < UInt64(Int64.max) else { return nil }
        if rest >= whole - rest { units += 1 }
        return value.isNegative != factor.isNegative ? -Int64(units) : Int64(units)
    }

    /// round(this × percent ÷ 100), half away from zero to the minor unit.
    public func percentage(_ percent: Decimal) throws(AmountOverflow) -> Money {
        if minorUnits >= 0, let rate = UInt64(exactly: percent.billionths) {
            let product = UInt64(minorUnits).multipliedFullWidth(by: rate)
            if product.high < Money.hundredBillion {
                let (units, rest) = Money.hundredBillion.dividingFullWidth(product)
                let rounded = rest * 2 >= Money.hundredBillion ? units + 1 : units
                if rounded <= UInt64(Int64.max) {
                    return Money(minorUnits: Int64(rounded), currency)
                }
            }
        }
        return try Money(value, times: percent, over: Decimal(100), currency)
    }

    /// 100 percent in billionths.
    private static var hundredBillion: UInt64 { 100_000_000_000 }
}
