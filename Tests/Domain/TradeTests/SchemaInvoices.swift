import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Invoices of contracts: between them they have what those of single orders have not.
enum SchemaInvoices {
    struct Unsound: Error {
        let findings: [String]
    }

    /// Two orders on one, one of them let pass; a milestone in instalments; a period; terms by the
    /// day of the month.
    static func all() throws -> [Invoice] {
        try [several(), milestone(), period(), wholeByDayOfMonth()]
    }

    private static func several() throws -> Invoice {
        let master = try master(
            contract(
                """
                "title":"Rahmen","reference":"R-7","paymentTerms":{"netDays":30,
                "earlyPayment":[{"days":10,"percent":"2"}]}
                """))
        var context = OrderContext(isNew: false)
        context.approvals = [
            Approval(
                code: "price-mismatch", line: 1, reason: "Kulanz", by: "E. Groß",
                date: try day("2026-06-02"))
        ]
        let first = try review(order("A-1", price: "99"), master, context)
        let second = try review(order("A-2"), master)
        let shipped = try made(
            """
            {"id":"L-1","order":"A-1","date":"2026-06-03","carrier":"Spedition","tracking":"T 1",
            "vehicle":"ULM-X 1","ewayBill":"151200478836"}
            """, Delivery.init)
        let later = Delivery(id: "L-2", order: "A-2", date: try day("2026-06-10"))
        return try invoice(
            [
                part(first, .delivery, shipped, Decimal(2)),
                part(second, .delivery, later, Decimal(2)),
            ], master)
    }

    private static func milestone() throws -> Invoice {
        let master = try master(
            contract(
                """
                "paymentTerms":{"instalments":[{"percent":"30","netDays":0},
                {"percent":"70","netDays":60}]},"billing":{"plan":"milestones","milestones":[
                {"id":"M1","description":"Lastenheft","percent":"30"},
                {"id":"M2","description":"Abnahme","percent":"70"}]}
                """))
        let order = try review(order("A-1"), master)
        guard case .milestones(let milestones) = order.billing else {
            throw Unsound(findings: ["no milestones"])
        }
        let report = Delivery(id: "M-1", order: "A-1", date: try day("2026-06-10"))
        return try invoice(
            [part(order, .milestone(milestones[0]), report, Decimal(30), of: Decimal(100))], master)
    }

    private static func period() throws -> Invoice {
        let master = try master(contract(#""paymentTerms":{"endOfMonthPlusDays":15}"#))
        let (first, last) = (try day("2026-05-31"), try day("2026-06-29"))
        let supposed = Delivery(id: "A-1#1", order: "A-1", date: first)
        let order = try review(order("A-1"), master)
        return try invoice(
            [part(order, .period(Period(first: first, last: last)), supposed, Decimal(2))], master)
    }

    private static func wholeByDayOfMonth() throws -> Invoice {
        let master = try master(contract(#""paymentTerms":{"dayOfMonth":10,"monthsAfter":1}"#))
        return try invoice(Fulfilment.whole(review(order("A-1"), master)).parts, master)
    }

    // MARK: Records

    private static func contract(_ terms: String) -> String {
        """
        {"id":"C-1","customer":"K","currency":"EUR","from":"2026-01-01",
        "prices":[{"clause":"2","item":"I","unitPrice":"100"}],\(terms)}
        """
    }

    private static func order(_ id: String, price: String? = nil) -> String {
        let price = price.map { #","unitPrice":"\#($0)""# } ?? ""
        return """
            {"id":"\(id)","customer":"K","contract":"C-1","date":"2026-06-01","currency":"EUR",
            "lines":[{"item":"I","quantity":"2"\(price)}]}
            """
    }

    private static func master(_ contract: String) throws -> MasterData {
        let address = #"{"lines":["Weg 1"],"city":"Ulm","postcode":"89073","country":"DE"}"#
        var master = MasterData(
            company: try made(
                """
                {"name":"Lotwerk GmbH","regime":"european-vat","currency":"EUR","language":"de-DE",
                "timeZone":"Europe/Berlin","taxNumber":"DE931840277","address":\(address),
                "series":[{"id":"r","scope":"any","pattern":"RE-{yyyy}-{n:4}"}]}
                """, Company.init))
        master.customers.put(
            try made(
                """
                {"id":"K","name":"Kunde","category":"business","currency":"EUR",
                "taxNumber":"DE927406181","address":\(address)}
                """, Customer.init))
        master.items["I"] = try made(
            #"{"id":"I","name":"Ding","kind":"goods","unit":"H87","tax":"standard"}"#, Item.init)
        let findings = Findings()
        let isTaken = master.contracts.put(try made(contract, Contract.init), findings)
        if !isTaken { throw Unsound(findings: findings.diagnostics.map(\.text)) }
        return master
    }

    private static func made<Record>(
        _ text: String, _ read: (DataNode, Findings) -> Record?
    ) throws -> Record {
        let findings = Findings()
        let root = try JSONReader.read(SourceText(name: "records.json", text: text)).root
        guard let record = read(root, findings) else {
            throw Unsound(findings: findings.diagnostics.map(\.text))
        }
        return record
    }

    private static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(text) else { throw Unsound(findings: [text]) }
        return day
    }

    private static func review(
        _ order: String, _ master: MasterData, _ context: OrderContext = OrderContext(isNew: false)
    ) throws -> ReviewedOrder {
        let findings = Findings()
        let order = try made(order, Order.init)
        guard let reviewed = ReviewedOrder(order, master, context, findings) else {
            throw Unsound(findings: findings.diagnostics.map(\.text))
        }
        return reviewed
    }

    /// All lines from nothing to `after`.
    private static func part(
        _ order: ReviewedOrder, _ event: Fulfilment.Event, _ delivery: Delivery, _ after: Decimal,
        of whole: Decimal? = nil
    ) -> Fulfilment.Part {
        Fulfilment.Part(
            order: order, event: event, delivery: delivery,
            lines: order.lines.map {
                Fulfilment.Line(
                    line: $0, before: .zero, after: after, whole: whole ?? $0.ordered.quantity)
            }, isFirst: true)
    }

    private static func invoice(
        _ parts: [Fulfilment.Part], _ master: MasterData
    ) throws -> Invoice {
        let findings = Findings()
        guard
            let invoice = Calculator.invoice(
                Fulfilment(parts), company: master.company, issueDate: try day("2026-06-30"),
                findings)
        else { throw Unsound(findings: findings.diagnostics.map(\.text)) }
        return invoice.numbered("RE-1")
    }
}
