internal import CHaru

/// Owner of one libharu document: its objects, cross-reference table and serialisation.
///
/// libharu's own fonts, images, attachments and PDF/A switches are not used; objects it has no
/// part in are written through `RawObject`. For one thread at a time.
@safe
final class HaruDocument {
    /// Faults libharu reports to its handler, which may come long before a call returns.
    private final class Faults {
        var first: (code: UInt, detail: UInt)?
    }

    private let document: HPDF_Doc
    private let faults: Faults

    init() throws(PDFError) {
        let faults = Faults()
        self.faults = faults
        // The document outlives no call that could reach the handler without `faults`.
        let made = unsafe HPDF_New(
            { code, detail, user in
                guard let user = unsafe user else { return }
                let faults = unsafe Unmanaged<Faults>.fromOpaque(user).takeUnretainedValue()
                if faults.first == nil { faults.first = (code, detail) }
            }, Unmanaged.passUnretained(faults).toOpaque())
        guard let made = unsafe made else { throw PDFError(message: "cannot start a document") }
        unsafe document = made
        unsafe document.pointee.pdf_version = HPDF_VER_17
    }

    deinit { unsafe HPDF_Free(document) }

    /// Throws what libharu reported since the document was made.
    func check() throws(PDFError) {
        guard let fault = faults.first else { return }
        throw PDFError(
            message: "the PDF library failed (detail \(fault.detail))", code: fault.code)
    }

    /// Adds an object whose entries are given as bytes, and its stream if it has one.
    ///
    /// - Parameters:
    ///   - entries: what stands between `<<` and `>>`, ending in a line feed.
    ///   - shared: further entries, kept rather than copied.
    ///   - stream: the stream's bytes as they are to stand in the file, kept rather than copied.
    /// - Returns: the object.
    func add(
        _ entries: [UInt8], shared: [UInt8] = [], stream: [UInt8]? = nil
    ) throws(PDFError) -> HaruObject {
        let dictionary = try unsafe RawObject.make(
            RawObject(entries: entries, shared: shared, stream: stream),
            memory: document.pointee.mmgr)
        guard unsafe HPDF_Xref_Add(document.pointee.xref, dictionary) == 0 else {
            // The table frees what it could not take.
            throw fault("cannot add an object")
        }
        return unsafe HaruObject(pointer: dictionary)
    }

    /// The number the next object will have.
    var nextNumber: Int {
        guard let table = unsafe document.pointee.xref else { return 0 }
        guard let entries = unsafe table.pointee.entries else { return 0 }
        return Int(unsafe table.pointee.start_offset + entries.pointee.count)
    }

    /// Sets an entry of the catalog to a reference.
    func setCatalog(_ key: String, to object: HaruObject) throws(PDFError) {
        try unsafe set(document.pointee.catalog, key, object.pointer)
    }

    /// Sets an entry of the catalog to a dictionary of its own.
    func setCatalog(_ key: String, entries: [UInt8]) throws(PDFError) {
        try unsafe set(document.pointee.catalog, key, direct(entries))
    }

    /// Sets an entry of the catalog to an ASCII string.
    func setCatalog(_ key: String, text: String) throws(PDFError) {
        try unsafe set(
            document.pointee.catalog, key,
            HPDF_String_New(document.pointee.mmgr, text, nil))
    }

    /// Sets an entry of the catalog to an array of references.
    func setCatalog(_ key: String, array objects: [HaruObject]) throws(PDFError) {
        let array = try unsafe array()
        for object in objects { try unsafe add(object.pointer, to: array) }
        try unsafe set(document.pointee.catalog, key, array)
    }

    /// Sets an entry of the catalog to an array of one dictionary.
    func setCatalog(_ key: String, arrayOf entries: [UInt8]) throws(PDFError) {
        let array = try unsafe array()
        try unsafe add(direct(entries), to: array)
        try unsafe set(document.pointee.catalog, key, array)
    }

    /// Sets an entry of the information dictionary to a text string.
    func setInfo(_ key: String, _ text: String) throws(PDFError) {
        var bytes: [UInt8] = [0xFE, 0xFF]
        for unit in text.utf16 {
            bytes.append(UInt8(unit >> 8))
            bytes.append(UInt8(unit & 255))
        }
        try unsafe set(document.pointee.info, key, binary(bytes))
    }

    /// Sets an entry of the information dictionary to an ASCII string, as dates are.
    func setInfo(_ key: String, ascii text: String) throws(PDFError) {
        try unsafe set(
            document.pointee.info, key, HPDF_String_New(document.pointee.mmgr, text, nil))
    }

    /// Sets both parts of the file's identifier.
    func setIdentifier(_ bytes: [UInt8]) throws(PDFError) {
        let array = try unsafe array()
        for _ in 0..<2 { try unsafe add(binary(bytes), to: array) }
        try unsafe set(document.pointee.trailer, "ID", array)
    }

    /// Adds a page with its compressed content and its resources.
    ///
    /// - Returns: the page's object.
    func addPage(
        width: Double, height: Double, content: [UInt8], resources: PageResources
    ) throws(PDFError) -> HaruObject {
        guard let page = unsafe HPDF_AddPage(document) else { throw fault("cannot add a page") }
        guard unsafe HPDF_Page_SetWidth(page, Float(width)) == 0,
            unsafe HPDF_Page_SetHeight(page, Float(height)) == 0
        else { throw fault("cannot set the size of a page") }
        guard let dictionary = unsafe HPDF_Dict_GetItem(page, "Resources", dictionaryClass),
            let attributes = unsafe page.pointee.attr
        else { throw fault("cannot reach the resources of a page") }
        let own = unsafe dictionary.assumingMemoryBound(to: HPDF_Dict_Rec.self)
        try unsafe set(own, "Font", direct(resources.fonts))
        if !resources.images.isEmpty {
            try unsafe set(own, "XObject", direct(resources.images))
        }
        let contents = unsafe attributes.assumingMemoryBound(to: HPDF_PageAttr_Rec.self)
            .pointee.contents
        guard let contents = unsafe contents else { throw fault("a page has no content") }
        // libharu strips a /Filter entry of its own making where it is not to compress, but not
        // what this callback writes.
        unsafe contents.pointee.filter = UInt32(HPDF_STREAM_FILTER_NONE)
        unsafe contents.pointee.write_fn = { _, stream in
            unsafe HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n")
        }
        let status = unsafe HPDF_Stream_Write(
            contents.pointee.stream, content, UInt32(content.count))
        guard status == 0 else { throw fault("cannot write the content of a page") }
        return unsafe HaruObject(pointer: page)
    }

    /// Sets a page's annotations.
    func setAnnotations(_ objects: [HaruObject], of page: HaruObject) throws(PDFError) {
        let array = try unsafe array()
        for object in objects { try unsafe add(object.pointer, to: array) }
        try unsafe set(
            page.pointer.assumingMemoryBound(to: HPDF_Dict_Rec.self), "Annots", array)
    }

    /// Makes a page part of the structure, by its number in the map from content to elements.
    func tag(_ page: HaruObject, number: Int) throws(PDFError) {
        let dictionary = unsafe page.pointer.assumingMemoryBound(to: HPDF_Dict_Rec.self)
        guard unsafe HPDF_Dict_AddNumber(dictionary, "StructParents", Int32(number)) == 0,
            unsafe HPDF_Dict_AddName(dictionary, "Tabs", "S") == 0
        else { throw fault("cannot tag a page") }
    }
}

// The small parts.
extension HaruDocument {
    private var dictionaryClass: UInt16 { UInt16(HPDF_OCLASS_DICT) }

    private func fault(_ message: String) -> PDFError {
        PDFError(message: message, code: faults.first?.code ?? 0)
    }

    private func set(
        _ dictionary: HPDF_Dict?, _ key: String, _ value: UnsafeMutableRawPointer?
    ) throws(PDFError) {
        guard let value = unsafe value, unsafe HPDF_Dict_Add(dictionary, key, value) == 0 else {
            throw fault("cannot set /\(key)")
        }
    }

    private func array() throws(PDFError) -> HPDF_Array {
        guard let array = unsafe HPDF_Array_New(document.pointee.mmgr) else {
            throw fault("cannot make an array")
        }
        return unsafe array
    }

    private func add(
        _ value: UnsafeMutableRawPointer?, to array: HPDF_Array
    ) throws(PDFError) {
        guard let value = unsafe value, unsafe HPDF_Array_Add(array, value) == 0 else {
            throw fault("cannot add to an array")
        }
    }

    private func binary(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
        // Read and copied only, for all that its type says.
        var bytes = bytes
        return unsafe UnsafeMutableRawPointer(
            HPDF_Binary_New(document.pointee.mmgr, &bytes, UInt32(bytes.count)))
    }

    private func direct(_ entries: [UInt8]) throws(PDFError) -> UnsafeMutableRawPointer {
        unsafe UnsafeMutableRawPointer(
            try RawObject.make(
                RawObject(entries: entries, shared: [], stream: nil),
                memory: document.pointee.mmgr))
    }

    /// Writes the whole file.
    func serialize(expecting size: Int) throws(PDFError) -> [UInt8] {
        try check()
        try unsafe set(document.pointee.trailer, "Root", document.pointee.catalog)
        try unsafe set(document.pointee.trailer, "Info", document.pointee.info)
        var status: HPDF_STATUS = 0
        var rest: [UInt8] = []
        var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { memory, count in
            var output = unsafe Output(memory)
            status = write(to: &output)
            (count, rest) = (output.count, output.rest)
        }
        guard status == 0 else { throw fault("cannot write the document") }
        try check()
        bytes.append(contentsOf: rest)
        return bytes
    }

    private func write(to output: inout Output) -> HPDF_STATUS {
        unsafe withUnsafeMutablePointer(to: &output) { unsafe write(to: $0) }
    }

    private func write(to output: UnsafeMutablePointer<Output>) -> HPDF_STATUS {
        let writer = unsafe HPDF_CallbackWriter_New(
            document.pointee.mmgr,
            { stream, bytes, count in
                guard let user = unsafe stream?.pointee.attr, let bytes = unsafe bytes else {
                    return 1
                }
                unsafe user.assumingMemoryBound(to: Output.self).pointee.append(bytes, Int(count))
                return 0
            }, output)
        guard let writer = unsafe writer else { return 1 }
        defer { unsafe HPDF_Stream_Free(writer) }
        // Four bytes above 127 tell file transfer programs that this is no text.
        let head: [UInt8] = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
        _ = unsafe HPDF_Stream_Write(writer, head, UInt32(head.count))
        return unsafe HPDF_Xref_WriteToStream(document.pointee.xref, writer, nil)
    }

    /// Where the file is written to: memory of the expected size, because libharu writes it in
    /// hundreds of small pieces; what is longer than expected goes into an array.
    @safe
    private struct Output {
        private let memory: UnsafeMutableBufferPointer<UInt8>
        private(set) var count = 0
        private(set) var rest: [UInt8] = []

        init(_ memory: UnsafeMutableBufferPointer<UInt8>) { unsafe self.memory = memory }

        mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
            guard rest.isEmpty, unsafe count + length <= memory.count,
                let start = unsafe memory.baseAddress
            else {
                unsafe rest.append(
                    contentsOf: UnsafeBufferPointer(start: bytes, count: length))
                return
            }
            unsafe (start + count).update(from: bytes, count: length)
            count += length
        }
    }
}

/// An indirect object of the document it was added to.
@safe
struct HaruObject {
    fileprivate let pointer: UnsafeMutableRawPointer
    /// Its number in references.
    let number: Int

    fileprivate init(pointer dictionary: HPDF_Dict) {
        unsafe pointer = UnsafeMutableRawPointer(dictionary)
        // The upper eight bits are flags.
        number = Int(unsafe dictionary.pointee.header.obj_id & 0x00FF_FFFF)
    }
}
