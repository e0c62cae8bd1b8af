import Database

/// How the database of books is opened, whatever a stop or the disk has made of it.
extension BooksFolder {
    /// How long to wait for another process that writes, in milliseconds: as long as it may issue.
    private static let patience: Int32 = 600_000

    static func connection(to path: String, readonly: Bool) throws -> Connection {
        let file = "\(path)/books.sqlite"
        guard Disk.exists(file) else {
            throw EnvironmentError(
                "no books in \(path)",
                hint: "make them with: bijak --books \(path) init --company company.json")
        }
        for end in companions { try checkOrdinary(file + end) }
        if !readonly { try checkOwn(path) }
        let isImmutable = Disk.isReadOnly(path)
        if isImmutable {
            try checkReadable(path, readonly: readonly)
        } else if readonly, Disk.size("\(file)-journal") ?? 0 > 0 {
            // Tables were being made when it stopped; only who may write can undo that.
            _ = try Connection.open(file, busyTimeout: patience)
        }
        let connection = try Connection.open(
            file, readonly: readonly, isImmutable: isImmutable, busyTimeout: patience)
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

    /// Refuses books of an older form where nothing can be written.
    static func checkUpgradable(_ path: String) throws {
        guard Disk.isReadOnly(path) else { return }
        throw EnvironmentError(
            "\(path) holds books of an older version, on a disk that can only be read",
            hint: "copy them to another disk, where they are brought to this version")
    }

    /// Refuses what cannot be done with books on a disk that nobody can write to.
    private static func checkReadable(_ path: String, readonly: Bool) throws {
        if !readonly {
            throw EnvironmentError(
                "\(path) lies on a disk that can only be read",
                hint: "this command writes to the books: copy them to another disk")
        }
        for end in ["wal", "journal"] where Disk.size("\(path)/books.sqlite-\(end)") ?? 0 > 0 {
            throw EnvironmentError(
                "\(path)/books.sqlite-\(end) is what a stop has left, on a disk that can only be read",
                hint: "copy the books to a disk that may be written to, where the next command "
                    + "puts them right")
        }
    }
}
