import Database
import Invoicing
import Money

/// What the tables have of an issued document, row by row, to be held against the document itself.
extension Books {
    /// A row of `document` with what is of the tables alone.
    public struct DocumentRow: Sendable {
        public let document: Document
        public let series: String
        public let year: String
        public let counter: Int
        /// Under which its words are found; `nil` before they are entered.
        public let searchID: Int64?
    }

    /// Every document in the order in which they were filed, one at a time.
    ///
    /// - Parameter damaged: is told of those whose row says what none can.
    public static func documentRows(
        in transaction: borrowing Transaction,
        damaged: (_ number: String, DatabaseError) throws -> Void,
        _ body: (DocumentRow) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT number, kind, issue_date, customer, customer_name, order_id, purchase_order,
                currency, taxable, tax, payable, state, original, series, fiscal_year, counter,
                search_id
            FROM document ORDER BY rowid
            """
        ) { row in
            let document: DocumentRow
            do {
                document = DocumentRow(
                    document: try Document(row), series: try row.string(13),
                    year: try row.string(14), counter: try row.int(15),
                    searchID: try row.optionalInt64(16))
            } catch let error as DatabaseError {
                return try damaged(try row.string(0), error)
            }
            try body(document)
        }
    }

    /// Whether the words that are found under a search id name a document's number: the longest word
    /// of it, the last of several, which is a quarter of the work that all in their order are.
    public static func isFound(
        _ number: String, under searchID: Int64, in transaction: borrowing Transaction
    ) throws -> Bool {
        let words = number.split { !$0.isLetter && !$0.isNumber }.reversed()
        let word = words.max { $0.utf8.count < $1.utf8.count } ?? ""
        return try transaction.first(
            "SELECT 1 FROM document_text WHERE document_text MATCH ? AND rowid = ?",
            .text("mentions : \(textQuery(String(word)))"), .integer(searchID)
        ) { _ in true } ?? false
    }

    /// What a document bills of order lines, by position.
    public static func lines(
        of document: String, in currency: Currency, _ transaction: borrowing Transaction
    ) throws -> [(position: Int, line: DocumentLine)] {
        var lines: [(Int, DocumentLine)] = []
        try transaction.query(
            """
            SELECT position, order_id, line, quantity, taxable FROM document_line
            WHERE document = ? ORDER BY position
            """, .text(document)
        ) { row in
            lines.append(
                (
                    try row.int(0),
                    DocumentLine(
                        order: try row.string(1), line: try row.int(2),
                        quantity: Decimal(thousandths: try row.int64(3)),
                        taxable: Money(minorUnits: try row.int64(4), currency))
                ))
        }
        return lines
    }

    /// What a note moves of the document it is about, by position, cancelled or not.
    public static func noteRows(
        of document: String, on original: String, in currency: Currency,
        _ transaction: borrowing Transaction
    ) throws -> [(note: Int, position: Int, movement: NoteMovement)] {
        var rows: [(Int, Int, NoteMovement)] = []
        try transaction.query(
            """
            SELECT note, position, line, quantity, taxable, is_financial FROM note_line
            WHERE original = ? AND document = ? ORDER BY note, position
            """, .text(original), .text(document)
        ) { row in
            rows.append(
                (
                    try row.int(0), try row.int(1),
                    NoteMovement(
                        line: try row.int(2), quantity: Decimal(thousandths: try row.int64(3)),
                        taxable: Money(minorUnits: try row.int64(4), currency),
                        isFinancial: try row.bool(5))
                ))
        }
        return rows
    }

    /// Which note on its original a document is, counted from 1 in the order of filing.
    public static func place(
        of note: String, on original: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT count(*) + 1 FROM document
            WHERE original = ? AND rowid < (SELECT rowid FROM document WHERE number = ?)
            """, .text(original), .text(note)
        ) { row in try row.int(0) } ?? 1
    }

    /// Rows of `note_line` whose document is about another one: note and original.
    public static func strayNotes(
        in transaction: borrowing Transaction, _ body: (String, String) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT DISTINCT l.document, l.original
            FROM note_line l JOIN document d ON d.number = l.document
            WHERE d.original IS NULL OR d.original <> l.original
            """
        ) { row in try body(row.string(0), row.string(1)) }
    }

    /// An advance as it was entered; `nil` where a document is none.
    public static func enteredAdvance(
        _ number: String, in currency: Currency, _ transaction: borrowing Transaction
    ) throws -> (order: String, received: CalendarDate, amount: TaxedAmount)? {
        try transaction.first(
            """
            SELECT order_id, received, taxable, tax, total, vat, cgst, sgst, utgst, igst, sales_tax
            FROM advance WHERE document = ?
            """, .text(number)
        ) { row in
            (try row.string(0), try row.date(1), try amount(row, from: 2, currency))
        }
    }

    /// What a document takes off advances, by their number.
    public static func prepayments(
        of document: String, in currency: Currency, _ transaction: borrowing Transaction
    ) throws -> [(advance: String, amount: TaxedAmount)] {
        var prepayments: [(String, TaxedAmount)] = []
        try transaction.query(
            """
            SELECT advance, taxable, tax, total, vat, cgst, sgst, utgst, igst, sales_tax
            FROM prepayment WHERE document = ? ORDER BY advance
            """, .text(document)
        ) { row in
            prepayments.append((try row.string(0), try amount(row, from: 1, currency)))
        }
        return prepayments
    }

    private static func amount(
        _ row: borrowing Row, from column: Int, _ currency: Currency
    ) throws -> TaxedAmount {
        TaxedAmount(
            taxable: Money(minorUnits: try row.int64(column), currency),
            taxes: try taxes(row, from: column + 3, currency),
            tax: Money(minorUnits: try row.int64(column + 1), currency),
            total: Money(minorUnits: try row.int64(column + 2), currency))
    }

    /// The deliveries, milestones and periods that are marked as billed by a document, by id.
    public static func marks(
        of document: String, in transaction: borrowing Transaction
    ) throws -> [UnbilledEvent] {
        var marks: [UnbilledEvent] = []
        try transaction.query(
            """
            SELECT bill_date, bill_group, id, order_id, date, kind, milestone, percent_from,
                percent_to, period_first, period_last
            FROM delivery WHERE document = ? ORDER BY id
            """, .text(document)
        ) { row in marks.append(try event(row)) }
        return marks
    }

    /// What the deliveries that a document bills brought of each line of their orders.
    public static func delivered(
        billedBy document: String, in transaction: borrowing Transaction
    ) throws -> [(order: String, line: Int, quantity: Decimal)] {
        var delivered: [(String, Int, Decimal)] = []
        try transaction.query(
            """
            SELECT d.order_id, l.line, sum(l.quantity)
            FROM delivery d JOIN delivery_line l ON l.delivery_id = d.id
            WHERE d.document = ? AND d.kind = 'delivery' GROUP BY d.order_id, l.line
            """, .text(document)
        ) { row in
            delivered.append(
                (try row.string(0), try row.int(1), Decimal(thousandths: try row.int64(2))))
        }
        return delivered
    }

    /// What of an order went out with a document, in the order in which it was entered.
    public static func enclosures(
        of document: String, _ order: String, in transaction: borrowing Transaction
    ) throws -> [(id: Int64, file: Invoice.Attachment)] {
        var files: [(Int64, Invoice.Attachment)] = []
        try transaction.query(
            """
            SELECT e.id, a.name, a.mime_type, a.description, a.size, a.sha256
            FROM attachment a JOIN enclosure e ON e.attachment = a.id
            WHERE a.order_id = ? AND e.document = ? ORDER BY e.id
            """, .text(order), .text(document)
        ) { row in
            files.append(
                (
                    try row.int64(0),
                    Invoice.Attachment(
                        name: try row.string(1), mimeType: try row.string(2),
                        description: try row.optionalString(3), size: try row.int(4),
                        sha256: try row.string(5))
                ))
        }
        return files
    }

    /// Files of orders that went out with a document which bills none of those: document and order.
    /// Lines are looked for by document: of an order there may be very many.
    public static func strayEnclosures(
        in transaction: borrowing Transaction, _ body: (String, String) throws -> Void
    ) throws {
        try transaction.query(
            """
            SELECT e.document, a.order_id FROM enclosure e JOIN attachment a ON a.id = e.attachment
            WHERE NOT EXISTS (SELECT 1 FROM document_line l
                WHERE l.document = e.document AND +l.order_id = a.order_id)
            """
        ) { row in try body(row.string(0), row.string(1)) }
    }
}
