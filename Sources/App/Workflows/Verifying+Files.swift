import Archive
import Books
import Crypto
import Database
import Diagnostics

extension Verifying {
    /// Every file of the index: where it must lie, present, of its size, of its digest.
    func files(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var (count, bytes) = (0, 0)
        try Archive.entries(in: transaction) { entry in
            for file in entry.link.files {
                count += 1
                bytes += file.size
                record.progress("files", count)
                check(file, record, "document \(entry.link.number)")
            }
        }
        record.end("files", count, "present, of their size and SHA-256; \(counted(bytes, "byte"))")
    }

    private func check(_ file: Archive.File, _ record: CheckRecord, _ subject: String) {
        let path = "archive/\(file.path)"
        guard Archive.isSound(file.path) else {
            record.report(
                "file-path", "the index names a place that no document's file has",
                found: file.path, expected: "CUSTOMER/YYYY-MM/NAME",
                hint: "compare the row of archived_file with a backup's", subject: subject)
            return
        }
        if let link = ArchiveFolder(books.archive).link(on: file.path) {
            record.report(
                "file-link", "a symbolic link stands where the archive has files of its own",
                found: "archive/\(link)", hint: "put the file itself there", subject: subject)
            return
        }
        guard let size = Disk.size("\(books.archive)/\(file.path)") else {
            record.report(
                "file-missing", "a file of the archive is missing", found: path,
                hint: "restore it from a backup", subject: subject)
            return
        }
        if size != file.size {
            record.report(
                "file-changed", "a file of the archive is not as it was filed: its size",
                found: "\(path): \(counted(size, "byte"))",
                expected: counted(file.size, "byte"),
                hint: "restore it from a backup", subject: subject)
        } else {
            do { _ = try books.read(file) } catch {
                if isUnreadable(error, record, subject) { return }
                record.report(
                    "file-changed", "a file of the archive is not as it was filed: its SHA-256",
                    found: path, expected: SHA256.hex(file.sha256),
                    hint: "restore it from a backup", subject: subject)
            }
        }
    }

    static let unreadableHint = "check the disk and the file's permissions, then verify again"

    /// Tells of a file that the disk does not give, whatever is in it: what was asked of it stays open.
    func isUnreadable(_ error: any Error, _ record: CheckRecord, _ subject: String?) -> Bool {
        guard let error = error as? EnvironmentError, error.isRefusal else { return false }
        record.report(
            "file-unreadable", "a file cannot be read", found: error.message,
            hint: Verifying.unreadableHint, subject: subject)
        return true
    }

    /// What lies in the archive's folder and no index names. Files of a batch that is being filed
    /// right now, or that a stop has left, are listed in the books' note and wait for the next run.
    func folder(_ record: CheckRecord) throws {
        var unknown: [String] = []
        var count = 0
        func walk(_ folder: String, _ depth: Int) throws {
            for name in try Disk.names(in: "\(books.archive)/\(folder)") {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let kind = Disk.kind("\(books.archive)/\(path)")
                if kind == .folder, depth < 3 {
                    try walk(path, depth + 1)
                } else if kind == .link, depth < 3 {
                    record.report(
                        "file-link", "a symbolic link stands in the archive's folder",
                        found: "archive/\(path)", hint: "put what it points to in its place")
                } else if kind != nil {
                    count += 1
                    unknown.append(path)
                    record.progress("folder", count)
                    if unknown.count == 1_024 { try known(&unknown, record) }
                }
            }
        }
        try walk("", 1)
        try known(&unknown, record)
        record.end("files in the folder", count, "none that the index does not name")
    }

    /// Tells those of some files that no index names.
    private func known(_ paths: inout [String], _ record: CheckRecord) throws {
        let unfinished = try books.unfinished()
        try books.connection.transaction(.deferred) { transaction in
            for path in paths where !unfinished.contains(path) {
                if try Archive.isIndexed(path, in: transaction) { continue }
                record.report(
                    "file-unknown", "a file lies in the archive that no row of the index knows",
                    found: "archive/\(path)",
                    hint: "move it away; if it was issued, rows of the index are gone: restore them"
                )
            }
        }
        paths = []
    }

    /// What pages were made with and what travels with them, against the digests that are its names.
    func materials(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        let materials = Materials(books)
        var known: Set<String> = []
        func check(_ name: String) -> [UInt8]? {
            guard known.insert(name).inserted else { return nil }
            do { return try materials.bytes(name) } catch {
                if isUnreadable(error, record, nil) { return nil }
                record.report(
                    "material-changed",
                    "what pages were made with, or what travels with them, is missing or was changed",
                    found: "materials/\(name)",
                    hint:
                        "restore it from a backup; without it bijak prove cannot make the page anew"
                )
                return nil
            }
        }
        for recipe in try Archive.recipes(in: transaction) {
            let name = SHA256.hex(recipe)
            guard let bytes = check(name) else { continue }
            for file in Recipe(bytes)?.ingredients.files ?? [] { _ = check(file.digest) }
        }
        for digest in try Books.attachedDigests(in: transaction) { _ = check(digest) }
        // Where a recipe is lost, what it named is still known by its name.
        if Disk.isFolder(materials.folder) {
            for name in try Disk.names(in: materials.folder) where Materials.isName(name) {
                _ = check(name)
            }
        }
        record.end("materials", known.count, "of their SHA-256")
    }
}
