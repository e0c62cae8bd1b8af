import Database
import Money
import Trade

extension Books {
    /// How far one order line has come: ordered, delivered, billed, open.
    public struct LineStatus: Sendable {
        public let order: String
        public let customer: String
        public let orderDate: CalendarDate
        public let purchaseOrder: String?
        public let state: OrderState
        public let line: Int
        public let item: String
        /// Over all periods where a plan has periods.
        public let ordered: Decimal
        /// Net of what came back before it was billed; periods that have come due.
        public let delivered: Decimal
        /// Came back after it was billed and waits for a credit note.
        public let returned: Decimal
        public let billed: Decimal
        /// Of a plan of milestones: the percentage reached and the percentage billed. Quantities say
        /// what was delivered, percentages what is billed.
        public let milestones: (reached: Decimal, billed: Decimal)?
        /// Taxable values: what the line is worth, what was delivered of it, what documents billed.
        public let orderedValue: Money
        public let deliveredValue: Money
        public let billedValue: Money
        /// What credit notes have taken off the billed value, less what debit notes have added.
        public let creditedValue: Money
        public let lastDelivery: CalendarDate?
        /// The documents that bill it and the notes on them, by number; no cancelled ones.
        public let documents: [String]

        /// What is left to deliver; nothing where the order was cancelled.
        public var open: Decimal {
            state == .cancelled
                ? .zero : Decimal(billionths: ordered.billionths - delivered.billionths)
        }

        /// Something of the line is left to deliver or to bill. What milestones bill need not be
        /// delivered piece by piece.
        public var isOpen: Bool {
            if let milestones {
                return milestones.billed
                    < (state == .cancelled ? milestones.reached : Decimal(100))
            }
            return open > .zero || delivered > billed
        }

        /// What is left to bill of the line, delivered or not; of a cancelled order what was
        /// delivered of it. Nothing once all is billed, also where documents bill more than the
        /// order as a whole comes to, such as freight on each delivery.
        public var openValue: Money {
            let whole = state == .cancelled ? deliveredValue : orderedValue
            let left = Int128(whole.minorUnits) - Int128(billedValue.minorUnits)
            return Money(
                minorUnits: isOpen ? Int64(clamping: max(0, left)) : 0, whole.currency)
        }
    }

    /// The lines of an order, of a customer's orders, or of all, by order date; one at a time.
    ///
    /// - Parameter day: periods of plans count as delivered up to this day.
    public static func status(
        order: String?, customer: String?, on day: CalendarDate,
        in transaction: borrowing Transaction, _ body: (LineStatus) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT o.id, o.customer, o.date, o.purchase_order, o.state, o.currency,
                l.line, l.item, l.ordered, l.taxable,
                (SELECT coalesce(sum(q.quantity), 0) FROM delivery d
                    JOIN delivery_line q ON q.delivery_id = d.id
                    WHERE d.order_id = o.id AND q.line = l.line),
                (SELECT coalesce(sum(q.quantity), 0) FROM delivery d
                    JOIN delivery_line q ON q.delivery_id = d.id
                    WHERE d.order_id = o.id AND q.line = l.line AND d.document IS NOT NULL),
                (SELECT coalesce(sum(q.quantity), 0) FROM delivery d
                    JOIN goods_return r ON r.delivery_id = d.id AND r.credit_due = 1 AND r.note IS NULL
                    JOIN return_line q ON q.return_id = r.id
                    WHERE d.order_id = o.id AND q.line = l.line),
                (SELECT count(*) FROM delivery d WHERE d.order_id = o.id AND d.kind = 'period'),
                (SELECT max(d.percent_to) FROM delivery d WHERE d.order_id = o.id),
                (SELECT sum(d.percent_to - d.percent_from) FROM delivery d
                    WHERE d.order_id = o.id AND d.document IS NOT NULL),
                (SELECT coalesce(sum(b.taxable), 0) FROM document_line b
                    JOIN document x ON x.number = b.document
                    WHERE b.order_id = o.id AND b.line = l.line
                        AND x.state = 'issued' AND x.original IS NULL),
                (SELECT max(d.date) FROM delivery d WHERE d.order_id = o.id AND d.date <= ?3
                    AND (d.kind <> 'delivery' OR EXISTS (SELECT 1 FROM delivery_line q
                        WHERE q.delivery_id = d.id AND q.line = l.line))),
                (SELECT group_concat(document, char(10)) FROM (SELECT DISTINCT b.document
                    FROM document_line b JOIN document x ON x.number = b.document
                    WHERE b.order_id = o.id AND b.line = l.line AND x.state = 'issued'
                    ORDER BY b.document)),
                (SELECT count(*) FROM delivery d WHERE d.order_id = o.id AND d.kind = 'period'
                    AND d.date <= ?3),
                (SELECT count(*) FROM delivery d WHERE d.order_id = o.id AND d.kind = 'period'
                    AND d.document IS NOT NULL),
                (SELECT -coalesce(sum(b.taxable), 0) FROM document_line b
                    JOIN document x ON x.number = b.document
                    WHERE b.order_id = o.id AND b.line = l.line
                        AND x.state = 'issued' AND x.original IS NOT NULL)
            FROM sales_order o JOIN order_line l ON l.order_id = o.id
            WHERE (?1 IS NULL OR o.id = ?1) AND (?2 IS NULL OR o.customer = ?2)
            ORDER BY o.date, o.id, l.line
            """,
            Binding(order), Binding(customer), .text(day.description)
        ) { row in try body(LineStatus(row)) }
    }
}

extension Books.LineStatus {
    fileprivate init(_ row: borrowing Row) throws {
        order = try row.string(0)
        customer = try row.string(1)
        orderDate = try row.date(2)
        purchaseOrder = try row.optionalString(3)
        state = try Books.OrderState(row, 4)
        let currency = try row.currency(5)
        line = try row.int(6)
        item = try row.optionalString(7) ?? ""
        let once = try row.int64(8)
        guard once > 0 else {
            throw DatabaseError.damaged("line \(line) of \(order) orders \(once) thousandths")
        }
        // Every period brings the ordered quantity once more.
        let periods = max(1, try row.int(13))
        ordered = Decimal(thousandths: 0, and: once, times: periods)
        delivered = Decimal(thousandths: try row.int64(10), and: once, times: try row.int(19))
        billed = Decimal(thousandths: try row.int64(11), and: once, times: try row.int(20))
        returned = Decimal(thousandths: try row.int64(12))
        let reached = try row.optionalInt64(14)
        let billedPercent = try row.optionalInt64(15)
        milestones = reached.map {
            (
                Decimal(billionths: Int128($0) * 100_000),
                Decimal(billionths: Int128(billedPercent ?? 0) * 100_000)
            )
        }
        let value = Money(minorUnits: try row.optionalInt64(9) ?? 0, currency)
        orderedValue = try Money(
            Decimal(Int(value.minorUnits)), times: Decimal(periods),
            over: Decimal(powerOfTen(currency.minorDigits)), currency)
        deliveredValue =
            try milestones.map { try value.part(from: .zero, to: $0.reached, of: Decimal(100)) }
            ?? value.part(from: .zero, to: delivered, of: Decimal(thousandths: once))
        billedValue = Money(minorUnits: try row.int64(16), currency)
        creditedValue = Money(minorUnits: try row.int64(21), currency)
        lastDelivery = try row.isNull(17) ? nil : row.date(17)
        documents = try row.optionalString(18)?.split(separator: "\n").map(String.init) ?? []
    }
}

extension Decimal {
    /// A quantity, and another for each of so many periods: together more than 64 bits may hold.
    fileprivate init(thousandths: Int64, and once: Int64, times periods: Int) {
        self.init(
            billionths: (Int128(thousandths) + Int128(once) * Int128(periods)) * 1_000_000)
    }
}

/// 10, 100 or 1000: minor units of one unit.
private func powerOfTen(_ digits: Int) -> Int { (0..<digits).reduce(1) { power, _ in power * 10 } }
