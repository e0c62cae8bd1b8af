/// What stands between an element's tags: an element or a text.
///
/// Comments and processing instructions are not kept.
public enum XMLNode: Hashable, Sendable {
    case element(XMLElement)
    case text(XMLText)

    /// Where the node begins.
    public var position: XMLPosition {
        switch self {
        case .element(let element): element.position
        case .text(let text): text.position
        }
    }
}

/// A run of characters between two tags, references and CDATA sections resolved, line ends as
/// line feeds. White space between elements is a text too.
public struct XMLText: Hashable, Sendable {
    /// The characters.
    public let string: String

    /// Where the text begins, at its markup if it begins with a reference or a CDATA section.
    public let position: XMLPosition

    /// Whether the text has only the white space of XML: space, tab, line feed, carriage return.
    public var isBlank: Bool { string.utf8.allSatisfy(\.isXMLSpace) }
}

/// An attribute as it was written, in document order. Namespace declarations are not attributes.
public struct XMLAttribute: Hashable, Sendable {
    /// The local name, without prefix.
    public let name: String

    /// The prefix as written, if any.
    public let prefix: String?

    /// The namespace the prefix stands for; an attribute without prefix has none.
    public let namespace: String?

    /// The value, references resolved and white space normalised to spaces (XML 1.0, 3.3.3).
    public let value: String

    /// Where the name begins.
    public let position: XMLPosition

    /// Where the value begins, after the opening quote.
    public let valuePosition: XMLPosition

    /// The name as written, with its prefix.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }
}

extension UInt8 {
    /// Whether the byte is white space of XML 1.0 (production 3, `S`).
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
