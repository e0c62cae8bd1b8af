import Glibc

/// A folder that goes when the test is over; in memory where the machine has such a place.
public final class Scratch {
    public let path: String

    public init() {
        let place = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(place)/bijak-test-XXXXXX".utf8CString)
        path = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else {
                return ""
            }
            return unsafe String(cString: made)
        }
        precondition(!path.isEmpty, "there is no place for temporary files")
    }

    deinit { delete(path) }

    public func write(_ name: String, _ text: String) { write(name, Array(text.utf8)) }

    /// Writes a file and makes the folders on the way.
    public func write(_ name: String, _ bytes: [UInt8]) {
        makeFolders(to: name)
        guard let stream = unsafe fopen("\(path)/\(name)", "w") else {
            preconditionFailure("\(path)/\(name) cannot be written")
        }
        _ = unsafe fwrite(bytes, 1, bytes.count, stream)
        unsafe fclose(stream)
    }

    /// Makes the folders on the way to a file.
    public func makeFolders(to name: String) {
        for index in name.indices where name[index] == "/" {
            unsafe mkdir("\(path)/\(name[..<index])", 0o777)
        }
    }

    public func bytes(_ name: String) -> [UInt8] { contents("\(path)/\(name)") ?? [] }

    public func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

    public func has(_ name: String) -> Bool { unsafe access("\(path)/\(name)", F_OK) == 0 }

    public func remove(_ name: String) { delete("\(path)/\(name)") }

    /// Every plain file below a folder, by its path from there.
    public func files(_ folder: String) -> [String] { filesBelow("\(path)/\(folder)") }
}

/// The bytes of a plain file; `nil` where it cannot be read.
public func contents(_ path: String) -> [UInt8]? {
    guard let stream = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(stream) }
    var bytes: [UInt8] = []
    while true {
        // In pieces, because files of /proc do not tell how large they are.
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
            count = unsafe fread(buffer.baseAddress, 1, buffer.count, stream)
        }
        if piece.isEmpty { return bytes }
        bytes += piece
    }
}

/// The names in a folder, sorted.
public func names(_ folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
            unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// Whether a path is a folder, not a link to one.
public func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Every plain file below a folder, by its path from there, sorted.
public func filesBelow(_ folder: String) -> [String] {
    names(folder).flatMap { name -> [String] in
        if !isFolder("\(folder)/\(name)") { return [name] }
        return filesBelow("\(folder)/\(name)").map { "\(name)/\($0)" }
    }.sorted()
}

private func delete(_ path: String) {
    if isFolder(path) {
        for name in names(path) { delete("\(path)/\(name)") }
        _ = unsafe rmdir(path)
    } else {
        _ = unsafe unlink(path)
    }
}
