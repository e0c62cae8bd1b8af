internal import CHaru

/// MD5 as PDF uses it: to tell files apart, not to protect them (ISO 32000-1, 14.4 and 7.11.4).
struct Digest {
    private var context = HPDF_MD5Context()

    init() { unsafe HPDF_MD5Init(&context) }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // The library counts in 32 bits.
        var rest = unsafe bytes[...]
        while unsafe !rest.isEmpty {
            let part = unsafe UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
            unsafe HPDF_MD5Update(&context, part.baseAddress, UInt32(part.count))
            unsafe rest = rest.dropFirst(part.count)
        }
    }

    mutating func add(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe add($0) }
    }

    /// The sixteen bytes; nothing can be added after.
    mutating func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 16)
        unsafe HPDF_MD5Final(&digest, &context)
        return digest
    }
}
