public import Diagnostics
public import Formats
import Money
public import Trade

/// What goes with goods: who gets what and how much of it, without prices (India: delivery
/// challan, CGST Rule 55, without the value and tax that an invoice of the same goods states).
public struct DeliveryNote: Sendable {
    private let part: Fulfilment.Part
    private let company: Company

    /// - Returns: `nil` after a finding, `no-delivery-note`, where no goods leave with it.
    public init?(_ part: Fulfilment.Part, company: Company, _ findings: Findings) {
        guard case .delivery = part.event, part.delivery.returns == nil, !part.lines.isEmpty else {
            findings.add(
                Diagnostic(
                    code: "no-delivery-note",
                    "no goods leave with it: a milestone, a return or nothing at all",
                    at: part.delivery.location(of: "id"),
                    hint: "delivery notes are made of what leaves the house"))
            return nil
        }
        self.part = part
        self.company = company
    }

    /// What templates bind to: the keys of an invoice, as far as they apply.
    public var value: Value {
        let customer = part.order.customer
        let reference = Invoice.Part(part)
        let isIndia = company.regime == "india-gst"
        return .record { root in
            root.add("kind", "delivery-note")
            root.add("title", isIndia ? "delivery-challan" : "delivery-note")
            root.add("number", part.delivery.id)
            root.add("issueDate", part.delivery.date)
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
