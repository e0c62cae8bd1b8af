internal import Glibc

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
        if let null = Self.firstNull(bytes) {
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
        XMLError(file: file, position: XMLPosition(of: offset, in: bytes), message: message)
    }

    /// The offset of the last `<` before `offset`: where the markup that ends there begins, since
    /// neither names nor attribute values may hold that character.
    func markupStart(before offset: Int) -> Int {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var index = min(offset, bytes.count) - 1
            while index > 0, unsafe bytes[index] != UInt8(ascii: "<") { index -= 1 }
            return max(index, 0)
        }
    }

    /// The offset just after the tag whose last attribute ends before `offset`.
    func tagEnd(after offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
        return end + 1
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
        guard input.starts(with: "<?xml".utf8) else { return nil }
        let declaration = input.prefix(256).prefix { $0 != UInt8(ascii: ">") }
        let words = declaration.split { $0.isXMLSpace || "='\"?".utf8.contains($0) }
        guard let index = words.firstIndex(where: { $0.elementsEqual("encoding".utf8) }),
            index + 1 < words.count
        else { return nil }
        return String(decoding: words[index + 1], as: UTF8.self)
    }

    private static func firstNull(_ bytes: [UInt8]) -> Int? {
        unsafe bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress,
                let null = unsafe memchr(start, 0, bytes.count)
            else { return nil }
            return unsafe UnsafeRawPointer(null) - start
        }
    }

    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        var start = 0
        while let stretch = stretchBeyondASCII(bytes, from: start) {
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes.span.extracting(stretch))
            } catch {
                return stretch.lowerBound + error.byteOffsets.lowerBound
            }
            start = stretch.upperBound
        }
        return nil
    }

    /// The next bytes that are not all ASCII. Eight are looked at together: most of any text is
    /// passed over so, and no character reaches over eight bytes of ASCII.
    private static func stretchBeyondASCII(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
        unsafe bytes.withUnsafeBytes { bytes in
            func isASCII(_ offset: Int) -> Bool {
                let eight = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                return eight & 0x8080_8080_8080_8080 == 0
            }
            var first = start
            while first + 8 <= bytes.count, isASCII(first) { first += 8 }
            var end = first
            while end + 8 <= bytes.count, !isASCII(end) { end += 8 }
            if end + 8 > bytes.count { end = bytes.count }
            return first < end ? first..<end : nil
        }
    }

    /// The offset of the first tag with more attributes than allowed. This must be known before
    /// libxml2 sees the tag, which it reads in one piece. Text that only looks like a tag, in a
    /// comment or a CDATA section, counts as one.
    private static func firstCrowdedTag(_ bytes: [UInt8]) -> Int? {
        // Each attribute takes at least five bytes, such as ` a=""`, and no `<` stands in a tag:
        // where one stands every so often no tag is crowded, and nothing else is looked at.
        let shortest = 5 * XMLLimits.attributesPerElement
        var start = 0
        while start + shortest < bytes.count {
            let window = bytes[start + 1..<start + shortest]
            if let next = window.lastIndex(of: UInt8(ascii: "<")) {
                start = next
            } else if isCrowded(bytes[start...]) {
                return start
            } else {
                start = bytes[window.endIndex...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            }
        }
        return nil
    }

    /// Whether a tag, or what may look like one, that `bytes` begin with has too many attributes.
    private static func isCrowded(_ bytes: ArraySlice<UInt8>) -> Bool {
        var values = 0
        var quote: UInt8 = 0
        for byte in bytes.dropFirst() {
            switch byte {
            case UInt8(ascii: "<"):
                return false
            case UInt8(ascii: ">") where quote == 0:
                return false
            case quote where quote != 0:
                quote = 0
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard quote == 0 else { continue }
                quote = byte
                values += 1
                if values > XMLLimits.attributesPerElement { return true }
            default:
                continue
            }
        }
        return false
    }
}
