internal import CQPDF

/// A PDF that libqpdf has open. Its objects are numbers that are good while it lives.
@safe
struct QPDFFile: ~Copyable {
    typealias Object = qpdf_oh

    private let data: qpdf_data
    /// Where libqpdf reads from.
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let memory: MemoryLimit

    /// - Parameters:
    ///   - bytes: are copied.
    ///   - memory: how many bytes the process may grow by meanwhile.
    init(_ bytes: [UInt8], memory: Int) throws(PDFReadingError) {
        let limit = try MemoryLimit(memory)
        guard let data = unsafe qpdf_init() else {
            throw PDFReadingError(kind: .machine, message: "there is no memory to read a PDF")
        }
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
        _ = unsafe copy.initialize(from: bytes.lazy.map { CChar(bitPattern: $0) })
        unsafe self.data = data
        self.memory = limit
        unsafe self.bytes = copy
    }

    /// Follows the file's structure; comes before all else.
    ///
    /// - Throws: `PDFReadingError` where there is none, or the file is encrypted.
    func open() throws(PDFReadingError) {
        unsafe qpdf_silence_errors(data)
        unsafe qpdf_set_suppress_warnings(data, 1)
        let (data, start, count) = unsafe (data, bytes.baseAddress, UInt64(bytes.count))
        _ = memory.whileLimited { unsafe qpdf_read_memory(data, "PDF", start, count, "") }
        if let error = takeError() { throw error }
        if unsafe qpdf_is_encrypted(data) != 0 { throw QPDFFile.encrypted }
    }

    deinit {
        var data: qpdf_data? = unsafe self.data
        unsafe qpdf_cleanup(&data)
        unsafe bytes.deallocate()
    }

    /// For what stands in extensions.
    var handle: qpdf_data { unsafe data }

    func whileLimited(_ work: () -> Void) { memory.whileLimited(work) }

    /// Whether libqpdf had something to mend, or to pass over.
    var hasWarnings: Bool { unsafe qpdf_more_warnings(data) != 0 }

    /// The document's catalogue; `nil` where there is none.
    var root: Object? { unsafe present { unsafe qpdf_get_root($0) } }

    /// An entry of a dictionary, or of a stream's; `nil` where there is none.
    func value(_ object: Object, _ key: String) -> Object? {
        let isStream = isStream(object)
        return unsafe present {
            let dictionary = unsafe isStream ? qpdf_oh_get_dict($0, object) : object
            return unsafe qpdf_oh_get_key_if_dict($0, dictionary, key)
        }
    }

    /// How many items an array has; zero for what is none.
    func count(_ array: Object) -> Int {
        guard unsafe qpdf_oh_is_array(data, array) != 0 else { return 0 }
        return max(0, Int(unsafe qpdf_oh_get_array_n_items(data, array)))
    }

    func item(_ array: Object, _ index: Int) -> Object? {
        unsafe present { unsafe qpdf_oh_get_array_item($0, array, Int32(index)) }
    }

    /// The number of an object of its own; `nil` of one that stands inside another.
    func number(_ object: Object) -> Int? {
        guard unsafe qpdf_oh_is_indirect(data, object) != 0 else { return nil }
        return Int(unsafe qpdf_oh_get_object_id(data, object))
    }

    func isDictionary(_ object: Object) -> Bool {
        unsafe qpdf_oh_is_dictionary(data, object) != 0
    }

    func isStream(_ object: Object) -> Bool { unsafe qpdf_oh_is_stream(data, object) != 0 }

    /// A text in a dictionary; `nil` for none.
    func text(_ object: Object, _ key: String) -> String? {
        guard let text = value(object, key), unsafe qpdf_oh_is_string(data, text) != 0 else {
            return nil
        }
        var length = 0
        guard let start = unsafe qpdf_oh_get_binary_utf8_value(data, text, &length) else {
            return nil
        }
        return unsafe QPDFFile.string(start, length)
    }

    /// A name in a dictionary, without its slash; `nil` for none.
    func name(_ object: Object, _ key: String) -> String? {
        guard let name = value(object, key), unsafe qpdf_oh_is_name(data, name) != 0,
            let start = unsafe qpdf_oh_get_name(data, name)
        else { return nil }
        let length = unsafe qpdf_get_last_string_length(data)
        return unsafe String(QPDFFile.string(start, length).dropFirst())
    }

    /// A stream's bytes without their filters, or why they are not to be had.
    func content(_ stream: Object, limit: Int) -> Result<[UInt8], PDFReadingError> {
        do throws(PDFReadingError) {
            return .success(try bytes(stream, limit: limit))
        } catch {
            return .failure(error)
        }
    }

    private func bytes(_ stream: Object, limit: Int) throws(PDFReadingError) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var (count, isDecoded): (Int, Int32) = (0, 0)
        let code = memory.whileLimited {
            unsafe qpdf_oh_get_stream_data(
                data, stream, qpdf_dl_specialized, &isDecoded, &start, &count)
        }
        defer { unsafe free(start) }
        if code & bijak_qpdf_errors != 0 {
            _ = takeError()
            // libqpdf says the same of both.
            throw PDFReadingError(
                kind: .damaged, message: "it is damaged, or far larger than it may be")
        }
        guard isDecoded != 0 else {
            throw PDFReadingError(
                kind: .damaged, message: "it is packed in a way that no file should be")
        }
        guard count <= limit else {
            throw PDFReadingError(
                kind: .tooLarge, message: "it has \(count) bytes, more than \(limit)")
        }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The XMP packet; `nil` where there is none or it cannot be had.
    func metadata(limit: Int) -> [UInt8]? {
        guard let root, let stream = value(root, "/Metadata"), isStream(stream) else { return nil }
        return try? bytes(stream, limit: limit)
    }

    /// What went wrong in the last call; `nil` for nothing.
    func takeError() -> PDFReadingError? {
        guard unsafe qpdf_has_error(data) != 0, let error = unsafe qpdf_get_error(data) else {
            return nil
        }
        if unsafe qpdf_get_error_code(data, error) == qpdf_e_password { return QPDFFile.encrypted }
        let detail = unsafe qpdf_get_error_message_detail(data, error)
        let reason = unsafe detail.map { unsafe String(cString: $0) } ?? ""
        return PDFReadingError(kind: .damaged, message: "the PDF is damaged: \(reason)")
    }

    /// What a call gives: an object, looked up where it stands for another. `nil` for null, and where
    /// that failed.
    private func present(_ object: (qpdf_data) -> Object) -> Object? {
        let data = unsafe data
        let (found, isNull) = memory.whileLimited {
            let found = unsafe object(data)
            return unsafe (found, qpdf_oh_is_null(data, found) != 0)
        }
        guard takeError() == nil, unsafe qpdf_oh_is_initialized(data, found) != 0 else {
            return nil
        }
        return isNull ? nil : found
    }

    private static func string(_ start: UnsafePointer<CChar>, _ count: Int) -> String {
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    private static let encrypted = PDFReadingError(
        kind: .encrypted, message: "the PDF is encrypted")
}
