public import Diagnostics
public import Formats
import Money
import Tax
public import Trade

/// What goes with goods: who gets what and how much of it. Without prices; but India's delivery
/// challan states value and tax too, the amounts of the invoice that bills the delivery by itself
/// (CGST Rule 55(1)).
public struct DeliveryNote: Sendable {
    private let part: Fulfilment.Part
    private let company: Company
    /// India: what the goods would be invoiced for.
    private let priced: Invoice?

    /// - Parameter rates: the user's own, which go before the built-in ones.
    /// - Returns: `nil` after findings: `no-delivery-note` where no goods leave with it, in India what
    ///   keeps it from being priced, and a number that is too long.
    public init?(
        _ part: Fulfilment.Part, company: Company, rates: RateTable = .empty, _ findings: Findings
    ) {
        guard case .delivery = part.event, part.delivery.returns == nil,
            part.lines.contains(where: { $0.line.item.kind == .goods })
        else {
            findings.add(
                Diagnostic(
                    code: "no-delivery-note",
                    "no goods leave with it: a milestone, a return, services or nothing at all",
                    at: part.delivery.location(of: "id"),
                    hint: "delivery notes are made of what leaves the house"))
            return nil
        }
        self.part = part
        self.company = company
        guard company.regime == IndiaGST().name else {
            priced = nil
            return
        }
        let isNumbered = DeliveryNote.checkNumber(of: part.delivery, findings)
        priced = Calculator.invoice(
            Fulfilment([part]), company: company, rates: rates, issueDate: part.delivery.date,
            explains: false, findings)
        if priced == nil || !isNumbered { return nil }
    }

    /// CGST Rule 55(1): serially numbered, not exceeding sixteen characters.
    private static func checkNumber(of delivery: Delivery, _ findings: Findings) -> Bool {
        if delivery.id.utf8.count <= Series.indianLimit { return true }
        findings.add(
            Diagnostic(
                code: "number-too-long",
                "the number of a delivery challan is longer than 16 characters (CGST Rule 55(1))",
                at: delivery.location(of: "id"), found: delivery.id,
                expected: "at most \(Series.indianLimit) characters",
                hint: "the delivery's id is its challan's number"))
        return false
    }

    /// What templates bind to: the keys of an invoice, as far as they apply.
    public var value: Value { priced.map(challan) ?? note }

    /// What a challan has of the invoice of its goods: nothing that asks for money.
    private static let stated = [
        "currency", "language", "secondLanguage", "regime", "seller", "buyer", "shipTo", "order",
        "delivery", "contract", "placeOfSupply", "reverseCharge", "lines", "totals", "notes",
        "signatory",
    ]

    private func challan(_ invoice: Invoice) -> Value {
        let invoice = invoice.value
        return .record { root in
            addHead(to: &root, title: "delivery-challan")
            for name in DeliveryNote.stated { root.add(name, invoice[name]) }
            root.add("copies", .list(IndiaGST.copiesOfChallan.map(Value.text)))
        }
    }

    private var note: Value {
        let customer = part.order.customer
        let reference = Invoice.Part(part)
        return .record { root in
            addHead(to: &root, title: "delivery-note")
            root.add("language", customer.language ?? company.language)
            root.add("secondLanguage", customer.secondLanguage ?? company.secondLanguage)
            root.add("regime", company.regime)
            root.add("seller", Invoice.Seller(company).value)
            root.add("buyer", Invoice.Buyer(customer, of: company).value)
            root.add("shipTo", Invoice.Place(part.order, always: true)?.value)
            root.add("order", reference.order.value)
            root.add("delivery", reference.delivery?.value)
            root.add("contract", part.order.contract.map(Invoice.ContractReference.init)?.value)
            root.add(
                "lines", .list(part.lines.enumerated().map { line($0.element, $0.offset + 1) }))
            root.add("signatory", company.signatory)
        }
    }

    private func addHead(to root: inout Value.Record, title: String) {
        root.add("kind", "delivery-note")
        root.add("title", title)
        root.add("number", part.delivery.id)
        root.add("issueDate", part.delivery.date)
    }

    private func line(_ line: Fulfilment.Line, _ number: Int) -> Value {
        let (item, ordered) = (line.line.item, line.line.ordered)
        let quantity = Decimal(billionths: line.after.billionths - line.before.billionths)
        return .record {
            $0.add("number", .integer(number))
            $0.add("item", item.id)
            $0.add("name", ordered.description ?? item.name)
            $0.add("note", ordered.note ?? item.note)
            $0.add("hsn", item.hsn)
            $0.add("commodityCode", item.commodityCode)
            $0.add("quantity", quantity)
            $0.add("unit", item.unit)
        }
    }
}
