import Diagnostics

/// The structure of one input record, JSON or CSV, with the place of every part.
///
/// A flat list of nodes in reading order: a node's descendants follow it, `after` is the index
/// behind the last of them. Texts stay in the source until asked for.
public struct DataTree: Sendable {
    public let source: SourceText
    var nodes: [Entry] = []
    /// Names that stand nowhere in the record: the keys a CSV column stands for.
    var names: [String] = []

    enum Kind: UInt8, Sendable { case object, list, key, string, cell, number, flag, null }

    struct Entry: Sendable {
        var kind: Kind
        var start: Int32
        var end: Int32
        var after: Int32 = 0
        /// For a key of CSV: its index in `names`.
        var name: Int32 = -1
    }

    init(source: SourceText) { self.source = source }

    public var root: DataNode { DataNode(tree: self, index: 0) }

    mutating func add(_ kind: Kind, _ range: Range<Int>, name: Int32 = -1) -> Int {
        let next = Int32(nodes.count + 1)
        nodes.append(
            Entry(
                kind: kind, start: Int32(range.lowerBound), end: Int32(range.upperBound),
                after: next, name: name))
        return nodes.count - 1
    }

    mutating func close(_ index: Int, end: Int) {
        nodes[index].end = Int32(end)
        nodes[index].after = Int32(nodes.count)
    }
}

/// One value of an input record.
public struct DataNode: Sendable {
    let tree: DataTree
    let index: Int

    private var entry: DataTree.Entry { tree.nodes[index] }

    public var location: SourceLocation {
        SourceLocation(source: tree.source, range: Int(entry.start)..<Int(entry.end))
    }

    public var isObject: Bool { entry.kind == .object }
    public var isList: Bool { entry.kind == .list }
    public var isNull: Bool { entry.kind == .null }
    var kind: DataTree.Kind { entry.kind }

    /// What a user would call this kind of value.
    public var kindName: String {
        switch entry.kind {
        case .object: "an object"
        case .list: "a list"
        case .key, .string, .cell: "a text"
        case .number: "a number"
        case .flag: "true or false"
        case .null: "null"
        }
    }

    /// The bytes as they stand in the source: `"12"` with its quotes, `12` without.
    var raw: ArraySlice<UInt8> { tree.source.bytes[Int(entry.start)..<Int(entry.end)] }

    /// The bytes of a scalar without quotes, where that needs no unescaping.
    var plain: ArraySlice<UInt8>? {
        switch entry.kind {
        case .string:
            let inner = raw.dropFirst().dropLast()
            return inner.contains(UInt8(ascii: "\\")) ? nil : inner
        case .cell:
            guard raw.first == UInt8(ascii: "\"") else { return raw }
            let inner = raw.dropFirst().dropLast()
            return inner.contains(UInt8(ascii: "\"")) ? nil : inner
        default: return raw
        }
    }

    /// The text of a string, cell or number; `nil` for other kinds.
    public var string: String? {
        if let plain {
            switch entry.kind {
            case .string, .cell, .number: return String(decoding: plain, as: UTF8.self)
            default: return nil
            }
        }
        let inner = raw.dropFirst().dropLast()
        return entry.kind == .string ? unescapedJSON(inner) : unescapedCSV(inner)
    }

    public var elements: [DataNode] {
        guard entry.kind == .list else { return [] }
        var children: [DataNode] = []
        var child = index + 1
        while child < Int(entry.after) {
            children.append(DataNode(tree: tree, index: child))
            child = Int(tree.nodes[child].after)
        }
        return children
    }

    /// Calls `body` with each key and value of an object, in order.
    func forEachMember(_ body: (_ key: DataNode, _ value: DataNode) -> Void) {
        guard entry.kind == .object else { return }
        var child = index + 1
        while child < Int(entry.after) {
            body(DataNode(tree: tree, index: child), DataNode(tree: tree, index: child + 1))
            child = Int(tree.nodes[child + 1].after)
        }
    }

    /// The name of a key.
    var keyName: String {
        entry.name >= 0 ? tree.names[Int(entry.name)] : (string(ofKey: raw) ?? "")
    }

    func keyIs(_ name: String) -> Bool {
        if entry.name >= 0 { return tree.names[Int(entry.name)] == name }
        let inner = raw.dropFirst().dropLast()
        return inner.elementsEqual(name.utf8)
            || (inner.contains(UInt8(ascii: "\\")) && unescapedJSON(inner) == name)
    }

    private func string(ofKey quoted: ArraySlice<UInt8>) -> String? {
        unescapedJSON(quoted.dropFirst().dropLast())
    }
}

/// The text of a JSON string's inside, whose escapes the reader has checked.
func unescapedJSON(_ inner: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = inner[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "\\")) {
        scalars.append(contentsOf: String(decoding: rest[..<slash], as: UTF8.self).unicodeScalars)
        let letter = rest[slash + 1]
        rest = rest[(slash + 2)...]
        switch letter {
        case UInt8(ascii: "n"): scalars.append("\n")
        case UInt8(ascii: "t"): scalars.append("\t")
        case UInt8(ascii: "r"): scalars.append("\r")
        case UInt8(ascii: "b"): scalars.append("\u{8}")
        case UInt8(ascii: "f"): scalars.append("\u{c}")
        case UInt8(ascii: "u"):
            var code = hexNumber(rest.prefix(4))
            rest = rest.dropFirst(4)
            if (0xD800..<0xDC00).contains(code), rest.count >= 6 {
                let low = hexNumber(rest.dropFirst(2).prefix(4))
                code = 0x10000 + ((code - 0xD800) << 10) + (low &- 0xDC00)
                rest = rest.dropFirst(6)
            }
            scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        default: scalars.append(Unicode.Scalar(letter))
        }
    }
    scalars.append(contentsOf: String(decoding: rest, as: UTF8.self).unicodeScalars)
    return String(scalars)
}

func hexNumber(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32(hexValue($1) ?? 0) }
}

func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

private func unescapedCSV(_ inner: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var previousQuote = false
    for byte in inner {
        if byte == UInt8(ascii: "\""), previousQuote {
            previousQuote = false
            continue
        }
        previousQuote = byte == UInt8(ascii: "\"")
        bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
}

extension DataNode {
    /// The value of an object's key.
    public subscript(key: String) -> DataNode? {
        var found: DataNode?
        forEachMember { name, value in
            if found == nil, name.keyIs(key) { found = value }
        }
        return found
    }
}

extension DataNode {
    public var isNumber: Bool { kind == .number }

    /// True or false; `nil` for other kinds.
    public var flag: Bool? { kind == .flag ? raw.first == UInt8(ascii: "t") : nil }

    /// Keys and values of an object, in order.
    public var members: [(name: String, value: DataNode)] {
        var members: [(name: String, value: DataNode)] = []
        forEachMember { key, value in members.append((key.keyName, value)) }
        return members
    }
}
