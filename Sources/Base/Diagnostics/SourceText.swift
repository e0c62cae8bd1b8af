/// The text of one input record, kept so that a finding can point into it.
///
/// A record is a part of a file: one line of JSONL, one element of a JSON array, or some rows of a
/// CSV file with that file's heading row in front. Lines and columns are those of the file.
public final class SourceText: Sendable {
    /// The file as the user named it.
    public let name: String
    public let bytes: [UInt8]
    /// The line of the file on which the record begins, from 1.
    public let firstLine: Int
    /// The column on that line, from 1, in bytes.
    public let firstColumn: Int
    /// Bytes at the start that repeat line 1 of the file (a CSV heading row and its newline).
    public let headingLength: Int

    public init(
        name: String, bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1,
        headingLength: Int = 0
    ) {
        self.name = name
        self.bytes = bytes
        self.firstLine = firstLine
        self.firstColumn = firstColumn
        self.headingLength = headingLength
    }

    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The file's name without its folders.
    public var fileName: String {
        name.split(separator: "/").last.map(String.init) ?? name
    }

    /// Line and column in the file of a byte offset; the column counts characters, from 1.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(0, offset), bytes.count)
        let inHeading = offset < headingLength
        let start = inHeading ? 0 : headingLength
        var line = inHeading ? 1 : firstLine
        var lineStart = start
        for index in start..<offset where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        let characters = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
            .unicodeScalars.count
        let indent = !inHeading && lineStart == headingLength ? firstColumn - 1 : 0
        return (line, characters + indent + 1)
    }

    /// The line in the file of a byte offset: cheaper than its position, which counts characters.
    public func line(of offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let inHeading = offset < headingLength
        var line = inHeading ? 1 : firstLine
        for byte in bytes[(inHeading ? 0 : headingLength)..<offset]
        where byte == UInt8(ascii: "\n") {
            line += 1
        }
        return line
    }

    /// The bytes of the line that holds `offset`, without its newline.
    public func lineRange(around offset: Int) -> Range<Int> {
        let offset = min(max(0, offset), bytes.count)
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        var end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
        // A line of a file from elsewhere ends in carriage return and newline.
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }
}

/// A stretch of a record: what a finding underlines.
public struct SourceLocation: Sendable {
    public let source: SourceText
    /// Byte offsets into `source.bytes`.
    public let range: Range<Int>

    public init(source: SourceText, range: Range<Int>) {
        self.source = source
        self.range = range
    }

    public var line: Int { source.line(of: range.lowerBound) }
    public var column: Int { source.position(of: range.lowerBound).column }
}

/// Finds the lines of many places, most of which follow each other, in one pass over each text.
public struct LineFinder {
    private var last: [ObjectIdentifier: (offset: Int, line: Int)] = [:]

    public init() {}

    /// The line of a place in its file.
    public mutating func line(of location: SourceLocation) -> Int {
        let source = location.source
        let offset = min(max(0, location.range.lowerBound), source.bytes.count)
        guard offset >= source.headingLength else { return source.line(of: offset) }
        var (from, line) =
            last[ObjectIdentifier(source)] ?? (source.headingLength, source.firstLine)
        if offset < from { (from, line) = (source.headingLength, source.firstLine) }
        for byte in source.bytes[from..<offset] where byte == UInt8(ascii: "\n") { line += 1 }
        last[ObjectIdentifier(source)] = (offset, line)
        return line
    }
}
