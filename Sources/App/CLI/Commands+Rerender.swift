import Archive
import Books
import Diagnostics
import Formats
import Layout
import Money
import Trade
import Workflows

extension Command {
    static let rerender = Command(
        name: "rerender", summary: "render issued documents again, as copies beside the originals",
        arguments: "",
        options: searchOptions + [
            Option("template", "NAME", "another template than the company's"),
            Option("copies", nil, "India: the set of copies that goods or services go with"),
            Option("anew", nil, "make everything again, also where the same was stopped before"),
            Option("compare", nil, "make nothing; say which documents would look different"),
            Option("from", "NAME", "with --compare: the former template (default the company's)"),
        ],
        details: """
            A new rendition is made from the archived canonical JSON and filed as NUMBER.r2.pdf,
            NUMBER.r3.pdf …, marked as a copy. What was issued stays as it is; fetch returns that.
            With --copies it has a set of pages for each copy that rule 48 wants of an invoice:
            original, duplicate for the transporter of goods, the supplier's own.

            What was stopped goes on where it was when the same is asked for again: each document is
            made once.

            --compare --template NAME lays each document out with both templates and tells where
            the number of pages differs and texts have moved or changed. Without --template it makes
            each page as it was issued and holds it against the archived one: where the content
            begins to be another, and what has moved or changed since it was issued. What is only
            packed otherwise is the same. Status 1 where something differs.

            examples:
              bijak rerender --customer C-1001 --period 2026-Q2
              bijak rerender --compare --template classic-2 --period FY2026-27
            """
    ) { invocation in
        if invocation.switches.contains("compare") { return try compare(invocation) }
        if invocation.options["from"] != nil { throw UsageError("--from goes with --compare") }
        let books = try BooksFolder(invocation.booksPath)
        let search = try search(invocation, Finding(books))
        guard searchOptions.contains(where: { invocation.options[$0.name] != nil }) else {
            throw UsageError("which documents?", hint: "--customer ID, --period P or --number N")
        }
        let outcome = try Rerendering(books, world: invocation.world())
            .run(
                search, template: invocation.options["template"],
                isSet: invocation.switches.contains("copies"),
                isAnew: invocation.switches.contains("anew")
            ) { number, path in
                invocation.terminal.show(path.map { "\($0)\n" } ?? "\(number) refused\n")
            }
        let before = outcome.madeBefore == 0 ? "" : ", \(outcome.madeBefore) made before"
        return Answer(
            value: .record {
                $0.add("made", .list(outcome.made.map(Value.text)))
                $0.add("madeBefore", .integer(outcome.madeBefore))
                $0.add("refused", .integer(outcome.refused))
            },
            text:
                "\(counted(outcome.made.count, "rendition")), \(outcome.refused) refused\(before)\n",
            hasErrors: outcome.refused > 0)
    }

    private static func compare(_ invocation: Invocation) throws -> Answer {
        if invocation.switches.contains("copies") || invocation.switches.contains("anew") {
            throw UsageError("--compare makes nothing: not with --copies or --anew")
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let template = invocation.options["template"]
        if template == nil, invocation.options["from"] != nil {
            throw UsageError("--from names the former template; the new one is --template NAME")
        }
        var differing: [Value] = []
        let outcome = try Comparing(books, world: invocation.world()).run(
            search(invocation, Finding(books)), template: template,
            former: invocation.options["from"]
        ) { number, verdict in
            guard let text = verdict.text else { return }
            invocation.terminal.show("\(number)  \(printable(text))\n")
            if invocation.switches.contains("json") { differing.append(verdict.value(number)) }
        }
        return Answer(
            value: .record {
                $0.add("same", .integer(outcome.same))
                $0.add("changed", .integer(outcome.changed))
                $0.add("refused", .integer(outcome.refused))
                $0.add("documents", .list(differing))
            },
            text: "\(outcome.same) the same, \(outcome.changed) changed, "
                + "\(outcome.refused) refused\n",
            hasErrors: outcome.changed + outcome.refused > 0)
    }
}

extension Comparing.Verdict {
    /// What differs; `nil` where nothing does.
    fileprivate var text: String? {
        switch self {
        case .same: nil
        case .refused: "refused"
        case .page(let difference):
            "another page than the archived one, \(difference.place)"
                + (difference.layout.map { ": \($0.text)" } ?? "")
                + (difference.obstacle.map { " (what a reader sees is not known: \($0))" } ?? "")
        case .layout(let difference): difference.text
        }
    }

    fileprivate func value(_ number: String) -> Value {
        .record {
            $0.add("number", number)
            switch self {
            case .same: break
            case .refused: $0.add("verdict", "refused")
            case .page(let difference):
                $0.add("verdict", "other-page")
                $0.add("place", difference.place)
                difference.layout?.add(to: &$0)
                $0.add("obstacle", difference.obstacle)
            case .layout(let difference):
                $0.add("verdict", "other-layout")
                difference.add(to: &$0)
            }
        }
    }
}

extension LayoutDifference {
    fileprivate var text: String {
        let pages =
            pagesBefore == pagesAfter
            ? "" : "\(counted(pagesAfter, "page")), not \(pagesBefore); "
        if moved + changed == 0 { return pages + "all texts stand where they did" }
        return pages + "\(counted(moved, "text")) moved, \(changed) changed"
            + (first.map { ", the first on page \($0.page): \"\($0.text)\"" } ?? "")
    }

    fileprivate func add(to record: inout Value.Record) {
        record.add("pagesBefore", .integer(pagesBefore))
        record.add("pagesAfter", .integer(pagesAfter))
        record.add("moved", .integer(moved))
        record.add("changed", .integer(changed))
        record.add("example", first?.text)
        record.add("page", first.map { .integer($0.page) } ?? .null)
    }
}
