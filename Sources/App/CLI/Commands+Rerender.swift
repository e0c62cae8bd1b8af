import Archive
import Books
import Formats
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
}
