import Money
import TestSupport
import Testing

struct MoneyAmountTests {
    @Test(
        "A value becomes money with the digits of its currency",
        arguments: [
            ("30.015", "INR", "INR 30.02"), ("-2.5", "JPY", "JPY -3"), ("2.5", "JPY", "JPY 3"),
            ("1.2345", "KWD", "KWD 1.235"), ("12", "EUR", "EUR 12.00"),
            ("-0.004", "EUR", "EUR 0.00"),
            ("92233720368547758.07", "EUR", "EUR 92233720368547758.07"),
            ("92233720368547758.08", "EUR", "overflow"),
            ("-92233720368547758.08", "EUR", "overflow"), ("100000000000000000", "EUR", "overflow"),
        ] as [(String, String, String)])
    func makes(text: String, code: String, expected: String) throws {
        let value = try #require(Decimal(text))
        let currency = try #require(Currency(code: code))
        let printed: String
        do {
            printed = try Money(value, currency, .halfAwayFromZero).description
        } catch {
            printed = "overflow"
        }
        #expect(printed == expected)
    }

    @Test("Nine percent of 333.50 is 30.02, not the 30.01 of binary or banker's rounding")
    func roundsTax() throws {
        let taxable = try #require(Decimal("333.50"))
        let rate = try #require(Decimal("0.09"))
        #expect(try Money(taxable * rate, .inr, .halfAwayFromZero).plain == "30.02")
        #expect(try Money(-(taxable * rate), .inr, .halfAwayFromZero).plain == "-30.02")
    }

    @Test("Sums past the range throw")
    func overflows() throws {
        let most = Money(minorUnits: .max, .eur)
        let cent = Money(minorUnits: 1, .eur)
        #expect(throws: AmountOverflow.self) { try most + cent }
        #expect(throws: AmountOverflow.self) { try -most - cent }
        #expect(throws: AmountOverflow.self) { try [most, cent].total(.eur) }
        #expect(try (-most + most).isZero)
        #expect(try [Money]().total(.usd) == .zero(.usd))
    }

    @Test(
        "An amount is split by largest remainder, ties to the earlier line",
        arguments: [
            // 100 over three equal lines: 33.33 each, the cent left over to the first.
            (10000, [1, 1, 1], [3334, 3333, 3333]),
            // Two left over: remainders are equal, the first two lines get them.
            (10001, [5, 5, 5], [3334, 3334, 3333]),
            // 0.10 over 1:2:4 is 1.43, 2.86, 5.71: the second, then the third remainder is largest.
            (10, [1, 2, 4], [1, 3, 6]), (-10, [1, 2, 4], [-1, -3, -6]),
            // 0.05 over 0.50, 0.30, 0.20: 2.5, 1.5, 1.0: a tie, the earlier line.
            (5, [50, 30, 20], [3, 1, 1]),
            // The larger remainder wins over the earlier line.
            (1, [1, 2], [0, 1]), (0, [3, 4], [0, 0]), (7, [9], [7]), (5, [], []),
            // Lines that weigh nothing get nothing; where all weigh nothing, all are equal.
            (100, [0, 10, 0], [0, 100, 0]), (5, [0, 0], [3, 2]),
            (.max, [.max, .max], [4_611_686_018_427_387_904, 4_611_686_018_427_387_903]),
        ] as [(Int64, [Int64], [Int64])])
    func splits(amount: Int64, weights: [Int64], expected: [Int64]) throws {
        let parts = try Money(minorUnits: amount, .inr)
            .split(by: weights.map { Money(minorUnits: $0, .inr) })
        #expect(parts.map(\.minorUnits) == expected)
    }

    @Test("Parts of any split add up, and none is a unit or more from its exact share")
    func splitsExactly() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<rounds {
            let amount = Int64(random.spreadNumber(bits: 62))
            let count = Int.random(in: 1...20, using: &random)
            let weights = (0..<count).map { _ in Int64(random.spreadNumber(bits: 40).magnitude) }
            let parts = try Money(minorUnits: amount, .eur)
                .split(by: weights.map { Money(minorUnits: $0, .eur) })
            let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
            let near = zip(parts, weights).allSatisfy { part, weight in
                let distance = Int128(part.minorUnits) * whole - Int128(amount) * Int128(weight)
                return whole == 0 || distance.magnitude < whole.magnitude
            }
            let sum = parts.reduce(Int128(0)) { $0 + Int128($1.minorUnits) }
            if sum == Int128(amount), near { continue }
            Issue.record("\(amount) over \(weights) gave \(parts.map(\.minorUnits))")
            return
        }
    }

    @Test("The parts of any number of steps add up to the whole amount")
    func partsTelescope() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<rounds {
            let amount = Money(minorUnits: Int64(random.spreadNumber(bits: 40)), .inr)
            let days = Int.random(in: 1...400, using: &random)
            var cuts = (0..<5).map { _ in Int.random(in: 0...days, using: &random) }.sorted()
            cuts.append(days)
            var before = 0
            var sum = Money.zero(.inr)
            for now in cuts {
                let part = try amount.part(
                    from: Decimal(before), to: Decimal(now), of: Decimal(days))
                sum = try sum + part
                before = now
            }
            if sum == amount { continue }
            Issue.record("\(amount) over \(days) days at \(cuts) gave \(sum)")
            return
        }
    }

    @Test(
        "A part is rounded once, from the exact share",
        arguments: [
            ("100.00", "0", "1", "3", "33.33"), ("100.00", "1", "2", "3", "33.34"),
            ("100.00", "2", "3", "3", "33.33"), ("0.05", "0", "1", "2", "0.03"),
            ("-0.05", "0", "1", "2", "-0.03"), ("1200.00", "31", "59", "365", "92.05"),
            // 0.0049999999975 is below half a cent; rounded at the ninth place first, it is not.
            ("0.01", "0", "1", "2.000000001", "0.00"),
            ("-0.01", "0", "1", "2.000000001", "0.00"),
        ] as [(String, String, String, String, String)])
    func parts(amount: String, from: String, to: String, of: String, expected: String) throws {
        let money = try Money(#require(Decimal(amount)), .eur, .towardZero)
        let part = try money.part(
            from: #require(Decimal(from)), to: #require(Decimal(to)), of: #require(Decimal(of)))
        #expect(part.plain == expected)
    }
}
