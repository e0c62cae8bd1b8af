import Archive
import Books
import Database
import Diagnostics

/// Checks that books and archive are whole and unchanged: every file against its digest, the chains
/// over index and audit trail, every number of every series, and what lies in the archive's folder.
public struct Verifying {
    /// What was looked at, and what of it was not as it must be.
    public struct Check: Sendable {
        /// `files`, `links of the index`.
        public let what: String
        public let count: Int
        public let findings: Int
        /// In a sentence, what holds where there is no finding.
        public let meaning: String
    }

    public struct Outcome: Sendable {
        public internal(set) var checks: [Check] = []
        /// The newest link of the trail, else of the index, in hexadecimal; empty where there is
        /// none. Written down outside, it shows later whether the end was cut.
        public internal(set) var head = ""
        /// Files of a batch that was begun and not ended: it is being filed right now, or a stop has
        /// left them, and the next command that writes puts them aside.
        public internal(set) var waiting = 0
        /// What could not be read: nothing is known of it.
        public internal(set) var unread = 0

        /// `2 files of an unfinished batch wait for the next command`.
        public var waitingText: String { Verifying.waiting(waiting) }

        public var findings: Int { checks.reduce(0) { $0 + $1.findings } }
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameter head: a head that was written down, in hexadecimal.
    public func run(head: String? = nil) throws -> Outcome {
        let asked = try head.map { text in
            guard let hash = Verifying.hash(text) else {
                throw UsageError(
                    "--head is no head of a chain",
                    hint: "64 digits and letters, as verify prints it")
            }
            return hash
        }
        let record = CheckRecord(reporter: world.reporter)
        // Before the books are looked at: whoever commits meanwhile only brings them ahead.
        let mark = Result {
            try BooksHead(books.path).read() ?? BooksHead(books.path, isBackup: true).read()
        }
        var head = ""
        try books.connection.transaction(.deferred) { transaction in
            try record.check("database") { try database(record, in: transaction) }
            try record.check("tables") { try tables(record, in: transaction) }
            try record.check("links of the index") { try index(record, in: transaction) }
            try record.check("entries of the audit trail") {
                try remembered(mark, record, in: transaction)
                try trail(record, asked, in: transaction)
                head = try Verifying.head(in: transaction)
            }
            try record.check("rows given or decided") { try seals(record, in: transaction) }
            try record.check("documents") { try documents(record, in: transaction) }
            try record.check("decisions") { try decisions(record, in: transaction) }
            try record.check("series and fiscal years") { try series(record, in: transaction) }
            try record.check("files") { try files(record, in: transaction) }
            try record.check("materials") { try materials(record, in: transaction) }
        }
        try record.check("files in the folder") { try folder(record) }
        world.reporter.endProgress()
        return Outcome(
            checks: record.checks, head: head, waiting: record.waiting, unread: record.unread)
    }

    static func waiting(_ count: Int) -> String {
        counted(count, "file") + " of an unfinished batch "
            + (count == 1 ? "waits" : "wait") + " for the next command"
    }

    /// The newest link of the trail, which has that of the index in it.
    static func head(in transaction: borrowing Transaction) throws -> String {
        let end = try Trail.end(in: transaction) ?? Archive.end(in: transaction)
        return end.map { hexadecimal($0.chain) } ?? ""
    }

    /// A link that was written in hexadecimal; `nil` where it is none.
    static func hash(_ text: String) -> [UInt8]? {
        let digits = text.lowercased().utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 48...57: byte - 48
            case 97...102: byte - 87
            default: nil
            }
        }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        return (0..<32).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }
}
