import Diagnostics
import Formats
import Invoicing
import Money
import TestSupport
import Testing
import Trade

/// The explanation says what the calculation did: followed back, it gives the amounts again.
struct ExplanationTests {
    @Test(
        "Every amount is explained by steps that give it again, down to the user's files",
        arguments: [true, false])
    func followed(isIndia: Bool) throws {
        let shop = try Shop.wide(isIndia: isIndia)
        var random = SplitMix64(seed: isIndia ? 0xE1 : 0xE2)
        for _ in 0..<max(20, rounds / 20) {
            let reckoning = Reckoning(isIndia: isIndia, &random, among: Reckoning.Mode.allCases)
            try check(shop.bill(reckoning))
        }
    }

    private func check(_ invoice: Invoice) throws {
        let value = invoice.value
        var known: [String: Explanation.Step] = [:]
        for step in invoice.explanation.steps {
            let path = step.path.description
            #expect(known[path] == nil, "\(path) is explained once")
            // A step rests on steps before it: no circle, nothing missing.
            for from in step.from { #expect(known[from.description] != nil, "\(path) ← \(from)") }
            #expect(!step.from.isEmpty || !step.facts.isEmpty, "\(path) rests on nothing")
            known[path] = step
            #expect(printed(value, step.path) == text(step.amount), "\(path)")
            if let again = try recomputed(step, known, invoice) {
                #expect(again == step.amount.units, "\(path) by \(step.rule.rawValue)")
            }
        }
        #expect(known["totals.payable"]?.amount.units == Int128(invoice.totals.payable.minorUnits))
        for line in invoice.lines {
            let fact = known["lines.\(line.number).unitPrice"]?.facts.first
            var lines = LineFinder()
            #expect(fact?.source.place(&lines)?.hasPrefix("shop.json:") == true)
        }
    }

    /// What the canonical JSON says at a path.
    private func printed(_ root: Value, _ path: Explanation.Path) -> Value? {
        var value: Value? = root
        for name in path.group.rawValue.split(separator: ".") { value = value?[String(name)] }
        if path.index > 0, case .list(let elements)? = value { value = elements[path.index - 1] }
        return value?[path.field.rawValue]
    }

    private func text(_ amount: Explanation.Amount) -> Value {
        switch amount {
        case .money(let money): .money(money)
        case .number(let number): .decimal(number)
        case .code(let code): .text(code)
        }
    }

    /// The amount in minor units, by whole numbers alone; `nil` for rules that only cite facts or
    /// split, which other tests reckon again.
    private func recomputed(
        _ step: Explanation.Step, _ known: [String: Explanation.Step], _ invoice: Invoice
    ) throws -> Int128? {
        let inputs = step.from.compactMap { known[$0.description] }
        func sum(_ parts: [Explanation.Step]) -> Int128 {
            parts.reduce(0) { total, part in
                let isLess = [.discount, .documentDiscount, .prepaid].contains(part.path.field)
                return total + (isLess ? -part.amount.units : part.amount.units)
            }
        }
        switch step.rule {
        case .sumOfLines, .sumOfGroups, .sumOfHeads, .sumOfPrepayments:
            return inputs.reduce(0) { $0 + $1.amount.units }
        case .lineNet, .lineTaxable, .lineTotal, .totalTaxable, .totalInclusive,
            .totalWithTax, .paidAsAgent, .payable:
            return sum(inputs)
        case .pureAgent, .owedByRecipient: return 0
        case .roundToStated, .prepaymentTaxable:
            return inputs[0].amount.units - inputs[1].amount.units
        case .lineWithoutTax, .groupWithoutTax:
            let rate = try #require(step.facts.last?.value.split(separator: " ").first)
            let percent = try #require(Decimal(String(rate)))
            return Reckoning.rounded(
                sum(inputs) * 100_000_000_000, 100_000_000_000 + percent.billionths)
        case .quantityTimesPrice:
            let line = invoice.lines[step.path.index - 1]
            let product = inputs[0].amount.units * inputs[1].amount.units
            return Reckoning.rounded(
                product / 1_000_000_000,
                step.amount.billionthsInUnit * line.per.billionths / 1_000_000_000)
        case .lineTax, .groupTax:
            let rate = try #require(step.facts.first?.value.split(separator: " ").first)
            let percent = try #require(Decimal(String(rate)))
            return Reckoning.rounded(
                inputs[0].amount.units * percent.billionths, 100_000_000_000)
        case .discountPercent:
            let line = invoice.lines[step.path.index - 1]
            let percent = try #require(line.discountPercent)
            return Reckoning.rounded(
                inputs[0].amount.units * percent.billionths, 100_000_000_000)
        default: return nil
        }
    }
}

extension Explanation.Amount {
    /// Of a minor unit.
    fileprivate var billionthsInUnit: Int128 {
        guard case .money(let money) = self else { return 1 }
        return (0..<9 - money.currency.minorDigits).reduce(1) { power, _ in power * 10 }
    }

    /// Minor units of money, billionths of other numbers.
    fileprivate var units: Int128 {
        switch self {
        case .money(let money): Int128(money.minorUnits)
        case .number(let number): number.billionths
        case .code: 0
        }
    }
}
