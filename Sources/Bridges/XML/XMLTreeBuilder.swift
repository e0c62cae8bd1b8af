internal import CLibXML2

/// Takes down what the parser reports as rows of an ``XMLDocument``, each with its place.
///
/// A struct behind a pointer: as a class, exclusivity checks made reading 1.6 times as slow.
@safe struct XMLTreeBuilder: ~Copyable {
    /// A name as libxml2 reports it. Its strings live in the parser's dictionary, where equal
    /// strings have equal addresses: names are told apart by address.
    @safe struct RawName: Hashable {
        let local: UnsafePointer<UInt8>
        let prefix: UnsafePointer<UInt8>?
        let namespace: UnsafePointer<UInt8>?

        static func == (left: RawName, right: RawName) -> Bool {
            unsafe left.local == right.local && left.prefix == right.prefix
                && left.namespace == right.namespace
        }

        func hash(into hasher: inout Hasher) {
            unsafe hasher.combine(local)
            unsafe hasher.combine(prefix)
            unsafe hasher.combine(namespace)
        }
    }

    private struct OpenElement {
        let node: Int32
        let namespaceCount: Int
        var lastChild: Int32 = -1
    }

    private let source: XMLSource
    private let context: xmlParserCtxtPtr
    private var errors: [XMLError] = []
    private var isStopped = false

    private var nodes: [XMLDocument.Node] = []
    private var names: [XMLDocument.Name] = []
    private var attributes: [XMLDocument.Attribute] = []
    private var declarations: [XMLDocument.NamespaceDeclaration] = []
    private var characters: [UInt8] = []

    private var nameNumbers: [RawName: Int32] = [:]
    private var qualifiers: [UnsafePointer<UInt8>: String] = unsafe [:]
    /// Names met lately, each at a place that its address tells: few names make up a text, and
    /// hashing them takes longer than looking here.
    private var recentNames: [(name: RawName, number: Int32)?] = Array(repeating: nil, count: 128)
    private var open: [OpenElement] = []
    private var namespacesInScope = 0
    /// Where the text at hand begins, in the source and in `characters`.
    private var pendingText: (offset: Int32, characters: Int32)?
    /// Where the last tag, comment or instruction ended, and so where a text begins.
    private var markupEnd = 0

    init(source: XMLSource, context: xmlParserCtxtPtr) {
        self.source = source
        unsafe self.context = unsafe context
        // One row for each so many bytes is what e-invoices have; more room is not touched.
        nodes.reserveCapacity(min(source.bytes.count / 12, XMLLimits.nodes))
        characters.reserveCapacity(source.bytes.count / 2)
        nameNumbers.reserveCapacity(128)
    }

    // What the parser reports

    mutating func startElement(
        _ name: RawName, namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        attributes raw: UnsafeBufferPointer<UnsafePointer<UInt8>?>
    ) {
        guard !isStopped else { return }
        let end = offset
        let start = source.markupStart(before: end)
        flushText()
        guard open.count < XMLLimits.depth else {
            return stop("elements nest deeper than \(XMLLimits.depth)", at: start)
        }
        namespacesInScope += namespaces.count / 2
        guard namespacesInScope <= XMLLimits.namespacesInScope else {
            let limit = XMLLimits.namespacesInScope
            return stop("more than \(limit) namespace declarations are in force", at: start)
        }
        let firstAttribute = Int32(attributes.count)
        let node = XMLDocument.Node(
            parent: open.last?.node ?? -1, name: number(of: name), offset: Int32(start),
            content: firstAttribute..<firstAttribute + Int32(raw.count / 5))
        guard let index = append(node) else { return }
        unsafe declare(namespaces, on: index)
        unsafe take(raw, of: index)
        markupEnd = source.tagEnd(after: end)
        open.append(
            OpenElement(node: index, namespaceCount: namespaces.count / 2))
    }

    mutating func endElement() {
        guard !isStopped else { return }
        flushText()
        markupEnd = offset
        if let element = open.popLast() { namespacesInScope -= element.namespaceCount }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !isStopped, !open.isEmpty else { return }
        if pendingText == nil { pendingText = (Int32(markupEnd), Int32(characters.count)) }
        unsafe characters.append(contentsOf: bytes)
    }

    mutating func skippedMarkup() {
        markupEnd = offset
    }

    mutating func documentType() {
        let start = source.markupStart(before: offset)
        stop(
            "a DOCTYPE is not read, nor anything it declares; remove it", at: start)
    }

    mutating func report(_ error: borrowing xmlError) {
        // A warning, such as a relative namespace URI, is no reason to refuse a text.
        guard !isStopped, unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue,
            errors.count < XMLLimits.errors
        else { return }
        errors.append(source.error(at: offset, unsafe XMLMessage.text(error)))
    }

    /// The document, or the errors.
    func finish(isWellFormed: Bool) throws(XMLError) -> XMLDocument {
        if let first = errors.first {
            throw XMLError(
                file: first.file, position: first.position, message: first.message,
                further: Array(errors.dropFirst()))
        }
        guard isWellFormed, !nodes.isEmpty else {
            throw source.error(at: 0, "the text is not well-formed XML")
        }
        return XMLDocument(
            source, nodes: nodes, names: names, attributes: attributes,
            declarations: declarations, characters: characters)
    }

    // How it is taken down

    /// How many bytes the parser has read.
    private var offset: Int { unsafe max(0, Int(xmlByteConsumed(context))) }

    private mutating func stop(_ message: String, at offset: Int) {
        errors.append(source.error(at: offset, message))
        isStopped = true
        unsafe xmlStopParser(context)
    }

    private mutating func append(_ node: XMLDocument.Node) -> Int32? {
        guard nodes.count + attributes.count < XMLLimits.nodes else {
            stop(
                "the text has more than \(XMLLimits.nodes) elements, attributes and texts",
                at: Int(node.offset))
            return nil
        }
        let index = Int32(nodes.count)
        nodes.append(node)
        if let parent = open.indices.last {
            let last = open[parent].lastChild
            if last < 0 {
                nodes[Int(open[parent].node)].firstChild = index
            } else {
                nodes[Int(last)].nextSibling = index
            }
            open[parent].lastChild = index
        }
        return index
    }

    private mutating func flushText() {
        guard let (offset, start) = pendingText else { return }
        pendingText = nil
        _ = append(
            XMLDocument.Node(
                parent: open.last?.node ?? -1, name: -1, offset: offset,
                content: start..<Int32(characters.count)))
    }

    private mutating func number(of name: RawName) -> Int32 {
        let place = unsafe Int(bitPattern: name.local) >> 3 & 127
        if let recent = recentNames[place], recent.name == name { return recent.number }
        let number = addedNumber(of: name)
        recentNames[place] = (name, number)
        return number
    }

    private mutating func addedNumber(of name: RawName) -> Int32 {
        if let known = nameNumbers[name] { return known }
        let number = Int32(names.count)
        nameNumbers[name] = number
        names.append(
            XMLDocument.Name(
                local: unsafe String(cString: name.local), prefix: unsafe shared(name.prefix),
                namespace: unsafe shared(name.namespace)))
        return number
    }

    /// The string of a prefix or a namespace, which many names have.
    private mutating func shared(_ raw: UnsafePointer<UInt8>?) -> String? {
        guard let raw = unsafe raw else { return nil }
        if let known = unsafe qualifiers[raw] { return known }
        let string = unsafe String(cString: raw)
        unsafe qualifiers[raw] = string
        return string
    }

    private mutating func declare(
        _ namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>, on node: Int32
    ) {
        for index in stride(from: 0, to: namespaces.count, by: 2) {
            let prefix = unsafe namespaces[index].map { unsafe String(cString: $0) }
            let uri = unsafe namespaces[index + 1].map { unsafe String(cString: $0) }
            declarations.append(
                XMLDocument.NamespaceDeclaration(node: node, prefix: prefix, namespace: uri ?? ""))
        }
    }

    /// Takes down a tag's attributes.
    private mutating func take(
        _ raw: UnsafeBufferPointer<UnsafePointer<UInt8>?>, of element: Int32
    ) {
        for index in stride(from: 0, to: raw.count, by: 5) {
            guard let local = unsafe raw[index], let value = unsafe raw[index + 3],
                let end = unsafe raw[index + 4]
            else { continue }
            let name = unsafe RawName(
                local: local, prefix: raw[index + 1], namespace: raw[index + 2])
            let start = Int32(characters.count)
            unsafe characters.append(
                contentsOf: UnsafeBufferPointer(start: value, count: end - value))
            attributes.append(
                XMLDocument.Attribute(
                    element: element, name: number(of: name),
                    value: start..<Int32(characters.count)))
        }
    }
}
