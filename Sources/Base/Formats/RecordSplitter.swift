import Diagnostics

/// Cuts a file into its records while it streams by, so that no more than one is in memory.
///
/// JSON: the elements of one array, or a single object. JSONL: lines. CSV: the rows that belong
/// together, each record with the heading row in front. A record over `recordLimit` is passed over
/// with a finding. What breaks the file as a whole (a bracket that never closes) is one too, and
/// the records before it stand.
public struct RecordSplitter {
    public enum Layout: Sendable {
        case json
        case lines
        case csv(CSVTable)

        /// The layout that a file's name says: `.json`, `.jsonl` or `.ndjson`, `.csv`.
        public init?(fileName: String, table: CSVTable) {
            if fileName.hasSuffix(".json") {
                self = .json
            } else if fileName.hasSuffix(".jsonl") || fileName.hasSuffix(".ndjson") {
                self = .lines
            } else if fileName.hasSuffix(".csv") {
                self = .csv(table)
            } else {
                return nil
            }
        }
    }

    /// The largest record: 4 MiB.
    public static let recordLimit = 4 << 20

    private let name: String
    private let layout: Layout
    private let limit: Int
    private var line = 1
    private var column = 1
    private var buffer: [UInt8] = []
    private var start: (line: Int, column: Int)?
    private var overflowed = false
    // JSON
    private var depth = 0
    private var inArray = false
    private var arrayClosed = false
    private var inString = false
    private var escaped = false
    private var strayReported = false
    // CSV
    private var heading: [UInt8]?
    private var inQuotes = false
    private var group: (key: [UInt8], rows: [UInt8], line: Int)?
    /// Bytes of a byte order mark seen so far; 3 once past it.
    private var markLength = 0
    /// The file as a whole cannot be trusted: none of its records should be taken.
    public private(set) var isBroken = false

    public init(name: String, layout: Layout, limit: Int = RecordSplitter.recordLimit) {
        self.name = name
        self.layout = layout
        self.limit = limit
    }

    /// Takes the next bytes of the file; each record that ends in them goes to `record`.
    public mutating func feed(
        _ bytes: [UInt8], findings: Findings, record: (SourceText) throws -> Void
    ) rethrows {
        // The layout is asked once for each piece, not for each byte.
        switch layout {
        case .json:
            for byte in bytes where !isByteOrderMark(byte) {
                try json(byte, findings, record)
                advance(byte)
            }
        case .lines:
            for byte in bytes where !isByteOrderMark(byte) {
                try lines(byte, findings, record)
                advance(byte)
            }
        case .csv:
            for byte in bytes where !isByteOrderMark(byte) {
                try csv(byte, findings, record)
                advance(byte)
            }
        }
    }

    /// Whether a byte belongs to a UTF-8 byte order mark at the start of the file.
    private mutating func isByteOrderMark(_ byte: UInt8) -> Bool {
        if markLength == 3 { return false }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if byte == mark[markLength] {
            markLength += 1
            return true
        }
        markLength = 3
        return false
    }

    private mutating func advance(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    /// The file has ended: the last record, or what is missing.
    public mutating func finish(
        findings: Findings, record: (SourceText) throws -> Void
    ) rethrows {
        switch layout {
        case .lines: try endLine(findings, record)
        case .csv:
            if !buffer.isEmpty || overflowed { try endRow(findings, record) }
            try endGroup(record)
        case .json:
            if depth > 0 || inString {
                isBroken = true
                findings.add(unclosed("the file ends inside this record", at: start))
            } else if inArray, !arrayClosed {
                isBroken = true
                findings.add(unclosed("the file ends before the list is closed", at: nil))
            } else {
                try endRecord(findings, record)
            }
        }
    }

    // MARK: JSON

    private mutating func json(
        _ byte: UInt8, _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        if inString {
            keep(byte)
            if escaped {
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                inString = false
            }
            return
        }
        let isBlank = isJSONBlank(byte)
        if depth == 0, start == nil {
            if isBlank { return }
            if !inArray, !arrayClosed, byte == UInt8(ascii: "[") {
                inArray = true
                return
            }
            if inArray, !arrayClosed, byte == UInt8(ascii: "]") {
                arrayClosed = true
                return
            }
            if inArray, !arrayClosed, byte == UInt8(ascii: ",") { return }
            if arrayClosed || (!inArray && hasEnded) {
                reportStray(findings)
                return
            }
        }
        if depth == 0, inArray, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
            try endRecord(findings, record)
            arrayClosed = byte == UInt8(ascii: "]")
            return
        }
        keep(byte)
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth <= 0 {
                depth = 0
                try endRecord(findings, record)
                hasEnded = true
            }
        case UInt8(ascii: "\""): inString = true
        default: break
        }
    }

    private var hasEnded = false

    private mutating func reportStray(_ findings: Findings) {
        if strayReported { return }
        strayReported = true
        let source = SourceText(name: name, bytes: [], firstLine: line, firstColumn: column)
        findings.add(
            Diagnostic(
                code: "json-syntax", "more follows after the end of the JSON value",
                at: SourceLocation(source: source, range: 0..<0),
                hint: "a .json file holds one object or one list; one record a line is .jsonl"))
    }

    private func unclosed(_ message: String, at start: (line: Int, column: Int)?) -> Diagnostic {
        let source = SourceText(
            name: name, bytes: Array(buffer.prefix(200)), firstLine: start?.line ?? line,
            firstColumn: start?.column ?? column)
        return Diagnostic(
            code: "json-unclosed", message,
            at: SourceLocation(source: source, range: 0..<min(1, buffer.count)),
            expected: "as many closing as opening brackets and quotes",
            hint: "is the file complete? nothing of this file was taken")
    }

    // MARK: JSONL

    private mutating func lines(
        _ byte: UInt8, _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        if byte == UInt8(ascii: "\n") { try endLine(findings, record) } else { keep(byte) }
    }

    private mutating func endLine(
        _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        let isBlank = buffer.allSatisfy(isJSONBlank)
        if isBlank, !overflowed {
            discard()
        } else {
            try endRecord(findings, record)
        }
    }

    // MARK: CSV

    private mutating func csv(
        _ byte: UInt8, _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        if byte == UInt8(ascii: "\"") { inQuotes.toggle() }
        keep(byte)
        if byte == UInt8(ascii: "\n"), !inQuotes { try endRow(findings, record) }
    }

    private mutating func endRow(
        _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        defer { discard() }
        let rowLine = start?.line ?? line
        if overflowed {
            findings.add(tooLarge())
            return
        }
        guard let heading else {
            if buffer.last != UInt8(ascii: "\n") { buffer.append(UInt8(ascii: "\n")) }
            heading = buffer
            return
        }
        if buffer.allSatisfy({ $0 == UInt8(ascii: ",") || isJSONBlank($0) }) {
            return
        }
        let key = groupKey(of: buffer, heading: heading)
        if let key, var open = group, open.key == key || key.isEmpty {
            open.rows += buffer
            if open.rows.count > limit {
                findings.add(tooLarge())
                group = nil
            } else {
                group = open
            }
            return
        }
        try endGroup(record)
        group = (key ?? [], buffer, rowLine)
        if key == nil { try endGroup(record) }
    }

    private mutating func endGroup(_ record: (SourceText) throws -> Void) rethrows {
        guard let open = group, let heading else { return }
        group = nil
        try record(
            SourceText(
                name: name, bytes: heading + open.rows, firstLine: open.line,
                headingLength: heading.count))
    }

    /// The cell of the grouping column; `nil` where each row is a record of its own.
    private func groupKey(of row: [UInt8], heading: [UInt8]) -> [UInt8]? {
        guard case .csv(let table) = layout, let groupedBy = table.groupedBy else { return nil }
        var headingRows = CSVRows(heading)
        var rows = CSVRows(row)
        guard let names = headingRows.next(), let cells = rows.next(),
            let index = names.firstIndex(where: { heading[$0].elementsEqual(groupedBy.utf8) }),
            index < cells.count
        else { return nil }
        return Array(row[cells[index]])
    }

    // MARK: Records

    private mutating func keep(_ byte: UInt8) {
        if start == nil { start = (line, column) }
        if overflowed { return }
        buffer.append(byte)
        if buffer.count > limit {
            overflowed = true
            buffer.removeAll(keepingCapacity: false)
        }
    }

    private mutating func endRecord(
        _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        defer { discard() }
        if overflowed { return findings.add(tooLarge()) }
        guard let start, !buffer.isEmpty else { return }
        try record(
            SourceText(
                name: name, bytes: buffer, firstLine: start.line, firstColumn: start.column))
    }

    private mutating func discard() {
        buffer.removeAll(keepingCapacity: true)
        start = nil
        overflowed = false
    }

    private func tooLarge() -> Diagnostic {
        let source = SourceText(
            name: name, bytes: [], firstLine: start?.line ?? line, firstColumn: start?.column ?? 1)
        return Diagnostic(
            code: "record-too-large", "this record is larger than \(limit >> 20) MiB",
            at: SourceLocation(source: source, range: 0..<0),
            hint: "is a line break or a closing quote missing?")
    }
}
