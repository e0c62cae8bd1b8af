import Archive
import Database

/// How far the audit trail went when the books were last written to, noted beside them in `head.txt`.
///
/// A stop, or somebody who reads meanwhile, leaves the newest rows in SQLite's log alone. SQLite takes
/// books without that log for whole ones: their files would be put aside as those of a batch that was
/// never filed, and their numbers given again.
extension BooksFolder {
    struct Head: Equatable {
        /// The newest row of the trail, and its link in hexadecimal.
        let sequence: Int
        let link: String
    }

    private var headFile: String { "\(path)/head.txt" }

    /// What was noted; `nil` where nothing was, or where a power cut has left less of it.
    func notedHead() throws -> Head? {
        guard Disk.exists(headFile) else { return nil }
        let words = String(decoding: try Disk.read(headFile, limit: 1 << 10), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let sequence = Int(words[0]), Materials.isName(String(words[1]))
        else { return nil }
        return Head(sequence: sequence, link: String(words[1]))
    }

    /// Whether the trail still has a row that was noted before this transaction began.
    func has(_ head: Head, in transaction: borrowing Transaction) throws -> Bool {
        try Trail.link(of: head.sequence, in: transaction).map(hexadecimal) == head.link
    }

    /// Refuses to go on with books that have lost rows.
    func checkHead() throws {
        guard let head = try notedHead() else { return }
        let isThere = try connection.transaction(.deferred) { try has(head, in: $0) }
        if isThere { return }
        throw EnvironmentError(
            "\(path)/books.sqlite has lost rows: the audit trail went up to row \(head.sequence), "
                + "\(head.link)",
            hint: BooksFolder.lossHint)
    }

    static let lossHint =
        "put books.sqlite-wal back if it was moved or deleted, or restore the books from a backup; "
        + "delete head.txt only where neither is left or these older books are meant: numbers that "
        + "were lost are then given again"

    /// Notes the newest row, at the end and before anybody is told of what was filed. It is committed,
    /// so on the disk by then; what another process notes meanwhile is as true.
    func noteHead() {
        do {
            let end = try connection.transaction(.deferred) { try Trail.end(in: $0) }
            guard let end else { return }
            let head = Head(sequence: end.sequence, link: hexadecimal(end.chain))
            if try notedHead() == head { return }
            try Disk.replace(headFile, Array("\(head.sequence) \(head.link)\n".utf8))
        } catch {
            // The work is done and stays done. An older note only means that less would be missed.
        }
    }
}
