import Books
import Diagnostics
import Formats
import Trade
import Workflows

extension Command {
    private static let retainVerbs = [
        Verb(
            name: "place", arguments: "", options: ["customer", "number", "reason", "by"]),
        Verb(name: "lift", arguments: "", options: ["customer", "number", "reason", "by"]),
        Verb(name: "list", arguments: "", options: []),
    ]

    static let retain = Command(
        name: "retain", summary: "keep a customer's documents, or one, whatever their age",
        arguments: "place|lift|list",
        options: [
            Option("customer", "ID", "all documents of one customer"),
            Option("number", "N", "one document"),
            Option("reason", "TEXT", "why, such as the case it is needed for"),
            Option("by", "NAME", "who says so"),
        ],
        details: """
            Each document must be kept until a day that the law of the seller's country sets; find
            --retention shows it. A legal hold keeps it beyond that. Nothing is ever deleted yet.

            examples:
              bijak retain place --customer C-1001 --reason "suit 114/2026" --by "Asha Rao"
              bijak retain lift --customer C-1001 --reason "settled" --by "Asha Rao"
              bijak retain list
            """
    ) { invocation in
        let (verb, _) = try invocation.verb(of: "retain", among: retainVerbs)
        if verb.name == "list" {
            let books = try BooksFolder(invocation.booksPath, readonly: true)
            let retaining = try Retaining(books, world: invocation.world())
            let holds = try retaining.list()
            let ofBooks = try retaining.ofBooks()
            let rows = holds.map { hold in
                [
                    hold.subject.rawValue, hold.name, "since \(hold.date)",
                    "\(hold.person): \(hold.reason)",
                ]
            }
            let keep = ofBooks.map {
                "the books themselves: keep until \($0.until), \($0.kind.rawValue): \($0.law)\n"
            }
            return Answer(
                value: .record {
                    $0.add("holds", .list(holds.map(\.value)))
                    $0.add("books", ofBooks?.value)
                },
                text: printableTable(rows) + counted(holds.count, "hold") + "\n" + (keep ?? ""))
        }
        let usage = "bijak retain \(verb.name) --customer ID --reason TEXT --by NAME"
        let subject: Books.LegalHold.Subject
        let name: String
        switch (invocation.options["customer"], invocation.options["number"]) {
        case (let customer?, nil): (subject, name) = (.customer, customer)
        case (nil, let number?): (subject, name) = (.document, number)
        default: throw UsageError("which customer or document?", hint: usage)
        }
        let hold = try Retaining(BooksFolder(invocation.booksPath), world: invocation.world())
            .enter(
                subject, name, isLifted: verb.name == "lift",
                reason: invocation.required("reason", usage),
                person: invocation.required("by", usage))
        return Answer(
            value: hold.value,
            text:
                "\(subject.rawValue) \(hold.name) is \(verb.name == "lift" ? "no longer " : "")held\n"
        )
    }
}

extension Books.LegalHold {
    fileprivate var value: Value {
        .record {
            $0.add("subject", subject.rawValue)
            $0.add("name", name)
            $0.add("date", date)
            $0.add("reason", reason)
            $0.add("by", person)
        }
    }
}

extension Retention {
    var value: Value {
        .record {
            $0.add("class", kind.rawValue)
            $0.add("until", until)
            $0.add("law", law)
        }
    }
}
