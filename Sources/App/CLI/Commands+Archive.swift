import Archive
import Books
import Formats
import Money
import Trade
import Workflows

extension Command {
    private static let searchOptions = [
        Option("customer", "ID", "of one customer"),
        Option("period", "P", "2026-04, 2026-Q1, FY2026-27, 2026-04..2026-06"),
        Option("number", "N", "one number"),
        Option(
            "document", "KIND",
            "invoice, credit-note, debit-note, proforma, advance, refund-voucher"),
        Option("text", "T", "part of a number, name, or of any order or purchase order"),
    ]

    static let find = Command(
        name: "find", summary: "search the issued documents", arguments: "",
        options: searchOptions + [Option("csv", nil, "rows as CSV on standard output")],
        details: """
            examples:
              bijak find --customer C-1001 --period FY2026-27
              bijak find --text PO-2291 --json
            """
    ) { invocation in
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let finding = Finding(books)
        var csv = CSVWriter(heading: [
            "number", "date", "customer", "name", "order", "purchaseOrder", "currency", "taxable",
            "tax", "payable", "kind", "state", "original",
        ])
        var rows: [[String]] = []
        var values: [Value] = []
        try finding.run(search(invocation, finding)) { document, files in
            rows.append([
                document.number, document.issueDate.description, document.customer,
                document.customerName, document.order, document.payable.description,
                document.kind.rawValue + (document.state == .issued ? "" : ", cancelled"),
                document.original ?? "",
            ])
            csv.row([
                document.number, document.issueDate.description, document.customer,
                document.customerName, document.order, document.purchaseOrder ?? "",
                document.payable.currency.code, document.taxable.plain, document.tax.plain,
                document.payable.plain, document.kind.rawValue, document.state.rawValue,
                document.original ?? "",
            ])
            values.append(value(document, files, books))
        }
        let text =
            invocation.switches.contains("csv")
            ? String(decoding: csv.bytes, as: UTF8.self)
            : table(rows, alignRight: [5]) + "\(rows.count) documents\n"
        return Answer(value: .list(values), text: text)
    }

    static let fetch = Command(
        name: "fetch", summary: "copy archived files as they were issued", arguments: "[NUMBER…]",
        options: searchOptions + [
            Option("kind", "KIND", "pdf, ubl (or xml), cii, json, inv01; default all"),
            Option("output", "DIR", "where to (default .)"),
        ],
        details: """
            The bytes are checked against the digests in the books before they are handed out.

            examples:
              bijak fetch NV/26-27/00001 --kind pdf --output dispute
              bijak fetch --customer C-1001 --period 2026-Q2 --output dispute
            """
    ) { invocation in
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let search = try search(invocation, Finding(books))
        if invocation.arguments.isEmpty,
            invocation.options.keys.allSatisfy({
                !["customer", "period", "number", "document", "text"].contains($0)
            })
        {
            throw UsageError("which documents?", hint: "give numbers, or --customer and --period")
        }
        var kind: Archive.FileKind?
        if let name = invocation.options["kind"] {
            kind = Archive.FileKind(rawValue: name == "xml" ? "ubl" : name)
            if kind == nil {
                throw UsageError("there is no kind \"\(name)\"", hint: "pdf, ubl, cii, json, inv01")
            }
        }
        let copies = try Fetching(books, world: invocation.world()).run(
            invocation.arguments, search, kind: kind, to: invocation.options["output"] ?? ".")
        return Answer(
            value: .list(
                copies.map { copy in
                    .record {
                        $0.add("number", copy.number)
                        $0.add("kind", copy.file.kind.rawValue)
                        $0.add("path", copy.path)
                        $0.add("size", .integer(copy.file.size))
                    }
                }),
            text: copies.map { "\($0.path)\n" }.joined() + "\(copies.count) files\n")
    }

    static let rerender = Command(
        name: "rerender", summary: "render issued documents again, as copies beside the originals",
        arguments: "",
        options: searchOptions + [
            Option("template", "NAME", "another template than the company's"),
            Option("copies", nil, "India: the set of copies that goods or services go with"),
        ],
        details: """
            A new rendition is made from the archived canonical JSON and filed as NUMBER.r2.pdf,
            NUMBER.r3.pdf …, marked as a copy. What was issued stays as it is; fetch returns that.
            With --copies it has a set of pages for each copy that rule 48 wants of an invoice:
            original, duplicate for the transporter of goods, the supplier's own.

            example:
              bijak rerender --customer C-1001 --period 2026-Q2
            """
    ) { invocation in
        let books = try BooksFolder(invocation.booksPath)
        let search = try search(invocation, Finding(books))
        guard search.customer != nil || search.period != nil || search.number != nil else {
            throw UsageError("which documents?", hint: "--customer ID, --period P or --number N")
        }
        let outcome = try Rerendering(books, world: invocation.world())
            .run(
                search, template: invocation.options["template"],
                isSet: invocation.switches.contains("copies"))
        return Answer(
            value: .record {
                $0.add("made", .list(outcome.made.map(Value.text)))
                $0.add("refused", .integer(outcome.refused))
            },
            text: outcome.made.map { "\($0)\n" }.joined()
                + "\(outcome.made.count) renditions, \(outcome.refused) refused\n",
            hasErrors: outcome.refused > 0)
    }

    static func search(_ invocation: Invocation, _ finding: Finding) throws -> Books.Search {
        var search = Books.Search()
        search.customer = invocation.options["customer"]
        search.number = invocation.options["number"]
        search.text = invocation.options["text"]
        if let name = invocation.options["document"] {
            search.kind = DocumentKind(rawValue: name)
            if search.kind == nil {
                throw UsageError(
                    "there is no kind of document \"\(name)\"",
                    hint: DocumentKind.allCases.map(\.rawValue).joined(separator: ", "))
            }
        }
        if let period = invocation.options["period"] {
            search.period = Period(period, fiscalYearStart: try finding.fiscalYearStart())
            if search.period == nil {
                throw UsageError(
                    "\"\(period)\" is no period",
                    hint: "2026-04, 2026-Q1, FY2026-27, 2026-04-15, 2026-04..2026-06")
            }
        }
        return search
    }

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
