import Books
import Database
import Diagnostics
import Formats
import Money
import Trade

extension Customers {
    /// What came of a change.
    public struct Edited: Sendable {
        /// Nothing was kept where the record as changed has errors, or is as it was.
        public let isKept: Bool
        public let hasErrors: Bool
        /// The day from which the version holds that was written.
        public let validFrom: CalendarDate?
        public let isNewVersion: Bool
        public let changes: [FieldChange]
        /// The record as it would be or is kept.
        public let record: Value
        /// Later versions, which stay as they are.
        public let laterVersions: [CalendarDate]
    }

    /// What records that `edit` writes are called in findings.
    static let editSource = "customer set"

    /// Changes fields of a customer: of its newest version, or from a day on as a new version.
    ///
    /// The record as changed goes through all that import asks of one; after an error nothing is kept.
    public func edit(
        _ id: String, _ edits: [RecordEdit], from day: CalendarDate?
    ) throws -> Edited {
        try checkKeys(edits)
        return try books.change { transaction in
            let master = try books.masterData(in: transaction)
            let versions = master.customers.versions(of: id)
            guard let oldest = versions.first, let newest = versions.last else {
                throw UsageError.unknownCustomer(id, master)
            }
            let base = day.map { master.customers.customer(id, on: $0) ?? oldest } ?? newest
            let before = base.node.recordValue
            var record = try edits.reduce(before) { try $1.applied(to: $0) }
            let changes = record.changes(from: before)
            let validFrom = day ?? base.validFrom
            if let day { record = record.replacing("validFrom", with: .date(day)) }
            var isKept = false
            let findings = Findings()
            if !changes.isEmpty {
                let source = SourceText(
                    name: Customers.editSource, bytes: JSONWriter.bytes(record))
                let intake = RecordIntake(
                    kind: .customers, isCSV: false, master: master,
                    today: try world.today(master.company.timeZone))
                _ = try intake.take(source, in: transaction, findings)
                findings.diagnostics.forEach(world.reporter.report)
                isKept = !findings.hasErrors
                if isKept {
                    try world.stamp(master.company).enter(
                        .customer, id, Customers.summary(of: changes, from: day),
                        in: transaction)
                }
            }
            return Edited(
                isKept: isKept, hasErrors: findings.hasErrors, validFrom: validFrom,
                isNewVersion: !versions.contains { $0.validFrom == validFrom }, changes: changes,
                record: record,
                laterVersions: versions.compactMap(\.validFrom).filter {
                    $0 > validFrom ?? .first
                })
        }
    }

    /// What the trail says of a change: each field with what it was and is, from when.
    private static func summary(of changes: [FieldChange], from day: CalendarDate?) -> String {
        func short(_ text: String) -> String {
            printable(text.count > 80 ? text.prefix(80) + "…" : text)
        }
        let some = changes.prefix(20).map { change in
            let before = change.from.map { "\(short($0)) " } ?? ""
            return "\(change.key): \(before)→ \(change.to.map(short) ?? "none")"
        }
        return some.joined(separator: "; ") + (changes.count > some.count ? "; …" : "")
            + (day.map { ", from \($0)" } ?? "")
    }

    private func checkKeys(_ edits: [RecordEdit]) throws {
        for edit in edits {
            switch edit.key.split(separator: ".").first {
            case "id":
                throw UsageError(
                    "a customer's id stays: orders and documents name it",
                    hint: "import a new customer, and set status=inactive on this one")
            case "validFrom":
                throw UsageError(
                    "validFrom is not set as a field",
                    hint: "--from DATE makes a version from a day")
            default: continue
            }
        }
    }
}

extension Value {
    /// A record with a field in place of the one of that name, or at its end.
    fileprivate func replacing(_ name: String, with value: Value) -> Value {
        guard case .record(let record) = self else { return self }
        return .record { result in
            for field in record.fields {
                result.add(field.name, field.name == name ? value : field.value)
            }
            if record[name] == nil { result.add(name, value) }
        }
    }
}
