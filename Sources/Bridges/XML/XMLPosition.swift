/// A place in an XML text, as an editor shows it.
public struct XMLPosition: Hashable, Sendable {
    /// The line, counted from 1; lines end at a line feed.
    public let line: Int

    /// The column, counted from 1 in Unicode scalars; a tab counts as one.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Turns byte offsets into positions in one pass: it only ever walks forward, so that a document
/// written on one long line costs no more than one with many.
struct XMLPositionCursor {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The position of the byte at `target`, which must not lie before the last one asked for.
    mutating func position(at target: Int) -> XMLPosition {
        let end = min(target, bytes.count)
        if offset >= end { return XMLPosition(line: line, column: column) }
        var (line, column) = (line, column)
        for byte in bytes[offset..<end] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        (self.line, self.column, offset) = (line, column, end)
        return XMLPosition(line: line, column: column)
    }
}
