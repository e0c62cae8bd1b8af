internal import CLinux
internal import Glibc

/// A file that is written piece by piece under another name and gets its own when it is whole.
///
/// Whoever looks meanwhile, or after a stop, finds the former file or none, never half of one.
final class OutputFile {
    let path: String
    private let temporary: String
    private var descriptor: Int32
    private var pending: [UInt8] = []
    private var isFinished = false

    private static let pieceSize = 1 << 18

    init(_ path: String) throws(EnvironmentError) {
        self.path = path
        let temporary = "\(path).part"
        try Disk.checkGivesWay(path)
        try OutputFile.checkIdle(temporary, path)
        // Never through a link that somebody has laid there.
        try Disk.remove(temporary)
        let descriptor = unsafe open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .system("write", temporary) }
        // For who comes next. On a disk that knows no locks there is nobody to be told.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        self.temporary = temporary
        self.descriptor = descriptor
    }

    /// Refuses to write what another run is writing just now: it would give half of it a name.
    private static func checkIdle(
        _ temporary: String, _ path: String
    ) throws(EnvironmentError) {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = unsafe open(temporary, flags)
        // Nothing is there, or nothing that a run has left.
        if descriptor < 0 { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            throw EnvironmentError(
                "another run is writing \(path)", hint: "wait until it is through")
        }
    }

    deinit {
        close(descriptor)
        if !isFinished { unsafe unlink(temporary) }
    }

    func write(_ bytes: [UInt8]) throws(EnvironmentError) {
        pending += bytes
        if pending.count >= OutputFile.pieceSize { try flush() }
    }

    func write(_ text: String) throws(EnvironmentError) { try write(Array(text.utf8)) }

    /// Hands out what was written, piece by piece.
    func read(_ body: ([UInt8]) throws -> Void) throws {
        try flush()
        try Disk.stream(temporary, body)
    }

    /// Brings the file onto the disk and gives it its name.
    func finish(synced: Bool = false) throws(EnvironmentError) {
        try flush()
        if synced, fsync(descriptor) != 0 { throw .system("sync", temporary) }
        try Disk.move(temporary, to: path)
        isFinished = true
    }

    private func flush() throws(EnvironmentError) {
        var done = 0
        while done < pending.count {
            let written = unsafe pending.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw .system("write", temporary, hint: "is the disk full?")
            }
            done += written
        }
        pending.removeAll(keepingCapacity: true)
    }
}
