/// An attribute as it was written. Namespace declarations are not attributes.
public struct XMLAttribute: Hashable, Sendable {
    private let row: XMLRow

    init(document: XMLDocument, index: Int) {
        row = XMLRow(document: document, index: index)
    }

    /// The local name, without prefix.
    public var name: String { qualified.local }

    /// Which of its text's ``XMLElement/names`` it has.
    public var nameNumber: Int { Int(attribute.name) }

    /// The prefix as written, if any.
    public var prefix: String? { qualified.prefix }

    /// The namespace the prefix stands for; an attribute without prefix has none.
    public var namespace: String? { qualified.namespace }

    /// The name as written, with its prefix.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }

    /// The value, references resolved and white space normalised to spaces (XML 1.0, 3.3.3).
    public var value: String { row.document.string(attribute.value) }

    /// Where the name begins.
    public var position: XMLPosition { row.document.positions(ofAttribute: row.index).name }

    /// Where the value begins, after the opening quote.
    public var valuePosition: XMLPosition { row.document.positions(ofAttribute: row.index).value }

    private var attribute: XMLDocument.Attribute { row.document.attributes[row.index] }
    private var qualified: XMLDocument.Name { row.document.names[nameNumber] }
}

/// The attributes of an element in document order.
public struct XMLAttributes: RandomAccessCollection, Sendable {
    let document: XMLDocument
    let rows: Range<Int>

    public var startIndex: Int { rows.lowerBound }
    public var endIndex: Int { rows.upperBound }

    public subscript(index: Int) -> XMLAttribute {
        XMLAttribute(document: document, index: index)
    }
}
