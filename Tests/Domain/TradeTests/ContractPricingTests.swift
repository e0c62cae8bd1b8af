import Money
import TestSupport
import Testing
import Trade

struct ContractPricingTests {
    private static func pricing(_ keys: String) throws -> Pricing {
        let contract = try ContractSamples.contract(
            ContractSamples.base("C", #","prices":[{"item":"A",\#(keys)}]"#))
        return try #require(contract.prices.first?.pricing)
    }

    private static let tiers =
        #""tiers":[{"from":"1","to":"99","unitPrice":"10"},{"from":"100","to":"499","unitPrice":"9"},"#
        + #"{"from":"500","unitPrice":"8.5"}]"#

    /// By hand: of 600 pieces 99 cost 10, 400 cost 9 and 101 cost 8.5 in graduated tiers.
    @Test(
        "A quantity is cut into slices with a price each",
        arguments: [
            (#""unitPrice":"2.5","per":"100""#, "7", "0-7 2.5/100"),
            (#""model":"package","packageSize":"12","packagePrice":"30""#, "36", "0-36 30/12"),
            (#""model":"volume",\#(tiers)"#, "0", ""),
            (#""model":"volume",\#(tiers)"#, "99", "0-99 10/1 1 to 99"),
            // Between the tiers as they are written: the higher one has begun.
            (#""model":"volume",\#(tiers)"#, "99.001", "0-99.001 9/1 100 to 499"),
            (#""model":"volume",\#(tiers)"#, "600", "0-600 8.5/1 500 and more"),
            (#""model":"graduated",\#(tiers)"#, "99", "0-99 10/1 1 to 99"),
            (
                #""model":"graduated",\#(tiers)"#, "600",
                "0-99 10/1 1 to 99, 99-499 9/1 100 to 499, 499-600 8.5/1 500 and more"
            ),
            (
                #""model":"graduated","per":"10","tiers":[{"from":"0","to":"5","unitPrice":"1"},{"from":"5","to":"8","unitPrice":"0"}]"#,
                "8", "0-5 1/10 0 to 5, 5-8 0/10 5 to 8"
            ),
            (
                #""model":"graduated","tiers":[{"from":"0","to":"5","unitPrice":"1"},{"from":"5","to":"8","unitPrice":"0"}]"#,
                "8.001", nil
            ),
            (
                #""model":"volume","tiers":[{"from":"0","to":"5","unitPrice":"1"},{"from":"5","to":"8","unitPrice":"0"}]"#,
                "9", nil
            ),
        ] as [(String, String, String?)])
    func slices(keys: String, quantity: String, expected: String?) throws {
        let slices = try Self.pricing(keys).slices(of: ContractSamples.decimal(quantity))
        let texts = slices?.map { slice in
            "\(slice.from)-\(slice.to) \(slice.unitPrice)/\(slice.per)"
                + (slice.tier.map { " \($0.label)" } ?? "")
        }
        #expect(texts?.joined(separator: ", ") == expected)
    }

    /// Thousandth by thousandth: each costs what the first tier that reaches it says (graduated), or
    /// what the tier that reaches the whole quantity says (volume).
    @Test("Tiers cost what counting them step by step gives")
    func bruteForce() throws {
        var random = SplitMix64(seed: 3)
        for round in 0..<max(40, rounds / 20) {
            // Bounds of the tiers in thousandths, ascending; the last tier open or not.
            let count = Int.random(in: 2...6, using: &random)
            var bounds: Set<Int> = []
            while bounds.count < count { bounds.insert(Int.random(in: 1...900, using: &random)) }
            let ends = bounds.sorted()
            let prices = ends.map { _ in Int.random(in: 0...5000, using: &random) }
            let isOpen = Bool.random(using: &random)
            let tiers = ends.indices.map { index in
                let from = index == 0 ? "0" : thousandths(ends[index - 1])
                let to =
                    index == ends.count - 1 && isOpen
                    ? "" : #","to":"\#(thousandths(ends[index]))""#
                return #"{"from":"\#(from)"\#(to),"unitPrice":"\#(prices[index])"}"#
            }.joined(separator: ",")
            func price(of step: Int) -> Int? {
                ends.firstIndex { step <= $0 }.map { prices[$0] } ?? (isOpen ? prices.last : nil)
            }
            for model in ["volume", "graduated"] {
                let pricing = try Self.pricing(#""model":"\#(model)","tiers":[\#(tiers)]"#)
                let quantity = Int.random(in: 1...1000, using: &random)
                var expected: Int? = 0
                for step in 1...quantity {
                    let its = price(of: model == "volume" ? quantity : step)
                    expected = expected.flatMap { sum in its.map { sum + $0 } }
                }
                let slices = pricing.slices(of: try ContractSamples.decimal(thousandths(quantity)))
                // In thousandths of the price's unit: exact whole numbers.
                let cost = try slices.map { slices in
                    try slices.reduce(Decimal.zero) { try $0 + ($1.to - $1.from) * $1.unitPrice }
                }
                let wanted = try expected.map { try ContractSamples.decimal(thousandths($0)) }
                #expect(cost == wanted, "round \(round): \(model) \(tiers), \(quantity)")
                guard let slices else { continue }
                #expect(slices.first?.from == .zero)
                #expect(zip(slices, slices.dropFirst()).allSatisfy { $0.to == $1.from })
            }
        }
    }

    private func thousandths(_ number: Int) -> String {
        "\(number / 1000).\(padded(number % 1000, 3))"
    }
}
