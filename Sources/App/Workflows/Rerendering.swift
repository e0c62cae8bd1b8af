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
/// What was issued is never touched. A new rendition is marked as a copy on its face. A run that was
/// stopped goes on where it was when the same is asked for again.
public struct Rerendering {
    public struct Outcome: Sendable {
        /// Paths of the new files.
        public internal(set) var made: [String] = []
        public internal(set) var refused = 0
        /// Made by the same run before it was stopped.
        public internal(set) var madeBefore = 0
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
    ///   - isAnew: a stopped run is not gone on with; everything is made again.
    ///   - body: is told of each document when it is filed: the new file's path, `nil` where it was
    ///     refused.
    public func run(
        _ search: Books.Search, template: String?, isSet: Bool = false, isAnew: Bool = false,
        _ body: (_ number: String, _ path: String?) throws -> Void = { _, _ in }
    ) throws -> Outcome {
        var outcome = Outcome()
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        let workshop = try Workshop(company, books, world, template: template)
        var wanted: [Books.Document] = []
        try books.connection.transaction(.deferred) { transaction in
            try Books.documents(search, in: transaction) { wanted.append($0) }
        }
        let run = try begin(
            search.description(template: template ?? company.look.template, isSet), isAnew, company)
        var done = 0
        while done < wanted.count {
            let batch = try batch(wanted[done...])
            try render(batch, run, workshop, template, isSet, &outcome, body)
            done += batch.count
            world.reporter.progress("rendering", done: done, total: wanted.count)
        }
        world.reporter.endProgress()
        try books.change { transaction in
            try Books.endRenditionRun(run, in: transaction)
        }
        return outcome
    }

    /// The next documents to be rendered at once: no more than issuing takes, and of no more bytes than
    /// memory should hold, unless one alone has more.
    private func batch(_ wanted: ArraySlice<Books.Document>) throws -> [Books.Document] {
        var bytes = 0
        return try books.connection.transaction(.deferred) { transaction in
            try Array(
                wanted.prefix(Issuing.batchSize).enumerated().prefix { index, document in
                    let files = try Archive.files(of: document.number, in: transaction)
                    bytes += files.reduce(0) { $0 + $1.size }
                    return index == 0 || bytes <= Rerendering.batchBytes
                }.map(\.element))
        }
    }

    private static let batchBytes = 64 << 20

    /// The run that was stopped, or a new one.
    private func begin(_ request: String, _ isAnew: Bool, _ company: Company) throws -> Int64 {
        let today = try world.today(company.timeZone)
        return try books.change { transaction in
            if let open = try Books.openRenditionRun(request, in: transaction) {
                if !isAnew { return open }
                try Books.endRenditionRun(open, in: transaction)
            }
            return try Books.beginRenditionRun(request, on: today, in: transaction)
        }
    }

    /// An issued document with its canonical JSON and the number of its next rendition.
    private struct Job: Sendable {
        let document: Books.Document
        let source: SourceText
        let cii: [UInt8]?
        let rendition: Int
        let page: LaterPage
    }

    private func render(
        _ documents: [Books.Document], _ run: Int64, _ workshop: Workshop, _ template: String?,
        _ isSet: Bool, _ outcome: inout Outcome, _ body: (String, String?) throws -> Void
    ) throws {
        var done: [(number: String, path: String?)] = []
        try books.change { transaction in
            let stamp = try world.stamp(books, in: transaction)
            var jobs: [Job] = []
            for document in documents {
                if try Books.isRendered(document.number, by: run, in: transaction) {
                    outcome.madeBefore += 1
                } else {
                    do {
                        jobs.append(try job(document, isSet ? .copies : .copy, in: transaction))
                    } catch let error as EnvironmentError {
                        try world.report(error, of: document.number)
                        outcome.refused += 1
                        done.append((document.number, nil))
                    }
                }
            }
            let results = inParallel(jobs, workshop.makers) { maker, job in
                maker.remake(
                    job.source, cii: job.cii, template: template,
                    path: Archive.path(
                        customer: job.document.customer, date: job.document.issueDate,
                        number: job.document.number, rendition: job.rendition, .pdf),
                    as: job.page)
            }
            results.flatMap(\.diagnostics).forEach(world.reporter.report)
            let made = zip(jobs, results).filter { $0.1.isMade }
            outcome.refused += results.count - made.count
            done += zip(jobs, results).map { job, result in
                let file = result.files.first?.file.path
                return (job.document.number, file.map { "\(books.archive)/\($0)" })
            }
            if made.isEmpty { return }
            let recipes = try books.write(
                made.map(\.1), by: workshop, template: template, in: transaction)
            for ((job, result), recipe) in zip(made, recipes) {
                try Archive.file(
                    job.document.number, rendition: job.rendition, result.files.map(\.file),
                    recipe: recipe, in: transaction)
                try stamp.enter(
                    .rerender, job.document.number, "rendition \(job.rendition)", in: transaction)
                try Books.addRenditionResult(
                    run, job.document.number, rendition: job.rendition, in: transaction)
                outcome.made += result.files.map { "\(books.archive)/\($0.file.path)" }
            }
        }
        for (number, path) in done { try body(number, path) }
    }

    private func job(
        _ document: Books.Document, _ face: LaterPage.Face, in transaction: borrowing Transaction
    ) throws -> Job {
        Job(
            document: document,
            source: try books.canonical(of: document.number, in: transaction),
            cii: try books.cii(of: document.number, in: transaction),
            rendition: try Archive.nextRendition(of: document.number, in: transaction),
            page: try LaterPage(face, of: document, in: transaction))
    }
}

extension Books.Search {
    /// What is rendered and how, in one line: the same for the same request.
    fileprivate func description(template: String, _ isSet: Bool) -> String {
        let asked: [String?] = [
            customer, period.map { "\($0.first)..\($0.last)" }, number, order, purchaseOrder,
            kind?.rawValue, state?.rawValue, currency?.code, minimum?.description,
            maximum?.description, text, template, isSet ? "copies" : nil,
        ]
        return JSONWriter.text(.list(asked.map { $0.map(Value.text) ?? .null }), pretty: false)
    }
}
