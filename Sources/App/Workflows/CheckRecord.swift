import Database
import Diagnostics

/// Collects what was checked while it is.
final class CheckRecord {
    /// Findings that are told one by one; those past it are counted.
    static let limit = 1_000

    private let reporter: any Reporter
    private(set) var checks: [Verifying.Check] = []
    /// Files of a batch that was begun and not ended.
    var waiting = 0
    var waitingText: String { Verifying.waiting(waiting) }
    /// What could not be read.
    private(set) var unread = 0
    private var findings = 0
    private var told = 0

    init(reporter: any Reporter) { self.reporter = reporter }

    func report(
        _ code: String, _ message: String, found: String? = nil, expected: String? = nil,
        hint: String, subject: String? = nil
    ) {
        findings += 1
        told += 1
        if told > CheckRecord.limit { return }
        reporter.report(
            Diagnostic(
                code: code, message, found: found, expected: expected, hint: hint,
                subject: subject))
    }

    /// Tells a row that says what none can, such as a currency that there is not.
    func reportRow(_ table: String, _ found: String, subject: String? = nil) {
        report(
            "row-damaged", "a row of \(table) says what none can", found: found,
            hint: "somebody changed it, or the disk did; compare it with a backup's",
            subject: subject)
    }

    /// Tells what could not be read: whether it is as it must be is not known.
    func reportUnread(_ path: String, _ reason: String, subject: String? = nil) {
        unread += 1
        report(
            "file-unreadable", "\(path) could not be read", found: reason,
            hint: "check the disk and who may read there, then verify again", subject: subject)
    }

    func progress(_ what: String, _ done: Int, of total: Int = 0) {
        if done % 64 == 0 { reporter.progress(what, done: done, total: total) }
    }

    /// Ends a check: what was found since the last one belongs to it.
    func end(_ what: String, _ count: Int, _ meaning: String) {
        checks.append(
            Verifying.Check(what: what, count: count, findings: findings, meaning: meaning))
        findings = 0
        reporter.endProgress()
    }

    /// Does a check. What makes it impossible to go on is told, and the next one is done all the same.
    func check(_ what: String, _ body: () throws -> Void) throws {
        let count = checks.count
        do { try body() } catch let error as DatabaseError {
            if [.inputOutput, .cannotOpen, .busy].contains(error.kind) { unread += 1 }
            report(
                "check-stopped", "the check of \(what) could not go on", found: error.message,
                hint: error.advice ?? "restore the books from a backup")
        } catch let error as EnvironmentError {
            report(
                "check-stopped", "the check of \(what) could not go on", found: error.message,
                hint: error.hint ?? "restore the books from a backup")
        }
        if checks.count == count { end(what, 0, "") }
    }
}
