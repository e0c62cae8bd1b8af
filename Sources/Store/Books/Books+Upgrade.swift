import Database
import Money
import Trade

/// What books of version 1 lack, and how it is filled in.
extension Books {
    /// Orders whose amounts are not in the tables yet, by id, no more than `limit`.
    public static func incompleteOrders(
        limit: Int, in transaction: borrowing Transaction
    ) throws -> [String] {
        var orders: [String] = []
        try transaction.query(
            "SELECT id FROM sales_order WHERE currency IS NULL ORDER BY id LIMIT ?", Binding(limit)
        ) { row in orders.append(try row.string(0)) }
        return orders
    }

    /// Fills in what version 1 did not keep of an order.
    public static func complete(
        _ order: Order, _ amounts: OrderAmounts, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE sales_order SET contract = ?, currency = ?, payable = ? WHERE id = ?",
            Binding(amounts.contract), .text(order.currency.code),
            .integer(amounts.payable.minorUnits), .text(order.id))
        for line in order.lines {
            try transaction.execute(
                "UPDATE order_line SET item = ?, taxable = ? WHERE order_id = ? AND line = ?",
                .text(line.item), Binding(amounts.taxable[line.number]?.minorUnits),
                .text(order.id), Binding(line.number))
        }
    }

    /// Unbilled deliveries of an order that have no value yet.
    public static func unvaluedDeliveries(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var deliveries: [String] = []
        try transaction.query(
            "SELECT id FROM delivery WHERE order_id = ? AND document IS NULL AND value IS NULL",
            .text(order)
        ) { row in deliveries.append(try row.string(0)) }
        return deliveries
    }

    public static func setValue(
        _ value: Money, of delivery: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE delivery SET value = ? WHERE id = ?", .integer(value.minorUnits),
            .text(delivery))
    }

    /// Documents of an order whose lines are not in the tables yet.
    public static func documentsWithoutLines(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var documents: [String] = []
        try transaction.query(
            """
            SELECT number FROM document d WHERE order_id = ? AND kind = 'invoice'
                AND NOT EXISTS (SELECT 1 FROM document_line l WHERE l.document = d.number)
            ORDER BY number
            """, .text(order)
        ) { row in documents.append(try row.string(0)) }
        return documents
    }
}
