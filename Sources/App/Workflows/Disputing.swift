import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import PDFReading
import Trade

/// Puts together what is needed when a document is disputed: one PDF with bookmarks, and a ZIP of
/// all archived files and of the records behind them as they were given. The same books give the
/// same bytes.
public struct Disputing {
    public struct Outcome: Sendable {
        /// The PDF and the ZIP.
        public let pdf: String
        public let zip: String
        /// The document and the others about it or its orders' advances, by number.
        public let documents: [String]
        /// How many records are in the ZIP.
        public let records: Int
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameters:
    ///   - number: a document's, in any case.
    ///   - language: of the pages about it, `de` or `de-AT`; the document's first where `nil`.
    /// - Throws: `UsageError` where more belongs to it than one PDF should hold, and where there are
    ///   no words in the language. Then, and after any other error, former files stay as they were.
    public func run(
        _ number: String, to folder: String, language: String? = nil
    ) throws -> Outcome {
        var request = Fetching.Request(to: .folder(folder))
        let (file, company) = try books.connection.transaction(.deferred) { transaction in
            (
                try DisputeFile(number, books, in: transaction),
                try books.company(in: transaction)
            )
        }
        let pages = try pages(file)
        let maker = try Workshop(company, books, world).makers[0]
        if let language { try maker.requireWords(of: language) }
        let language = language ?? file.invoice.language
        let words = DisputeWords(
            maker.labels(language), english: maker.labels(DisputeWords.english))
        var (before, after) = try books.connection.transaction(.deferred) { transaction in
            request.supplements = try GivenRecords(of: file.invoices, books, in: transaction).files
            return try file.parts(words, books, in: transaction)
        }
        if let terms = try contractTerms(file, words) { before.append(terms) }
        let binder = try PDFBinder()
        func bind(_ part: DisputePart) throws {
            let bytes = try maker.pack(
                part.value, template: "dispute", language: language, author: company.name,
                date: file.document.issueDate.description)
            try self.bind(part.heading, bytes, in: binder, of: file)
        }
        func bind(_ document: Books.Document, _ page: Archive.File, as title: String) throws {
            try self.bind(
                title, try books.read(page), file.attachmentPrefix(document), in: binder, of: file)
        }
        // Cover and timeline, the document as issued, the order and terms, and so on.
        for part in before.prefix(2) { try bind(part) }
        try bind(
            file.document, pages[0], as: words("as-issued", ["number": file.document.number]))
        for part in before.dropFirst(2) + after { try bind(part) }
        for (other, page) in zip(file.others, pages.dropFirst()) {
            try bind(other.entry, page, as: "\(other.entry.number), \(words.kind(other.invoice))")
        }
        try Disk.makeFolder(folder)
        let name = "\(folder)/\(file.name)"
        let pdf = try OutputFile("\(name).pdf")
        try pdf.write(try binder.finish())
        request.target = .zip("\(name).zip")
        request.numbers = file.documents.map(\.number)
        request.hasRenditions = true
        try Fetching(books, world: world).run(request) { _ in }
        // Last: where the ZIP cannot be made, there is neither.
        try pdf.finish(synced: true)
        return Outcome(
            pdf: "\(name).pdf", zip: "\(name).zip", documents: request.numbers,
            records: request.supplements.count)
    }

    /// The page of the document as it was issued, and those of the others.
    private func pages(_ file: DisputeFile) throws -> [Archive.File] {
        let documents = file.documents
        let pages = try books.connection.transaction(.deferred) { transaction in
            try documents.map { document in
                let files = try Archive.files(of: document.number, in: transaction)
                guard let page = files.first(where: { $0.kind == .pdf }) else {
                    throw EnvironmentError("\(document.number) has no page in the archive")
                }
                return page
            }
        }
        let (bytes, limit) = (pages.reduce(0) { $0 + $1.size }, PDFBinder.Limits().bytes)
        if bytes > limit {
            throw tooLarge(
                "the pages of \(counted(documents.count, "document")) have \(bytes) bytes, and one "
                    + "PDF holds at most \(limit)", file)
        }
        return pages
    }

    private func bind(
        _ title: String, _ bytes: [UInt8], _ prefix: String = "", in binder: PDFBinder,
        of file: DisputeFile
    ) throws {
        do throws(PDFReadingError) {
            try binder.add(title, bytes, prefix: prefix)
        } catch {
            throw error.kind == .tooLarge ? tooLarge(error.message, file) : error
        }
    }

    private func tooLarge(_ why: String, _ file: DisputeFile) -> UsageError {
        UsageError(
            "\(file.document.number) has too much about it for one PDF: \(why)",
            hint: "bijak fetch --order \(file.invoice.order.id) --zip FILE hands out the files")
    }

    /// What was agreed, as it held on the day of the order.
    private func contractTerms(
        _ file: DisputeFile, _ words: DisputeWords
    ) throws -> DisputePart? {
        guard let contract = file.invoice.contract else { return nil }
        let day = file.invoice.order.date
        let shown = try Contracts(books, world: world).show(contract.id, on: day)
        var part = DisputePart(
            words("contract", ["contract": contract.id]),
            words("terms-on", ["date": day.description]), words)
        part.add(shown.value)
        return part
    }
}
