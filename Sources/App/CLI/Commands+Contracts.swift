import Diagnostics
import Formats
import Money
import Trade
import Workflows

extension Command {
    static let contract = Command(
        name: "contract", summary: "contracts: list, and the terms in force on a day",
        arguments: "list | show ID",
        options: [
            Option("customer", "ID", "list: of one customer"),
            Option("on", "DATE", "show: the terms on this day (default today)"),
        ],
        details: """
            show prints prices, discounts, products, payment terms, freight and billing as the contract
            and its amendments leave them on the day, each with the clause that states it.

            examples:
              bijak contract list --customer C-1001
              bijak contract show FA-2026-17 --on 2026-09-01
            """
    ) { invocation in
        let verbs = [
            Verb(name: "list", arguments: "", options: ["customer"]),
            Verb(name: "show", arguments: "ID", options: ["on"]),
        ]
        let (verb, rest) = try invocation.verb(of: "contract", among: verbs)
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let contracts = Contracts(books, world: try invocation.world())
        if verb.name == "list" {
            return contractList(try contracts.list(customer: invocation.options["customer"]))
        }
        let id = try invocation.single(rest, "which contract?", "bijak contract show ID")
        let shown = try contracts.show(id, on: date("on", invocation))
        return Answer(value: shown.value, text: shown.text)
    }

    private static func contractList(_ list: [Contracts.Listed]) -> Answer {
        let rows = list.map { one in
            [
                one.id, one.customer, one.title ?? "", one.currency.code,
                span(one.from, one.to), one.standing.rawValue,
                one.amendments == 0 ? "" : counted(one.amendments, "amendment"),
            ]
        }
        return Answer(
            value: .list(
                list.map { one in
                    .record {
                        $0.add("id", one.id)
                        $0.add("customer", one.customer)
                        $0.add("title", one.title)
                        $0.add("currency", one.currency.code)
                        $0.add("from", one.from)
                        $0.add("to", one.to)
                        $0.add("standing", one.standing.rawValue)
                        $0.add("amendments", .integer(one.amendments))
                    }
                }), text: printableTable(rows) + counted(list.count, "contract") + "\n")
    }
}

/// `2026-04-01 to 2027-03-31`, `from 2026-04-01`, `to 2027-03-31`; empty where both are open.
func span(_ from: CalendarDate?, _ to: CalendarDate?) -> String {
    switch (from, to) {
    case (let from?, let to?): "\(from) to \(to)"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (nil, nil): ""
    }
}
