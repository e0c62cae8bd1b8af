import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Takes deliveries, milestones reached and goods that came back.
struct DeliveryIntake {
    let desk: OrderDesk

    /// - Returns: the record's id; `nil` after findings.
    func take(
        _ node: DataNode, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> String? {
        guard let delivery = Delivery(node, findings) else { return nil }
        if try Books.record(.deliveries, delivery.id, in: transaction) != nil {
            findings.add(
                Diagnostic(
                    code: "duplicate-delivery", "a delivery \(delivery.id) is in the books already",
                    at: delivery.location(of: "id"), found: delivery.id,
                    hint: "give the new delivery an id of its own"))
            return nil
        }
        guard let known = try Books.order(delivery.order, in: transaction),
            let order = try order(known, in: transaction)
        else {
            findings.add(
                Diagnostic(
                    code: "unknown-order", "no order \(delivery.order) is in the books",
                    at: delivery.location(of: "order"), found: delivery.order,
                    hint: "import the order first; was it refused?"))
            return nil
        }
        checkDate(delivery, after: order.date, "its order", findings)
        if delivery.returns != nil {
            try takeReturn(delivery, in: transaction, findings)
        } else {
            checkState(delivery, known, findings)
            try takeEvent(delivery, order, known.contract, in: transaction, findings)
        }
        return findings.hasErrors ? nil : delivery.id
    }

    /// The order as it was taken.
    private func order(
        _ known: Books.OrderEntry, in transaction: borrowing Transaction
    ) throws -> Order? {
        let unheard = Findings()
        guard let kept = try Books.record(.orders, known.id, in: transaction),
            let order = kept.tree(.orders, unheard).flatMap({ Order($0.root, unheard) })
        else { throw EnvironmentError("the record of order \(known.id) cannot be read") }
        return order
    }

    func checkDate(
        _ delivery: Delivery, after day: CalendarDate, _ what: String, _ findings: Findings
    ) {
        if delivery.date >= day { return }
        findings.add(
            Diagnostic(
                code: "date-order",
                "the \(delivery.returns == nil ? "delivery" : "return") is dated before \(what)",
                at: delivery.location(of: "date"), found: delivery.date.description,
                expected: "\(day) or later"))
    }

    private func checkState(
        _ delivery: Delivery, _ known: Books.OrderEntry, _ findings: Findings
    ) {
        switch known.state {
        case .open: break
        case .held:
            findings.add(
                Diagnostic(
                    .warning, code: "order-held",
                    "order \(known.id) is on hold: nothing is billed until it is released",
                    at: delivery.location(of: "order"), found: known.id,
                    hint: "bijak release \(known.id) --by …"))
        case .cancelled:
            findings.add(
                Diagnostic(
                    code: "order-cancelled", "order \(known.id) was cancelled",
                    at: delivery.location(of: "order"), found: known.id,
                    expected: "an order that stands",
                    hint: "goods that left nevertheless need a new order"))
        }
    }

    // MARK: What becomes billable

    private func takeEvent(
        _ delivery: Delivery, _ order: Order, _ contract: String?,
        in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let planner = BillingPlanner(master: desk.master)
        let terms = contract.flatMap { desk.master.contracts.terms(of: $0, on: order.date) }
        let plan = terms?.billing?.terms ?? .perDelivery
        if case .recurring = plan {
            findings.add(
                Diagnostic(
                    code: "recurring-delivery",
                    "order \(order.id) is billed by periods: nothing is delivered of it",
                    at: delivery.location(of: "order"), found: order.id,
                    expected: terms?.billing.map {
                        "no delivery: periods bill it (\($0.source.citation))"
                    }))
            return
        }
        guard let kind = try kind(of: delivery, plan, in: transaction, findings) else { return }
        let open = try Books.openLines(of: order.id, in: transaction)
        var quantities: [(line: Int, quantity: Decimal)] = []
        if delivery.milestone == nil { quantities = delivered(delivery, open, findings) }
        if findings.hasErrors { return }
        let billing = planner.billing(of: delivery, for: order, plan, contract: contract)
        var event = Books.Billable(
            id: delivery.id, order: order.id, date: delivery.date, kind: kind,
            billDate: billing.date, group: billing.group, value: nil, quantities: quantities)
        if billing.group != nil {
            event.value = try value(of: event, order, delivery, open, in: transaction)
        }
        try Books.add(event, in: transaction)
        if case .onCompletion = plan, isComplete(open, quantities) {
            try Books.billGroup(
                BillingPlanner.completionGroup(of: order.id), from: delivery.date, in: transaction)
        }
    }

    /// What happened: a delivery, or a milestone of the contract that was not reached before.
    private func kind(
        of delivery: Delivery, _ plan: BillingPlan, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws -> Books.Billable.Kind? {
        guard let id = delivery.milestone else { return .delivery }
        guard case .milestones(let milestones) = plan,
            let milestone = milestones.first(where: { $0.id == id })
        else {
            var expected: String?
            if case .milestones(let known) = plan {
                expected = "one of \(known.map(\.id).joined(separator: ", "))"
            }
            findings.add(
                Diagnostic(
                    code: "unknown-milestone", "order \(delivery.order) has no milestone \(id)",
                    at: delivery.location(of: "milestone"), found: id,
                    expected: expected ?? "a contract whose billing plan is milestones"))
            return nil
        }
        let reached = try Books.milestones(of: delivery.order, in: transaction)
        if reached.contains(where: { $0.id == id }) {
            findings.add(
                Diagnostic(
                    code: "duplicate-milestone", "milestone \(id) was reached before",
                    at: delivery.location(of: "milestone"), found: id,
                    hint: "was it entered twice?"))
            return nil
        }
        let before = reached.last?.to ?? .zero
        let after = Decimal(billionths: before.billionths + milestone.percent.billionths)
        if after > Decimal(100) {
            findings.add(
                Diagnostic(
                    code: "milestones-exceeded",
                    "with milestone \(id) more than the whole order would be billed",
                    at: delivery.location(of: "milestone"), found: "\(after) %",
                    expected: "at most 100 %", hint: "were percentages changed on the way?"))
            return nil
        }
        return .milestone(id, from: before, to: after)
    }

    /// What an event would be billed for by itself; zero where it cannot be calculated: `check` and
    /// `issue` say why, and goods that have left are not turned away for it.
    private func value(
        of event: Books.Billable, _ order: Order, _ delivery: Delivery, _ open: [Books.OpenLine],
        in transaction: borrowing Transaction
    ) throws -> Money {
        let unheard = Findings()
        var context = OrderContext(isNew: false)
        context.approvals = try Books.approvals(of: order.id, in: transaction)
        guard
            let reviewed = ReviewedOrder(
                order, desk.master, context, on: .delivery(event.date), unheard)
        else { return .zero(order.currency) }
        let lines = reviewed.lines.compactMap { line -> Fulfilment.Line? in
            if case .milestone(_, let from, let to) = event.kind {
                return Fulfilment.Line(line: line, before: from, after: to, whole: Decimal(100))
            }
            let number = line.ordered.number
            guard let now = event.quantities.first(where: { $0.line == number }),
                let before = open.first(where: { $0.line == number })?.delivered
            else { return nil }
            return Fulfilment.Line(
                line: line, before: before,
                after: Decimal(billionths: before.billionths + now.quantity.billionths),
                whole: line.ordered.quantity)
        }
        let part = Fulfilment.Part(
            order: reviewed, event: .delivery, delivery: delivery, lines: lines,
            isFirst: open.allSatisfy { $0.delivered.isZero })
        let invoice = Calculator.invoice(
            Fulfilment([part]), company: desk.master.company, issueDate: event.date, unheard)
        return invoice?.totals.payable ?? .zero(order.currency)
    }
}
