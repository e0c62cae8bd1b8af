extension Diagnostic {
    /// The finding as people read it: `file:line:col: error[code]: message`, the line of the file
    /// with a caret below, what was found and expected, and a hint. Ends with a newline.
    ///
    /// Control characters of the input never reach the terminal.
    public var text: String {
        var lines: [String] = []
        let about = subject.map { "\($0): " } ?? ""
        let head = "\(severity.rawValue)[\(code)]: \(about)\(message)"
        if let location {
            lines.append("\(location.source.name):\(location.line):\(location.column): \(head)")
            if !location.source.bytes.isEmpty { lines += Excerpt(location).lines }
        } else {
            lines.append(head)
        }
        if let found { lines.append("  found:    \(found)") }
        if let expected { lines.append("  expected: \(expected)") }
        if let hint { lines.append("  hint:     \(hint)") }
        return lines.map(printable).joined(separator: "\n") + "\n"
    }
}

/// The line of a location, cut to a window that fits a terminal, and a caret line below.
private struct Excerpt {
    /// Characters shown of a long line.
    static let width = 88

    let lines: [String]

    init(_ location: SourceLocation) {
        let source = location.source
        let row = source.lineRange(around: location.range.lowerBound)
        let from = min(max(row.lowerBound, location.range.lowerBound), row.upperBound)
        let to = min(max(from, location.range.upperBound), row.upperBound)
        // Look at no more of a huge line than can be shown.
        let start = max(row.lowerBound, from - 4 * Excerpt.width)
        let end = min(row.upperBound, to + 4 * Excerpt.width)
        var before = Excerpt.characters(source.bytes[start..<from])
        var marked = Excerpt.characters(source.bytes[from..<min(to, from + 4 * Excerpt.width)])
        var after = Excerpt.characters(source.bytes[to..<end])
        // A long mark is shown whole only where its line is.
        let isCut =
            marked.count > Excerpt.width / 2
            && before.count + marked.count + after.count > Excerpt.width
        if isCut {
            marked = marked.prefix(Excerpt.width / 2)
            after = []
        }
        let lead = max(Excerpt.width / 3, Excerpt.width - marked.count - after.count - 2)
        let cutBefore = before.count > lead || start > row.lowerBound
        if before.count > lead { before = before.suffix(lead) }
        let room = max(0, Excerpt.width - before.count - marked.count)
        let cutAfter = isCut || after.count > room || end < row.upperBound
        after = after.prefix(room)
        let number = String(location.line)
        let gutter = String(repeating: " ", count: number.count)
        let left = (cutBefore ? "…" : "") + String(String.UnicodeScalarView(before))
        let text = left + String(String.UnicodeScalarView(marked + after)) + (cutAfter ? "…" : "")
        let indent = String(repeating: " ", count: left.unicodeScalars.count)
        let carets = String(repeating: "^", count: max(1, marked.count))
        lines = [" \(number) | \(text)", " \(gutter) | \(indent)\(carets)"]
    }

    private static func characters(_ bytes: ArraySlice<UInt8>) -> ArraySlice<Unicode.Scalar> {
        Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 == "\t" ? " " : $0 })[
            ...]
    }
}

/// `text` with every control and direction-changing character shown as U+FFFD, so that no input
/// can steer a terminal.
public func printable(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain { return text }
    return String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                switch scalar.value {
                case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
                    0x2066...0x2069, 0xFEFF:
                    "\u{FFFD}"
                default: scalar
                }
            }))
}
