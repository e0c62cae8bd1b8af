import Diagnostics

/// Reads one JSON value (RFC 8259) and keeps the place of everything in it.
///
/// Refused, with the place: anything the standard does not allow, duplicate keys, more than
/// `depthLimit` levels, bytes that are not UTF-8, anything after the value.
public struct JSONReader {
    public static let depthLimit = 64

    private let bytes: [UInt8]
    private var tree: DataTree
    private var at = 0

    /// The record's structure; a finding where it is not JSON.
    public static func read(_ source: SourceText) throws(Rejected) -> DataTree {
        if let offset = firstInvalidUTF8(source.bytes) {
            throw Rejected(
                source, offset..<offset + 1, code: "invalid-utf8",
                "the text is not valid UTF-8 here", found: hexText(source.bytes[offset]),
                hint: "save the file as UTF-8")
        }
        var reader = JSONReader(source)
        reader.skipBlank()
        try reader.value(depth: 1)
        reader.skipBlank()
        if reader.at < reader.bytes.count { throw reader.unexpected("the end of the record") }
        return reader.tree
    }

    private init(_ source: SourceText) {
        bytes = source.bytes
        tree = DataTree(source: source)
        tree.nodes.reserveCapacity(bytes.count / 8)
    }

    private mutating func value(depth: Int) throws(Rejected) {
        guard at < bytes.count else { throw unexpected("a value") }
        switch bytes[at] {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try list(depth: depth)
        case UInt8(ascii: "\""):
            let start = at
            try skipString()
            _ = tree.add(.string, start..<at)
        case UInt8(ascii: "t"): try word("true", .flag)
        case UInt8(ascii: "f"): try word("false", .flag)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: throw unexpected("a value")
        }
    }

    private mutating func object(depth: Int) throws(Rejected) {
        try checkDepth(depth)
        let index = tree.add(.object, at..<at)
        at += 1
        skipBlank()
        if take(UInt8(ascii: "}")) { return tree.close(index, end: at) }
        var keys: Set<ArraySlice<UInt8>> = []
        while true {
            skipBlank()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw unexpected("a key in double quotes")
            }
            let start = at
            try skipString()
            let key = unescapedKey(bytes[(start + 1)..<(at - 1)])
            if !keys.insert(key).inserted {
                throw Rejected(
                    tree.source, start..<at, code: "json-duplicate-key",
                    "the key \"\(String(decoding: key, as: UTF8.self))\" stands twice in this object",
                    hint: "keep one of the two")
            }
            _ = tree.add(.key, start..<at)
            skipBlank()
            guard take(UInt8(ascii: ":")) else { throw unexpected("a colon after the key") }
            skipBlank()
            try value(depth: depth + 1)
            skipBlank()
            if take(UInt8(ascii: "}")) { return tree.close(index, end: at) }
            guard take(UInt8(ascii: ",")) else { throw unexpected("a comma or }") }
        }
    }

    /// The bytes by which keys are compared: `"a"` and `"\u0061"` are the same key.
    private func unescapedKey(_ inner: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard inner.contains(UInt8(ascii: "\\")) else { return inner }
        return Array(unescapedJSON(inner).utf8)[...]
    }

    private mutating func list(depth: Int) throws(Rejected) {
        try checkDepth(depth)
        let index = tree.add(.list, at..<at)
        at += 1
        skipBlank()
        if take(UInt8(ascii: "]")) { return tree.close(index, end: at) }
        while true {
            skipBlank()
            try value(depth: depth + 1)
            skipBlank()
            if take(UInt8(ascii: "]")) { return tree.close(index, end: at) }
            guard take(UInt8(ascii: ",")) else { throw unexpected("a comma or ]") }
        }
    }

    private mutating func skipString() throws(Rejected) {
        let start = at
        at += 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at += 1
                return
            case UInt8(ascii: "\\"): try skipEscape()
            case 0..<0x20: throw unexpected("a text without control characters (write \\n, \\t)")
            default: at += 1
            }
        }
        throw Rejected(
            tree.source, start..<min(start + 1, bytes.count), code: "json-syntax",
            "this text is never closed", expected: "a closing double quote")
    }

    private mutating func skipEscape() throws(Rejected) {
        guard at + 1 < bytes.count else { throw unexpected("an escape") }
        switch bytes[at + 1] {
        case UInt8(ascii: "u"):
            guard let code = escapedUnit(at: at) else {
                throw unexpected("\\u and four hex digits")
            }
            at += 6
            if (0xD800..<0xDC00).contains(code) {
                guard let low = escapedUnit(at: at), (0xDC00..<0xE000).contains(low) else {
                    throw unexpected("the second half of a surrogate pair")
                }
                at += 6
            } else if (0xDC00..<0xE000).contains(code) {
                at -= 6
                throw unexpected("a character; this is half of a surrogate pair")
            }
        case let letter where #""\/bfnrt"#.utf8.contains(letter): at += 2
        default: throw unexpected("an escape of JSON")
        }
    }

    private func escapedUnit(at offset: Int) -> UInt32? {
        guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u"),
            bytes[(offset + 2)..<(offset + 6)].allSatisfy({ hexValue($0) != nil })
        else { return nil }
        return hexNumber(bytes[(offset + 2)..<(offset + 6)])
    }

    private mutating func number() throws(Rejected) {
        let start = at
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            if isDigit { throw unexpected("no digit after a leading zero") }
        } else {
            try digits()
        }
        if take(UInt8(ascii: ".")) { try digits() }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            throw unexpected("a number without exponent")
        }
        _ = tree.add(.number, start..<at)
    }

    private var isDigit: Bool { at < bytes.count && (48...57).contains(bytes[at]) }

    private mutating func digits() throws(Rejected) {
        guard isDigit else { throw unexpected("a digit") }
        while isDigit { at += 1 }
    }

    private mutating func word(_ text: String, _ kind: DataTree.Kind) throws(Rejected) {
        let end = at + text.utf8.count
        guard end <= bytes.count, bytes[at..<end].elementsEqual(text.utf8) else {
            throw unexpected("a value")
        }
        _ = tree.add(kind, at..<end)
        at = end
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipBlank() {
        while at < bytes.count, isJSONBlank(bytes[at]) { at += 1 }
    }

    private func checkDepth(_ depth: Int) throws(Rejected) {
        if depth > JSONReader.depthLimit {
            throw Rejected(
                tree.source, at..<at + 1, code: "json-too-deep",
                "more than \(JSONReader.depthLimit) levels of brackets",
                hint: "no input of this program needs more than six")
        }
    }

    private func unexpected(_ expected: String) -> Rejected {
        if at >= bytes.count {
            return Rejected(
                tree.source, max(0, bytes.count - 1)..<bytes.count, code: "json-syntax",
                "the record ends too early", expected: expected)
        }
        let scalar =
            String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
            .unicodeScalars.first.map { String($0) } ?? ""
        return Rejected(
            tree.source, at..<at + 1, code: "json-syntax", "this is not JSON", found: scalar,
            expected: expected)
    }
}

/// Space, tab, line feed and carriage return: the blanks of RFC 8259.
func isJSONBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// A record that cannot be read at all, as one finding.
public struct Rejected: Error {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(
        _ source: SourceText, _ range: Range<Int>, code: String, _ message: String,
        found: String? = nil, expected: String? = nil, hint: String? = nil
    ) {
        diagnostic = Diagnostic(
            code: code, message, at: SourceLocation(source: source, range: range), found: found,
            expected: expected, hint: hint)
    }
}

/// The offset of the first byte that no valid UTF-8 text has there; `nil` where all is well.
public func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return index
        }
        guard index + length <= count, (low...high).contains(bytes[index + 1]),
            bytes[(index + 2)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return index }
        index += length
    }
    return nil
}

func hexText(_ byte: UInt8) -> String {
    "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
