internal import CQPDF

/// Files inside the parts: each is copied as it is, with its kind, its relationship and its dates, and
/// told apart by the prefix of its part.
extension PDFBinder {
    func takeFiles(of part: Part, _ prefix: String) throws(PDFReadingError) {
        let data = unsafe part.data
        let root = unsafe qpdf_get_root(data)
        let names = unsafe qpdf_oh_get_key_if_dict(data, root, "/Names")
        let tree = unsafe qpdf_oh_get_key_if_dict(data, names, "/EmbeddedFiles")
        if unsafe qpdf_oh_is_null(data, tree) != 0 { return }
        let entries = unsafe qpdf_oh_get_key_if_dict(data, tree, "/Names")
        // This program writes one node; what has more was not made by it.
        guard unsafe qpdf_oh_is_array(data, entries) != 0 else {
            throw PDFReadingError(
                kind: .damaged, message: "the files inside a PDF to be bound cannot be found")
        }
        for index in stride(
            from: Int32(1), to: unsafe qpdf_oh_get_array_n_items(data, entries), by: 2)
        {
            let file = unsafe qpdf_oh_get_array_item(data, entries, index)
            let copy = unsafe qpdf_oh_copy_foreign_object(out, data, file)
            guard unsafe qpdf_has_error(out) == 0, unsafe qpdf_oh_is_dictionary(out, copy) != 0
            else {
                throw PDFReadingError(
                    kind: .damaged, message: "a file inside a PDF to be bound cannot be copied")
            }
            let name = unsafe prefix + name(of: file, in: data)
            for key in ["/F", "/UF"] {
                set(copy, key, unsafe qpdf_oh_new_unicode_string(out, name))
            }
            files.append(copy)
        }
    }

    private func name(of file: qpdf_oh, in data: qpdf_data) -> String {
        for key in ["/UF", "/F"] {
            let text = unsafe qpdf_oh_get_key_if_dict(data, file, key)
            if unsafe qpdf_oh_is_string(data, text) != 0,
                let name = unsafe qpdf_oh_get_utf8_value(data, text)
            {
                return unsafe String(cString: name)
            }
        }
        return "file"
    }

    /// The tree of names (ISO 32000-1, 7.9.6): its keys are counted, so that they are in order.
    func addFiles() {
        if files.isEmpty { return }
        let entries = unsafe qpdf_oh_new_array(out)
        for (index, file) in files.enumerated() {
            let digits = String(index + 1)
            let key = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
            unsafe qpdf_oh_append_item(out, entries, qpdf_oh_new_string(out, key))
            unsafe qpdf_oh_append_item(out, entries, file)
        }
        let tree = unsafe qpdf_oh_new_dictionary(out)
        set(tree, "/Names", entries)
        let names = unsafe qpdf_oh_new_dictionary(out)
        set(names, "/EmbeddedFiles", tree)
        set(unsafe qpdf_get_root(out), "/Names", names)
    }
}
