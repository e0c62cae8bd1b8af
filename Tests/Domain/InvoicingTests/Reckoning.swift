import Invoicing
import Money
import TestSupport
import Testing

/// A random order and what it comes to, worked out a second time with fractions of whole numbers:
/// minor units, thousandths, hundredths of a percent. Shares no code with what it checks.
struct Reckoning {
    struct Line {
        /// Thousandths.
        let quantity: Int128
        /// Ten-thousandths.
        let price: Int128
        let per: Int128
        /// Hundredths of a percent.
        let percent: Int128?
        let discount: Int128
        let freight: Int128
        let item: String
        /// The rate in hundredths of a percent.
        let rate: Int128

        var gross: Int128 { Reckoning.rounded(quantity * price * 100, 1000 * 10_000 * per) }
        var net: Int128 {
            let reduction = percent.map { Reckoning.rounded(gross * $0, 10_000) } ?? discount
            return gross - reduction + freight
        }
    }

    let isIndia: Bool
    var lines: [Line]
    let customer: String
    let percent: Int128?
    let discount: Int128
    let freight: Int128

    /// Amounts by line, then totals.
    struct Outcome: Equatable {
        var taxable: [Int128] = []
        var documentDiscounts: [Int128] = []
        var documentFreights: [Int128] = []
        var tax: Int128 = 0
        var payable: Int128 = 0
        /// Lines that are not alike compete for a left-over unit: their order decides.
        var isTied = false
    }

    init(isIndia: Bool, _ random: inout SplitMix64) {
        self.isIndia = isIndia
        customer = isIndia && Bool.random(using: &random) ? "FAR" : "LOCAL"
        let items: [(String, Int128)] =
            isIndia
            ? [("T18", 1800), ("T5", 500), ("T0.25", 25), ("T40", 4000), ("Tnil", 0)]
            : [("standard", 1900), ("reduced", 700), ("zero", 0)]
        var lines: [Line] = []
        for _ in 0..<Int.random(in: 1...7, using: &random) {
            let (item, rate) = items.randomElement(using: &random) ?? ("", 0)
            let quantity =
                Int128.random(in: 1...9, using: &random)
                * ([1, 10, 250, 1000, 10_000].randomElement(using: &random) ?? 1)
            let per = [1, 1, 1, 10, 100].randomElement(using: &random) ?? Int128(1)
            let price =
                Int128.random(in: 0...999_999, using: &random)
                * ([1, 100, 10_000].randomElement(using: &random) ?? 1)
            let percent =
                Int.random(in: 0...2, using: &random) == 0
                ? Int128.random(in: 0...10_000, using: &random) : nil
            let plain = Line(
                quantity: quantity, price: price, per: per, percent: nil, discount: 0, freight: 0,
                item: item, rate: rate)
            // At most half, so that no part of a split line is worth less than nothing.
            let discount =
                percent == nil && Bool.random(using: &random)
                ? Int128.random(in: 0...plain.gross / 2, using: &random) : 0
            let freight =
                Int.random(in: 0...3, using: &random) == 0
                ? Int128.random(in: 0...5000, using: &random) : 0
            lines.append(
                Line(
                    quantity: quantity, price: price, per: per, percent: percent,
                    discount: discount, freight: freight, item: item, rate: rate))
        }
        self.lines = lines
        percent =
            Int.random(in: 0...2, using: &random) == 0
            ? Int128.random(in: 0...10_000, using: &random) : nil
        let worth = lines.reduce(0) { $0 + $1.net }
        discount =
            percent == nil && Bool.random(using: &random)
            ? Int128.random(in: 0...worth / 4, using: &random) : 0
        freight = Bool.random(using: &random) ? Int128.random(in: 0...20_000, using: &random) : 0
    }

    /// The order as JSON.
    var json: String {
        let texts = lines.map { line in
            var text = "\(line.item) \(decimal(line.quantity, 3)) \(decimal(line.price, 4))"
            if line.per != 1 { text += " /\(line.per)" }
            if let percent = line.percent { text += " -\(decimal(percent, 2))%" }
            if line.discount > 0 { text += " -\(decimal(line.discount, 2))" }
            if line.freight > 0 { text += " +\(decimal(line.freight, 2))" }
            return text
        }
        var extra = ""
        if let percent { extra += #","discount":{"percent":"\#(decimal(percent, 2))"}"# }
        if discount > 0 { extra += #","discount":{"amount":"\#(decimal(discount, 2))"}"# }
        if freight > 0 { extra += #","freight":{"amount":"\#(decimal(freight, 2))"}"# }
        return order(texts, customer: customer, currency: isIndia ? "INR" : "EUR", extra)
    }

    func outcome() -> Outcome {
        var outcome = Outcome()
        let nets = lines.map(\.net)
        let worth = nets.reduce(0, +)
        let whole = percent.map { Reckoning.rounded(worth * $0, 10_000) } ?? discount
        outcome.documentDiscounts = shared(whole, nets, &outcome.isTied)
        let left = zip(nets, outcome.documentDiscounts).map { $0 - $1 }
        outcome.documentFreights = shared(freight, left, &outcome.isTied)
        outcome.taxable = zip(left, outcome.documentFreights).map { $0 + $1 }
        var byRate: [Int128: Int128] = [:]
        for (line, taxable) in zip(lines, outcome.taxable) {
            if !isIndia {
                byRate[line.rate, default: 0] += taxable
            } else if customer == "FAR" {
                outcome.tax += Reckoning.rounded(taxable * line.rate, 10_000)
            } else {
                outcome.tax += 2 * Reckoning.rounded(taxable * line.rate, 20_000)
            }
        }
        for (rate, taxable) in byRate { outcome.tax += Reckoning.rounded(taxable * rate, 10_000) }
        outcome.payable = outcome.taxable.reduce(0, +) + outcome.tax
        if isIndia { outcome.payable = Reckoning.rounded(outcome.payable, 100) * 100 }
        return outcome
    }

    /// Half up: nothing here is below zero.
    static func rounded(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        (2 * numerator + denominator) / (2 * denominator)
    }

    /// Unit by unit: each left-over one to the line that is furthest below its exact share.
    private func shared(_ amount: Int128, _ weights: [Int128], _ isTied: inout Bool) -> [Int128] {
        let all = weights.reduce(0, +)
        let weights = all == 0 ? weights.map { _ in 1 } : weights
        let sum = all == 0 ? Int128(weights.count) : all
        var parts = weights.map { amount * $0 / sum }
        var taken: Set<Int> = []
        for _ in 0..<(amount - parts.reduce(0, +)) {
            let open = weights.indices.filter { !taken.contains($0) }
            let lack = { (line: Int) in amount * weights[line] % sum }
            guard let first = open.max(by: { (lack($0), $1) < (lack($1), $0) }) else { break }
            let rivals = open.filter { lack($0) == lack(first) && $0 != first }
            if !rivals.isEmpty { isTied = true }
            parts[first] += 1
            taken.insert(first)
        }
        return parts
    }

    private func decimal(_ number: Int128, _ places: Int) -> String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
