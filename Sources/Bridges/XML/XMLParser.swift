internal import CLibXML2

/// Runs libxml2's SAX2 parser over a text and lets ``XMLTreeBuilder`` take down what it reports.
enum XMLParser {
    static func parse(_ source: XMLSource) throws(XMLError) -> XMLDocument {
        XMLLibrary.ready
        let context = unsafe source.bytes.withUnsafeBytes { buffer in
            unsafe xmlCreateMemoryParserCtxt(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
        }
        guard let context = unsafe context else {
            // libxml2 makes no context for an empty text.
            throw source.error(at: 0, "the text is empty")
        }
        defer { unsafe xmlFreeParserCtxt(context) }
        var builder = unsafe XMLTreeBuilder(source: source, context: context)
        unsafe withUnsafeMutablePointer(to: &builder) { pointer in
            unsafe configure(context, pointer)
            _ = unsafe xmlParseDocument(context)
        }
        return try builder.finish(isWellFormed: unsafe context.pointee.wellFormed == 1)
    }

    private static func configure(
        _ context: xmlParserCtxtPtr, _ builder: UnsafeMutablePointer<XMLTreeBuilder>
    ) {
        // The source is UTF-8 by now, whatever its XML declaration says. NOENT makes libxml2 report
        // &amp; in an attribute as `&`, not as `&#38;`; a DOCTYPE, which alone could declare other
        // entities, stops the parser before it declares any.
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
        _ = unsafe xmlCtxtUseOptions(context, Int32(options))
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = {
            data, name, prefix, uri, namespaceCount, namespaces, count, _, attributes in
            guard let data = unsafe data, let name = unsafe name else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.startElement(
                XMLTreeBuilder.RawName(local: name, prefix: prefix, namespace: uri),
                namespaces: UnsafeBufferPointer(
                    start: namespaces, count: Int(namespaceCount) * 2),
                attributes: UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
        }
        unsafe handler.endElementNs = { data, _, _, _ in
            guard let data = unsafe data else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.endElement()
        }
        let characters: charactersSAXFunc = { data, text, length in
            guard let data = unsafe data, let text = unsafe text else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.characters(
                UnsafeBufferPointer(start: text, count: Int(length)))
        }
        unsafe handler.characters = characters
        unsafe handler.ignorableWhitespace = characters
        unsafe handler.cdataBlock = characters
        unsafe handler.comment = { data, _ in
            guard let data = unsafe data else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.skippedMarkup()
        }
        unsafe handler.processingInstruction = { data, _, _ in
            guard let data = unsafe data else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.skippedMarkup()
        }
        unsafe handler.internalSubset = { data, _, _, _ in
            guard let data = unsafe data else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.documentType()
        }
        unsafe handler.serror = { data, error in
            guard let data = unsafe data, let error = unsafe error else { return }
            unsafe data.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.report(error.pointee)
        }
        unsafe context.pointee.sax.pointee = handler
        unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
    }
}
