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
        /// Minor units in one unit of the currency.
        let scale: Int128
        /// Paid for the buyer: bears no tax, discount or freight of the document.
        var isAgent: Bool { item == "AGENT" }

        var gross: Int128 { Reckoning.rounded(quantity * price * scale, 1000 * 10_000 * per) }
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
    let modes: Set<Mode>
    /// Paid before, by the number of the advance.
    let advances: [Paid]

    /// What there may be besides plain prices, one beside the other.
    enum Mode: CaseIterable {
        /// Prices contain the tax.
        case inclusive
        /// India: all that is taxed; Europe: some lines.
        case reverseCharge
        /// India: lines paid as pure agent.
        case agent
        /// Lines that bear no tax, in Europe for several reasons.
        case exempt
        case advances
        /// A currency without decimals, and one with three.
        case yen, dinar

        static func all(isIndia: Bool) -> Set<Mode> {
            Set(allCases.filter { isIndia || $0 != .agent })
        }
    }

    /// An advance with each of its taxes; both of an intra-State one are alike.
    struct Paid {
        let total: Int128
        let tax: Int128
    }

    /// Amounts by line, then totals.
    struct Outcome: Equatable {
        var taxable: [Int128] = []
        var documentDiscounts: [Int128] = []
        var documentFreights: [Int128] = []
        var tax: Int128 = 0
        var reverseTax: Int128 = 0
        var outside: Int128 = 0
        /// What is to be paid before advances are taken off.
        var asked: Int128 = 0
        var payable: Int128 = 0
        /// In hundredths of the company's currency, of a document in another.
        var payableAtHome: Int128?
        var taxAtHome: Int128?
        /// Of each advance what is used, and each of its taxes.
        var used: [Int128] = []
        var usedTaxes: [Int128] = []
        /// Lines that are not alike compete for a left-over unit: their order decides.
        var isTied = false
    }

    /// Digits behind the point of its currency.
    private var places: Int { modes.contains(.yen) ? 0 : modes.contains(.dinar) ? 3 : 2 }
    var currency: String {
        modes.contains(.yen)
            ? "JPY" : modes.contains(.dinar) ? "KWD" : isIndia ? "INR" : "EUR"
    }
    private var isIntra: Bool { isIndia && !customer.hasPrefix("FAR") }
    /// The tax is stated on every line and not asked for.
    private var isAllReverse: Bool { isIndia && modes.contains(.reverseCharge) }

    /// - Parameter modes: of which some that the regime has are taken.
    init(isIndia: Bool, _ random: inout SplitMix64, among modes: [Mode] = []) {
        self.isIndia = isIndia
        let own = Mode.all(isIndia: isIndia)
        var taken: Set<Mode> = []
        for mode in modes where own.contains(mode) && Int.random(in: 0...2, using: &random) == 0 {
            taken.insert(mode)
        }
        if taken.contains(.yen) { taken.remove(.dinar) }
        self.modes = taken
        let scale: Int128 = taken.contains(.yen) ? 1 : taken.contains(.dinar) ? 1000 : 100
        let foreign = taken.contains(.yen) ? "-YEN" : taken.contains(.dinar) ? "-DINAR" : ""
        customer = (isIndia && Bool.random(using: &random) ? "FAR" : "LOCAL") + foreign
        var items: [(String, Int128)] =
            isIndia
            ? [("T18", 1800), ("T5", 500), ("T0.25", 25), ("T40", 4000), ("Tnil", 0)]
            : [("standard", 1900), ("reduced", 700), ("zero", 0)]
        if taken.contains(.reverseCharge) {
            items = isIndia ? [("R18", 1800), ("R5", 500)] : items + [("scrap", 0)]
        }
        if taken.contains(.agent) { items += [("AGENT", 0), ("AGENT", 0)] }
        if taken.contains(.exempt) {
            items +=
                isIndia
                ? [("Texempt", 0), ("Tnil", 0)] : [("teaching", 0), ("healing", 0), ("insured", 0)]
        }
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
                item: item, rate: rate, scale: scale)
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
                    discount: discount, freight: freight, item: item, rate: rate,
                    scale: scale))
        }
        let bears = lines.contains { !$0.isAgent }
        self.lines = lines
        percent =
            Int.random(in: 0...2, using: &random) == 0
            ? Int128.random(in: 0...10_000, using: &random) : nil
        let worth = lines.reduce(0) { $0 + ($1.isAgent ? 0 : $1.net) }
        discount =
            bears && percent == nil && Bool.random(using: &random)
            ? Int128.random(in: 0...worth / 4, using: &random) : 0
        freight =
            bears && Bool.random(using: &random) ? Int128.random(in: 0...20_000, using: &random) : 0
        let most = lines.reduce(1) { $0 + $1.net }
        advances =
            !taken.contains(.advances)
            ? []
            : (0..<Int.random(in: 1...3, using: &random)).map { _ in
                let total = Int128.random(in: 1...most, using: &random)
                return Paid(total: total, tax: Int128.random(in: 0...total / 4, using: &random))
            }
    }

    /// The heads that its taxes stand under.
    var heads: [String] { isIndia ? (isIntra ? ["cgst", "sgst"] : ["igst"]) : ["vat"] }

    /// Its advances as `Advance` reads them.
    var advanceTexts: [String] {
        advances.enumerated().map { index, paid in
            let taxes = heads.map { " \($0) \(decimal(paid.tax, places))" }.joined()
            return "A-\(index) \(decimal(paid.total, places))\(taxes)"
        }
    }

    /// The order as JSON.
    var json: String {
        let texts = lines.map { line in
            var text = "\(line.item) \(decimal(line.quantity, 3)) \(decimal(line.price, 4))"
            if line.per != 1 { text += " /\(line.per)" }
            if let percent = line.percent { text += " -\(decimal(percent, 2))%" }
            if line.discount > 0 { text += " -\(decimal(line.discount, places))" }
            if line.freight > 0 { text += " +\(decimal(line.freight, places))" }
            return text
        }
        var extra = ""
        if let percent { extra += #","discount":{"percent":"\#(decimal(percent, 2))"}"# }
        if discount > 0 { extra += #","discount":{"amount":"\#(decimal(discount, places))"}"# }
        if freight > 0 { extra += #","freight":{"amount":"\#(decimal(freight, places))"}"# }
        if modes.contains(.inclusive) { extra += #","pricesIncludeTax":true"# }
        if currency != "INR", currency != "EUR" {
            extra += #","exchangeRate":{"rate":"0.5862","source":"ECB","date":"2026-04-17"}"#
        }
        return order(texts, customer: customer, currency: currency, extra)
    }

    func outcome() -> Outcome {
        var outcome = Outcome()
        let nets = lines.map { $0.isAgent ? 0 : $0.net }
        let worth = nets.reduce(0, +)
        let whole = percent.map { Reckoning.rounded(worth * $0, 10_000) } ?? discount
        outcome.documentDiscounts = shared(whole, nets, &outcome.isTied)
        let left = zip(nets, outcome.documentDiscounts).map { $0 - $1 }
        outcome.documentFreights = shared(freight, left, &outcome.isTied)
        let values = zip(left, outcome.documentFreights).map { $0 + $1 }
        outcome.outside = lines.reduce(0) { $0 + ($1.isAgent ? $1.net : 0) }
        let isInclusive = modes.contains(.inclusive)
        outcome.taxable = isInclusive && !isAllReverse ? withoutTax(values) : values
        let tax = tax(on: outcome.taxable)
        if isAllReverse { outcome.reverseTax = tax } else { outcome.tax = tax }
        outcome.asked = outcome.taxable.reduce(0, +) + outcome.tax + outcome.outside
        if isInclusive {
            outcome.asked = values.reduce(0, +) + outcome.outside
        } else if currency == "INR" {
            outcome.asked = Reckoning.rounded(outcome.asked, 100) * 100
        }
        outcome.payable = outcome.asked
        for paid in advances {
            let used = min(paid.total, outcome.payable)
            outcome.payable -= used
            outcome.used.append(used)
            outcome.usedTaxes.append(Reckoning.rounded(paid.tax * used, paid.total))
        }
        if currency != "INR", currency != "EUR" {
            let scale = lines[0].scale
            outcome.payableAtHome = Reckoning.rounded(outcome.payable * 5862 * 100, 10_000 * scale)
            outcome.taxAtHome = Reckoning.rounded(outcome.tax * 5862 * 100, 10_000 * scale)
        }
        return outcome
    }

    /// Line by line in India; elsewhere each rate's sum, split again by what contains the tax.
    private func withoutTax(_ values: [Int128]) -> [Int128] {
        let without = { (value: Int128, rate: Int128) in
            Reckoning.rounded(value * 10_000, 10_000 + rate)
        }
        if isIndia { return zip(lines, values).map { without($1, $0.rate) } }
        var taxable = values
        for rate in Set(lines.map(\.rate)) {
            let group = lines.indices.filter { lines[$0].rate == rate }
            let sum = group.reduce(0) { $0 + values[$1] }
            var isTied = false
            // The nearest value, unless only the one beside it gives the sum with its tax.
            let nearest = without(sum, rate)
            let exact = [nearest, nearest - 1, nearest + 1].first {
                $0 + Reckoning.rounded($0 * rate, 10_000) == sum
            }
            let shares = shared(exact ?? nearest, group.map { values[$0] }, &isTied)
            for (line, share) in zip(group, shares) { taxable[line] = share }
        }
        return taxable
    }

    private func tax(on taxable: [Int128]) -> Int128 {
        var tax: Int128 = 0
        var byRate: [Int128: Int128] = [:]
        for (line, taxable) in zip(lines, taxable) {
            if !isIndia {
                byRate[line.rate, default: 0] += taxable
            } else if isIntra {
                tax += 2 * Reckoning.rounded(taxable * line.rate, 20_000)
            } else {
                tax += Reckoning.rounded(taxable * line.rate, 10_000)
            }
        }
        return byRate.reduce(tax) { $0 + Reckoning.rounded($1.value * $1.key, 10_000) }
    }

    /// Half up: nothing here is below zero.
    static func rounded(_ numerator: Int128, _ denominator: Int128) -> Int128 {
        (2 * numerator + denominator) / (2 * denominator)
    }

    /// Unit by unit: each left-over one to the line that is furthest below its exact share.
    private func shared(_ amount: Int128, _ weights: [Int128], _ isTied: inout Bool) -> [Int128] {
        let all = weights.reduce(0, +)
        // Where all is given away the lines weigh the same, but for what is no part of the value.
        let weights =
            all == 0 && lines.count == weights.count ? lines.map { $0.isAgent ? 0 : 1 } : weights
        let sum = all == 0 ? max(1, weights.reduce(0, +)) : all
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
        return places == 0
            ? digits : "\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
