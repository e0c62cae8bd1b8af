import Database
import Invoicing
import Money

extension Books {
    /// Enters what a note moves of the lines of the document it is about.
    ///
    /// - Parameter number: the note's own, of a document that is entered already.
    public static func addNote(
        _ number: String, on original: String, _ movements: [NoteMovement],
        in transaction: borrowing Transaction
    ) throws {
        let notes = try transaction.first(
            "SELECT max(note) FROM note_line WHERE original = ?", .text(original)
        ) { row in try row.optionalInt(0) ?? 0 }
        for (index, movement) in movements.enumerated() {
            try transaction.execute(
                """
                INSERT INTO note_line
                    (original, note, position, document, line, quantity, taxable, is_financial)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                .text(original), Binding((notes ?? 0) + 1), Binding(index + 1), .text(number),
                Binding(movement.line), .integer(movement.quantity.thousandths),
                .integer(movement.taxable.minorUnits), Binding(movement.isFinancial))
        }
    }

    /// What the notes on a document have moved, oldest first; cancelled ones move nothing.
    ///
    /// - Parameter note: only what this one moved.
    public static func movements(
        on original: String, by note: String? = nil, in currency: Currency,
        in transaction: borrowing Transaction
    ) throws -> [NoteMovement] {
        var movements: [NoteMovement] = []
        try transaction.query(
            """
            SELECT l.line, l.quantity, l.taxable, l.is_financial
            FROM note_line l JOIN document d ON d.number = l.document
            WHERE l.original = ?1 AND d.state = 'issued' AND (?2 IS NULL OR l.document = ?2)
            ORDER BY l.note, l.position
            """, .text(original), Binding(note)
        ) { row in
            movements.append(
                NoteMovement(
                    line: try row.int(0), quantity: Decimal(thousandths: try row.int64(1)),
                    taxable: Money(minorUnits: try row.int64(2), currency),
                    isFinancial: try row.int(3) == 1))
        }
        return movements
    }

    /// The notes on a document that stand, oldest first.
    public static func notes(
        on original: String, in transaction: borrowing Transaction
    ) throws -> [String] {
        var notes: [String] = []
        try transaction.query(
            """
            SELECT DISTINCT l.note, d.number FROM note_line l JOIN document d ON d.number = l.document
            WHERE l.original = ? AND d.state = 'issued' ORDER BY l.note
            """, .text(original)
        ) { row in notes.append(try row.string(1)) }
        return notes
    }

    // MARK: Returns

    /// Goods that came back after they were billed.
    public struct CreditableReturn: Sendable {
        public let id: String
        public let delivery: String
        public let order: String
        public let date: CalendarDate
        public let reason: String?
        /// The document that billed the delivery.
        public let document: String?
        /// Whether they were billed when they came back.
        public let isCreditDue: Bool
        /// The credit note that was written for them.
        public let note: String?
        /// By line of the order.
        public let lines: [(line: Int, quantity: Decimal)]
    }

    /// A return by its id; `nil` where there is none.
    public static func goodsReturn(
        _ id: String, in transaction: borrowing Transaction
    ) throws -> CreditableReturn? {
        var lines: [(line: Int, quantity: Decimal)] = []
        try transaction.query(
            "SELECT line, quantity FROM return_line WHERE return_id = ? ORDER BY line", .text(id)
        ) { row in lines.append((try row.int(0), Decimal(thousandths: try row.int64(1)))) }
        return try transaction.first(
            """
            SELECT r.delivery_id, d.order_id, r.date, r.reason, d.document, r.credit_due, r.note
            FROM goods_return r JOIN delivery d ON d.id = r.delivery_id WHERE r.id = ?
            """, .text(id)
        ) { row in
            CreditableReturn(
                id: id, delivery: try row.string(0), order: try row.string(1),
                date: try row.date(2), reason: try row.optionalString(3),
                document: try row.optionalString(4), isCreditDue: try row.int(5) == 1,
                note: try row.optionalString(6), lines: lines)
        }
    }

    /// Returns that wait for a credit note, by day and id.
    ///
    /// - Parameter document: only of what this document billed; of all where `nil`.
    public static func returnsDue(
        of document: String? = nil, until day: CalendarDate? = nil,
        in transaction: borrowing Transaction
    ) throws -> [String] {
        var due: [String] = []
        try transaction.query(
            """
            SELECT r.id FROM goods_return r JOIN delivery d ON d.id = r.delivery_id
            WHERE r.credit_due = 1 AND r.note IS NULL AND d.document IS NOT NULL
                AND (?1 IS NULL OR d.document = ?1) AND (?2 IS NULL OR r.date <= ?2)
            ORDER BY r.date, r.id
            """, Binding(document), Binding(day?.description)
        ) { row in due.append(try row.string(0)) }
        return due
    }

    /// Marks a return as credited by a note.
    public static func credited(
        _ goods: String, by note: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE goods_return SET note = ? WHERE id = ?", .text(note), .text(goods))
    }
}
