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

        /// The layout that a file's name says: `.json`, `.jsonl` or `.ndjson`, `.csv`; `nil` for
        /// other names, and for `.csv` of records that have no table.
        public init?(fileName: String, table: CSVTable?) {
            if fileName.hasSuffix(".json") {
                self = .json
            } else if fileName.hasSuffix(".jsonl") || fileName.hasSuffix(".ndjson") {
                self = .lines
            } else if fileName.hasSuffix(".csv"), let table {
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
    private var hasEnded = false
    /// What may follow in the list of records.
    private var expected = Expected.valueOrEnd
    private enum Expected { case value, valueOrEnd, commaOrEnd }
    // CSV
    /// The heading row, with the blank rows above it.
    private var heading: [UInt8]?
    private var blankRowsAbove: [UInt8] = []
    /// The place of the column that groups rows.
    private var groupColumn: Int?
    private var inQuotes = false
    /// Whether a quote that comes now opens a cell or, doubled, goes on with one.
    private var quoteOpens = true
    private var group: Group?

    /// Rows of one record.
    private struct Group {
        let key: [UInt8]
        var rows: [UInt8]
        let line: Int
        /// Over the limit: what else belongs to it is passed over.
        var isTooLarge = false
    }
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
        if depth == 0, start == nil, isBetweenRecords(byte, findings) { return }
        if depth == 0, inArray, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
            try endRecord(findings, record)
            arrayClosed = byte == UInt8(ascii: "]")
            expected = .value
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
                expected = .commaOrEnd
            }
        case UInt8(ascii: "\""): inString = true
        default: break
        }
    }

    /// Takes what stands between records; false for the first byte of a record.
    private mutating func isBetweenRecords(_ byte: UInt8, _ findings: Findings) -> Bool {
        switch byte {
        case _ where isJSONBlank(byte): return true
        case _ where arrayClosed || (!inArray && hasEnded):
            if !strayReported {
                report(
                    "more follows after the end of the JSON value", findings,
                    hint: "a .json file holds one object or one list; one record a line is .jsonl")
            }
            strayReported = true
            return true
        case UInt8(ascii: "[") where !inArray:
            inArray = true
            return true
        case UInt8(ascii: "]") where inArray:
            if expected == .value { report("a comma stands before the end of the list", findings) }
            arrayClosed = true
            return true
        case UInt8(ascii: ",") where inArray:
            if expected != .commaOrEnd { report("a record is missing before this comma", findings) }
            expected = .value
            return true
        default:
            if inArray, expected == .commaOrEnd {
                report("a comma is missing before this record", findings)
            }
            return false
        }
    }

    private func report(_ message: String, _ findings: Findings, hint: String? = nil) {
        let source = SourceText(name: name, bytes: [], firstLine: line, firstColumn: column)
        findings.add(
            Diagnostic(
                code: "json-syntax", message, at: SourceLocation(source: source, range: 0..<0),
                hint: hint))
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
        // As the reader of rows sees it: a quote counts at the start of a cell only, and within one
        // that began so. The inch sign of 14" elsewhere is a character like others.
        if byte == UInt8(ascii: "\"") {
            if inQuotes {
                inQuotes = false
                quoteOpens = true
            } else {
                inQuotes = quoteOpens
            }
        } else {
            quoteOpens = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        }
        keep(byte)
        if byte == UInt8(ascii: "\n"), !inQuotes { try endRow(findings, record) }
    }

    private mutating func endRow(
        _ findings: Findings, _ record: (SourceText) throws -> Void
    ) rethrows {
        defer { discard() }
        if isBroken { return }
        if overflowed {
            // Whose rows these were cannot be told: a part of an order must not pass for all of it.
            isBroken = heading == nil || groupColumn != nil
            return findings.add(tooLarge(at: start))
        }
        guard heading != nil else { return endHeading(findings) }
        if buffer.allSatisfy({ $0 == UInt8(ascii: ",") || isJSONBlank($0) }) {
            // Kept as a blank row within a record, so that the lines below keep their numbers.
            if group != nil { group?.rows.append(UInt8(ascii: "\n")) }
            return
        }
        let key = groupKey(of: buffer)
        if let key, let open = group?.key, open == key || key.isEmpty {
            append(buffer, findings)
            return
        }
        try endGroup(record)
        group = Group(key: key ?? [], rows: buffer, line: start?.line ?? line)
        if key == nil { try endGroup(record) }
    }

    /// Appends a row to the open group, in place: an order has up to 20,000 of them.
    private mutating func append(_ row: [UInt8], _ findings: Findings) {
        if group?.isTooLarge ?? true { return }
        group?.rows += row
        if let count = group?.rows.count, let line = group?.line, count > limit {
            findings.add(tooLarge(at: (line, 1)))
            group?.rows = []
            group?.isTooLarge = true
        }
    }

    /// Takes the heading row; a file whose columns are not known is refused as a whole, once.
    private mutating func endHeading(_ findings: Findings) {
        if buffer.last != UInt8(ascii: "\n") { buffer.append(UInt8(ascii: "\n")) }
        let isBlank = buffer.allSatisfy { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
        blankRowsAbove += buffer
        if isBlank, blankRowsAbove.count <= limit { return }
        guard case .csv(let table) = layout else { return }
        let row = blankRowsAbove
        let source = SourceText(name: name, bytes: row, headingLength: row.count)
        heading = row
        let columns = CSVReader.columns(of: source, table, findings)
        isBroken = columns == nil
        groupColumn = columns?.firstIndex { $0.name == table.groupedBy }
    }

    private mutating func endGroup(_ record: (SourceText) throws -> Void) rethrows {
        guard let open = group, let heading else { return }
        group = nil
        if open.isTooLarge || isBroken { return }
        try record(
            SourceText(
                name: name, bytes: heading + open.rows, firstLine: open.line,
                headingLength: heading.count))
    }

    /// The cell of the grouping column; `nil` where each row is a record of its own.
    private func groupKey(of row: [UInt8]) -> [UInt8]? {
        var rows = CSVRows(row)
        guard let groupColumn, let cells = rows.next(), groupColumn < cells.count else {
            return nil
        }
        let cell = row[cells[groupColumn]]
        let isQuoted = cell.count > 1 && cell.first == UInt8(ascii: "\"")
        return Array(isQuoted ? cell.dropFirst().dropLast() : cell)
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
        if overflowed { return findings.add(tooLarge(at: start)) }
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

    private func tooLarge(at start: (line: Int, column: Int)?) -> Diagnostic {
        let source = SourceText(
            name: name, bytes: [], firstLine: start?.line ?? line, firstColumn: start?.column ?? 1)
        return Diagnostic(
            code: "record-too-large", "this record is larger than \(limit >> 20) MiB",
            at: SourceLocation(source: source, range: 0..<0),
            hint: "is a line break or a closing quote missing?")
    }
}
