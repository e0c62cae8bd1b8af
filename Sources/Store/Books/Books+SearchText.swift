import Database

extension Books {
    /// What a document is found by besides its number, dates and amounts.
    public struct SearchText: Sendable {
        /// Who buys and where goods went: names, places, tax numbers, contacts.
        public var parties: String
        public var items: String
        /// Numbers of the document itself, of orders, deliveries, contracts and other documents.
        public var mentions: String

        public init(parties: String, items: String, mentions: String) {
            self.parties = parties
            self.items = items
            self.mentions = mentions
        }
    }

    /// Enters what a filed document is found by.
    public static func addText(
        _ text: SearchText, of number: String, in transaction: borrowing Transaction
    ) throws {
        let id = try transaction.first(
            """
            UPDATE document SET search_id = (SELECT coalesce(max(search_id), 0) + 1 FROM document)
            WHERE number = ? AND search_id IS NULL RETURNING search_id
            """, .text(number)
        ) { row in try row.int64(0) }
        guard let id else { return }
        try transaction.execute(
            "INSERT INTO document_text (rowid, parties, items, mentions) VALUES (?, ?, ?, ?)",
            .integer(id), .text(text.parties), .text(text.items), .text(text.mentions))
    }

    /// Documents whose text is not entered yet, no more than `limit`.
    public static func documentsWithoutText(
        limit: Int, in transaction: borrowing Transaction
    ) throws -> [String] {
        var numbers: [String] = []
        try transaction.query(
            "SELECT number FROM document WHERE search_id IS NULL LIMIT ?", Binding(limit)
        ) { row in numbers.append(try row.string(0)) }
        return numbers
    }

    /// People's words as FTS5 takes them: each a quoted phrase, all of them wanted; one that ends with
    /// `*` may go on. Nothing else in them is an operator, and nothing is a mistake of syntax.
    static func textQuery(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).map { word in
            let isBeginning = word.last == "*"
            let quoted = word.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(quoted)\"" + (isBeginning ? " *" : "")
        }.joined(separator: " ")
    }
}
