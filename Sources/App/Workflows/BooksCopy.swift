import Archive
import Crypto
import Database
import Diagnostics

/// Copies books of one moment into a folder: the database, the files that it names, what pages are
/// made with, and the books' own templates. What is there already and whole is not written again.
struct BooksCopy {
    let source: String
    let target: String
    let world: World
    private(set) var copied = 0
    private(set) var unchanged = 0
    /// Files of the source that are missing or not as they were filed.
    private(set) var damaged = 0

    private var database: String { "\(target)/books.sqlite" }

    init(from source: String, to target: String, world: World) {
        self.source = source
        self.target = target
        self.world = world
    }

    /// Copies everything; the copy's database takes its name last, when its files are on the disk.
    mutating func run(_ connection: Connection) throws {
        try Disk.makeFolder("\(target)/archive")
        for end in ["", "-journal", "-wal", "-shm"] { try Disk.remove("\(database).new\(end)") }
        try connection.copy(to: "\(database).new")
        let copy = try Connection.open("\(database).new", readonly: true)
        let hasTrail = try copy.schemaVersion() >= BooksFolder.trailVersion
        let end = try copy.transaction(.deferred) { transaction in
            try Archive.allFiles(in: transaction) { try archived($0) }
            return try hasTrail ? Trail.end(in: transaction) : nil
        }
        world.reporter.endProgress()
        try plain(Materials.folderName, isKept: Materials.isName)
        for folder in ["templates", "templates/languages", "templates/values"] {
            try plain(folder) { !$0.hasPrefix(".") }
        }
        try Disk.syncFileSystem(of: target)
        for end in ["-wal", "-shm"] { try Disk.remove(database + end) }
        try Disk.move("\(database).new", to: database)
        try Disk.syncFolder(target)
        try BooksHead(target).replace(with: end)
    }

    private mutating func archived(_ file: Archive.File) throws {
        if try ArchiveFolder("\(target)/archive").bytes(file) != nil {
            unchanged += 1
        } else if let bytes = try ArchiveFolder("\(source)/archive").bytes(file) {
            let path = "\(target)/archive/\(file.path)"
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            try Disk.put(path, bytes)
            copied += 1
        } else {
            damaged += 1
            world.reporter.report(
                Diagnostic(
                    code: "file-changed", "a file is missing or not as it was filed: not copied",
                    found: "\(source)/archive/\(file.path)",
                    hint: "bijak verify tells more; restore it from an older backup"))
        }
        world.reporter.progress("copying", done: copied + unchanged, total: 0)
    }

    /// The ordinary files of a folder that stands beside the archive.
    private mutating func plain(_ folder: String, isKept: (String) -> Bool) throws {
        guard Disk.isFolder("\(source)/\(folder)") else { return }
        try Disk.makeFolder("\(target)/\(folder)")
        for name in try Disk.names(in: "\(source)/\(folder)") where isKept(name) {
            let (from, to) = ("\(source)/\(folder)/\(name)", "\(target)/\(folder)/\(name)")
            guard Disk.kind(from) == .file else { continue }
            let bytes = try Disk.read(from, limit: Materials.fileLimit)
            if folder == Materials.folderName, SHA256.hex(of: bytes) != name {
                damaged += 1
                world.reporter.report(
                    Diagnostic(
                        code: "material-changed",
                        "what pages were made with, or what travels with them, was changed: not copied",
                        found: from,
                        hint: "bijak verify tells more; restore it from an older backup"))
                continue
            }
            if Disk.size(to) == bytes.count,
                try Disk.read(to, limit: Materials.fileLimit) == bytes
            {
                unchanged += 1
            } else {
                try Disk.put(to, bytes, synced: true)
                copied += 1
            }
        }
    }
}
