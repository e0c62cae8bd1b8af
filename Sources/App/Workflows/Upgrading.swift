import Archive
import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Fills in what older books did not keep: amounts of orders, values of unbilled deliveries, and the
/// lines and search texts of issued documents, read back from their canonical JSON.
///
/// Works in pieces, each a transaction: what a stop leaves unfinished the next opening goes on with.
struct Upgrading {
    let books: BooksFolder

    private static let batchSize = 256

    func run() throws {
        if try !isNeeded() { return }
        var isDone = false
        while !isDone {
            try books.change { transaction in
                let master = try books.masterData(in: transaction)
                let orders = try Books.incompleteOrders(
                    limit: Upgrading.batchSize, in: transaction)
                for order in orders { try complete(order, master, in: transaction) }
                isDone = orders.isEmpty
            }
        }
        try enterTexts()
    }

    /// What documents are found by. One whose canonical JSON is lost or damaged is found by what the
    /// tables say: books must open to be mended.
    private func enterTexts() throws {
        var isDone = false
        while !isDone {
            try books.change { transaction in
                let numbers = try Books.documentsWithoutText(
                    limit: Upgrading.batchSize, in: transaction)
                for number in numbers {
                    try Books.addText(
                        searchText(of: number, in: transaction), of: number, in: transaction)
                }
                isDone = numbers.isEmpty
            }
        }
    }

    private func searchText(
        of number: String, in transaction: borrowing Transaction
    ) throws -> Books.SearchText {
        do {
            return Books.SearchText(try books.invoice(number, in: transaction))
        } catch let error as EnvironmentError where !error.isRefusal {
            return Books.SearchText(try books.document(number, in: transaction))
        }
    }

    /// Whether anything is left to fill in.
    func isNeeded() throws -> Bool {
        try books.connection.transaction(.deferred) { transaction in
            let isComplete = try Books.incompleteOrders(limit: 1, in: transaction).isEmpty
            return try !isComplete
                || !Books.documentsWithoutText(limit: 1, in: transaction).isEmpty
        }
    }

    private func complete(
        _ id: String, _ master: MasterData, in transaction: borrowing Transaction
    ) throws {
        let findings = Findings()
        guard let kept = try Books.record(.orders, id, in: transaction),
            let order = kept.tree(.orders, findings).flatMap({ Order($0.root, findings) })
        else { throw EnvironmentError("the record of order \(id) cannot be read") }
        // Taken when terms were not compared yet: what it states holds. One that can no longer be
        // calculated is told by check and issue, and counts nothing meanwhile.
        var context = OrderContext(isNew: false)
        context.reading = .stated
        let trial = OrderTrial(order, master, context, findings)
        let amounts =
            trial?.amounts
            ?? Books.OrderAmounts(contract: nil, payable: .zero(order.currency), taxable: [:])
        try Books.complete(order, amounts, in: transaction)
        try completeDeliveries(of: order, trial, master, in: transaction)
        for document in try Books.documentsWithoutLines(of: id, in: transaction) {
            try Books.addLines(
                try lines(of: document, order, in: transaction), of: document, in: transaction)
        }
    }

    /// Version 1 billed each delivery by itself: it is worth its part of the order.
    private func completeDeliveries(
        of order: Order, _ trial: OrderTrial?, _ master: MasterData,
        in transaction: borrowing Transaction
    ) throws {
        for delivery in try Books.unvaluedDeliveries(of: order.id, in: transaction) {
            let quantities = try Books.quantities(of: delivery, in: transaction)
            let part = trial.flatMap {
                Fulfilment.Part(
                    $0.reviewed, .delivery,
                    Delivery(id: delivery, order: order.id, date: order.date), quantities,
                    before: [:], isFirst: false, Findings())
            }
            let value = part?.value(master) ?? .zero(order.currency)
            try Books.setValue(value, of: delivery, in: transaction)
        }
    }

    /// What an issued document bills of each order line, as its canonical JSON says.
    private func lines(
        of document: String, _ order: Order, in transaction: borrowing Transaction
    ) throws -> [Books.DocumentLine] {
        let files = try Archive.files(of: document, in: transaction)
        guard let file = files.first(where: { $0.kind == .json }) else {
            throw EnvironmentError("\(document) has no canonical JSON in the archive")
        }
        let source = SourceText(name: file.path, bytes: try books.read(file))
        let tree: DataTree
        do throws(Rejected) { tree = try JSONReader.read(source) } catch {
            throw EnvironmentError("\(file.path) cannot be read: \(error.diagnostic.message)")
        }
        return try (tree.root["lines"]?.elements ?? []).map { node in
            guard let number = node["orderLine"]?.string.flatMap({ Int($0) }),
                let quantity = node["quantity"]?.string.flatMap({ Decimal($0) }),
                let taxable = node["taxable"]?.string.flatMap({ Decimal($0) })
            else { throw EnvironmentError("\(file.path) is not a canonical invoice") }
            return Books.DocumentLine(
                order: order.id, line: number, quantity: quantity,
                taxable: try Money(taxable, order.currency, .halfAwayFromZero))
        }
    }
}
