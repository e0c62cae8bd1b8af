import Formats
import Money
import Tax
import Trade

/// The note itself: lines, groups of tax, totals, and what it says besides.
extension NoteCalculator {
    func note() throws(AmountOverflow) -> Invoice {
        let lines = try lines()
        let groups = try groups(lines)
        let (old, new) = try (reckon(before), reckon(settled()))
        let totals = try totals(lines, groups, old, new)
        let exchange = try exchange(totals, old, new)
        var explainer = NoteExplainer(self)
        try explainer.explain(lines, groups, totals, exchange)
        let treatment = treatment()
        return Invoice(
            kind: request.kind, title: treatment.title, number: "", issueDate: issueDate,
            dueDate: dueDate, taxPoint: original.taxPoint, currency: currency,
            language: original.language, secondLanguage: original.secondLanguage,
            regime: original.regime, seller: original.seller,
            buyer: original.buyer, shipTo: original.shipTo, parts: original.parts,
            contract: original.contract,
            references: [
                Invoice.Reference(
                    kind: original.kind, number: original.number, date: original.issueDate)
            ],
            reason: request.reason, treatment: treatment, export: original.export, lines: lines,
            documentDiscount: nil, documentFreight: nil, allowances: [], charges: [],
            taxSummary: groups, totals: totals, exchange: exchange, payment: payment,
            terms: [], signatory: original.signatory,
            explanation: explainer.explanation, origin: original.origin)
    }

    /// What the books keep of the note.
    func movements() throws(AmountOverflow) -> [NoteMovement] {
        var movements = takes.map { take in
            let quantity = request.isFinancial ? .zero : take.quantity ?? .zero
            return NoteMovement(
                line: take.line.number, quantity: isDebit ? quantity : -quantity,
                taxable: isDebit ? take.amount : -take.amount, isFinancial: request.isFinancial)
        }
        let residue = try settled().residue - before.residue
        if !residue.isZero {
            movements.append(NoteMovement(line: 0, quantity: .zero, taxable: residue))
        }
        return movements
    }

    /// What the note leaves. A refund of a stated sum leaves exactly that sum less, whatever its
    /// lines come to.
    private func settled() throws(AmountOverflow) -> Standing {
        guard let refund else { return after }
        let (old, new) = try (reckon(before), reckon(after))
        let rest = try old.payable - refund
        if rest.isZero { return after }
        var settled = after
        settled.apply(
            NoteMovement(
                line: 0, quantity: .zero,
                taxable: try rest - new.withTax - original.totals.roundOff - after.residue))
        return settled
    }

    // MARK: Lines

    private func lines() throws(AmountOverflow) -> [InvoiceLine] {
        var lines: [InvoiceLine] = []
        for (index, take) in takes.enumerated() { lines.append(try line(index + 1, take)) }
        return lines
    }

    private func line(_ number: Int, _ take: Take) throws(AmountOverflow) -> InvoiceLine {
        let source = take.line
        let zero = Money.zero(currency)
        let (quantity, price, per) = try price(of: take)
        let gross = try Money(quantity, times: price, over: per, currency)
        let over = try gross - take.amount
        let isAgent = source.tax.category == .pureAgent
        let tax = request.isFinancial ? untaxed(source.tax) : source.tax
        let isPerLine = original.treatment.rounding == .perLine
        let taxes =
            isPerLine && !isAgent
            ? try amounts(tax, before: take.before.taxable, after: take.after.taxable)
            : TaxAmounts()
        let asked = original.treatment.isReverseCharge ? zero : try taxes.total(currency)
        return InvoiceLine(
            number: number, part: source.part, orderLine: source.number, item: source.item,
            kind: source.kind, name: source.name, note: source.note, hsn: source.hsn,
            commodityCode: source.commodityCode, countryOfOrigin: source.countryOfOrigin,
            unit: take.quantity == nil ? unitOfOne(source) : source.unit, quantity: quantity,
            unitPrice: price, per: per, gross: gross, discountPercent: nil, discountReason: nil,
            discount: over.isNegative ? zero : over, freightDescription: nil,
            freight: over.isNegative ? -over : zero, net: take.amount, documentDiscount: zero,
            documentFreight: zero, taxable: isAgent ? zero : take.amount, tax: tax, taxes: taxes,
            total: try take.amount + asked)
    }

    /// Quantity and price as invoiced; what the amount is below or above them is a discount or
    /// freight, as it was on the document's line or shared out by it. Where the price was no price of
    /// a quantity without tax, where a minor unit is over, and where only an amount is moved, the
    /// amount is the price.
    private func price(
        of take: Take
    ) throws(AmountOverflow) -> (quantity: Decimal, price: Decimal, per: Decimal) {
        let source = take.line
        guard let quantity = take.quantity else {
            return (Decimal(1), take.amount.value, Decimal(1))
        }
        let own = (quantity, take.amount.value, quantity)
        if original.pricesIncludeTax || isMilestone(source) { return own }
        let gross = try Money(quantity, times: source.unitPrice, over: source.per, currency)
        let hasFreight = !source.freight.isZero || !source.documentFreight.isZero
        if gross.minorUnits < take.amount.minorUnits, !hasFreight { return own }
        return (quantity, source.unitPrice, source.per)
    }

    private func isMilestone(_ line: InvoiceLine) -> Bool {
        guard original.parts.indices.contains(line.part) else { return false }
        if case .milestone = original.parts[line.part].event { return true }
        return false
    }

    /// What is one of its own kind: UQC `OTH` of goods and `NA` of services, elsewhere a lump sum.
    private func unitOfOne(_ line: InvoiceLine) -> String {
        if original.treatment.rounding == .perRate { return "LS" }
        return line.kind == .service ? "NA" : "OTH"
    }

    /// A commercial credit note bears no tax; the category tells what it is about.
    private func untaxed(_ tax: LineTax) -> LineTax {
        LineTax(category: tax.category, rate: .zero, heads: [], isCharged: false)
    }

    // MARK: Tax and totals

    private func groups(_ lines: [InvoiceLine]) throws(AmountOverflow) -> [Invoice.TaxGroup] {
        let rounding = original.treatment.rounding
        var keys: [GroupKey] = []
        var members: [GroupKey: [InvoiceLine]] = [:]
        for line in lines where line.tax.category != .pureAgent {
            let key = GroupKey(line, rounding)
            if members[key] == nil { keys.append(key) }
            members[key, default: []].append(line)
        }
        var groups: [Invoice.TaxGroup] = []
        for key in keys {
            guard let own = members[key] else { continue }
            let tax = tax(of: own, key)
            var taxes = TaxAmounts()
            if rounding == .perLine {
                for line in own { try taxes.add(line.taxes) }
            } else {
                taxes = try amounts(
                    tax, before: base(of: key, before), after: base(of: key, after))
            }
            groups.append(
                Invoice.TaxGroup(
                    hsn: key.hsn, tax: tax, taxable: try own.map(\.taxable).total(currency),
                    amounts: taxes, total: try taxes.total(currency), lines: own.map(\.number)))
        }
        return groups
    }

    /// That of its lines; of lines that differ, exemptions say, that of the document's group.
    private func tax(of lines: [InvoiceLine], _ key: GroupKey) -> LineTax {
        let own = lines[0].tax
        if lines.allSatisfy({ $0.tax == own }) { return own }
        return original.taxSummary.first {
            $0.hsn == key.hsn && $0.tax.category == key.category && $0.tax.rate == key.rate
        }?.tax ?? own
    }

    private func totals(
        _ lines: [InvoiceLine], _ groups: [Invoice.TaxGroup], _ old: Reckoning, _ new: Reckoning
    ) throws(AmountOverflow) -> Invoice.Totals {
        let zero = Money.zero(currency)
        let taxable = try lines.map(\.taxable).total(currency)
        let outside = try lines.filter { $0.tax.category == .pureAgent }.map(\.net).total(currency)
        let stated = try groups.map(\.total).total(currency)
        let isReverse = original.treatment.isReverseCharge
        var taxes = TaxAmounts()
        for group in groups {
            for head in group.tax.heads {
                try taxes.add(isReverse ? zero : group.amounts[head] ?? zero, to: head)
            }
        }
        let tax = isReverse ? zero : stated
        let withTax = try taxable + tax + outside
        let payable = request.isFinancial ? withTax : try moved(old.payable, new.payable)
        return Invoice.Totals(
            lines: taxable, discount: zero, freight: zero, taxable: taxable, taxes: taxes,
            tax: tax, reverseTax: isReverse && !request.isFinancial ? stated : nil,
            outside: outside.isZero ? nil : outside,
            withTax: withTax, roundOff: try payable - withTax, payable: payable)
    }

    /// In the company's currency, cumulative as the amounts themselves are.
    private func exchange(
        _ totals: Invoice.Totals, _ old: Reckoning, _ new: Reckoning
    ) throws(AmountOverflow) -> Invoice.Exchange? {
        guard let exchange = original.exchange else { return nil }
        func exchanged(_ amount: Money) throws(AmountOverflow) -> Money {
            try Money(
                amount.value, times: exchange.rate.rate, over: Decimal(1),
                exchange.payable.currency)
        }
        var (payable, tax) = try (exchanged(totals.payable), exchanged(totals.tax))
        if !request.isFinancial {
            payable = try moved(exchanged(old.payable), exchanged(new.payable))
            tax = try moved(exchanged(old.tax), exchanged(new.tax))
        }
        return Invoice.Exchange(
            rate: exchange.rate, payable: payable, tax: tax,
            words: companyLanguage.flatMap { AmountInWords.text(payable, language: $0) })
    }

    // MARK: What it says besides

    /// The document's, under the note's title; copies are marked of invoices only (CGST Rule 48).
    private func treatment() -> Treatment {
        let own = original.treatment
        let title: Treatment.Title =
            switch request.kind {
            case .debitNote: .debitNote
            case .refundVoucher: .refundVoucher
            default: request.isFinancial ? .financialCreditNote : .creditNote
            }
        return Treatment(
            title: title, taxPoint: own.taxPoint, placeOfSupply: own.placeOfSupply,
            placeReason: own.placeReason, heads: request.isFinancial ? [] : own.heads,
            isCharged: own.isCharged, isReverseCharge: own.isReverseCharge,
            endorsement: own.endorsement,
            declarations: own.declarations
                + (request.isFinancial ? [NoteCalculator.financialDeclaration] : []),
            destination: own.destination, scope: own.scope, rounding: own.rounding)
    }

    static let financialDeclaration =
        "Commercial credit note without GST (CGST Act s. 34 not applied)"

    /// Only a debit note asks for money: within as many days as the document gave.
    private var dueDate: CalendarDate? {
        guard isDebit else { return nil }
        return issueDate.adding(days: days)
    }

    private var days: Int {
        guard let due = original.dueDate else { return 0 }
        return max(0, Int(due.dayNumber - original.issueDate.dayNumber))
    }

    private var payment: Invoice.Payment? {
        guard isDebit else { return nil }
        return Invoice.Payment(
            due: .netDays(days), instalments: [], earlyPayment: [],
            account: original.payment?.account)
    }
}
