/// Writes a ZIP archive (APPNOTE 6.3.10) piece by piece: the same bytes for the same entries.
///
/// Names are UTF-8, every date is 1 January 1980, and numbers too large for the old fields go into
/// Zip64 fields. Of each entry some hundred bytes are kept until the end, for the directory.
public struct ZipWriter {
    private var offset: UInt64 = 0
    private var count: UInt64 = 0
    private var directory: [UInt8] = []
    /// From which size or place on a number goes into a Zip64 field.
    private let limit: UInt64
    private let write: ([UInt8]) throws -> Void

    /// - Parameter write: takes the archive's next bytes.
    public init(_ write: @escaping ([UInt8]) throws -> Void) {
        self.init(zip64From: 0xFFFF_FFFF, write)
    }

    /// For tests: no more than 2³² − 1.
    init(zip64From limit: UInt64, _ write: @escaping ([UInt8]) throws -> Void) {
        self.limit = limit
        self.write = write
    }

    public mutating func add(_ entry: ZipEntry) throws {
        try begin(
            Header(
                name: entry.name, method: entry.isDeflated ? 8 : 0, checksum: entry.checksum,
                packed: UInt64(entry.bytes.count), size: UInt64(entry.size)))
        try write(entry.bytes)
    }

    /// A stored file that is too large to hold.
    ///
    /// - Parameter body: hands over all of the bytes that were added to `checksum`.
    public mutating func add(
        _ name: String, _ checksum: ZipChecksum, _ body: (([UInt8]) throws -> Void) throws -> Void
    ) throws {
        let size = UInt64(checksum.size)
        try begin(
            Header(name: name, method: 0, checksum: checksum.value, packed: size, size: size))
        try body(write)
    }

    /// The directory; nothing is added after it.
    public mutating func finish() throws {
        let start = offset
        let size = UInt64(directory.count)
        var end = directory
        if count >= 0xFFFF || start >= limit || size >= limit {
            end.append32(0x0606_4B50)
            end.append64(44)
            end.append16(3 << 8 | 45)
            end.append16(45)
            end.append32(0)
            end.append32(0)
            end.append64(count)
            end.append64(count)
            end.append64(size)
            end.append64(start)
            end.append32(0x0706_4B50)
            end.append32(0)
            end.append64(start + size)
            end.append32(1)
        }
        end.append32(0x0605_4B50)
        end.append32(0)
        end.append16(UInt16(min(count, 0xFFFF)))
        end.append16(UInt16(min(count, 0xFFFF)))
        end.append32(field(size))
        end.append32(field(start))
        end.append16(0)
        try write(end)
    }

    private struct Header {
        let name: String
        let method: UInt16
        let checksum: UInt32
        let packed: UInt64
        let size: UInt64
    }

    private mutating func begin(_ header: Header) throws {
        let name = Array(header.name.utf8)
        precondition(!name.isEmpty && name.count <= 0xFFFF, "a name has 1 to 65,535 bytes")
        let isLarge = header.size >= limit || header.packed >= limit
        var local: [UInt8] = []
        local.append32(0x0403_4B50)
        local += common(header, name, isLarge: isLarge, extra: isLarge ? 20 : 0)
        local += name
        if isLarge {
            local.append16(1)
            local.append16(16)
            local.append64(header.size)
            local.append64(header.packed)
        }
        list(header, name, isLarge: isLarge)
        try write(local)
        offset += UInt64(local.count) + header.packed
        count += 1
    }

    /// From the version needed to the length of the extra field, as both headers have it.
    private func common(
        _ header: Header, _ name: [UInt8], isLarge: Bool, extra: Int
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append16(isLarge || offset >= limit ? 45 : 20)
        bytes.append16(1 << 11)
        bytes.append16(header.method)
        bytes.append16(0)
        bytes.append16(1 << 5 | 1)
        bytes.append32(header.checksum)
        bytes.append32(isLarge ? 0xFFFF_FFFF : UInt32(header.packed))
        bytes.append32(isLarge ? 0xFFFF_FFFF : UInt32(header.size))
        bytes.append16(UInt16(name.count))
        bytes.append16(UInt16(extra))
        return bytes
    }

    /// Enters a file into the directory.
    private mutating func list(_ header: Header, _ name: [UInt8], isLarge: Bool) {
        let isFar = offset >= limit
        let extra = (isLarge ? 16 : 0) + (isFar ? 8 : 0)
        directory.append32(0x0201_4B50)
        directory.append16(3 << 8 | 45)
        directory += common(
            header, name, isLarge: isLarge, extra: extra == 0 ? 0 : extra + 4)
        directory.append16(0)
        directory.append16(0)
        directory.append16(0)
        // An ordinary file that everybody may read.
        directory.append32(0o100644 << 16)
        directory.append32(field(offset))
        directory += name
        if extra == 0 { return }
        directory.append16(1)
        directory.append16(UInt16(extra))
        if isLarge {
            directory.append64(header.size)
            directory.append64(header.packed)
        }
        if isFar { directory.append64(offset) }
    }

    private func field(_ number: UInt64) -> UInt32 {
        number >= limit ? 0xFFFF_FFFF : UInt32(number)
    }
}

extension [UInt8] {
    fileprivate mutating func append16(_ number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    fileprivate mutating func append32(_ number: UInt32) {
        append16(UInt16(truncatingIfNeeded: number))
        append16(UInt16(truncatingIfNeeded: number >> 16))
    }

    fileprivate mutating func append64(_ number: UInt64) {
        append32(UInt32(truncatingIfNeeded: number))
        append32(UInt32(truncatingIfNeeded: number >> 32))
    }
}
