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
    private let row: XMLRow

    init(document: XMLDocument, index: Int) {
        row = XMLRow(document: document, index: index)
    }

    /// The characters.
    public var string: String { row.document.string(content) }

    /// Where the text begins, at its markup if it begins with a reference or a CDATA section.
    public var position: XMLPosition { row.document.position(ofNode: row.index) }

    /// Whether the text has only the white space of XML: space, tab, line feed, carriage return.
    public var isBlank: Bool { row.document.isBlank(content) }

    private var content: Range<Int32> { row.document.nodes[row.index].content }
}

extension UInt8 {
    /// Whether the byte is white space of XML 1.0 (production 3, `S`).
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
