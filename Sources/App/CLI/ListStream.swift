import Formats

/// The answer of a command with `--json` whose list goes out element by element, each on a line.
struct ListStream {
    private let terminal: Terminal
    private var pending: [UInt8]
    private var isFirst = true

    private static let pieceSize = 1 << 16

    init(_ command: String, _ terminal: Terminal) {
        self.terminal = terminal
        pending = Array("{\n  \"command\": \"\(command)\",\n  \"result\": [".utf8)
        terminal.beginAnswer()
    }

    mutating func add(_ value: Value) {
        pending += Array((isFirst ? "\n    " : ",\n    ").utf8)
        isFirst = false
        pending += JSONWriter.bytes(value, pretty: false).dropLast()
        if pending.count >= ListStream.pieceSize { flush() }
    }

    /// Ends the answer with further fields and what was found.
    mutating func finish(_ fields: (inout Value.Record) -> Void = { _ in }) {
        pending += Array((isFirst ? "]" : "\n  ]").utf8)
        let rest = Value.record {
            fields(&$0)
            terminal.addFindings(to: &$0)
        }
        // The record's own lines, without its first: they go on here.
        pending += Array(",\n".utf8) + JSONWriter.bytes(rest).dropFirst(2)
        flush()
    }

    private mutating func flush() {
        terminal.print(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
