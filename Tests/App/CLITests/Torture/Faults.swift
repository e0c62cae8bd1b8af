import TestSupport
import Testing

/// What stands between a run of the program and the disk: `Tests/CFaults` says what each does.
struct Faults {
    enum Kind: String, CaseIterable {
        case full, short, write, sync, names, readonly, kill, filed, read, partial, unread

        /// Kinds that the program hears of.
        static let refusals = [full, short, write, sync, names, readonly] + reads
        /// Those that are about reads.
        static let reads = [read, partial]
        /// Those that only make a call do less than it could: nothing is refused.
        static let harmless = [short, partial]
    }

    struct Fault: CustomStringConvertible {
        let kind: Kind
        /// The calls that fail, counted from 1; all after the first where `last` is 0.
        let first: Int
        var last = 0

        var description: String { "\(kind.rawValue):\(first):\(last)" }
    }

    /// The folder below which they happen.
    let folder: String
    var log: String?
    var fault: Fault?
    /// Seconds by which the clock of day and date is wrong.
    var clock = 0

    static let library = Program.folder + "/libbijak-faults.so"

    private var environment: [String] {
        // The machine's clock is asked only where the day is not given.
        (clock == 0 ? [] : ["-u", "BIJAK_TODAY", "BIJAK_FAULTS_CLOCK=\(clock)"])
            + ["LD_PRELOAD=\(Faults.library)", "BIJAK_FAULTS_ROOT=\(folder)"]
            // What is laid out for the moment lies below it too, where there can be any.
            + (fault?.kind == .readonly ? [] : ["TMPDIR=\(folder)"])
            + (log.map { ["BIJAK_FAULTS_LOG=\($0)"] } ?? [])
            + (fault.map { ["BIJAK_FAULTS_FAIL=\($0)"] } ?? [])
    }

    /// Starts the program in the folder.
    func start(
        _ arguments: [String], out: String = "/dev/null", err: String = "/dev/null"
    ) throws -> Program.Process {
        // The linker only warns of a library that it does not find.
        try #require(contents(Faults.library) != nil, "\(Faults.library) was not built")
        return try Program.Process(
            arguments, in: folder, out: out, err: err, environment: environment)
    }
}
