internal import Synchronization

/// What was read, in flat tables in document order; ``XMLElement`` is a row number in it.
///
/// Tables instead of linked objects: one allocation for many nodes, parents for free, and no
/// recursion when a deep tree goes away. Characters and places are kept as ranges of bytes; strings
/// and positions are made of them when somebody asks, which for most is never.
final class XMLDocument: Sendable {
    struct Name: Hashable {
        let local: String
        let prefix: String?
        let namespace: String?
    }

    /// One element or text. Row numbers; -1 means none.
    struct Node {
        let parent: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// In `names`, or -1 for a text.
        let name: Int32
        /// Where it begins in the text that was read.
        let offset: Int32
        /// An element's attributes in `attributes`, or a text's bytes in `characters`.
        let content: Range<Int32>
    }

    struct Attribute {
        /// In `nodes`.
        let element: Int32
        /// In `names`.
        let name: Int32
        /// In `characters`.
        let value: Range<Int32>
    }

    /// The offsets of an attribute's name and of its value.
    private typealias AttributePlace = (name: Int, value: Int)

    /// An `xmlns` attribute.
    struct NamespaceDeclaration {
        let node: Int32
        let prefix: String?
        let namespace: String
    }

    let file: String
    let nodes: [Node]
    let names: [Name]
    let attributes: [Attribute]
    let declarations: [NamespaceDeclaration]
    /// The texts and the values of attributes, one after the other, references resolved.
    private let characters: [UInt8]
    private let source: XMLSource
    private let positions: XMLPositions
    /// The attributes of the element last asked for: who asks for one asks for the others too.
    private let tag = Mutex<(element: Int, places: [AttributePlace])>((-1, []))

    init(
        _ source: XMLSource, nodes: [Node], names: [Name], attributes: [Attribute],
        declarations: [NamespaceDeclaration], characters: [UInt8]
    ) {
        self.source = source
        self.file = source.file
        self.nodes = nodes
        self.names = names
        self.attributes = attributes
        self.declarations = declarations
        self.characters = characters
        positions = XMLPositions(source.bytes)
    }

    func string(_ range: Range<Int32>) -> String {
        unsafe characters.withUnsafeBufferPointer { buffer in
            unsafe String(
                decoding: UnsafeBufferPointer(
                    rebasing: buffer[Int(range.lowerBound)..<Int(range.upperBound)]),
                as: UTF8.self)
        }
    }

    /// Whether there is nothing but the white space of XML.
    func isBlank(_ range: Range<Int32>) -> Bool {
        characters[Int(range.lowerBound)..<Int(range.upperBound)].allSatisfy(\.isXMLSpace)
    }

    func position(ofNode row: Int) -> XMLPosition {
        positions[Int(nodes[row].offset)]
    }

    /// Where an attribute's name and its value begin.
    func positions(ofAttribute row: Int) -> (name: XMLPosition, value: XMLPosition) {
        let element = Int(attributes[row].element)
        let place = tag.withLock { tag in
            if tag.element != element { tag = (element, places(inTagOf: element)) }
            return tag.places[row - Int(nodes[element].content.lowerBound)]
        }
        return (positions[place.name], positions[place.value])
    }

    private func places(inTagOf element: Int) -> [AttributePlace] {
        let start = Int(nodes[element].offset)
        var scanner = XMLTagScanner(bytes: source.bytes, offset: start)
        // The scanner sees what the parser saw; should they ever differ, an attribute is placed at
        // its element.
        return nodes[element].content.map { _ in scanner.nextAttribute() ?? (start, start) }
    }
}

/// A row of a document, which it keeps; two are equal when they are the same row of the same document.
struct XMLRow: Hashable, Sendable {
    let document: XMLDocument
    let index: Int

    static func == (left: XMLRow, right: XMLRow) -> Bool {
        left.document === right.document && left.index == right.index
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(document))
        hasher.combine(index)
    }
}
