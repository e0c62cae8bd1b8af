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
/// all archived files. The same books give the same bytes.
public struct Disputing {
    public struct Outcome: Sendable {
        /// The PDF and the ZIP.
        public let pdf: String
        public let zip: String
        /// The document and the others about it or its orders' advances, by number.
        public let documents: [String]
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameter number: a document's, in any case.
    public func run(_ number: String, to folder: String) throws -> Outcome {
        let (file, parts) = try books.connection.transaction(.deferred) { transaction in
            let file = try DisputeFile(number, books, in: transaction)
            return (file, try file.parts(books, in: transaction))
        }
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        var (before, after) = parts
        if let terms = try contractTerms(file) { before.append(terms) }
        let maker = try Workshop(company, books, world).makers[0]
        func made(_ parts: [DisputePart]) throws -> [[UInt8]] {
            try maker.pack(
                parts.map(\.value), template: "dispute", author: company.name,
                date: file.document.issueDate.description)
        }
        let binder = try PDFBinder()
        // Cover and timeline, the document as issued, the order and terms, and so on.
        let (front, rest) = (Array(before.prefix(2)), Array(before.dropFirst(2)) + after)
        for (part, bytes) in zip(front, try made(front)) { try binder.add(part.heading, bytes) }
        try binder.add("\(file.document.number) as issued", try page(of: file.document.number))
        for (part, bytes) in zip(rest, try made(rest)) { try binder.add(part.heading, bytes) }
        for other in file.others {
            try binder.add("\(other.number), \(other.kind.rawValue)", try page(of: other.number))
        }
        try Disk.makeFolder(folder)
        let name = "\(folder)/dispute-\(safeFileName(file.document.number))"
        try Disk.put("\(name).pdf", try binder.finish())
        var request = Fetching.Request(to: .zip("\(name).zip"))
        request.numbers = [file.document.number] + file.others.map(\.number)
        try Fetching(books, world: world).run(request) { _ in }
        return Outcome(pdf: "\(name).pdf", zip: "\(name).zip", documents: request.numbers)
    }

    /// What was agreed, as it held on the day of the order.
    private func contractTerms(_ file: DisputeFile) throws -> DisputePart? {
        guard let contract = file.invoice.contract else { return nil }
        let day = file.invoice.order.date
        let shown = try Contracts(books, world: world).show(contract.id, on: day)
        var part = DisputePart("Contract \(contract.id)", "Terms in force on \(day)")
        part.add(shown.value)
        return part
    }

    /// The page as it was issued, after its digest has been checked.
    private func page(of number: String) throws -> [UInt8] {
        let files = try books.connection.transaction(.deferred) { transaction in
            try Archive.files(of: number, in: transaction)
        }
        guard let file = files.first(where: { $0.kind == .pdf }) else {
            throw EnvironmentError("\(number) has no page in the archive")
        }
        return try books.read(file)
    }
}
