/// What was read, in flat tables in document order; ``XMLElement`` is a row number in it.
///
/// Tables instead of linked objects: one allocation for many nodes, parents for free, and no
/// recursion when a deep tree goes away.
final class XMLDocument: Sendable {
    struct Name: Hashable {
        let local: String
        let prefix: String?
        let namespace: String?
    }

    /// One element or text. Row numbers; -1 means none.
    struct Node {
        var parent: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        /// In `names`, or -1 for a text.
        var name: Int32 = -1
        /// In `texts`, for a text.
        var text: Int32 = -1
        var firstAttribute: Int32 = 0
        var attributeCount: Int32 = 0
        var position: XMLPosition
    }

    /// An `xmlns` attribute.
    struct NamespaceDeclaration {
        let node: Int32
        let prefix: String?
        let namespace: String
    }

    let file: String
    let nodes: [Node]
    let names: [Name]
    let texts: [String]
    let attributes: [XMLAttribute]
    let declarations: [NamespaceDeclaration]

    init(
        file: String, nodes: [Node], names: [Name], texts: [String], attributes: [XMLAttribute],
        declarations: [NamespaceDeclaration]
    ) {
        self.file = file
        self.nodes = nodes
        self.names = names
        self.texts = texts
        self.attributes = attributes
        self.declarations = declarations
    }
}
