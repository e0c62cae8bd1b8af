import Archive
import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    static let audit = Command(
        name: "audit", summary: "the audit trail: who changed what, and when", arguments: "",
        options: [
            Option("document", "N", "about one document or order, notes on it, what bills it"),
            Option("since", "DATE", "from this day on"),
            Option("csv", nil, "rows as CSV on standard output"),
        ],
        details: """
            A row for every change of state: imports, documents, notes, cancellations, holds,
            approvals, copies, answers of the portal, the company's settings. It is only ever added
            to, and verify checks it. Commands that ask for no name have that of BIJAK_PERSON in the
            environment, or "system".

            examples:
              bijak audit --document NV/26-27/00001
              bijak audit --since 2026-04-01 --csv > trail.csv
            """
    ) { invocation in
        if let extra = invocation.arguments.first {
            throw UsageError("audit takes options only, not \"\(extra)\"")
        }
        let since = try invocation.options["since"].map { text in
            guard let day = CalendarDate(text) else {
                throw UsageError("--since \"\(text)\" is no date", hint: "such as 2026-04-30")
            }
            return day
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let columns = ["sequence", "at", "person", "action", "subject", "detail", "hash"]
        var csv = CSVWriter(heading: columns)
        var rows: [[String]] = []
        try AuditTrail(books).run(of: invocation.options["document"], since: since) { entry in
            let cells = entry.cells
            if !invocation.switches.contains("csv") { return rows.append(cells) }
            csv.row(cells)
            if csv.bytes.count > 1 << 16 { invocation.terminal.print(csv.take()) }
        }
        if invocation.switches.contains("csv") {
            invocation.terminal.print(csv.take())
            return Answer(value: .null, text: "")
        }
        let values = rows.map { row in
            Value.record { for (name, cell) in zip(columns, row) { $0.add(name, cell) } }
        }
        return Answer(
            value: .list(values),
            text: printableTable(rows.map { Array($0.dropLast()) }, alignRight: [0])
                + counted(rows.count, "entry") + "\n")
    }
}

extension Trail.Entry {
    fileprivate var cells: [String] {
        [
            String(sequence), note.at, note.person, note.action, note.subject, note.detail,
            hexadecimal(chain),
        ]
    }
}
