import Crypto
import Database
import TestSupport

/// Looks at books with eyes of its own: everything that must hold of them, from the tables and the
/// files alone.
struct Audit {
    private(set) var complaints: [String] = []
    private(set) var documents = 0
    private(set) var unbilled = 0

    /// - Parameter strayFiles: whether files may lie there that no index names, as after a crash.
    init(_ books: String, strayFiles: Bool = false) throws {
        let connection = try Connection.open(books + "/books.sqlite", readonly: true)
        try connection.transaction(.deferred) { transaction in
            try soundness(transaction)
            try numbers(transaction)
            try deliveries(transaction)
            try files(transaction, archive: books + "/archive", strayFiles)
            try chain(transaction)
        }
    }

    private mutating func soundness(_ transaction: borrowing Transaction) throws {
        var found: [String] = []
        try transaction.query("PRAGMA integrity_check") { found.append(try $0.string(0)) }
        if found != ["ok"] { complaints += found }
        try transaction.query("PRAGMA foreign_key_check") { row in
            complaints.append("a row of \(try row.string(0)) refers to nothing")
        }
    }

    /// Every series counts 1, 2, 3 … in every fiscal year, in the order of dates.
    private mutating func numbers(_ transaction: borrowing Transaction) throws {
        var last: [String: (counter: Int, date: String)] = [:]
        var count = 0
        var wrong: [String] = []
        try transaction.query(
            """
            SELECT series || ' ' || fiscal_year, counter, issue_date, number FROM document
            ORDER BY series, fiscal_year, counter
            """
        ) { row in
            let key = try row.string(0)
            let (counter, date) = (try row.int(1), try row.string(2))
            let before = last[key] ?? (0, "")
            if counter != before.counter + 1 { wrong.append("\(key): \(counter) after \(before)") }
            if date < before.date { wrong.append("\(key): \(date) after \(before)") }
            if try !row.string(3).hasSuffix("\(counter)") { wrong.append(try row.string(3)) }
            last[key] = (counter, date)
            count += 1
        }
        documents = count
        complaints += wrong
    }

    /// A delivery has one document or none; a document bills one group of deliveries.
    private mutating func deliveries(_ transaction: borrowing Transaction) throws {
        var billed: [String: String] = [:]
        var open = 0
        var twice: [String] = []
        try transaction.query("SELECT document, bill_group FROM delivery") { row in
            guard let number = try row.optionalString(0) else {
                open += 1
                return
            }
            let group = try row.string(1)
            if let other = billed[number], other != group {
                twice.append("\(number) bills \(other) and \(group)")
            }
            billed[number] = group
        }
        unbilled = open
        complaints += twice
        if billed.count != documents {
            complaints.append("\(documents) documents bill \(billed.count) deliveries")
        }
    }

    /// Each indexed file is there byte for byte, and no other file is.
    private mutating func files(
        _ transaction: borrowing Transaction, archive: String, _ strayFiles: Bool
    ) throws {
        var indexed: [String] = []
        var numbers: Set<String> = []
        var wrong: [String] = []
        try transaction.query("SELECT path, size, sha256, number FROM archived_file") { row in
            let path = try row.string(0)
            indexed.append(path)
            numbers.insert(try row.string(3))
            guard let bytes = contents("\(archive)/\(path)") else {
                wrong.append("\(path) is missing")
                return
            }
            if try bytes.count != row.int(1) || SHA256.digest(of: bytes) != row.blob(2) {
                wrong.append("\(path) is not what was filed")
            }
        }
        complaints += wrong
        if numbers.count != documents { complaints.append("a document has no files") }
        if strayFiles { return }
        let stray = Set(filesBelow(archive)).subtracting(indexed)
        complaints += stray.sorted().map { "\($0) is in no index" }
    }

    /// The chain of hashes, computed again from the files' digests.
    private mutating func chain(_ transaction: borrowing Transaction) throws {
        var digests: [String: [String]] = [:]
        try transaction.query(
            """
            SELECT number || ' ' || rendition, kind, sha256 FROM archived_file
            ORDER BY number, rendition, kind
            """
        ) { row in
            digests[try row.string(0), default: []]
                .append("\(try row.string(1)) \(SHA256.hex(try row.blob(2)))\n")
        }
        var previous: [UInt8] = []
        var broken: [String] = []
        try transaction.query(
            "SELECT number, rendition, chain FROM archived ORDER BY sequence"
        ) { row in
            let (number, rendition) = (try row.string(0), try row.int(1))
            let files = digests["\(number) \(rendition)", default: []].joined()
            let link = SHA256.digest(
                of: previous + Array("\(number)\n\(rendition)\n\(files)".utf8))
            if try link != row.blob(2) { broken.append("the chain breaks at \(number)") }
            previous = link
        }
        complaints += broken
    }
}
