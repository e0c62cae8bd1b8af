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

    public init(world: World) { self.world = world }

    /// - Throws: a usage error where there is something in the new folder already.
    public func run(from backup: String, to folder: String) throws -> Outcome {
        let file = "\(backup)/books.sqlite"
        guard Disk.exists(file) else {
            throw EnvironmentError(
                "no backup in \(backup)", hint: "it has a file books.sqlite and a folder archive")
        }
        if let kind = Disk.kind(folder) {
            let isEmpty = kind == .folder ? try Disk.names(in: folder).isEmpty : false
            if !isEmpty {
                throw UsageError(
                    "\(folder) is there already: restore overwrites nothing",
                    hint: "say where with --books NEW; move it in place of the old books yourself")
            }
        }
        let part = "\(folder).restoring"
        let connection = try Connection.open(
            file, readonly: true, isImmutable: Disk.isReadOnly(backup))
        try BooksHead(backup).check(connection)
        var copy = BooksCopy(from: backup, to: part, world: world)
        try copy.run(connection)
        let verified = try Verifying(BooksFolder(part), world: world).run()
        let isWhole = copy.damaged == 0 && verified.findings == 0
        // An empty folder of that name gives way; anything else makes this fail.
        if isWhole {
            try Disk.move(part, to: folder)
            try Disk.syncFileSystem(of: folder)
        }
        return Outcome(
            files: copy.copied + copy.unchanged, verified: verified, isWhole: isWhole,
            folder: isWhole ? folder : part)
    }
}
