/// The bytes of an XML text as the parser gets them: UTF-8, valid, without byte order mark.
///
/// Read are UTF-8, UTF-16 and ISO 8859-1. Everything else is refused: guessing an encoding would
/// put wrong names on documents.
struct XMLSource {
    let bytes: [UInt8]
    let file: String

    init(_ input: [UInt8], file: String) throws(XMLError) {
        self.file = file
        guard input.count <= XMLLimits.bytes else {
            throw Self.error(
                file, "the text has \(input.count) bytes; at most \(XMLLimits.bytes) are read")
        }
        bytes = try Self.utf8(input, file: file)
        if let invalid = Self.firstInvalidByte(bytes) {
            let byte = String(bytes[invalid], radix: 16, uppercase: true)
            throw error(at: invalid, "the text is not UTF-8: byte 0x\(byte) is out of place")
        }
        // XML allows no such character, and libxml2 takes one in the first four bytes for the mark
        // of another encoding, whatever it was told.
        if let null = bytes.firstIndex(of: 0) {
            throw error(at: null, "XML does not allow the character 0x0, not even as a reference")
        }
        if let crowded = Self.firstCrowdedTag(bytes) {
            throw error(
                at: crowded,
                "the element has more than \(XMLLimits.attributesPerElement) attributes")
        }
    }

    /// An error at a byte offset; walks the text from its start.
    func error(at offset: Int, _ message: String) -> XMLError {
        var cursor = XMLPositionCursor(bytes)
        return XMLError(file: file, position: cursor.position(at: offset), message: message)
    }

    /// The offset of the last `<` before `offset`: where the markup that ends there begins, since
    /// neither names nor attribute values may hold that character.
    func markupStart(before offset: Int) -> Int {
        var index = min(offset, bytes.count) - 1
        while index > 0, bytes[index] != UInt8(ascii: "<") { index -= 1 }
        return max(index, 0)
    }

    private static func error(_ file: String, _ message: String) -> XMLError {
        XMLError(file: file, position: XMLPosition(line: 1, column: 1), message: message)
    }

    private static func utf8(_ input: [UInt8], file: String) throws(XMLError) -> [UInt8] {
        if input.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(input.dropFirst(3)) }
        if input.starts(with: [0xFE, 0xFF]) {
            return try utf16(input.dropFirst(2), bigEndian: true, file: file)
        }
        if input.starts(with: [0xFF, 0xFE]) {
            return try utf16(input.dropFirst(2), bigEndian: false, file: file)
        }
        if input.starts(with: [0x00, 0x3C]) {
            return try utf16(input[...], bigEndian: true, file: file)
        }
        if input.starts(with: [0x3C, 0x00]) {
            return try utf16(input[...], bigEndian: false, file: file)
        }
        switch declaredEncoding(input)?.lowercased() {
        case nil, "utf-8", "utf8", "us-ascii", "ascii":
            return input
        case "iso-8859-1", "latin1":
            return Array(String(decoding: input.map(UInt16.init), as: UTF16.self).utf8)
        case .some(let name):
            throw error(file, "the encoding \(name) is not read; save the text as UTF-8")
        }
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, bigEndian: Bool, file: String
    ) throws(XMLError) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self)
        else {
            throw error(file, "the text is not UTF-16, though it begins so")
        }
        return Array(text.utf8)
    }

    /// The name in `<?xml … encoding="NAME"?>`, if the text begins so.
    private static func declaredEncoding(_ input: [UInt8]) -> String? {
        guard input.starts(with: Array("<?xml".utf8)) else { return nil }
        let head = input.prefix(256)
        let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        let words = declaration.split(whereSeparator: { " \t\r\n='\"?".contains($0) })
        guard let index = words.firstIndex(of: "encoding"), index + 1 < words.count else {
            return nil
        }
        return String(words[index + 1])
    }

    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// The offset of the first tag with more attributes than allowed. This must be known before
    /// libxml2 sees the tag, which it reads in one piece. Text that only looks like a tag, in a
    /// comment or a CDATA section, counts as one.
    private static func firstCrowdedTag(_ bytes: [UInt8]) -> Int? {
        var start = 0
        var values = 0
        var quote: UInt8 = 0
        var insideTag = false
        for (offset, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "<"):
                (start, values, quote, insideTag) = (offset, 0, 0, true)
            case UInt8(ascii: ">") where quote == 0:
                insideTag = false
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard insideTag else { continue }
                if quote == 0 {
                    quote = byte
                    values += 1
                    if values > XMLLimits.attributesPerElement { return start }
                } else if quote == byte {
                    quote = 0
                }
            default:
                continue
            }
        }
        return nil
    }
}
