import Money

/// Writes numbers, amounts and dates for people, as the language and country of a document do.
///
/// Built once per document and asked thousands of times: every operation appends UTF-8 bytes.
/// Languages: `en-IN`, `en-GB`, `en-US`, `de-DE`, `de-AT`, `fr-FR`, `nl-NL`. Another tag gets its
/// nearest kin (`hi-IN` that of `en-IN`, `de-CH` that of `de-DE`), an unknown one British English.
///
/// ```swift
/// let india = LocaleFormat(language: "en-IN")
/// india.money(total)        // ₹ 84,675.00
/// india.percent(rate)       // 18%
/// india.date(issued)        // 16-Nov-2026
/// ```
public struct LocaleFormat: Sendable {
    /// How the digits before the decimal point stand together.
    public enum Grouping: Sendable {
        case ungrouped
        /// `1,234,567`
        case thousands
        /// `12,34,567`: thousand, lakh, crore.
        case lakhs
    }

    let conventions: LocaleConventions
    /// Written before negative numbers.
    public let minus: String
    // Separators stand reversed because digits are appended from the last to the first.
    private let reversedDecimal: [UInt8]
    private let reversedGroup: [UInt8]

    /// - Parameters:
    ///   - language: a BCP 47 tag such as `en-IN`.
    ///   - forms: what a language's file says of its numbers and dates by the keys of
    ///     `LocaleConventions`; other keys, and values that `fault` refuses, are passed over.
    ///   - minus: the minus sign U+2212; an en dash for a typeface that lacks it.
    public init(
        language: String, forms: [String: String] = [:], minus: String = "\u{2212}"
    ) {
        var conventions = LocaleConventions.nearest(to: language)
        for key in LocaleConventions.keys {
            if let text = forms[key] { _ = conventions.set(key, text) }
        }
        self.conventions = conventions
        self.minus = minus
        reversedDecimal = conventions.decimal.utf8.reversed()
        reversedGroup = conventions.group.utf8.reversed()
    }

    /// What a language's file should say instead under a key of numbers or dates; nil where it is
    /// understood, or the key is none of those.
    public static func fault(in key: String, _ text: String) -> String? {
        guard LocaleConventions.keys.contains(key) else { return nil }
        var conventions = LocaleConventions.nearest(to: "en-GB")
        return conventions.set(key, text)
    }

    /// The tag of the conventions in force, which may differ from the one asked for.
    public var language: String { conventions.language }
    /// What divides whole and fraction; columns of numbers align on it.
    public var decimalSeparator: String { conventions.decimal }

    /// The grouping of amounts in a currency, or of plain numbers where there is none.
    ///
    /// Lakhs and crores only for rupees on an Indian page; foreign currency keeps thousands.
    public func grouping(for currency: Currency?) -> Grouping {
        guard conventions.grouping == .lakhs, let currency, currency != .inr else {
            return conventions.grouping
        }
        return .thousands
    }

    /// Fractional digits that `number` prints for `value`: the widest of a column is what its
    /// numbers reserve behind the decimal point.
    public func places(
        of value: Decimal, minimumPlaces: Int = 0, maximumPlaces: Int = Decimal.places
    ) -> Int {
        let digits = Digits(value, minimumPlaces: minimumPlaces, maximumPlaces: maximumPlaces)
        return digits.places
    }

    /// Appends `value` with at least `minimumPlaces` and at most `maximumPlaces` fractional digits.
    ///
    /// What does not fit is rounded half away from zero, for the eye only; a number that rounds
    /// to zero has no minus.
    ///
    /// - Parameter grouping: the language's own where none is given.
    /// - Precondition: 0 ≤ `minimumPlaces` ≤ `maximumPlaces` ≤ 9.
    public func appendNumber(
        _ value: Decimal, minimumPlaces: Int = 0, maximumPlaces: Int = Decimal.places,
        grouping: Grouping? = nil, to bytes: inout [UInt8]
    ) {
        let digits = Digits(value, minimumPlaces: minimumPlaces, maximumPlaces: maximumPlaces)
        if digits.isNegative { bytes.append(contentsOf: minus.utf8) }
        append(digits, grouping ?? conventions.grouping, to: &bytes)
    }

    /// See `appendNumber`.
    public func number(
        _ value: Decimal, minimumPlaces: Int = 0, maximumPlaces: Int = Decimal.places,
        grouping: Grouping? = nil
    ) -> String {
        LocaleFormat.text {
            appendNumber(
                value, minimumPlaces: minimumPlaces, maximumPlaces: maximumPlaces,
                grouping: grouping, to: &$0)
        }
    }

    /// Appends a quantity: grouped, as many fractional digits as it has.
    public func appendQuantity(
        _ value: Decimal, grouping: Grouping? = nil, to bytes: inout [UInt8]
    ) {
        appendNumber(value, grouping: grouping, to: &bytes)
    }

    /// A quantity: grouped, as many fractional digits as it has: `1,250`, `0.5`.
    public func quantity(_ value: Decimal, grouping: Grouping? = nil) -> String {
        LocaleFormat.text { appendQuantity(value, grouping: grouping, to: &$0) }
    }

    /// Appends a percentage; `value` counts per cents: 18 is `18%`.
    public func appendPercent(_ value: Decimal, to bytes: inout [UInt8]) {
        appendNumber(value, to: &bytes)
        bytes.append(contentsOf: conventions.beforePercent.utf8)
        bytes.append(UInt8(ascii: "%"))
    }

    /// A percentage; `value` counts per cents: 18 is `18%`, German `18 %` with a no-break space.
    public func percent(_ value: Decimal) -> String {
        LocaleFormat.text { appendPercent(value, to: &$0) }
    }

    static func text(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends digits and separators, without sign.
    func append(_ digits: Digits, _ grouping: Grouping, to bytes: inout [UInt8]) {
        let start = bytes.count
        if digits.places > 0 {
            var fraction = digits.fraction
            for _ in 0..<digits.places {
                bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction % 10))
                fraction /= 10
            }
            bytes.append(contentsOf: reversedDecimal)
        }
        // Digits until the next separator; negative counts never reach zero.
        var room = grouping == .ungrouped ? -1 : 3
        var low = digits.low
        var high = digits.high
        var width = 0
        repeat {
            if room == 0 {
                bytes.append(contentsOf: reversedGroup)
                room = grouping == .lakhs ? 2 : 3
            }
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: low % 10))
            low /= 10
            room -= 1
            width += 1
            if width == Digits.lowWidth { swap(&low, &high) }
        } while low > 0 || (width < Digits.lowWidth && high > 0)
        // Not `reverse()` on the slice, which copies it.
        var (left, right) = (start, bytes.count - 1)
        while left < right {
            bytes.swapAt(left, right)
            left += 1
            right -= 1
        }
    }
}
