import Archive
import Crypto
import Database

/// How far books had come when they were last changed: the place and the link of the newest row of
/// the audit trail, in a small file beside the database.
///
/// It is written after the commit, never before: the database may be ahead of it and never behind,
/// unless rows that were committed are lost, as when an older `books.sqlite` was put back.
struct BooksHead {
    static let fileName = "head.txt"
    /// A backup that is copied over books by hand does not take their own mark away.
    static let backupName = "backup-head.txt"

    let folder: String
    private let name: String

    private var file: String { "\(folder)/\(name)" }

    /// - Parameter isBackup: the folder is a backup's.
    init(_ folder: String, isBackup: Bool = false) {
        self.folder = folder
        name = isBackup ? BooksHead.backupName : BooksHead.fileName
    }

    /// - Returns: `nil` where none was written yet.
    /// - Throws: where the file cannot be read or says nothing of the kind.
    func read() throws -> Archive.End? {
        guard try Disk.look(file) != nil else { return nil }
        let text = String(decoding: try Disk.read(file, limit: 1 << 20), as: UTF8.self)
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasSuffix("\n"), let sequence = Int(parts[0]),
            let link = Verifying.hash(String(parts[1].dropLast()))
        else {
            throw EnvironmentError(
                "\(file) is not what this program writes: the number and the link of a row",
                hint: BooksHead.advice)
        }
        return Archive.End(sequence: sequence, chain: link)
    }

    /// Writes how far the books have come, whole on the disk before it takes its name.
    func write(_ end: Archive.End) throws {
        // What another process has committed meanwhile is not taken back.
        if let known = try read(), known.sequence >= end.sequence { return }
        let part = "\(file).\(Disk.processID)"
        try Disk.remove(part)
        let text = "\(end.sequence) \(SHA256.hex(end.chain))\n"
        do {
            try Disk.create(part, Array(text.utf8), synced: true)
            try Disk.move(part, to: file)
        } catch {
            // What is there is not whole; the first error says why.
            try? Disk.remove(part)
            throw error
        }
        try Disk.syncFolder(folder)
    }

    /// Takes the place of a mark that other books may have left: for copies.
    func replace(with end: Archive.End?) throws {
        try Disk.remove(file)
        if let end { try write(end) }
    }

    /// Refuses books that have lost rows since.
    func check(_ connection: Connection) throws {
        // Before the books are looked at: whoever commits meanwhile only brings them ahead.
        guard let mark = try read() else { return }
        let isHeld = try connection.transaction(.deferred) { transaction in
            try BooksHead.holds(mark, connection, in: transaction)
        }
        if isHeld { return }
        throw EnvironmentError(
            "the books have lost rows: \(file) says that row \(mark.sequence) of the audit trail was "
                + "written, and \(folder)/books.sqlite does not have it",
            hint: BooksHead.advice)
    }

    /// Books of before there was a trail hold no mark.
    static func holds(
        _ mark: Archive.End, _ connection: Connection, in transaction: borrowing Transaction
    ) throws -> Bool {
        try connection.schemaVersion() >= BooksFolder.trailVersion
            && Trail.holds(mark, in: transaction)
    }

    static let advice =
        "an older books.sqlite was put back, or its -wal is lost: restore the newest backup with "
        + "bijak --books NEW restore DIR; numbers given since would be given twice"
}
