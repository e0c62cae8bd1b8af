import Archive
import Books
import Crypto
import Database
import Money

/// Hands out archived files as they were issued, byte by byte.
public struct Fetching {
    let books: BooksFolder
    let world: World

    /// A file that was copied out.
    public struct Copy: Sendable {
        public let number: String
        public let file: Archive.File
        public let path: String
    }

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Copies the files of documents into a folder.
    ///
    /// - Parameters:
    ///   - numbers: the documents; where empty, those that `search` finds.
    ///   - kind: which files, all where `nil`.
    /// - Throws: an error where a number is unknown, or where bytes are not those that were filed.
    public func run(
        _ numbers: [String], _ search: Books.Search, kind: Archive.FileKind?, to folder: String
    ) throws -> [Copy] {
        var wanted: [Books.Document] = []
        try books.connection.transaction(.deferred) { transaction in
            if numbers.isEmpty {
                try Books.documents(search, in: transaction) { wanted.append($0) }
                return
            }
            for number in numbers {
                var one = search
                one.number = number
                let before = wanted.count
                try Books.documents(one, in: transaction) { wanted.append($0) }
                if wanted.count == before {
                    throw EnvironmentError(
                        "no document \(number) is in these books",
                        hint: "bijak find --text … searches numbers, names and orders")
                }
            }
        }
        try Disk.makeFolder(folder)
        var copies: [Copy] = []
        for (index, document) in wanted.enumerated() {
            copies += try copy(document, kind, to: folder)
            world.reporter.progress("fetching", done: index + 1, total: wanted.count)
        }
        world.reporter.endProgress()
        return copies
    }

    private func copy(
        _ document: Books.Document, _ kind: Archive.FileKind?, to folder: String
    ) throws -> [Copy] {
        let files = try books.connection.transaction(.deferred) { transaction in
            try Archive.files(of: document.number, in: transaction)
        }
        return try files.filter { kind == nil || $0.kind == kind }.map { file in
            let bytes = try books.read(file)
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            let target = "\(folder)/\(name)"
            try Disk.replace(target, bytes)
            return Copy(number: document.number, file: file, path: target)
        }
    }
}

extension BooksFolder {
    /// The bytes of an archived file, after their digest has been checked.
    func read(_ file: Archive.File) throws -> [UInt8] {
        try checkPlace(file.path)
        var bytes: [UInt8] = []
        // Of a file that has grown, no more than it takes to see that.
        try Disk.stream("\(archive)/\(file.path)") { piece in
            if bytes.count <= file.size { bytes += piece }
        }
        guard bytes.count == file.size, SHA256.digest(of: bytes) == file.sha256 else {
            throw EnvironmentError(
                "\(archive)/\(file.path) is not as it was filed: its size or SHA-256 differs",
                hint: "restore it from a backup; the books say \(SHA256.hex(file.sha256))")
        }
        return bytes
    }
}
