internal import Diagnostics
internal import XML

/// Finds lines and columns in a source's bytes: from the nearest of many marks, so that a template
/// on one long line costs no more than one of many.
struct SourcePlaces {
    /// Bytes between two marks of a line.
    private static let stride = 256

    /// Where the byte at `offset` stands.
    private struct Mark {
        let offset: Int
        let line: Int
        let column: Int

        func isBehind(_ position: XMLPosition) -> Bool {
            (line, column) > (position.line, position.column)
        }
    }

    let source: SourceText
    private var marks: [Mark] = []

    init(_ source: SourceText) {
        self.source = source
        var (line, column, last) = (1, 1, 0)
        marks.append(Mark(offset: 0, line: 1, column: 1))
        for (offset, byte) in source.bytes.enumerated() {
            if byte == 0x0A {
                line += 1
                column = 1
                last = offset + 1
                marks.append(Mark(offset: last, line: line, column: 1))
            } else if byte & 0xC0 != 0x80 {
                if offset - last >= SourcePlaces.stride {
                    last = offset
                    marks.append(Mark(offset: offset, line: line, column: column))
                }
                column += 1
            }
        }
    }

    /// The stretch that begins at a line and column.
    func location(of position: XMLPosition, length: Int) -> SourceLocation {
        let bytes = source.bytes
        var (low, high) = (0, marks.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle].isBehind(position) { high = middle } else { low = middle }
        }
        var offset = marks[low].offset
        if marks[low].line < position.line { offset = bytes.count }
        var column = marks[low].column
        while column < position.column, offset < bytes.count, bytes[offset] != 0x0A {
            offset += 1
            // A character ends where the next byte begins one.
            if offset == bytes.count || bytes[offset] & 0xC0 != 0x80 { column += 1 }
        }
        return SourceLocation(source: source, range: offset..<min(bytes.count, offset + length))
    }
}
