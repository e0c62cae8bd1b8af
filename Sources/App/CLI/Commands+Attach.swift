import Books
import Diagnostics
import Formats
import Workflows

extension Command {
    private static let attachVerbs = [
        Verb(name: "add", arguments: "ORDER FILE…", options: ["delivery", "description"]),
        Verb(name: "list", arguments: "ORDER", options: []),
        Verb(name: "withdraw", arguments: "ORDER NAME…", options: []),
    ]

    static let attach = Command(
        name: "attach", summary: "let documents travel with an order's next invoice",
        arguments: "add|list|withdraw ORDER …",
        options: [
            Option("delivery", "ID", "wait for the invoice of this delivery or milestone"),
            Option("description", "TEXT", "what the files are, printed on the invoice"),
        ],
        details: """
            A time sheet, a proof of delivery: PDF, PNG, JPEG, CSV, XLSX or ODS, up to 5 MiB each. The
            order's next invoice has them inside its PDF and its e-invoice (BG-24) and names them on
            its page. Each goes out once; where that invoice is cancelled, they wait again.

            examples:
              bijak attach add SO-26-0104 timesheet-april.pdf --description "Hours, April 2026"
              bijak attach add SO-26-0104 pod.jpg --delivery DC-26-0311
              bijak attach list SO-26-0104
              bijak attach withdraw SO-26-0104 pod.jpg
            """
    ) { invocation in
        let (verb, rest) = try invocation.verb(of: "attach", among: attachVerbs)
        let usage = "bijak attach \(verb.name) \(verb.arguments)"
        guard let order = rest.first else { throw UsageError("which order?", hint: usage) }
        let names = Array(rest.dropFirst())
        if verb.name == "list" {
            if let extra = names.first {
                throw UsageError("one order at a time, not also \"\(extra)\"", hint: usage)
            }
            let books = try BooksFolder(invocation.booksPath, readonly: true)
            return answer(try Attaching(books, world: invocation.world()).list(order))
        }
        if names.isEmpty { throw UsageError("which files?", hint: usage) }
        let attaching = Attaching(
            try BooksFolder(invocation.booksPath), world: try invocation.world())
        if verb.name == "withdraw" {
            try attaching.withdraw(names, from: order)
            return Answer(
                value: .record { $0.add("withdrawn", .list(names.map(Value.text))) },
                text: "Withdrawn from \(order): \(names.joined(separator: ", ")).\n")
        }
        return answer(
            try attaching.add(
                names, to: order, delivery: invocation.options["delivery"],
                description: invocation.options["description"]))
    }

    private static func answer(_ attachments: [Books.Attachment]) -> Answer {
        let rows = attachments.map { one in
            [
                one.file.name, counted(one.file.size, "byte"), one.state,
                one.file.description ?? "",
            ]
        }
        return Answer(
            value: .list(attachments.map(\.value)),
            text: printableTable(rows, alignRight: [1]) + counted(rows.count, "attachment") + "\n")
    }
}

extension Books.Attachment {
    /// Where it went, or what it waits for.
    fileprivate var state: String {
        if !isWaiting, let document { return "went with \(document)" }
        return "waits for the invoice of \(delivery.map { "delivery \($0)" } ?? order)"
    }

    fileprivate var value: Value {
        .record {
            $0.add("order", order)
            $0.add("delivery", delivery)
            $0.add("name", file.name)
            $0.add("mimeType", file.mimeType)
            $0.add("description", file.description)
            $0.add("size", .integer(file.size))
            $0.add("sha256", file.sha256)
            $0.add("isWaiting", .flag(isWaiting))
            $0.add("document", document)
        }
    }
}
