import Diagnostics
import Formats
import Trade
import Workflows

extension Command {
    static let initialise = Command(
        name: "init", summary: "make the books of a company", arguments: "[FILE]",
        options: [
            Option("company", "FILE", "the company's record, JSON"),
            Option("replace", nil, "put a changed record into existing books"),
        ],
        details: """
            Checks company.json and makes a new folder with books (--books DIR, default ./books).
            bijak schema company describes the file. With --replace the books exist already and get the
            changed record: a new address, bank account or letter of undertaking.

            example:
              bijak --books books init --company examples/bengaluru/company.json
            """
    ) { invocation in
        guard let file = invocation.options["company"] ?? invocation.arguments.first else {
            throw UsageError("which company?", hint: "bijak init --company company.json")
        }
        let path = invocation.booksPath
        let beginning = try Beginning(world: invocation.world())
        let replaces = invocation.switches.contains("replace")
        if !replaces { _ = try OutputPlace.newFolder(path, "--books") }
        let read =
            try replaces
            ? beginning.replace(company: file, books: path)
            : beginning.run(company: file, books: path)
        guard let company = read else {
            return Answer(
                value: .record { $0.add("made", .flag(false)) },
                text: "Nothing was changed: mend the findings above.\n", hasErrors: true)
        }
        return Answer(
            value: .record {
                $0.add("made", .flag(true))
                $0.add("books", path)
                $0.add("company", company.name)
                $0.add("regime", company.regime)
            },
            text: "\(replaces ? "Changed" : "Made") the books of \(company.name) in \(path).\n")
    }

    static let importing = Command(
        name: "import",
        summary: "take customers, items, prices, rates, orders and deliveries into the books",
        arguments: "FILE…",
        options: [Option("as", "KIND", "what the files hold, where their names do not say it")],
        details: """
            Files are JSON, JSONL or CSV; what they hold is told by the name: customers…, items…,
            prices…, rates…, contracts…, orders…, deliveries…. A bad record is refused with all its
            findings; the good ones of the same file are taken, but rates of tax only together.
            bijak schema KIND describes each.

            example:
              bijak import examples/bengaluru/customers*.* examples/bengaluru/orders-2026-04.json
            """
    ) { invocation in
        try take(invocation, isDryRun: false)
    }

    /// Import, or the same without keeping anything.
    static func take(_ invocation: Invocation, isDryRun: Bool) throws -> Answer {
        guard !invocation.arguments.isEmpty else {
            throw UsageError("which files?", hint: "bijak import FILE…")
        }
        var kind: RecordKind?
        if let name = invocation.options["as"] {
            kind = RecordKind(rawValue: name)
            if kind == nil {
                throw UsageError(
                    "there is no kind of record \"\(name)\"",
                    hint: "there are \(RecordKind.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
        }
        let books = try BooksFolder(invocation.booksPath)
        let outcomes = try Importing(books, world: invocation.world(), isDryRun: isDryRun)
            .run(invocation.arguments, kind: kind)
        let verb = isDryRun ? "sound" : "taken"
        let rows = outcomes.map { outcome in
            [
                outcome.file, outcome.kind.rawValue, "\(outcome.taken) \(verb)",
                "\(outcome.refused) refused", counted(outcome.warnings, "warning"),
            ]
        }
        return Answer(
            value: .record {
                $0.add(
                    "files",
                    .list(
                        outcomes.map { outcome in
                            .record {
                                $0.add("file", outcome.file)
                                $0.add("kind", outcome.kind.rawValue)
                                $0.add(verb, .integer(outcome.taken))
                                $0.add("refused", .integer(outcome.refused))
                                $0.add("warnings", .integer(outcome.warnings))
                            }
                        }))
            },
            text: table(rows), hasErrors: outcomes.contains { $0.refused > 0 })
    }
}

/// Rows of text in columns as wide as they need to be.
func table(_ rows: [[String]], alignRight: Set<Int> = []) -> String {
    var widths: [Int] = []
    for row in rows {
        for (index, cell) in row.enumerated() {
            if index == widths.count { widths.append(0) }
            widths[index] = max(widths[index], cell.count)
        }
    }
    return rows.map { row in
        let cells = row.enumerated().map { index, cell in
            let space = String(repeating: " ", count: widths[index] - cell.count)
            return alignRight.contains(index) ? space + cell : cell + space
        }
        var line = cells.joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }.joined()
}
