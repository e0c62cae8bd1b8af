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

        public init(sequence: Int, chain: [UInt8]) {
            self.sequence = sequence
            self.chain = chain
        }

        init(_ row: borrowing Row) throws {
            self.init(sequence: try row.int(0), chain: try row.blob(1))
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
            if let file = try File(row, at: 0) { files.append(file) }
        }
        return files
    }

    /// The files that a document was issued with; `nil` where a row of them says what none can, for
    /// whoever tells those elsewhere.
    public static func soundFiles(
        of number: String, in transaction: borrowing Transaction
    ) throws -> [File]? {
        do { return try files(of: number, in: transaction) } catch let error as DatabaseError
            where error.kind == .corrupt
        { return nil }
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

    /// The renditions of a document that are filed: 1 is the one that was issued.
    public static func renditions(
        of number: String, in transaction: borrowing Transaction
    ) throws -> [Int] {
        var renditions: [Int] = []
        try transaction.query(
            "SELECT rendition FROM archived WHERE number = ? ORDER BY rendition", .text(number)
        ) { row in renditions.append(try row.int(0)) }
        return renditions
    }

    /// What the next rendition of a document is counted as.
    public static func nextRendition(
        of number: String, in transaction: borrowing Transaction
    ) throws -> Int {
        try (renditions(of: number, in: transaction).last ?? 0) + 1
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
