import Database
import Money

extension Archive {
    /// Enters a rendition of a document with its files; the files are on disk already.
    ///
    /// - Parameter recipe: the digest of what the page was made with.
    public static func file(
        _ number: String, rendition: Int, _ files: [File], recipe: [UInt8]? = nil,
        in transaction: borrowing Transaction
    ) throws {
        let trail = try Trail.end(in: transaction)
        let link = Link(
            number: number, rendition: rendition, files: files, recipe: recipe,
            trail: trail?.chain)
        let previous = try end(in: transaction)?.chain ?? []
        try transaction.execute(
            """
            INSERT INTO archived (number, rendition, chain, trail, recipe)
            VALUES (?, ?, ?, ?, ?)
            """,
            .text(number), Binding(rendition), .blob(link.hash(after: previous)),
            Binding(trail?.sequence), Binding(recipe))
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

    /// The newest link of a chain.
    public struct End: Sendable {
        public let sequence: Int
        public let chain: [UInt8]

        init(_ row: borrowing Row) throws {
            sequence = try row.int(0)
            chain = try row.blob(1)
        }
    }

    /// The newest entry of the index; `nil` where nothing is filed.
    public static func end(in transaction: borrowing Transaction) throws -> End? {
        try transaction.first(
            "SELECT sequence, chain FROM archived ORDER BY sequence DESC LIMIT 1"
        ) { row in try End(row) }
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

    /// The document whose canonical JSON lies at a path, in any case; `nil` where nothing does.
    public static func document(
        at path: String, in transaction: borrowing Transaction
    ) throws -> String? {
        try transaction.first(
            """
            SELECT number FROM archived_file WHERE kind = 'json' AND path = ? COLLATE NOCASE
            """, .text(path)
        ) { row in try row.string(0) }
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

    /// The SHA-256 that a path was filed with; `nil` where it belongs to no document.
    public static func sha256(
        of path: String, in transaction: borrowing Transaction
    ) throws -> [UInt8]? {
        try transaction.first("SELECT sha256 FROM archived_file WHERE path = ?", .text(path)) {
            row in try row.blob(0)
        }
    }
}
