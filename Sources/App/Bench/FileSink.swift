internal import Glibc
import Workflows

/// A file that is written from its beginning to its end, through a buffer.
final class FileSink {
    private let path: String
    private let descriptor: Int32
    /// What is not written yet.
    private var buffer: [UInt8] = []
    private static let bufferSize = 1 << 16

    init(_ path: String) throws {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw failure("write", path) }
    }

    deinit { close(descriptor) }

    /// Writes a whole file.
    static func create(_ path: String, _ bytes: [UInt8]) throws {
        let sink = try FileSink(path)
        sink.buffer = bytes
        try sink.flush()
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Brings what was flushed onto the disk.
    func sync() throws {
        if fsync(descriptor) != 0 { throw failure("sync", path) }
    }

    func flush() throws {
        var done = 0
        while done < buffer.count {
            let written = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written < 0 { throw failure("write", path) }
            done += written
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The error of the system call that has just failed.
func failure(_ action: String, _ path: String) -> EnvironmentError {
    let reason = unsafe String(cString: strerror(errno))
    return EnvironmentError("cannot \(action) \(path): \(reason)")
}
