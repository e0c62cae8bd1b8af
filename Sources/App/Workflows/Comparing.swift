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
        /// The page made today has other bytes than the archived one.
        case page(sizeBefore: Int, sizeAfter: Int)
        /// It cannot be laid out; findings say why.
        case refused
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
    ///     the archived one.
    ///   - former: the template that the new one is compared with; the company's where `nil`.
    public func run(
        _ search: Books.Search, template: String?, former: String?,
        _ body: (String, Verdict) throws -> Void
    ) throws -> Outcome {
        try books.connection.transaction(.deferred) { transaction in
            let workshop = try Workshop(
                books.company(in: transaction), books, world, template: template)
            let total = try Books.tallies(search, in: transaction).documents
            var outcome = Outcome()
            var batch: [Job] = []
            func compare() throws {
                let results = inParallel(batch, workshop.makers) { maker, job in
                    job.verdict(maker, template: template, former: former)
                }
                for (job, (verdict, diagnostics)) in zip(batch, results) {
                    diagnostics.forEach(world.reporter.report)
                    outcome.count(verdict)
                    try body(job.number, verdict)
                }
                batch = []
                let done = outcome.same + outcome.changed + outcome.refused
                world.reporter.progress("comparing", done: done, total: total)
            }
            try Books.documents(search, in: transaction) { document in
                batch.append(try job(document, in: transaction))
                if batch.count == Issuing.batchSize { try compare() }
            }
            try compare()
            world.reporter.endProgress()
            return outcome
        }
    }

    private struct Job: Sendable {
        let number: String
        let source: SourceText
        let cii: [UInt8]?
        let page: Archive.File?

        func verdict(
            _ maker: DocumentMaker, template: String?, former: String?
        ) -> (Verdict, [Diagnostic]) {
            let findings = Findings(subject: "document \(number)")
            if let template {
                let difference = maker.difference(source, from: former, to: template, findings)
                let verdict = difference.map { $0.isNone ? Verdict.same : .layout($0) }
                return (verdict ?? .refused, findings.diagnostics)
            }
            let made = maker.remake(
                source, cii: cii, template: nil, path: "", cancelled: nil, isOriginal: true)
            guard let page, let new = made.files.first?.file else {
                return (.refused, made.diagnostics)
            }
            let isSame = new.sha256 == page.sha256
            return (isSame ? .same : .page(sizeBefore: page.size, sizeAfter: new.size), [])
        }
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
            })
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
