internal import CLinux
internal import Glibc

/// Something of the machine that did not work: a file, a folder, a device. Exit status 3.
public struct EnvironmentError: Error, Sendable, CustomStringConvertible {
    /// What could not be done, in plain words, with the path.
    public let message: String
    public let hint: String?
    /// Whether something is there, or may be, that the machine does not give: not what is missing or
    /// was changed.
    private(set) var isRefusal = false

    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    public var description: String { message }

    /// For the system call that has just failed.
    static func system(_ action: String, _ path: String, hint: String? = nil) -> EnvironmentError {
        let code = errno
        let reason = unsafe String(cString: strerror(code))
        var error = EnvironmentError("cannot \(action) \(path): \(reason)", hint: hint)
        error.isRefusal = ![ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG].contains(code)
        return error
    }
}

/// Files and folders. Paths here come from the command line or from `Archive.path`, never from data.
enum Disk {
    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// How many bytes an ordinary file has; `nil` of anything else, links among them.
    static func size(_ path: String) -> Int? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Int(status.st_size)
    }

    /// What a name in a folder stands for.
    enum Kind {
        case file, folder, link, other

        fileprivate init(_ mode: mode_t) {
            switch mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    static func kind(_ path: String) -> Kind? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? Kind(status.st_mode) : nil
    }

    /// The same, where only what is not there is `nil`: a disk that cannot say is an error.
    static func look(
        _ path: String, followingLinks: Bool = false
    ) throws(EnvironmentError) -> Kind? {
        var status = stat()
        let code = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
        if code == 0 { return Kind(status.st_mode) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw EnvironmentError.system("look at", path)
    }

    /// Every name in a folder, hidden ones too, sorted.
    static func names(in folder: String) throws(EnvironmentError) -> [String] {
        guard let handle = unsafe opendir(folder) else { throw .system("open the folder", folder) }
        defer { _ = unsafe closedir(handle) }
        var names: [String] = []
        while true {
            // Only errno tells the end of the folder from one that cannot be read on.
            errno = 0
            guard let entry = unsafe readdir(handle) else { break }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe String(
                    cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        if errno != 0 { throw .system("list the folder", folder) }
        return names.sorted()
    }

    static var processID: Int { Int(getpid()) }

    /// The paths of a folder's files whose names end in `ending`, by name.
    static func files(in folder: String, ending: String) throws(EnvironmentError) -> [String] {
        try names(in: folder).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map {
            "\(folder)/\($0)"
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(EnvironmentError) {
        if isFolder(path) { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        if unsafe mkdir(path, 0o777) != 0, errno != EEXIST {
            throw .system("make the folder", path)
        }
    }

    /// Calls `body` with the file's bytes, piece by piece.
    ///
    /// What the user names may be a pipe that another program writes into; what books have of their
    /// own is an ordinary file.
    static func stream(
        _ path: String, isOrdinary: Bool = false, pieceSize: Int = 1 << 18,
        _ body: ([UInt8]) throws -> Void
    ) throws {
        let descriptor =
            try isOrdinary ? openOrdinary(path) : unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw EnvironmentError.system("open", path) }
        defer { close(descriptor) }
        try stream(descriptor, path, pieceSize, body)
    }

    private static func stream(
        _ descriptor: Int32, _ path: String, _ pieceSize: Int, _ body: ([UInt8]) throws -> Void
    ) throws {
        while true {
            let piece = try piece(descriptor, path, pieceSize)
            if piece.isEmpty { return }
            try body(piece)
        }
    }

    /// The next bytes; none at the end.
    private static func piece(
        _ descriptor: Int32, _ path: String, _ size: Int
    ) throws(EnvironmentError) -> [UInt8] {
        var failed = false
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var got = unsafe Glibc.read(descriptor, buffer.baseAddress, size)
            while got < 0, errno == EINTR {
                got = unsafe Glibc.read(descriptor, buffer.baseAddress, size)
            }
            failed = got < 0
            count = max(0, got)
        }
        if failed { throw .system("read", path) }
        return piece
    }

    /// Opens a file, and nothing that reading might wait at for ever: pipes, sockets, devices.
    private static func openOrdinary(_ path: String) throws(EnvironmentError) -> Int32 {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 { throw .system("open", path) }
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        let kind = status.st_mode & S_IFMT
        if isKnown, kind == S_IFREG { return descriptor }
        close(descriptor)
        throw EnvironmentError(
            kind == S_IFDIR
                ? "\(path) is a folder, not a file"
                : "\(path) is no ordinary file but a pipe, a socket or a device")
    }

    /// The whole of a file no larger than `limit` bytes.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        try read(path) { _ in limit }
    }

    /// The whole of a file no larger than what its first piece allows for.
    static func read(_ path: String, limit: ([UInt8]) -> Int) throws -> [UInt8] {
        let descriptor = try openOrdinary(path)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var allowed: Int?
        try stream(descriptor, path, 1 << 18) { piece in
            let limit = allowed ?? limit(piece)
            allowed = limit
            bytes += piece
            if bytes.count > limit {
                throw EnvironmentError("\(path) is larger than \(limit >> 20) MiB")
            }
        }
        return bytes
    }

    /// Whether an ordinary file begins with these bytes.
    static func begins(_ path: String, with bytes: [UInt8]) throws -> Bool {
        let descriptor = try openOrdinary(path)
        defer { close(descriptor) }
        return try piece(descriptor, path, bytes.count) == bytes
    }
}
