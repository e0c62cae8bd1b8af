internal import CDeflate
internal import Synchronization

/// Deflates page content and attachments. May be shared between threads.
///
/// Setting up a compressor costs more than compressing a page with it, so they are kept and lent
/// out; there are never more of them than threads that compressed at once.
public final class Compressor: Sendable {
    private let idle = Mutex<[Deflater]>([])

    public init() {}

    /// Compresses fast: level 1, a tenth larger than level 6 and thrice as fast on pages.
    func compress(_ bytes: UnsafeBufferPointer<UInt8>) throws(PDFError) -> [UInt8] {
        let lent = idle.withLock { $0.popLast() }
        let deflater = if let lent { lent } else { try Deflater(level: 1) }
        let result = unsafe deflater.deflate(bytes)
        // A compressor that failed is not lent out again.
        guard let result else { throw PDFError(message: "cannot compress") }
        idle.withLock { $0.append(deflater) }
        return result
    }

    /// Compresses well, for bytes that go into many documents.
    static func best(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        let deflater = try Deflater(level: 12)
        let result = unsafe bytes.withUnsafeBufferPointer { unsafe deflater.deflate($0) }
        guard let result else { throw PDFError(message: "cannot compress") }
        return result
    }
}

/// One compressor of libdeflate, used again and again.
@safe
private final class Deflater: @unchecked Sendable {
    // Unchecked because of the pointer: a deflater is with one thread or with the pool, never both.
    private let compressor: OpaquePointer

    init(level: Int32) throws(PDFError) {
        guard let made = unsafe libdeflate_alloc_compressor(level) else {
            throw PDFError(message: "cannot set up compression")
        }
        unsafe compressor = made
    }

    deinit { unsafe libdeflate_free_compressor(compressor) }

    /// The compressed bytes in the zlib format, as PDF's FlateDecode has it; nil if that failed.
    func deflate(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            count = unsafe libdeflate_zlib_compress(
                compressor, bytes.baseAddress, bytes.count, output.baseAddress, bound)
        }
        return result.isEmpty ? nil : result
    }
}
