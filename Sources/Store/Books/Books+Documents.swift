import Database
import Money
import Trade

extension Books {
    /// An issued document as the books know it.
    public struct Document: Sendable {
        public let number: String
        public let kind: DocumentKind
        public let issueDate: CalendarDate
        public let customer: String
        public let customerName: String
        public let order: String
        public let purchaseOrder: String?
        public let taxable: Money
        public let tax: Money
        public let payable: Money
        public let state: DocumentState
        /// Of a note: the document it is about.
        public let original: String?

        public init(
            number: String, kind: DocumentKind, issueDate: CalendarDate, customer: String,
            customerName: String, order: String, purchaseOrder: String?, taxable: Money, tax: Money,
            payable: Money, state: DocumentState = .issued, original: String? = nil
        ) {
            self.number = number
            self.kind = kind
            self.state = state
            self.original = original
            self.issueDate = issueDate
            self.customer = customer
            self.customerName = customerName
            self.order = order
            self.purchaseOrder = purchaseOrder
            self.taxable = taxable
            self.tax = tax
            self.payable = payable
        }
    }

    public enum DocumentState: String, Sendable, CaseIterable {
        case issued
        /// Keeps its number, files and reason; asks for nothing and bills nothing.
        case cancelled
    }

    /// A document by its number, in any case; `nil` where there is none.
    public static func document(
        _ number: String, in transaction: borrowing Transaction
    ) throws -> Document? {
        var search = Search()
        search.number = number
        var found: Document?
        try documents(search, in: transaction) { found = $0 }
        return found
    }

    /// The last number a series has given in a fiscal year; `nil` before the first.
    public static func lastCounter(
        _ series: Series, _ year: FiscalYear, in transaction: borrowing Transaction
    ) throws -> Int? {
        try transaction.first(
            "SELECT max(counter) FROM document WHERE series = ? AND fiscal_year = ?",
            .text(series.id), .text(year.label)
        ) { row in try row.optionalInt(0) } ?? nil
    }

    /// The date of the last document of a series.
    public static func lastDate(
        _ series: Series, in transaction: borrowing Transaction
    ) throws -> CalendarDate? {
        try transaction.first(
            "SELECT max(issue_date) FROM document WHERE series = ?", .text(series.id)
        ) { row in try row.optionalString(0).flatMap { CalendarDate($0) } } ?? nil
    }

    /// What a document bills of an order line.
    public struct DocumentLine: Sendable {
        public let order: String
        public let line: Int
        public let quantity: Decimal
        public let taxable: Money

        public init(order: String, line: Int, quantity: Decimal, taxable: Money) {
            self.order = order
            self.line = line
            self.quantity = quantity
            self.taxable = taxable
        }
    }

    /// Enters a document under its number and marks what it bills.
    ///
    /// - Throws: a constraint error where the number or the counter is taken already.
    public static func add(
        _ document: Document, series: Series, year: FiscalYear, counter: Int, events: [String],
        lines: [DocumentLine], in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO document (number, kind, series, fiscal_year, counter, issue_date, customer,
                customer_name, order_id, purchase_order, currency, taxable, tax, payable, original)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(document.number), .text(document.kind.rawValue), .text(series.id),
            .text(year.label),
            Binding(counter), .text(document.issueDate.description), .text(document.customer),
            .text(document.customerName), .text(document.order), Binding(document.purchaseOrder),
            .text(document.payable.currency.code), .integer(document.taxable.minorUnits),
            .integer(document.tax.minorUnits), .integer(document.payable.minorUnits),
            Binding(document.original))
        for event in events {
            let marked = try transaction.execute(
                "UPDATE delivery SET document = ? WHERE id = ? AND document IS NULL",
                .text(document.number), .text(event))
            precondition(
                marked == 1, "an event is billed once, inside the transaction that checked it")
        }
        try addLines(lines, of: document.number, in: transaction)
    }

    /// Notes what a document bills of each order line.
    public static func addLines(
        _ lines: [DocumentLine], of document: String, in transaction: borrowing Transaction
    ) throws {
        for (index, line) in lines.enumerated() {
            try transaction.execute(
                """
                INSERT INTO document_line (document, position, order_id, line, quantity, taxable)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                .text(document), Binding(index + 1), .text(line.order), Binding(line.line),
                .integer(line.quantity.thousandths), .integer(line.taxable.minorUnits))
        }
    }
}

extension Books.Document {
    /// A row of what ``Books/Search`` selects.
    init(_ row: borrowing Row) throws {
        let currency = try row.currency(7)
        self.init(
            number: try row.string(0), kind: try DocumentKind(row, 1),
            issueDate: try row.date(2),
            customer: try row.string(3), customerName: try row.string(4), order: try row.string(5),
            purchaseOrder: try row.optionalString(6),
            taxable: Money(minorUnits: try row.int64(8), currency),
            tax: Money(minorUnits: try row.int64(9), currency),
            payable: Money(minorUnits: try row.int64(10), currency),
            state: try Books.DocumentState(row, 11), original: try row.optionalString(12))
    }
}
