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
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Throws: a usage error where the folder holds anything but an earlier backup of these books.
    public func run(to folder: String) throws -> Outcome {
        try BooksHead(books.path).check(books.connection)
        try checkPlace(folder)
        var copy = BooksCopy(from: books.path, to: folder, world: world)
        try copy.run(books.connection)
        let verified = try Verifying(BooksFolder(folder, readonly: true), world: world).run()
        return Outcome(
            copied: copy.copied, unchanged: copy.unchanged, verified: verified,
            isWhole: copy.damaged == 0 && verified.findings == 0)
    }

    private func checkPlace(_ folder: String) throws {
        try Disk.makeFolder(folder)
        let (mine, its) = (Disk.realPath(books.path) ?? "", Disk.realPath(folder) ?? "")
        if (mine + "/").hasPrefix(its + "/") || (its + "/").hasPrefix(mine + "/") {
            throw UsageError(
                "\(folder) is the books' own folder, or one of them lies in the other",
                hint: "choose a folder elsewhere, best on another disk")
        }
        let ours = [
            "archive", "materials", "templates", "books.sqlite", "books.sqlite-wal",
            "books.sqlite-shm",
        ]
        // What a backup that was stopped has left of its copy counts too.
        let other = try Disk.names(in: folder).first { name in
            !ours.contains(name) && !name.hasPrefix("books.sqlite.new")
                && !name.hasPrefix(BooksHead.fileName)
        }
        if let other {
            throw UsageError(
                "\(folder) holds other things: \(other)",
                hint: "choose a new folder, or one with an earlier backup of these books")
        }
        if Disk.exists("\(folder)/books.sqlite") { try checkBooks(in: folder) }
    }

    /// An earlier backup ends with a link that these books have too: nothing is lost that only the
    /// backup knows.
    private func checkBooks(in folder: String) throws {
        let earlier = try Connection.open("\(folder)/books.sqlite", readonly: true)
        let hasTrail = try earlier.schemaVersion() >= BooksFolder.trailVersion
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
        if isKnown { return }
        throw UsageError(
            "\(folder) holds a backup of other books, or documents that these books have lost",
            hint: "choose a new folder; bijak restore makes books of that backup")
    }
}
