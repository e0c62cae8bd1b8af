import Books
import Database
import Diagnostics
import Formats
import Money
import Trade

/// Looks into the contracts of the books: which there are, and what each says on a day.
public struct Contracts {
    /// A contract in a list.
    public struct Listed: Sendable {
        public let id: String
        public let customer: String
        public let title: String?
        public let currency: Currency
        public let from: CalendarDate
        /// The last day as all amendments leave it, or open.
        public let to: CalendarDate?
        public let amendments: Int
        public let standing: Standing
    }

    /// Where a day lies in a contract's time.
    public enum Standing: String, Sendable {
        case toCome = "to come"
        case inForce = "in force"
        case ended
    }

    /// A contract's terms on a day, with all its amendments.
    public struct Shown: Sendable {
        public let terms: ContractTerms
        public let customerName: String?
        public let standing: Standing
        /// The contract's own note.
        public let note: String?
        /// In the order in which they take effect.
        public let amendments: [Amendment]
    }

    public struct Amendment: Sendable {
        public let id: String
        public let title: String?
        public let note: String?
        public let from: CalendarDate
        public let isInForce: Bool
    }

    let books: BooksFolder
    let world: World

    public init(_ books: BooksFolder, world: World) {
        self.books = books
        self.world = world
    }

    /// Contracts by id, without their amendments.
    public func list(customer: String?) throws -> [Listed] {
        let (master, today) = try masterData()
        if let customer, master.customers[customer] == nil {
            throw UsageError.unknownCustomer(customer, master)
        }
        return master.contracts.ids.compactMap { id in
            guard let contract = master.contracts[id], let owner = contract.customer,
                let currency = contract.currency, customer == nil || owner == customer
            else { return nil }
            return Listed(
                id: id, customer: owner, title: contract.title, currency: currency,
                from: contract.from, to: master.contracts.lastDay(of: id),
                amendments: master.contracts.amendments(of: id).count,
                standing: standing(of: contract, master, on: today))
        }
    }

    /// - Parameters:
    ///   - id: a contract's, or one of its amendments'.
    ///   - day: today where `nil`; of a contract that is not in force today its nearest day.
    public func show(_ id: String, on day: CalendarDate?) throws -> Shown {
        let (master, today) = try masterData()
        guard let base = master.contracts.base(of: id), let contract = master.contracts[base] else {
            throw UsageError.unknownContract(id, master)
        }
        let last = master.contracts.lastDay(of: base)
        let nearest = max(contract.from, min(today, last ?? today))
        guard let terms = master.contracts.terms(of: base, on: day ?? nearest) else {
            throw UsageError(
                "contract \(base) is not in force on \(day ?? nearest)",
                hint: "it holds from \(contract.from)\(last.map { " to \($0)" } ?? " on")")
        }
        return Shown(
            terms: terms, customerName: master.customers[terms.customer]?.name,
            standing: standing(of: contract, master, on: day ?? today), note: contract.note,
            amendments: master.contracts.amendments(of: base).map { amendment in
                Amendment(
                    id: amendment.id, title: amendment.title, note: amendment.note,
                    from: amendment.from, isInForce: terms.amendments.contains(amendment.id))
            })
    }

    private func standing(
        of contract: Contract, _ master: MasterData, on day: CalendarDate
    ) -> Standing {
        if day < contract.from { return .toCome }
        return master.contracts.terms(of: contract.id, on: day) == nil ? .ended : .inForce
    }

    private func masterData() throws -> (MasterData, today: CalendarDate) {
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            return (master, try world.today(master.company.timeZone))
        }
    }
}
