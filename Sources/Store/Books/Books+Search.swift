import Database
import Money
import Trade

extension Books {
    /// What a search asks for and in which order; what is `nil` is not asked.
    public struct Search: Sendable {
        public enum Sort: String, CaseIterable, Sendable {
            case date, number, amount, customer
            /// As they were filed: the order that a search for words has by itself.
            case filed
        }

        public var customer: String?
        public var period: Period?
        /// In any case.
        public var number: String?
        /// Of any order that it bills.
        public var order: String?
        /// Of any order that it bills, in any case.
        public var purchaseOrder: String?
        public var kind: DocumentKind?
        public var state: DocumentState?
        public var currency: Currency?
        /// What it asks for, in the document's own currency.
        public var minimum: Decimal?
        public var maximum: Decimal?
        /// Words of its parties, items and references, all of them; `*` ends a beginning of one.
        public var text: String?
        public var sort = Sort.date
        public var isDescending = false
        public var limit: Int?
        public var offset = 0

        public init() {}
    }

    /// The documents a search finds, in its order, one at a time.
    public static func documents(
        _ search: Search, in transaction: borrowing Transaction, _ body: (Document) throws -> Void
    ) throws {
        let sql = try search.statement(in: transaction)
        try transaction.query(sql) { row in try body(Document(row)) }
    }

    /// The currencies of all documents: one look into the index for each.
    static func currencies(in transaction: borrowing Transaction) throws -> [Currency] {
        var currencies: [Currency] = []
        try transaction.query(
            """
            WITH RECURSIVE known (code) AS (
                SELECT min(currency) FROM document
                UNION ALL
                SELECT (SELECT min(currency) FROM document WHERE currency > known.code)
                FROM known WHERE known.code IS NOT NULL)
            SELECT code FROM known WHERE code IS NOT NULL
            """
        ) { row in currencies.append(try row.currency(0)) }
        return currencies
    }
}

extension Books.Search {
    /// The documents that it finds, the columns as `Books.Document` reads them.
    func statement(in transaction: borrowing Transaction) throws -> SQL {
        var sql = SQL(
            """
            SELECT d.number, d.kind, d.issue_date, d.customer, d.customer_name, d.order_id,
                d.purchase_order, d.currency, d.taxable, d.tax, d.payable, d.state, d.original
            """)
        sql.add(try found(in: transaction))
        sql.add(orderBy)
        sql.add(" LIMIT ? OFFSET ?", Binding(limit ?? -1), Binding(offset))
        return sql
    }

    /// `FROM … WHERE …` of the documents that it finds.
    func found(in transaction: borrowing Transaction) throws -> SQL {
        var sql = source
        if let number { sql.add(" AND d.number = ?", .text(number)) }
        if let customer { sql.add(" AND d.customer = ?", .text(customer)) }
        if let period {
            sql.add(
                " AND d.issue_date >= ? AND d.issue_date <= ?", .text(period.first.description),
                .text(period.last.description))
        }
        if let kind { sql.add(" AND d.kind = ?", .text(kind.rawValue)) }
        // As literals, so that the index of what was cancelled serves.
        switch state {
        case .issued: sql.add(" AND d.state = 'issued'")
        case .cancelled: sql.add(" AND d.state = 'cancelled'")
        case nil: break
        }
        addOrders(to: &sql)
        try addAmounts(to: &sql, in: transaction)
        return sql
    }

    /// The tables, in the order in which they are gone through: what finds fewer comes first.
    private var source: SQL {
        guard let query = text.map(Books.textQuery) else { return SQL(" FROM document d WHERE 1") }
        if isTextFirst {
            return SQL(
                """
                 FROM document_text t CROSS JOIN document d ON d.search_id = t.rowid
                WHERE t.document_text MATCH ?
                """, .text(query))
        }
        return SQL(
            """
             FROM document d CROSS JOIN document_text t ON t.rowid = d.search_id
            WHERE t.document_text MATCH ?
            """, .text(query))
    }

    private var isTextFirst: Bool {
        text != nil && number == nil && customer == nil && order == nil && purchaseOrder == nil
    }

    private func addOrders(to sql: inout SQL) {
        if let order {
            sql.add(
                """
                 AND d.number IN (SELECT number FROM document WHERE order_id = ?
                    UNION SELECT document FROM document_line WHERE order_id = ?)
                """, .text(order), .text(order))
        }
        if let purchaseOrder {
            sql.add(
                """
                 AND d.number IN (
                    SELECT number FROM document WHERE purchase_order = ? COLLATE NOCASE
                    UNION SELECT l.document FROM sales_order o JOIN document_line l
                        ON l.order_id = o.id WHERE o.purchase_order = ?)
                """, .text(purchaseOrder), .text(purchaseOrder))
        }
    }

    /// An amount means other minor units in each currency.
    private func addAmounts(to sql: inout SQL, in transaction: borrowing Transaction) throws {
        if minimum == nil, maximum == nil {
            if let currency { sql.add(" AND d.currency = ?", .text(currency.code)) }
            return
        }
        let currencies = try currency.map { [$0] } ?? Books.currencies(in: transaction)
        if currencies.isEmpty { return sql.add(" AND 0") }
        for (index, currency) in currencies.enumerated() {
            if index == 0 { sql.add(" AND (") } else { sql.add(" OR ") }
            sql.add(
                "(d.currency = ? AND d.payable >= ? AND d.payable <= ?)", .text(currency.code),
                .integer(minimum.map { Books.units($0, currency, isUp: true) } ?? .min),
                .integer(maximum.map { Books.units($0, currency, isUp: false) } ?? .max))
        }
        sql.add(")")
    }

    /// Each has an index that goes along it.
    private var orderBy: SQL {
        switch (sort, isDescending) {
        case (.date, false):
            SQL(" ORDER BY d.issue_date, d.series, d.fiscal_year, d.counter")
        case (.date, true):
            SQL(
                " ORDER BY d.issue_date DESC, d.series DESC, d.fiscal_year DESC, d.counter DESC")
        case (.number, false): SQL(" ORDER BY d.series, d.fiscal_year, d.counter")
        case (.number, true):
            SQL(" ORDER BY d.series DESC, d.fiscal_year DESC, d.counter DESC")
        case (.amount, false):
            SQL(" ORDER BY d.currency, d.payable, d.series, d.fiscal_year, d.counter")
        case (.amount, true):
            SQL(
                """
                 ORDER BY d.currency DESC, d.payable DESC, d.series DESC, d.fiscal_year DESC,
                    d.counter DESC
                """)
        // The index of words goes along its own rows: the first ones are there at once.
        case (.filed, false):
            isTextFirst ? SQL(" ORDER BY t.rowid") : SQL(" ORDER BY d.search_id")
        case (.filed, true):
            isTextFirst ? SQL(" ORDER BY t.rowid DESC") : SQL(" ORDER BY d.search_id DESC")
        case (.customer, false):
            SQL(" ORDER BY d.customer, d.issue_date, d.series, d.fiscal_year, d.counter")
        case (.customer, true):
            SQL(
                """
                 ORDER BY d.customer DESC, d.issue_date DESC, d.series DESC, d.fiscal_year DESC,
                    d.counter DESC
                """)
        }
    }
}

extension Books {
    /// The least or greatest number of minor units that is inside a bound.
    static func units(_ bound: Decimal, _ currency: Currency, isUp: Bool) -> Int64 {
        let step = (0..<(9 - currency.minorDigits)).reduce(Int128(1)) { step, _ in step * 10 }
        let (quotient, rest) = bound.billionths.quotientAndRemainder(dividingBy: step)
        let inward: Int128 = isUp ? (rest > 0 ? 1 : 0) : (rest < 0 ? -1 : 0)
        return Int64(clamping: quotient + inward)
    }
}
