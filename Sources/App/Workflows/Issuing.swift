import Archive
import Books
import Crypto
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// The main job: every delivered, unbilled order line that passes its checks becomes a numbered
/// invoice, filed as PDF, e-invoice and canonical JSON.
///
/// Works in batches, each one transaction: numbers are taken, documents made in parallel, files
/// written at their final paths and synced, then indexed and committed. A crash leaves at most files
/// that no index names, which the next opening puts aside; never a number without its documents.
public struct Issuing {
    /// Groups of deliveries in one transaction at most; what bounds memory.
    static let batchSize = 128

    public struct Request: Sendable {
        /// On all documents; today in the company's time zone where `nil`.
        public var date: CalendarDate?
        /// Deliveries up to this day; up to the date of issue where `nil`.
        public var until: CalendarDate?
        public var customer: String?

        public init() {}
    }

    public struct Outcome: Sendable {
        public internal(set) var date: CalendarDate
        public internal(set) var issued = 0
        public internal(set) var refused = 0
        /// Deliveries that wait because their order is on hold.
        public internal(set) var held = 0
        /// Why a later batch could not be issued; running again goes on from there.
        public internal(set) var stop: (any Error)?
        /// First and last number, count and sums, by series.
        public internal(set) var runs: [Run] = []

        public struct Run: Sendable {
            public let series: String
            public let first: String
            public internal(set) var last: String
            public internal(set) var count: Int
            /// What is to be paid, one sum a currency.
            public internal(set) var payable: [Money]
        }
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// - Parameter issued: called with each document once it is filed.
    public func run(
        _ request: Request, issued: (Books.Document) -> Void = { _ in }
    ) throws -> Outcome {
        var (master, version) = try books.connection.transaction(.deferred) { transaction in
            (try books.masterData(in: transaction), try books.connection.dataVersion())
        }
        let date = try world.issueDate(request.date, of: master.company)
        let until = request.until ?? date
        if until > date {
            throw UsageError(
                "deliveries after the date of issue are not billed",
                hint: "--until \(date) or earlier, or a later --date")
        }
        if let customer = request.customer, master.customers[customer] == nil {
            throw UsageError(
                "no customer \(customer) is in these books",
                hint: suggestion(for: customer, among: master.customers.ids))
        }
        let workshop = try Workshop(master.company, books, world)
        var outcome = Outcome(date: date)
        var cursor = Books.Cursor.start
        let (total, held) = try books.connection.transaction(.deferred) { transaction in
            try Books.unbilledCount(until: until, customer: request.customer, in: transaction)
        }
        outcome.held = held
        while true {
            var batch = Batch(
                books: books, workshop: workshop, master: master, dataVersion: version, date: date,
                stamp: try world.stamp(master.company))
            let isLast: Bool
            do {
                isLast = try batch.run(after: &cursor, until: until, customer: request.customer)
            } catch  where outcome.issued > 0 {
                // What earlier batches issued stays issued and is told.
                outcome.stop = error
                break
            }
            (master, version) = (batch.master, batch.dataVersion)
            for diagnostic in batch.findings { world.reporter.report(diagnostic) }
            outcome.refused += batch.refused.count
            for document in batch.documents {
                try outcome.add(document.entry, document.given)
                issued(document.entry)
            }
            world.reporter.progress("issuing", done: outcome.issued + outcome.refused, total: total)
            if isLast { break }
        }
        world.reporter.endProgress()
        return outcome
    }
}

extension Issuing.Outcome {
    mutating func add(
        _ document: Books.Document, _ given: NumberRun.Given
    ) throws(AmountOverflow) {
        issued += 1
        guard let index = runs.firstIndex(where: { $0.series == given.series.id }) else {
            runs.append(
                Run(
                    series: given.series.id, first: document.number, last: document.number,
                    count: 1,
                    payable: [document.payable]))
            return
        }
        runs[index].last = document.number
        runs[index].count += 1
        if let sum = runs[index].payable.firstIndex(where: {
            $0.currency == document.payable.currency
        }) {
            runs[index].payable[sum] = try runs[index].payable[sum] + document.payable
        } else {
            runs[index].payable.append(document.payable)
        }
    }
}
