import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Renders issued documents again, from their canonical JSON, as new renditions beside the originals.
///
/// What was issued is never touched. A new rendition is marked as a copy on its face.
public struct Rerendering {
    public struct Outcome: Sendable {
        /// Paths of the new files.
        public internal(set) var made: [String] = []
        public internal(set) var refused = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - template: the template's name; the company's where `nil`.
    ///   - isSet: each with all copies that the law wants of it.
    public func run(
        _ search: Books.Search, template: String?, isSet: Bool = false
    ) throws -> Outcome {
        var outcome = Outcome()
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.masterData(in: transaction).company
        }
        let workshop = try Workshop(company, world, template: template)
        var wanted: [Books.Document] = []
        try books.connection.transaction(.deferred) { transaction in
            try Books.documents(search, in: transaction) { wanted.append($0) }
        }
        for start in stride(from: 0, to: wanted.count, by: Issuing.batchSize) {
            let batch = Array(wanted[start..<min(start + Issuing.batchSize, wanted.count)])
            try render(batch, workshop, template, isSet, &outcome)
            world.reporter.progress("rendering", done: start + batch.count, total: wanted.count)
        }
        world.reporter.endProgress()
        return outcome
    }

    /// An issued document with its canonical JSON and the number of its next rendition.
    private struct Job: Sendable {
        let document: Books.Document
        let source: SourceText
        let cii: [UInt8]?
        let rendition: Int
        /// Why it was cancelled, if it was.
        let cancelled: String?
        /// What the registration portal gave it, if it did.
        let portalEntry: Value?
    }

    private func render(
        _ documents: [Books.Document], _ workshop: Workshop, _ template: String?,
        _ isSet: Bool, _ outcome: inout Outcome
    ) throws {
        try books.connection.transaction(.immediate) { transaction in
            let stamp = try world.stamp(books, in: transaction)
            let jobs = try documents.map { try job($0, in: transaction) }
            let results = inParallel(jobs, workshop.makers) { maker, job in
                maker.remake(
                    job.source, cii: job.cii, template: template,
                    path: Archive.path(
                        customer: job.document.customer, date: job.document.issueDate,
                        number: job.document.number, rendition: job.rendition, .pdf),
                    cancelled: job.cancelled, portalEntry: job.portalEntry, isSet: isSet)
            }
            results.flatMap(\.diagnostics).forEach(world.reporter.report)
            let made = zip(jobs, results).filter { $0.1.isMade }
            outcome.refused += results.count - made.count
            if made.isEmpty { return }
            try books.write(made.flatMap { $0.1.files }, in: transaction)
            for (job, result) in made {
                try Archive.file(
                    job.document.number, rendition: job.rendition, result.files.map(\.file),
                    recipe: workshop.recipe(template, in: books), in: transaction)
                try stamp.enter(
                    .rerender, job.document.number, "rendition \(job.rendition)", in: transaction)
                outcome.made += result.files.map { "\(books.archive)/\($0.file.path)" }
            }
        }
    }

    private func job(_ document: Books.Document, in transaction: borrowing Transaction) throws
        -> Job
    {
        Job(
            document: document,
            source: try books.canonical(of: document.number, in: transaction),
            cii: try books.cii(of: document.number, in: transaction),
            rendition: try Archive.renditions(of: document.number, in: transaction) + 1,
            cancelled: document.state == .cancelled
                ? try Books.cancellation(of: document.number, in: transaction)?.reason ?? "" : nil,
            portalEntry: try Books.portalEntry(of: document.number, in: transaction)?.page)
    }
}
