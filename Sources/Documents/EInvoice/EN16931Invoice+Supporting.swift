import Invoicing

extension EN16931Invoice {
    /// BG-24: a document that supports the invoice, such as a list of hours.
    public struct SupportingDocument: Hashable, Sendable {
        /// BT-122.
        public var reference: String
        /// BT-123.
        public var description: String?
        /// BT-124: a URL where it can be had.
        public var location: String?
        /// BT-125.
        public var attachment: Attachment?
    }

    /// BT-125: a document inside the invoice.
    public struct Attachment: Hashable, Sendable {
        /// BT-125-1: such as `application/pdf`.
        public var mimeType: String
        /// BT-125-2: as its sender called it; no path, and nothing to open as it stands.
        public var fileName: String
        public var bytes: [UInt8]
    }
}

extension EN16931Invoice.SupportingDocument {
    /// What travels with an invoice, under its file name.
    init(_ attachment: Invoice.Attachment) {
        self.init(
            reference: attachment.name, description: attachment.description,
            attachment: attachment.bytes.map { bytes in
                .init(
                    mimeType: attachment.mimeType, fileName: attachment.name, bytes: bytes)
            })
    }
}
