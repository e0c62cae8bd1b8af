/// How much of PDF/A-3 a document keeps (ISO 19005-3, 6.6.4).
public enum PDFConformance: String, Sendable {
    /// It looks the same for ever.
    case basic = "B"
    /// And each of its characters can be found and copied.
    case unicode = "U"
    /// And its structure is told, as PDF/UA-1 (ISO 14289-1) asks for too.
    case accessible = "A"
}

/// What a document says about itself, in its information dictionary and its XMP packet.
public struct PDFMetadata: Sendable {
    public var title: String
    public var author: String
    public var subject: String
    /// BCP 47 code of the language the document is in ("de-DE").
    public var language: String
    /// The program the document was made with.
    public var creator: String
    /// When the document was made: `2026-04-30` or `2026-04-30T10:15:00+05:30`.
    public var creationDate: String
    /// Sixteen bytes that tell the document apart; by default a digest of its content.
    public var documentID: [UInt8]?
    /// Further properties, such as those of an electronic invoice.
    public var schemas: [XMPSchema]

    public init(
        title: String, author: String, subject: String = "", language: String,
        creator: String = "Bijak", creationDate: String, documentID: [UInt8]? = nil,
        schemas: [XMPSchema] = []
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.language = language
        self.creator = creator
        self.creationDate = creationDate
        self.documentID = documentID
        self.schemas = schemas
    }
}

/// Properties that are not among those PDF/A knows, with the description it asks for
/// (ISO 19005-3, 6.6.2.3.3).
public struct XMPSchema: Sendable {
    public struct Property: Sendable {
        public var name: String
        public var value: String
        public var description: String
        /// The XMP type of the value.
        public var type: String

        public init(name: String, value: String, description: String, type: String = "Text") {
            self.name = name
            self.value = value
            self.description = description
            self.type = type
        }
    }

    public var name: String
    public var namespaceURI: String
    /// Letters, also used as the XML prefix.
    public var prefix: String
    public var properties: [Property]

    public init(name: String, namespaceURI: String, prefix: String, properties: [Property]) {
        self.name = name
        self.namespaceURI = namespaceURI
        self.prefix = prefix
        self.properties = properties
    }
}
