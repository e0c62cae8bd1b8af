import Archive
import Books
import Database

/// Copies the books of one moment into a folder while others may issue, and checks the copy.
public struct BackingUp {
    public struct Outcome: Sendable {
        public let copied: Int
        public let unchanged: Int
        /// What `verify` says of the copy.
        public let verified: Verifying.Outcome
        public let isWhole: Bool
        /// It was not whole, and an earlier one was there and has stayed.
        public let isFormerKept: Bool
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Throws: a usage error where the folder holds anything but an earlier backup of these books.
    public func run(to place: String) throws -> Outcome {
        try BooksHead(books.path).check(books.connection)
        let folder = try checkedPlace(place)
        try Disk.makeFolder(folder)
        let lock = try FolderLock(folder, "a backup")
        defer { lock.release() }
        var former = try former(in: folder)
        let hasFormer = former != nil
        var copy = BooksCopy(from: books.path, to: folder, isBackup: true, world: world)
        try copy.copyFiles(books.connection, former: former)
        former = nil
        let verified = try Verifying(BooksFolder(copy: copy.opened(), in: folder), world: world)
            .run()
        let isWhole = copy.damaged == 0 && verified.findings == 0
        // Of books that are not whole any copy is better than none, and none better than a sound one.
        let isFormerKept = !isWhole && hasFormer
        if isFormerKept { try copy.drop() } else { try copy.finish() }
        return Outcome(
            copied: copy.copied, unchanged: copy.unchanged, verified: verified,
            isWhole: isWhole, isFormerKept: isFormerKept)
    }

    /// Looks at the folder before anything is made there.
    private func checkedPlace(_ place: String) throws -> String {
        let folder = try OutputPlace.newFolder(place, "DIR")
        let (mine, its) = (Disk.place(books.path), Disk.place(folder))
        if (mine + "/").hasPrefix(its + "/") || (its + "/").hasPrefix(mine + "/") {
            throw UsageError(
                "\(folder) is the books' own folder, or one of them lies in the other",
                hint: "choose a folder elsewhere, best on another disk")
        }
        if Disk.isFolder(folder) { try checkContents(of: folder) }
        return folder
    }

    private func checkContents(of folder: String) throws {
        let folders = ["archive", "materials", "templates"]
        for name in try Disk.names(in: folder) {
            // What a backup that was stopped has left of its copy counts too.
            let isOurs =
                folders.contains(name) || name == FolderLock.fileName
                || ["books.sqlite", "books.sqlite-wal", "books.sqlite-shm"].contains(name)
                || name.hasPrefix("books.sqlite.new") || name.hasPrefix(BooksHead.backupName)
                // Books, whose they are is asked next.
                || name == BooksHead.fileName
            if !isOurs {
                throw UsageError(
                    "\(folder) holds other things: \(name)",
                    hint: "choose a new folder, or one with an earlier backup of these books")
            }
        }
        let inTemplates = ["templates/languages", "templates/values"]
        for name in try Disk.names(in: folder) + inTemplates {
            let isFolder = folders.contains(name) || inTemplates.contains(name)
            guard let kind = Disk.kind("\(folder)/\(name)") else { continue }
            if kind != (isFolder ? .folder : .file) {
                throw UsageError(
                    "\(folder)/\(name) is \(kind.words): a backup holds files and folders of its own",
                    hint: "choose a new folder, or put in its place what belongs there")
            }
        }
    }

    /// The database of an earlier backup, which ends with a link that these books have too: nothing
    /// is lost that only the backup knows. `nil` where there is none.
    private func former(in folder: String) throws -> Connection? {
        guard Disk.exists("\(folder)/books.sqlite") else { return nil }
        let earlier = try BooksFolder.databaseToRead(in: folder)
        let version = try earlier.schemaVersion()
        if version == 0 {
            throw UsageError(
                "\(folder)/books.sqlite is empty: no backup has left that",
                hint: "choose a new folder")
        }
        if version > (try books.connection.schemaVersion()) {
            throw UsageError(
                "\(folder) holds a backup by a newer version of the program",
                hint: "choose a new folder, or use that version")
        }
        let hasTrail = version >= BooksFolder.trailVersion
        let (end, isBegun) = try earlier.transaction(.deferred) { transaction in
            (
                try (hasTrail ? Trail.end(in: transaction) : nil)
                    ?? Archive.end(in: transaction),
                try Books.company(in: transaction) != nil
            )
        }
        // Without a company it is what a stop in the middle of `init` has left.
        let isKnown = try books.connection.transaction(.deferred) { transaction in
            try end.map { try Archive.isLink($0.chain, in: transaction) } ?? !isBegun
        }
        if isKnown { return earlier }
        throw UsageError(
            "\(folder) holds a backup of other books, or documents that these books have lost",
            hint: "choose a new folder; bijak restore makes books of that backup")
    }
}
