import Crypto
import Database

extension Archive {
    /// An entry of the index as its link in the chain says it.
    public struct Link: Sendable {
        public let number: String
        public let rendition: Int
        public var files: [File]
        /// The digest of what the page was made with; `nil` of what was filed before that was kept.
        public let recipe: [UInt8]?
        /// The newest link of the audit trail when it was filed; `nil` before there was one.
        public let trail: [UInt8]?

        public init(
            number: String, rendition: Int, files: [File], recipe: [UInt8]?, trail: [UInt8]?
        ) {
            self.number = number
            self.rendition = rendition
            self.files = files
            self.recipe = recipe
            self.trail = trail
        }

        /// SHA-256 of the previous link, the number, the rendition, each file's kind and digest, the
        /// recipe and the trail: no entry can be changed, taken out or slipped in without breaking
        /// every later link, nor the trail be written anew by itself.
        public func hash(after previous: [UInt8]) -> [UInt8] {
            var bytes = previous + Array("\(number)\n\(rendition)\n".utf8)
            for file in files.sorted(by: { $0.kind.rawValue < $1.kind.rawValue }) {
                bytes += Array("\(file.kind.rawValue) \(SHA256.hex(file.sha256))\n".utf8)
            }
            if let recipe { bytes += Array("recipe \(SHA256.hex(recipe))\n".utf8) }
            if let trail { bytes += Array("trail \(SHA256.hex(trail))\n".utf8) }
            return SHA256.digest(of: bytes)
        }
    }

    /// An entry of the index as it stands there.
    public struct Entry: Sendable {
        public let sequence: Int
        public internal(set) var link: Link
        public let chain: [UInt8]
        /// The row of the trail it names, which may be gone.
        public let trail: Int?
        /// Whether a row of its files says what none can: that file is not in `link`.
        public internal(set) var isDamaged = false
    }

    /// Every entry of the index in the order of filing, one at a time.
    public static func entries(
        in transaction: borrowing Transaction, _ body: (Entry) throws -> Void
    ) throws {
        var current: Entry?
        try transaction.query(
            """
            SELECT a.sequence, a.number, a.rendition, a.chain, a.trail, a.recipe, t.chain,
                f.kind, f.path, f.size, f.sha256
            FROM archived a LEFT JOIN audit t ON t.sequence = a.trail
                LEFT JOIN archived_file f ON f.number = a.number AND f.rendition = a.rendition
            ORDER BY a.sequence, f.kind
            """
        ) { row in
            let sequence = try row.int(0)
            if current?.sequence != sequence {
                if let current { try body(current) }
                current = try Entry(sequence, row)
            }
            do {
                if let file = try File(row, at: 7) { current?.link.files.append(file) }
            } catch let error as DatabaseError where error.kind == .corrupt {
                current?.isDamaged = true
            }
        }
        if let current { try body(current) }
    }

    /// Whether a hash is a link of the index or of the trail.
    public static func isLink(
        _ hash: [UInt8], in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM archived WHERE chain = ?1 UNION ALL SELECT 1 FROM audit WHERE chain = ?1
            """, .blob(hash)
        ) { _ in true } ?? false
    }
}

extension Archive.Entry {
    fileprivate init(_ sequence: Int, _ row: borrowing Row) throws {
        self.sequence = sequence
        chain = try row.blob(3)
        trail = try row.optionalInt(4)
        link = Archive.Link(
            number: try row.string(1), rendition: try row.int(2), files: [],
            recipe: try row.optionalBlob(5), trail: try row.optionalBlob(6))
    }
}

extension Archive.File {
    /// A file from its columns `kind, path, size, sha256`; `nil` where the row has none.
    ///
    /// - Throws: `corrupt` where it is of a kind that there is not, or of a size that no file has.
    init?(_ row: borrowing Row, at column: Int) throws {
        guard let name = try row.optionalString(column) else { return nil }
        guard let kind = Archive.FileKind(rawValue: name) else {
            throw DatabaseError.damaged("\(name) is no kind of file")
        }
        let size = try row.int(column + 2)
        guard size >= 0 else { throw DatabaseError.damaged("\(size) is no size of a file") }
        self.init(
            kind: kind, path: try row.string(column + 1), size: size,
            sha256: try row.blob(column + 3))
    }
}

extension Archive {
    /// The digest of what a rendition's page was made with; `nil` where that was not kept.
    public static func recipe(
        of number: String, rendition: Int = 1, in transaction: borrowing Transaction
    ) throws -> [UInt8]? {
        try transaction.first(
            "SELECT recipe FROM archived WHERE number = ? AND rendition = ?", .text(number),
            Binding(rendition)
        ) { row in try row.optionalBlob(0) } ?? nil
    }

    /// The digests of all recipes that entries name.
    public static func recipes(in transaction: borrowing Transaction) throws -> [[UInt8]] {
        var recipes: [[UInt8]] = []
        try transaction.query(
            "SELECT DISTINCT recipe FROM archived WHERE recipe IS NOT NULL ORDER BY recipe"
        ) { row in recipes.append(try row.blob(0)) }
        return recipes
    }
}

extension Archive {
    /// Every file of the index by its path, in books of any version.
    public static func allFiles(
        in transaction: borrowing Transaction, _ body: (File) throws -> Void
    ) throws {
        try transaction.query(
            "SELECT kind, path, size, sha256 FROM archived_file ORDER BY path"
        ) { row in
            if let file = try File(row, at: 0) { try body(file) }
        }
    }
}
