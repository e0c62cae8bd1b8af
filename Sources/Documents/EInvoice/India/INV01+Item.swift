import Invoicing
import Money
import Tax

extension INV01 {
    /// A line in rupees, as it is sent.
    struct Item: Sendable {
        let line: InvoiceLine
        let unitPrice: Decimal
        /// Value before discount, shares of freight included: freight bears its line's tax
        /// (CGST Act s. 15(2)(c)), and `OthChrg` would not.
        let total: Money
        let discount: Money
        let taxable: Money
        let igst: Money?
        let cgst: Money?
        /// SGST or UTGST.
        let sgst: Money?
        let value: Money

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

    /// The document's sums in rupees, as they are sent.
    struct Values: Sendable {
        var taxable = Money.zero(.inr)
        var cgst = Money.zero(.inr)
        var sgst = Money.zero(.inr)
        var igst = Money.zero(.inr)
        /// Paid for the buyer as its pure agent (CGST Rule 33).
        let other: Money
        let roundOff: Money
        let total: Money
        /// In the document's currency, where it is another.
        let foreign: Money?

        init(
            _ invoice: Invoice, _ items: [Item], _ rate: Decimal?
        ) throws(AmountOverflow) {
            var sum = Money.zero(.inr)
            for item in items {
                taxable = try taxable + item.taxable
                if let tax = item.cgst { cgst = try cgst + tax }
                if let tax = item.sgst { sgst = try sgst + tax }
                if let tax = item.igst { igst = try igst + tax }
                sum = try sum + item.value
            }
            other = try rupees(ifAny: invoice.totals.outside, rate) ?? .zero(.inr)
            let asked = invoice.totals.invoiced ?? invoice.totals.payable
            total = try rupees(asked, rate)
            foreign = rate == nil ? nil : asked
            sum = try sum + other
            // In another currency each amount is rounded into rupees by itself: what that leaves
            // is said with the round-off.
            roundOff =
                rate == nil ? invoice.totals.roundOff : try total - sum
        }
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
