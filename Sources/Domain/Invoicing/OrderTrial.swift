import Diagnostics
import Money
import Trade

/// An order calculated as if all of it were delivered on its own day: whether it can be taken.
public struct OrderTrial: Sendable {
    public let reviewed: ReviewedOrder
    public let invoice: Invoice

    /// Reviews and calculates an order, holds the customer's own totals against ours and the sum
    /// against the credit limit; `nil` where it could not be calculated.
    ///
    /// - Parameter explains: whether the invoice says how its amounts came about.
    public init?(
        _ order: Order, _ master: MasterData, _ context: OrderContext, explains: Bool = false,
        _ findings: Findings
    ) {
        guard let reviewed = ReviewedOrder(order, master, context, findings),
            let invoice = Calculator.invoice(
                .whole(reviewed), company: master.company, issueDate: order.date,
                explains: explains, findings)
        else { return nil }
        self.reviewed = reviewed
        self.invoice = invoice
        let deviations = Deviations(
            of: order.id, context.approvals, tells: context.isNew, reading: context.reading,
            findings)
        checkTotals(deviations)
        if context.isNew { checkCredit(context.exposure, deviations, findings) }
    }

    private func checkTotals(_ deviations: Deviations) {
        guard let stated = reviewed.order.totals else { return }
        let ours = invoice.totals
        let rows = [
            ("taxable", "without tax", stated.taxable, ours.taxable),
            ("tax", "of tax", stated.tax, ours.tax),
            ("payable", "to be paid", stated.payable, ours.payable),
        ]
        for (key, name, theirs, ours) in rows {
            guard let theirs, theirs != ours else { continue }
            deviations.report(
                Diagnostic(
                    code: "totals-mismatch", "the customer's total \(name) differs from ours",
                    at: stated.node.location(of: key), found: theirs.description,
                    expected: ours.description,
                    hint: "bijak check FILE --expected prints the order as we understand it"))
        }
    }

    /// What is open, what is delivered and unbilled, and this order must stay within the limit.
    private func checkCredit(
        _ exposure: Exposure?, _ deviations: Deviations, _ findings: Findings
    ) {
        let customer = reviewed.customer
        guard let limit = customer.creditLimit, let exposure,
            limit.currency == invoice.currency
        else { return }
        do throws(AmountOverflow) {
            let total = try exposure.openInvoices + exposure.unbilled + invoice.totals.payable
            if total.minorUnits <= limit.minorUnits { return }
            deviations.report(
                Diagnostic(
                    code: "credit-limit-exceeded",
                    "this order takes customer \(customer.id) over its credit limit",
                    at: reviewed.order.node.location(of: "customer"),
                    found:
                        "\(total): open invoices \(exposure.openInvoices.plain), delivered and unbilled \(exposure.unbilled.plain), this order \(invoice.totals.payable.plain)",
                    expected: "at most \(limit) (customer \(customer.id))",
                    hint: "collect first, or raise the limit"))
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this order leave the range kept exactly",
                    at: reviewed.order.node.location, hint: "is a quantity or price mistyped?"))
        }
    }
}
