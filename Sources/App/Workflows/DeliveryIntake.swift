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
        desk.checkFuture(
            delivery.date, at: delivery.location(of: "date") ?? node.location, findings)
        if delivery.returns != nil {
            try takeReturn(delivery, known, order, in: transaction, findings)
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
        let clause = planner.plan(of: order, under: contract)
        let plan = clause?.terms ?? .perDelivery
        if case .recurring = plan {
            findings.add(
                Diagnostic(
                    code: "recurring-delivery",
                    "order \(order.id) is billed by periods: nothing is delivered of it",
                    at: delivery.location(of: "order"), found: order.id,
                    expected:
                        "no delivery: periods bill it (\(clause?.source.citation ?? "its contract"))"
                ))
            return
        }
        guard let kind = try kind(of: delivery, plan, in: transaction, findings) else { return }
        let open = try Books.openLines(of: order.id, in: transaction)
        var quantities: [(line: Int, quantity: Decimal)] = []
        if delivery.milestone == nil { quantities = delivered(delivery, open, findings) }
        if findings.hasErrors { return }
        let reviewed = try planner.review(order, on: delivery.date, in: transaction)
        let billing = planner.billing(of: delivery, for: order, reviewed, plan)
        var event = Books.Billable(
            id: delivery.id, order: order.id, date: delivery.date, kind: kind,
            billDate: billing.date, group: billing.group, value: nil, quantities: quantities)
        if billing.group != nil {
            event.value = value(of: event, order, delivery, reviewed, open)
        }
        try Books.add(event, in: transaction)
        if case .onCompletion = plan, isComplete(open, quantities) {
            try Books.billGroup(
                BillingPlanner.completionGroup(of: order.id), of: order.id, from: delivery.date,
                in: transaction)
        }
    }

    /// What an event would be billed for by itself; zero where it cannot be calculated.
    private func value(
        of event: Books.Billable, _ order: Order, _ delivery: Delivery, _ reviewed: ReviewedOrder?,
        _ open: [Books.OpenLine]
    ) -> Money {
        let before = Dictionary(
            open.map { ($0.line, $0.delivered) }, uniquingKeysWith: { first, _ in first })
        var isFirst = open.allSatisfy { $0.delivered.isZero }
        if case .milestone(_, let from, _) = event.kind { isFirst = from.isZero }
        let part = reviewed.flatMap {
            Fulfilment.Part(
                $0, event.kind, delivery, event.quantities, before: before, isFirst: isFirst,
                Findings())
        }
        return part?.value(desk.master) ?? .zero(order.currency)
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
}
