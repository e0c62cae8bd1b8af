import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Says when what happens under an order is billed, by its contract's plan.
struct BillingPlanner {
    let master: MasterData

    /// Periods of one plan at most: a hundred years of months.
    private static let periodLimit = 1200

    // MARK: Recurring plans

    /// Plans the periods of a recurring contract for an order, in place of those planned before that
    /// are not billed yet: from the one that holds the order date to the contract's last day.
    func plan(
        _ order: Order, _ reviewed: ReviewedOrder, value: Money,
        in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let billed = try Books.clearPlan(of: order.id, in: transaction)
        guard case .recurring(let plan) = reviewed.billing, let contract = reviewed.contract,
            let end = master.contracts.lastDay(of: contract.id)
        else { return }
        let recurrence = Recurrence(anchor: plan.anchor, months: plan.months)
        let quantities = order.lines.map { (line: $0.number, quantity: $0.quantity) }
        let first = recurrence.index(of: order.date) ?? 0
        var planned = 0
        for number in first..<first + BillingPlanner.periodLimit {
            let period = recurrence.period(number)
            if period.last > end { break }
            planned += 1
            if let billed, period.first <= billed { continue }
            let day = plan.inAdvance ? period.first : period.last
            let id = "\(order.id)#\(period.first)"
            try Books.add(
                Books.Billable(
                    id: id, order: order.id, date: day, kind: .period(period), billDate: day,
                    group: id, value: value, quantities: quantities), in: transaction)
        }
        if planned == 0 {
            findings.add(
                Diagnostic(
                    code: "no-period",
                    "contract \(contract.id) has no whole period from the order date on",
                    at: order.node.location(of: "date"), found: order.date.description,
                    expected:
                        "a period of \(plan.months) months, reckoned from \(plan.anchor), that ends by \(end) (\(reviewed.contract?.billing?.source.citation ?? contract.id))",
                    hint: "an amendment with a later last day makes room for it"
                ))
        }
    }

    // MARK: Deliveries

    /// From which day a delivery is billed, and with what.
    func billing(
        of delivery: Delivery, for order: Order, _ plan: BillingPlan, contract: String?
    ) -> (date: CalendarDate?, group: String?) {
        switch plan {
        case .perDelivery: (delivery.date, delivery.id)
        case .onCompletion: (nil, BillingPlanner.completionGroup(of: order.id))
        case .perMonth:
            (delivery.date.lastOfMonth, monthGroup(of: delivery, for: order, contract))
        // Milestones are billed, what is delivered on the way is not.
        case .milestones: delivery.milestone == nil ? (nil, nil) : (delivery.date, delivery.id)
        case .recurring: (nil, nil)
        }
    }

    static func completionGroup(of order: String) -> String { "order \(order)" }

    /// Deliveries of one customer and month go together as far as one document can say the same of
    /// all of them: contract, place, registration, terms, exchange rate, the customer's version.
    private func monthGroup(
        of delivery: Delivery, for order: Order, _ contract: String?
    ) -> String {
        let version = master.customers.customer(order.customer, on: delivery.date)?.validFrom
        let (year, month, _) = delivery.date.components
        let terms = order.paymentTerms.map(\.description)
        let rate = order.exchangeRate.map { "\($0.rate) \($0.source) \($0.date)" }
        let parts = [
            "month \(year)-\(padded(month, 2))", order.customer, contract, order.currency.code,
            order.shipTo, order.billTo, version?.description, terms, rate,
        ]
        return parts.map { $0 ?? "" }.joined(separator: "|")
    }
}
