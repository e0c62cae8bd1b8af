import Database

/// Makes books of a backup, in a new folder, and checks them before they have their name.
public struct Restoring {
    public struct Outcome: Sendable {
        public let files: Int
        public let verified: Verifying.Outcome
        /// The folder has its name only then.
        public let isWhole: Bool
        /// Where the books lie; beside it what was found not to be whole.
        public let folder: String
    }

    let world: World

    /// A file in the folder that is being restored, with the backup that it is made of: what a stop
    /// has left is gone on with, and nothing else is written over.
    private static let markName = "restoring.txt"

    public init(world: World) { self.world = world }

    /// - Throws: a usage error where there is something in the new folder already, or beside it under
    ///   the name that it has meanwhile.
    public func run(from place: String, to new: String) throws -> Outcome {
        let backup = Disk.trimmed(place)
        guard !place.isEmpty, Disk.exists("\(backup)/books.sqlite") else {
            throw EnvironmentError(
                "no backup in \(place)", hint: "it has a file books.sqlite and a folder archive")
        }
        let folder = try OutputPlace.newFolder(new, "--books")
        try checkRoom(for: folder)
        let part = "\(folder).restoring"
        let connection = try BooksFolder.databaseToRead(in: backup)
        try BooksHead(backup, isBackup: true).check(connection)
        let mark = "bijak restore\nof \(Disk.place(backup))\n"
        try checkRemains(part, mark)
        try Disk.makeFolder(part)
        let lock = try FolderLock(part, "a restore")
        defer { lock.release() }
        try Disk.put("\(part)/\(Restoring.markName)", Array(mark.utf8))
        var copy = BooksCopy(from: backup, to: part, isBackup: false, world: world)
        try copy.copyFiles(connection)
        try copy.finish()
        let verified = try Verifying(BooksFolder(part), world: world).run()
        let isWhole = copy.damaged == 0 && verified.findings == 0
        // An empty folder of that name gives way; anything else makes this fail.
        if isWhole { try Disk.move(part, to: folder) }
        let end = isWhole ? folder : part
        lock.follow(to: end)
        // They are books now, which somebody may work with.
        try Disk.remove("\(end)/\(Restoring.markName)")
        lock.release()
        try Disk.syncFileSystem(of: end)
        return Outcome(
            files: copy.copied + copy.unchanged, verified: verified, isWhole: isWhole, folder: end)
    }

    private func checkRoom(for folder: String) throws {
        guard let kind = Disk.kind(folder) else { return }
        if kind == .folder, try Disk.names(in: folder).isEmpty { return }
        throw UsageError(
            "\(folder) is there already: restore overwrites nothing",
            hint: "say where with --books NEW; move it in place of the old books yourself")
    }

    /// Of what is there already only the remains of the same restore are written over.
    private func checkRemains(_ part: String, _ mark: String) throws {
        guard let kind = Disk.kind(part) else { return }
        if kind == .folder {
            let path = "\(part)/\(Restoring.markName)"
            let before = [FolderLock.fileName, "\(Restoring.markName).part"]
            if try Disk.names(in: part).allSatisfy(before.contains) { return }
            if Disk.kind(path) == .file, try Disk.read(path, limit: 1 << 16) == Array(mark.utf8) {
                return
            }
        }
        throw UsageError(
            "\(part) is there already, and is not what a restore of this backup has left",
            hint: "look at it, then move it away or delete it, or choose another name with --books")
    }
}
