/// How a number that does not fit its places is brought to them; every call that rounds names one.
public enum Rounding: Sendable {
    /// 0.5 goes away from zero: 2.5 to 3, −2.5 to −3. The rounding of invoices here and in EN 16931.
    case halfAwayFromZero
    /// Towards negative infinity.
    case floor
    /// Towards zero.
    case towardZero
}

/// An amount left the range that exact arithmetic here can hold (about ±1.7 × 10²⁹).
public struct AmountOverflow: Error, Hashable, Sendable {
    public init() {}
}

extension Int128 {
    /// This number divided by `divisor` (> 0), brought to a whole number.
    @inlinable
    func divided(by divisor: Int128, _ rounding: Rounding) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder == 0 { return quotient }
        switch rounding {
        case .towardZero: return quotient
        case .floor: return remainder < 0 ? quotient - 1 : quotient
        case .halfAwayFromZero:
            let distance = remainder < 0 ? -remainder : remainder
            if distance < divisor - distance { return quotient }
            return remainder < 0 ? quotient - 1 : quotient + 1
        }
    }
}
