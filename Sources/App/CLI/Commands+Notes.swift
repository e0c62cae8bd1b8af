import Books
import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    private static let noteOptions = [
        Option("reason", "TEXT", "why; it stands on the note"),
        Option("date", "DATE", "the date on the note (default today)"),
    ]

    static let credit = Command(
        name: "credit", summary: "credit an issued document, the whole of it or a part",
        arguments: "[NUMBER]",
        options: [
            Option("all", nil, "all that is left of it (the default)"),
            Option(
                "line", "N[:QUANTITY]", "all of a line that is left, or a quantity of it; again",
                repeats: true),
            Option("line", "N=AMOUNT", "an amount of a line, without tax", repeats: true),
            Option("amount", "AMOUNT", "of all its lines, without tax; of a voucher, with tax"),
            Option("return", "ID", "what came back with a return"),
            Option("returns", nil, "a note for each return that is due"),
            Option("financial", nil, "India: a commercial credit note, without tax"),
        ] + noteOptions,
        details: """
            The note has a number of its own and refers to the document, which stays as it is. Notes
            that take a document apart add up to it to the cent, each tax too. A receipt voucher is
            refunded, a deposit invoice credited, as far as no invoice has taken it off.

            examples:
              bijak credit NV/26-27/00001 --reason "order withdrawn"
              bijak credit NV/26-27/00001 --line 2:3 --line 4=120.00 --reason "damaged"
              bijak credit --return R-26-004
              bijak credit --returns --date 2026-05-31
            """
    ) { invocation in
        if invocation.switches.contains("returns") { return try creditReturns(invocation) }
        var request = try request(invocation)
        request.isFinancial = invocation.switches.contains("financial")
        let usage = "bijak credit NV/26-27/00001 --line 2:3 --reason \"damaged\""
        var number: String?
        if case .goods = request.extent, invocation.arguments.isEmpty {
        } else {
            number = try invocation.single(invocation.arguments, "which document?", usage)
        }
        if case .goods = request.extent {
        } else {
            _ = try invocation.required("reason", usage)
        }
        return try write(number, request, invocation)
    }

    static let debit = Command(
        name: "debit", summary: "raise an issued invoice by a debit note",
        arguments: "NUMBER",
        options: [
            Option(
                "line", "N:QUANTITY", "a further quantity of a line, at what stands of it; again",
                repeats: true),
            Option("line", "N=AMOUNT", "an amount of a line, without tax", repeats: true),
            Option("amount", "AMOUNT", "of all its lines, without tax"),
        ] + noteOptions,
        details: """
            Rates and treatment are the invoice's own. What a debit note adds can be credited.

            example:
              bijak debit NV/26-27/00001 --line 2=45.00 --reason "price agreed later"
            """
    ) { invocation in
        var request = try request(invocation)
        request.isDebit = true
        let usage = "bijak debit NV/26-27/00001 --line 2=45.00 --reason \"price agreed later\""
        let number = try invocation.single(invocation.arguments, "which invoice?", usage)
        if case .whole = request.extent {
            throw UsageError("by how much?", hint: usage)
        }
        _ = try invocation.required("reason", usage)
        return try write(number, request, invocation)
    }

    private static func write(
        _ number: String?, _ request: NoteWriting.Request, _ invocation: Invocation
    ) throws -> Answer {
        let books = try BooksFolder(invocation.booksPath)
        let writing = try NoteWriting(books, world: invocation.world())
        guard let written = try writing.run(number, request) else {
            return Answer(value: .null, text: "nothing was written\n", hasErrors: true)
        }
        return Answer(value: value(written, books), text: text(written))
    }

    private static func creditReturns(_ invocation: Invocation) throws -> Answer {
        for option in ["line", "amount", "return"] where invocation.options[option] != nil {
            throw UsageError("--returns takes each return as it is, not --\(option)")
        }
        for name in ["financial", "all"] where invocation.switches.contains(name) {
            throw UsageError("--returns takes each return as it is, not --\(name)")
        }
        if let extra = invocation.arguments.first {
            throw UsageError(
                "--returns is about all that came back, not about \(extra)",
                hint: "bijak credit \(extra) --return ID takes one return")
        }
        let books = try BooksFolder(invocation.booksPath)
        let writing = try NoteWriting(books, world: invocation.world())
        var request = NoteWriting.Request()
        request.date = try date("date", invocation)
        request.reason = invocation.options["reason"]
        let outcome = try writing.creditReturns(request)
        let text = outcome.written.map(text).joined()
        return Answer(
            value: .record {
                $0.add("written", .list(outcome.written.map { value($0, books) }))
                $0.add("refused", .integer(outcome.refused.count))
            },
            text: text
                + "\(counted(outcome.written.count, "note")) written, "
                + "\(outcome.refused.count) refused\n",
            hasErrors: !outcome.refused.isEmpty)
    }

    /// What the options ask for.
    private static func request(_ invocation: Invocation) throws -> NoteWriting.Request {
        var request = NoteWriting.Request()
        request.date = try date("date", invocation)
        request.reason = invocation.options["reason"]
        let lines = invocation.repeated["line", default: []]
        let asked = [
            invocation.switches.contains("all") ? "--all" : nil, lines.isEmpty ? nil : "--line",
            invocation.options["amount"].map { _ in "--amount" },
            invocation.options["return"].map { _ in "--return" },
        ].compactMap(\.self)
        if asked.count > 1 {
            throw UsageError("\(asked.joined(separator: " and ")) say different things")
        }
        if !lines.isEmpty {
            request.extent = .lines(try lines.map(line))
        } else if let amount = invocation.options["amount"] {
            request.extent = .amount(try positive(amount, "--amount", "250.00"))
        } else if let goods = invocation.options["return"] {
            request.extent = .goods(goods)
        }
        return request
    }

    /// `3`, `3:2` or `3=120.00`.
    private static func line(_ text: String) throws -> (line: Int, size: NoteWriting.Size) {
        let number = text.prefix { $0 != ":" && $0 != "=" }
        guard let line = Int(number), line > 0 else {
            throw UsageError(
                "--line \(text) names no line",
                hint: "--line 3, --line 3:2 (a quantity) or --line 3=120.00 (an amount)")
        }
        let size = text.dropFirst(number.count)
        if size.isEmpty { return (line, .all) }
        let value = try positive(String(size.dropFirst()), "--line \(text):", "3:2 or 3=120.00")
        return (line, size.first == ":" ? .quantity(value) : .amount(value))
    }

    /// A number above zero as options have it.
    static func positive(_ text: String, _ option: String, _ example: String) throws -> Decimal {
        if let value = Decimal(text), value > .zero { return value }
        throw UsageError(
            "\(option) \"\(text)\" is no number above zero", hint: "such as \(example)")
    }

    private static func value(_ written: NoteWriting.Written, _ books: BooksFolder) -> Value {
        .record {
            $0.add("note", value(written.note, [], books))
            $0.add("original", written.original.number)
            $0.add("return", written.goods)
        }
    }

    private static func text(_ written: NoteWriting.Written) -> String {
        let note = written.note
        let goods = written.goods.map { ", for return \($0)" } ?? ""
        return "\(note.kind.words) \(note.number) on \(written.original.number)\(goods): "
            + "\(note.payable), \(note.tax.plain) of it tax\n"
    }
}
