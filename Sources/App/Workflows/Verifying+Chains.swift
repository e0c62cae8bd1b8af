import Archive
import Crypto
import Database

/// Bytes as lowercase hexadecimal digits.
public func hexadecimal(_ bytes: [UInt8]) -> String { SHA256.hex(bytes) }

extension Verifying {
    /// SQLite's own checks of the file and of what rows refer to.
    func database(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var (isDamaged, orphans) = (false, 0)
        try transaction.query("PRAGMA integrity_check") { row in
            let text = try row.string(0)
            if text == "ok" { return }
            isDamaged = true
            if Verifying.isUnread(text) {
                return record.reportUnread("books.sqlite", text)
            }
            record.report(
                "books-damaged", "SQLite finds books.sqlite damaged", found: text,
                hint: "restore it from a backup: bijak restore DIR --books NEW")
        }
        try transaction.query("PRAGMA foreign_key_check") { row in
            orphans += 1
            let place = row.isNull(1) ? "" : ", row \(try row.int64(1))"
            record.report(
                "row-missing", "a row refers to one that is not there",
                found: "\(try row.string(0))\(place)", expected: "a row of \(try row.string(2))",
                hint: "somebody deleted rows of the books; restore them from a backup")
        }
        record.end(
            "database", 1,
            isDamaged || orphans > 0 ? "" : "SQLite finds the file and its rows whole")
    }

    /// Whether SQLite says of a page that the disk did not give it: `error code=8458`, whose last byte is
    /// that of `SQLITE_IOERR`.
    private static func isUnread(_ text: String) -> Bool {
        text.split(separator: "error code=").dropFirst().contains { rest in
            Int(rest.prefix { $0.isNumber }).map { $0 & 0xFF == 10 } ?? false
        }
    }

    /// The chain over the index of files, reckoned again.
    func index(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var (previous, last): ([UInt8], Int) = ([], 0)
        var count = 0
        try Archive.entries(in: transaction) { entry in
            let subject = "document \(entry.link.number), rendition \(entry.link.rendition)"
            if entry.sequence != last + 1 {
                record.report(
                    "chain-broken", "rows of the index of files are gone",
                    found: "row \(entry.sequence) of archived after row \(last)",
                    hint: "restore the books from a backup", subject: subject)
            }
            if entry.trail != nil, entry.link.trail == nil {
                record.report(
                    "chain-broken", "the row of the audit trail before this filing is gone",
                    found:
                        "row \(entry.sequence) of archived names row \(entry.trail ?? 0) of audit",
                    hint: "restore the books from a backup", subject: subject)
            }
            // A row of a file that says what none can is told with the files.
            if !entry.isDamaged, entry.link.hash(after: previous) != entry.chain {
                record.report(
                    "chain-broken",
                    "the index of files was changed here, or the row before it is not the one it was",
                    found: "row \(entry.sequence) of archived: its link is not that of its files",
                    hint: "compare this row and the one before it with a backup's", subject: subject
                )
            }
            (previous, last) = (entry.chain, entry.sequence)
            count += 1
            record.progress("index", count)
        }
        record.end("links of the index", count, "each follows from the one before")
    }

    /// The chain over the audit trail, and a head that was written down.
    func trail(
        _ record: CheckRecord, _ head: [UInt8]?, in transaction: borrowing Transaction
    ) throws {
        var (previous, last, archived): ([UInt8], Int, Int) = ([], 0, 0)
        var earlier: Trail.Entry?
        try Trail.entries(in: transaction) { entry in
            let subject = "\(entry.note.action) \(entry.note.subject)"
            if entry.sequence != last + 1 {
                record.report(
                    "trail-broken", "rows of the audit trail are gone",
                    found: "row \(entry.sequence) of audit after row \(last)",
                    hint: "restore the books from a backup", subject: subject)
            }
            if entry.archived > 0, entry.archive == nil {
                record.report(
                    "chain-broken", "the end of the index of files was cut, or a row taken out",
                    found: "row \(entry.sequence) of audit names row \(entry.archived) of archived",
                    hint: "restore the books from a backup", subject: subject)
            }
            let hash = entry.note.hash(
                after: previous, archive: entry.archive ?? [], sequence: entry.sequence,
                sealed: entry.sealed)
            if hash != entry.chain {
                record.report(
                    "trail-broken", "the audit trail was changed here, or what it rests on",
                    found: "row \(entry.sequence) of audit: its link is not that of its fields",
                    hint: "compare this row and the one before it with a backup's", subject: subject
                )
            }
            if let earlier, entry.goesBack(after: earlier) {
                record.report(
                    "trail-order", "an entry of the audit trail is dated before the one before it",
                    found: "entry \(entry.sequence) of \(entry.note.at)",
                    expected: "\(earlier.note.at) or later, or a word that the clock was behind",
                    hint: "compare the rows of audit with a backup's", subject: subject)
            }
            // Before there were seals, entries said nothing of a clock that was behind.
            if earlier != nil || entry.sealed != nil { earlier = entry }
            (previous, last, archived) = (entry.chain, entry.sequence, entry.archived)
        }
        try trailEnd(record, last, archived, in: transaction)
        if let head, try !Archive.isLink(head, in: transaction) {
            record.report(
                "head-unknown", "the head that was written down is not in the chain",
                found: hexadecimal(head),
                hint: "the end of the books was cut or written anew, or the head is of other books")
        }
        record.end("entries of the audit trail", last, "each follows from the one before")
    }

    /// Whatever is filed is entered after it.
    private func trailEnd(
        _ record: CheckRecord, _ last: Int, _ archived: Int, in transaction: borrowing Transaction
    ) throws {
        guard let end = try Archive.end(in: transaction), last > 0 || end.sequence > 0 else {
            return
        }
        if last == 0 {
            record.report(
                "trail-broken", "the audit trail is empty", hint: "restore the books from a backup")
        } else if end.sequence > archived {
            record.report(
                "trail-broken", "the end of the audit trail was cut",
                found: "row \(end.sequence) of archived was filed after row \(last) of audit",
                hint: "restore the books from a backup")
        }
    }
}
