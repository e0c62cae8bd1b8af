import Books
import Database
import Diagnostics
import Money
import Trade

/// Holds orders back from billing, lets them go again, and cancels what is left of them.
public struct OrderStates {
    /// What a person says for what is done.
    public struct Decision: Sendable {
        public let reason: String?
        public let person: String

        /// - Parameter reason: why; may be absent only where nothing is withheld.
        /// - Parameter named: where the person's name was given, for messages.
        public init(reason: String?, by person: String, named: String = "--by") throws {
            self.reason = try reason.map { try plainText($0, "--reason", limit: 200) }
            self.person = try plainText(person, named, limit: 100)
        }
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Puts orders on hold: nothing of them is billed until they are released. All of them or none.
    ///
    /// - Returns: how many of their deliveries wait now.
    public func hold(_ orders: [String], _ decision: Decision) throws -> Int {
        try change(orders, .held, decision) { order, transaction in
            switch order.state {
            case .open: nil
            case .held:
                "order \(order.id) is on hold already\(try story(of: order, .held, in: transaction))"
            case .cancelled:
                "order \(order.id) was cancelled\(try story(of: order, .cancelled, in: transaction))"
            }
        }
    }

    /// Lets orders on hold be billed again. All of them or none.
    ///
    /// - Returns: how many of their deliveries can be billed now.
    public func release(_ orders: [String], _ decision: Decision) throws -> Int {
        try change(orders, .released, decision) { order, transaction in
            switch order.state {
            case .held: nil
            case .open: "order \(order.id) is not on hold"
            case .cancelled:
                "order \(order.id) was cancelled\(try story(of: order, .cancelled, in: transaction))"
            }
        }
    }

    private func change(
        _ orders: [String], _ kind: Books.OrderEvent.Kind, _ decision: Decision,
        _ objection: (Books.OrderEntry, borrowing Transaction) throws -> String?
    ) throws -> Int {
        var seen: Set<String> = []
        return try books.change { transaction in
            let today = try today(in: transaction)
            let stamp = try world.stamp(books, in: transaction)
            let event = Books.OrderEvent(
                kind: kind, date: today, reason: decision.reason, person: decision.person)
            var objections: [String] = []
            var deliveries = 0
            for id in orders where seen.insert(id).inserted {
                guard let order = try Books.order(id, in: transaction) else {
                    throw try UsageError.unknownOrder(id, in: transaction)
                }
                if let objection = try objection(order, transaction) {
                    objections.append(objection)
                } else {
                    try Books.add(event, to: id, in: transaction)
                    try stamp.enter(
                        kind == .held ? .hold : .release, id, decision.reason ?? "",
                        by: decision.person, in: transaction)
                    deliveries += try Books.unbilledDeliveries(of: id, in: transaction)
                }
            }
            if objections.isEmpty { return deliveries }
            throw UsageError(
                objections.joined(separator: "\n"),
                hint: seen.count > 1 ? "nothing was changed, of the others neither" : nil)
        }
    }

    func today(in transaction: borrowing Transaction) throws -> CalendarDate {
        try world.today(books.company(in: transaction).timeZone)
    }

    /// Since when, by whom and why an order is in its state: ` since 2026-04-03 (N. Rao: price)`.
    func story(
        of order: Books.OrderEntry, _ kind: Books.OrderEvent.Kind,
        in transaction: borrowing Transaction
    ) throws -> String {
        let events = try Books.events(of: order.id, in: transaction)
        guard let event = events.last(where: { $0.kind == kind }) else { return "" }
        let why = [event.person, event.reason].compactMap(\.self).joined(separator: ": ")
        return " \(kind == .held ? "since" : "on") \(event.date)" + (why.isEmpty ? "" : " (\(why))")
    }
}
