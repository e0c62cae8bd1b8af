import Crypto

/// What pages were made with, and what travels with invoices, kept once each as a file whose name is its
/// SHA-256.
struct Materials {
    let folder: String

    /// Larger than any that is kept: fonts go up to 64 MiB.
    static let fileLimit = 64 << 20

    static let folderName = "materials"

    init(_ books: BooksFolder) { folder = "\(books.path)/\(Materials.folderName)" }

    /// Keeps bytes, whole on the disk before they have their name; those that are there already cost
    /// a look. The name reaches the disk with the files made with them: `BooksFolder.write`.
    ///
    /// - Returns: the name they are kept under.
    @discardableResult
    func keep(_ bytes: [UInt8]) throws -> String {
        let name = SHA256.hex(of: bytes)
        let path = "\(folder)/\(name)"
        if Disk.size(path) == bytes.count { return name }
        try Disk.makeFolder(folder)
        // Under a name of this process's own first: what breaks off is no material.
        let part = "\(path).\(Disk.processID)"
        try Disk.remove(part)
        try Disk.create(part, bytes, synced: true)
        try Disk.move(part, to: path)
        return name
    }

    /// The bytes of a name, after their digest has been checked.
    func bytes(_ name: String) throws -> [UInt8] {
        guard Materials.isName(name) else {
            throw EnvironmentError("\(name) is not the name of a material")
        }
        guard let bytes = try sound(name) else {
            throw EnvironmentError(
                "\(folder)/\(name) is not what it was: its name is its SHA-256",
                hint: "restore it from a backup")
        }
        return bytes
    }

    /// The same; `nil` where they are not what they were.
    func sound(_ name: String) throws -> [UInt8]? {
        let path = "\(folder)/\(name)"
        // What has grown past all that is kept is read no further.
        guard let size = Disk.size(path), size <= Materials.fileLimit else { return nil }
        let bytes = try Disk.read(path, limit: Materials.fileLimit)
        return SHA256.hex(of: bytes) == name ? bytes : nil
    }

    /// Whether a name is a SHA-256 in hexadecimal.
    static func isName(_ name: String) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
