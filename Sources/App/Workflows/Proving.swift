import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing

/// Makes issued documents and their later pages anew from what the archive keeps of them, their
/// canonical JSON and the materials of their recipe, and holds every file against the one filed.
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

    /// What is known of a rendition of a document afterwards.
    public struct Proof: Sendable {
        public let number: String
        public let rendition: Int
        /// What the page is, where it was made after issue: `copy`, `cancelled` and the like.
        public internal(set) var page: [String] = []
        /// Each file that was filed, by kind.
        public internal(set) var files: [(kind: Archive.FileKind, verdict: Verdict)] = []
        /// Why it cannot be made anew, where it cannot.
        public internal(set) var obstacle: String?
        /// What was not kept when it was made, so that there is nothing to make it from.
        public internal(set) var lacks: Lack?
        /// Versions of program and libraries then that are others now.
        public internal(set) var versions: [String] = []

        /// What books of before lack.
        public enum Lack: String, Sendable {
            case recipe
            /// The recipe names what a later page was made with, not what it is.
            case page
        }

        public var isProven: Bool {
            obstacle == nil && lacks == nil
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

    /// A rendition of a document with what it is made of.
    private struct Job: Sendable {
        var proof: Proof
        var recipe: Recipe?
        var files: [Archive.File] = []
        var source: SourceText?
        /// The e-invoice that a hybrid page has inside it.
        var cii: [UInt8]?
        /// Of a page that was made after issue.
        var page: LaterPage?

        var isOpen: Bool { proof.obstacle == nil && proof.lacks == nil }

        func made(by maker: DocumentMaker) -> MadeDocument {
            guard let source else { return MadeDocument(files: [], diagnostics: []) }
            return page.map { maker.remake(source, cii: cii, as: $0) } ?? maker.again(source)
        }
    }

    /// - Parameters:
    ///   - numbers: the documents; where empty, those that `search` finds.
    ///   - proven: called with each rendition of each document, in order.
    public func run(
        _ numbers: [String], _ search: Books.Search, proven: (Proof) -> Void
    ) throws {
        let wanted = try self.wanted(numbers, search)
        let kitchens = Kitchens(books, processors: world.processors)
        var jobs: [Job] = []
        var load = BatchLoad()
        for (index, one) in wanted.enumerated() {
            let job = try job(one.number, one.rendition, kitchens)
            jobs.append(job)
            load.add(bytes: job.files.reduce(job.cii?.count ?? 0) { $0 + $1.size })
            guard load.isFull || index == wanted.count - 1 else { continue }
            try prove(&jobs, kitchens)
            for job in jobs { proven(job.proof) }
            (jobs, load) = ([], BatchLoad())
            world.reporter.progress("proving", done: index + 1, total: wanted.count)
        }
        world.reporter.endProgress()
    }

    private func wanted(
        _ numbers: [String], _ search: Books.Search
    ) throws -> [(number: String, rendition: Int)] {
        try books.connection.transaction(.deferred) { transaction in
            var found: [String] = []
            if numbers.isEmpty {
                try Books.documents(search, in: transaction) { found.append($0.number) }
            }
            for number in numbers {
                found.append(try books.document(number, in: transaction).number)
            }
            return try found.flatMap { number in
                try Archive.renditions(of: number, in: transaction).map { (number, $0) }
            }
        }
    }

    private func job(_ number: String, _ rendition: Int, _ kitchens: Kitchens) throws -> Job {
        var job = Job(proof: Proof(number: number, rendition: rendition))
        try books.connection.transaction(.deferred) { transaction in
            let digest = try Archive.recipe(of: number, rendition: rendition, in: transaction)
            guard let digest else {
                job.proof.lacks = .recipe
                return
            }
            do {
                let recipe = try kitchens.recipe(digest)
                job.recipe = recipe
                job.proof.versions = recipe.differences
                job.proof.page = recipe.page ?? []
                if rendition > 1 {
                    guard let names = recipe.page else {
                        job.proof.lacks = .page
                        return
                    }
                    job.page = try LaterPage(names: names, of: number, in: transaction)
                    job.cii = try books.cii(of: number, in: transaction)
                }
                job.files = try Archive.files(
                    of: number, rendition: rendition, in: transaction)
                job.source = try books.canonical(of: number, in: transaction)
            } catch let error as EnvironmentError {
                job.proof.obstacle = error.message
            }
        }
        return job
    }

    /// Makes what can be made, those of one kitchen together on all threads.
    private func prove(_ jobs: inout [Job], _ kitchens: Kitchens) throws {
        let open = jobs.indices.filter { jobs[$0].isOpen }
        let groups = Dictionary(grouping: open) { jobs[$0].recipe?.ingredients }.values
        for group in groups.sorted(by: { $0[0] < $1[0] }) {
            guard let recipe = jobs[group[0]].recipe else { continue }
            do {
                let kitchen = try kitchens.kitchen(recipe)
                let made = inParallel(group.map { jobs[$0] }, kitchen.makers) { maker, job in
                    job.made(by: maker)
                }
                for (index, made) in zip(group, made) { judge(&jobs[index], made) }
            } catch let error as EnvironmentError {
                for index in group { jobs[index].proof.obstacle = error.message }
            }
        }
    }

    /// Holds what was made anew against what was filed.
    private func judge(_ job: inout Job, _ made: MadeDocument) {
        if let finding = made.diagnostics.first(where: { $0.severity == .error }) {
            job.proof.obstacle = "it cannot be made any more: \(finding.message)"
            return
        }
        do {
            for file in job.files {
                let anew = made.files.first { $0.file.kind == file.kind }
                let verdict = try Comparison.verdict(
                    books.read(file), anew?.bytes, isPDF: file.kind == .pdf)
                job.proof.files.append((file.kind, verdict))
            }
        } catch {
            job.proof.obstacle = "\(error)"
        }
    }
}
