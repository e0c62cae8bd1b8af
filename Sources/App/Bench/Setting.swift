internal import Glibc
import Workflows

/// Where a benchmark works and with what: a temporary folder, the program under test, its fonts and
/// templates, and what the orders are made from.
struct Setting: Sendable {
    let folder: String
    let program: String
    let templates: String
    let fonts: String
    let trade: GeneratedTrade
    /// The template of the generated company.
    let template: String
    let seed: UInt64

    var log: String { "\(folder)/log.txt" }
    func books(_ orders: Int) -> String { "\(folder)/books-\(orders)" }
    func records(_ orders: Int) -> String { "\(folder)/records-\(orders)" }

    /// Generates orders and takes them into new books; gives what importing the orders used.
    ///
    /// Generation runs in a process of its own, so that this one stays small (`ChildProcess.peakKiB`).
    func makeBooks(_ orders: Int) throws -> ChildProcess {
        let records = records(orders)
        try generate(orders, to: records)
        try bijak(books(orders), ["init", "--company", "\(records)/company.json"])
        let files = Generation.records.map { "\(records)/\($0).jsonl" }
        return try bijak(books(orders), ["import"] + files + ["--quiet"])
    }

    /// Writes generated records into a folder, in a process of its own.
    func generate(_ orders: Int, to records: String, _ switches: [String] = []) throws {
        try ChildProcess.run(
            "/proc/self/exe",
            [
                "generate", "--orders", String(orders), "--seed", String(seed), "--regime",
                trade.regime, "--template", template, "--output", records,
            ] + switches, log: log)
    }

    /// A copy of books in which nothing is issued yet, at a path where nothing is.
    func copyBooks(_ orders: Int, to path: String) throws {
        try ChildProcess.run("cp", ["-a", books(orders), path], log: log)
        // What copying leaves to be written must not be paid by the run that is measured.
        sync()
    }

    @discardableResult
    func bijak(
        _ books: String, _ arguments: [String], expected: Int32 = 0
    ) throws -> ChildProcess {
        try ChildProcess.run(
            program,
            ["--books", books, "--templates", templates, "--fonts", fonts] + arguments, log: log,
            expected: expected)
    }

    /// A new empty folder for temporary files.
    static func temporaryFolder() throws -> String {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/bijak-bench-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw failure("make a folder in", parent) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func removeFolder() throws {
        try ChildProcess.run("rm", ["-rf", folder], log: "/dev/null")
    }
}
