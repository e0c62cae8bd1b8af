import Archive
import Books
import Crypto
import Database
import Diagnostics
import Invoicing

/// Makes issued documents anew from what the archive keeps of them, their canonical JSON and the
/// materials of their recipe, and holds every file against the one that was issued.
public struct Proving {
    /// What came of making a file anew.
    public enum Verdict: Sendable, Equatable {
        /// The same bytes.
        case identical
        /// Other bytes that say the same once they are unpacked.
        case sameContent
        /// Other content, and where it begins.
        case different(String)
    }

    /// What is known of a document afterwards.
    public struct Proof: Sendable {
        public let number: String
        /// Each file that was issued, by kind.
        public internal(set) var files: [(kind: Archive.FileKind, verdict: Verdict)] = []
        /// Why it cannot be made anew, where it cannot.
        public internal(set) var obstacle: String?
        /// It was issued before recipes were kept.
        public internal(set) var hasNoRecipe = false
        /// Versions of program and libraries then that are others now.
        public internal(set) var versions: [String] = []

        public var isProven: Bool {
            obstacle == nil
                && files.allSatisfy { file in
                    if case .different = file.verdict { return false }
                    return true
                }
        }
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - numbers: the documents; where empty, those that `search` finds.
    ///   - proven: called with each document, in order.
    public func run(
        _ numbers: [String], _ search: Books.Search, proven: (Proof) -> Void
    ) throws {
        let wanted = try self.wanted(numbers, search)
        var kitchen: Kitchen?
        for (index, number) in wanted.enumerated() {
            proven(try proof(of: number, &kitchen))
            world.reporter.progress("proving", done: index + 1, total: wanted.count)
        }
        world.reporter.endProgress()
    }

    private func wanted(_ numbers: [String], _ search: Books.Search) throws -> [String] {
        try books.connection.transaction(.deferred) { transaction in
            var wanted: [String] = []
            if numbers.isEmpty {
                try Books.documents(search, in: transaction) { wanted.append($0.number) }
            }
            for number in numbers {
                wanted.append(try books.document(number, in: transaction).number)
            }
            return wanted
        }
    }

    private func proof(of number: String, _ kitchen: inout Kitchen?) throws -> Proof {
        var proof = Proof(number: number)
        do {
            let (recipe, files) = try books.connection.transaction(.deferred) { transaction in
                (
                    try Archive.recipe(of: number, in: transaction),
                    try Archive.files(of: number, in: transaction)
                )
            }
            guard let recipe else {
                proof.hasNoRecipe = true
                return proof
            }
            if kitchen?.recipe != recipe { kitchen = try Kitchen(recipe, books) }
            guard let kitchen else { return proof }
            proof.versions = kitchen.versions
            let source = try books.connection.transaction(.deferred) { transaction in
                try books.canonical(of: number, in: transaction)
            }
            let made = try kitchen.again(source)
            if let finding = made.diagnostics.first(where: { $0.severity == .error }) {
                proof.obstacle = "it cannot be made any more: \(finding.message)"
            }
            for file in files where proof.obstacle == nil {
                let anew = made.files.first { $0.file.kind == file.kind }
                let verdict = try Comparison.verdict(
                    books.read(file), anew?.bytes, isPDF: file.kind == .pdf)
                proof.files.append((file.kind, verdict))
            }
        } catch let error as EnvironmentError {
            proof.obstacle = error.message
        }
        return proof
    }
}
