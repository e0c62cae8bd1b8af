import Books
import Database
import Diagnostics
import Formats
import Money
import Trade

extension Customers {
    /// A version of a customer and how it came to be.
    public struct Version: Sendable {
        /// The day from which it holds; `nil`: from the beginning.
        public let validFrom: CalendarDate?
        /// `customers.json:14`, where its record stands.
        public let place: String
        /// Its fields as they are kept now.
        public let record: Value
        /// What is different from the version before, but for the day.
        public let changes: [FieldChange]
        /// What its record said before it was replaced, oldest first.
        public let corrections: [Correction]
    }

    /// A record that took the place of an earlier one of the same version.
    public struct Correction: Sendable {
        public let date: String
        public let place: String
        public let changes: [FieldChange]
    }

    /// The versions of a customer, oldest first.
    public func history(_ id: String) throws -> [Version] {
        try books.connection.transaction(.deferred) { transaction in
            let master = try books.masterData(in: transaction)
            let versions = master.customers.versions(of: id)
            if versions.isEmpty { throw UsageError.unknownCustomer(id, master) }
            var before: Value?
            return try versions.map { customer in
                let record = customer.node.recordValue
                defer { before = record }
                return Version(
                    validFrom: customer.validFrom, place: customer.node.location.place,
                    record: record,
                    changes: before.map(record.changes)?.filter { $0.key != "validFrom" } ?? [],
                    corrections: try corrections(of: customer, in: transaction))
            }
        }
    }

    private func corrections(
        of customer: Customer, in transaction: borrowing Transaction
    ) throws -> [Correction] {
        let replaced = try Books.replaced(.customers, customer.recordID, in: transaction)
        let records = try replaced.map { try tree(of: $0.kept) } + [customer.node]
        return zip(replaced, zip(records, records.dropFirst())).map { replaced, pair in
            Correction(
                date: replaced.date, place: pair.1.location.place,
                changes: pair.1.recordValue.changes(from: pair.0.recordValue))
        }
    }

    /// A record that was sound when it was taken.
    private func tree(of kept: Books.Kept) throws -> DataNode {
        let findings = Findings()
        guard let tree = kept.tree(.customers, findings) else {
            throw EnvironmentError(
                "a replaced record cannot be read:\n\(findings.diagnostics.first?.text ?? "")")
        }
        return tree.root
    }
}
