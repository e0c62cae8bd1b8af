import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Trade

/// Says what orders in files should look like by their customers, contracts and price lists.
public struct Expecting {
    public struct Outcome: Sendable {
        public internal(set) var orders = 0
        /// Orders with errors as they stand in the file.
        public internal(set) var ordersWithErrors = 0
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Finds what deviates in each order of the files, and calls `body` with the order as it was
    /// agreed, in the form of an input record. What could not be priced even so has findings only.
    ///
    /// - Parameter isSaid: the files hold orders whatever their names say.
    public func run(
        _ files: [String], isSaid: Bool = false, _ body: (Value) -> Void
    ) throws -> Outcome {
        if !isSaid { try files.forEach(checkName) }
        var outcome = Outcome()
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            let desk = OrderDesk(master, today: try world.today(master.company.timeZone))
            for file in files { try take(file, desk, &outcome, in: transaction, body) }
        }
        return outcome
    }

    private func checkName(_ file: String) throws {
        guard let kind = RecordKind(fileName: file), kind != .orders else { return }
        throw UsageError(
            "\(file) holds \(kind.rawValue) by its name, not orders", hint: "or say --as orders")
    }

    private func take(
        _ file: String, _ desk: OrderDesk, _ outcome: inout Outcome,
        in transaction: borrowing Transaction, _ body: (Value) -> Void
    ) throws {
        guard let layout = RecordSplitter.Layout(fileName: file, table: RecordKind.orders.table)
        else {
            throw UsageError(
                "\(file) is none of the kinds of file that are read",
                hint: "the name ends in .json, .jsonl or .csv")
        }
        var isCSV = false
        if case .csv = layout { isCSV = true }
        func one(_ source: SourceText) throws {
            let findings = Findings()
            let kept = Books.Kept(source: source, isCSV: isCSV)
            let order = kept.tree(.orders, findings).flatMap { Order($0.root, findings) }
            if let order {
                let context = try desk.newContext(of: order, in: transaction)
                _ = OrderTrial(order, desk.master, context, findings)
                if let expected = expected(order, context, desk.master, findings) { body(expected) }
            }
            findings.diagnostics.forEach(world.reporter.report)
            outcome.orders += 1
            if findings.hasErrors { outcome.ordersWithErrors += 1 }
        }
        var splitter = RecordSplitter(name: file, layout: layout)
        let fileFindings = Findings()
        try Disk.stream(file) { piece in
            try splitter.feed(piece, findings: fileFindings, record: one)
        }
        try splitter.finish(findings: fileFindings, record: one)
        fileFindings.diagnostics.forEach(world.reporter.report)
        outcome.ordersWithErrors += fileFindings.errorCount
    }

    /// The order as agreed; what stands in its way is told unless it was before.
    private func expected(
        _ order: Order, _ context: OrderContext, _ master: MasterData, _ findings: Findings
    ) -> Value? {
        var agreed = context
        agreed.reading = .agreed
        let own = Findings()
        if let trial = OrderTrial(order, master, agreed, own) { return trial.expectedOrder }
        if !findings.hasErrors { own.diagnostics.forEach(findings.add) }
        return nil
    }
}
