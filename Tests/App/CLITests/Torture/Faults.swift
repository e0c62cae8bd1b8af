import TestSupport
import Testing

/// What stands between a run of the program and the disk: `Tests/CFaults` says what each does.
struct Faults {
    enum Kind: String, CaseIterable {
        case full, short, write, sync, names, readonly, kill
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

    static let library = Program.folder + "/libbijak-faults.so"

    var environment: [String] {
        ["LD_PRELOAD=\(Faults.library)", "BIJAK_FAULTS_ROOT=\(folder)"]
            + (log.map { ["BIJAK_FAULTS_LOG=\($0)"] } ?? [])
            + (fault.map { ["BIJAK_FAULTS_FAIL=\($0)"] } ?? [])
    }

    /// Runs the program in the folder.
    func run(_ arguments: [String]) throws -> Program.Outcome {
        // The linker only warns of a library that it does not find.
        try #require(contents(Faults.library) != nil, "\(Faults.library) was not built")
        return try Program.run(arguments, in: folder, environment: environment)
    }
}
