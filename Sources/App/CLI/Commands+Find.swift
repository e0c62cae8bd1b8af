import Archive
import Books
import Crypto
import Diagnostics
import Formats
import Money
import Trade
import Workflows

extension Command {
    static let find = Command(
        name: "find", summary: "search the issued documents", arguments: "",
        options: searchOptions + [
            Option(
                "sort", "BY", "date, number, amount, customer, filed; default date, of --text filed"
            ),
            Option("descending", nil, "the last one first"),
            Option("limit", "N", "no more than so many"),
            Option("offset", "N", "without the first so many"),
            Option("sum", nil, "counts and sums alone"),
            Option("retention", nil, "until when each must be kept, and what is held beyond that"),
            Option("csv", nil, "rows as CSV on standard output"),
        ],
        details: """
            All words of --text are looked for, in any case and without accents; one that ends with
            * is a beginning: "mull* 4711" finds Müller & Söhne, PO-4711-A. Counts and sums are of
            all that is found, also with --limit; credit notes and refund vouchers are taken off,
            cancelled documents add nothing.

            examples:
              bijak find --customer C-1001 --period FY2026-27
              bijak find --text PO-2291 --json
              bijak find --min 100000 --currency INR --sort amount --descending --limit 20
              bijak find --period 2026-04 --sum
            """
    ) { invocation in
        if invocation.switches.isSuperset(of: ["sum", "csv"]) {
            throw UsageError("--sum or --csv, not both")
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let finding = Finding(books)
        var search = try search(invocation, finding)
        search.sort =
            try choice("sort", invocation.options, "order")
            ?? (search.text == nil ? .date : .filed)
        search.isDescending = invocation.switches.contains("descending")
        search.limit = try invocation.count("limit")
        search.offset = try invocation.count("offset") ?? 0
        if invocation.switches.contains("sum") {
            let sums = try finding.sums(search)
            return Answer(value: .list(sums.all.map(\.value)), text: sums.text(shown: nil))
        }
        if invocation.switches.contains("json") {
            return try listed(finding, search, books, invocation.terminal)
        }
        let hasRetention = invocation.switches.contains("retention")
        if invocation.switches.contains("csv") {
            return try rows(finding, search, hasRetention, invocation.terminal)
        }
        return try shown(finding, search, hasRetention, invocation.terminal)
    }

    private static func listed(
        _ finding: Finding, _ search: Books.Search, _ books: BooksFolder, _ terminal: Terminal
    ) throws -> Answer {
        let list = ListStream("find", terminal)
        let sums = try finding.run(search) { found in list.add(found.value(books)) }
        list.finish {
            $0.add("documents", .integer(sums.documents))
            $0.add("sums", .list(sums.all.map(\.value)))
        }
        return Answer(value: .null, text: "", isPrinted: true)
    }

    private static func rows(
        _ finding: Finding, _ search: Books.Search, _ hasRetention: Bool, _ terminal: Terminal
    ) throws -> Answer {
        let chunk = 1 << 16
        var csv = CSVWriter(
            heading: [
                "number", "date", "customer", "name", "order", "purchaseOrder", "currency",
                "taxable", "tax", "payable", "kind", "state", "original",
            ] + (hasRetention ? ["keepUntil", "retentionClass", "legalHold"] : []))
        _ = try finding.run(search, withFiles: false) { found in
            csv.row(found.cells + (hasRetention ? found.retentionCells : []))
            if csv.bytes.count > chunk { terminal.print(csv.take()) }
        }
        terminal.print(csv.take())
        return Answer(value: .null, text: "")
    }

    private static func shown(
        _ finding: Finding, _ search: Books.Search, _ hasRetention: Bool, _ terminal: Terminal
    ) throws -> Answer {
        var table = TableStream(alignRight: [5]) { terminal.show($0) }
        var count = 0
        let sums = try finding.run(search, withFiles: false) { found in
            let document = found.document
            table.row(
                [
                    document.number, document.issueDate.description, document.customer,
                    document.customerName, document.order, document.payable.description,
                    document.kind.rawValue + (document.state == .issued ? "" : ", cancelled"),
                    document.original ?? "",
                ] + (hasRetention ? [found.retentionText] : []))
            count += 1
        }
        table.finish()
        return Answer(value: .null, text: sums.text(shown: count))
    }
}

extension Command {
    /// What the books say of a document, and its files.
    static func value(
        _ document: Books.Document, _ files: [Archive.File], _ books: BooksFolder
    ) -> Value {
        .record {
            $0.add("number", document.number)
            $0.add("kind", document.kind.rawValue)
            $0.add("state", document.state.rawValue)
            $0.add("original", document.original)
            $0.add("issueDate", document.issueDate)
            $0.add("customer", document.customer)
            $0.add("customerName", document.customerName)
            $0.add("order", document.order)
            $0.add("purchaseOrder", document.purchaseOrder)
            $0.add("currency", document.payable.currency.code)
            $0.add("taxable", document.taxable)
            $0.add("tax", document.tax)
            $0.add("payable", document.payable)
            $0.add(
                "files",
                .list(
                    files.map { file in
                        .record {
                            $0.add("kind", file.kind.rawValue)
                            $0.add("path", "\(books.archive)/\(file.path)")
                            $0.add("size", .integer(file.size))
                        }
                    }))
        }
    }
}

extension Invocation {
    /// An option that is a whole number from 0.
    func count(_ name: String) throws -> Int? {
        guard let text = options[name] else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw UsageError("--\(name) is a whole number, not \"\(text)\"")
        }
        return number
    }
}

extension Books.Tallies {
    /// A line for each currency and one for all: `3 documents`, `20 of 1200 documents`.
    func text(shown: Int?) -> String {
        let part = shown.map { $0 == documents ? "" : "\($0) of " } ?? ""
        return all.map { tally in
            let cancelled = tally.cancelled == 0 ? "" : ", \(tally.cancelled) cancelled"
            return """
                sum  \(counted(tally.documents, "document"))\(cancelled)  taxable \
                \(tally.taxable)  tax \(tally.tax)  payable \(tally.payable)

                """
        }.joined() + "\(part)\(counted(documents, "document"))\n"
    }
}

extension Books.Tally {
    fileprivate var value: Value {
        .record {
            $0.add("currency", currency.code)
            $0.add("documents", .integer(documents))
            $0.add("cancelled", .integer(cancelled))
            $0.add("taxable", taxable)
            $0.add("tax", tax)
            $0.add("payable", payable)
        }
    }
}

extension Finding.Found {
    fileprivate var cells: [String] {
        [
            document.number, document.issueDate.description, document.customer,
            document.customerName, document.order, document.purchaseOrder ?? "",
            document.payable.currency.code, document.taxable.plain, document.tax.plain,
            document.payable.plain, document.kind.rawValue, document.state.rawValue,
            document.original ?? "",
        ]
    }

    fileprivate var retentionCells: [String] {
        [retention.until.description, retention.kind.rawValue, isHeld ? "yes" : "no"]
    }

    fileprivate var retentionText: String {
        "keep until \(retention.until), \(retention.kind.rawValue): \(retention.law)"
            + (isHeld ? "; legal hold" : "")
    }

    fileprivate func value(_ books: BooksFolder) -> Value {
        guard case .record(var record) = Command.value(document, files, books) else { return .null }
        guard case .record(var kept) = retention.value else { return .null }
        kept.add("legalHold", .flag(isHeld))
        record.add("retention", .record(kept))
        return .record(record)
    }
}
