import Invoicing
import Money
import Tax
import TestSupport
import Testing

struct InvoicePropertyTests {
    @Test(
        "Every invoice agrees to the minor unit with a second reckoning in fractions",
        arguments: [true, false])
    func agrees(isIndia: Bool) throws {
        let shop = try Shop.wide(isIndia: isIndia)
        var random = SplitMix64(seed: isIndia ? 0x1D1A : 0xE0)
        var seen: Set<Reckoning.Mode> = []
        for _ in 0..<rounds {
            let reckoning = Reckoning(isIndia: isIndia, &random, among: Reckoning.Mode.allCases)
            seen.formUnion(reckoning.modes)
            let invoice = try shop.bill(reckoning)
            let isSame = agrees(invoice, reckoning.outcome())
            let isSound = try isSound(invoice)
            #expect(isSame && isSound, "\(reckoning.json)")
            if !isSame || !isSound { return }
        }
        #expect(seen == Reckoning.Mode.all(isIndia: isIndia))
    }

    private func agrees(_ invoice: Invoice, _ expected: Reckoning.Outcome) -> Bool {
        let totals = invoice.totals
        let used = zip(expected.used, expected.usedTaxes).filter { $0.0 > 0 }
        let heads = Int128(invoice.prepayments.first?.heads ?? 1)
        return invoice.lines.map { Int128($0.taxable.minorUnits) } == expected.taxable
            && invoice.lines.map { Int128($0.documentDiscount.minorUnits) }
                == expected.documentDiscounts
            && invoice.lines.map { Int128($0.documentFreight.minorUnits) }
                == expected.documentFreights
            && Int128(totals.tax.minorUnits) == expected.tax
            && Int128(totals.reverseTax?.minorUnits ?? 0) == expected.reverseTax
            && Int128(totals.outside?.minorUnits ?? 0) == expected.outside
            && Int128(totals.withTax.minorUnits + totals.roundOff.minorUnits) == expected.asked
            && Int128(totals.payable.minorUnits) == expected.payable
            && invoice.exchange.map { Int128($0.payable.minorUnits) } == expected.payableAtHome
            && invoice.exchange.map { Int128($0.tax.minorUnits) } == expected.taxAtHome
            && invoice.prepayments.map { Int128($0.total.minorUnits) } == used.map(\.0)
            && invoice.prepayments.map { Int128($0.tax.minorUnits) } == used.map { $0.1 * heads }
    }

    /// What has to add up in every invoice, whatever its amounts: EN 16931 BR-CO-10 to 17, BR-S-08,
    /// and in India Σ lines = header.
    private func isSound(_ invoice: Invoice) throws -> Bool {
        let totals = invoice.totals
        let currency = invoice.currency
        let zero = Money.zero(currency)
        let summary = invoice.taxSummary
        let outside = totals.outside ?? zero
        var sound = try invoice.lines.map(\.taxable).total(currency) == totals.taxable
        sound = try sound && summary.map(\.taxable).total(currency) == totals.taxable
        sound =
            try sound
            && summary.map(\.total).total(currency) == totals.reverseTax ?? totals.tax
        sound = try sound && totals.taxable + totals.tax + outside == totals.withTax
        sound =
            try sound
            && totals.withTax + totals.roundOff - (totals.prepaid ?? zero) == totals.payable
        let value = try totals.lines - totals.discount + totals.freight
        sound = try sound && (totals.inclusive.map { try $0 - outside } ?? totals.taxable) == value
        sound = try sound && invoice.allowances.map(\.amount).total(currency) == totals.discount
        sound = try sound && invoice.charges.map(\.amount).total(currency) == totals.freight
        sound = sound && totals.taxes[.cgst] == totals.taxes[.sgst]
        let isIndia = invoice.regime == "india-gst"
        let widest = isIndia ? invoice.lines.count * 2 : summary.count
        sound =
            sound
            && (totals.inclusive != nil
                ? abs(totals.roundOff.minorUnits) <= widest
                : isIndia
                    ? (-49...50).contains(totals.roundOff.minorUnits) : totals.roundOff == zero)
        for line in invoice.lines { sound = try sound && isSound(line, in: invoice) }
        if !isIndia { sound = sound && hasOneExactGroupForEachRate(invoice) }
        for paid in invoice.prepayments {
            sound = try sound && paid.taxable + paid.tax == paid.total && !paid.total.isZero
        }
        return try sound
            && invoice.prepayments.map(\.total).total(currency) == totals.prepaid ?? zero
            && !totals.payable.isNegative
    }

    private func isSound(_ line: InvoiceLine, in invoice: Invoice) throws -> Bool {
        var sound = try line.gross - line.discount + line.freight == line.net
        let value = try line.net - line.documentDiscount + line.documentFreight
        if line.tax.category == .pureAgent {
            sound = sound && line.taxable.isZero && line.total == line.net && value == line.net
        } else if invoice.totals.inclusive == nil {
            sound = sound && value == line.taxable
        }
        let tax = try invoice.treatment.isReverseCharge ? .zero(invoice.currency) : line.taxSum()
        if line.tax.category != .pureAgent {
            sound = try sound && line.total == line.taxable + tax
        }
        return sound && !line.taxable.isNegative && line.taxes[.cgst] == line.taxes[.sgst]
    }

    /// BT-117 is BT-116 × BT-119 ÷ 100, and where the stated gross has a value that gives it, that is
    /// the one that was taken.
    private func hasOneExactGroupForEachRate(_ invoice: Invoice) -> Bool {
        let summary = invoice.taxSummary
        if Set(summary.map { "\($0.tax.category.rawValue) \($0.tax.rate)" }).count < summary.count {
            return false
        }
        let tax = { (value: Int128, group: Invoice.TaxGroup) in
            Reckoning.rounded(value * group.tax.rate.billionths, 100_000_000_000)
        }
        return summary.allSatisfy { group in
            let value = Int128(group.taxable.minorUnits)
            if Int128(group.total.minorUnits) != tax(value, group) { return false }
            if invoice.totals.inclusive == nil { return true }
            let stated = group.lines.map { invoice.lines[$0 - 1] }.reduce(Int128(0)) {
                $0 + Int128($1.net.minorUnits - $1.documentDiscount.minorUnits)
                    + Int128($1.documentFreight.minorUnits)
            }
            return value + tax(value, group) == stated
                || !(-2...2).contains { value + $0 + tax(value + $0, group) == stated }
        }
    }

    /// Where two lines have equal claim to a unit that is left over, the earlier one gets it. That may
    /// move it to another rate; it never moves what is shared out, nor a stated sum with tax. Which
    /// line of one rate bears it changes nothing at all.
    @Test("The order of the lines does not change what is to be paid", arguments: [true, false])
    func lineOrderDoesNotMatter(isIndia: Bool) throws {
        let shop = try Shop.wide(isIndia: isIndia)
        var random = SplitMix64(seed: isIndia ? 0x0D1 : 0x0D2)
        var compared = 0
        for _ in 0..<rounds / 4 {
            var reckoning = Reckoning(isIndia: isIndia, &random, among: Reckoning.Mode.allCases)
            let isTied = reckoning.outcome().isTied
            let before = try shop.bill(reckoning)
            reckoning.lines.shuffle(using: &random)
            let after = try shop.bill(reckoning)
            var same = before.sharedTexts == after.sharedTexts
            if before.pricesIncludeTax {
                same = same && before.totals.payable == after.totals.payable
            } else {
                same = same && before.totals.taxable == after.totals.taxable
            }
            if !isTied {
                same = same && before.totalText == after.totalText
                same = same && before.groupTexts == after.groupTexts
                compared += 1
            }
            #expect(same, "\(reckoning.json)")
            if !same { return }
        }
        #expect(compared > rounds / 16)
    }

    @Test(
        "However deliveries split an order, its amounts are billed as a whole, once",
        arguments: [true, false])
    func splitDeliveriesAddUp(isIndia: Bool) throws {
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        var random = SplitMix64(seed: isIndia ? 0x5B1 : 0x5B2)
        var compared = 0
        for _ in 0..<rounds / 4 {
            let reckoning = Reckoning(isIndia: isIndia, &random)
            let whole = try shop.bill(reckoning.json)
            let deliveries = split(reckoning, &random)
            let parts: [Invoice]
            do { parts = try shop.bill(reckoning.json, deliveries: deliveries) } catch let refused
                as Shop.Refused
            {
                // A step too small to bear its share of a discount, after rounding.
                #expect(refused.codes.allSatisfy { $0 == "discount-exceeds-value" })
                continue
            }
            for line in whole.lines {
                let own = parts.flatMap(\.lines).filter { $0.orderLine == line.orderLine }
                let quantity = try own.reduce(Decimal.zero) { try $0 + $1.quantity }
                #expect(quantity == line.quantity)
                #expect(try own.map(\.freight).total(whole.currency) == line.freight)
                if reckoning.lines[line.number - 1].percent == nil {
                    #expect(try own.map(\.discount).total(whole.currency) == line.discount)
                }
                if reckoning.percent == nil {
                    #expect(
                        try own.map(\.documentDiscount).total(whole.currency)
                            == line.documentDiscount)
                }
            }
            #expect(
                try parts.map(\.totals.freight).total(whole.currency) == whole.totals.freight)
            #expect(parts.dropFirst().allSatisfy { $0.totals.freight.isZero })
            for part in parts { #expect(try isSound(part), "\(reckoning.json)") }
            compared += 1
        }
        #expect(compared > rounds / 8)
    }

    /// Deliveries that together bring all of an order.
    private func split(
        _ reckoning: Reckoning, _ random: inout SplitMix64
    ) -> [[Int: String]] {
        var deliveries = [[Int: String]](
            repeating: [:], count: Int.random(in: 1...4, using: &random))
        for (index, line) in reckoning.lines.enumerated() {
            var open = line.quantity
            for delivery in deliveries.indices {
                let isLast = delivery == deliveries.count - 1
                let step = isLast ? open : Int128.random(in: 0...open, using: &random)
                open -= step
                if step > 0 {
                    deliveries[delivery][index + 1] =
                        "\(step / 1000).\(padded(Int(step % 1000), 3))"
                }
            }
        }
        return deliveries.filter { !$0.isEmpty }
    }
}

extension InvoiceLine {
    fileprivate func taxSum() throws -> Money { try taxes.total(taxable.currency) }
}

extension Invoice.Prepayment {
    /// How many heads its tax stands under.
    fileprivate var heads: Int { max(1, TaxHead.allCases.count { taxes[$0] != nil }) }
}

extension Invoice {
    /// What the order of the lines never changes.
    fileprivate var sharedTexts: [String?] {
        [totals.lines, totals.discount, totals.freight, totals.inclusive, totals.outside].map {
            $0?.plain
        }
    }

    /// The tax summary without the order in which its groups first appear.
    fileprivate var groupTexts: [String] {
        taxSummary.map { group in
            let taxes = TaxHeadOrder.texts(group.amounts).joined(separator: " ")
            return "\(group.hsn ?? "") \(group.tax.category) \(group.tax.rate) "
                + "\(group.taxable.plain) \(taxes)"
        }.sorted()
    }
}
