import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    private static let decisionOptions = [
        Option("reason", "TEXT", "why"), Option("by", "NAME", "who decided"),
    ]

    static let hold = Command(
        name: "hold", summary: "put orders on hold: nothing of them is billed",
        arguments: "ORDER…", options: decisionOptions,
        details: """
            Deliveries of an order on hold are taken and wait. All of the orders are put on hold, or,
            where one cannot be, none.

            example:
              bijak hold SO-26-0104 --reason "price is disputed" --by "N. Rao"
            """
    ) { invocation in
        let usage = "bijak hold SO-26-0104 --reason \"price is disputed\" --by \"N. Rao\""
        let (states, orders, decision) = try decide(invocation, usage, needsReason: true)
        let waiting = try states.hold(orders, decision)
        return Answer(
            value: .record {
                $0.add("held", .list(orders.map(Value.text)))
                $0.add("waiting", .integer(waiting))
            },
            text: "On hold: \(orders.joined(separator: ", ")). "
                + "\(counted(waiting, "unbilled delivery")) wait\(waiting == 1 ? "s" : "").\n")
    }

    static let release = Command(
        name: "release", summary: "let orders on hold be billed again",
        arguments: "ORDER…", options: decisionOptions,
        details: """
            What was delivered while an order was on hold is billed by the next issue.

            example:
              bijak release SO-26-0104 --by "N. Rao"
            """
    ) { invocation in
        let usage = "bijak release SO-26-0104 --by \"N. Rao\""
        let (states, orders, decision) = try decide(invocation, usage, needsReason: false)
        let billable = try states.release(orders, decision)
        return Answer(
            value: .record {
                $0.add("released", .list(orders.map(Value.text)))
                $0.add("billable", .integer(billable))
            },
            text: "Released: \(orders.joined(separator: ", ")). "
                + "\(counted(billable, "unbilled delivery")) can be billed when due.\n")
    }

    static let cancel = Command(
        name: "cancel", summary: "cancel what is left of an order, or an issued document",
        arguments: "ORDER|NUMBER",
        options: decisionOptions + [
            Option("as", "KIND", "order or document, where both are called so")
        ],
        details: """
            Of an order: what was delivered stays billable, what was not is delivered no more; a plan
            of periods ends with the period that has begun.

            Of a document: it keeps its number, its files and the reason, and asks for nothing; a page
            marked as cancelled is filed beside it. What it billed is billable again. Documents on
            which others rest are corrected by credit notes, or cancelled after those.

            examples:
              bijak cancel SO-26-0104 --reason "customer withdrew" --by "N. Rao"
              bijak cancel NV/26-27/00007 --reason "wrong buyer" --by "N. Rao"
            """
    ) { invocation in
        let usage = "bijak cancel SO-26-0104 --reason \"customer withdrew\" --by \"N. Rao\""
        let order = try invocation.single(
            invocation.arguments, "which order or document?", usage)
        if try isDocument(order, invocation) {
            return try cancelDocument(
                order, BooksFolder(invocation.booksPath), invocation, usage)
        }
        let (states, _, decision) = try decide(invocation, usage, needsReason: true)
        let cancelled = try states.cancel(order, decision)
        return Answer(value: value(cancelled), text: text(cancelled))
    }

    static let approve = Command(
        name: "approve", summary: "let an order pass although it deviates from what was agreed",
        arguments: "ORDER CODE",
        options: decisionOptions + [Option("line", "N", "only for this line of the order")],
        details: """
            CODE is the code of the finding. The approval is kept with reason and name and stands on
            the invoice's record. The order need not be in the books: a refused one is imported again.

            codes:
            \(Approving.approvable.map { "  \($0.code)\n      \($0.meaning)" }.joined(separator: "\n"))

            example:
              bijak approve SO-26-0104 price-mismatch --line 2 --reason "spot price agreed" \\
                --by "N. Rao"
            """
    ) { invocation in
        let usage = "bijak approve SO-26-0104 price-mismatch --reason \"agreed\" --by \"N. Rao\""
        guard invocation.arguments.count == 2 else {
            throw UsageError("which order, and which finding?", hint: usage)
        }
        let (order, code) = (invocation.arguments[0], invocation.arguments[1])
        var line: Int?
        if let text = invocation.options["line"] {
            line = Int(text)
            if line.map({ $0 < 1 }) ?? true { throw UsageError("--line is a line's number") }
        }
        let reason = try invocation.required("reason", usage)
        let person = try invocation.required("by", usage)
        let books = try BooksFolder(invocation.booksPath)
        let outcome = try Approving(books, world: invocation.world())
            .run(order, code, line: line, reason: reason, by: person)
        return Answer(
            value: .record {
                $0.add("order", order)
                $0.add("code", code)
                if let line { $0.add("line", .integer(line)) }
                $0.add("reason", reason)
                $0.add("by", person)
                $0.add("date", outcome.date)
                $0.add("inBooks", .flag(outcome.isInBooks))
            }, text: text(outcome, order, code, line))
    }

    private static func text(
        _ outcome: Approving.Outcome, _ order: String, _ code: String, _ line: Int?
    ) -> String {
        var text = "Approved \(code) of order \(order)\(line.map { ", line \($0)" } ?? "").\n"
        if let before = outcome.replaced {
            text += "It takes the place of \(before.by)'s of \(before.date): \(before.reason)\n"
        }
        if !outcome.isInBooks { text += "The order is not in the books: import it again.\n" }
        return text
    }

    private static func decide(
        _ invocation: Invocation, _ usage: String, needsReason: Bool
    ) throws -> (OrderStates, orders: [String], OrderStates.Decision) {
        if invocation.arguments.isEmpty { throw UsageError("which orders?", hint: usage) }
        let reason = invocation.options["reason"]
        if needsReason { _ = try invocation.required("reason", usage) }
        let decision = try OrderStates.Decision(
            reason: reason, by: invocation.required("by", usage))
        let books = try BooksFolder(invocation.booksPath)
        return (OrderStates(books, world: try invocation.world()), invocation.arguments, decision)
    }

    // MARK: Cancellations

    /// Whether an id is a document's. One that is also an order's is asked about.
    private static func isDocument(_ id: String, _ invocation: Invocation) throws -> Bool {
        let kind = invocation.options["as"]
        if let kind, kind != "order", kind != "document" {
            throw UsageError("there is no kind \"\(kind)\" to cancel", hint: "order, document")
        }
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let known = try DocumentCancelling(books, world: invocation.world()).isKnown(id)
        if let kind { return kind == "document" }
        if known.document, known.order {
            throw UsageError(
                "an order and a document are called \(id)", hint: "--as order or --as document")
        }
        return known.document
    }

    private static func value(_ cancelled: OrderStates.Cancelled) -> Value {
        .record {
            $0.add("order", cancelled.order)
            $0.add("date", cancelled.day)
            $0.add(
                "lines",
                .list(
                    cancelled.lines.map { line in
                        .record {
                            $0.add("line", .integer(line.line))
                            $0.add("item", line.item)
                            $0.add("quantity", line.quantity)
                        }
                    }))
            if let periods = cancelled.periods {
                $0.add("periods", .integer(periods.count))
                $0.add("periodsFrom", periods.days.first)
                $0.add("periodsTo", periods.days.last)
            }
            $0.add("milestonesReached", cancelled.milestones)
            $0.add("freedDeliveries", .integer(cancelled.freedDeliveries))
            $0.add("unbilled", .integer(cancelled.unbilled))
            $0.add(
                "advances",
                .list(
                    cancelled.advances.map { advance in
                        .record {
                            $0.add("number", advance.number)
                            $0.add("left", advance.total)
                        }
                    }))
        }
    }

    private static func text(_ cancelled: OrderStates.Cancelled) -> String {
        var text = "Cancelled what was left of order \(cancelled.order):\n"
        text += printableTable(
            cancelled.lines.map { ["  line \($0.line)", $0.item, "\($0.quantity)"] },
            alignRight: [2])
        if let (count, days) = cancelled.periods {
            text += "  \(counted(count, "period")), \(span(days.first, days.last))\n"
        }
        if let reached = cancelled.milestones {
            text += "  milestones after the \(reached) % that are reached\n"
        }
        if cancelled.freedDeliveries > 0 {
            text +=
                counted(cancelled.freedDeliveries, "delivery")
                + " that waited for the rest can be billed from \(cancelled.day).\n"
        }
        let unbilled = cancelled.unbilled
        text +=
            "\(counted(unbilled, "unbilled delivery")) of it "
            + "stay\(unbilled == 1 ? "s" : "") billable.\n"
        for advance in cancelled.advances {
            text +=
                "\(advance.total) of \(advance.number) are left: "
                + "bijak credit \(advance.number) pays back what is not needed.\n"
        }
        return text
    }
}
