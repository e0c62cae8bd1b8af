import Archive
import Database

extension Verifying {
    /// Rows that follow from no document against the seals of the audit trail: records, orders,
    /// deliveries, decisions, answers of the portal.
    func seals(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        _ = try Seals.checkEntries(in: transaction) { entry in
            record.report(
                "seal-changed", "seals of an entry of the audit trail were changed, or are gone",
                found: "rows of seal with sequence \(entry.sequence)",
                expected: "those whose digest row \(entry.sequence) of audit has",
                hint: "restore the books from a backup",
                subject: "\(entry.action) \(entry.subject)")
        }
        var count = 0
        try Seals.check(in: transaction) { breach in
            count += 1
            record.progress("rows", count)
            if let breach { record.report(breach) }
        }
        record.end("rows given or decided", count, "each is as the audit trail has sealed it")
    }
}

extension CheckRecord {
    fileprivate func report(_ breach: Seals.Breach) {
        switch breach.kind {
        case .changed: report("record-changed", "a row is not as it was entered", breach)
        case .missing: report("record-missing", "a row that was entered is gone", breach)
        case .unsealed:
            report("record-unsealed", "a row is there that no command has entered", breach)
        }
    }

    private func report(_ code: String, _ message: String, _ breach: Seals.Breach) {
        let name = breach.item.split(separator: "/", maxSplits: 1).map(String.init)
        report(
            code, message, found: "row \(breach.item)",
            expected: breach.entry.map { entry in
                (breach.kind == .unsealed ? "none, since" : "as by") + " entry \(entry.sequence)"
                    + " of the audit trail, \(entry.at), \(entry.person): \(entry.action) "
                    + entry.subject
            },
            hint: "somebody wrote to books.sqlite; compare the row with a backup's, or restore the "
                + "books from it",
            subject: name.joined(separator: " "))
    }
}
