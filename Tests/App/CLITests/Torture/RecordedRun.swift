import Database
import TestSupport
import Testing

/// Commands of the program one after another in one folder, with all that they did to the disk.
struct RecordedRun {
    struct Step {
        let arguments: [String]
        /// The status it ended with; minus the signal that ended it.
        let status: Int32
        let out: String
        let err: String
        /// How many calls had been made when it began, and when it had ended.
        let calls: Range<Int>
        /// How many reads it made, which are in no log.
        let reads: Int
        /// How many entries the books' trail had when it had ended: at least, and at most where other
        /// steps went on.
        let trail: ClosedRange<Int>
        let fault: Faults.Fault?
    }

    let folder: String
    private(set) var steps: [Step] = []
    private(set) var history: DiskHistory
    /// The links of the books' trail at the end.
    private(set) var trail: [String] = []
    /// How many entries it had at the beginning.
    private let trailAtStart: Int
    private let scratch = Scratch()

    /// Begins with a folder as it is.
    init(in folder: String) throws {
        self.folder = folder
        history = DiskHistory(folder)
        trailAtStart = try Self.links(of: folder).count
    }

    /// Runs a command; where a fault is given, under it.
    @discardableResult
    mutating func run(_ arguments: [String], fault: Faults.Fault? = nil) throws -> Step {
        try run([arguments], faults: [fault])[0]
    }

    /// Runs commands at the same time, each under its fault.
    @discardableResult
    mutating func run(_ commands: [[String]], faults: [Faults.Fault?]) throws -> [Step] {
        let before = history.calls.count
        let least = steps.last?.trail.lowerBound ?? trailAtStart
        scratch.remove("log")
        let processes = try zip(commands, faults).enumerated().map { number, run in
            try Faults(folder: folder, log: scratch.path + "/log", fault: run.1).start(
                run.0, out: "\(scratch.path)/out\(number)", err: "\(scratch.path)/err\(number)")
        }
        let ends = processes.map { $0.wait() }
        history.take(scratch.bytes("log"))
        let counts = processes.map { history.end(of: Int($0.id)) }
        let trail = try Self.links(of: folder).count
        for (number, command) in commands.enumerated() {
            // Who ends while others go on knows only how many there were at the beginning.
            let least = commands.count == 1 ? trail : least
            let step = Step(
                arguments: command, status: ends[number], out: scratch.text("out\(number)"),
                err: scratch.text("err\(number)"), calls: before..<counts[number].calls,
                reads: counts[number].reads, trail: min(least, trail)...trail,
                fault: faults[number])
            if faults[number] == nil {
                try #require(step.status == 0, "\(command): \(step.err)")
            }
            steps.append(step)
        }
        return steps.suffix(commands.count)
    }

    @discardableResult
    mutating func run(_ arguments: String...) throws -> Step { try run(arguments) }

    /// Reads what was recorded, and sees that nothing was missed: done again to the folder as it was,
    /// it makes the folder as it is.
    mutating func finish() throws {
        trail = try Self.links(of: folder)
        let again = Scratch()
        var random = SplitMix64(seed: 0)
        PowerCut(whole: history).leave(history, in: again.path, &random)
        let files = filesBelow(folder).filter { !$0.hasSuffix("-shm") }
        #expect(filesBelow(again.path) == files)
        let different = files.filter {
            contents("\(folder)/\($0)") != contents("\(again.path)/\($0)")
        }
        #expect(different == [])
    }

    /// The steps that had ended well when so many calls had been made.
    func ended(at calls: Int) -> [Step] {
        steps.filter { $0.status == 0 && $0.calls.upperBound <= calls }
    }

    /// The steps that had begun by then.
    func begun(at calls: Int) -> [Step] { steps.filter { $0.calls.lowerBound < calls } }

    /// How many entries of the trail must be there then, as they were reported, and can be.
    func trail(at calls: Int) -> ClosedRange<Int> {
        let least = ended(at: calls).map(\.trail.lowerBound).max() ?? trailAtStart
        return least...max(least, begun(at: calls).map(\.trail.upperBound).max() ?? trailAtStart)
    }

    /// Whether the commit at work then may be there though it was refused: the disk has it in its log and
    /// did not say so. As a whole, for its files were synced before.
    func mayHaveRefusedCommit(at calls: Int) -> Bool {
        begun(at: calls).last.map { $0.status == 3 && $0.fault?.kind == .sync } ?? false
    }

    /// The links of a trail, looked up in a copy: whoever opens books may change files.
    static func links(of folder: String) throws -> [String] {
        let copy = Scratch()
        for end in ["", "-wal"] {
            if let bytes = contents("\(folder)/books/books.sqlite\(end)") {
                copy.write("books/books.sqlite\(end)", bytes)
            }
        }
        return try Trail.links(copy.path + "/books")
    }
}

extension RecordedRun.Step {
    /// The numbers of the documents that `issue --json` says it has issued.
    var issued: [String] {
        guard arguments.contains("--json"), let answer = try? JSONAnswer(out) else { return [] }
        return answer["result"]?["documents"]?.elements.compactMap { $0["number"]?.string } ?? []
    }
}

/// The books' audit trail, as the tables have it.
enum Trail {
    /// Every link in hexadecimal; none where there are no books yet.
    static func links(_ books: String) throws -> [String] {
        if contents(books + "/books.sqlite") == nil { return [] }
        let connection = try Connection.open(books + "/books.sqlite", readonly: true)
        return try connection.transaction(.deferred) { transaction in
            var links: [String] = []
            let hasTrail = try transaction.first(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'audit'"
            ) { try $0.int(0) == 1 }
            if hasTrail != true { return [] }
            try transaction.query("SELECT hex(chain) FROM audit ORDER BY sequence") { row in
                links.append(try row.string(0))
            }
            return links
        }
    }
}
