/// An INDEX of a CFF table: counted offsets, then data (Adobe Technical Note 5176, section 5).
struct CFFIndex {
    /// Byte range of the first object.
    let first: Range<Int>?
    /// Offset just behind the index.
    let end: Int

    /// Reads the index at an offset; nil if it does not fit into the table.
    init?(_ bytes: [UInt8], at start: Int) {
        guard start >= 0, start + 2 <= bytes.count else { return nil }
        let count = Int(bytes[start]) << 8 | Int(bytes[start + 1])
        guard count > 0 else {
            first = nil
            end = start + 2
            return
        }
        guard start + 3 <= bytes.count else { return nil }
        let size = Int(bytes[start + 2])
        guard (1...4).contains(size) else { return nil }
        let data = start + 3 + (count + 1) * size - 1
        guard data < bytes.count else { return nil }
        func offset(_ index: Int) -> Int {
            let at = start + 3 + index * size
            return bytes[at..<at + size].reduce(0) { $0 << 8 | Int($1) }
        }
        let (from, to, last) = (data + offset(0), data + offset(1), data + offset(count))
        guard from <= to, to <= last, last <= bytes.count else { return nil }
        first = from..<to
        end = last
    }

    /// The first operator of a dictionary, two byte ones as `0x0Cnn`; nil if there is none.
    static func firstOperator(_ dictionary: ArraySlice<UInt8>) -> Int? {
        var rest = dictionary
        while let byte = rest.popFirst() {
            switch byte {
            case 12: return rest.first.map { 0x0C00 | Int($0) }
            case 0...21: return Int(byte)
            case 28: rest = rest.dropFirst(2)
            case 29: rest = rest.dropFirst(4)
            case 30:
                while let pair = rest.popFirst(), pair & 15 != 15, pair >> 4 != 15 {}
            case 247...254: rest = rest.dropFirst(1)
            default: break
            }
        }
        return nil
    }
}
