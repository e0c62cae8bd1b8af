import Money

/// A number cut into the digits that are printed.
struct Digits {
    let isNegative: Bool
    /// The whole part.
    let whole: UInt128
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
        self.whole = whole
        self.fraction = fraction
        self.places = places
    }

    /// Calls `body` with the digits of the whole part from the last to the first; zero has one.
    func forEachWholeDigit(_ body: (UInt8) -> Void) {
        var wide = whole
        let chunk: UInt128 = 1_000_000_000_000_000_000
        while wide >= chunk {
            var low = UInt64(wide % chunk)
            for _ in 0..<18 {
                body(UInt8(truncatingIfNeeded: low % 10))
                low /= 10
            }
            wide /= chunk
        }
        var rest = UInt64(wide)
        repeat {
            body(UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
    }
}
