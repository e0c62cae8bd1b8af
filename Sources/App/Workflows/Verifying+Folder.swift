import Archive
import Database
import Diagnostics

extension Verifying {
    /// What lies in the archive's folder and no index names. Files of a batch that is being filed
    /// right now, or that a stop has left, are listed in the books' note and wait for the next run.
    func folder(_ record: CheckRecord) throws {
        own(record)
        note(record)
        var unknown: [String] = []
        var count = 0
        try walk("", record) { path in
            count += 1
            unknown.append(path)
            record.progress("folder", count)
            if unknown.count == 1_024 { try known(&unknown, record) }
        }
        try known(&unknown, record)
        record.end(
            "files in the folder", count,
            "none that the index does not name"
                + (record.waiting == 0 ? "" : "; \(record.waitingText)"))
    }

    /// Everything below a folder of the archive that lies where its files do, or where none may.
    private func walk(
        _ folder: String, depth: Int = 1, _ record: CheckRecord, _ body: (String) throws -> Void
    ) throws {
        let whole = folder.isEmpty ? books.archive : "\(books.archive)/\(folder)"
        let names: [String]
        do {
            if try Disk.look(whole, followingLinks: true) == nil {
                return record.report(
                    "file-missing", "a folder of the archive is missing", found: whole,
                    hint: "restore the books from a backup")
            }
            names = try Disk.names(in: whole)
        } catch {
            return record.reportUnread(whole, "\(error)")
        }
        for name in names {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            switch Disk.kind("\(books.archive)/\(path)") {
            case .folder where depth < 3: try walk(path, depth: depth + 1, record, body)
            case .link where depth < 3:
                record.report(
                    "file-link", "a symbolic link stands in the archive's folder",
                    found: "archive/\(path)", hint: "put what it points to in its place")
            // What has gone meanwhile is none; a name that is not UTF-8 cannot be looked up.
            case nil where !name.contains("\u{FFFD}"): break
            default: try body(path)
            }
        }
    }

    /// What stands beside the archive and must be the books' own: whoever puts a link there has the
    /// program write elsewhere.
    private func own(_ record: CheckRecord) {
        for name in BooksFolder.ownNames where Disk.kind("\(books.path)/\(name)") == .link {
            record.report(
                "file-link", "a symbolic link stands where the books have something of their own",
                found: name, hint: "put what it points to in its place")
        }
    }

    /// What the books' note of the last batch lists must be paths of documents' files.
    private func note(_ record: CheckRecord) {
        do {
            for path in try books.listed().sorted() where !Archive.isSound(path) {
                record.report(
                    "note-damaged", "filing.txt lists what no batch has written", found: path,
                    expected: "CUSTOMER/YYYY-MM/NAME",
                    hint: "somebody changed it; take that line out")
            }
        } catch {
            record.report(
                "note-damaged", "filing.txt cannot be read", found: "\(error)",
                hint: "move it away; files of an unfinished batch are told as unknown then")
        }
    }

    /// Tells those of some files that no index names.
    private func known(_ paths: inout [String], _ record: CheckRecord) throws {
        try books.connection.transaction(.deferred) { transaction in
            // Where it cannot be read, that was told.
            let unfinished = (try? books.unfinished(in: transaction)) ?? []
            for path in paths {
                if try Archive.isIndexed(path, in: transaction) { continue }
                if unfinished.contains(path) {
                    record.waiting += 1
                    continue
                }
                record.report(
                    "file-unknown", "a file lies in the archive that no row of the index knows",
                    found: "archive/\(path)",
                    hint: "move it away; if it was issued, rows of the index are gone: restore them"
                )
            }
        }
        paths = []
    }
}
