internal import CHaru

/// A dictionary object whose entries and stream are written as given.
///
/// libharu would copy streams, and drop the filter of one that is already compressed.
@safe
final class RawObject {
    private let entries: [UInt8]
    private let shared: [UInt8]
    private let stream: [UInt8]?
    /// Where the object is being written to; set by the first callback for the second.
    private var output: HPDF_Stream?

    init(entries: [UInt8], shared: [UInt8], stream: [UInt8]?) {
        self.entries = entries
        self.shared = shared
        self.stream = stream
    }

    /// Makes a libharu dictionary that owns the object.
    static func make(_ object: RawObject, memory: HPDF_MMgr?) throws(PDFError) -> HPDF_Dict {
        guard let dictionary = unsafe HPDF_Dict_New(memory) else {
            throw PDFError(message: "cannot make an object")
        }
        unsafe dictionary.pointee.attr = Unmanaged.passRetained(object).toOpaque()
        unsafe dictionary.pointee.write_fn = { unsafe RawObject.of($0)?.writeEntries(to: $1) ?? 1 }
        unsafe dictionary.pointee.after_write_fn = { unsafe RawObject.of($0)?.writeStream() ?? 1 }
        unsafe dictionary.pointee.free_fn = { dictionary in
            guard let attribute = unsafe dictionary?.pointee.attr else { return }
            unsafe Unmanaged<RawObject>.fromOpaque(attribute).release()
        }
        return unsafe dictionary
    }

    private static func of(_ dictionary: HPDF_Dict?) -> RawObject? {
        guard let attribute = unsafe dictionary?.pointee.attr else { return nil }
        return unsafe Unmanaged<RawObject>.fromOpaque(attribute).takeUnretainedValue()
    }

    private func writeEntries(to output: HPDF_Stream?) -> HPDF_STATUS {
        unsafe self.output = output
        var status = write(entries)
        if status == 0 { status = write(shared) }
        guard status == 0, let stream else { return status }
        return write(Array("/Length \(stream.count)\n".utf8))
    }

    private func writeStream() -> HPDF_STATUS {
        guard let stream else { return 0 }
        var status = write(Array("\nstream\n".utf8))
        if status == 0 { status = write(stream) }
        return status == 0 ? write(Array("\nendstream".utf8)) : status
    }

    private func write(_ bytes: [UInt8]) -> HPDF_STATUS {
        bytes.isEmpty ? 0 : unsafe HPDF_Stream_Write(output, bytes, UInt32(bytes.count))
    }
}
