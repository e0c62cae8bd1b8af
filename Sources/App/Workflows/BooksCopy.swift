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
    /// The copy is a backup, not books to work with.
    let isBackup: Bool
    private(set) var copied = 0
    private(set) var unchanged = 0
    /// Files of the source that are missing or not as they were filed.
    private(set) var damaged = 0
    /// Files that an earlier copy in the same folder does not name.
    private var added: [String] = []
    /// The newest row of the copy's trail.
    private var end: Archive.End?

    private var database: String { "\(target)/books.sqlite" }
    private var newDatabase: String { "\(database).new" }
    private static let ends = ["", "-journal", "-wal", "-shm"]

    init(from source: String, to target: String, isBackup: Bool, world: World) {
        self.isBackup = isBackup
        self.source = source
        self.target = target
        self.world = world
    }

    /// Copies the database under another name, and the files that it names.
    ///
    /// - Parameter former: the database of an earlier copy in the same folder; what that names stays.
    mutating func copyFiles(_ connection: Connection, former: Connection? = nil) throws {
        try Disk.makeFolder("\(target)/archive")
        try drop()
        try connection.copy(to: newDatabase)
        let copy = try opened()
        let hasTrail = try copy.schemaVersion() >= BooksFolder.trailVersion
        end = try copy.transaction(.deferred) { transaction in
            try Archive.allFiles(in: transaction) { try archived($0, former) }
            return try hasTrail ? Trail.end(in: transaction) : nil
        }
        world.reporter.endProgress()
        try plain(Materials.folderName, isKept: Materials.isName)
    }

    /// The copy's database before it has its name.
    func opened() throws -> Connection { try Connection.open(newDatabase, readonly: true) }

    /// Gives the database its name, when its files are on the disk.
    mutating func finish() throws {
        for folder in ["templates", "templates/languages", "templates/values"] {
            try plain(folder) { !$0.hasPrefix(".") }
            try removeOthers(folder)
        }
        try Disk.syncFileSystem(of: target)
        for end in ["-wal", "-shm"] { try Disk.remove(database + end) }
        try Disk.move(newDatabase, to: database)
        try Disk.syncFolder(target)
        try BooksHead(target, isBackup: isBackup).replace(with: end)
    }

    /// Leaves the former database in its place, and beside it nothing that it does not name.
    mutating func drop() throws {
        for end in BooksCopy.ends { try Disk.remove(newDatabase + end) }
        for path in added { try Disk.remove(path) }
        added = []
    }

    private mutating func archived(_ file: Archive.File, _ former: Connection?) throws {
        if try ArchiveFolder("\(target)/archive").bytes(file) != nil {
            unchanged += 1
        } else if try isOther(file, former) {
            tell(
                "file-changed",
                "the earlier backup has another file of this name, as it was filed: not copied",
                file, hint: "bijak verify of both tells which is whole")
        } else if let bytes = try ArchiveFolder("\(source)/archive").bytes(file) {
            let path = "\(target)/archive/\(file.path)"
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            if former != nil, Disk.kind(path) == nil { added.append(path) }
            try Disk.put(path, bytes)
            copied += 1
        } else {
            tell(
                "file-changed", "a file is missing or not as it was filed: not copied", file,
                hint: "bijak verify tells more; restore it from an older backup")
        }
        world.reporter.progress("copying", done: copied + unchanged, total: 0)
    }

    /// Whether an earlier copy says of a path that other bytes lie there: what was issued does not
    /// change, so the index here was.
    private func isOther(_ file: Archive.File, _ former: Connection?) throws -> Bool {
        guard let former, Disk.kind("\(target)/archive/\(file.path)") != nil else { return false }
        let filed = try former.transaction(.deferred) { transaction in
            try Archive.sha256(of: file.path, in: transaction)
        }
        return filed != nil && filed != file.sha256
    }

    private mutating func tell(
        _ code: String, _ message: String, _ file: Archive.File, hint: String
    ) {
        damaged += 1
        world.reporter.report(
            Diagnostic(
                code: code, message, found: "\(source)/archive/\(file.path)", hint: hint))
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

    /// What the source no longer has would come back by a restore.
    private func removeOthers(_ folder: String) throws {
        let (from, to) = ("\(source)/\(folder)", "\(target)/\(folder)")
        guard Disk.isFolder(to) else { return }
        let kept = Disk.isFolder(from) ? try Set(Disk.names(in: from)) : []
        for name in try Disk.names(in: to) where !kept.contains(name) {
            if Disk.kind("\(to)/\(name)") == .file { try Disk.remove("\(to)/\(name)") }
        }
    }
}
