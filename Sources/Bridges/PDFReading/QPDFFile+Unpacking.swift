internal import CQPDF

extension QPDFFile {
    /// The whole file in libqpdf's form for people: streams unpacked, objects numbered anew in the
    /// order in which they are reached, with notes which page follows. Its identifier is left out: it is one of the packed bytes.
    func unpacked(limit: Int) throws(PDFReadingError) -> [UInt8] {
        let data = unsafe handle
        var start: UnsafePointer<UInt8>?
        var count = 0
        whileLimited {
            let trailer = unsafe qpdf_get_trailer(data)
            unsafe qpdf_oh_remove_key(data, trailer, "/ID")
            if unsafe qpdf_init_write_memory(data) & bijak_qpdf_errors != 0 { return }
            unsafe qpdf_set_static_ID(data, 1)
            unsafe qpdf_set_qdf_mode(data, 1)
            unsafe qpdf_set_suppress_original_object_IDs(data, 1)
            unsafe qpdf_set_stream_data_mode(data, qpdf_s_uncompress)
            unsafe qpdf_set_object_stream_mode(data, qpdf_o_disable)
            if unsafe qpdf_write(data) & bijak_qpdf_errors != 0 { return }
            count = unsafe qpdf_get_buffer_length(data)
            unsafe start = unsafe qpdf_get_buffer(data)
        }
        if let error = takeError() { throw error }
        guard count <= limit, let start = unsafe start else {
            throw PDFReadingError(
                kind: .tooLarge, message: "unpacked it has \(count) bytes, more than \(limit)")
        }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
}
