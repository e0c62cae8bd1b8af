import Invoicing
import Money
import TestSupport
import Testing

struct InvoicePropertyTests {
    @Test(
        "Every invoice agrees to the minor unit with a second reckoning in fractions",
        arguments: [true, false])
    func agrees(isIndia: Bool) throws {
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        var random = SplitMix64(seed: isIndia ? 0x1D1A : 0xE0)
        for _ in 0..<rounds {
            let reckoning = Reckoning(isIndia: isIndia, &random)
            let expected = reckoning.outcome()
            let invoice = try shop.bill(reckoning.json)
            let same =
                invoice.lines.map { Int128($0.taxable.minorUnits) } == expected.taxable
                && invoice.lines.map { Int128($0.documentDiscount.minorUnits) }
                    == expected.documentDiscounts
                && invoice.lines.map { Int128($0.documentFreight.minorUnits) }
                    == expected.documentFreights
                && Int128(invoice.totals.tax.minorUnits) == expected.tax
                && Int128(invoice.totals.payable.minorUnits) == expected.payable
            #expect(same, "\(reckoning.json)")
            try checkSums(invoice)
            if !same { return }
        }
    }

    /// What has to add up in every invoice, whatever its amounts.
    private func checkSums(_ invoice: Invoice) throws {
        let totals = invoice.totals
        let currency = invoice.currency
        let summary = invoice.taxSummary
        let taxable = try invoice.lines.map(\.taxable).total(currency)
        var sound = taxable == totals.taxable
        sound = try sound && summary.map(\.taxable).total(currency) == totals.taxable
        sound = try sound && summary.map(\.total).total(currency) == totals.tax
        sound = try sound && totals.taxable + totals.tax == totals.withTax
        sound = try sound && totals.withTax + totals.roundOff == totals.payable
        sound = try sound && totals.lines - totals.discount + totals.freight == totals.taxable
        sound = try sound && invoice.allowances.map(\.amount).total(currency) == totals.discount
        sound = try sound && invoice.charges.map(\.amount).total(currency) == totals.freight
        sound = sound && (totals.taxes[.cgst] == totals.taxes[.sgst])
        sound = sound && (-49...50).contains(totals.roundOff.minorUnits)
        for line in invoice.lines {
            sound = try sound && line.gross - line.discount + line.freight == line.net
            sound =
                try sound
                && line.net - line.documentDiscount + line.documentFreight == line.taxable
            sound = sound && !line.taxable.isNegative && line.taxes[.cgst] == line.taxes[.sgst]
        }
        #expect(
            sound, "\(invoice.origin.source.bytes.count) bytes: \(invoice.lineTexts)")
    }

    @Test("The order of the lines does not change what is to be paid", arguments: [true, false])
    func lineOrderDoesNotMatter(isIndia: Bool) throws {
        let shop = isIndia ? try Shop.india() : try Shop.europe()
        var random = SplitMix64(seed: isIndia ? 0x0D1 : 0x0D2)
        var compared = 0
        for _ in 0..<rounds / 4 {
            var reckoning = Reckoning(isIndia: isIndia, &random)
            // Where two lines have equal claim to a cent that is left over, the earlier one gets it.
            if reckoning.outcome().isTied { continue }
            let before = try shop.bill(reckoning.json).totals
            reckoning.lines.shuffle(using: &random)
            let after = try shop.bill(reckoning.json).totals
            #expect(before.tax == after.tax && before.payable == after.payable, "\(reckoning.json)")
            compared += 1
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
            for part in parts { try checkSums(part) }
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
