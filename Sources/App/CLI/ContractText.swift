import Diagnostics
import Money
import Trade
import Workflows

extension Contracts.Shown {
    /// The terms for people: a head, then a table for each kind of term, every row with its clause.
    var text: String {
        var text = printableTable(head)
        text += section("prices", terms.prices.flatMap { $0.rows(terms.currency) })
        text += section("discounts", terms.discounts.map(\.row))
        if terms.limitsProducts {
            text += section("products: nothing else may be ordered", terms.products.map(\.row))
        }
        var others: [[String]] = []
        if let clause = terms.paymentTerms {
            others.append(["payment", clause.terms.description, clause.source.text])
        }
        if let clause = terms.freight {
            others.append(["freight", clause.terms.text, clause.source.text])
        }
        if let clause = terms.billing {
            for (index, line) in clause.terms.lines.enumerated() {
                others.append(
                    [index == 0 ? "billing" : "", line, index == 0 ? clause.source.text : ""])
            }
        }
        return text + section("payment, freight, billing", others)
    }

    private var head: [[String]] {
        var rows = [["contract", terms.id + (terms.title.map { "  \($0)" } ?? "")]]
        rows.append(["customer", terms.customer + (customerName.map { "  \($0)" } ?? "")])
        if let reference = terms.reference { rows.append(["reference", reference]) }
        rows.append(["currency", terms.currency.code])
        rows.append(["term", "\(span(terms.from, terms.to)), \(standing.rawValue)"])
        if let note { rows.append(["note", note]) }
        for amendment in amendments {
            let title = amendment.title.map { "  \($0)" } ?? ""
            rows.append([
                amendment.isInForce ? "amendment" : "to come",
                "\(amendment.id) from \(amendment.from)\(title)",
            ])
        }
        rows.append(["terms on", terms.day.description])
        return rows
    }

    private func section(_ title: String, _ rows: [[String]]) -> String {
        if rows.isEmpty { return "" }
        return "\n\(title)\n" + printableTable(rows.map { ["  " + $0[0]] + $0.dropFirst() })
    }
}

extension ClauseSource {
    fileprivate var text: String { "\(citation)  (\(place))" }
}

extension ContractPrice {
    /// A row; of tiers one for each.
    fileprivate func rows(_ currency: Currency) -> [[String]] {
        let days = span(from, to)
        let base = pricing.per == Decimal(1) ? "" : " per \(pricing.per)"
        switch pricing {
        case .flat(let unitPrice, _):
            return [[item, "\(unitPrice)\(base)", days, source.text]]
        case .package(let size, let price):
            return [[item, "\(price) for a package of \(size)", days, source.text]]
        case .volume(let tiers, _), .graduated(let tiers, _):
            let model = if case .volume = pricing { "volume" } else { "graduated" }
            return [[item, "\(model) tiers\(base)", days, source.text]]
                + tiers.map { ["", "  \($0.label): \($0.unitPrice)", "", ""] }
        }
    }
}

extension ContractDiscount {
    fileprivate var row: [String] {
        let why = reason.map { " (\($0))" } ?? ""
        return ["on \(scope)", "\(percent) %\(why)", span(from, to), source.text]
    }
}

extension ContractProduct {
    fileprivate var row: [String] {
        let limits = [
            minimum.map { "at least \($0) a line" }, maximum.map { "at most \($0) a line" },
            total.map { "\($0) over the contract" },
        ].compactMap(\.self)
        return [
            scope.name, limits.isEmpty ? "any quantity" : limits.joined(separator: ", "), "",
            source.text,
        ]
    }
}

extension ContractFreight {
    fileprivate var text: String {
        let what = amount?.description ?? "the order's own"
        return switch charged {
        case .firstDelivery: "\(what), with the first delivery"
        case .eachDelivery: "\(what), with each delivery"
        case .byQuantity: "\(what), shared among deliveries by quantity"
        case .included: "included in the prices"
        }
    }
}

extension BillingPlan {
    /// A line of text; of milestones one more for each.
    fileprivate var lines: [String] {
        switch self {
        case .perDelivery: return ["one invoice for each delivery"]
        case .onCompletion: return ["one invoice once all of an order is delivered"]
        case .perMonth: return ["one invoice for all deliveries of a month"]
        case .milestones(let milestones):
            return ["a share of the order with each milestone"]
                + milestones.map { "  \($0.id): \($0.percent) %, \($0.description)" }
        case .recurring(let plan):
            let every =
                switch plan.months {
                case 1: "month"
                case 3: "quarter"
                case 6: "half-year"
                case 12: "year"
                default: "\(plan.months) months"
                }
            return [
                "each \(every) in \(plan.inAdvance ? "advance" : "arrears"), "
                    + "periods from \(plan.anchor) on"
            ]
        }
    }
}
