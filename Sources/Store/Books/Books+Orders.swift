import Database
import Diagnostics
import Money
import Trade

extension Books {
    /// An order as the tables know it.
    public struct OrderEntry: Sendable {
        public let id: String
        public let customer: String
        public let date: CalendarDate
        public let contract: String?
        public let revision: Int
        public let state: OrderState
        /// What all of it came to when it was taken, or when its contract last changed; of a
        /// recurring plan one period. `nil` where that could not be calculated.
        public let payable: Money?
    }

    public enum OrderState: String, Sendable {
        case open
        /// Nothing of it is issued until it is released.
        case held
        /// Nothing more of it is delivered; what was delivered is billed.
        case cancelled
    }

    /// What was calculated of an order as a whole, for lists and limits.
    public struct OrderAmounts: Sendable {
        public let contract: String?
        public let payable: Money
        /// Taxable value of each line, by its number.
        public let taxable: [Int: Money]

        public init(contract: String?, payable: Money, taxable: [Int: Money]) {
            self.contract = contract
            self.payable = payable
            self.taxable = taxable
        }
    }

    public static func order(
        _ id: String, in transaction: borrowing Transaction
    ) throws -> OrderEntry? {
        try transaction.first(
            """
            SELECT customer, date, contract, revision, state, payable, currency
            FROM sales_order WHERE id = ?
            """, .text(id)
        ) { row in
            OrderEntry(
                id: id, customer: try row.string(0),
                date: try row.date(1), contract: try row.optionalString(2),
                revision: try row.int(3), state: try OrderState(row, 4),
                payable: row.isNull(6) || row.isNull(5)
                    ? nil : Money(minorUnits: try row.int64(5), try row.currency(6)))
        }
    }

    /// Whether anything of an order was delivered, or came due by its plan of billing and was billed.
    public static func isBegun(
        _ order: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM delivery WHERE order_id = ?
                AND (kind <> 'period' OR document IS NOT NULL) LIMIT 1
            """, .text(order)
        ) { _ in true } ?? false
    }

    /// The other order of a customer that has the same purchase order number already.
    public static func orderWithPurchaseOrder(
        of order: Order, in transaction: borrowing Transaction
    ) throws -> String? {
        guard let purchaseOrder = order.purchaseOrder else { return nil }
        // Left to choose, SQLite takes the index that has the order: all orders of the customer.
        return try transaction.first(
            """
            SELECT id FROM sales_order INDEXED BY sales_order_purchase_order
            WHERE customer = ? AND purchase_order = ? AND id <> ? AND state <> 'cancelled'
            ORDER BY date, id LIMIT 1
            """,
            .text(order.customer), .text(purchaseOrder), .text(order.id)
        ) { row in try row.string(0) }
    }

    /// Takes an order whose checks have passed.
    public static func add(
        _ order: Order, _ amounts: OrderAmounts, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO sales_order
                (id, customer, purchase_order, date, contract, revision, currency, payable)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(order.id), .text(order.customer), Binding(order.purchaseOrder),
            .text(order.date.description), Binding(amounts.contract), Binding(order.revision),
            .text(order.currency.code), .integer(amounts.payable.minorUnits))
        try addLines(of: order, amounts, in: transaction)
    }

    /// Puts a newer revision of an order, nothing of which was delivered, in place of the older.
    public static func change(
        _ order: Order, _ amounts: OrderAmounts, on day: CalendarDate,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE sales_order SET customer = ?, purchase_order = ?, date = ?, contract = ?,
                revision = ?, currency = ?, payable = ?
            WHERE id = ?
            """,
            .text(order.customer), Binding(order.purchaseOrder), .text(order.date.description),
            Binding(amounts.contract), Binding(order.revision), .text(order.currency.code),
            .integer(amounts.payable.minorUnits), .text(order.id))
        try transaction.execute("DELETE FROM order_line WHERE order_id = ?", .text(order.id))
        try addLines(of: order, amounts, in: transaction)
        try add(
            OrderEvent(
                kind: .changed, date: day, reason: "revision \(order.revision)", person: nil),
            to: order.id, in: transaction)
    }

    private static func addLines(
        of order: Order, _ amounts: OrderAmounts, in transaction: borrowing Transaction
    ) throws {
        for line in order.lines {
            try transaction.execute(
                """
                INSERT INTO order_line (order_id, line, ordered, item, taxable)
                VALUES (?, ?, ?, ?, ?)
                """,
                .text(order.id), Binding(line.number), .integer(line.quantity.thousandths),
                .text(line.item), Binding(amounts.taxable[line.number]?.minorUnits))
        }
    }

    /// Orders under a contract that stand, by id.
    public static func orders(
        under contract: String, in transaction: borrowing Transaction
    ) throws -> [OrderEntry] {
        var ids: [String] = []
        try transaction.query(
            "SELECT id FROM sales_order WHERE contract = ? AND state <> 'cancelled' ORDER BY id",
            .text(contract)
        ) { row in ids.append(try row.string(0)) }
        return try ids.compactMap { try order($0, in: transaction) }
    }

    /// Quantities ordered under a contract so far, by item; cancelled orders count with what was
    /// delivered of them.
    public static func orderedQuantities(
        under contract: String, except order: String, in transaction: borrowing Transaction
    ) throws -> [String: Decimal] {
        var quantities: [String: Decimal] = [:]
        try transaction.query(
            """
            WITH counted AS (
                SELECT l.item, CASE WHEN o.state <> 'cancelled' THEN l.ordered ELSE coalesce((
                    SELECT sum(q.quantity) FROM delivery d
                    JOIN delivery_line q ON q.delivery_id = d.id
                    WHERE d.order_id = o.id AND q.line = l.line), 0) END AS quantity
                FROM sales_order o JOIN order_line l ON l.order_id = o.id
                WHERE o.contract = ? AND o.id <> ? AND l.item IS NOT NULL)
            SELECT item, sum(quantity / 1000000000), sum(quantity % 1000000000)
            FROM counted GROUP BY item
            """, .text(contract), .text(order)
        ) { row in
            // In two halves: the sum of many large quantities is more than 64 bits hold.
            let sum = Int128(try row.int64(1)) * 1_000_000_000 + Int128(try row.int64(2))
            quantities[try row.string(0)] = Decimal(billionths: sum * 1_000_000)
        }
        return quantities
    }
}
