import Diagnostics
import Money
import Tax
import Trade

/// The document about money that came before the supply: a receipt voucher under GST (CGST Act
/// s. 31(3)(d), Rule 50), elsewhere a deposit invoice (Directive 2006/112/EC arts. 65, 220(1)(4)).
public enum AdvanceDocument {
    /// The receipt voucher or deposit invoice of money received for an order, under a placeholder
    /// number; `nil` after findings.
    ///
    /// The amount contains the tax. It is split over the order's rates of tax by what each comes to
    /// with tax, largest remainder; of each share the value is round(share × 100 ÷ (100 + rate)),
    /// the tax that of the value. Where no value and its tax give the share, the minor unit that is
    /// missing is rounding, never tax. Rates are those of the day of receipt (s. 13(2); art. 65).
    ///
    /// - Parameters:
    ///   - already: earlier advances on the order; with this one at most what the order comes to.
    ///   - received: the day on which the money came; the tax point.
    ///   - rates: the user's own, which go before the built-in ones.
    public static func invoice(
        _ order: ReviewedOrder, amount: Money, already: Money, received: CalendarDate,
        company: Company, rates: RateTable = .empty, issueDate: CalendarDate, _ findings: Findings
    ) -> Invoice? {
        findings.subject = "order \(order.order.id)"
        let location = order.order.node.location
        if issueDate < received {
            findings.add(
                Diagnostic(
                    code: "date-order", "the document is older than the receipt of the money",
                    at: location, found: issueDate.description, expected: "\(received) or later"))
            return nil
        }
        // The order as if all of it were supplied and paid on that day: the rates that hold.
        guard
            let whole = Calculator.invoice(
                supplied(order, on: received), company: company, rates: rates,
                issueDate: received, kind: .proforma, explains: false, findings)
        else { return nil }
        do throws(AmountOverflow) {
            let rest = try whole.totals.payable - already
            guard isCovered(amount, by: rest, of: whole, at: location, findings),
                isTaxedAtReceipt(whole, at: location, findings)
            else { return nil }
            let calculator = AdvanceCalculator(
                order: order, whole: whole, amount: amount, received: received, company: company,
                issueDate: issueDate)
            return try calculator.invoice()
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this advance leave the range kept exactly", at: location,
                    hint: "is the amount mistyped?"))
            return nil
        }
    }

    private static func supplied(_ order: ReviewedOrder, on day: CalendarDate) -> Fulfilment {
        Fulfilment([
            Fulfilment.Part(
                order: order, event: .delivery,
                delivery: Delivery(id: "ADVANCE", order: order.order.id, date: day),
                lines: order.lines.map {
                    Fulfilment.Line(
                        line: $0, before: .zero, after: $0.ordered.quantity,
                        whole: $0.ordered.quantity)
                }, isFirst: true)
        ])
    }

    private static func isCovered(
        _ amount: Money, by rest: Money, of whole: Invoice, at location: SourceLocation,
        _ findings: Findings
    ) -> Bool {
        if amount.minorUnits <= 0 {
            findings.add(
                Diagnostic(
                    code: "amount-not-positive", "an advance is above zero", at: location,
                    found: amount.description))
            return false
        }
        if amount.minorUnits <= rest.minorUnits { return true }
        findings.add(
            Diagnostic(
                code: "advance-exceeds", "more is paid in advance than the order comes to",
                at: location, found: amount.description,
                expected: "at most \(rest.isNegative ? .zero(rest.currency) : rest)",
                hint: "the order comes to \(whole.totals.payable), less earlier advances"))
        return false
    }

    /// Art. 67: the tax of an intra-Community supply falls due after the supply, never with money
    /// received before it; and its invoice states the day of supply (BR-IC-11).
    private static func isTaxedAtReceipt(
        _ whole: Invoice, at location: SourceLocation, _ findings: Findings
    ) -> Bool {
        guard whole.taxSummary.contains(where: { $0.tax.category == .intraCommunity }) else {
            return true
        }
        findings.add(
            Diagnostic(
                code: "advance-intra-community",
                "no document states tax on money received for an intra-Community supply",
                at: location,
                expected: "the invoice after the supply (Directive 2006/112/EC art. 67)",
                hint: "a proforma asks for the money as well"))
        return false
    }
}
