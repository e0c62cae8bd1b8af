import Books
import Database
import Diagnostics
import Formats
internal import Glibc
import Money
import Trade
import Workflows

/// Fills an index of documents without making any, and searches it.
struct FindBench {
    /// What one kind of search takes: nanoseconds and rows of all its rounds.
    struct Search: Sendable {
        let name: String
        let rounds: Int
        let rows: Int
        /// The round in the middle, by time.
        let median: Int
        let total: Int
    }

    struct Outcome: Sendable {
        let documents: Int
        let fillNanoseconds: Int
        let bytes: Int
        let searches: [Search]
        let peakKiB: Int
    }

    static let customers = 1000
    private static let batchSize = 1024
    private static let words = [
        "hammer", "chisel", "saw", "clamp", "drill", "gasket", "bearing", "flange", "washer",
        "hinge", "rivet", "bracket", "spindle", "bushing", "coupling", "anvil",
    ]

    let setting: Setting

    func run(_ documents: Int) throws -> Outcome {
        let path = "\(setting.folder)/find-\(documents)"
        let company = "\(path)-company.json"
        try FileSink.create(
            company, Array(setting.trade.company(template: setting.template).utf8))
        try setting.bijak(path, ["init", "--company", company])
        let file = "\(path)/books.sqlite"
        let start = Clock.now()
        try fill(file, documents, MasterData(setting).company)
        let filled = Clock.now() - start
        var status = stat()
        unsafe stat(file, &status)
        let searches = try search(file, documents)
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Outcome(
            documents: documents, fillNanoseconds: filled, bytes: Int(status.st_size),
            searches: searches, peakKiB: usage.ru_maxrss)
    }

    // MARK: Filling

    private func fill(_ file: String, _ documents: Int, _ company: Company) throws {
        let connection = try Connection.open(file)
        try connection.transaction(.immediate) { transaction in
            for customer in 0..<Self.customers { try order(customer, in: transaction) }
        }
        var random = SplitMix64(seed: setting.seed)
        for first in stride(from: 0, to: documents, by: Self.batchSize) {
            try connection.transaction(.immediate) { transaction in
                for index in first..<min(first + Self.batchSize, documents) {
                    try enter(index, of: documents, company, &random, in: transaction)
                }
            }
        }
    }

    private func order(_ customer: Int, in transaction: borrowing Transaction) throws {
        let text = SourceText(
            name: "order",
            text: """
                {"id": "SO-\(customer)", "customer": "C-\(customer)", "date": "2026-01-01", \
                "currency": "EUR", "lines": [{"item": "X", "quantity": "1"}]}
                """)
        let findings = Findings()
        guard let order = Order(try JSONReader.read(text).root, findings) else {
            throw refused(findings)
        }
        let amounts = Books.OrderAmounts(contract: nil, payable: .zero(.eur), taxable: [:])
        try Books.add(order, amounts, in: transaction)
    }

    /// Documents in the order of their days, of customers at random.
    private func enter(
        _ index: Int, of documents: Int, _ company: Company, _ random: inout SplitMix64,
        in transaction: borrowing Transaction
    ) throws {
        let customer = Int(random.next() % UInt64(Self.customers))
        let date = CalendarDate.first2026.adding(days: index * 365 / documents)
        let series = company.series[0]
        let year = company.fiscalYear(of: date)
        let number = "NV/26/\(padded(index + 1, 7))"
        let taxable = Money(minorUnits: Int64(random.next() % 10_000_000), .eur)
        let tax = Money(minorUnits: taxable.minorUnits / 5, .eur)
        let name = Self.name(of: customer)
        try Books.add(
            Books.Document(
                number: number, kind: .invoice, issueDate: date, customer: "C-\(customer)",
                customerName: name, order: "SO-\(customer)", purchaseOrder: "PO-\(index)",
                taxable: taxable, tax: tax, payable: try taxable + tax),
            series: series, year: year, counter: index + 1, events: [], lines: [],
            in: transaction)
        let items = (0..<8).map { _ in
            let item = Int(random.next() % 5000)
            return "ITEM-\(item) \(Self.words[item % 16]) \(item % 40) mm"
        }
        try Books.addText(
            Books.SearchText(
                parties: "C-\(customer)\n\(name)\n12 Hauptstraße\n80331 München",
                items: items.joined(separator: "\n"),
                mentions: "\(number)\nSO-\(customer)\nPO-\(index)\nD-\(index)"),
            of: number, in: transaction)
    }

    private static func name(of customer: Int) -> String {
        "Werkstatt \(words[customer % 16].uppercased())\(customer) GmbH"
    }

    // MARK: Searching

    private func search(_ file: String, _ documents: Int) throws -> [Search] {
        let connection = try Connection.open(file, readonly: true)
        let month = Period("2026-07")
        let quarter = Period("2026-Q3")
        var random = SplitMix64(seed: setting.seed + 1)
        func any() -> Int { Int(random.next() % UInt64(documents)) }
        func customer() -> Int { Int(random.next() % UInt64(Self.customers)) }
        return [
            try measure("by number", connection, 2000) {
                $0.number = "NV/26/\(padded(any() + 1, 7))"
            },
            try measure("by customer and month", connection, 500) {
                ($0.customer, $0.period) = ("C-\(customer())", month)
            },
            try measure("by customer and quarter", connection, 500) {
                ($0.customer, $0.period) = ("C-\(customer())", quarter)
            },
            try measure("by purchase order", connection, 500) {
                $0.purchaseOrder = "po-\(any())"
            },
            try measure("text: purchase order", connection, 500) { $0.text = "PO-\(any())" },
            try measure("text: number", connection, 500) {
                $0.text = "NV/26/\(padded(any() + 1, 7))"
            },
            try measure("text: a customer's name, 50 rows", connection, 100) {
                ($0.text, $0.sort, $0.limit) = (Self.name(of: customer()), .filed, 50)
            },
            try measure("text: an item, 50 rows", connection, 100) {
                ($0.text, $0.sort, $0.limit) = ("ITEM-\(any() % 5000)", .filed, 50)
            },
            try measure("text: a word of all, 50 rows", connection, 100) {
                ($0.text, $0.sort, $0.limit) = ("münchen", .filed, 50)
            },
            try measure("text: a customer's name, all", connection, 20) {
                $0.text = Self.name(of: customer())
            },
            try measure("amounts, the greatest 50", connection, 100) {
                ($0.minimum, $0.sort) = (Decimal(1000), .amount)
                ($0.isDescending, $0.limit) = (true, 50)
            },
            try measure("the last 50", connection, 100) {
                ($0.isDescending, $0.limit) = (true, 50)
            },
        ]
    }

    private func measure(
        _ name: String, _ connection: Connection, _ rounds: Int,
        _ ask: (inout Books.Search) -> Void
    ) throws -> Search {
        var times: [Int] = []
        var rows = 0
        for _ in 0..<rounds {
            var search = Books.Search()
            ask(&search)
            let start = Clock.now()
            try connection.transaction(.deferred) { transaction in
                try Books.documents(search, in: transaction) { _ in rows += 1 }
            }
            times.append(Clock.now() - start)
        }
        return Search(
            name: name, rounds: rounds, rows: rows, median: times.sorted()[rounds / 2],
            total: times.reduce(0, +))
    }
}

extension CalendarDate {
    fileprivate static var first2026: CalendarDate {
        CalendarDate(year: 2026, month: 1, day: 1) ?? .first
    }
}
