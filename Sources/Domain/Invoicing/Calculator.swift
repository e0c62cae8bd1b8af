import Diagnostics
import Formats
import Money
import Tax
import Trade

/// The one place where an invoice's amounts are made.
///
/// A pure function of a fulfilment, the rules and the dates: prices and line discounts, the
/// document's discount and freight split over the lines, tax at the level its regime says, totals,
/// round-off. Every rounding is half away from zero to the currency's minor unit and stands here.
public struct Calculator {
    let fulfilment: Fulfilment
    let company: Company
    let regime: any Regime
    let issueDate: CalendarDate
    let currency: Currency

    /// The invoice of a fulfilment under a placeholder number; `nil` after findings.
    public static func invoice(
        _ fulfilment: Fulfilment, company: Company, issueDate: CalendarDate, _ findings: Findings
    ) -> Invoice? {
        let order = fulfilment.order.order
        // A delivery without a record is supposed, and nothing the user could look up.
        let isSupposed = fulfilment.delivery.node == nil
        findings.subject =
            "order \(order.id)" + (isSupposed ? "" : ", delivery \(fulfilment.delivery.id)")
        guard let regime = Regimes.named(company.regime) else {
            findings.add(
                Diagnostic(
                    code: "unknown-regime", "no tax regime is called \"\(company.regime)\"",
                    at: company.node.location(of: "regime"),
                    expected: Regimes.all.map(\.name).joined(separator: ", ")))
            return nil
        }
        let calculator = Calculator(
            fulfilment: fulfilment, company: company, regime: regime, issueDate: issueDate,
            currency: order.currency)
        do {
            return try calculator.invoice(findings)
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this order leave the range kept exactly",
                    at: order.node.location, hint: "is a quantity or price mistyped?"))
            return nil
        }
    }

    private func invoice(_ findings: Findings) throws(AmountOverflow) -> Invoice? {
        let reviewed = fulfilment.order
        let order = reviewed.order
        let language = reviewed.customer.language ?? company.language
        let supply = Supply(
            company: company, customer: reviewed.customer, shipTo: reviewed.shipTo,
            hasGoods: fulfilment.lines.contains { $0.line.item.kind == .goods },
            taxClasses: Set(fulfilment.lines.map(\.line.item.tax)),
            deliveryDate: fulfilment.delivery.date, issueDate: issueDate, language: language,
            location: order.node.location)
        guard let treatment = regime.treatment(of: supply, findings),
            let taxes = lineTaxes(supply, treatment, findings)
        else { return nil }

        let priced = try priceLines()
        let discount = try documentDiscount(priced)
        guard try checkDiscounts(priced, discount, findings) else { return nil }
        let freight = try documentFreight(priced, discount.shares)
        let lines = try taxLines(priced, discount.shares, freight, taxes, treatment)
        let summary = try taxSummary(lines, treatment)
        let totals = try totals(lines, summary)
        let terms = order.paymentTerms ?? reviewed.customer.paymentTerms ?? company.paymentTerms
        return Invoice(
            number: "", issueDate: issueDate, dueDate: issueDate.adding(days: terms.netDays),
            currency: currency, language: language, regime: regime.name, company: company,
            customer: reviewed.customer, shipTo: reviewed.shipTo, order: order,
            delivery: fulfilment.delivery, treatment: treatment, paymentTerms: terms, lines: lines,
            allowances: try adjustments(
                lines, order.discount?.reason ?? "", percent: discount.percent, \.documentDiscount),
            charges: try adjustments(
                lines, order.freight?.description ?? "", percent: nil, \.documentFreight),
            taxSummary: summary, totals: totals, exchange: try exchange(totals))
    }

    private func lineTaxes(
        _ supply: Supply, _ treatment: Treatment, _ findings: Findings
    ) -> [LineTax]? {
        let taxes = fulfilment.lines.map { line in
            regime.lineTax(
                of: line.line.item, in: supply, treatment,
                at: line.line.ordered.node.location(of: "item"), findings)
        }
        let known = taxes.compactMap(\.self)
        return known.count == taxes.count ? known : nil
    }
}
