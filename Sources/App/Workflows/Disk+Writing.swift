internal import CLinux
internal import Glibc

/// What changes the disk.
extension Disk {
    /// Writes a file that must not exist yet.
    static func create(
        _ path: String, _ bytes: [UInt8], synced: Bool = false
    ) throws(EnvironmentError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .system("write", path) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .system("write", path, hint: "is the disk full?")
            }
            done += written
        }
        if synced, fsync(descriptor) != 0 { throw .system("sync", path) }
    }

    /// Writes a file beside the one that may be there and puts it in its place when it is whole.
    ///
    /// - Parameter synced: whether it is whole on the disk by then, so that no power cut can leave
    ///   less than one of the two.
    static func put(
        _ path: String, _ bytes: [UInt8], synced: Bool = false
    ) throws(EnvironmentError) {
        try checkGivesWay(path)
        let part = "\(path).part"
        try remove(part)
        do {
            try create(part, bytes, synced: synced)
            try move(part, to: path)
        } catch {
            // What is there is not what was asked for; the first error says why.
            try? remove(part)
            throw error
        }
    }

    /// Refuses to take the place of anything but an ordinary file: of a device, a pipe, a link.
    static func checkGivesWay(_ path: String) throws(EnvironmentError) {
        guard let kind = kind(path), kind != .file else { return }
        throw EnvironmentError(
            "\(path) is no ordinary file but \(kind.words): nothing is put in its place",
            hint: "move it away")
    }

    static func remove(_ path: String) throws(EnvironmentError) {
        if unsafe unlink(path) != 0, errno != ENOENT { throw .system("delete", path) }
    }

    static func move(_ path: String, to target: String) throws(EnvironmentError) {
        if unsafe rename(path, target) != 0 { throw .system("move", path) }
    }

    /// Brings everything written to the file system of `folder` onto the disk.
    static func syncFileSystem(of folder: String) throws(EnvironmentError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw .system("open", folder) }
        defer { close(descriptor) }
        if syncfs(descriptor) != 0 { throw .system("sync", folder) }
    }

    /// Brings a folder's list of names onto the disk.
    static func syncFolder(_ folder: String) throws(EnvironmentError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw .system("open", folder) }
        defer { close(descriptor) }
        if fsync(descriptor) != 0 { throw .system("sync", folder) }
    }
}
