import Diagnostics
import Formats
import Workflows

extension Command {
    static let dispute = Command(
        name: "dispute", summary: "what is needed when a document is disputed, in one PDF",
        arguments: "NUMBER",
        options: [
            Option("output", "DIR", "where to (default .)"),
            Option("language", "CODE", "of the pages about it (default the document's first)"),
        ],
        details: """
            Makes dispute-NUMBER.pdf with bookmarks: cover, timeline, the document as issued, its orders as
            they were given, the terms of its contract on the day of the order, its deliveries, how
            each amount came about, and the notes and advances that belong to it as issued, with the
            files that travel inside them; and dispute-NUMBER.zip with all files of these documents,
            the orders, contracts and deliveries behind them as they were given, and an index with
            the SHA-256 of each. Records, archived files and what amounts rest on are quoted in the
            language they are in. The same books give the same bytes. One PDF holds at most 5,000
            pages and 64 MB: what is more is refused.

            examples:
              bijak dispute NV/26-27/00001 --output dispute
              bijak dispute RE-2026-0007 --language en
            """
    ) { invocation in
        let number = try invocation.single(
            invocation.arguments, "which document?", "bijak dispute NV/26-27/00001")
        let folder = try invocation.outputFolder("output", default: ".")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Disputing(books, world: invocation.world()).run(
            number, to: folder, language: invocation.options["language"])
        return Answer(
            value: .record {
                $0.add("pdf", outcome.pdf)
                $0.add("zip", outcome.zip)
                $0.add("documents", .list(outcome.documents.map(Value.text)))
                $0.add("records", .integer(outcome.records))
            },
            text: "\(outcome.pdf)\n\(outcome.zip)\n" + counted(outcome.documents.count, "document")
                + ", \(counted(outcome.records, "record"))\n")
    }
}
