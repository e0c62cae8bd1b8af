import Diagnostics
import Money
import Trade

/// An order calculated as if all of it were delivered on its own day: whether it can be taken.
public struct OrderTrial: Sendable {
    public let reviewed: ReviewedOrder
    public let invoice: Invoice
    /// Deviations of its totals and of its customer's credit that were approved.
    public private(set) var approved: [ApprovedDeviation] = []

    /// Reviews and calculates an order, holds the customer's own totals against ours and the sum
    /// against the credit limit; `nil` where it could not be calculated.
    ///
    /// - Parameter explains: whether the invoice says how its amounts came about.
    public init?(
        _ order: Order, _ master: MasterData, _ context: OrderContext, explains: Bool = false,
        _ findings: Findings
    ) {
        let errorsBefore = findings.errorCount
        let judged = ReviewedOrder(order, master, context, findings)
        guard let reviewed = judged ?? OrderTrial.asStated(order, master, context),
            let invoice = Calculator.invoice(
                .whole(reviewed), company: master.company, rates: master.rates,
                issueDate: order.date, explains: explains, findings)
        else { return nil }
        self.reviewed = reviewed
        self.invoice = invoice
        findings.subject = "order \(order.id)"
        let deviations = Deviations(
            of: order.id, context.approvals, tells: context.isNew, reading: context.reading,
            findings)
        checkTotals(deviations)
        if context.isNew { checkCredit(context.exposure, deviations, findings) }
        if findings.errorCount > errorsBefore { return nil }
        approved = deviations.approved
    }

    /// An order that deviates, as it states itself: so that its totals and its customer's credit are
    /// looked at in the same go.
    private static func asStated(
        _ order: Order, _ master: MasterData, _ context: OrderContext
    ) -> ReviewedOrder? {
        var stated = context
        stated.reading = .stated
        stated.isNew = false
        return ReviewedOrder(order, master, stated, Findings())
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
        guard let limit = customer.creditLimit, let exposure else { return }
        guard let own = payable(in: limit.currency) else {
            deviations.report(
                Diagnostic(
                    code: "credit-limit-exceeded",
                    "the credit limit of customer \(customer.id) cannot be compared with this order",
                    at: reviewed.order.node.location(of: "currency"),
                    found: "an order in \(invoice.currency)",
                    expected: "an order in \(limit.currency), as the limit is",
                    hint: "state the limit in the currency of its orders"))
            return
        }
        do throws(AmountOverflow) {
            let total = try exposure.openInvoices + exposure.unbilled + own
            if total.minorUnits <= limit.minorUnits { return }
            deviations.report(
                Diagnostic(
                    code: "credit-limit-exceeded",
                    "this order takes customer \(customer.id) over its credit limit",
                    at: reviewed.order.node.location(of: "customer"),
                    found:
                        "\(total): open invoices \(exposure.openInvoices.plain), delivered and unbilled \(exposure.unbilled.plain), this order \(own.plain)",
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

    /// What is to be paid, in its own currency or, at the order's rate, in the company's.
    private func payable(in currency: Currency) -> Money? {
        if currency == invoice.currency { return invoice.totals.payable }
        return invoice.exchange?.payable.currency == currency ? invoice.exchange?.payable : nil
    }
}
