import Books
import Database
import Formats
import Invoicing
import Money

/// The rows of other tables that follow from an issued document: what is missing, what is there
/// besides, and what says something else.
extension DocumentCheck {
    func rows(
        _ root: DataNode, _ invoice: Invoice, in transaction: borrowing Transaction
    ) throws {
        try moved(root, invoice, in: transaction)
        try advances(invoice, in: transaction)
        try marks(invoice, in: transaction)
        try enclosures(invoice, in: transaction)
    }

    private func compare(_ table: String, _ found: [TableRow], _ expected: [TableRow]) {
        var left = Dictionary(
            expected.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for row in found {
            guard let issued = left.removeValue(forKey: row.key) else {
                changed("\(table) has a row that what was issued has not", found: row.text)
                continue
            }
            for (name, value) in issued.columns {
                guard let own = row[name], own != value else { continue }
                changed(
                    "the row of \(table) was changed: \(name)", found: "\(row.key): \(own)",
                    expected: value)
            }
        }
        for row in expected where left[row.key] != nil {
            changed("\(table) lacks a row of what was issued", found: nil, expected: row.text)
        }
    }

    // MARK: Lines and notes

    /// What it bills of order lines, or a note moves of them and of the lines of its original.
    private func moved(
        _ root: DataNode, _ invoice: Invoice, in transaction: borrowing Transaction
    ) throws {
        let lines = try Books.lines(of: document.number, in: invoice.currency, transaction)
            .map { $0.line.row($0.position) }
        guard let reference = invoice.references.first else {
            let billed = invoice.kind == .invoice ? invoice.documentLines : []
            compare(
                "document_line", lines, billed.enumerated().map { $0.element.row($0.offset + 1) })
            return
        }
        // An original that cannot be read is told by itself.
        guard let original = try? books.invoice(reference.number, in: transaction) else { return }
        let entered = try Books.noteRows(
            of: document.number, on: reference.number, in: invoice.currency, transaction)
        let readings = NoteReading(invoice, on: original, root).movements(
            hasRest: entered.contains { $0.movement.line == 0 })
        let note = try Books.place(
            of: document.number, on: reference.number, in: transaction)
        compare(
            "note_line", entered.map { $0.movement.row($0.position, note: $0.note) },
            readings.enumerated().map { index, reading in
                let row = reading.movement.row(index + 1, note: note)
                return reading.hasQuantity ? row : row.without("quantity")
            })
        let billed = original.lines(of: readings.map(\.movement))
        // A movement of line 0 comes last and is of no order line: positions agree.
        compare(
            "document_line", lines,
            zip(billed, readings).enumerated().map { index, pair in
                let row = pair.0.row(index + 1)
                return pair.1.hasQuantity ? row : row.without("quantity")
            })
    }

    // MARK: Advances

    /// The money that an advance is about, and what an invoice or a refund takes off advances.
    private func advances(
        _ invoice: Invoice, in transaction: borrowing Transaction
    ) throws {
        let entered = try Books.enteredAdvance(
            document.number, in: invoice.currency, transaction)
        func row(_ order: String, _ received: CalendarDate, _ amount: Books.TaxedAmount) -> TableRow
        {
            TableRow(
                "the advance",
                [("order_id", order), ("received", received.description)] + amount.columns)
        }
        compare(
            "advance", entered.map { [row($0.order, $0.received, $0.amount)] } ?? [],
            invoice.kind == .advance
                ? [row(invoice.order.id, invoice.taxPoint, Books.TaxedAmount(invoice))] : [])
        let used = try Books.prepayments(of: document.number, in: invoice.currency, transaction)
        compare(
            "prepayment", used.map { TableRow("of \($0.advance)", $0.amount.columns) },
            invoice.used.map { TableRow("of \($0.advance)", $0.amount.columns) })
    }

    // MARK: What is billed, what travels with it

    /// The deliveries, milestones and periods that count as billed; of a cancelled one none.
    private func marks(_ invoice: Invoice, in transaction: borrowing Transaction) throws {
        let isBilled = invoice.kind == .invoice && document.state == .issued
        let marks = try Books.marks(of: document.number, in: transaction).map { event in
            if case .period(let period) = event.kind {
                return TableRow(
                    "period \(period.first) to \(period.last)", [("order_id", event.order)])
            }
            return TableRow(
                "delivery \(event.id)",
                [("order_id", event.order), ("date", event.date.description)])
        }
        compare(
            "delivery.document", marks,
            isBilled ? invoice.billedEvents : [])
        if isBilled { try quantities(invoice, in: transaction) }
    }

    /// What was delivered is what was billed: of goods that come back later it stays as it was.
    private func quantities(
        _ invoice: Invoice, in transaction: borrowing Transaction
    ) throws {
        guard invoice.parts.allSatisfy(\.isDelivery) else { return }
        func row(_ order: String, _ line: Int, _ quantity: Decimal) -> TableRow {
            TableRow("order \(order), line \(line)", [("quantity", "\(quantity)")])
        }
        var billed: [String: [Int: Int128]] = [:]
        for line in invoice.documentLines {
            billed[line.order, default: [:]][line.line, default: 0] += line.quantity.billionths
        }
        compare(
            "delivery_line",
            try Books.delivered(billedBy: document.number, in: transaction).map(row),
            billed.flatMap { order, lines in
                lines.sorted { $0.key < $1.key }.map {
                    row(order, $0.key, Decimal(billionths: $0.value))
                }
            })
    }

    /// Files are entered under their own names; one that came a second time has another here.
    private func enclosures(
        _ invoice: Invoice, in transaction: borrowing Transaction
    ) throws {
        var entered: [(id: Int64, file: Invoice.Attachment)] = []
        for order in invoice.orders {
            entered += try Books.enclosures(of: document.number, order.id, in: transaction)
        }
        let files = entered.sorted { $0.id < $1.id }.map(\.file)
        compare(
            "enclosure", invoice.attaching(files).attachments.map(\.row),
            invoice.attachments.map(\.row))
    }
}

extension Invoice {
    /// What it takes off advances: an invoice as its prepayments say, a note on an advance all that
    /// it pays back.
    fileprivate var used: [(advance: String, amount: Books.TaxedAmount)] {
        if let reference = references.first {
            return reference.kind == .advance
                ? [(reference.number, Books.TaxedAmount(self))] : []
        }
        return kind == .invoice
            ? prepayments.map { ($0.number, Books.TaxedAmount($0)) } : []
    }

    /// What it bills: a period of a plan, or deliveries and milestones. Whose a delivery is, the list
    /// says only where it is of one order.
    fileprivate var billedEvents: [TableRow] {
        if let period {
            return [
                TableRow("period \(period.first) to \(period.last)", [("order_id", order.id)])
            ]
        }
        let owner: [(name: String, value: String)] =
            orders.count == 1 ? [("order_id", order.id)] : []
        return deliveries.map {
            TableRow("delivery \($0.id)", owner + [("date", $0.date.description)])
        }
    }
}

extension NoteMovement {
    fileprivate func row(_ position: Int, note: Int) -> TableRow {
        TableRow(
            "position \(position)",
            [
                ("note", "\(note)"), ("line", "\(line)"), ("quantity", "\(quantity)"),
                ("taxable", taxable.plain), ("is_financial", isFinancial ? "1" : "0"),
            ])
    }
}

extension Invoice.Attachment {
    fileprivate var row: TableRow {
        TableRow(
            name,
            [
                ("mime_type", mimeType), ("description", description ?? "nothing"),
                ("size", "\(size)"), ("sha256", sha256),
            ])
    }
}
