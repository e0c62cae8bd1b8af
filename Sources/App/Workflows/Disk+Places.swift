internal import CLinux
internal import Glibc

/// Where paths lead, and who may write there.
extension Disk {
    /// Whether a path lies on a disk that nobody can write to.
    static func isReadOnly(_ path: String) -> Bool {
        var status = statvfs()
        return unsafe statvfs(path, &status) == 0 && status.f_flag & UInt(ST_RDONLY) != 0
    }

    /// Whether this user may make files in a folder.
    static func mayWrite(in folder: String) -> Bool { unsafe access(folder, W_OK | X_OK) == 0 }

    /// Whether there is a file that this user may read.
    static func mayRead(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

    /// Where a path leads, with all links followed; `nil` where nothing is.
    static func realPath(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    /// Where a path leads from the root, with the links followed of what is there already.
    static func place(_ path: String) -> String {
        var (there, rest) = (trimmed(path), [Substring]())
        while true {
            if let real = realPath(there.isEmpty ? "." : there) {
                // Nothing is there yet that `..` could lead out of by a link.
                if let up = rest.firstIndex(of: ".."), up > 0 {
                    rest.removeSubrange((up - 1)...up)
                    return place("\(real)/\(rest.joined(separator: "/"))")
                }
                return "/" + (real.split(separator: "/") + rest).joined(separator: "/")
            }
            let slash = there.lastIndex(of: "/")
            let name = slash.map { there[there.index(after: $0)...] } ?? there[...]
            if !name.isEmpty, name != "." { rest.insert(name, at: 0) }
            there = slash.map { $0 == there.startIndex ? "/" : String(there[..<$0]) } ?? ""
        }
    }

    /// A folder's path without slashes at its end.
    static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
