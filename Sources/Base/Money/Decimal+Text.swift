extension Decimal: CustomStringConvertible {
    /// Why a text is not a decimal number here.
    public enum ParseFailure: Error, Sendable {
        case empty
        /// The offset of the first byte that does not belong.
        case unexpected(Int)
        /// More than nine fractional digits that are not zero.
        case tooFine
        case tooLarge
    }

    /// Reads `[-]digits[.digits]` from UTF-8: no exponent, grouping, plus sign or blanks.
    public init(parsing text: some Collection<UInt8>) throws(ParseFailure) {
        var value: Int128 = 0
        var digits = 0
        var fraction: Int?
        var negative = false
        for (offset, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where offset == 0: negative = true
            case UInt8(ascii: ".") where fraction == nil && digits > 0: fraction = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int128(byte - UInt8(ascii: "0"))
                if let places = fraction {
                    if places == Decimal.places {
                        if digit != 0 { throw .tooFine }
                        continue
                    }
                    fraction = places + 1
                }
                digits += 1
                // Twenty digits before the point leave room for nine behind it.
                if digits > 29 { throw .tooLarge }
                value = value * 10 + digit
            default: throw .unexpected(offset)
            }
        }
        if digits == 0 { throw .empty }
        if fraction == 0 { throw .unexpected(text.count) }
        let (scaled, overflow) = value.multipliedReportingOverflow(
            by: powerOfTen(Decimal.places - (fraction ?? 0)))
        if overflow { throw .tooLarge }
        self.init(billionths: negative ? -scaled : scaled)
    }

    /// Reads a decimal written in source code or data of this program; `nil` where it is none.
    public init?(_ text: String) {
        do { try self.init(parsing: text.utf8) } catch { return nil }
    }

    /// The shortest plain form: `12`, `-0.5`, `3450.125`.
    public var description: String { text(minimumPlaces: 0) }

    /// The plain form with at least `minimumPlaces` fractional digits: `12.00`.
    public func text(minimumPlaces: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        appendPlain(to: &bytes, minimumPlaces: minimumPlaces)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the plain form as UTF-8.
    public func appendPlain(to bytes: inout [UInt8], minimumPlaces: Int = 0) {
        let magnitude = billionths.magnitude
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        appendDigits(magnitude / 1_000_000_000, to: &bytes)
        var rest = UInt64(magnitude % 1_000_000_000)
        var places = Decimal.places
        while places > minimumPlaces, rest % 10 == 0 {
            rest /= 10
            places -= 1
        }
        if places == 0 { return }
        bytes.append(UInt8(ascii: "."))
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: places))
        for index in stride(from: start + places - 1, through: start, by: -1) {
            bytes[index] += UInt8(rest % 10)
            rest /= 10
        }
    }
}

/// Appends the decimal digits of `number`.
func appendDigits(_ number: UInt128, to bytes: inout [UInt8]) {
    guard let small = UInt64(exactly: number) else {
        appendDigits(number / 1_000_000_000_000_000_000, to: &bytes)
        let low = UInt64(number % 1_000_000_000_000_000_000)
        let digits = String(low).utf8
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 18 - digits.count))
        bytes.append(contentsOf: digits)
        return
    }
    bytes.append(contentsOf: String(small).utf8)
}
