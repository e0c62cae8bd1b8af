internal import CHarfBuzz
internal import Glibc

/// Reading font files into memory.
///
/// The bytes are read rather than mapped: a mapped file that is truncated while in use ends the
/// process.
enum FontFile {
    /// Larger files are refused: the largest fonts in use (pan-CJK collections) stay below.
    static let maximumBytes = 64 << 20
    /// A folder with more font files than this is not a folder of document fonts.
    static let maximumFiles = 1_000

    /// The `.ttf` and `.otf` files of a folder in byte order of their names.
    static func names(in folder: String) throws(FontError) -> [String] {
        guard let directory = unsafe opendir(folder) else {
            throw FontError(message: "cannot read the folder: \(reason(errno))", path: folder)
        }
        defer { unsafe _ = closedir(directory) }
        var names: [String] = []
        while true {
            // Only errno tells the end of the folder from one that cannot be read on.
            errno = 0
            guard let entry = unsafe readdir(directory) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            let lower = name.lowercased()
            guard lower.hasSuffix(".ttf") || lower.hasSuffix(".otf") else { continue }
            guard names.count < maximumFiles else {
                throw FontError(message: "more than \(maximumFiles) font files", path: folder)
            }
            names.append(name)
        }
        guard errno == 0 else {
            throw FontError(message: "cannot list the folder: \(reason(errno))", path: folder)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The whole file as a HarfBuzz blob that the caller owns.
    static func blob(path: String) throws(FontError) -> OpaquePointer {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw FontError(message: "cannot open: \(reason(errno))", path: path)
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_size > 0 else {
            throw FontError(message: "is empty or cannot be measured", path: path)
        }
        guard status.st_size <= maximumBytes else {
            throw FontError(
                message: "is larger than \(maximumBytes >> 20) MB, too large for a font",
                path: path)
        }
        let size = Int(status.st_size)
        guard let memory = unsafe malloc(size) else {
            throw FontError(message: "not enough memory for \(size) bytes", path: path)
        }
        var filled = 0
        while filled < size {
            let count = unsafe read(descriptor, memory + filled, size - filled)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let why =
                    count < 0 ? "cannot read: \(reason(errno))" : "ended before its stated size"
                unsafe free(memory)
                throw FontError(message: why, path: path)
            }
            filled += count
        }
        let blob = unsafe hb_blob_create(
            memory.assumingMemoryBound(to: CChar.self), UInt32(size), HB_MEMORY_MODE_READONLY,
            memory, { unsafe free($0) })
        guard let blob = unsafe blob else {
            throw FontError(message: "not enough memory", path: path)
        }
        return unsafe blob
    }

    private static func reason(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
