internal import Glibc
import Workflows

/// Checks a file of orders under contracts with the real program: how fast, in how much memory, and
/// whether it finds what is wrong with them.
struct CheckBench {
    /// One run of `check`.
    struct Run: Sendable {
        let orders: Int
        let process: ChildProcess
        let refused: Int
        /// How often each finding was told, by its code.
        let findings: [(code: String, count: Int)]

        var findingCount: Int { findings.reduce(0) { $0 + $1.count } }
    }

    let setting: Setting

    /// Checks so many orders against new books.
    ///
    /// - Throws: also where another number of orders is refused than are wrong, or nothing says of
    ///   one what is wrong with it.
    func run(_ orders: Int) throws -> Run {
        let records = "\(setting.folder)/contract-records-\(orders)"
        let books = "\(setting.folder)/contract-books-\(orders)"
        try setting.generate(orders, to: records, ["--contracts"])
        try setting.bijak(books, ["init", "--company", "\(records)/company.json"])
        try setting.bijak(
            books,
            ["import"] + Generation.contractRecords.dropLast().map { "\(records)/\($0).jsonl" })
        let file = "\(records)/orders.jsonl"
        let wrong = Fault.count(among: orders)
        // With wrong orders among them, check ends with 1.
        let process = try setting.bijak(books, ["check", file], expected: wrong == 0 ? 0 : 1)
        let run = try read(orders, file, process)
        let told = Set(run.findings.map(\.code))
        let untold = (0..<orders).compactMap(Fault.ofOrder).map(\.rawValue).first {
            !told.contains($0)
        }
        if run.refused != wrong || untold != nil {
            let codes = run.findings.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
            throw EnvironmentError(
                "of \(orders) orders \(wrong) are wrong, \(run.refused) were refused: \(codes)",
                hint: untold.map { "no finding is \($0)" })
        }
        return run
    }

    /// Counts the findings that the program has printed: `FILE:LINE:COLUMN: error[CODE]: …`, and
    /// takes the number of refused orders from the row at the end.
    private func read(_ orders: Int, _ file: String, _ process: ChildProcess) throws -> Run {
        guard let log = unsafe fopen(setting.log, "r") else { throw failure("read", setting.log) }
        defer { unsafe fclose(log) }
        var buffer: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { unsafe free(buffer) }
        var counts: [String: Int] = [:]
        var last = ""
        while unsafe getline(&buffer, &capacity, log) > 0, let text = unsafe buffer {
            last = unsafe String(cString: text)
            guard last.hasPrefix("\(file):"),
                let open = last.utf8.firstIndex(of: UInt8(ascii: "[")),
                let close = last.utf8[open...].firstIndex(of: UInt8(ascii: "]"))
            else { continue }
            counts[String(last[last.utf8.index(after: open)..<close]), default: 0] += 1
        }
        let words = last.split { $0 == " " || $0 == "\n" }
        guard last.hasPrefix(file), let place = words.firstIndex(of: "refused"), place > 0,
            let refused = Int(words[place - 1])
        else { throw EnvironmentError("check has printed no sum:\n\(last)") }
        return Run(
            orders: orders, process: process, refused: refused,
            findings: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
}
