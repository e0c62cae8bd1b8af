import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Tax
import Trade

/// Takes files of customers, items, prices, rates, contracts, orders and deliveries into the books.
///
/// Each record is checked on its own: a bad one is refused with all its findings, the good ones of
/// the same file are taken. A file that breaks off (a bracket that never closes) is refused whole.
public struct Importing {
    /// What became of one file.
    public struct Outcome: Sendable {
        public let file: String
        public let kind: RecordKind
        public var taken = 0
        public var refused = 0
        public var warnings = 0
        /// What the first records that were taken are called, for the trail.
        var names: [String] = []
    }

    private struct FileRefused: Error {}

    let books: BooksFolder
    let world: World
    /// Only look, keep nothing.
    let isDryRun: Bool

    public init(_ books: BooksFolder, world: World, isDryRun: Bool = false) {
        self.books = books
        self.world = world
        self.isDryRun = isDryRun
    }

    /// Takes the files in the order in which they depend on each other.
    ///
    /// - Parameter kind: what the files hold; by their names where `nil`.
    public func run(_ files: [String], kind: RecordKind?) throws -> [Outcome] {
        var outcomes: [Outcome] = []
        let named = try files.map { file in (file, try kind ?? kindOf(file)) }
        // A dry run undoes everything at its end, so that later files see what earlier ones bring.
        struct Undo: Error {}
        if isDryRun {
            do {
                try books.change { transaction in
                    for kind in RecordKind.allCases {
                        for (file, its) in named where its == kind {
                            outcomes.append(refusing(try take(file, kind, in: transaction)))
                        }
                    }
                    throw Undo()
                }
            } catch is Undo {}
            return outcomes
        }
        for kind in RecordKind.allCases {
            for (file, its) in named where its == kind { outcomes.append(try takeFile(file, kind)) }
        }
        return outcomes
    }

    private func kindOf(_ file: String) throws -> RecordKind {
        if let kind = RecordKind(fileName: file) { return kind }
        if !Disk.exists(file) { throw UsageError("there is no file \(file)") }
        let kinds = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError(
            "what \(file) holds cannot be told from its name",
            hint: "name it after what it holds (\(kinds)), or say --as KIND")
    }

    private func takeFile(_ file: String, _ kind: RecordKind) throws -> Outcome {
        var outcome = Outcome(file: file, kind: kind)
        do {
            try books.change { transaction in
                outcome = try take(file, kind, in: transaction)
                if outcome.refused < 0 { throw FileRefused() }
                if outcome.taken == 0 { return }
                let name = file.split(separator: "/").last.map(String.init) ?? file
                try world.stamp(books, in: transaction).enter(
                    .importing, kind.rawValue,
                    "\(printable(name)): \(outcome.taken) taken, \(outcome.refused) refused: "
                        + outcome.names.joined(separator: ", ")
                        + (outcome.taken > outcome.names.count ? ", …" : ""),
                    in: transaction)
            }
        } catch is FileRefused {
            return refusing(outcome)
        }
        return outcome
    }

    /// Where the file as a whole is refused, so are its sound records.
    private func refusing(_ outcome: Outcome) -> Outcome {
        if outcome.refused >= 0 { return outcome }
        var refused = outcome
        refused.refused = outcome.taken + 1
        refused.taken = 0
        return refused
    }

    /// Reads a file record by record; `refused` is −1 where the file as a whole is refused.
    private func take(
        _ file: String, _ kind: RecordKind, in transaction: borrowing Transaction
    ) throws -> Outcome {
        guard let layout = RecordSplitter.Layout(fileName: file, table: kind.table) else {
            throw UsageError(
                "\(file) is none of the kinds of file that are read",
                hint: kind.table == nil
                    ? "\(kind.rawValue) are read as JSON: the name ends in .json or .jsonl"
                    : "the name ends in .json, .jsonl or .csv")
        }
        var isCSV = false
        if case .csv = layout { isCSV = true }
        let master = try books.masterData(in: transaction)
        let intake = RecordIntake(
            kind: kind, isCSV: isCSV, master: master,
            today: try world.today(master.company.timeZone))
        var outcome = Outcome(file: file, kind: kind)
        var splitter = RecordSplitter(name: file, layout: layout)
        let fileFindings = Findings()
        func count(_ findings: Findings, isTaken: Bool) {
            findings.diagnostics.forEach(world.reporter.report)
            outcome.warnings += findings.warningCount
            if isTaken { outcome.taken += 1 } else { outcome.refused += 1 }
            if (outcome.taken + outcome.refused) % 64 == 0 {
                world.reporter.progress(file, done: outcome.taken + outcome.refused, total: 0)
            }
        }
        func one(_ source: SourceText) throws {
            let findings = Findings()
            if try intake.take(source, in: transaction, findings) {
                count(findings, isTaken: !findings.hasErrors)
            } else {
                findings.diagnostics.forEach(world.reporter.report)
                outcome.warnings += findings.warningCount
            }
        }
        try Disk.stream(file) { piece in
            try splitter.feed(piece, findings: fileFindings, record: one)
        }
        try splitter.finish(findings: fileFindings, record: one)
        try intake.settle(isWhole: !fileFindings.hasErrors, in: transaction, count)
        if outcome.taken + outcome.refused == 0, !fileFindings.hasErrors {
            fileFindings.add(
                Diagnostic(
                    .warning, code: "no-records", "\(file) holds no \(kind.rawValue)",
                    at: SourceLocation(source: SourceText(name: file, bytes: []), range: 0..<0),
                    hint: "is the file empty, or are its lines ended by carriage returns alone?"))
        }
        outcome.names = intake.names
        world.reporter.endProgress()
        fileFindings.diagnostics.forEach(world.reporter.report)
        outcome.warnings += fileFindings.warningCount
        outcome.refused = splitter.isBroken ? -1 : outcome.refused + fileFindings.errorCount
        return outcome
    }
}

/// A command used in a way it is not made for. Exit status 2.
public struct UsageError: Error, Sendable {
    public let message: String
    public let hint: String?

    public init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
