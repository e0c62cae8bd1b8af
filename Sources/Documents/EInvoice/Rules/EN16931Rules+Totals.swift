import Money

extension EN16931Rules {
    /// BG-22 and the totals of VAT.
    static let totals: [Rule] = [
        .present("BR-12", .bg22, .bt106, "The totals have the sum of the lines"),
        .present("BR-13", .bg22, .bt109, "The totals have the amount without VAT"),
        .present("BR-14", .bg22, .bt112, "The totals have the amount with VAT"),
        .present("BR-15", .bg22, .bt115, "The totals have the amount due"),
        .sum("BR-CO-10", .bg22, .bt106, words: "BT-106 is the sum of the lines' net amounts") {
            sum($1.lines.filter { $0.has(.bt131) }.map { $0.amount(.bt131) })
        },
        adjustments("BR-CO-11", .bt107, "allowances", \.allowances, .bt92),
        adjustments("BR-CO-12", .bt108, "charges", \.charges, .bt99),
        Rule(
            id: "BR-CO-13", severity: .fatal, group: .bg22,
            terms: [.bt109, .bt106, .bt107, .bt108],
            words: "BT-109 is BT-106 less the allowances and plus the charges",
            verdict: amountWithoutTax),
        Rule(
            id: "BR-CO-16", severity: .fatal, group: .bg22,
            terms: [.bt115, .bt112, .bt113, .bt114],
            words: "BT-115 is BT-112 less what is paid and plus the rounding", verdict: amountDue),
        Rule(
            "BR-53", .invoice, .bt6,
            words: "An invoice with a currency for accounting has the VAT in that currency"
        ) { invoice, facts in
            invoice.all(.bt6).allSatisfy { !facts.taxTotals(in: $0.text).isEmpty }
        },
        Rule(
            id: "BR-CO-14", severity: .fatal, group: .invoice, terms: [.bt110],
            words: "BT-110 is the sum of the VAT amounts of the breakdown", verdict: taxTotal),
        Rule(
            id: "BR-CO-15", severity: .fatal, group: .invoice, terms: [.bt112, .bt109, .bt110],
            words: "BT-112 is BT-109 with the VAT, which is stated once in the invoice's currency",
            verdict: totalWithTax),
        Rule("BR-CO-18", .invoice, words: "An invoice has a breakdown of its VAT (BG-23)") {
            _, facts in
            !facts.breakdown.isEmpty
        },
        .twoDecimals("BR-DEC-09", .bg22, .bt106), .twoDecimals("BR-DEC-10", .bg22, .bt107),
        .twoDecimals("BR-DEC-11", .bg22, .bt108), .twoDecimals("BR-DEC-12", .bg22, .bt109),
        .twoDecimals("BR-DEC-14", .bg22, .bt112), .twoDecimals("BR-DEC-16", .bg22, .bt113),
        .twoDecimals("BR-DEC-17", .bg22, .bt114), .twoDecimals("BR-DEC-18", .bg22, .bt115),
        taxDecimals("BR-DEC-13", .bt5), taxDecimals("BR-DEC-15", .bt6),
    ]

    /// BG-23.
    static let breakdown: [Rule] = [
        .present("BR-45", .bg23, .bt116, "A part of the VAT breakdown has a taxable amount"),
        .present("BR-46", .bg23, .bt117, "A part of the VAT breakdown has a VAT amount"),
        .present("BR-47", .bg23, .bt118, "A part of the VAT breakdown has a category"),
        Rule(
            "BR-48", .bg23, .bt119,
            words: "A part of the VAT breakdown has a rate, but for what is outside VAT's scope"
        ) { part, _ in part.has(.bt119) || part.text(.bt118) == "O" },
        Rule(
            id: "BR-CO-17", severity: .fatal, group: .bg23, terms: [.bt117, .bt116, .bt119],
            words: "BT-117 is BT-116 at the rate BT-119, to less than one unit"
        ) { part, facts in
            let rate = part.isOfVAT(facts.syntax) ? part.amount(.bt119) ?? .zero : .zero
            // The official test rounds the rate to a whole number before it asks whether it is zero.
            let isTaxed = !rate.rounded(to: 0, .halfAwayFromZero).isZero
            // Its CII test lets one whole unit pass, its UBL test does not.
            let isClose = facts.syntax == .cii && part.taxGap == Decimal(1)
            if isTaxed { return isClose ? .holds : part.taxVerdict }
            return part.untaxedVerdict
        },
        .twoDecimals("BR-DEC-19", .bg23, .bt116), .twoDecimals("BR-DEC-20", .bg23, .bt117),
    ]

    private static func adjustments(
        _ id: String, _ total: Term, _ name: String,
        _ groups: @escaping @Sendable (InvoiceFacts) -> [TermTree], _ amount: Term
    ) -> Rule {
        let words = "\(total.rawValue) is the sum of the document \(name)"
        return Rule(id: id, severity: .fatal, group: .bg22, terms: [total], words: words) {
            totals, facts in
            let parts = groups(facts)
            if parts.isEmpty && !totals.has(total) { return .holds }
            guard let expected = sum(parts.map { $0.amount(amount) })?.cents else { return .broken }
            return totals.amount(total) == expected ? .holds : .expected(expected)
        }
    }

    private static func taxDecimals(_ id: String, _ currency: Term) -> Rule {
        Rule(
            id, .invoice, .bt110,
            words: "The VAT in the currency of \(currency.rawValue) has no more than two decimals"
        ) { invoice, facts in
            guard let code = invoice.text(currency) else { return true }
            return facts.taxTotals(in: code).allSatisfy { $0.text.decimals <= 2 }
        }
    }

    private static func amountWithoutTax(_ totals: TermTree, _ facts: InvoiceFacts) -> Rule.Verdict
    {
        guard let net = sum([totals.amount(.bt106), totals.less(.bt107), totals.plus(.bt108)])
        else { return .broken }
        // UBL's official test does not round where there is nothing to add or take away.
        let isRounded = facts.syntax == .cii || totals.has(.bt107, .bt108)
        return totals.amount(.bt109) == (isRounded ? net.cents : net) ? .holds : .expected(net)
    }

    private static func amountDue(_ totals: TermTree, _ facts: InvoiceFacts) -> Rule.Verdict {
        guard let due = sum([totals.amount(.bt112), totals.less(.bt113), totals.plus(.bt114)])
        else { return .broken }
        // Only UBL's official test rounds, and only where something is paid already.
        let isRounded = facts.syntax == .ubl && totals.has(.bt113)
        let expected = isRounded ? due.cents : due
        return totals.amount(.bt115) == expected ? .holds : .expected(due)
    }

    private static func taxTotal(_ invoice: TermTree, _ facts: InvoiceFacts) -> Rule.Verdict {
        guard facts.syntax == .ubl else {
            let total = facts.currency.flatMap { facts.taxTotals(in: $0).first }
            return total.map { verdict($0, of: facts.breakdown) } ?? .holds
        }
        // UBL's official test asks the sum of whatever total has a breakdown.
        let totals = invoice.all(.bt110)
        for total in totals {
            let parts = facts.breakdown.filter { $0.element.parent == total.element.parent }
            if parts.isEmpty { continue }
            let verdict = verdict(total, of: parts)
            if verdict != .holds { return verdict }
        }
        return totals.isEmpty && !facts.breakdown.isEmpty ? .broken : .holds
    }

    private static func verdict(_ total: TermTree.Value, of parts: [TermTree]) -> Rule.Verdict {
        let stated = parts.filter { $0.has(.bt117) }
        guard let sum = sum(stated.map { $0.amount(.bt117) })?.cents else { return .broken }
        return Decimal(xml: total.text) == sum ? .holds : .expected(sum)
    }

    private static func totalWithTax(_ invoice: TermTree, _ facts: InvoiceFacts) -> Rule.Verdict {
        guard let currency = facts.currency, facts.syntax == .ubl || facts.totals != nil else {
            return .holds
        }
        // CII's official test is content where no VAT is stated and none is added.
        if facts.syntax == .cii, let net = facts.totals?.amount(.bt109),
            net == facts.totals?.amount(.bt112)
        {
            return .holds
        }
        let tax = facts.taxTotals(in: currency)
        guard tax.count == 1,
            let expected = sum([facts.totals?.amount(.bt109), Decimal(xml: tax[0].text)])?.cents
        else { return .broken }
        if facts.totals?.amount(.bt112) == expected { return .holds }
        return .expected(expected)
    }
}

extension TermTree {
    fileprivate func plus(_ term: Term) -> Decimal? { has(term) ? amount(term) : .zero }
    fileprivate func less(_ term: Term) -> Decimal? { plus(term).map { -$0 } }

    /// The taxable amount of a part of the breakdown (BG-23), without its sign, at its rate.
    private var taxOfMagnitude: Decimal? {
        guard let base = amount(.bt116), let rate = amount(.bt119) else { return nil }
        return try? base.magnitude.scaled(by: rate, over: Decimal(100), .towardZero).cents
    }

    /// How far its VAT, without its sign, is from that.
    fileprivate var taxGap: Decimal? {
        guard let tax = amount(.bt117), let exact = taxOfMagnitude else { return nil }
        return (try? tax.magnitude - exact)?.magnitude
    }

    /// Whether its VAT is that, within the one unit that the official rules leave.
    var taxVerdict: Rule.Verdict {
        guard let gap = taxGap, let exact = taxOfMagnitude else { return .broken }
        if gap < Decimal(1) { return .holds }
        return .expected(amount(.bt116)?.isNegative ?? false ? -exact : exact)
    }

    /// Whether a part of the breakdown is of VAT; in UBL no other is bound to it.
    fileprivate func isOfVAT(_ syntax: Syntax) -> Bool {
        syntax == .ubl || element.first("TypeCode")?.text.trimmed.uppercased() == "VAT"
    }

    fileprivate var untaxedVerdict: Rule.Verdict {
        guard let tax = amount(.bt117) else { return .broken }
        return tax.rounded(to: 0, .halfAwayFromZero).isZero ? .holds : .expected(.zero)
    }
}

extension Decimal {
    /// To two decimals, as EN 16931 rounds each of its sums.
    var cents: Decimal { rounded(to: 2, .halfAwayFromZero) }
}
