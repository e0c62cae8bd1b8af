import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
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

    /// Documents that are made at once at most, and the bytes that they were issued with, unless one
    /// alone has more; what bounds memory.
    private static let batchLimit = (documents: 64, bytes: 64 << 20)

    /// An issued document with what it is made of.
    private struct Job: Sendable {
        let number: String
        /// Empty where it was issued before recipes were kept.
        var recipe: [UInt8] = []
        var files: [Archive.File] = []
        var source: SourceText?
        /// Why it cannot be made, where what it is made of is not there.
        var obstacle: String?
    }

    /// - Parameters:
    ///   - numbers: the documents; where empty, those that `search` finds.
    ///   - proven: called with each document, in order.
    public func run(
        _ numbers: [String], _ search: Books.Search, proven: (Proof) -> Void
    ) throws {
        let wanted = try self.wanted(numbers, search)
        var kitchen: Kitchen?
        var done = 0
        var jobs: ArraySlice<Job> = []
        for (index, number) in wanted.enumerated() {
            jobs.append(try job(number))
            let bytes = jobs.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.size } }
            let isFull =
                jobs.count == Proving.batchLimit.documents || bytes > Proving.batchLimit.bytes
            guard isFull || index == wanted.count - 1 else { continue }
            while let recipe = jobs.first?.recipe {
                let alike = jobs.prefix { $0.recipe == recipe }
                jobs = jobs.dropFirst(alike.count)
                for proof in try proofs(Array(alike), recipe, &kitchen) { proven(proof) }
                done += alike.count
                world.reporter.progress("proving", done: done, total: wanted.count)
            }
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

    private func job(_ number: String) throws -> Job {
        var job = Job(number: number)
        try books.connection.transaction(.deferred) { transaction in
            guard let recipe = try Archive.recipe(of: number, in: transaction) else { return }
            job.recipe = recipe
            job.files = try Archive.files(of: number, in: transaction)
            do {
                job.source = try books.canonical(of: number, in: transaction)
            } catch let error as EnvironmentError {
                job.obstacle = error.message
            }
        }
        return job
    }

    /// What is known of documents of one recipe, made on all threads.
    private func proofs(
        _ jobs: [Job], _ recipe: [UInt8], _ kitchen: inout Kitchen?
    ) throws -> [Proof] {
        if recipe.isEmpty {
            return jobs.map { job in
                var proof = Proof(number: job.number)
                proof.hasNoRecipe = true
                return proof
            }
        }
        do {
            if kitchen?.recipe != recipe {
                kitchen = try Kitchen(recipe, books, processors: world.processors)
            }
        } catch let error as EnvironmentError {
            return jobs.map { job in
                var proof = Proof(number: job.number)
                proof.obstacle = error.message
                return proof
            }
        }
        guard let kitchen else { return [] }
        let made = inParallel(jobs, kitchen.makers) { maker, job in
            job.source.map(maker.again) ?? MadeDocument(files: [], diagnostics: [])
        }
        return zip(jobs, made).map { job, made in
            proof(of: job, made, otherVersions: kitchen.versions)
        }
    }

    private func proof(
        of job: Job, _ made: MadeDocument, otherVersions versions: [String]
    ) -> Proof {
        var proof = Proof(number: job.number)
        proof.versions = versions
        proof.obstacle = job.obstacle
        if let finding = made.diagnostics.first(where: { $0.severity == .error }) {
            proof.obstacle = "it cannot be made any more: \(finding.message)"
        }
        do {
            for file in job.files where proof.obstacle == nil {
                let anew = made.files.first { $0.file.kind == file.kind }
                let verdict = try Comparison.verdict(
                    books.read(file), anew?.bytes, isPDF: file.kind == .pdf)
                proof.files.append((file.kind, verdict))
            }
        } catch {
            proof.obstacle = "\(error)"
        }
        return proof
    }
}
