import Books
import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    static let check = Command(
        name: "check", summary: "findings about the books or about files; changes nothing",
        arguments: "[FILE…]",
        options: [
            Option("as", "KIND", "what the files hold, where their names do not say it"),
            Option("until", "DATE", "deliveries up to this day (default today)"),
            Option("expected", nil, "print each order of the files as it was agreed, one a line"),
        ],
        details: """
            Without files: every order in the books, and every unbilled delivery as if it were
            issued. With files: what import would say of them. With --expected the files hold orders;
            standard output gets each as its contract and price lists would have it (JSONL), standard
            error what deviates.

            examples:
              bijak check
              bijak check orders-2026-05.csv --json
              bijak check orders-2026-05.csv --expected > agreed.jsonl
            """
    ) { invocation in
        if invocation.switches.contains("expected") { return try expect(invocation) }
        if !invocation.arguments.isEmpty { return try take(invocation, isDryRun: true) }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Checking(books, world: invocation.world())
            .run(until: date("until", invocation))
        return Answer(
            value: .record {
                $0.add("orders", .integer(outcome.orders))
                $0.add("ordersWithErrors", .integer(outcome.ordersWithErrors))
                $0.add("billable", .integer(outcome.billable))
                $0.add("refused", .integer(outcome.refused))
                $0.add("held", .integer(outcome.held))
            },
            text: """
                \(counted(outcome.orders, "order")), \(outcome.ordersWithErrors) with errors
                \(counted(outcome.billable, "delivery")) can be issued, \(outcome.refused) cannot

                """ + held(outcome.held) + warnings(invocation.terminal),
            hasErrors: outcome.ordersWithErrors + outcome.refused > 0)
    }

    /// Orders of files as they were agreed.
    private static func expect(_ invocation: Invocation) throws -> Answer {
        let usage = "bijak check orders-2026-05.csv --expected"
        if invocation.arguments.isEmpty {
            throw UsageError("--expected is of orders in files", hint: usage)
        }
        if let kind = invocation.options["as"], kind != "orders" {
            throw UsageError("--expected is of orders, not of \(kind)", hint: usage)
        }
        if invocation.options["until"] != nil {
            throw UsageError("--until is of deliveries, not of orders in files", hint: usage)
        }
        let isJSON = invocation.switches.contains("json")
        let terminal = invocation.terminal
        var expected: [Value] = []
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Expecting(books, world: invocation.world())
            .run(invocation.arguments, isSaid: invocation.options["as"] != nil) { order in
                if isJSON {
                    expected.append(order)
                } else {
                    terminal.print(JSONWriter.bytes(order, pretty: false))
                }
            }
        terminal.tell(
            "\(counted(outcome.orders, "order")), \(outcome.ordersWithErrors) with errors\n"
                + warnings(terminal))
        return Answer(
            value: .record {
                $0.add("orders", .integer(outcome.orders))
                $0.add("ordersWithErrors", .integer(outcome.ordersWithErrors))
                $0.add("expected", .list(expected))
            }, text: "", hasErrors: outcome.ordersWithErrors > 0)
    }

    private static func held(_ count: Int) -> String {
        count == 0
            ? ""
            : "\(counted(count, "delivery")) wait\(count == 1 ? "s" : "") for a release from hold\n"
    }

    private static func warnings(_ terminal: Terminal) -> String {
        terminal.warningCount == 0 ? "" : counted(terminal.warningCount, "warning") + "\n"
    }

    static let preview = Command(
        name: "preview", summary: "documents of orders in a file: not numbered, not filed",
        arguments: "FILE", options: [Option("output", "DIR", "where to (default ./preview)")],
        details: """
            Uses the books' company, customers, items and prices; reads orders from FILE and writes
            ORDER.pdf, ORDER.json and the e-invoice as if all were delivered on the order's date.

            example:
              bijak preview orders-2026-05.json --output /tmp/preview
            """
    ) { invocation in
        guard let file = invocation.arguments.first, invocation.arguments.count == 1 else {
            throw UsageError("which file?", hint: "bijak preview FILE, one at a time")
        }
        let folder = try invocation.outputFolder("output", default: "preview")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try Previewing(books, world: invocation.world())
            .run(file, to: folder)
        return Answer(
            value: .record {
                $0.add("made", .list(outcome.made.map(Value.text)))
                $0.add("refused", .integer(outcome.refused))
            },
            text: outcome.made.map { "\($0)\n" }.joined() + "\(outcome.refused) refused\n",
            hasErrors: outcome.refused > 0)
    }

    static let issue = Command(
        name: "issue",
        summary: "number, make and file invoices of all that is delivered and unbilled",
        arguments: "",
        options: [
            Option("customer", "ID", "only of one customer"),
            Option("until", "DATE", "deliveries up to this day (default the date of issue)"),
            Option("date", "DATE", "the date on the documents (default today)"),
        ],
        details: """
            What has errors is refused with all its findings and keeps no number; the rest is issued.
            Issuing again issues only what is new.

            example:
              bijak issue --until 2026-04-30 --date 2026-04-30
            """
    ) { invocation in
        var request = Issuing.Request()
        request.customer = invocation.options["customer"]
        request.until = try date("until", invocation)
        request.date = try date("date", invocation)
        let books = try BooksFolder(invocation.booksPath)
        var documents: [Value] = []
        let isJSON = invocation.switches.contains("json")
        let outcome = try Issuing(books, world: invocation.world()).run(request) { document in
            if isJSON { documents.append(value(document, [], books)) }
        }
        return Answer(
            value: .record {
                $0.add("date", outcome.date)
                $0.add("issued", .integer(outcome.issued))
                $0.add("refused", .integer(outcome.refused))
                $0.add("held", .integer(outcome.held))
                $0.add("stopped", outcome.stop == nil ? nil : Value.flag(true))
                $0.add("documents", .list(documents))
            }, text: summary(outcome), hasErrors: outcome.refused > 0, stop: outcome.stop)
    }

    private static func summary(_ outcome: Issuing.Outcome) -> String {
        let rows = outcome.runs.map { run in
            [
                run.series, counted(run.count, "invoice"), "\(run.first) to \(run.last)",
                run.payable.map(\.description).joined(separator: ", "),
            ]
        }
        return "\(outcome.date): \(outcome.issued) issued, \(outcome.refused) refused\n"
            + table(rows, alignRight: [1]) + held(outcome.held)
    }

    static func date(_ name: String, _ invocation: Invocation) throws -> CalendarDate? {
        guard let text = invocation.options[name] else { return nil }
        guard let date = CalendarDate(text) else {
            throw UsageError("\"\(text)\" is no date", hint: "--\(name) 2026-04-30")
        }
        return date
    }
}
