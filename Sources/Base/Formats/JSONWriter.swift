import Money

/// Writes values as JSON, always the same bytes for the same value.
///
/// UTF-8, keys in their given order, two spaces of indentation, a newline at the end. Amounts and
/// decimals are strings in plain digits with the currency's places (`"1234.50"`), so that no reader
/// takes them through binary floating point.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var pretty: Bool
    private let rows: String?
    private let hasNumbers: Bool

    /// - Parameters:
    ///   - pretty: one field a line; otherwise everything on one line, for JSONL.
    ///   - rows: a field of the outermost record whose list has one element a line, however deep
    ///     the element is: for long lists that people look up rather than read.
    ///   - hasNumbers: amounts and decimals are JSON numbers in plain digits, for formats of others
    ///     that want them so.
    public init(pretty: Bool = true, rows: String? = nil, hasNumbers: Bool = false) {
        self.pretty = pretty
        self.rows = rows
        self.hasNumbers = hasNumbers
    }

    public static func bytes(
        _ value: Value, pretty: Bool = true, rows: String? = nil, hasNumbers: Bool = false
    ) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty, rows: rows, hasNumbers: hasNumbers)
        writer.bytes.reserveCapacity(8192)
        writer.write(value, depth: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return writer.bytes
    }

    public static func text(_ value: Value, pretty: Bool = true) -> String {
        String(decoding: bytes(value, pretty: pretty), as: UTF8.self)
    }

    private mutating func write(_ value: Value, depth: Int, isRows: Bool = false) {
        switch value {
        case .null: raw("null")
        case .flag(let flag): raw(flag ? "true" : "false")
        case .integer(let number): raw(String(number))
        case .text(let text): string(text)
        case .decimal(let number):
            if !hasNumbers { bytes.append(UInt8(ascii: "\"")) }
            number.appendPlain(to: &bytes)
            if !hasNumbers { bytes.append(UInt8(ascii: "\"")) }
        case .money(let amount):
            if !hasNumbers { bytes.append(UInt8(ascii: "\"")) }
            amount.value.appendPlain(to: &bytes, minimumPlaces: amount.currency.minorDigits)
            if !hasNumbers { bytes.append(UInt8(ascii: "\"")) }
        case .date(let date): string(date.description)
        case .list(let values):
            sequence(values, "[", "]", depth) { writer, item in
                if isRows { writer.pretty = false }
                writer.write(item, depth: depth + 1)
                if isRows { writer.pretty = true }
            }
        case .record(let record):
            sequence(record.fields, "{", "}", depth) { writer, field in
                writer.string(field.name)
                writer.raw(writer.pretty ? ": " : ":")
                let isRows = depth == 0 && writer.pretty && field.name == writer.rows
                writer.write(field.value, depth: depth + 1, isRows: isRows)
            }
        }
    }

    private mutating func sequence<Item>(
        _ items: [Item], _ open: StaticString, _ close: StaticString, _ depth: Int,
        write: (inout JSONWriter, Item) -> Void
    ) {
        raw(open)
        for (index, item) in items.enumerated() {
            if index > 0 { raw(",") }
            newline(depth + 1)
            write(&self, item)
        }
        if !items.isEmpty { newline(depth) }
        raw(close)
    }

    private mutating func newline(_ depth: Int) {
        guard pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        // Nearly every text is free of what must be escaped, and is copied whole.
        if text.utf8.allSatisfy(isPlain) { raw(text) } else { escaped(text) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): raw("\\n")
            case 0..<0x20, 0x7F:
                raw("\\u00")
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 15))
            default: bytes.append(byte)
            }
        }
    }
}

private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

private func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
}
