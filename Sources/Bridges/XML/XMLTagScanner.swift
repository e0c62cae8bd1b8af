/// Finds where the attributes of a start tag stand. libxml2 has found the tag well-formed but
/// tells no places.
struct XMLTagScanner {
    private let bytes: [UInt8]
    private var offset: Int
    private var end: Int { bytes.count }

    /// - Parameter offset: Where the tag's `<` stands.
    init(bytes: [UInt8], offset: Int) {
        self.bytes = bytes
        self.offset = offset
        skipName()
    }

    /// The offsets of the next attribute's name and of its value, past namespace declarations.
    mutating func nextAttribute() -> (name: Int, value: Int)? {
        while true {
            skipSpace()
            let name = offset
            skipName()
            let isDeclaration = isNamespaceDeclaration(name..<offset)
            skipSpace()
            guard offset < end, bytes[offset] == UInt8(ascii: "=") else { return nil }
            offset += 1
            skipSpace()
            guard offset < end else { return nil }
            let quote = bytes[offset]
            let value = offset + 1
            offset = value
            while offset < end, bytes[offset] != quote { offset += 1 }
            offset += 1
            if !isDeclaration { return (name, value) }
        }
    }

    private mutating func skipSpace() {
        while offset < end, bytes[offset].isXMLSpace { offset += 1 }
    }

    private mutating func skipName() {
        while offset < end, !bytes[offset].isXMLSpace, bytes[offset] != UInt8(ascii: "=") {
            offset += 1
        }
    }

    /// Whether a name is `xmlns` or `xmlns:…`.
    private func isNamespaceDeclaration(_ name: Range<Int>) -> Bool {
        let word = bytes[name]
        guard word.starts(with: Array("xmlns".utf8)) else { return false }
        return word.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":")
    }
}
