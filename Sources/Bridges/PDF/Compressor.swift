internal import CZlib
internal import Synchronization

/// Deflates page content and attachments. May be shared between threads.
///
/// Setting up a zlib stream costs more than compressing a page with it, so streams are kept and
/// lent out; there are never more of them than threads that compressed at once.
public final class Compressor: Sendable {
    private let idle = Mutex<[Deflater]>([])

    public init() {}

    /// Compresses fast: zlib level 1, measured at twice the speed of level 6 for the same size of
    /// document, most of which are fonts.
    func compress(_ bytes: UnsafeBufferPointer<UInt8>) throws(PDFError) -> [UInt8] {
        let lent = idle.withLock { $0.popLast() }
        let deflater = if let lent { lent } else { try Deflater(level: 1) }
        let result = unsafe deflater.deflate(bytes)
        // A stream that failed is not lent out again.
        guard let result else { throw PDFError(message: "cannot compress") }
        idle.withLock { $0.append(deflater) }
        return result
    }

    /// Compresses well, for bytes that go into many documents.
    static func best(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        let deflater = try Deflater(level: 9)
        let result = unsafe bytes.withUnsafeBufferPointer { unsafe deflater.deflate($0) }
        guard let result else { throw PDFError(message: "cannot compress") }
        return result
    }
}

/// One zlib stream, used again and again.
@safe
private final class Deflater: @unchecked Sendable {
    // Unchecked because of the pointer: a deflater is with one thread or with the pool, never both.
    // The stream has its own memory because zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>

    init(level: Int32) throws(PDFError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let status = unsafe deflateInit_(
            stream, level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            unsafe stream.deallocate()
            throw PDFError(message: "cannot set up compression (zlib \(status))")
        }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The compressed bytes, or nil if zlib failed.
    func deflate(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard bytes.count <= Int(UInt32.max) / 2 else { return nil }
        let bound = Int(unsafe deflateBound(stream, UInt(bytes.count)))
        var status = Z_OK
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            // zlib reads through this pointer only, for all that its type says.
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(bytes.count)
            unsafe stream.pointee.next_out = output.baseAddress
            unsafe stream.pointee.avail_out = UInt32(bound)
            status = unsafe CZlib.deflate(stream, Z_FINISH)
            count = bound - Int(unsafe stream.pointee.avail_out)
        }
        guard status == Z_STREAM_END, unsafe deflateReset(stream) == Z_OK else { return nil }
        return result
    }
}
