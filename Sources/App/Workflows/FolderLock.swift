internal import CLinux
internal import Glibc

/// A folder in which one process works at a time: a lock on a file in it, which goes with the
/// process however that ends.
final class FolderLock {
    static let fileName = "bijak.lock"

    private var path: String
    private var descriptor: Int32

    /// - Parameter work: what is at work, for the message to whoever comes second: `a backup`.
    init(_ folder: String, _ work: String) throws(EnvironmentError) {
        path = "\(folder)/\(FolderLock.fileName)"
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .system("write", path) }
        var isFree = true
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            isFree = false
            if reason != EWOULDBLOCK {
                let problem = EnvironmentError.system("lock", path)
                forget()
                throw problem
            }
        }
        // Whoever had it may have deleted it since it was opened here.
        var (mine, its) = (stat(), stat())
        if isFree, unsafe fstat(descriptor, &mine) == 0, unsafe stat(path, &its) == 0,
            mine.st_ino == its.st_ino
        {
            return
        }
        forget()
        throw EnvironmentError(
            "\(work) is at work in \(folder) already", hint: "wait until it is through")
    }

    deinit { release() }

    /// The folder has another name now.
    func follow(to folder: String) { path = "\(folder)/\(FolderLock.fileName)" }

    /// Lets others work there.
    func release() {
        if descriptor < 0 { return }
        unsafe unlink(path)
        forget()
    }

    private func forget() {
        close(descriptor)
        descriptor = -1
    }
}
