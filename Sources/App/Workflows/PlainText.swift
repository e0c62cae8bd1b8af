/// A text that a command was given, to be printed on documents and lists: of the length and
/// characters that records have, without what makes it read otherwise than it is: separators of
/// lines, and marks that turn the direction.
func plainText(_ text: String, _ option: String, limit: Int) throws -> String {
    let isClean = text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
            && !(0x2028...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
            && !$0.properties.isNoncharacterCodePoint
    }
    if text.allSatisfy({ $0 == " " }) { throw UsageError("\(option) is empty") }
    if !isClean { throw UsageError("\(option) holds a control character") }
    if text.unicodeScalars.count > limit {
        throw UsageError("\(option) is too long", hint: "at most \(limit) characters")
    }
    return text
}
