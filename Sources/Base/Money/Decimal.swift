/// An exact decimal number with nine fractional digits: prices, quantities, rates, percentages.
///
/// Stored as a whole number of billionths in 128 bits. Addition, subtraction and multiplication
/// are checked: what cannot be held throws `AmountOverflow`. A product that needs more than nine
/// places is rounded half away from zero at the ninth, seven places below the smallest coin.
public struct Decimal: Hashable, Sendable {
    /// The value × 10⁹.
    public let billionths: Int128

    /// Fractional digits that are kept.
    public static let places = 9
    @usableFromInline static let one: Int128 = 1_000_000_000
    /// The largest magnitude in billionths that operations give: the last multiple of 10⁹ below
    /// 2¹²⁷, so that neither rounding away from zero nor changing the sign can leave the range.
    @usableFromInline
    static let limit: Int128 = 170_141_183_460_469_231_731_687_303_715_000_000_000

    public static let zero = Decimal(billionths: 0)

    @inlinable
    public init(billionths: Int128) { self.billionths = billionths }

    @inlinable
    public init(_ whole: Int) { billionths = Int128(whole) * Decimal.one }

    public var isZero: Bool { billionths == 0 }
    public var isNegative: Bool { billionths < 0 }
    public var isWhole: Bool { billionths % Decimal.one == 0 }
    public var magnitude: Decimal { isNegative ? Decimal(billionths: -billionths) : self }

    @inlinable
    public static func + (a: Decimal, b: Decimal) throws(AmountOverflow) -> Decimal {
        let (sum, overflow) = a.billionths.addingReportingOverflow(b.billionths)
        if overflow || sum > limit || sum < -limit { throw AmountOverflow() }
        return Decimal(billionths: sum)
    }

    @inlinable
    public static func - (a: Decimal, b: Decimal) throws(AmountOverflow) -> Decimal {
        let (difference, overflow) = a.billionths.subtractingReportingOverflow(b.billionths)
        if overflow || difference > limit || difference < -limit { throw AmountOverflow() }
        return Decimal(billionths: difference)
    }

    @inlinable
    public static func * (a: Decimal, b: Decimal) throws(AmountOverflow) -> Decimal {
        let (product, overflow) = a.billionths.multipliedReportingOverflow(by: b.billionths)
        if overflow { return try wideProduct(a, b) }
        return Decimal(billionths: product.divided(by: one, .halfAwayFromZero))
    }

    @inlinable
    public static prefix func - (a: Decimal) -> Decimal { Decimal(billionths: -a.billionths) }

    /// This number × `numerator` ÷ `denominator`, exact until the one rounding at the ninth place.
    ///
    /// Where the result is rounded again, to a coin say, ask for `.towardZero` here: what was cut
    /// off can then no longer lift a number just below one half to it.
    ///
    /// - Precondition: `denominator` is not zero.
    public func scaled(
        by numerator: Decimal, over denominator: Decimal, _ rounding: Rounding = .halfAwayFromZero
    ) throws(AmountOverflow) -> Decimal {
        precondition(!denominator.isZero, "a share of nothing is not defined")
        let (product, overflow) = billionths.multipliedReportingOverflow(by: numerator.billionths)
        if overflow || product == .min { throw AmountOverflow() }
        let sign: Int128 = denominator.isNegative ? -1 : 1
        return Decimal(
            billionths: (product * sign).divided(by: denominator.billionths * sign, rounding))
    }

    /// The number brought to `places` fractional digits (0…9).
    public func rounded(to places: Int, _ rounding: Rounding) -> Decimal {
        let step = powerOfTen(Decimal.places - places)
        return Decimal(billionths: billionths.divided(by: step, rounding) * step)
    }

    /// Whether no more than `places` fractional digits are used.
    public func fits(places: Int) -> Bool {
        billionths % powerOfTen(Decimal.places - places) == 0
    }

    @usableFromInline
    static func wideProduct(_ a: Decimal, _ b: Decimal) throws(AmountOverflow) -> Decimal {
        let (high, low) = a.billionths.magnitude.multipliedFullWidth(by: b.billionths.magnitude)
        // The quotient fits only while the high half is below the divisor.
        guard high < UInt128(one) else { throw AmountOverflow() }
        var (quotient, remainder) = UInt128(one).dividingFullWidth((high, low))
        if remainder >= UInt128(one) - remainder, quotient < .max { quotient += 1 }
        guard quotient <= UInt128(limit) else { throw AmountOverflow() }
        let value = Int128(quotient)
        return Decimal(billionths: a.isNegative != b.isNegative ? -value : value)
    }
}

extension Decimal: Comparable {
    @inlinable
    public static func < (a: Decimal, b: Decimal) -> Bool { a.billionths < b.billionths }
}

/// 10 to the power of `exponent` (0…18).
@usableFromInline
func powerOfTen(_ exponent: Int) -> Int128 {
    switch exponent {
    case 0: return 1
    case 6: return 1_000_000
    case 7: return 10_000_000
    case 9: return 1_000_000_000
    default: break
    }
    precondition((0...18).contains(exponent), "powers of ten are kept for 0 to 18")
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
}
