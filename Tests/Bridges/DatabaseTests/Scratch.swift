import Glibc

/// A folder that goes when the test is over.
final class Scratch {
    let path: String

    init() {
        var template = Array("/tmp/bijak-database-XXXXXX".utf8CString)
        path = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else {
                return ""
            }
            return unsafe String(cString: made)
        }
        precondition(!path.isEmpty, "there is no place for temporary files")
    }

    deinit {
        for suffix in ["", "-wal", "-shm"] { _ = unsafe unlink(file + suffix) }
        _ = unsafe rmdir(path)
    }

    /// Where the test's database is.
    var file: String { path + "/books.sqlite" }

    func write(_ text: String) {
        guard let stream = unsafe fopen(file, "w") else { preconditionFailure("no file") }
        _ = unsafe fputs(text, stream)
        _ = unsafe fclose(stream)
    }
}
