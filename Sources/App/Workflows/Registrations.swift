import Archive
import Books
import Database
import Diagnostics
import EInvoice
import Formats
import Money
import Trade

/// Documents that must be reported to India's registration portal: where they stand, and the file
/// that reports those that wait.
public struct Registrations {
    /// A document that must be reported.
    public struct Entry: Sendable {
        public let document: Books.Document
        public let portalEntry: Books.PortalEntry
        /// The last day on which the portal takes it, where there is one.
        public let lastDay: CalendarDate?

        /// `waiting`, `registered` or `cancelled`; also what was cancelled before it was reported.
        public var state: String {
            document.state == .cancelled && portalEntry.state == .waiting
                ? "cancelled" : portalEntry.state.rawValue
        }
    }

    /// Files that were written, and how many documents are in them.
    public struct Exported: Sendable {
        public internal(set) var files: [String] = []
        public internal(set) var numbers: [String] = []
        public internal(set) var hasErrors = false
    }

    let books: BooksFolder
    let world: World

    /// From this turnover on documents are taken for 30 days only (IRP 2305; GSTN advisory of
    /// 5 November 2024, from 1 April 2025).
    private static let windowTurnover = Decimal(100_000_000)
    private static let windowDays = 30
    /// So many days before the end it is told.
    private static let noticeDays = 7

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// The documents that a search finds and that must be reported, by date and number.
    public func entries(_ search: Books.Search) throws -> [Entry] {
        try books.connection.transaction(.deferred) { transaction in
            try entries(search, in: transaction)
        }
    }

    private func entries(
        _ search: Books.Search, in transaction: borrowing Transaction
    ) throws -> [Entry] {
        let company = try books.company(in: transaction)
        var documents: [Books.Document] = []
        try Books.documents(search, in: transaction) { documents.append($0) }
        return try documents.compactMap { document in
            guard let portalEntry = try Books.portalEntry(of: document.number, in: transaction)
            else {
                return nil
            }
            let isLimited = (company.turnover ?? .zero) >= Registrations.windowTurnover
            return Entry(
                document: document, portalEntry: portalEntry,
                lastDay: isLimited
                    ? document.issueDate.adding(days: Registrations.windowDays - 1) : nil)
        }
    }

    /// Tells of documents that wait and can no longer be reported, or soon cannot.
    public func tellWindow(_ entries: [Entry]) throws {
        let company = try books.connection.transaction(.deferred) { transaction in
            try books.company(in: transaction)
        }
        let today = try world.today(company.timeZone)
        for entry in entries where entry.state == "waiting" {
            guard let last = entry.lastDay else { continue }
            let left = Int(last.dayNumber - today.dayNumber)
            if left > Registrations.noticeDays { continue }
            world.reporter.report(
                Diagnostic(
                    .warning, code: "irp-window",
                    left < 0
                        ? "the portal no longer takes this document: 30 days have passed (IRP 2305)"
                        : "the portal takes this document for 30 days only (IRP 2305)",
                    found: "dated \(entry.document.issueDate)", expected: "reported by \(last)",
                    hint: left < 0
                        ? "cancel it and issue it again under a new number"
                        : "bijak einvoice export writes what waits",
                    subject: "document \(entry.document.number)"))
        }
    }

    /// Writes the requests of documents that wait, as arrays of at most 2 MB: `FILE`, then `FILE-2`
    /// and so on before the ending.
    ///
    /// - Parameter numbers: only these; where empty, all that the search finds.
    public func export(
        _ search: Books.Search, numbers: [String], to path: String
    ) throws -> Exported {
        var wanted: [Entry] = []
        if numbers.isEmpty {
            wanted = try entries(search).filter { $0.state == "waiting" }
        } else {
            for number in numbers { wanted.append(try waiting(number)) }
        }
        try tellWindow(wanted)
        var outcome = Exported()
        var file: [UInt8] = []
        func flush() throws {
            if file.isEmpty { return }
            let name = Registrations.name(path, outcome.files.count + 1)
            try Disk.put(name, file + Array("]\n".utf8))
            outcome.files.append(name)
            file = []
        }
        for entry in wanted {
            let request = try request(of: entry.document.number)
            if file.count + request.bytes.count + 4 > INV01.byteLimit { try flush() }
            file += Array((file.isEmpty ? "[" : ",").utf8) + request.bytes.dropLast()
            outcome.numbers.append(entry.document.number)
        }
        try flush()
        return outcome
    }

    private func waiting(_ number: String) throws -> Entry {
        var search = Books.Search()
        let document = try books.connection.transaction(.deferred) { transaction in
            try books.document(number, in: transaction)
        }
        search.number = document.number
        guard let entry = try entries(search).first else {
            throw UsageError(
                "\(document.number) is not reported to the portal",
                hint: "eInvoicing.from in company.json says from which day; bills of supply, "
                    + "vouchers and supplies to the unregistered never are")
        }
        guard entry.state == "waiting" else {
            throw UsageError("\(document.number) does not wait: it is \(entry.state)")
        }
        return entry
    }

    /// The request as it was filed.
    func request(of number: String) throws -> SourceText {
        try books.connection.transaction(.deferred) { transaction in
            try books.request(of: number, in: transaction)
        }
    }

    /// `out/april.json`, `out/april-2.json` …
    private static func name(_ path: String, _ index: Int) -> String {
        if index == 1 { return path }
        let stem = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
        return "\(stem)-\(index).json"
    }
}

extension BooksFolder {
    /// The INV-01 request of a document, after its digest has been checked.
    func request(
        of number: String, in transaction: borrowing Transaction
    ) throws -> SourceText {
        let files = try Archive.files(of: number, in: transaction)
        guard let file = files.first(where: { $0.kind == .inv01 }) else {
            throw EnvironmentError("\(number) has no INV-01 in the archive")
        }
        return SourceText(name: "archive/\(file.path)", bytes: try read(file))
    }
}
