public import Money

/// A document's amounts in rupees, as India's registration portals want them (INV-01 1.1).
///
/// A part of the calculator: an amount in another currency is brought into rupees at the document's
/// rate of exchange, each by itself and rounded to the paisa, half away from zero.
public struct RupeeAmounts: Sendable {
    /// The lines that are reported: all but what was paid for the buyer as its pure agent.
    public let lines: [Line]
    /// Σ of the lines'.
    public private(set) var taxable = Money.zero(.inr)
    public private(set) var cgst = Money.zero(.inr)
    public private(set) var sgst = Money.zero(.inr)
    public private(set) var igst = Money.zero(.inr)
    /// Paid for the buyer as its pure agent (CGST Rule 33).
    public let other: Money
    /// What makes the sums the total: the invoice's round-off; in another currency what rounding each
    /// amount into rupees by itself leaves.
    public let roundOff: Money
    public let total: Money
    /// In the document's currency, where it is another.
    public let foreign: Money?

    /// One line.
    public struct Line: Sendable {
        public let line: InvoiceLine
        /// To three decimals, as the portals take it; no amount is made of it.
        public let unitPrice: Decimal
        /// Value before discount, shares of freight included: freight bears its line's tax
        /// (CGST Act s. 15(2)(c)), and `OthChrg` would not.
        public let total: Money
        public let discount: Money
        public let taxable: Money
        public let igst: Money?
        public let cgst: Money?
        /// SGST or UTGST.
        public let sgst: Money?
        /// With the tax that is asked for.
        public let value: Money

        init(
            _ line: InvoiceLine, _ pricesIncludeTax: Bool, _ rate: Decimal?
        ) throws(AmountOverflow) {
            self.line = line
            taxable = try rupees(line.taxable, rate)
            if pricesIncludeTax {
                // Prices and discounts contain the tax there; the taxable value is what they leave.
                discount = .zero(.inr)
                total = taxable
                unitPrice =
                    line.quantity.isZero
                    ? taxable.value
                    : try taxable.value.scaled(
                        by: Decimal(1), over: line.quantity, .halfAwayFromZero
                    )
                    .rounded(to: 3, .halfAwayFromZero)
            } else {
                discount = try rupees(line.discount + line.documentDiscount, rate)
                total = try taxable + discount
                unitPrice = try line.unitPrice.scaled(
                    by: rate ?? Decimal(1), over: line.per, .halfAwayFromZero
                ).rounded(to: 3, .halfAwayFromZero)
            }
            igst = try rupees(ifAny: line.taxes[.igst], rate)
            cgst = try rupees(ifAny: line.taxes[.cgst], rate)
            sgst = try rupees(ifAny: line.taxes[.sgst] ?? line.taxes[.utgst], rate)
            var sum = taxable
            // Tax that the recipient owes is stated and not asked for.
            if line.total != line.taxable {
                for tax in [igst, cgst, sgst] { if let tax { sum = try sum + tax } }
            }
            value = sum
        }
    }

    /// - Throws: an overflow where an amount in rupees cannot be held.
    public init(_ invoice: Invoice) throws(AmountOverflow) {
        let rate = invoice.exchange?.rate.rate
        var lines: [Line] = []
        var sum = Money.zero(.inr)
        for line in invoice.lines where line.tax.category != .pureAgent {
            let amounts = try Line(line, invoice.pricesIncludeTax, rate)
            taxable = try taxable + amounts.taxable
            if let tax = amounts.cgst { cgst = try cgst + tax }
            if let tax = amounts.sgst { sgst = try sgst + tax }
            if let tax = amounts.igst { igst = try igst + tax }
            sum = try sum + amounts.value
            lines.append(amounts)
        }
        self.lines = lines
        other = try rupees(ifAny: invoice.totals.outside, rate) ?? .zero(.inr)
        let asked = invoice.totals.invoiced ?? invoice.totals.payable
        total = try rupees(asked, rate)
        foreign = rate == nil ? nil : asked
        sum = try sum + other
        roundOff = rate == nil ? invoice.totals.roundOff : try total - sum
    }
}

/// An amount in rupees: itself, or at the document's rate of exchange.
private func rupees(_ amount: Money, _ rate: Decimal?) throws(AmountOverflow) -> Money {
    guard let rate else { return amount }
    return try Money(amount.value, times: rate, over: Decimal(1), .inr)
}

private func rupees(ifAny amount: Money?, _ rate: Decimal?) throws(AmountOverflow) -> Money? {
    guard let amount else { return nil }
    return try rupees(amount, rate)
}
