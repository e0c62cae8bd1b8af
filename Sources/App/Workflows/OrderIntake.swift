import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Takes orders, and changes of orders of which nothing was delivered yet.
struct OrderIntake {
    let desk: OrderDesk

    /// An order is taken when everything it refers to is there, it is what was agreed, and it can be
    /// priced and taxed.
    ///
    /// - Returns: its id; `nil` after findings.
    func take(
        _ node: DataNode, in transaction: borrowing Transaction, _ findings: Findings
    ) throws -> String? {
        guard let order = Order(node, findings) else { return nil }
        let known = try Books.order(order.id, in: transaction)
        if let known { try checkChange(order, known, in: transaction, findings) }
        desk.checkFuture(order.date, at: order.node.location(of: "date"), findings)
        let context = try desk.newContext(of: order, in: transaction)
        let trial = OrderTrial(order, desk.master, context, findings)
        let deviations = Deviations(of: order.id, context.approvals, tells: true, findings)
        if let other = try Books.orderWithPurchaseOrder(of: order, in: transaction) {
            deviations.report(usedBefore(order, other))
        }
        findings.subject = "order \(order.id)"
        guard let trial, !findings.hasErrors else { return nil }
        let planner = BillingPlanner(master: desk.master)
        let amounts = trial.amounts
        if known == nil {
            try Books.add(order, amounts, in: transaction)
        } else {
            try Books.change(order, amounts, on: desk.today, in: transaction)
        }
        try planner.plan(
            order, trial.reviewed, value: trial.invoice.totals.payable, isNew: known == nil,
            at: order.node.location(of: "date"), in: transaction, findings)
        if findings.hasErrors { return nil }
        let approved = trial.reviewed.approved.filter { $0.found != nil } + trial.approved
        try Books.noteUse(of: approved + deviations.approved, order: order.id, in: transaction)
        desk.took(order, under: amounts.contract, isChange: known != nil)
        return order.id
    }

    private func checkChange(
        _ order: Order, _ known: Books.OrderEntry, in transaction: borrowing Transaction,
        _ findings: Findings
    ) throws {
        if order.revision <= known.revision {
            findings.add(
                Diagnostic(
                    code: "duplicate-order", "an order \(order.id) is in the books already",
                    at: order.node.location(of: order.revision > 1 ? "revision" : "id"),
                    found: order.revision > 1 ? "revision \(order.revision)" : order.id,
                    hint:
                        "give the new order an id of its own, or a change of it \"revision\": \(known.revision + 1)"
                ))
        } else if order.revision > known.revision + 1 {
            findings.add(
                Diagnostic(
                    .warning, code: "revision-gap",
                    "a revision of order \(order.id) is missing between this one and the books'",
                    at: order.node.location(of: "revision"), found: "revision \(order.revision)",
                    expected: "revision \(known.revision + 1)",
                    hint: "was a change refused or lost? this one takes the place of all before"))
        }
        if order.revision <= known.revision { return }
        if known.state == .cancelled {
            findings.add(
                Diagnostic(
                    code: "order-cancelled", "it was cancelled",
                    at: order.node.location(of: "id"), found: order.id,
                    expected: "an order that stands", hint: "give the new order an id of its own"))
        } else if try Books.isBegun(order.id, in: transaction) {
            findings.add(
                Diagnostic(
                    code: "order-begun",
                    "it can no longer be changed: some of it was delivered",
                    at: order.node.location(of: "revision"), found: "revision \(order.revision)",
                    hint: "cancel what is left of it, and enter the rest as a new order"))
        }
    }

    private func usedBefore(_ order: Order, _ other: String) -> Diagnostic {
        Diagnostic(
            code: "duplicate-purchase-order",
            "customer \(order.customer) has used this purchase order number before",
            at: order.node.location(of: "purchaseOrder"), found: order.purchaseOrder,
            expected: "a number that is not order \(other)'s",
            hint: "ask the customer whether the order was sent twice", subject: "order \(order.id)")
    }
}
