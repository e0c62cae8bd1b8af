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
        temporary = "\(path).part"
        try Disk.checkGivesWay(path)
        // Never through a link that somebody has laid there.
        try Disk.remove(temporary)
        descriptor = unsafe open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .system("write", temporary) }
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
