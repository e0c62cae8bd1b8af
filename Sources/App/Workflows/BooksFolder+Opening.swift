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
