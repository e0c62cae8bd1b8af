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
        forEachElement { element in
            if element.matches(name, namespace) { result.append(element) }
            return true
        }
        return result
    }

    /// The first child element of that local name, if there is one.
    ///
    /// - Parameter namespace: Its namespace; `nil` means any.
    public func first(_ name: String, namespace: String? = nil) -> XMLElement? {
        var result: XMLElement?
        forEachElement { element in
            if element.matches(name, namespace) { result = element }
            return result == nil
        }
        return result
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
            return true
        }
        return count > 1 ? "\(qualifiedName)[\(number)]" : qualifiedName
    }

    private func matches(_ name: String, _ namespace: String?) -> Bool {
        self.name == name && (namespace == nil || self.namespace == namespace)
    }

    /// Calls `body` with the child elements for as long as it returns `true`.
    private func forEachElement(_ body: (XMLElement) -> Bool) {
        var child = Int(document.nodes[index].firstChild)
        while child >= 0 {
            let row = document.nodes[child]
            if row.name >= 0, !body(XMLElement(document: document, index: child)) { return }
            child = Int(row.nextSibling)
        }
    }
}
