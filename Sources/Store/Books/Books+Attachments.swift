import Database
import Invoicing

extension Books {
    /// A document that waits for the next invoice of an order, or of one of its deliveries, or that
    /// went out with one.
    public struct Attachment: Sendable {
        public let id: Int64
        public let order: String
        /// The delivery, milestone or period whose invoice it goes with; any of the order's where
        /// `nil`, which it is too when everything of the delivery came back.
        public let delivery: String?
        /// As it is called in the order; its content is kept under its digest.
        public let file: Invoice.Attachment
        /// The newest document that has it, cancelled or not.
        public let document: String?
        /// The document was cancelled, so that the attachment waits for the next.
        public let isWaiting: Bool
    }

    /// Notes that a document waits for the next invoice of an order, or of one of its deliveries.
    public static func add(
        _ file: Invoice.Attachment, to order: String, delivery: String?,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO attachment (order_id, delivery, name, mime_type, description, size, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, .text(order), Binding(delivery), .text(file.name), .text(file.mimeType),
            Binding(file.description), Binding(file.size), .text(file.sha256))
    }

    /// Takes back what waits; documents that it went out with stay as they are.
    public static func withdraw(
        attachment id: Int64, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE attachment SET is_withdrawn = 1 WHERE id = ?", .integer(id))
    }

    /// Notes that a document was issued with an attachment.
    public static func enclose(
        attachment id: Int64, in document: String, _ transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "INSERT INTO enclosure (attachment, document) VALUES (?, ?)", .integer(id),
            .text(document))
    }

    /// The attachments of an order that were not taken back, in the order in which they came.
    public static func attachments(
        of order: String, in transaction: borrowing Transaction
    ) throws -> [Attachment] {
        var found: [Attachment] = []
        try transaction.query(
            """
            SELECT a.id, a.order_id,
                (SELECT d.id FROM delivery d WHERE d.id = a.delivery
                    AND (d.document IS NOT NULL OR d.bill_date IS NOT NULL)), a.name, a.mime_type, a.description, a.size,
                a.sha256,
                (SELECT e.document FROM enclosure e WHERE e.attachment = a.id
                    ORDER BY e.id DESC LIMIT 1),
                NOT EXISTS (SELECT 1 FROM enclosure e JOIN document d ON d.number = e.document
                    WHERE e.attachment = a.id AND d.state = 'issued')
            FROM attachment a WHERE a.order_id = ? AND a.is_withdrawn = 0 ORDER BY a.id
            """, .text(order)
        ) { row in
            found.append(
                Attachment(
                    id: try row.int64(0), order: try row.string(1),
                    delivery: try row.optionalString(2),
                    file: Invoice.Attachment(
                        name: try row.string(3), mimeType: try row.string(4),
                        description: try row.optionalString(5), size: try row.int(6),
                        sha256: try row.string(7)),
                    document: try row.optionalString(8), isWaiting: try row.int(9) == 1))
        }
        return found
    }

    /// The digests of all that was ever attached, each once.
    public static func attachedDigests(
        in transaction: borrowing Transaction
    ) throws -> [String] {
        var digests: [String] = []
        try transaction.query("SELECT DISTINCT sha256 FROM attachment ORDER BY sha256") { row in
            digests.append(try row.string(0))
        }
        return digests
    }
}
