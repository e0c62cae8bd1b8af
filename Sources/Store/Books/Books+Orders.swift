import Database
import Diagnostics
import Money
import Trade

extension Books {
    /// What stands in the way of taking an order: its id or the customer's number was used before.
    public static func checkNew(
        _ order: Order, in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        if try record(.orders, order.id, in: transaction) != nil {
            findings.add(
                Diagnostic(
                    code: "duplicate-order", "an order \(order.id) is in the books already",
                    at: order.node.location(of: "id"), found: order.id,
                    hint: "give the new order an id of its own"))
        }
        guard let purchaseOrder = order.purchaseOrder else { return }
        let other = try transaction.first(
            "SELECT id FROM sales_order WHERE customer = ? AND purchase_order = ? AND id <> ?",
            .text(order.customer), .text(purchaseOrder), .text(order.id)
        ) { row in try row.string(0) }
        if let other {
            findings.add(
                Diagnostic(
                    code: "duplicate-purchase-order",
                    "customer \(order.customer) has used this purchase order number before",
                    at: order.node.location(of: "purchaseOrder"), found: purchaseOrder,
                    expected: "a number that is not order \(other)'s",
                    hint: "ask the customer whether the order was sent twice"))
        }
    }

    /// Takes an order whose checks have passed.
    public static func add(_ order: Order, in transaction: borrowing Transaction) throws {
        try transaction.execute(
            "INSERT INTO sales_order (id, customer, purchase_order, date) VALUES (?, ?, ?, ?)",
            .text(order.id), .text(order.customer), Binding(order.purchaseOrder),
            .text(order.date.description))
        for line in order.lines {
            try transaction.execute(
                "INSERT INTO order_line (order_id, line, ordered) VALUES (?, ?, ?)",
                .text(order.id), Binding(line.number), .integer(line.quantity.thousandths))
        }
    }

    /// Takes a delivery, or says what is wrong with it.
    ///
    /// Checked are its id, its order, its date against the order's, each line and that no more is
    /// delivered than was ordered. Without lines, all that is open is delivered.
    public static func add(
        _ delivery: Delivery, in transaction: borrowing Transaction, _ findings: Findings
    ) throws {
        let errorsBefore = findings.errorCount
        if try record(.deliveries, delivery.id, in: transaction) != nil {
            findings.add(
                Diagnostic(
                    code: "duplicate-delivery", "a delivery \(delivery.id) is in the books already",
                    at: delivery.location(of: "id"), found: delivery.id,
                    hint: "give the new delivery an id of its own"))
            return
        }
        let ordered = try transaction.first(
            "SELECT date FROM sales_order WHERE id = ?", .text(delivery.order)
        ) { row in try row.string(0) }
        guard let ordered else {
            findings.add(
                Diagnostic(
                    code: "unknown-order", "no order \(delivery.order) is in the books",
                    at: delivery.location(of: "order"), found: delivery.order,
                    hint: "import the order first; was it refused?"))
            return
        }
        if delivery.date.description < ordered {
            findings.add(
                Diagnostic(
                    code: "date-order", "the delivery is dated before its order",
                    at: delivery.location(of: "date"), found: delivery.date.description,
                    expected: "\(ordered) or later"))
        }
        let open = try openQuantities(of: delivery.order, in: transaction)
        let quantities = delivered(delivery, open, findings)
        if findings.errorCount > errorsBefore { return }
        try transaction.execute(
            "INSERT INTO delivery (id, order_id, date) VALUES (?, ?, ?)",
            .text(delivery.id), .text(delivery.order), .text(delivery.date.description))
        for (line, quantity) in quantities {
            try transaction.execute(
                "INSERT INTO delivery_line (delivery_id, line, quantity) VALUES (?, ?, ?)",
                .text(delivery.id), Binding(line), .integer(quantity))
        }
    }

    /// What was ordered and not yet delivered, in thousandths, by line.
    private static func openQuantities(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [(line: Int, open: Int64)] {
        var open: [(line: Int, open: Int64)] = []
        try transaction.query(
            """
            SELECT o.line, o.ordered - coalesce((
                SELECT sum(l.quantity) FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id
                WHERE d.order_id = o.order_id AND l.line = o.line), 0)
            FROM order_line o WHERE o.order_id = ? ORDER BY o.line
            """, .text(order)
        ) { row in open.append((try row.int(0), try row.int64(1))) }
        return open
    }

    private static func delivered(
        _ delivery: Delivery, _ open: [(line: Int, open: Int64)], _ findings: Findings
    ) -> [(line: Int, quantity: Int64)] {
        guard let lines = delivery.lines else {
            let rest = open.filter { $0.open > 0 }
            if rest.isEmpty {
                findings.add(
                    Diagnostic(
                        code: "nothing-open",
                        "nothing of order \(delivery.order) is left to deliver",
                        at: delivery.location(of: "order"), found: delivery.order,
                        hint: "was this delivery entered twice?"))
            }
            return rest.map { ($0.line, $0.open) }
        }
        return lines.compactMap { line in
            guard let known = open.first(where: { $0.line == line.line }) else {
                findings.add(
                    Diagnostic(
                        code: "unknown-line", "order \(delivery.order) has no line \(line.line)",
                        at: line.node.location(of: "line"), found: String(line.line),
                        expected: "one of \(open.map { String($0.line) }.joined(separator: ", "))"))
                return nil
            }
            if line.quantity.thousandths > known.open {
                findings.add(
                    Diagnostic(
                        code: "over-delivery",
                        "line \(line.line): more is delivered than is open of the order",
                        at: line.node.location(of: "quantity"), found: line.quantity.description,
                        expected: "at most \(Decimal(thousandths: known.open))"))
            }
            return (line.line, line.quantity.thousandths)
        }
    }
}
