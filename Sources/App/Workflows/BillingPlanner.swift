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

    /// The plan of an order under a contract, and the clause that says so.
    func plan(of order: Order, under contract: String?) -> Clause<BillingPlan>? {
        contract.flatMap { master.contracts.terms(of: $0, nearest: order.date)?.billing }
    }

    // MARK: Recurring plans

    /// Plans the periods of a recurring contract for an order, in place of those planned before that
    /// are not billed yet: from the one that holds the order date to the contract's last day.
    ///
    /// - Parameters:
    ///   - isNew: nothing was planned for it before.
    ///   - location: what findings point at: the order, or the contract that changed.
    func plan(
        _ order: Order, _ reviewed: ReviewedOrder, value: Money, isNew: Bool = false,
        at location: SourceLocation, in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let billed = try isNew ? [] : Books.clearPlan(of: order.id, in: transaction)
        guard case .recurring(let plan) = reviewed.billing, let contract = reviewed.contract,
            let end = master.contracts.lastDay(of: contract.id)
        else {
            if let last = billed.last {
                conflict(last, nil, location, findings)
            }
            return
        }
        let periods = periods(of: plan, from: order.date, until: end)
        let source = contract.billing?.source.citation ?? contract.id
        if periods.isEmpty {
            findings.add(
                Diagnostic(
                    code: "no-period",
                    "contract \(contract.id) has no whole period from the date of order \(order.id) on",
                    at: location, found: order.date.description,
                    expected:
                        "a period of \(counted(plan.months, "month")), reckoned from \(plan.anchor), that ends by \(end) (\(source))",
                    hint: "an amendment with a later last day makes room for it"))
        }
        if value.minorUnits.multipliedReportingOverflow(by: Int64(periods.count)).overflow {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this order leave the range kept exactly", at: location,
                    found: "\(value) in each of \(counted(periods.count, "period"))",
                    hint: "is a quantity or price mistyped?"))
        }
        if findings.hasErrors { return }
        let isAmended = !master.contracts.amendments(of: contract.id).isEmpty
        for period in periods {
            if billed.contains(where: { $0 == period }) { continue }
            if let other = billed.first(where: {
                $0.first <= period.last && period.first <= $0.last
            }) {
                conflict(other, period, location, findings)
                return
            }
            let day = plan.inAdvance ? period.first : period.last
            let id = "\(order.id)#\(period.first)"
            let value = isAmended ? self.value(of: period, order) ?? value : value
            try Books.add(
                Books.Billable(
                    id: id, order: order.id, date: day, kind: .period(period), billDate: day,
                    group: id, value: value, quantities: []), in: transaction)
        }
    }

    /// What a period comes to at the contract's prices of its first day.
    private func value(of period: Period, _ order: Order) -> Money? {
        var context = OrderContext(isNew: false)
        context.reading = .stated
        let reviewed = ReviewedOrder(
            order, master, context, on: .period(period.first), Findings())
        let delivery = Delivery(id: order.id, order: order.id, date: period.first)
        return reviewed.flatMap {
            Fulfilment.Part(
                $0, .period(period), delivery, [], before: [:], isFirst: false, Findings())
        }?.value(master)
    }

    private func periods(
        of plan: RecurringPlan, from day: CalendarDate, until end: CalendarDate
    ) -> [Period] {
        let recurrence = Recurrence(anchor: plan.anchor, months: plan.months)
        let first = recurrence.index(of: day) ?? 0
        var periods: [Period] = []
        for number in first..<first + BillingPlanner.periodLimit {
            let period = recurrence.period(number)
            if period.last > end { break }
            periods.append(period)
        }
        return periods
    }

    private func conflict(
        _ billed: Period, _ new: Period?, _ location: SourceLocation, _ findings: Findings
    ) {
        findings.add(
            Diagnostic(
                code: "plan-conflict",
                "what is billed already does not fit the new plan of billing",
                at: location, found: "billed: \(billed.first) to \(billed.last)",
                expected: new.map { "a period like the plan's \($0.first) to \($0.last)" }
                    ?? "a recurring plan, as it was billed",
                hint: "end the contract after the last period billed, and begin a new one"))
    }

    // MARK: A contract that changed

    /// Plans anew what is not billed of an order whose contract has changed.
    ///
    /// - Parameter location: the contract that changed.
    func planAnew(
        _ entry: Books.OrderEntry, at location: SourceLocation,
        in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let unheard = Findings()
        guard let kept = try Books.record(.orders, entry.id, in: transaction),
            let order = kept.tree(.orders, unheard).flatMap({ Order($0.root, unheard) })
        else { throw EnvironmentError("the record of order \(entry.id) cannot be read") }
        let clause = plan(of: order, under: entry.contract)
        let trial = try trial(of: order, in: transaction)
        if let trial {
            OrderDesk.tellRepriced(trial, entry, findings)
            try Books.complete(order, trial.amounts, in: transaction)
        }
        if case .recurring? = clause?.terms {
            guard let trial else { return }
            try plan(
                order, trial.reviewed, value: trial.invoice.totals.payable, at: location,
                in: transaction, findings)
        } else if try Books.hasPeriods(entry.id, in: transaction) {
            let billed = try Books.clearPlan(of: entry.id, in: transaction)
            if let last = billed.last {
                conflict(last, nil, location, findings)
            }
        }
        if case .onCompletion? = clause?.terms { return }
        for (id, date) in try Books.waiting(of: entry.id, in: transaction) {
            let delivery = Delivery(id: id, order: order.id, date: date)
            let reviewed = try review(order, on: date, in: transaction)
            let billing = billing(of: delivery, for: order, reviewed, clause?.terms ?? .perDelivery)
            guard let group = billing.group else {
                findings.add(
                    Diagnostic(
                        code: "plan-conflict",
                        "delivery \(id) waits to be billed, which the new plan of billing never does",
                        at: location, found: id, expected: "a plan that bills deliveries",
                        hint: "issue what is delivered first: complete or cancel order \(order.id)")
                )
                return
            }
            try Books.setBilling(of: id, on: billing.date, group: group, in: transaction)
        }
    }

    /// The order as it states itself: terms that no longer fit are told by check and issue.
    private func trial(
        of order: Order, in transaction: borrowing Transaction
    ) throws -> OrderTrial? {
        var context = OrderContext(isNew: false)
        context.approvals = try Books.approvals(of: order.id, in: transaction)
        context.reading = .stated
        return OrderTrial(order, master, context, Findings())
    }

    /// The order as of a delivery; `nil` where it is not sound just now: `check` and `issue` say
    /// why, and goods that have left are not turned away for it.
    func review(
        _ order: Order, on day: CalendarDate, in transaction: borrowing Transaction
    ) throws -> ReviewedOrder? {
        var context = OrderContext(isNew: false)
        context.approvals = try Books.approvals(of: order.id, in: transaction)
        return ReviewedOrder(order, master, context, on: .delivery(day), Findings())
    }

    // MARK: Deliveries

    /// From which day a delivery is billed, and with what.
    ///
    /// - Parameter reviewed: the order as of the delivery; `nil` where it is not sound just now.
    func billing(
        of delivery: Delivery, for order: Order, _ reviewed: ReviewedOrder?, _ plan: BillingPlan
    ) -> (date: CalendarDate?, group: String?) {
        switch plan {
        case .perDelivery: (delivery.date, delivery.id)
        case .onCompletion: (nil, BillingPlanner.completionGroup(of: order.id))
        case .perMonth: (delivery.date.lastOfMonth, monthGroup(of: delivery, for: order, reviewed))
        // Milestones are billed, what is delivered on the way is not.
        case .milestones: delivery.milestone == nil ? (nil, nil) : (delivery.date, delivery.id)
        case .recurring: (nil, nil)
        }
    }

    static func completionGroup(of order: String) -> String { "order \(order)" }

    /// Deliveries of one customer and month go together as far as one document can say the same of
    /// all of them: contract, place, registration, settled terms, exchange rate, the customer's
    /// version, how it is taxed. Those of an order that is not sound go by themselves.
    private func monthGroup(
        of delivery: Delivery, for order: Order, _ reviewed: ReviewedOrder?
    ) -> String {
        let (year, month, _) = delivery.date.components
        guard let reviewed else { return "month \(year)-\(padded(month, 2))|order \(order.id)" }
        let rate = order.exchangeRate.map { "\($0.rate) \($0.source) \($0.date)" }
        let parts = [
            "month \(year)-\(padded(month, 2))", order.customer, reviewed.contract?.id,
            order.currency.code, order.shipTo, reviewed.customer.taxNumber,
            reviewed.customer.validFrom?.description, reviewed.paymentTerms.terms.description, rate,
        ]
        return (parts.map { $0 ?? "" } + taxation(of: reviewed)).joined(separator: "|")
    }

    /// What a document says once about the tax of all it bills: whether prices contain it, where the
    /// supply happens, who owes it, whether it is VAT's at all.
    private func taxation(of reviewed: ReviewedOrder) -> [String] {
        let invoice = Calculator.invoice(
            .whole(reviewed), company: master.company, rates: master.rates,
            issueDate: reviewed.order.date, explains: false, Findings())
        guard let invoice else { return ["order \(reviewed.order.id)"] }
        var parts = invoice.treatment.placeOfSupply.map { [$0.code] } ?? []
        if invoice.pricesIncludeTax { parts.append("with tax") }
        if invoice.treatment.isReverseCharge { parts.append("reverse charge") }
        if invoice.taxSummary.contains(where: { $0.tax.category == .outsideScope }) {
            parts.append("outside scope")
        }
        return parts
    }
}
