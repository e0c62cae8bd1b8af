internal import CLibXML2

/// An ``XMLDocument`` as the linked tree libxml2 validates. Each node remembers its row, so that
/// an error about it can say line and column.
@safe final class XMLValidationTree {
    let pointer: xmlDocPtr

    /// Fails only for want of memory.
    init?(_ document: XMLDocument) {
        XMLLibrary.ready
        guard let pointer = unsafe xmlNewDoc("1.0") else { return nil }
        unsafe self.pointer = unsafe pointer
        var made: [xmlNodePtr?] = unsafe []
        unsafe made.reserveCapacity(document.nodes.count)
        var declaration = 0
        for (index, row) in document.nodes.enumerated() {
            let parent = row.parent < 0 ? nil : unsafe made[Int(row.parent)]
            guard row.name >= 0 else {
                guard unsafe addText(document.string(row.content), at: index, to: parent) else {
                    return nil
                }
                unsafe made.append(nil)
                continue
            }
            let name = document.names[Int(row.name)]
            guard let node = unsafe xmlNewDocNode(pointer, nil, name.local, nil) else { return nil }
            unsafe node.pointee._private = Self.mark(index)
            unsafe node.pointee.line = UInt16(exactly: index + 1) ?? 0
            if let parent = unsafe parent {
                _ = unsafe xmlAddChild(parent, node)
            } else {
                _ = unsafe xmlDocSetRootElement(pointer, node)
            }
            while declaration < document.declarations.count,
                document.declarations[declaration].node == index
            {
                let next = document.declarations[declaration]
                _ = unsafe xmlNewNs(node, next.namespace, next.prefix)
                declaration += 1
            }
            if name.namespace != nil {
                unsafe xmlSetNs(node, xmlSearchNs(pointer, node, name.prefix))
            }
            let element = XMLElement(document: document, index: index)
            guard unsafe addAttributes(of: element, to: node) else { return nil }
            unsafe made.append(node)
        }
    }

    deinit {
        unsafe xmlFreeDoc(pointer)
    }

    /// The row of the node an error is about.
    static func row(of node: UnsafeMutableRawPointer?) -> Int? {
        guard let node = unsafe node?.assumingMemoryBound(to: xmlNode.self) else { return nil }
        // `_private` is the first field of every libxml2 node, attributes included.
        let mark = unsafe Int(bitPattern: node.pointee._private)
        if mark > 0 { return mark - 1 }
        // libxml2 compiles a copy of a schema; of an element's marks only the line is copied.
        let isElement = unsafe node.pointee.type == XML_ELEMENT_NODE
        let line = isElement ? unsafe Int(node.pointee.line) : 0
        return line > 0 ? line - 1 : nil
    }

    private func addText(_ text: String, at index: Int, to parent: xmlNodePtr?) -> Bool {
        guard let parent = unsafe parent, let node = unsafe xmlNewDocText(pointer, text) else {
            return false
        }
        unsafe node.pointee._private = Self.mark(index)
        return unsafe xmlAddChild(parent, node) != nil
    }

    private func addAttributes(of element: XMLElement, to node: xmlNodePtr) -> Bool {
        for attribute in element.attributes {
            let namespace = unsafe attribute.prefix.flatMap { prefix in
                unsafe xmlSearchNs(pointer, node, prefix)
            }
            guard let made = unsafe xmlNewNsProp(node, namespace, attribute.name, attribute.value)
            else { return false }
            unsafe made.pointee._private = Self.mark(element.index)
        }
        return true
    }

    /// A row number as libxml2 keeps it for us; 0 is left for nodes that libxml2 made itself.
    private static func mark(_ row: Int) -> UnsafeMutableRawPointer? {
        unsafe UnsafeMutableRawPointer(bitPattern: row + 1)
    }
}
