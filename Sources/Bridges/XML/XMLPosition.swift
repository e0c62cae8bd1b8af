internal import Synchronization

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

    /// The place of the byte at `offset`; walks the text from its start.
    init(of offset: Int, in bytes: [UInt8]) {
        let start = XMLPosition(line: 1, column: 1)
        self = start.advanced(over: bytes[..<min(offset, bytes.count)])
    }

    /// The place behind `bytes`, which begin here.
    func advanced(over bytes: ArraySlice<UInt8>) -> XMLPosition {
        var lines = 0
        for byte in bytes { lines &+= byte == 0x0A ? 1 : 0 }
        let lineStart = lines == 0 ? nil : bytes.lastIndex(of: 0x0A).map { $0 + 1 }
        var columns = 0
        for byte in bytes[(lineStart ?? bytes.startIndex)...] {
            columns &+= byte & 0xC0 != 0x80 ? 1 : 0
        }
        return XMLPosition(
            line: line + lines, column: (lineStart == nil ? column : 1) + columns)
    }
}

/// Tells the positions of a text's bytes. Those at even distances are remembered, as far as any was
/// asked for, so that the others are found by a short walk: a document written on one long line costs
/// no more than one with many.
final class XMLPositions: Sendable {
    private static let distance = 4096

    private let bytes: [UInt8]
    private let marks = Mutex([XMLPosition(line: 1, column: 1)])

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    subscript(offset: Int) -> XMLPosition {
        let offset = min(offset, bytes.count)
        let mark = marks.withLock { marks in
            while marks.count * Self.distance <= offset {
                let start = (marks.count - 1) * Self.distance
                marks.append(
                    marks[marks.count - 1].advanced(over: bytes[start..<start + Self.distance]))
            }
            return marks[offset / Self.distance]
        }
        return mark.advanced(over: bytes[offset / Self.distance * Self.distance..<offset])
    }
}
