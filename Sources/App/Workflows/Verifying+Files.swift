import Archive
import Crypto
import Database
import Diagnostics

extension Verifying {
    /// Every file of the index: where it must lie, present, of its size, of its digest.
    func files(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        var (count, bytes) = (0, 0)
        try Archive.fileRows(in: transaction) { row in
            count += 1
            record.progress("files", count)
            let subject = "document \(row.number)"
            switch row.file {
            case .failure(let error):
                record.reportRow(
                    "archived_file", "\(row.path): \(error.message)", subject: subject)
            case .success(let file):
                bytes += file.size
                if isInPlace(row, record, subject) { compare(file, record, subject) }
            }
        }
        record.end("files", count, "present, of their size and SHA-256; \(counted(bytes, "byte"))")
    }

    /// Whether a row names a place that is looked at; whether it is the document's own is told too.
    private func isInPlace(
        _ row: Archive.FileRow, _ record: CheckRecord, _ subject: String
    ) -> Bool {
        guard Archive.isSound(row.path) else {
            record.report(
                "file-path", "the index names a place that no document's file has",
                found: row.path, expected: "CUSTOMER/YYYY-MM/NAME",
                hint: "compare the row of archived_file with a backup's", subject: subject)
            return false
        }
        if let place = row.place, place != row.path {
            record.report(
                "file-path", "the index names a place that is not the one of this document's file",
                found: row.path, expected: place,
                hint: "compare the rows of archived_file and document with a backup's",
                subject: subject)
        }
        if let link = ArchiveFolder(books.archive).link(on: row.path) {
            record.report(
                "file-link", "a symbolic link stands where the archive has files of its own",
                found: "archive/\(link)", hint: "put the file itself there", subject: subject)
            return false
        }
        return true
    }

    /// A file against its row: there, ordinary, of its size and SHA-256.
    private func compare(_ file: Archive.File, _ record: CheckRecord, _ subject: String) {
        let path = "archive/\(file.path)"
        do {
            let kind = try Disk.look("\(books.archive)/\(file.path)")
            guard kind == .file, let size = Disk.size("\(books.archive)/\(file.path)") else {
                return record.report(
                    "file-missing",
                    kind == nil
                        ? "a file of the archive is missing"
                        : "a folder, a pipe or a device stands where the archive has a file",
                    found: path, hint: "restore it from a backup", subject: subject)
            }
            if size != file.size {
                record.report(
                    "file-changed", "a file of the archive is not as it was filed: its size",
                    found: "\(path): \(counted(size, "byte"))",
                    expected: counted(file.size, "byte"),
                    hint: "restore it from a backup", subject: subject)
            } else if try ArchiveFolder(books.archive).bytes(file) == nil {
                record.report(
                    "file-changed", "a file of the archive is not as it was filed: its SHA-256",
                    found: path, expected: SHA256.hex(file.sha256),
                    hint: "restore it from a backup", subject: subject)
            }
        } catch {
            record.reportUnread(path, "\(error)", subject: subject)
        }
    }
}
