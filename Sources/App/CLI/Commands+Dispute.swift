import Diagnostics
import Formats
import Workflows

extension Command {
    static let dispute = Command(
        name: "dispute", summary: "what is needed when a document is disputed, in one PDF",
        arguments: "NUMBER",
        options: [Option("output", "DIR", "where to (default .)")],
        details: """
            Makes dispute-NUMBER.pdf with bookmarks: cover, timeline, the document as issued, its orders as
            they were given, the terms of its contract on the day of the order, its deliveries, how
            each amount came about, and the notes and advances that belong to it as issued; and
            dispute-NUMBER.zip with all files of these documents, an index and their SHA-256. The same books
            give the same bytes.

            example:
              bijak dispute NV/26-27/00001 --output dispute
            """
    ) { invocation in
        let number = try invocation.single(
            invocation.arguments, "which document?", "bijak dispute NV/26-27/00001")
        let folder = try invocation.outputFolder("output", default: ".")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Disputing(books, world: invocation.world()).run(
            number, to: folder)
        return Answer(
            value: .record {
                $0.add("pdf", outcome.pdf)
                $0.add("zip", outcome.zip)
                $0.add("documents", .list(outcome.documents.map(Value.text)))
            },
            text: "\(outcome.pdf)\n\(outcome.zip)\n" + counted(outcome.documents.count, "document")
                + "\n")
    }
}
