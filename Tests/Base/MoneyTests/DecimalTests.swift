import Money
import TestSupport
import Testing

struct DecimalTests {
    @Test(
        "A plain number is read and printed in its shortest form",
        arguments: [
            ("0", "0"), ("-0", "0"), ("7", "7"), ("-7", "-7"), ("007", "7"), ("0.5", "0.5"),
            ("-0.5", "-0.5"), ("3450.125", "3450.125"), ("12.00", "12"),
            ("0.000000001", "0.000000001"), ("-0.000000001", "-0.000000001"),
            ("1.0000000010000", "1.000000001"), ("99999999999999999999", "99999999999999999999"),
            ("12345678901234567890.123456789", "12345678901234567890.123456789"),
            ("10000000000000000000000000000", "10000000000000000000000000000"),
        ] as [(String, String)])
    func reads(text: String, printed: String) throws {
        #expect(try Decimal(parsing: text.utf8).description == printed)
    }

    @Test(
        "What is no plain number is refused, with the place",
        arguments: [
            ("", "empty"), ("-", "empty"), ("+1", "unexpected(0)"), (" 1", "unexpected(0)"),
            ("1 ", "unexpected(1)"), ("1,5", "unexpected(1)"), ("1e3", "unexpected(1)"),
            (".5", "unexpected(0)"), ("-.5", "unexpected(1)"), ("1.", "unexpected(2)"),
            ("1.2.3", "unexpected(3)"), ("1-", "unexpected(1)"), ("--1", "unexpected(1)"),
            ("١", "unexpected(0)"), ("NaN", "unexpected(0)"), ("0.0000000001", "tooFine"),
            ("1.1234567891", "tooFine"), ("100000000000000000000000000000", "tooLarge"),
            ("123456789012345678901.123456789", "tooLarge"),
        ] as [(String, String)])
    func refuses(text: String, reason: String) {
        do {
            let number = try Decimal(parsing: text.utf8)
            Issue.record("read as \(number)")
        } catch {
            #expect("\(error)" == reason)
        }
    }

    @Test("Any number survives printing and reading")
    func roundTrips() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<rounds {
            // Below 10²⁹ billionths, the twenty digits before the point that are read.
            let number = Decimal(billionths: random.spreadNumber(bits: 96))
            let places = Int.random(in: 0...9, using: &random)
            let texts = [number.description, number.text(minimumPlaces: places)]
            for text in texts where Decimal(text) != number {
                Issue.record("\(number.billionths) printed as \(text)")
                return
            }
        }
    }

    @Test(
        "Rounding goes half away from zero, down, or towards zero",
        arguments: [
            ("30.015", 2, "30.02", "30.01", "30.01"), ("-30.015", 2, "-30.02", "-30.02", "-30.01"),
            ("2.5", 0, "3", "2", "2"), ("-2.5", 0, "-3", "-3", "-2"), ("0.4", 0, "0", "0", "0"),
            ("-0.4", 0, "0", "-1", "0"), ("0.5", 0, "1", "0", "0"), ("1.005", 2, "1.01", "1", "1"),
            ("2.004999999", 2, "2", "2", "2"), ("-2.000000001", 2, "-2", "-2.01", "-2"),
            ("7.25", 9, "7.25", "7.25", "7.25"),
        ] as [(String, Int, String, String, String)])
    func namedRounding(text: String, places: Int, half: String, floor: String, zero: String) throws
    {
        let number = try #require(Decimal(text))
        #expect(
            [
                number.rounded(to: places, .halfAwayFromZero).description,
                number.rounded(to: places, .floor).description,
                number.rounded(to: places, .towardZero).description,
            ] == [half, floor, zero])
        #expect(number.fits(places: places) == (floor == number.description))
    }

    @Test("A product is the exact one, rounded once, or an overflow")
    func multiplies() throws {
        var random = SplitMix64(seed: 2)
        var outcomes = (exact: 0, overflow: 0)
        for _ in 0..<rounds {
            let a = random.spreadNumber(bits: 126)
            let b = random.spreadNumber(bits: 126)
            let expected = LongDigits.product(a, b)
            do {
                let product = try Decimal(billionths: a) * Decimal(billionths: b)
                outcomes.exact += 1
                if product.billionths.description == expected { continue }
                Issue.record("\(a) × \(b) = \(product.billionths), not \(expected)")
            } catch {
                outcomes.overflow += 1
                if LongDigits.exceedsLimit(expected) { continue }
                Issue.record("\(a) × \(b) = \(expected) was refused")
            }
            return
        }
        // Both branches were tried.
        #expect(outcomes.exact > 0 && outcomes.overflow > 0)
    }

    @Test("Products at the edges of the range neither trap nor wrap")
    func multipliesAtTheEdge() {
        let limit: Int128 = 170_141_183_460_469_231_731_687_303_715_000_000_000
        // One as a decimal, the root of 2¹²⁷ (where the narrow product ends) and the limit, each
        // with its neighbours; half × 1 and the two after it end on exactly half a billionth.
        let numbers: [Int128] = [
            1, 1_000_000_000, 13_043_817_825_332_782_212, Int128(Int64.max), limit - 1,
            500_000_000, 100_000_000_000_000_000_001, 500_000_000_000_500_000_000,
        ]
        let edges =
            numbers
            .flatMap { [$0 - 1, $0, $0 + 1] }
        for a in edges {
            for b in edges + edges.map({ -$0 }) {
                let expected = LongDigits.product(a, b)
                let product = try? Decimal(billionths: a) * Decimal(billionths: b)
                let wanted = LongDigits.exceedsLimit(expected) ? nil : expected
                if product?.billionths.description == wanted { continue }
                Issue.record("\(a) × \(b) gave \(String(describing: product)), not \(expected)")
            }
        }
    }

    @Test("Sums past the range throw; the largest numbers still round and change sign")
    func overflows() throws {
        let limit = Decimal(billionths: 170_141_183_460_469_231_731_687_303_715_000_000_000)
        let tiny = Decimal(billionths: 1)
        #expect(throws: AmountOverflow.self) { try limit + tiny }
        #expect(throws: AmountOverflow.self) { try -limit - tiny }
        #expect(throws: AmountOverflow.self) { try limit + limit }
        #expect(throws: AmountOverflow.self) { try limit.scaled(by: limit, over: tiny) }
        let below = try limit - tiny
        #expect(below.rounded(to: 0, .halfAwayFromZero) == limit)
        #expect((-below).rounded(to: 0, .floor) == -limit)
        #expect((-limit).magnitude == limit)
        #expect(try (limit + -limit).isZero)
    }

    @Test(
        "A share is exact until its one rounding",
        arguments: [
            ("100", "1", "3", "33.333333333", "33.333333333"),
            ("200", "1", "3", "66.666666667", "66.666666666"),
            ("-200", "1", "3", "-66.666666667", "-66.666666666"),
            ("200", "1", "-3", "-66.666666667", "-66.666666666"),
            ("0.000000001", "1", "2", "0.000000001", "0"), ("18", "30", "31", "17.419354839", ""),
        ] as [(String, String, String, String, String)])
    func scales(text: String, by: String, over: String, half: String, zero: String) throws {
        let number = try #require(Decimal(text))
        let numerator = try #require(Decimal(by))
        let denominator = try #require(Decimal(over))
        #expect(try number.scaled(by: numerator, over: denominator).description == half)
        if zero.isEmpty { return }
        let cut = try number.scaled(by: numerator, over: denominator, .towardZero)
        #expect(cut.description == zero)
    }
}

/// School multiplication on decimal digits: slow, and nothing in common with the code under test.
private enum LongDigits {
    /// a × b ÷ 10⁹, half away from zero, as text.
    static func product(_ a: Int128, _ b: Int128) -> String {
        let left = digits(a)
        let right = digits(b)
        var sum = [Int](repeating: 0, count: left.count + right.count + 10)
        for (i, x) in left.enumerated() {
            for (j, y) in right.enumerated() { sum[i + j] += x * y }
        }
        // Half a billion more, then the last nine digits fall away.
        sum[8] += 5
        for index in 0..<sum.count - 1 {
            sum[index + 1] += sum[index] / 10
            sum[index] %= 10
        }
        var kept = Array(sum.dropFirst(9))
        while kept.count > 1, kept.last == 0 { kept.removeLast() }
        let text = kept.reversed().map(String.init).joined()
        return (a < 0) != (b < 0) && text != "0" ? "-" + text : text
    }

    /// Whether a number of billionths lies outside what operations give.
    static func exceedsLimit(_ text: String) -> Bool {
        let digits = text.first == "-" ? text.dropFirst() : text[...]
        let limit = "170141183460469231731687303715000000000"
        return digits.count != limit.count ? digits.count > limit.count : digits > limit
    }

    /// From the last digit to the first.
    private static func digits(_ number: Int128) -> [Int] {
        number.magnitude.description.reversed().compactMap(\.wholeNumberValue)
    }
}
