import Archive
import Crypto
import Diagnostics

/// The folder in which issued files lie.
struct ArchiveFolder {
    let path: String

    init(_ path: String) { self.path = path }

    /// The first part of a file's path that is a symbolic link; `nil` where none is.
    func link(on file: String) -> String? {
        var part = ""
        for name in file.split(separator: "/") {
            part += (part.isEmpty ? "" : "/") + name
            if Disk.kind("\(path)/\(part)") == .link { return part }
        }
        return nil
    }

    /// Refuses a path that leads anywhere but to a file of the archive itself.
    func checkPlace(_ file: String) throws {
        guard Archive.isSound(file) else {
            throw EnvironmentError(
                "\(printable(file)) is no place in the archive",
                hint: "the books were changed by others: bijak verify tells what")
        }
        if let link = link(on: file) {
            throw EnvironmentError(
                "\(path)/\(link) is a symbolic link; the archive holds files of its own only",
                hint: "put what it points to in its place")
        }
    }

    /// A file's bytes; `nil` where it is missing or not as it was filed.
    func bytes(_ file: Archive.File) throws -> [UInt8]? {
        try checkPlace(file.path)
        guard Disk.size("\(path)/\(file.path)") == file.size else { return nil }
        let bytes = try Disk.read("\(path)/\(file.path)", limit: max(file.size, 1))
        return SHA256.digest(of: bytes) == file.sha256 ? bytes : nil
    }
}
