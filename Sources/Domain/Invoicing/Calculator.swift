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
/// Each value is recorded in the explanation where it is made.
public struct Calculator {
    let fulfilment: Fulfilment
    let company: Company
    let regime: any Regime
    /// The user's own rates.
    let rates: RateTable
    let issueDate: CalendarDate
    let currency: Currency
    let explains: Bool

    /// The invoice of a fulfilment under a placeholder number; `nil` after findings.
    ///
    /// - Parameters:
    ///   - rates: the user's own, which go before the built-in ones.
    ///   - kind: `invoice`, or `proforma` of an order.
    ///   - explains: whether the steps are recorded; a trial of which only the totals are looked at
    ///     can do without.
    public static func invoice(
        _ fulfilment: Fulfilment, company: Company, rates: RateTable = .empty,
        issueDate: CalendarDate, kind: DocumentKind = .invoice, explains: Bool = true,
        _ findings: Findings
    ) -> Invoice? {
        let order = fulfilment.order.order
        findings.subject = fulfilment.subject
        guard let regime = Regimes.named(company.regime) else {
            findings.add(
                Diagnostic(
                    code: "unknown-regime", "no tax regime is called \"\(company.regime)\"",
                    at: company.node.location(of: "regime"),
                    expected: Regimes.all.map(\.name).joined(separator: ", ")))
            return nil
        }
        let calculator = Calculator(
            fulfilment: fulfilment, company: company, regime: regime, rates: rates,
            issueDate: issueDate, currency: order.currency, explains: explains)
        do {
            return try calculator.invoice(kind, findings)
        } catch {
            findings.add(
                Diagnostic(
                    code: "amount-too-large",
                    "the amounts of this order leave the range kept exactly",
                    at: order.node.location, hint: "is a quantity or price mistyped?"))
            return nil
        }
    }

    /// The amounts, as they are explained.
    struct Made {
        let priced: [PricedLine]
        let lines: [InvoiceLine]
        let summary: [Invoice.TaxGroup]
        let totals: Invoice.Totals
        let prepayments: [Invoice.Prepayment]
        let payment: Invoice.Payment
        let exchange: Invoice.Exchange?
    }

    private func invoice(
        _ kind: DocumentKind, _ findings: Findings
    ) throws(AmountOverflow) -> Invoice? {
        let reviewed = fulfilment.order
        let language = reviewed.customer.language ?? company.language
        let secondLanguage = reviewed.customer.secondLanguage ?? company.secondLanguage
        guard checkBasis(findings) else { return nil }
        let supply = supply(on: fulfilment.date, language)
        guard let treatment = regime.treatment(of: supply, findings),
            let taxes = lineTaxes(supply, treatment, findings)
        else { return nil }

        var priced = try priceLines(taxes)
        guard checkBearers(priced, taxes, findings) else { return nil }
        try shareDiscounts(&priced, taxes)
        guard try checkDiscounts(priced, findings) else { return nil }
        try shareFreights(&priced, taxes)
        let rows = taxRows(priced, taxes, treatment)
        try setTaxables(&priced, taxes, rows, treatment)
        let lines = try invoiceLines(priced, taxes, treatment)
        let summary = try taxSummary(lines, rows, treatment)
        let (totals, prepayments) = try prepaying(
            totals(lines, summary, treatment), lines)
        let made = Made(
            priced: priced, lines: lines, summary: summary, totals: totals,
            prepayments: prepayments, payment: try payment(totals.payable),
            exchange: try exchange(totals))
        let explanation = explains ? Explainer.explanation(of: made, self, treatment) : .init()
        let isProforma = kind == .proforma
        return Invoice(
            kind: kind, title: title(treatment, isProforma, prepayments), number: "",
            issueDate: issueDate,
            dueDate:
                isProforma ? nil : reviewed.paymentTerms.terms.dueDate(from: issueDate),
            taxPoint: fulfilment.parts[fulfilment.parts.count - 1].delivery.date,
            currency: currency, language: language,
            secondLanguage: secondLanguage == language ? nil : secondLanguage, regime: regime.name,
            seller: Invoice.Seller(company), buyer: Invoice.Buyer(reviewed.customer, of: company),
            shipTo: Invoice.Place(reviewed, always: treatment.placeOfSupply != nil),
            parts: fulfilment.parts.map { isProforma ? Invoice.Part(orderOf: $0) : .init($0) },
            contract: reviewed.contract.map(Invoice.ContractReference.init), treatment: treatment,
            export: treatment.endorsement == nil ? nil : Invoice.Export(company, treatment),
            lines: lines, documentDiscount: documentDiscount(totals),
            documentFreight: documentFreight(totals),
            allowances: try adjustments(lines, discounts: true),
            charges: try adjustments(lines, discounts: false),
            taxSummary: summary, totals: totals, prepayments: prepayments,
            exchange: made.exchange, payment: made.payment, terms: company.terms,
            signatory: company.signatory, approvals: approvals,
            explanation: explanation, origin: reviewed.order.node.location)
    }

    /// What takes deposits off and leaves nothing of the order to bill is the final invoice in
    /// Europe; in India it stays what it is.
    private func title(
        _ treatment: Treatment, _ isProforma: Bool, _ prepayments: [Invoice.Prepayment]
    ) -> Treatment.Title {
        if isProforma { return .proforma }
        return treatment.title == .invoice && !prepayments.isEmpty && fulfilment.isLast
            ? .finalInvoice : treatment.title
    }

    // MARK: What the parts have in common

    /// Prices, discounts and freight contain the tax.
    var pricesIncludeTax: Bool { fulfilment.order.order.pricesIncludeTax }

    /// One document has prices with tax or without, and advances in its own currency.
    private func checkBasis(_ findings: Findings) -> Bool {
        for part in fulfilment.parts.dropFirst()
        where part.order.order.pricesIncludeTax != pricesIncludeTax {
            let node = part.order.order.node
            findings.add(
                Diagnostic(
                    code: "mixed-price-basis",
                    "prices with tax and prices without do not go on one invoice",
                    at: node.location(of: "pricesIncludeTax"),
                    found: "order \(part.order.order.id): \(!pricesIncludeTax)",
                    expected: "\(pricesIncludeTax), as order \(fulfilment.order.order.id)",
                    hint: "bill the two orders apart"))
            return false
        }
        for advance in fulfilment.advances where advance.total.currency != currency {
            findings.add(
                Diagnostic(
                    code: "advance-currency",
                    "the advance \(advance.number) is in another currency than its order",
                    at: fulfilment.order.order.node.location(of: "currency"),
                    found: advance.total.description, expected: "an advance in \(currency)",
                    hint: "refund it, and take the money in the order's currency"))
            return false
        }
        return true
    }

    // MARK: What the document says besides

    /// The discount on the document as its parts grant it; terms that differ are left out.
    private func documentDiscount(_ totals: Invoice.Totals) -> Invoice.DocumentDiscount? {
        if totals.discount.isZero { return nil }
        let discounts = fulfilment.parts.compactMap { $0.order.discount?.terms }
        return Invoice.DocumentDiscount(
            reason: same(discounts.map(\.reason)), percent: same(discounts.map(\.percent)),
            amount: totals.discount)
    }

    private func documentFreight(_ totals: Invoice.Totals) -> Invoice.DocumentFreight? {
        if totals.freight.isZero { return nil }
        return Invoice.DocumentFreight(
            description: same(fulfilment.parts.map { $0.order.freight?.freight.description }),
            amount: totals.freight)
    }

    /// What all say; `nil` where they differ.
    private func same<Term: Equatable>(_ terms: [Term?]) -> Term? {
        terms.dropFirst().allSatisfy { $0 == terms.first } ? terms.first ?? nil : nil
    }

    private var approvals: [Invoice.ApprovalNote] {
        fulfilment.parts.flatMap { part in
            part.order.approved.map { Invoice.ApprovalNote($0, of: part.order.order.id) }
        }
    }

    // MARK: Tax

    /// The supply as its regime sees it, as of a day.
    private func supply(on day: CalendarDate, _ language: String) -> Supply {
        var items: [Item] = []
        items.reserveCapacity(fulfilment.parts[0].lines.count)
        for part in fulfilment.parts {
            for line in part.lines { items.append(line.line.item) }
        }
        let order = fulfilment.order
        return Supply(
            company: company, customer: order.customer, shipTo: order.shipTo,
            site: order.order.site, statedPlace: order.order.placeOfSupply, items: items,
            deliveryDate: day, issueDate: issueDate,
            paymentDate: paymentDate(of: order.order.id), rates: rates,
            language: language, location: order.order.node.location)
    }

    /// The day on which the first advance of an order came in.
    private func paymentDate(of order: String) -> CalendarDate? {
        fulfilment.advances.lazy.filter { ($0.order ?? order) == order }.map(\.received).min()
    }

    /// How each line of each part is taxed, at the rates of that part's own day: one after the
    /// other through all parts.
    private func lineTaxes(
        _ whole: Supply, _ treatment: Treatment, _ findings: Findings
    ) -> [LineTax]? {
        var taxes: [LineTax] = []
        taxes.reserveCapacity(whole.items.count)
        for part in fulfilment.parts {
            let day = part.delivery.date
            let paid = paymentDate(of: part.order.order.id)
            let isSound =
                day == whole.deliveryDate && paid == whole.paymentDate
                ? add(part.lines, whole, treatment, to: &taxes, findings)
                : add(part.lines, whole.on(day, paid: paid), treatment, to: &taxes, findings)
            if !isSound { return nil }
        }
        return taxes
    }

    /// The day of the first advance that was received for an order.
    private func paid(for order: ReviewedOrder) -> CalendarDate? {
        fulfilment.advances.lazy
            .filter { ($0.order ?? fulfilment.order.order.id) == order.order.id }
            .map(\.received).min()
    }

    private func add(
        _ lines: [Fulfilment.Line], _ supply: Supply, _ treatment: Treatment,
        to taxes: inout [LineTax], _ findings: Findings
    ) -> Bool {
        var isSound = true
        var quiet = Findings()
        // Most lines of a document are taxed as one before them: the law is asked once for each.
        var known: [(item: Item, tax: LineTax)] = []
        for line in lines {
            let (item, node) = (line.line.item, line.line.ordered.node)
            if let alike = known.first(where: { item.isTaxed(as: $0.item) }) {
                taxes.append(alike.tax)
                continue
            }
            var tax = regime.lineTax(of: item, in: supply, treatment, at: node.location, quiet)
            if let tax, quiet.diagnostics.isEmpty {
                // To look through more takes longer than to tax.
                if known.count < 16 { known.append((item, tax)) }
            } else {
                // To find the exact place takes longer than to tax: only where something is said.
                quiet = Findings()
                tax = regime.lineTax(
                    of: item, in: supply, treatment, at: node.location(of: "item"), findings)
            }
            if let tax { taxes.append(tax) } else { isSound = false }
        }
        return isSound
    }

    // MARK: Payment

    private func payment(_ payable: Money) throws(AmountOverflow) -> Invoice.Payment {
        let terms = fulfilment.order.paymentTerms.terms
        return Invoice.Payment(
            due: terms.due, instalments: try instalments(terms, payable),
            earlyPayment: try earlyPayment(terms, payable),
            account: Invoice.Account(company, currency))
    }

    /// What is to be paid on each day, split by largest remainder; empty where all is due at once.
    private func instalments(
        _ terms: PaymentTerms, _ payable: Money
    ) throws(AmountOverflow) -> [Invoice.Instalment] {
        let dates = terms.instalmentDates(from: issueDate)
        if dates.count < 2 { return [] }
        // Percentages have four decimals at most: whole ten-thousandths weigh exactly.
        let weights = dates.map {
            Money(minorUnits: Int64($0.percent.billionths / 100_000), currency)
        }
        return zip(dates, try payable.split(by: weights)).map {
            Invoice.Instalment(percent: $0.percent, date: $0.date, amount: $1)
        }
    }

    /// What may be deducted for paying early: round(payable × percent ÷ 100).
    private func earlyPayment(
        _ terms: PaymentTerms, _ payable: Money
    ) throws(AmountOverflow) -> [Invoice.EarlyPayment] {
        var offers: [Invoice.EarlyPayment] = []
        for offer in terms.earlyPayment {
            let amount = try percentage(offer.percent, of: payable)
            offers.append(
                Invoice.EarlyPayment(
                    until: issueDate.adding(days: offer.days), percent: offer.percent,
                    amount: amount, payable: try payable - amount))
        }
        return offers
    }
}

extension Invoice.Part {
    /// An order of which nothing was supplied yet.
    init(orderOf part: Fulfilment.Part) {
        self.init(order: Invoice.OrderReference(part.order.order), event: .order, delivery: nil)
    }
}

extension Fulfilment {
    /// What findings about it name: the order, and the deliveries that have records.
    var subject: String {
        if parts.count == 1, parts[0].delivery.node == nil {
            return "order \(parts[0].order.order.id)"
        }
        let orders = unique(parts.map(\.order.order.id))
        // A delivery without a record is supposed, and nothing the user could look up.
        let deliveries = unique(parts.filter { $0.delivery.node != nil }.map(\.delivery.id))
        let subject = "order \(orders.joined(separator: ", "))"
        return deliveries.isEmpty
            ? subject : "\(subject), delivery \(deliveries.joined(separator: ", "))"
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
