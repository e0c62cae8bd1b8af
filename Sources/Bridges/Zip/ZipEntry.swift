internal import CDeflate

/// A file as it will stand in a ZIP archive: compressed or not, with its checksum.
public struct ZipEntry: Sendable {
    let name: String
    let checksum: UInt32
    /// Before compression.
    let size: Int
    let isDeflated: Bool
    let bytes: [UInt8]
}

/// Makes entries, compressed fast; one for each thread.
@safe public final class ZipPacker {
    private let compressor: OpaquePointer

    public init() {
        guard let made = unsafe libdeflate_alloc_compressor(1) else {
            preconditionFailure("there is no memory to set up compression")
        }
        unsafe compressor = made
    }

    deinit { unsafe libdeflate_free_compressor(compressor) }

    /// - Parameters:
    ///   - name: a relative path with `/`, no part of which is `.` or `..`.
    ///   - deflates: whether it is worth trying: PDFs are compressed inside. What does not get
    ///     smaller is stored.
    public func entry(_ name: String, _ bytes: [UInt8], deflates: Bool) -> ZipEntry {
        let checksum = unsafe bytes.withUnsafeBytes { buffer in
            unsafe libdeflate_crc32(0, buffer.baseAddress, buffer.count)
        }
        let packed = deflates ? deflate(bytes) : []
        let isDeflated = !packed.isEmpty
        return ZipEntry(
            name: name, checksum: checksum, size: bytes.count, isDeflated: isDeflated,
            bytes: isDeflated ? packed : bytes)
    }

    /// Empty where it would not be smaller.
    private func deflate(_ bytes: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            count = unsafe bytes.withUnsafeBytes { input in
                unsafe libdeflate_deflate_compress(
                    compressor, input.baseAddress, input.count, output.baseAddress, output.count)
            }
        }
    }
}

/// The checksum of a file that comes in pieces.
public struct ZipChecksum: Sendable {
    public private(set) var size = 0
    private(set) var value: UInt32 = 0

    public init() {}

    public mutating func add(_ bytes: [UInt8]) {
        // Of a null pointer libdeflate would begin anew.
        if bytes.isEmpty { return }
        value = unsafe bytes.withUnsafeBytes { buffer in
            unsafe libdeflate_crc32(value, buffer.baseAddress, buffer.count)
        }
        size += bytes.count
    }
}
