import Formats

/// The answer of a command with `--json` whose list goes out element by element, each on a line.
///
/// Whatever ends the command, what went out is closed: the terminal ends the list that it knows of.
final class ListStream {
    private let terminal: Terminal
    private var pending: [UInt8]
    private(set) var isEmpty = true

    private static let pieceSize = 1 << 16

    init(_ command: String, _ terminal: Terminal) {
        self.terminal = terminal
        pending = Array("{\n  \"command\": \"\(command)\",\n  \"result\": [".utf8)
        terminal.begin(self)
    }

    func add(_ value: Value) {
        pending += Array((isEmpty ? "\n    " : ",\n    ").utf8)
        isEmpty = false
        pending += JSONWriter.bytes(value, pretty: false).dropLast()
        if pending.count >= ListStream.pieceSize { flush() }
    }

    /// Ends the answer with further fields and what was found.
    func finish(_ fields: (inout Value.Record) -> Void = { _ in }) {
        pending += Array((isEmpty ? "]" : "\n  ]").utf8)
        let rest = Value.record {
            fields(&$0)
            terminal.addFindings(to: &$0)
        }
        // The record's own lines, without its first: they go on here.
        pending += Array(",\n".utf8) + JSONWriter.bytes(rest).dropFirst(2)
        flush()
        terminal.end(self)
    }

    private func flush() {
        terminal.print(pending)
        pending.removeAll(keepingCapacity: true)
    }
}
