internal import XML

extension TermReader {
    /// What says no term of EN 16931: each element and attribute, so that nothing is dropped unseen.
    func listUnkept(_ document: BoundDocument) {
        for element in document.unbound {
            if findings.isFull { return }
            // An empty element has nothing to keep.
            if element.isBlank, element.attributes.isEmpty { continue }
            let text = TermReader.texts(of: element, depth: 4).joined(separator: ", ")
            let value = text.isEmpty ? "" : ": \(TermReader.shortened(text))"
            unkept(element, element.path + value)
        }
        for (element, attribute) in document.unboundAttributes {
            if findings.isFull { return }
            unkept(
                element,
                "\(element.path)/@\(attribute.name): \(TermReader.shortened(attribute.value))")
        }
    }

    /// The first texts inside an element.
    private static func texts(of element: XMLElement, depth: Int) -> [String] {
        let own = element.text.trimmed
        if !own.isEmpty { return [own] }
        return depth == 0
            ? [] : element.elements.prefix(4).flatMap { texts(of: $0, depth: depth - 1) }
    }

    private func unkept(_ element: XMLElement, _ found: String) {
        add(
            "not-kept", .warning, "no term of EN 16931 says this; it is not kept", element,
            found: found, expected: nil)
    }
}
