import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Looks at what stands in the books as if it were issued now, and changes nothing.
public struct Checking {
    public struct Outcome: Sendable {
        public internal(set) var orders = 0
        public internal(set) var ordersWithErrors = 0
        /// Deliveries that could be issued, and those that could not.
        public internal(set) var billable = 0
        public internal(set) var refused = 0
        /// Deliveries that wait because their order is on hold.
        public internal(set) var held = 0
        public internal(set) var warnings = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Every order is reviewed and calculated as a whole; every unbilled delivery up to `until` goes
    /// through all that issuing does short of numbering and filing.
    public func run(until: CalendarDate?) throws -> Outcome {
        var outcome = Outcome()
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            let date = try until ?? world.today(master.company.timeZone)
            let workshop = try Workshop(master.company, books, world)
            let desk = OrderDesk(master, today: try world.today(master.company.timeZone))
            let wrong = try orders(desk, &outcome, in: transaction)
            try deliveries(master, workshop, date, wrong, &outcome, in: transaction)
        }
        world.reporter.endProgress()
        return outcome
    }

    /// - Returns: the orders with errors.
    private func orders(
        _ desk: OrderDesk, _ outcome: inout Outcome, in transaction: borrowing Transaction
    ) throws -> Set<String> {
        var wrong: Set<String> = []
        let total = try Books.count(.orders, in: transaction)
        try Books.records(.orders, in: transaction) { kept in
            let findings = Findings()
            if let order = kept.tree(.orders, findings).flatMap({ Order($0.root, findings) }),
                let entry = try Books.order(order.id, in: transaction), entry.state != .cancelled
            {
                let context = try context(of: order, desk, in: transaction)
                if let trial = OrderTrial(order, desk.master, context, findings) {
                    OrderDesk.tellRepriced(trial, entry, findings)
                }
            }
            findings.diagnostics.forEach(world.reporter.report)
            outcome.orders += 1
            outcome.warnings += findings.warningCount
            if findings.hasErrors {
                outcome.ordersWithErrors += 1
                wrong.insert(kept.id)
            }
            world.reporter.progress("checking orders", done: outcome.orders, total: total)
        }
        return wrong
    }

    /// Of an order that was begun, neither its customer's standing nor its credit is asked any more.
    private func context(
        of order: Order, _ desk: OrderDesk, in transaction: borrowing Transaction
    ) throws -> OrderContext {
        if try Books.isBegun(order.id, in: transaction) {
            var context = OrderContext(isNew: false)
            context.approvals = try Books.approvals(of: order.id, in: transaction)
            return context
        }
        return try desk.newContext(of: order, countsOthers: false, in: transaction)
    }

    private func deliveries(
        _ master: MasterData, _ workshop: Workshop, _ date: CalendarDate, _ wrong: Set<String>,
        _ outcome: inout Outcome, in transaction: borrowing Transaction
    ) throws {
        let (total, held) = try Books.unbilledCount(until: date, customer: nil, in: transaction)
        outcome.held = held
        var cursor = Books.Cursor.start
        while true {
            let unbilled = try Books.unbilled(
                after: cursor, until: date, customer: nil, limit: Issuing.batchSize, in: transaction
            )
            guard let last = unbilled.last else { return }
            cursor = last.cursor
            let deliveries = try BillableGroup.sequence(unbilled[...], books, in: transaction)
            let results = inParallel(deliveries, workshop.makers) { maker, delivery in
                let findings = Findings()
                guard let invoice = delivery.invoice(master, on: date, findings),
                    !findings.hasErrors
                else { return (isMade: false, diagnostics: findings.diagnostics) }
                let made = maker.make(invoice.numbered(placeholder(invoice, master.company, date)))
                return (made.isMade, findings.diagnostics + made.diagnostics)
            }
            for (group, result) in zip(deliveries, results) {
                // What is wrong with an order has been said of it.
                if wrong.isDisjoint(with: group.orders) {
                    result.diagnostics.forEach(world.reporter.report)
                }
                if result.isMade { outcome.billable += 1 } else { outcome.refused += 1 }
            }
            world.reporter.progress(
                "checking deliveries", done: outcome.billable + outcome.refused, total: total)
        }
    }
}

/// A number as long as any that the invoice's series can give.
func placeholder(_ invoice: Invoice, _ company: Company, _ date: CalendarDate) -> String {
    company.series(for: invoice.kind, invoice.treatment.scope)?.placeholder(
        in: company.fiscalYear(of: date))
        ?? "PREVIEW"
}
