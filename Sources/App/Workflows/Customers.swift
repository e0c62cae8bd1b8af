import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Looks into the customers of the books: who they are, which may be one, how they have changed.
public struct Customers {
    /// A customer in a list.
    public struct Listed: Sendable {
        /// As it is today; the oldest version where none holds yet.
        public let customer: Customer
        public let versions: Int
    }

    /// Two customers that may be one.
    public struct Alike: Sendable {
        public let customer: Customer
        public let other: Customer
        /// What they have in common.
        public let what: String
    }

    /// A customer as it is on a day, and how it stands.
    public struct Shown: Sendable {
        public let customer: Customer
        /// The record as it was handed in.
        public let record: Value
        public let day: CalendarDate
        /// The first days of all its versions, oldest first; `nil`: from the beginning.
        public let versions: [CalendarDate?]
        /// Ids of the contracts in force on the day.
        public let contracts: [String]
        /// What it could fail to pay today, in its currency.
        public let openInvoices: Money
        public let unbilled: Money
        /// What is left of its credit limit; below zero where it is exceeded.
        public let creditLeft: Money?
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Customers by id.
    ///
    /// - Parameter text: a part of id, name, city or tax number, in any case.
    public func list(text: String?) throws -> [Listed] {
        let (master, today) = try masterData()
        return master.customers.ids.compactMap { id in
            let versions = master.customers.versions(of: id)
            guard
                let customer = master.customers.customer(id, on: today) ?? versions.first,
                text.map({ Customers.contains($0, versions) }) ?? true
            else { return nil }
            return Listed(customer: customer, versions: versions.count)
        }
    }

    private static func contains(_ text: String, _ versions: [Customer]) -> Bool {
        let wanted = text.lowercased()
        return versions.contains { version in
            let texts =
                [version.id, version.name, version.address.city, version.taxNumber ?? ""]
                + version.taxRegistrations.map(\.taxNumber)
            return texts.contains { $0.lowercased().contains(wanted) }
        }
    }

    /// Pairs of customers with the same tax number, or the same name but for the legal form; each
    /// pair once.
    public func duplicates() throws -> [Alike] {
        let (master, _) = try masterData()
        var pairs: [Alike] = []
        var seen: Set<[String]> = []
        for id in master.customers.ids {
            for version in master.customers.versions(of: id) {
                for (otherID, what) in master.customers.lookalikes(of: version) {
                    guard let customer = master.customers[id],
                        let other = master.customers[otherID],
                        seen.insert([min(id, otherID), max(id, otherID)]).inserted
                    else { continue }
                    pairs.append(Alike(customer: customer, other: other, what: what))
                }
            }
        }
        return pairs
    }

    /// - Parameter day: the version that holds on it; today's where `nil`.
    public func show(_ id: String, on day: CalendarDate?) throws -> Shown {
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            let today = try world.today(master.company.timeZone)
            let versions = master.customers.versions(of: id)
            guard let oldest = versions.first else {
                throw UsageError.unknownCustomer(id, master)
            }
            let held = master.customers.customer(id, on: day ?? today)
            if held == nil, let day {
                throw UsageError(
                    "no version of customer \(id) holds on \(day)",
                    hint: "the first is from \(oldest.validFrom?.description ?? "the beginning")")
            }
            let customer = held ?? oldest
            let exposure = try Books.exposure(
                of: id, in: customer.currency, on: today, in: transaction)
            return Shown(
                customer: customer, record: customer.node.recordValue, day: day ?? today,
                versions: versions.map(\.validFrom),
                contracts: master.contracts.inForce(for: id, on: day ?? today).map(\.id),
                openInvoices: exposure.openInvoices, unbilled: exposure.unbilled,
                creditLeft: try customer.creditLimit.map { limit throws(AmountOverflow) in
                    try limit - exposure.openInvoices - exposure.unbilled
                })
        }
    }

    private func masterData() throws -> (MasterData, today: CalendarDate) {
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            return (master, try world.today(master.company.timeZone))
        }
    }
}
