import Formats
import Money
import Tax
import Trade

/// Makes the amounts of an advance.
struct AdvanceCalculator {
    let order: ReviewedOrder
    /// The order as if all of it were supplied on the day of receipt.
    let whole: Invoice
    /// With tax.
    let amount: Money
    let received: CalendarDate
    let company: Company
    let issueDate: CalendarDate

    /// A part of the order that is taxed alike, and what of the advance falls to it.
    struct Share {
        let tax: LineTax
        let hsn: String?
        var kind: Item.Kind
        /// What of the order falls to it, as the order names it.
        var names: [String]
        /// What the order comes to there, with tax.
        var worth: Money
        var amount: Money
    }

    var currency: Currency { whole.currency }
    private var isIndia: Bool { whole.treatment.rounding == .perLine }
    private var isReverse: Bool { whole.treatment.isReverseCharge }

    func invoice() throws(AmountOverflow) -> Invoice {
        let shares = try shares()
        var lines: [InvoiceLine] = []
        for share in shares { lines.append(try line(lines.count + 1, share)) }
        let groups = try groups(lines)
        let totals = try totals(lines, groups)
        let exchange = try exchange(totals)
        let treatment = treatment(lines)
        return Invoice(
            kind: .advance, title: treatment.title, number: "", issueDate: issueDate,
            dueDate: nil, taxPoint: received, currency: currency,
            language: whole.language, secondLanguage: whole.secondLanguage, regime: whole.regime,
            seller: whole.seller,
            buyer: whole.buyer, shipTo: whole.shipTo,
            parts: [
                Invoice.Part(
                    order: Invoice.OrderReference(order.order), event: .order, delivery: nil)
            ],
            contract: whole.contract, treatment: treatment, export: whole.export, lines: lines,
            documentDiscount: nil, documentFreight: nil, allowances: [], charges: [],
            taxSummary: groups, totals: totals, exchange: exchange,
            // It acknowledges money that is there: nothing is due, and terms of sale are the invoice's.
            payment: nil, terms: [], signatory: whole.signatory,
            approvals: whole.approvals,
            explanation: explanation(shares, lines, groups, totals, exchange),
            origin: order.order.node.location)
    }

    // MARK: Shares

    /// Shares that have something, in the order of the order's lines.
    private func shares() throws(AmountOverflow) -> [Share] {
        struct Key: Hashable {
            let tax: LineTax
            let hsn: String?
        }
        var shares: [Share] = []
        var rows: [Key: Int] = [:]
        let groups = groupTaxes()
        for line in whole.lines {
            let tax = isIndia ? indiaTax(line) : groups[line.number] ?? line.tax
            let key = Key(tax: tax, hsn: isIndia && !isUntaxedGoods(line) ? line.hsn : nil)
            // Where tax is rounded once for a rate, it is added below.
            let worth = isIndia || tax.category == .pureAgent ? line.total : line.taxable
            if let row = rows[key] {
                shares[row].worth = try shares[row].worth + worth
                if line.kind == .service { shares[row].kind = .service }
                if !shares[row].names.contains(line.name) { shares[row].names.append(line.name) }
            } else {
                rows[key] = shares.count
                shares.append(
                    Share(
                        tax: tax, hsn: key.hsn, kind: line.kind, names: [line.name], worth: worth,
                        amount: .zero(currency)))
            }
        }
        if !isIndia, !isReverse {
            for group in whole.taxSummary {
                guard let row = rows[Key(tax: group.tax, hsn: nil)] else { continue }
                shares[row].worth = try shares[row].worth + group.total
            }
        }
        let parts = try amount.split(by: shares.map(\.worth))
        for (index, part) in parts.enumerated() { shares[index].amount = part }
        return shares.filter { !$0.amount.isZero }
    }

    /// The tax of each line's group, by line number: it joins what lines say of their exemption.
    private func groupTaxes() -> [Int: LineTax] {
        var taxes: [Int: LineTax] = [:]
        for group in whole.taxSummary {
            for line in group.lines { taxes[line] = group.tax }
        }
        return taxes
    }

    /// Notification 66/2017-Central Tax: the tax on goods is due with the invoice, not with the
    /// money that comes before it.
    private func indiaTax(_ line: InvoiceLine) -> LineTax {
        guard isUntaxedGoods(line) else { return line.tax }
        return LineTax(
            category: .gst, rate: .zero, heads: [], isCharged: false,
            law: "Notification 66/2017-Central Tax")
    }

    private func isUntaxedGoods(_ line: InvoiceLine) -> Bool {
        line.kind == .goods && line.tax.category == .gst
    }

    // MARK: Amounts

    private func line(_ number: Int, _ share: Share) throws(AmountOverflow) -> InvoiceLine {
        let zero = Money.zero(currency)
        let isAgent = share.tax.category == .pureAgent
        let value = try isAgent ? share.amount : value(of: share)
        let taxes = isIndia && !isAgent ? try taxes(share.tax, on: value) : TaxAmounts()
        let asked = isReverse ? zero : try taxes.total(currency)
        return InvoiceLine(
            number: number, part: 0, orderLine: number, item: "ADVANCE", kind: share.kind,
            name: Self.name(order.order.id, whole.language), note: Self.names(share.names),
            hsn: share.hsn,
            commodityCode: nil, countryOfOrigin: nil, unit: unit(share.kind),
            quantity: Decimal(1), unitPrice: value.value, per: Decimal(1), gross: value,
            discountPercent: nil, discountReason: nil, discount: zero, freightDescription: nil,
            freight: zero, net: value, documentDiscount: zero, documentFreight: zero,
            taxable: isAgent ? zero : value, tax: share.tax, taxes: taxes,
            total: try value + asked)
    }

    /// What of a share is not tax: round(share × 100 ÷ (100 + rate)); where tax is rounded once for
    /// the rate, the neighbour that gives the share with its tax, if one does.
    private func value(of share: Share) throws(AmountOverflow) -> Money {
        let rate = askedRate(share.tax)
        let first = try Money(
            share.amount.value, times: Decimal(100), over: Decimal(100) + rate, currency)
        if isIndia { return first }
        let unit = Money(minorUnits: 1, currency)
        for value in try [first, first - unit, first + unit] where !value.isNegative {
            let tax = isReverse ? .zero(currency) : try taxes(share.tax, on: value).total(currency)
            if try value + tax == share.amount { return value }
        }
        return first
    }

    func askedRate(_ tax: LineTax) -> Decimal {
        tax.isCharged && !tax.heads.isEmpty && !isReverse ? tax.rate : .zero
    }

    private func taxes(_ tax: LineTax, on value: Money) throws(AmountOverflow) -> TaxAmounts {
        var taxes = TaxAmounts()
        for head in tax.heads {
            let rate = tax.isCharged ? tax.rate(of: head) : .zero
            try taxes.add(
                Money(value.value, times: rate, over: Decimal(100), currency), to: head)
        }
        return taxes
    }

    private func groups(_ lines: [InvoiceLine]) throws(AmountOverflow) -> [Invoice.TaxGroup] {
        var groups: [Invoice.TaxGroup] = []
        for line in lines where line.tax.category != .pureAgent {
            let amounts = isIndia ? line.taxes : try taxes(line.tax, on: line.taxable)
            groups.append(
                Invoice.TaxGroup(
                    hsn: line.hsn, tax: line.tax, taxable: line.taxable, amounts: amounts,
                    total: try amounts.total(currency), lines: [line.number]))
        }
        return groups
    }

    private func totals(
        _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup]
    ) throws(AmountOverflow) -> Invoice.Totals {
        let zero = Money.zero(currency)
        let taxable = try lines.map(\.taxable).total(currency)
        let outside = try lines.filter { $0.tax.category == .pureAgent }.map(\.net).total(currency)
        let stated = try groups.map(\.total).total(currency)
        var taxes = TaxAmounts()
        for group in groups {
            for head in group.tax.heads {
                try taxes.add(isReverse ? zero : group.amounts[head] ?? zero, to: head)
            }
        }
        let tax = isReverse ? zero : stated
        let withTax = try taxable + tax + outside
        return Invoice.Totals(
            lines: taxable, discount: zero, freight: zero, taxable: taxable, taxes: taxes,
            tax: tax, reverseTax: isReverse ? stated : nil,
            outside: outside.isZero ? nil : outside, withTax: withTax,
            roundOff: try amount - withTax, payable: amount)
    }

    private func exchange(_ totals: Invoice.Totals) throws(AmountOverflow) -> Invoice.Exchange? {
        guard let exchange = whole.exchange else { return nil }
        let own = exchange.payable.currency
        let payable = try Money(
            totals.payable.value, times: exchange.rate.rate, over: Decimal(1), own)
        return Invoice.Exchange(
            rate: exchange.rate, payable: payable,
            tax: try Money(totals.tax.value, times: exchange.rate.rate, over: Decimal(1), own),
            words: AmountInWords.text(payable, language: company.language))
    }

    // MARK: Words

    private func treatment(_ lines: [InvoiceLine]) -> Treatment {
        let own = whole.treatment
        let hasGoods = isIndia && lines.contains { $0.tax.category == .gst && $0.tax.heads.isEmpty }
        return Treatment(
            title: isIndia ? .receiptVoucher : .depositInvoice, taxPoint: received,
            placeOfSupply: own.placeOfSupply, placeReason: own.placeReason, heads: own.heads,
            isCharged: own.isCharged, isReverseCharge: own.isReverseCharge,
            endorsement: own.endorsement,
            declarations: own.declarations + (hasGoods ? [AdvanceCalculator.goodsDeclaration] : []),
            destination: own.destination, scope: own.scope, rounding: own.rounding)
    }

    static let goodsDeclaration =
        "No tax is due on money received in advance for goods (Notification 66/2017-Central Tax)"

    /// What is one of its own kind: UQC `OTH` of goods and `NA` of services, elsewhere a lump sum.
    private func unit(_ kind: Item.Kind) -> String {
        if !isIndia { return "LS" }
        return kind == .service ? "NA" : "OTH"
    }

    /// What the money is for: Rule 50(d) wants goods and services described, § 14 UStG their kind.
    private static func names(_ names: [String]) -> String {
        let shown = names.prefix(10).joined(separator: "; ")
        return names.count > 10 ? "\(shown); …" : shown
    }

    /// What the line is called, in the document's language; English where that has no words here.
    static func name(_ order: String, _ language: String) -> String {
        switch language.prefix(2) {
        case "de": "Anzahlung auf Auftrag \(order)"
        case "fr": "Acompte sur la commande \(order)"
        default: "Advance on order \(order)"
        }
    }
}
