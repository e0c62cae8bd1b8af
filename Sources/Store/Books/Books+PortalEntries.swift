import Database
import Money

extension Books {
    /// How far a document that must be reported has come.
    public enum EInvoiceState: String, Sendable { case waiting, registered, cancelled }

    /// What the registration portal gave a document.
    public struct Registration: Sendable {
        public let ackNumber: String
        /// `yyyy-MM-dd HH:mm:ss` in India's time.
        public let ackDate: String
        public let signedQR: String?
        public let signedInvoice: String?
        /// The signatures were checked with the portal's key.
        public let isVerified: Bool

        public init(
            ackNumber: String, ackDate: String, signedQR: String?, signedInvoice: String?,
            isVerified: Bool
        ) {
            self.ackNumber = ackNumber
            self.ackDate = ackDate
            self.signedQR = signedQR
            self.signedInvoice = signedInvoice
            self.isVerified = isVerified
        }
    }

    /// A document that must be reported, and what became of that.
    public struct PortalEntry: Sendable {
        public let document: String
        public let irn: String
        public let state: EInvoiceState
        public let registration: Registration?
        public let cancelDate: String?
        /// The portal's last refusal.
        public let error: (code: String, message: String)?
    }

    /// Enters that a document waits for its reference number.
    public static func addPortalEntry(
        _ irn: String, of document: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "INSERT INTO e_invoice (document, irn) VALUES (?, ?)", .text(document), .text(irn))
    }

    public static func register(
        _ document: String, _ registration: Registration, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE e_invoice SET state = 'registered', ack_number = ?, ack_date = ?,
                signed_qr = ?, signed_invoice = ?, is_verified = ?, error_code = NULL,
                error_message = NULL
            WHERE document = ?
            """,
            .text(registration.ackNumber), .text(registration.ackDate),
            Binding(registration.signedQR), Binding(registration.signedInvoice),
            Binding(registration.isVerified ? 1 : 0), .text(document))
    }

    /// Enters that the portal cancelled a registered document.
    public static func cancelPortalEntry(
        _ document: String, on date: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE e_invoice SET state = 'cancelled', cancel_date = ?, error_code = NULL,
                error_message = NULL
            WHERE document = ?
            """, .text(date), .text(document))
    }

    public static func refusePortalEntry(
        _ document: String, code: String, message: String, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            "UPDATE e_invoice SET error_code = ?, error_message = ? WHERE document = ?",
            .text(code), .text(message), .text(document))
    }

    public static func portalEntry(
        of document: String, in transaction: borrowing Transaction
    ) throws -> PortalEntry? {
        try transaction.first(
            """
            SELECT document, irn, state, ack_number, ack_date, signed_qr, signed_invoice,
                is_verified, cancel_date, error_code, error_message
            FROM e_invoice WHERE document = ?
            """, .text(document)
        ) { row in try PortalEntry(row) }
    }

    public static func portalEntry(
        irn: String, in transaction: borrowing Transaction
    ) throws -> PortalEntry? {
        try transaction.first(
            """
            SELECT document, irn, state, ack_number, ack_date, signed_qr, signed_invoice,
                is_verified, cancel_date, error_code, error_message
            FROM e_invoice WHERE irn = ?
            """, .text(irn)
        ) { row in try PortalEntry(row) }
    }
}

extension Books.PortalEntry {
    fileprivate init(_ row: borrowing Row) throws {
        let text = try row.string(2)
        guard let state = Books.EInvoiceState(rawValue: text) else {
            throw DatabaseError.damaged("\(text) is no state of an e-invoice")
        }
        self.state = state
        document = try row.string(0)
        irn = try row.string(1)
        if let number = try row.optionalString(3), let date = try row.optionalString(4) {
            registration = Books.Registration(
                ackNumber: number, ackDate: date, signedQR: try row.optionalString(5),
                signedInvoice: try row.optionalString(6), isVerified: try row.int(7) == 1)
        } else {
            registration = nil
        }
        cancelDate = try row.optionalString(8)
        error = try row.optionalString(9).map { (code) throws -> (String, String) in
            (code, try row.optionalString(10) ?? "")
        }
    }
}
