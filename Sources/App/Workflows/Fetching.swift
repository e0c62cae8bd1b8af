import Archive
import Books
import Crypto
import Database
import Money

/// Hands out archived files as they were issued, byte by byte.
///
/// Documents go through in batches: memory does not grow with their number.
public struct Fetching {
    /// What is fetched and where to.
    public struct Request: Sendable {
        /// The documents; where empty, those that `search` finds.
        public var numbers: [String] = []
        public var search = Books.Search()
        /// Which files, all where `nil`.
        public var kind: Archive.FileKind?
        public var target: Target
        /// An index for people and one for spreadsheets lie beside the files; always in a ZIP.
        public var hasIndex = false
        /// With copies and pages marked as cancelled.
        var hasRenditions = false
        /// What goes with them beside the archived files.
        var supplements: [Supplement] = []

        public init(to target: Target) { self.target = target }
    }

    /// A file that is no document's: what documents were made from.
    struct Supplement: Sendable {
        let kind: String
        let id: String
        /// Where it came from: `orders.json:14`.
        let place: String
        /// Its path beside the archived files.
        let path: String
        let bytes: [UInt8]
    }

    public enum Target: Sendable {
        case folder(String)
        case zip(String)
    }

    /// A file that was copied out.
    public struct Copy: Sendable {
        public let number: String
        public let file: Archive.File
        /// Where it lies, or its name in the ZIP.
        public let path: String
    }

    let books: BooksFolder
    let world: World

    private static let batchSize = 256

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameter body: is told of each file when it is there.
    /// - Returns: how many files there are.
    /// - Throws: an error where a number is unknown, or where bytes are not those that were filed.
    @discardableResult
    public func run(_ request: Request, _ body: (Copy) throws -> Void) throws -> Int {
        try books.connection.transaction(.deferred) { transaction in
            let names = try survey(request, in: transaction)
            let delivery = try FetchDelivery(request, books.reader, world, names)
            var batch: [FetchDelivery.Job] = []
            var done = 0
            func deliver() throws {
                try delivery.take(batch, body)
                done += batch.count
                world.reporter.progress("fetching", done: done, total: names.count)
                batch = []
            }
            try each(request, in: transaction) { document in
                let files = try renditions(of: document, request, in: transaction).flatMap {
                    rendition in
                    try Archive.files(of: document.number, rendition: rendition, in: transaction)
                }
                batch.append(
                    FetchDelivery.Job(
                        document: document,
                        files: files.filter { request.kind == nil || $0.kind == request.kind }))
                if batch.count == Fetching.batchSize { try deliver() }
            }
            try deliver()
            world.reporter.endProgress()
            for supplement in request.supplements { try delivery.add(supplement) }
            return try delivery.finish()
        }
    }

    /// Counts the documents and sees whether their files' names would meet, before anything is made.
    private func survey(
        _ request: Request, in transaction: borrowing Transaction
    ) throws -> FetchDelivery.Names {
        var names = FetchDelivery.Names()
        try each(request, in: transaction) { document in
            names.add(document, try renditions(of: document, request, in: transaction))
        }
        return names
    }

    private func renditions(
        of document: Books.Document, _ request: Request, in transaction: borrowing Transaction
    ) throws -> [Int] {
        request.hasRenditions
            ? try Archive.renditions(of: document.number, in: transaction) : [1]
    }

    private func each(
        _ request: Request, in transaction: borrowing Transaction,
        _ body: (Books.Document) throws -> Void
    ) throws {
        if request.numbers.isEmpty {
            return try Books.documents(request.search, in: transaction, body)
        }
        var seen: Set<String> = []
        for number in request.numbers {
            var one = request.search
            one.number = number
            var found: Books.Document?
            try Books.documents(one, in: transaction) { found = $0 }
            guard let found else {
                let known = try books.document(number, in: transaction).number
                throw UsageError("\(known) is not among the documents that the options name")
            }
            if seen.insert(found.number).inserted { try body(found) }
        }
    }
}

/// Reads archived files and holds them against what was filed. May be used by many threads.
struct ArchiveReader: Sendable {
    let folder: String

    /// The bytes of an archived file, after their digest has been checked.
    func read(_ file: Archive.File) throws -> [UInt8] {
        try ArchiveFolder(folder).checkPlace(file.path)
        var bytes: [UInt8] = []
        // Of a file that has grown, no more than it takes to see that.
        try Disk.stream(
            "\(folder)/\(file.path)", isOrdinary: true, pieceSize: min(file.size + 1, 1 << 18)
        ) { piece in
            if bytes.count <= file.size { bytes += piece }
        }
        guard bytes.count == file.size, SHA256.digest(of: bytes) == file.sha256 else {
            throw EnvironmentError(
                "\(folder)/\(file.path) is not as it was filed: its size or SHA-256 differs",
                hint: "restore it from a backup; the books say \(SHA256.hex(file.sha256))")
        }
        return bytes
    }
}

extension BooksFolder {
    var reader: ArchiveReader { ArchiveReader(folder: archive) }

    /// The bytes of an archived file, after their digest has been checked.
    func read(_ file: Archive.File) throws -> [UInt8] { try reader.read(file) }
}
