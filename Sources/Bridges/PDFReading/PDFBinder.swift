internal import CQPDF

/// Binds PDFs into one, each with a bookmark; the same bytes for the same parts.
///
/// For PDFs that this program has made or checked: their pages are taken over as they are, and the
/// files inside them travel on.
@safe public final class PDFBinder {
    /// How much is bound; what is beyond is an error. All of it is held in memory, up to six times.
    public struct Limits: Sendable {
        /// Bytes of all parts.
        public var bytes = 64 << 20
        public var pages = 5_000

        public init() {}
    }

    let out: qpdf_data
    private let limits: Limits
    private var bytes = 0
    /// Specifications of the files that travel on, in the order of the parts.
    var files: [qpdf_oh] = []
    /// libqpdf copies streams when it writes: what pages come from lives until then.
    private var parts: [Part] = []
    private var bookmarks: [(title: String, page: qpdf_oh)] = []

    public init(limits: Limits = Limits()) throws(PDFReadingError) {
        guard let data = unsafe qpdf_init() else { throw PDFBinder.noMemory }
        self.limits = limits
        unsafe out = data
        unsafe qpdf_silence_errors(data)
        _ = unsafe qpdf_empty_pdf(data)
    }

    deinit {
        var data: qpdf_data? = unsafe out
        unsafe qpdf_cleanup(&data)
    }

    /// Puts a PDF's pages behind the others, with a bookmark on the first.
    ///
    /// - Parameter prefix: comes before the names of the files inside it.
    /// - Throws: `PDFReadingError`, of the kind `tooLarge` beyond the limits.
    public func add(
        _ title: String, _ bytes: [UInt8], prefix: String = ""
    ) throws(PDFReadingError) {
        self.bytes += bytes.count
        guard self.bytes <= limits.bytes else {
            throw PDFReadingError(
                kind: .tooLarge,
                message: "more than \(limits.bytes) bytes would be bound into one PDF")
        }
        let part = try Part(bytes)
        parts.append(part)
        let first = unsafe qpdf_get_num_pages(out)
        let count = unsafe qpdf_get_num_pages(part.data)
        guard first >= 0, count > 0 else {
            throw PDFReadingError(kind: .damaged, message: "\(title) has no pages")
        }
        guard Int(first) + Int(count) <= limits.pages else {
            throw PDFReadingError(
                kind: .tooLarge,
                message: "more than \(limits.pages) pages would be bound into one PDF")
        }
        for index in 0..<Int(count) {
            let page = unsafe qpdf_get_page_n(part.data, index)
            let code = unsafe qpdf_add_page(out, part.data, page, 0)
            if code & bijak_qpdf_errors != 0 {
                throw PDFReadingError(
                    kind: .damaged, message: "a page of \(title) cannot be bound")
            }
        }
        bookmarks.append((title, unsafe qpdf_get_page_n(out, Int(first))))
        try takeFiles(of: part, prefix)
    }

    /// The file; nothing is added after it.
    public func finish() throws(PDFReadingError) -> [UInt8] {
        addOutline()
        addFiles()
        _ = unsafe qpdf_init_write_memory(out)
        // From the content, not from the day.
        unsafe qpdf_set_deterministic_ID(out, 1)
        unsafe qpdf_set_object_stream_mode(out, qpdf_o_generate)
        let code = unsafe qpdf_write(out)
        guard code & bijak_qpdf_errors == 0, let start = unsafe qpdf_get_buffer(out) else {
            throw PDFReadingError(kind: .damaged, message: "the PDFs cannot be bound into one")
        }
        let count = unsafe qpdf_get_buffer_length(out)
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The bookmarks (ISO 32000-1, 12.3.3), shown when the file is opened.
    private func addOutline() {
        let root = unsafe qpdf_get_root(out)
        let outline = dictionary("/Outlines")
        let items = bookmarks.map { _ in
            unsafe qpdf_make_indirect_object(out, qpdf_oh_new_dictionary(out))
        }
        for (index, item) in items.enumerated() {
            let (title, page) = bookmarks[index]
            set(item, "/Title", unsafe qpdf_oh_new_unicode_string(out, title))
            set(item, "/Parent", outline)
            if index > 0 { set(item, "/Prev", items[index - 1]) }
            if index + 1 < items.count { set(item, "/Next", items[index + 1]) }
            let place = unsafe qpdf_oh_new_array(out)
            unsafe qpdf_oh_append_item(out, place, page)
            unsafe qpdf_oh_append_item(out, place, qpdf_oh_new_name(out, "/Fit"))
            set(item, "/Dest", place)
        }
        if let first = items.first, let last = items.last {
            set(outline, "/First", first)
            set(outline, "/Last", last)
        }
        set(outline, "/Count", unsafe qpdf_oh_new_integer(out, Int64(items.count)))
        set(root, "/Outlines", outline)
        set(root, "/PageMode", unsafe qpdf_oh_new_name(out, "/UseOutlines"))
    }

    func dictionary(_ type: String) -> qpdf_oh {
        let made = unsafe qpdf_make_indirect_object(out, qpdf_oh_new_dictionary(out))
        set(made, "/Type", unsafe qpdf_oh_new_name(out, type))
        return made
    }

    func set(_ dictionary: qpdf_oh, _ key: String, _ value: qpdf_oh) {
        unsafe qpdf_oh_replace_key(out, dictionary, key, value)
    }

    private static let noMemory = PDFReadingError(
        kind: .machine, message: "there is no memory to bind PDFs")

    /// A PDF whose pages are taken over.
    @safe final class Part {
        let data: qpdf_data
        /// Where libqpdf reads from.
        private let bytes: UnsafeMutableBufferPointer<CChar>

        init(_ content: [UInt8]) throws(PDFReadingError) {
            guard let made = unsafe qpdf_init() else { throw PDFBinder.noMemory }
            let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: content.count)
            _ = unsafe copy.initialize(from: content.lazy.map { CChar(bitPattern: $0) })
            unsafe data = made
            unsafe bytes = copy
            unsafe qpdf_silence_errors(made)
            unsafe qpdf_set_suppress_warnings(made, 1)
            let code = unsafe qpdf_read_memory(
                made, "part", copy.baseAddress, UInt64(content.count), "")
            if code & bijak_qpdf_errors != 0 {
                throw PDFReadingError(kind: .damaged, message: "a PDF to be bound is damaged")
            }
        }

        deinit {
            var data: qpdf_data? = unsafe self.data
            unsafe qpdf_cleanup(&data)
            unsafe bytes.deallocate()
        }
    }
}
