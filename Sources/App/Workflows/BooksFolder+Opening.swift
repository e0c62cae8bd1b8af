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
