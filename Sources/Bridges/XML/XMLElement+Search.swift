extension XMLElement {
    /// The value of the attribute of that name, if the element has it.
    public subscript(_ name: String) -> String? { attribute(name)?.value }

    /// The attribute of that local name.
    ///
    /// - Parameter namespace: The attribute's namespace; `nil` means an attribute without prefix.
    public func attribute(_ name: String, namespace: String? = nil) -> XMLAttribute? {
        attributes.first { $0.name == name && $0.namespace == namespace }
    }

    /// The child elements of that local name in document order.
    ///
    /// - Parameter namespace: Their namespace; `nil` means any.
    public func all(_ name: String, namespace: String? = nil) -> [XMLElement] {
        var result: [XMLElement] = []
        forEachElement { if $0.matches(name, namespace) { result.append($0) } }
        return result
    }

    /// The first child element of that local name, if there is one.
    ///
    /// - Parameter namespace: Its namespace; `nil` means any.
    public func first(_ name: String, namespace: String? = nil) -> XMLElement? {
        var child = Int(document.nodes[index].firstChild)
        while child >= 0 {
            let element = XMLElement(document: document, index: child)
            if document.nodes[child].name >= 0, element.matches(name, namespace) { return element }
            child = Int(document.nodes[child].nextSibling)
        }
        return nil
    }

    /// Calls `body` with the child elements in document order.
    public func forEachElement(_ body: (XMLElement) throws -> Void) rethrows {
        var child = Int(document.nodes[index].firstChild)
        while child >= 0 {
            let (isElement, next) = (
                document.nodes[child].name >= 0, document.nodes[child].nextSibling
            )
            if isElement { try body(XMLElement(document: document, index: child)) }
            child = Int(next)
        }
    }

    /// Whether there is nothing inside but white space.
    public var isBlank: Bool {
        var child = Int(document.nodes[index].firstChild)
        while child >= 0 {
            let node = document.nodes[child]
            if node.name >= 0 || !document.isBlank(node.content) { return false }
            child = Int(node.nextSibling)
        }
        return true
    }

    /// Goes down by local names, taking the first child of each, in any namespace.
    ///
    /// `invoice.first("LegalMonetaryTotal", "PayableAmount")`
    public func first(_ name: String, _ next: String, _ rest: String...) -> XMLElement? {
        var element = first(name)?.first(next)
        for step in rest { element = element?.first(step) }
        return element
    }

    /// Where the element stands, as an XPath: names as written, with a number where siblings
    /// share one: `/Invoice/cac:InvoiceLine[3]/cbc:ID`.
    public var path: String {
        var steps: [String] = []
        var current: XMLElement? = self
        while let element = current {
            steps.append(element.step)
            current = element.parent
        }
        return steps.reversed().map { "/" + $0 }.joined()
    }

    private var step: String {
        var number = 0
        var count = 0
        parent?.forEachElement { sibling in
            if sibling.qualifiedName == qualifiedName {
                count += 1
                if sibling == self { number = count }
            }
        }
        return count > 1 ? "\(qualifiedName)[\(number)]" : qualifiedName
    }

    private func matches(_ name: String, _ namespace: String?) -> Bool {
        self.name == name && (namespace == nil || self.namespace == namespace)
    }
}
