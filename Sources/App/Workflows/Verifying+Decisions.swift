import Archive
import Books
import Database
import Money

/// What people decided, by the tables and by the audit trail.
extension Verifying {
    /// Cancelled documents, orders on hold, released and cancelled, and approvals: each as the audit
    /// trail has it, and each entry of the trail with its row.
    func decisions(_ record: CheckRecord, in transaction: borrowing Transaction) throws {
        let start = try Verifying.trailStart(in: transaction)
        var count = 0
        for table in Books.DecisionTable.allCases {
            let actions = table.actions.map(\.action.rawValue)
            try Books.decided(table, actions, in: transaction) { subject in
                let rows = try Books.decisions(table, of: subject, in: transaction)
                count += rows.count
                record.progress("decisions", count)
                let entries = table.latest(
                    try Trail.notes(about: subject, in: transaction).compactMap(table.decision))
                let check = DecisionCheck(
                    record: record, table: table, subject: subject, trailStart: start)
                check.compare(rows, entries)
            }
        }
        try Books.misplacedOrders(in: transaction) { order, state, expected in
            record.report(
                "decision-changed", "the order's state is not what its events lead to",
                found: state, expected: expected,
                hint: "compare the rows of sales_order and order_event with a backup's",
                subject: "order \(order)")
        }
        try Books.signedRevisions(in: transaction) { order, person in
            record.report(
                "decision-changed", "a row of order_event was changed: person of a new revision",
                found: person, expected: "nobody: it was imported",
                hint: "restore the row from a backup", subject: "order \(order)")
        }
        record.end(
            "decisions", count, "cancellations, holds, approvals as the audit trail has them")
    }

    /// The day of the trail's first entry, where the books are older than their trail: what was
    /// decided until then has no entry. `nil` where the trail begins with the books.
    static func trailStart(in transaction: borrowing Transaction) throws -> String? {
        // An empty trail is told by itself.
        guard let first = try Trail.first(in: transaction) else { return "9999-12-31" }
        return first.action == Trail.Action.begin.rawValue ? nil : String(first.at.prefix(10))
    }
}

/// The decisions about one document or order, held against those of the trail about it.
private struct DecisionCheck {
    let record: CheckRecord
    let table: Books.DecisionTable
    let subject: String
    let trailStart: String?

    func compare(_ rows: [Books.Decision], _ entries: [Books.Decision]) {
        var entries = entries
        var rest: [Books.Decision] = []
        for row in rows {
            if let index = entries.firstIndex(where: { row.isTold(by: $0) }) {
                entries.remove(at: index)
            } else {
                rest.append(row)
            }
        }
        for row in rest {
            if let index = entries.firstIndex(where: { $0.what == row.what }) {
                report("a row of \(table.rawValue) was changed", row, entries.remove(at: index))
            } else if trailStart.map({ $0 < row.day }) ?? true {
                report("a row of \(table.rawValue) has no entry in the audit trail", row, nil)
            }
        }
        for entry in entries {
            report("the row of an entry in the audit trail is gone: \(table.rawValue)", nil, entry)
        }
    }

    private func report(_ message: String, _ found: Books.Decision?, _ told: Books.Decision?) {
        record.report(
            "decision-changed", message, found: found?.text, expected: told?.text,
            hint: "the audit trail has what was decided; restore the row from a backup",
            subject: "\(table == .documentEvent ? "document" : "order") \(subject)")
    }
}

extension Books.DecisionTable {
    /// The trail's actions that decide something in the table, and what it calls that.
    fileprivate var actions: [(action: Trail.Action, what: String)] {
        switch self {
        case .documentEvent: [(.cancel, "cancelled")]
        case .orderEvent:
            [(.hold, "held"), (.release, "released"), (.cancelOrder, "cancelled")]
        case .approval: [(.approve, "")]
        }
    }

    /// An entry of the trail as the table would have it; `nil` where it is about something else.
    fileprivate func decision(_ note: Trail.Note) -> Books.Decision? {
        guard let known = actions.first(where: { $0.action.rawValue == note.action }) else {
            return nil
        }
        var (what, reason) = (known.what, note.statement)
        if self == .approval {
            // `price-mismatch, line 2: as agreed`.
            guard let colon = reason.firstRange(of: ": ") else { return nil }
            what = String(reason[..<colon.lowerBound])
            reason = String(reason[colon.upperBound...])
        }
        return Books.Decision(what: what, day: note.at, person: note.person, reason: reason)
    }

    /// Of approvals only the last of each kind stands.
    fileprivate func latest(_ decisions: [Books.Decision]) -> [Books.Decision] {
        if self != .approval { return decisions }
        var last: [String: Books.Decision] = [:]
        for decision in decisions { last[decision.what] = decision }
        return last.values.sorted { $0.what < $1.what }
    }
}

extension Books.Decision {
    fileprivate var text: String {
        "\(what) on \(day.prefix(10)) by \(person.isEmpty ? "nobody" : person): "
            + (reason.isEmpty ? "no reason" : reason)
    }

    /// Whether an entry of the trail says the same.
    fileprivate func isTold(by entry: Books.Decision) -> Bool {
        what == entry.what && person == entry.person && reason == entry.reason
            && isDay(of: entry.day)
    }

    /// The day is read before the entry is written: about midnight it may be the one before.
    private func isDay(of time: String) -> Bool {
        if time.hasPrefix(day) { return true }
        let isJustAfterMidnight = time.dropFirst(10).hasPrefix("T00:0")
        return isJustAfterMidnight
            && CalendarDate(day)?.adding(days: 1).description == String(time.prefix(10))
    }
}
