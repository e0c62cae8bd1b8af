import Database
import Invoicing
import Money
import Tax

extension Books {
    /// An amount of money received or taken off, with the tax in it.
    public struct TaxedAmount: Sendable {
        public let taxable: Money
        public let taxes: TaxAmounts
        public let tax: Money
        /// With tax.
        public let total: Money

        public init(taxable: Money, taxes: TaxAmounts, tax: Money, total: Money) {
            self.taxable = taxable
            self.taxes = taxes
            self.tax = tax
            self.total = total
        }

        /// The columns of a row, in the tables' order.
        fileprivate var bindings: [Binding] {
            [
                .integer(taxable.minorUnits), .integer(tax.minorUnits), .integer(total.minorUnits),
            ]
                + [TaxHead.vat, .cgst, .sgst, .utgst, .igst, .salesTax].map {
                    Binding(taxes[$0]?.minorUnits)
                }
        }
    }

    /// Enters money that was received for an order before its supply.
    ///
    /// - Parameter number: that of its receipt voucher or deposit invoice, which is entered already.
    public static func addAdvance(
        _ number: String, of order: String, received: CalendarDate, _ amount: TaxedAmount,
        in transaction: borrowing Transaction
    ) throws {
        let values = amount.bindings
        try transaction.execute(
            """
            INSERT INTO advance (document, order_id, received, taxable, tax, total, vat, cgst, sgst,
                utgst, igst, sales_tax)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(number), .text(order), .text(received.description), values[0], values[1],
            values[2], values[3], values[4], values[5], values[6], values[7], values[8])
    }

    /// Enters what a document takes off an advance: an invoice that bills its order, or a refund.
    public static func addPrepayment(
        _ number: String, of advance: String, _ amount: TaxedAmount,
        in transaction: borrowing Transaction
    ) throws {
        let values = amount.bindings
        try transaction.execute(
            """
            INSERT INTO prepayment (document, advance, taxable, tax, total, vat, cgst, sgst, utgst,
                igst, sales_tax)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(number), .text(advance), values[0], values[1], values[2], values[3], values[4],
            values[5], values[6], values[7], values[8])
    }

    /// The advances of an order of which something is left, in the order in which they were
    /// received.
    public static func openAdvances(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var numbers: [String] = []
        try transaction.query(
            """
            SELECT a.document FROM advance a JOIN document d ON d.number = a.document
            WHERE a.order_id = ?1 AND d.state = 'issued' AND a.total > (
                SELECT coalesce(sum(p.total), 0) FROM prepayment p
                JOIN document u ON u.number = p.document
                WHERE p.advance = a.document AND u.state = 'issued')
            ORDER BY a.received, d.issue_date, d.series, d.fiscal_year, d.counter
            """, .text(order)
        ) { row in numbers.append(try row.string(0)) }
        return numbers
    }

    /// What a document took off an advance; a refund says what it moved of which line.
    public struct AdvanceUse: Sendable {
        public let total: Money
        public let movements: [NoteMovement]
    }

    /// What invoices and refunds took off an advance, in the order in which they were filed.
    public static func uses(
        of advance: String, in currency: Currency, in transaction: borrowing Transaction
    ) throws -> [AdvanceUse] {
        var uses: [(document: String, total: Money)] = []
        try transaction.query(
            """
            SELECT p.document, p.total FROM prepayment p JOIN document d ON d.number = p.document
            WHERE p.advance = ? AND d.state = 'issued' ORDER BY d.rowid
            """, .text(advance)
        ) { row in
            uses.append(
                (try row.string(0), Money(minorUnits: try row.int64(1), currency)))
        }
        return try uses.map { use in
            AdvanceUse(
                total: use.total,
                movements: try movements(
                    on: advance, by: use.document, in: currency, in: transaction))
        }
    }

    /// An advance and what is left of it.
    public struct OpenAdvance: Sendable {
        public let received: CalendarDate
        public let rest: Advance
    }

    /// What invoices and refunds have left of an advance; `nil` where there is none of this number.
    public static func openAdvance(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> OpenAdvance? {
        let whole = try transaction.first(
            """
            SELECT d.number, d.issue_date, a.received, d.currency, a.total, a.vat, a.cgst, a.sgst,
                a.utgst, a.igst, a.sales_tax
            FROM advance a JOIN document d ON d.number = a.document WHERE a.document = ?
            """, .text(number)
        ) { row in
            let currency = try row.currency(3)
            return OpenAdvance(
                received: try row.date(2),
                rest: Advance(
                    number: try row.string(0), date: try row.date(1),
                    taxes: try taxes(row, from: 5, currency),
                    total: Money(minorUnits: try row.int64(4), currency)))
        }
        guard let whole else { return nil }
        var rest = whole.rest
        let currency = rest.total.currency
        try transaction.query(
            """
            SELECT p.total, p.vat, p.cgst, p.sgst, p.utgst, p.igst, p.sales_tax
            FROM prepayment p JOIN document d ON d.number = p.document
            WHERE p.advance = ? AND d.state = 'issued' ORDER BY p.document
            """, .text(number)
        ) { row in
            try rest.use(
                Money(minorUnits: try row.int64(0), currency),
                with: try taxes(row, from: 1, currency))
        }
        return OpenAdvance(received: whole.received, rest: rest)
    }

    /// What of an order is settled: billed already, with tax, or received in advance and open.
    public static func settled(
        of order: String, in currency: Currency, in transaction: borrowing Transaction
    ) throws -> Money {
        let open = try openAdvances(of: order, in: transaction).compactMap {
            try openAdvance($0, in: transaction)?.rest.total
        }.total(currency)
        let amounts = try transaction.first(
            """
            SELECT coalesce(o.payable, 0),
                (SELECT coalesce(sum(l.taxable), 0) FROM order_line l WHERE l.order_id = o.id),
                (SELECT coalesce(sum(l.taxable), 0) FROM document_line l
                    JOIN document d ON d.number = l.document
                    WHERE l.order_id = o.id AND d.state = 'issued')
            FROM sales_order o WHERE o.id = ?
            """, .text(order)
        ) { row in (try row.int64(0), try row.int64(1), try row.int64(2)) }
        guard let (payable, ordered, billed) = amounts, ordered > 0, billed > 0 else {
            return open
        }
        // Amounts of the books have no tax by line: billed is the part of the value that was.
        let share = try Money(minorUnits: payable, currency).part(
            from: .zero, to: Decimal(Int(min(billed, ordered))), of: Decimal(Int(ordered)))
        return try open + share
    }

    /// The documents that stand and have taken something off an advance, by number.
    public static func users(
        of advance: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var users: [String] = []
        try transaction.query(
            """
            SELECT d.number FROM prepayment p JOIN document d ON d.number = p.document
            WHERE p.advance = ? AND d.state = 'issued' ORDER BY d.number
            """, .text(advance)
        ) { row in users.append(try row.string(0)) }
        return users
    }

    /// The advances that a document has taken something off, by number.
    public static func advances(
        usedBy document: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var advances: [String] = []
        try transaction.query(
            "SELECT advance FROM prepayment WHERE document = ? ORDER BY advance", .text(document)
        ) { row in advances.append(try row.string(0)) }
        return advances
    }

    static func taxes(
        _ row: borrowing Row, from column: Int, _ currency: Currency
    ) throws -> TaxAmounts {
        var taxes = TaxAmounts()
        let heads: [TaxHead] = [.vat, .cgst, .sgst, .utgst, .igst, .salesTax]
        for (index, head) in heads.enumerated() {
            guard let units = try row.optionalInt64(column + index) else { continue }
            try taxes.add(Money(minorUnits: units, currency), to: head)
        }
        return taxes
    }
}
