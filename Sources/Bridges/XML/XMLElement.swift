/// An element of an XML text that was read: immutable, cheap to copy, safe to share.
///
/// ```swift
/// let invoice = try XMLElement.parse(bytes: bytes, name: "INV-1.xml")
/// let name = invoice.first("AccountingSupplierParty", "Party", "PartyName", "Name")
/// print(name?.text ?? "nobody", name?.line ?? 0)
/// ```
/// An element keeps the whole document it belongs to. Two elements are equal when they are the
/// same element of the same document.
public struct XMLElement: Hashable, Sendable {
    private let row: XMLRow

    var document: XMLDocument { row.document }
    var index: Int { row.index }
    private var node: XMLDocument.Node { document.nodes[index] }

    init(document: XMLDocument, index: Int) {
        row = XMLRow(document: document, index: index)
    }

    /// Reads an XML text and returns its outermost element.
    ///
    /// Nothing outside `bytes` is ever read: a text with a DOCTYPE is refused, and with it
    /// entities and external files. ``XMLLimits`` bounds what a text may ask for.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8, UTF-16 or ISO 8859-1.
    ///   - name: What errors call the text: usually its path.
    /// - Throws: The first error with its place; the ones after it are in ``XMLError/further``.
    public static func parse(bytes: [UInt8], name: String) throws(XMLError) -> XMLElement {
        let source = try XMLSource(bytes, file: name)
        return XMLElement(document: try XMLParser.parse(source), index: 0)
    }

    /// The name the text was read under.
    public var file: String { document.file }

    /// The local name, without prefix.
    public var name: String { qualified.local }

    /// Which of the text's ``names`` it has: what tells many elements apart by name compares numbers
    /// instead of strings.
    public var nameNumber: Int { Int(node.name) }

    /// The local names of the whole text by ``nameNumber``, those of attributes among them. One stands
    /// there more than once where it has several prefixes or namespaces.
    public var names: [String] { document.names.map(\.local) }

    /// The prefix as written, if any.
    public var prefix: String? { qualified.prefix }

    /// The URI of the element's namespace, if it has one.
    public var namespace: String? { qualified.namespace }

    /// The name as written, with its prefix.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }

    /// Where the element's opening `<` stands.
    public var position: XMLPosition { document.position(ofNode: index) }

    /// The line of the opening `<`, counted from 1.
    public var line: Int { position.line }

    /// The column of the opening `<`, counted from 1 in Unicode scalars.
    public var column: Int { position.column }

    /// The attributes in document order, without namespace declarations.
    public var attributes: XMLAttributes {
        let rows = node.content
        return XMLAttributes(
            document: document, rows: Int(rows.lowerBound)..<Int(rows.upperBound))
    }

    /// Elements and texts in document order.
    public var children: [XMLNode] {
        var result: [XMLNode] = []
        forEachChild { result.append($0) }
        return result
    }

    /// The child elements in document order.
    public var elements: [XMLElement] {
        var result: [XMLElement] = []
        forEachChild { if case .element(let element) = $0 { result.append(element) } }
        return result
    }

    /// The characters directly inside the element, without those of its child elements.
    public var text: String {
        // Nearly every element has one text and nothing else.
        let first = Int(node.firstChild)
        if first < 0 { return "" }
        let only = document.nodes[first]
        if only.nextSibling < 0 { return only.name < 0 ? document.string(only.content) : "" }
        var result = ""
        forEachChild { if case .text(let text) = $0 { result += text.string } }
        return result
    }

    /// The element this one stands in; `nil` for the outermost.
    public var parent: XMLElement? {
        node.parent < 0 ? nil : XMLElement(document: document, index: Int(node.parent))
    }

    /// Calls `body` with each child in document order.
    public func forEachChild(_ body: (XMLNode) throws -> Void) rethrows {
        var child = Int(node.firstChild)
        while child >= 0 {
            let node = document.nodes[child]
            if node.name >= 0 {
                try body(.element(XMLElement(document: document, index: child)))
            } else {
                try body(.text(XMLText(document: document, index: child)))
            }
            child = Int(node.nextSibling)
        }
    }

    private var qualified: XMLDocument.Name { document.names[nameNumber] }
}
