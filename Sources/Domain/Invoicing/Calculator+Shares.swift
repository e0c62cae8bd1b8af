import Diagnostics
import Money
import Tax
import Trade

/// The document's discount and freight, split over its lines.
///
/// What is paid as the buyer's pure agent is no part of the supply's value and bears neither.
extension Calculator {
    /// The document's discount on this invoice: each line's share of it.
    ///
    /// A percentage is one rounded amount of the net lines: of all of them where every part grants
    /// the same, else of each part's. An amount belongs to the whole order: it is split over the
    /// order's lines by largest remainder, and each share is billed with its line's quantity.
    func shareDiscounts(_ lines: inout [PricedLine], _ taxes: [LineTax]) throws(AmountOverflow) {
        let first = fulfilment.parts[0].order.discount?.terms.percent
        let isCommon = fulfilment.parts.dropFirst().allSatisfy {
            $0.order.discount?.terms.percent == first
        }
        if isCommon, let first, !lines.contains(where: \.net.isNegative) {
            try share(
                first, over: bearers(lines, lines.indices, taxes), \.documentDiscount, &lines)
            return
        }
        for part in fulfilment.parts.indices {
            guard let size = fulfilment.parts[part].order.discount?.terms.size else { continue }
            let bearers = bearers(lines, range(of: part, in: lines), taxes)
            switch size {
            case .percent(let rate):
                // What is worth less than nothing is refused by `checkDiscounts`.
                if bearers.contains(where: { lines[$0].net.isNegative }) { continue }
                try share(rate, over: bearers, \.documentDiscount, &lines)
            case .amount(let whole):
                try share(whole, of: part, byQuantityOver: bearers, \.documentDiscount, &lines)
            }
        }
    }

    /// The document's freight, split by what each line is worth, on the invoices that its terms name:
    /// the order's first, each one, or all by quantity.
    func shareFreights(_ lines: inout [PricedLine], _ taxes: [LineTax]) throws(AmountOverflow) {
        for number in fulfilment.parts.indices {
            let part = fulfilment.parts[number]
            guard let agreed = part.order.freight else { continue }
            let bearers = bearers(lines, range(of: number, in: lines), taxes)
            switch agreed.charged {
            case .included: continue
            case .byQuantity:
                try share(
                    agreed.freight.amount, of: number, byQuantityOver: bearers, \.documentFreight,
                    &lines)
            case .firstDelivery where !part.isFirst: continue
            case .firstDelivery, .eachDelivery:
                var weights: [Money] = []
                for line in bearers {
                    weights.append(try lines[line].net - lines[line].documentDiscount)
                }
                let shares = try agreed.freight.amount.split(by: weights)
                for (line, share) in zip(bearers, shares) { lines[line].documentFreight = share }
            }
        }
    }

    /// The lines of one part: they follow each other.
    private func range(of part: Int, in lines: [PricedLine]) -> Range<Int> {
        if fulfilment.parts.count == 1 { return lines.indices }
        let start = lines.firstIndex { $0.part == part } ?? 0
        return start..<(lines[start...].firstIndex { $0.part != part } ?? lines.count)
    }

    private func bearers(
        _ lines: [PricedLine], _ range: Range<Int>, _ taxes: [LineTax]
    ) -> [Int] {
        range.filter { taxes[lines[$0].tax].category != .pureAgent }
    }

    /// A percentage of what lines come to, as one rounded amount, split over them.
    private func share(
        _ rate: Decimal, over bearers: [Int], _ field: WritableKeyPath<PricedLine, Money>,
        _ lines: inout [PricedLine]
    ) throws(AmountOverflow) {
        let nets = bearers.map { lines[$0].net }
        let shares = try percentage(rate, of: nets.total(currency)).split(by: nets)
        for (line, share) in zip(bearers, shares) { lines[line][keyPath: field] = share }
    }

    /// An amount of the whole order, split over the order's lines by what they are worth; of each
    /// share what belongs to the quantity that is billed now.
    private func share(
        _ whole: Money, of part: Int, byQuantityOver bearers: [Int],
        _ field: WritableKeyPath<PricedLine, Money>, _ lines: inout [PricedLine]
    ) throws(AmountOverflow) {
        let order = fulfilment.parts[part].order
        var numbers: [Int] = []
        var nets: [Money] = []
        for line in order.lines where !isPaidAsAgent(line) {
            numbers.append(line.ordered.number)
            nets.append(try fullAmounts(line).net)
        }
        if nets.contains(where: \.isNegative) { return }
        var byNumber: [Int: Money] = [:]
        for (number, share) in zip(numbers, try whole.split(by: nets)) { byNumber[number] = share }
        for index in bearers {
            let line = lines[index]
            let source = fulfilment.parts[line.part].lines[line.row]
            let share = byNumber[source.line.ordered.number] ?? .zero(currency)
            lines[index][keyPath: field] = try share.part(
                from: line.before, to: line.after, of: source.whole)
        }
    }

    /// Also of lines that are not on this invoice.
    private func isPaidAsAgent(_ line: ReviewedOrder.Line) -> Bool {
        regime is IndiaGST && line.item.taxClass(on: issueDate) == TaxCategory.pureAgent.rawValue
    }

    // MARK: What may not be

    /// An amount of the document needs a line that bears it.
    func checkBearers(
        _ lines: [PricedLine], _ taxes: [LineTax], _ findings: Findings
    ) -> Bool {
        if !taxes.contains(where: { $0.category == .pureAgent }) { return true }
        var isSound = true
        for number in fulfilment.parts.indices {
            let part = fulfilment.parts[number]
            let isBorne = !bearers(lines, range(of: number, in: lines), taxes).isEmpty
            let isBorneByOrder = !part.order.lines.allSatisfy(isPaidAsAgent)
            var lost: [String] = []
            if case .amount? = part.order.discount?.terms.size, !isBorneByOrder {
                lost.append("discount")
            }
            switch part.order.freight?.charged {
            case nil, .included: break
            case .byQuantity: if !isBorneByOrder { lost.append("freight") }
            case .firstDelivery: if part.isFirst, !isBorne { lost.append("freight") }
            case .eachDelivery: if !isBorne { lost.append("freight") }
            }
            for key in lost {
                findings.add(
                    Diagnostic(
                        code: "no-bearing-line",
                        "no line can bear the document's \(key): all are paid as pure agent",
                        at: part.order.order.node.location(of: key),
                        expected: "a line that is part of the supply's value (CGST Rule 33)"))
                isSound = false
            }
        }
        return isSound
    }

    /// No line may be worth less than nothing.
    func checkDiscounts(
        _ lines: [PricedLine], _ findings: Findings
    ) throws(AmountOverflow) -> Bool {
        var isSound = true
        for line in lines {
            if try !(line.net - line.documentDiscount).isNegative { continue }
            let ordered = fulfilment.parts[line.part].lines[line.row].line.ordered
            findings.add(
                Diagnostic(
                    code: "discount-exceeds-value",
                    "line \(ordered.number): discounts are larger than the line is worth",
                    at: ordered.node.location(of: "discount"),
                    found:
                        "\(line.discount) on the line, \(line.documentDiscount) of the document's",
                    expected: "together at most \(try line.gross + line.freight)"))
            isSound = false
        }
        return isSound
    }
}
