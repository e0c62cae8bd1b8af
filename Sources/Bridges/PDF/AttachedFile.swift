/// A file that travels inside a document (ISO 19005-3, 6.8).
public struct AttachedFile: Sendable {
    /// What the file is to the document (ISO 19005-3, annex E).
    public enum Relationship: String, Sendable {
        /// The same content in another form, as an electronic invoice is.
        case alternative = "Alternative"
        /// What figures of the document were made from.
        case data = "Data"
        /// What the document was made from.
        case source = "Source"
        /// An addition to the document.
        case supplement = "Supplement"
        case unspecified = "Unspecified"
    }

    public var name: String
    /// Such as `text/xml`.
    public var mimeType: String
    public var relationship: Relationship
    /// For people, shown beside the name.
    public var description: String
    public var bytes: [UInt8]
    /// `2026-04-30` or `2026-04-30T10:15:00+05:30`.
    public var modificationDate: String

    public init(
        name: String, mimeType: String, relationship: Relationship, description: String,
        bytes: [UInt8], modificationDate: String
    ) {
        self.name = name
        self.mimeType = mimeType
        self.relationship = relationship
        self.description = description
        self.bytes = bytes
        self.modificationDate = modificationDate
    }
}
