import Diagnostics
import Formats
import Workflows

extension Command {
    static let verify = Command(
        name: "verify", summary: "check that books and archive are whole and unchanged",
        arguments: "",
        options: [
            Option("head", "HASH", "a head that was written down: whether it is still in the chain")
        ],
        details: """
            Reckons everything again: the digest of every file, the chains over the index of files
            and over the audit trail, the numbers of every series, each document's row against what
            was issued; and looks for files that no row knows. Changes nothing.

            The head at the end stands for all that was filed and done up to now. Write it down
            outside the books: with --head it shows later that nothing was cut off the end.

            examples:
              bijak verify
              bijak verify --head 5d1c…e0
            """
    ) { invocation in
        if let extra = invocation.arguments.first {
            throw UsageError("verify takes options only, not \"\(extra)\"")
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Verifying(books, world: invocation.world()).run(
            head: invocation.options["head"])
        return Answer(
            value: outcome.value,
            text: outcome.page(isHeadAsked: invocation.options["head"] != nil),
            hasErrors: outcome.findings > 0,
            stop: outcome.unread == 0
                ? nil
                : EnvironmentError(
                    "\(counted(outcome.unread, "place")) could not be read: whether all is sound "
                        + "is not known", hint: "check the disk, then verify again"))
    }
}

extension Verifying.Outcome {
    fileprivate func page(isHeadAsked: Bool) -> String {
        let rows = checks.map { check in
            [
                check.what, String(check.count),
                check.findings == 0 ? "sound" : counted(check.findings, "finding"),
                check.findings == 0 ? check.meaning : "",
            ]
        }
        var text = table(rows, alignRight: [1])
        text += findings == 0 ? verdict : "\(counted(findings, "finding")), told above\n"
        if isHeadAsked, findings == 0 { text += "the head that was given is in the chain\n" }
        return text + (head.isEmpty ? "" : "head \(head)\n")
    }

    private var verdict: String {
        waiting == 0
            ? "all is sound\n"
            : "what was issued is sound; \(waitingText)\n"
    }

    fileprivate var value: Value {
        .record {
            $0.add("findings", .integer(findings))
            $0.add("head", head)
            $0.add("waiting", .integer(waiting))
            $0.add("unread", .integer(unread))
            $0.add(
                "checks",
                .list(
                    checks.map { check in
                        .record {
                            $0.add("what", check.what)
                            $0.add("count", .integer(check.count))
                            $0.add("findings", .integer(check.findings))
                        }
                    }))
        }
    }
}
