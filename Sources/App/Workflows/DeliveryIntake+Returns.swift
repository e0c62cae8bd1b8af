import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// Goods that come back.
extension DeliveryIntake {
    func takeReturn(
        _ goods: Delivery, _ known: Books.OrderEntry, _ order: Order,
        in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        guard let id = goods.returns else { return }
        guard let delivery = try Books.returnable(id, in: transaction),
            delivery.order == goods.order
        else {
            findings.add(
                Diagnostic(
                    code: "unknown-delivery", "order \(goods.order) has no delivery \(id)",
                    at: goods.location(of: "returns"), found: id,
                    expected: "the id of the delivery whose goods come back",
                    hint: "a delivery note names it; bijak status --order \(goods.order)"))
            return
        }
        checkDate(goods, after: delivery.date, "the delivery", findings)
        for line in goods.lines ?? [] {
            let left = delivery.lines[line.line] ?? .zero
            if line.quantity <= left { continue }
            findings.add(
                Diagnostic(
                    code: "over-return",
                    "line \(line.line): more comes back than delivery \(id) brought",
                    at: line.node.location(of: "quantity"), found: line.quantity.description,
                    expected: "at most \(left)"))
        }
        if findings.hasErrors { return }
        if let document = delivery.document {
            findings.add(
                Diagnostic(
                    .warning, code: "credit-due",
                    "what comes back was billed on \(document) and waits for a credit note",
                    at: goods.location(of: "returns"), found: id,
                    hint: "bijak credit \(document) --return \(goods.id)"))
        }
        try Books.addReturn(
            goods, of: id, isBilled: delivery.document != nil, in: transaction)
        if delivery.document != nil { return }
        try BillingPlanner(master: desk.master).revalue(
            id, delivery.date, order, in: transaction)
        if known.state == .cancelled { return }
        // The order is open again: what is billed on its completion waits for that.
        try Books.suspendGroup(
            BillingPlanner.completionGroup(of: order.id), of: order.id, in: transaction)
    }
}
