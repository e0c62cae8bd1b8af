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
        let asked = try head.map(Verifying.hash)
        let record = CheckRecord(reporter: world.reporter)
        let head = try books.connection.transaction(.deferred) { transaction in
            try database(record, in: transaction)
            try index(record, in: transaction)
            try trail(record, asked, in: transaction)
            try documents(record, in: transaction)
            try decisions(record, in: transaction)
            try series(record, in: transaction)
            try files(record, in: transaction)
            try materials(record, in: transaction)
            return try Verifying.head(in: transaction)
        }
        try folder(record)
        world.reporter.endProgress()
        return Outcome(checks: record.checks, head: head)
    }

    /// The newest link of the trail, which has that of the index in it.
    static func head(in transaction: borrowing Transaction) throws -> String {
        let end = try Trail.end(in: transaction) ?? Archive.end(in: transaction)
        return end.map { hexadecimal($0.chain) } ?? ""
    }

    private static func hash(_ text: String) throws -> [UInt8] {
        let digits = text.lowercased().utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 48...57: byte - 48
            case 97...102: byte - 87
            default: nil
            }
        }
        guard digits.count == 64, text.utf8.count == 64 else {
            throw UsageError(
                "--head is no head of a chain", hint: "64 digits and letters, as verify prints it")
        }
        return (0..<32).map { digits[2 * $0] << 4 | digits[2 * $0 + 1] }
    }
}

/// Collects what was checked while it is.
final class CheckRecord {
    /// Findings that are told one by one; those past it are counted.
    static let limit = 1_000

    private let reporter: any Reporter
    private(set) var checks: [Verifying.Check] = []
    private var findings = 0
    private var told = 0

    init(reporter: any Reporter) { self.reporter = reporter }

    func report(
        _ code: String, _ message: String, found: String? = nil, expected: String? = nil,
        hint: String, subject: String? = nil
    ) {
        findings += 1
        told += 1
        if told > CheckRecord.limit { return }
        reporter.report(
            Diagnostic(
                code: code, message, found: found, expected: expected, hint: hint,
                subject: subject))
    }

    func progress(_ what: String, _ done: Int, of total: Int = 0) {
        if done % 64 == 0 { reporter.progress(what, done: done, total: total) }
    }

    /// Ends a check: what was found since the last one belongs to it.
    func end(_ what: String, _ count: Int, _ meaning: String) {
        checks.append(
            Verifying.Check(what: what, count: count, findings: findings, meaning: meaning))
        findings = 0
        reporter.endProgress()
    }
}
