import Database

/// How the database of books is opened, whatever a stop or the disk has made of it, and whoever
/// opens it.
extension BooksFolder {
    /// How long to wait for another process that writes, in milliseconds: as long as it may issue.
    private static let patience: Int32 = 600_000

    /// Why nothing can be written into a folder; `nil` where it can.
    private static func obstacle(in path: String) -> String? {
        if Disk.isReadOnly(path) { return "lies on a disk that can only be read" }
        return Disk.mayWrite(in: path) ? nil : "is a folder that you may read and not write to"
    }

    static func connection(to path: String, readonly: Bool) throws -> Connection {
        let file = "\(path)/books.sqlite"
        guard Disk.exists(file) else {
            throw EnvironmentError(
                "no books in \(path)",
                hint: "make them with: bijak --books \(path) init --company company.json")
        }
        for end in companions { try checkOrdinary(file + end) }
        if !readonly { try checkOwn(path) }
        let connection: Connection
        if readonly {
            connection = try databaseToRead(in: path)
        } else if let obstacle = obstacle(in: path) {
            throw EnvironmentError(
                "\(path) \(obstacle)",
                hint: "this command writes to the books: have it run by whoever may write there, "
                    + "or copy them to another disk")
        } else {
            connection = try Connection.open(file, busyTimeout: patience)
        }
        if try connection.schemaVersion() == 0 {
            throw EnvironmentError(
                "\(file) is empty",
                hint: "restore the books from a backup, with bijak restore DIR --books NEW; where "
                    + "nothing was issued yet, begin them with bijak init")
        }
        return connection
    }

    /// What SQLite makes beside a database.
    private static let companions = ["", "-wal", "-shm", "-journal"]

    /// What stands in the folder and is written to.
    static let ownNames =
        companions.map { "books.sqlite\($0)" } + [
            "archive", Materials.folderName, "quarantine", "filing.txt", BooksHead.fileName,
        ]

    /// Refuses to write through a symbolic link. The books' own folder may be named by one.
    static func checkOwn(_ path: String) throws {
        for name in ownNames where try Disk.look("\(path)/\(name)") == .link {
            throw EnvironmentError(
                "\(path)/\(name) is a symbolic link; what books are made of lies in their folder",
                hint: "put what it points to in its place; a link may lead to the folder as a whole"
            )
        }
    }

    /// Refuses what SQLite would wait at for ever: a pipe.
    private static func checkOrdinary(_ file: String) throws {
        switch try Disk.look(file, followingLinks: true) {
        case .file, .link, nil: return
        case .folder, .other:
            throw EnvironmentError(
                "\(file) is no file but a folder, a pipe or a device",
                hint: "restore the books from a backup, with bijak restore DIR --books NEW")
        }
    }

    /// Brings the tables up to this version.
    func migrate() throws {
        let misfits: Set<DatabaseError.Kind> = [
            .other, .uniqueConstraint, .foreignKeyConstraint, .valueConstraint,
        ]
        let version = try connection.schemaVersion()
        do {
            try connection.migrate(BooksFolder.migrations)
        } catch let error as DatabaseError where misfits.contains(error.kind) {
            throw EnvironmentError(
                "\(path)/books.sqlite says that it is of version \(version), and its tables are not: "
                    + error.message,
                hint: "somebody changed it: restore the newest backup with "
                    + "bijak --books NEW restore DIR")
        }
    }

    /// Whether older books have something left to fill in.
    func needsUpgrading() throws -> Bool {
        do {
            return try Upgrading(books: self).isNeeded()
        } catch let error as DatabaseError where error.kind == .other {
            // A table is missing, which is told by whoever looks for it.
            return false
        }
    }

    /// The database of books or of a backup, only to read; also where nothing can be written beside
    /// it, as SQLite does for its locks.
    static func databaseToRead(in path: String) throws -> Connection {
        let file = "\(path)/books.sqlite"
        if let obstacle = obstacle(in: path) {
            return try Connection.open(
                file, readonly: true, isImmutable: isAtRest(path, obstacle), busyTimeout: patience)
        }
        if Disk.size("\(file)-journal") ?? 0 > 0 {
            // Tables were being made when it stopped; only who may write can undo that.
            _ = try Connection.open(file, busyTimeout: patience)
        }
        return try Connection.open(file, readonly: true, busyTimeout: patience)
    }

    /// Refuses books of an older form where nothing can be written.
    static func checkUpgradable(_ path: String) throws {
        guard let obstacle = obstacle(in: path) else { return }
        throw EnvironmentError(
            "\(path) holds books of an older version, and \(obstacle)",
            hint: "have any command run by whoever may write there, or copy the books: that brings "
                + "them to this version")
    }

    /// Whether nobody has books open that this user cannot write to: they are read as they lie then,
    /// otherwise with the locks and the log of those who write.
    private static func isAtRest(_ path: String, _ obstacle: String) throws -> Bool {
        let file = "\(path)/books.sqlite"
        let isShared =
            !Disk.isReadOnly(path) && ["shm", "wal"].allSatisfy { Disk.mayRead("\(file)-\($0)") }
        for end in ["wal", "journal"] where Disk.size("\(file)-\(end)") ?? 0 > 0 {
            if isShared, end == "wal" { continue }
            throw EnvironmentError(
                "\(file)-\(end) is what a stop has left, and \(path) \(obstacle)",
                hint: "have whoever may write there run bijak verify, which puts it right, or "
                    + "copy the books with that file to where you may write")
        }
        return !isShared
    }
}
