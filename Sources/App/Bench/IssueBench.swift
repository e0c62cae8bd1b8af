import Database
import Formats
internal import Glibc
import Workflows

/// Runs the real program over generated books: how fast it issues, in how much memory, how much it
/// files.
struct IssueBench {
    /// One run of `issue`.
    struct Run: Sendable {
        let orders: Int
        let processors: Int
        let process: ChildProcess
        let files: [Files]
    }

    /// The files of one kind that a run has archived.
    struct Files: Sendable {
        let kind: String
        let count: Int
        let bytes: Int
    }

    let setting: Setting
    let orders: [Int]
    let processors: [Int]
    let repeats: Int
    private var runs = 0

    init(setting: Setting, orders: [Int], processors: [Int], repeats: Int) {
        self.setting = setting
        self.orders = orders
        self.processors = processors
        self.repeats = repeats
    }

    /// Issues each number of orders with each number of processors; of repeated runs the one that
    /// worked least counts, because other programs only ever slow it down.
    mutating func run(_ imported: (Int, ChildProcess) -> Void, _ issued: (Run) -> Void) throws {
        for count in orders {
            imported(count, try setting.makeBooks(count))
            for processor in processors {
                let results = try (0..<repeats).map { _ in try issue(count, processor) }
                let best = results.min { $0.process.cpuNanoseconds < $1.process.cpuNanoseconds }
                if let best { issued(best) }
            }
        }
    }

    private mutating func issue(_ orders: Int, _ processors: Int) throws -> Run {
        // Runs are deleted together at the very end: ext4 makes files slower for some seconds after
        // others were deleted.
        runs += 1
        let books = "\(setting.folder)/run-\(runs)"
        try setting.copyBooks(orders, to: books)
        let process = try setting.bijak(
            books,
            [
                "issue", "--date", OrderGenerator.issueDate, "--processors", String(processors),
                "--quiet",
            ])
        let files = try archived(books)
        // Every order is delivered whole: anything else filed than one invoice each is a fault.
        guard let json = files.first(where: { $0.kind == "json" }), json.count == orders else {
            throw EnvironmentError("not every one of \(orders) orders became an invoice: \(files)")
        }
        return Run(orders: orders, processors: processors, process: process, files: files)
    }

    private func archived(_ books: String) throws -> [Files] {
        let connection = try Connection.open("\(books)/books.sqlite", readonly: true)
        var files: [Files] = []
        try connection.query(
            "SELECT kind, count(*), sum(size) FROM archived_file GROUP BY kind ORDER BY kind"
        ) { row in
            files.append(
                Files(kind: try row.string(0), count: try row.int(1), bytes: try row.int(2)))
        }
        return files
    }
}
