import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Layout

/// Says which issued documents would look different, before a template goes live. Writes nothing.
public struct Comparing {
    public enum Verdict: Sendable, Hashable {
        case same
        /// Under the other template.
        case layout(LayoutDifference)
        /// The page made today says something else than the archived one.
        case page(PageDifference)
        /// It cannot be laid out; findings say why.
        case refused
    }

    /// How a page made today differs from the archived one.
    public struct PageDifference: Sendable, Hashable {
        /// Where its content begins to be another, as ``Proving/Verdict/different(_:)`` says it.
        public let place: String
        /// The same to the eye: the page made with what it was made with then, against today's.
        public internal(set) var layout: LayoutDifference?
        /// Why that cannot be told, where it cannot.
        public internal(set) var obstacle: String?
    }

    public struct Outcome: Sendable {
        public internal(set) var same = 0
        public internal(set) var changed = 0
        public internal(set) var refused = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Calls `body` with each document that a search finds and what became of it.
    ///
    /// - Parameters:
    ///   - template: the new one. Where `nil`, each page is made as it was issued and held against
    ///     the archived one; what is only packed otherwise is the same.
    ///   - former: the template that the new one is compared with; the company's where `nil`.
    public func run(
        _ search: Books.Search, template: String?, former: String?,
        _ body: (String, Verdict) throws -> Void
    ) throws -> Outcome {
        try books.connection.transaction(.deferred) { transaction in
            let workshop = try Workshop(
                books.company(in: transaction), books, world, template: template)
            let total = try Books.tallies(search, in: transaction).documents
            let kitchens = Kitchens(books, processors: 1)
            var outcome = Outcome()
            var batch: [Job] = []
            var load = BatchLoad()
            /// What cannot be read is refused, and the others go on.
            func tell(_ number: String, _ look: () throws -> Verdict) throws {
                var verdict = Verdict.refused
                do { verdict = try look() } catch let error as EnvironmentError {
                    try world.report(error, of: number)
                }
                outcome.count(verdict)
                try body(number, verdict)
            }
            func compare() throws {
                let results = inParallel(batch, workshop.makers) { maker, job in
                    job.made(by: maker, template: template, former: former)
                }
                for (job, (made, diagnostics)) in zip(batch, results) {
                    diagnostics.forEach(world.reporter.report)
                    try tell(job.number) {
                        try verdict(job, made, workshop.makers[0], kitchens)
                    }
                }
                (batch, load) = ([], BatchLoad())
                let done = outcome.same + outcome.changed + outcome.refused
                world.reporter.progress("comparing", done: done, total: total)
            }
            try Books.documents(search, in: transaction) { document in
                do {
                    let job = try job(document, in: transaction)
                    batch.append(job)
                    load.add(bytes: (job.page?.size ?? 0) + job.source.bytes.count)
                } catch let error as EnvironmentError {
                    try tell(document.number) { throw error }
                }
                if load.isFull { try compare() }
            }
            try compare()
            world.reporter.endProgress()
            return outcome
        }
    }

    /// What a thread has made of a document.
    private enum Made: Sendable {
        case verdict(Verdict)
        /// A page with other bytes than the archived one.
        case page([UInt8])
    }

    private struct Job: Sendable {
        let number: String
        let source: SourceText
        let cii: [UInt8]?
        let page: Archive.File?
        /// What the page was made with; `nil` of before that was kept.
        let recipe: [UInt8]?

        func made(
            by maker: DocumentMaker, template: String?, former: String?
        ) -> (Made, [Diagnostic]) {
            let findings = Findings(subject: "document \(number)")
            if let template {
                guard let old = maker.layOut(source, template: former, findings),
                    let new = maker.layOut(source, template: template, findings)
                else { return (.verdict(.refused), findings.diagnostics) }
                let difference = LayoutDifference(from: old, to: new)
                return (
                    .verdict(difference.isNone ? .same : .layout(difference)), findings.diagnostics
                )
            }
            let made = maker.remake(source, cii: cii, as: .asIssued)
            guard let page, let new = made.files.first else {
                return (.verdict(.refused), made.diagnostics)
            }
            return (new.file.sha256 == page.sha256 ? .verdict(.same) : .page(new.bytes), [])
        }
    }

    /// One page after another: libqpdf's memory is limited for the whole process.
    private func verdict(
        _ job: Job, _ made: Made, _ maker: DocumentMaker, _ kitchens: Kitchens
    ) throws -> Verdict {
        switch made {
        case .verdict(let verdict):
            // What was filed has these bytes; the file itself may have been changed since.
            if verdict == .same, let page = job.page { _ = try books.read(page) }
            return verdict
        case .page(let bytes):
            guard let page = job.page,
                case .different(let place) = Comparison.verdict(
                    try books.read(page), bytes, isPDF: true)
            else { return .same }
            return .page(difference(job, place, maker, kitchens))
        }
    }

    /// Lays the document out with what it was made with and with what there is today.
    private func difference(
        _ job: Job, _ place: String, _ maker: DocumentMaker, _ kitchens: Kitchens
    ) -> PageDifference {
        var difference = PageDifference(place: place)
        guard let digest = job.recipe else {
            difference.obstacle = "it was not kept what it was made with"
            return difference
        }
        let findings = Findings(subject: "document \(job.number)")
        do {
            let kitchen = try kitchens.kitchen(kitchens.recipe(digest))
            if let old = kitchen.makers[0].layOut(job.source, findings),
                let new = maker.layOut(job.source, findings)
            {
                difference.layout = LayoutDifference(from: old, to: new)
            } else {
                difference.obstacle = findings.diagnostics.first?.message
            }
        } catch {
            difference.obstacle = "\(error)"
        }
        return difference
    }

    private func job(
        _ document: Books.Document, in transaction: borrowing Transaction
    ) throws -> Job {
        Job(
            number: document.number,
            source: try books.canonical(of: document.number, in: transaction),
            cii: try books.cii(of: document.number, in: transaction),
            page: try Archive.files(of: document.number, in: transaction).first {
                $0.kind == .pdf
            },
            recipe: try Archive.recipe(of: document.number, in: transaction))
    }
}

extension Comparing.Outcome {
    fileprivate mutating func count(_ verdict: Comparing.Verdict) {
        switch verdict {
        case .same: same += 1
        case .refused: refused += 1
        case .layout, .page: changed += 1
        }
    }
}
