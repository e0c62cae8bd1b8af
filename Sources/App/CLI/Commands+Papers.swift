import Books
import Diagnostics
import Formats
import Money
import Trade
import Workflows

extension Command {
    static let proforma = Command(
        name: "proforma", summary: "make proformas of orders: what they will cost",
        arguments: "ORDER…",
        options: [Option("date", "DATE", "the date on the documents (default today)")],
        details: """
            A proforma is no invoice: it bills nothing, no tax follows from it, and it can be made
            again. It has numbers of its own, from a series of kind proforma.

            example:
              bijak proforma SO-26-0104 --date 2026-04-03
            """
    ) { invocation in
        let usage = "bijak proforma SO-26-0104"
        if invocation.arguments.isEmpty { throw UsageError("which orders?", hint: usage) }
        let day = try date("date", invocation)
        let books = try BooksFolder(invocation.booksPath)
        let papers = try OrderPapers(books, world: invocation.world())
        var made: [Books.Document] = []
        for order in invocation.arguments {
            if let document = try papers.proforma(order, on: day) { made.append(document) }
        }
        let refused = invocation.arguments.count - made.count
        return Answer(
            value: .record {
                $0.add("documents", .list(made.map { value($0, [], books) }))
                $0.add("refused", .integer(refused))
            },
            text: made.map { "Proforma \($0.number) of order \($0.order): \($0.payable)\n" }
                .joined() + "\(counted(made.count, "proforma")), \(refused) refused\n",
            hasErrors: refused > 0)
    }

    static let deliveryNote = Command(
        name: "delivery-note", summary: "pages that go with goods; India's delivery challans",
        arguments: "DELIVERY…",
        options: [
            Option("output", "DIR", "where to (default ./delivery-notes)"),
            Option("template", "NAME", "another template than delivery-note"),
        ],
        details: """
            Writes DELIVERY.pdf for each delivery in the books: what leaves and how much of it,
            without prices. India: a delivery challan in three copies, with the value and tax that
            the delivery's invoice will have (CGST Rule 55). It has the delivery's own number and is
            not filed.

            example:
              bijak delivery-note DC-26-0001 DC-26-0002 --output /tmp/notes
            """
    ) { invocation in
        if invocation.arguments.isEmpty {
            throw UsageError("which deliveries?", hint: "bijak delivery-note DC-26-0001")
        }
        let folder = try invocation.outputFolder("output", default: "delivery-notes")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let outcome = try DeliveryNotes(books, world: invocation.world()).run(
            invocation.arguments, template: invocation.options["template"],
            to: folder)
        return Answer(
            value: .record {
                $0.add("made", .list(outcome.made.map(Value.text)))
                $0.add("refused", .integer(outcome.refused))
            },
            text: outcome.made.map { "\($0)\n" }.joined()
                + "\(counted(outcome.made.count, "delivery note")), \(outcome.refused) refused\n",
            hasErrors: outcome.refused > 0)
    }

    static let advance = Command(
        name: "advance", summary: "enter money received for an order before its supply",
        arguments: "ORDER",
        options: [
            Option("amount", "AMOUNT", "what came in, with tax, in the order's currency"),
            Option("received", "DATE", "the day it came in (default the document's)"),
            Option("date", "DATE", "the date on the document (default today)"),
        ],
        details: """
            Makes a receipt voucher (India, CGST Rule 50) or a deposit invoice (Europe) with the tax
            that is due on the money. The next invoices of the order take it off, the oldest first.

            example:
              bijak advance SO-26-0104 --amount 5000.00 --received 2026-04-03
            """
    ) { invocation in
        let usage = "bijak advance SO-26-0104 --amount 5000.00"
        let order = try invocation.single(invocation.arguments, "for which order?", usage)
        let amount = try positive(
            invocation.required("amount", usage), "--amount", "5000.00")
        let received = try date("received", invocation)
        let day = try date("date", invocation)
        let books = try BooksFolder(invocation.booksPath)
        let papers = try OrderPapers(books, world: invocation.world())
        guard
            let document = try papers.advance(order, amount, received: received, on: day)
        else { return Answer(value: .null, text: "nothing was entered\n", hasErrors: true) }
        return Answer(
            value: value(document, [], books),
            text: "\(document.number) for order \(document.order): \(document.payable), "
                + "\(document.tax.plain) of it tax\n")
    }

    /// Cancels an issued document.
    static func cancelDocument(
        _ number: String, _ books: BooksFolder, _ invocation: Invocation, _ usage: String
    ) throws -> Answer {
        let decision = try OrderStates.Decision(
            reason: invocation.required("reason", usage), by: invocation.required("by", usage))
        let cancelled = try DocumentCancelling(books, world: invocation.world())
            .run(number, decision)
        let document = cancelled.document
        var text =
            "Cancelled \(document.kind.words.lowercased()) \(document.number) "
            + "(\(document.payable)); its number stays.\n"
        if !cancelled.events.isEmpty {
            text += "Billable again: \(cancelled.events.joined(separator: ", "))\n"
        }
        if !cancelled.advances.isEmpty {
            text += "Free again: \(cancelled.advances.joined(separator: ", "))\n"
        }
        return Answer(
            value: .record {
                $0.add("document", document.number)
                $0.add("kind", document.kind.rawValue)
                $0.add("date", cancelled.day)
                $0.add("reason", decision.reason)
                $0.add("by", decision.person)
                $0.add("billableAgain", .list(cancelled.events.map(Value.text)))
                $0.add("freeAgain", .list(cancelled.advances.map(Value.text)))
                $0.add("page", cancelled.page)
            }, text: text)
    }
}

extension DocumentKind {
    /// Its name in a sentence's beginning.
    var words: String {
        switch self {
        case .invoice: "Invoice"
        case .creditNote: "Credit note"
        case .debitNote: "Debit note"
        case .proforma: "Proforma"
        case .advance: "Advance"
        case .refundVoucher: "Refund voucher"
        }
    }
}
