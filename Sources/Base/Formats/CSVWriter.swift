/// Writes rows as CSV (RFC 4180, UTF-8, LF) that a spreadsheet can open without harm.
///
/// A cell that begins with `=`, `+`, `-`, `@`, tab or return would run as a formula: it is written
/// with an apostrophe in front, unless it is a plain number.
public struct CSVWriter {
    public private(set) var bytes: [UInt8] = []

    public init(heading: [String]) { row(heading) }

    public mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Hands out what was written since the last time: a long file need not be held as a whole.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ cell: String) {
        var text = cell
        if let first = cell.unicodeScalars.first, CSVWriter.startsFormula(first), !isNumber(cell) {
            text = "'" + cell
        }
        let quoted = text.utf8.contains { ",\"\n\r".utf8.contains($0) }
        guard quoted else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Full-width forms are read as the plain ones by some spreadsheets.
    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(scalar)
    }

    private func isNumber(_ cell: String) -> Bool {
        let digits = cell.utf8.first == UInt8(ascii: "-") ? cell.utf8.dropFirst() : cell.utf8[...]
        return !digits.isEmpty
            && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
