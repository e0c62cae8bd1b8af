import Database
import Workflows

/// Copies archived documents out with the real program, each file held against its digest.
struct FetchBench {
    /// One run of `fetch` over all documents.
    struct Run: Sendable {
        /// Where to, and which files.
        let name: String
        let documents: Int
        let files: Int
        let bytes: Int
        let process: ChildProcess
    }

    let setting: Setting

    /// Issues so many documents and fetches them in several ways.
    func run(_ documents: Int) throws -> [Run] {
        let books = "\(setting.folder)/fetch-\(documents)"
        _ = try setting.makeBooks(documents)
        try setting.copyBooks(documents, to: books)
        try setting.bijak(books, ["issue", "--date", OrderGenerator.issueDate, "--quiet"])
        let target = "\(setting.folder)/fetched-\(documents)"
        let ways: [(name: String, kind: String?, arguments: [String])] = [
            ("PDFs, to a folder", "pdf", ["--output", "\(target)-pdf"]),
            ("all, to a folder", nil, ["--output", target]),
            ("all, one processor", nil, ["--output", "\(target)-one", "--processors", "1"]),
            ("all, to a ZIP", nil, ["--zip", "\(target).zip"]),
        ]
        return try ways.map { way in
            let (files, bytes) = try archived(books, kind: way.kind)
            // What was written before must not be paid by the run that is measured.
            try ChildProcess.run("sync", [], log: setting.log)
            let process = try setting.bijak(
                books,
                ["fetch", "--period", String(OrderGenerator.issueDate.prefix(4)), "--quiet"]
                    + (way.kind.map { ["--kind", $0] } ?? []) + way.arguments)
            return Run(
                name: way.name, documents: documents, files: files, bytes: bytes, process: process)
        }
    }

    private func archived(_ books: String, kind: String?) throws -> (files: Int, bytes: Int) {
        let connection = try Connection.open("\(books)/books.sqlite", readonly: true)
        var (files, bytes) = (0, 0)
        try connection.query("SELECT kind, count(*), sum(size) FROM archived_file GROUP BY kind") {
            row in
            if let kind, try row.string(0) != kind { return }
            files += try row.int(1)
            bytes += try row.int(2)
        }
        return (files, bytes)
    }
}
