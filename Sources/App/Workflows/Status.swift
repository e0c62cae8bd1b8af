import Books
import Database
import Money

/// How far orders have come: ordered, delivered, billed, open, line by line.
public struct Status {
    public struct Request: Sendable {
        public var order: String?
        public var customer: String?
        /// Only lines of which something is left to deliver or to bill.
        public var onlyOpen = false

        public init() {}
    }

    /// Sums of the values of all lines in one currency.
    public struct Total: Sendable {
        public internal(set) var lines: Int
        public internal(set) var ordered: Money
        public internal(set) var delivered: Money
        public internal(set) var billed: Money
        /// What notes have taken off what is billed.
        public internal(set) var credited: Money
        public internal(set) var open: Money
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Calls `body` with one line after another, by order date; none is kept.
    ///
    /// - Returns: the sums, by currency in the order in which they first come.
    public func run(
        _ request: Request, _ body: (Books.LineStatus) throws -> Void
    ) throws -> [Total] {
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            if let customer = request.customer, master.customers[customer] == nil {
                throw UsageError.unknownCustomer(customer, master)
            }
            if let order = request.order, try Books.order(order, in: transaction) == nil {
                throw try UsageError.unknownOrder(order, in: transaction)
            }
            var totals: [Total] = []
            try Books.status(
                order: request.order, customer: request.customer,
                on: try world.today(master.company.timeZone), in: transaction
            ) { line in
                if request.onlyOpen, !line.isOpen { return }
                try add(line, to: &totals)
                try body(line)
            }
            return totals
        }
    }

    private func add(
        _ line: Books.LineStatus, to totals: inout [Total]
    ) throws(AmountOverflow) {
        let currency = line.orderedValue.currency
        let zero = Money.zero(currency)
        var place = totals.firstIndex { $0.ordered.currency == currency } ?? totals.endIndex
        if place == totals.endIndex {
            totals.append(
                Total(
                    lines: 0, ordered: zero, delivered: zero, billed: zero, credited: zero,
                    open: zero))
            place = totals.endIndex - 1
        }
        totals[place].lines += 1
        totals[place].ordered = try totals[place].ordered + line.orderedValue
        totals[place].delivered = try totals[place].delivered + line.deliveredValue
        totals[place].billed = try totals[place].billed + line.billedValue
        totals[place].credited = try totals[place].credited + line.creditedValue
        totals[place].open = try totals[place].open + line.openValue
    }
}
