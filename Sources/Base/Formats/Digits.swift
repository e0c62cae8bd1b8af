import Money

/// A number cut into the digits that are printed.
struct Digits {
    let isNegative: Bool
    /// The last 18 digits of the whole part, and those before them, which few numbers have.
    let low: UInt64
    let high: UInt64
    static let lowWidth = 18
    /// The fractional digits as a number of `places` digits.
    let fraction: UInt64
    let places: Int

    /// - Precondition: 0 ≤ `minimumPlaces` ≤ `maximumPlaces` ≤ 9.
    init(_ value: Decimal, minimumPlaces: Int, maximumPlaces: Int) {
        precondition(
            0 <= minimumPlaces && minimumPlaces <= maximumPlaces
                && maximumPlaces <= Decimal.places, "fractional digits are 0 to 9")
        let magnitude = value.billionths.magnitude
        let one: UInt64 = 1_000_000_000
        // Nearly every number printed fits 64 bits, where division is many times faster.
        var whole: UInt128
        var fraction: UInt64
        if let small = UInt64(exactly: magnitude) {
            whole = UInt128(small / one)
            fraction = small % one
        } else {
            whole = magnitude / UInt128(one)
            fraction = UInt64(magnitude % UInt128(one))
        }
        var places = Decimal.places
        if maximumPlaces < places {
            var step: UInt64 = 1
            while places > maximumPlaces {
                step *= 10
                places -= 1
            }
            let rest = fraction % step
            fraction /= step
            if rest >= step - rest { fraction += 1 }
            if fraction == one / step {
                fraction = 0
                whole += 1
            }
        }
        isNegative = value.isNegative && (whole > 0 || fraction > 0)
        while places > minimumPlaces, fraction % 10 == 0 {
            fraction /= 10
            places -= 1
        }
        if let small = UInt64(exactly: whole), small < Digits.lowLimit {
            (low, high) = (small, 0)
        } else {
            // At most 30 digits: the range of a decimal number ends at 1.7 × 10²⁹.
            low = UInt64(whole % UInt128(Digits.lowLimit))
            high = UInt64(whole / UInt128(Digits.lowLimit))
        }
        self.fraction = fraction
        self.places = places
    }

    /// The digits of an amount, as many behind the point as its currency has.
    init(_ amount: Money) {
        places = amount.currency.minorDigits
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        let (whole, fraction) = amount.minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
        isNegative = amount.isNegative
        low = whole % Digits.lowLimit
        high = whole / Digits.lowLimit
        self.fraction = fraction
    }

    /// 10 to the power of `lowWidth`.
    private static let lowLimit: UInt64 = 1_000_000_000_000_000_000
}
