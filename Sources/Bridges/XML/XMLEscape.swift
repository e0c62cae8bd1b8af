/// The characters that XML writes in another way, or not at all.
enum XMLEscape {
    /// Appends `text` so that an XML parser reads back exactly it. Stops at and returns the first
    /// character that XML 1.0 (production 2, `Char`) does not allow.
    ///
    /// Carriage returns, and in attributes tabs and line feeds, are written as references: a
    /// parser would turn them into line feeds and spaces (XML 1.0, 2.11 and 3.3.3).
    static func append(
        _ text: String, to bytes: inout [UInt8], inAttribute: Bool
    ) -> Unicode.Scalar? {
        var text = text
        return text.withUTF8 { source in
            var plain = 0
            var index = 0
            while index < source.count {
                let byte = unsafe source[index]
                // Above `>` only U+FFFE and U+FFFF need a look; both begin with 0xEF.
                if byte > UInt8(ascii: ">") && byte != 0xEF {
                    index += 1
                    continue
                }
                if byte == 0xEF {
                    if let refused = unsafe noncharacter(source, at: index) { return refused }
                } else if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
                    return Unicode.Scalar(byte)
                } else if let reference = reference(for: byte, inAttribute: inAttribute) {
                    unsafe bytes.append(
                        contentsOf: UnsafeBufferPointer(rebasing: source[plain..<index]))
                    reference.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
                    plain = index + 1
                }
                index += 1
            }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[plain...]))
            return nil
        }
    }

    private static func reference(for byte: UInt8, inAttribute: Bool) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\"") where inAttribute: "&quot;"
        case 0x09 where inAttribute: "&#9;"
        case 0x0A where inAttribute: "&#10;"
        case 0x0D: "&#13;"
        default: nil
        }
    }

    /// U+FFFE or U+FFFF, if it begins at `index`.
    private static func noncharacter(
        _ source: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Unicode.Scalar? {
        guard index + 2 < source.count, unsafe source[index + 1] == 0xBF else { return nil }
        switch unsafe source[index + 2] {
        case 0xBE: return "\u{FFFE}"
        case 0xBF: return "\u{FFFF}"
        default: return nil
        }
    }
}
