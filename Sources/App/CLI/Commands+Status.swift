import Books
import Diagnostics
import Formats
import Money
import Workflows

extension Command {
    static let status = Command(
        name: "status", summary: "how far orders have come: delivered, billed, open",
        arguments: "",
        options: [
            Option("order", "ID", "of one order"),
            Option("customer", "ID", "of one customer's orders"),
            Option("open", nil, "only lines with something left to deliver or to bill"),
            Option("csv", nil, "rows as CSV on standard output"),
        ],
        details: """
            A row for each order line, by order date, with quantities, values without tax, the last
            delivery and the documents that bill it. Returned is what came back after it
            was billed and waits for a credit note, credited what notes have taken off.
            Of orders billed by milestones, delivered and billed are the percentages reached and
            billed; of recurring plans, ordered counts all periods and delivered those come due.

            examples:
              bijak status --order SO-26-0104
              bijak status --customer C-1001 --open
              bijak status --csv > status.csv
            """
    ) { invocation in
        var request = Status.Request()
        request.order = invocation.options["order"]
        request.customer = invocation.options["customer"]
        request.onlyOpen = invocation.switches.contains("open")
        let books = try BooksFolder(invocation.booksPath, readonly: true)
        let status = Status(books, world: try invocation.world())
        if invocation.switches.contains("json") { return try statusValue(status, request) }
        if invocation.switches.contains("csv") {
            return try statusCSV(status, request, invocation.terminal)
        }
        var rows = [
            [
                "order", "customer", "PO", "line", "item", "ordered", "delivered", "returned",
                "billed", "open", "value", "billed value", "credited", "open value", "last",
                "documents",
            ]
        ]
        let totals = try status.run(request) { rows.append($0.row) }
        if totals.isEmpty {
            return Answer(
                value: .null, text: request.onlyOpen ? "nothing is open\n" : "no orders\n")
        }
        for total in totals { rows.append(total.row) }
        return Answer(
            value: .null,
            text: printableTable(rows, alignRight: [3, 5, 6, 7, 8, 9, 10, 11, 12, 13]))
    }

    private static func statusValue(
        _ status: Status, _ request: Status.Request
    ) throws -> Answer {
        var lines: [Value] = []
        let totals = try status.run(request) { lines.append($0.value) }
        return Answer(
            value: .record {
                $0.add("lines", .list(lines))
                $0.add("totals", .list(totals.map(\.value)))
            }, text: "")
    }

    /// Rows go out as they come: books of any size, little memory.
    private static func statusCSV(
        _ status: Status, _ request: Status.Request, _ terminal: Terminal
    ) throws -> Answer {
        let chunk = 1 << 16
        var csv = CSVWriter(heading: Books.LineStatus.columns)
        _ = try status.run(request) { line in
            csv.row(line.cells)
            if csv.bytes.count > chunk { terminal.print(csv.take()) }
        }
        terminal.print(csv.take())
        return Answer(value: .null, text: "")
    }
}

extension Books.LineStatus {
    /// A row of the table for people.
    fileprivate var row: [String] {
        let about = state == .open ? "" : " (\(state.rawValue))"
        var quantities = [delivered.description, returned.isZero ? "" : "\(returned)"]
        quantities += [billed.description, open.isZero ? "" : "\(open)"]
        if let milestones {
            quantities[0] = "\(milestones.reached) %"
            quantities[2] = "\(milestones.billed) %"
            quantities[3] = state == .cancelled ? "" : rest(of: milestones.reached)
        }
        return [order + about, customer, purchaseOrder ?? "", String(line), item, "\(ordered)"]
            + quantities
            + [
                orderedValue.description, billedValue.plain,
                creditedValue.isZero ? "" : creditedValue.plain,
                openValue.isZero ? "" : openValue.plain, lastDelivery?.description ?? "",
                documents.joined(separator: " "),
            ]
    }

    private func rest(of reached: Decimal) -> String {
        let left = Decimal(billionths: Decimal(100).billionths - reached.billionths)
        return left.isZero ? "" : "\(left) %"
    }

    fileprivate static let columns = [
        "order", "customer", "orderDate", "purchaseOrder", "state", "line", "item", "ordered",
        "delivered", "returned", "billed", "open", "milestonesReached", "milestonesBilled",
        "currency", "orderedValue", "deliveredValue", "billedValue", "openValue", "lastDelivery",
        "documents", "creditedValue",
    ]

    fileprivate var cells: [String] {
        [
            order, customer, orderDate.description, purchaseOrder ?? "", state.rawValue,
            String(line), item, "\(ordered)", "\(delivered)", "\(returned)", "\(billed)",
            "\(open)", milestones.map { "\($0.reached)" } ?? "",
            milestones.map { "\($0.billed)" } ?? "", orderedValue.currency.code,
            orderedValue.plain, deliveredValue.plain, billedValue.plain, openValue.plain,
            lastDelivery?.description ?? "", documents.joined(separator: " "), creditedValue.plain,
        ]
    }

    fileprivate var value: Value {
        .record {
            $0.add("order", order)
            $0.add("customer", customer)
            $0.add("orderDate", orderDate)
            $0.add("purchaseOrder", purchaseOrder)
            $0.add("state", state.rawValue)
            $0.add("line", .integer(line))
            $0.add("item", item)
            $0.add("ordered", ordered)
            $0.add("delivered", delivered)
            $0.add("returned", returned)
            $0.add("billed", billed)
            $0.add("open", open)
            $0.add("milestonesReached", milestones?.reached)
            $0.add("milestonesBilled", milestones?.billed)
            $0.add("currency", orderedValue.currency.code)
            $0.add("orderedValue", orderedValue)
            $0.add("deliveredValue", deliveredValue)
            $0.add("billedValue", billedValue)
            $0.add("creditedValue", creditedValue)
            $0.add("openValue", openValue)
            $0.add("lastDelivery", lastDelivery)
            $0.add("documents", .list(documents.map(Value.text)))
        }
    }
}

extension Status.Total {
    fileprivate var row: [String] {
        [
            "total", counted(lines, "line"), "", "", "", "", "", "", "", "", ordered.description,
            billed.plain, credited.isZero ? "" : credited.plain, open.plain, "", "",
        ]
    }

    fileprivate var value: Value {
        .record {
            $0.add("currency", ordered.currency.code)
            $0.add("lines", .integer(lines))
            $0.add("orderedValue", ordered)
            $0.add("deliveredValue", delivered)
            $0.add("billedValue", billed)
            $0.add("creditedValue", credited)
            $0.add("openValue", open)
        }
    }
}
