import Crypto
import Database
import Money

extension Archive {
    /// Enters a rendition of a document with its files; the files are on disk already.
    public static func file(
        _ number: String, rendition: Int, _ files: [File], in transaction: borrowing Transaction
    ) throws {
        let previous =
            try transaction.first("SELECT chain FROM archived ORDER BY sequence DESC LIMIT 1") {
                row in try row.blob(0)
            } ?? []
        try transaction.execute(
            "INSERT INTO archived (number, rendition, chain) VALUES (?, ?, ?)",
            .text(number), Binding(rendition),
            .blob(link(after: previous, number, rendition, files)))
        for file in files {
            try transaction.execute(
                """
                INSERT INTO archived_file (number, rendition, kind, path, size, sha256)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                .text(number), Binding(rendition), .text(file.kind.rawValue), .text(file.path),
                Binding(file.size), .blob(file.sha256))
        }
    }

    /// SHA-256 of the previous link, the number, the rendition and each file's kind and digest: no
    /// entry can be changed, taken out or slipped in without breaking every later link.
    static func link(
        after previous: [UInt8], _ number: String, _ rendition: Int, _ files: [File]
    ) -> [UInt8] {
        var bytes = previous + Array("\(number)\n\(rendition)\n".utf8)
        for file in files.sorted(by: { $0.kind.rawValue < $1.kind.rawValue }) {
            bytes += Array("\(file.kind.rawValue) \(SHA256.hex(file.sha256))\n".utf8)
        }
        return SHA256.digest(of: bytes)
    }

    /// The files of a document's rendition, by kind.
    public static func files(
        of number: String, rendition: Int = 1, in transaction: borrowing Transaction
    ) throws -> [File] {
        var files: [File] = []
        try transaction.query(
            """
            SELECT kind, path, size, sha256 FROM archived_file
            WHERE number = ? AND rendition = ? ORDER BY kind
            """, .text(number), Binding(rendition)
        ) { row in
            guard let kind = FileKind(rawValue: try row.string(0)) else { return }
            files.append(
                File(
                    kind: kind, path: try row.string(1), size: try row.int(2),
                    sha256: try row.blob(3)))
        }
        return files
    }

    /// How many renditions of a document are filed.
    public static func renditions(
        of number: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try transaction.first(
            "SELECT max(rendition) FROM archived WHERE number = ?", .text(number)
        ) { row in try row.optionalInt64(0).map { Int($0) } ?? 0 } ?? 0
    }

    /// Whether a path belongs to a filed document.
    public static func isIndexed(
        _ path: String, in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first("SELECT 1 FROM archived_file WHERE path = ?", .text(path)) { _ in true
        }
            ?? false
    }
}
