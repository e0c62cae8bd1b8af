import Money
import Tax

/// What is left of money that was received before its supply, with the tax stated on it.
///
/// A receipt voucher (CGST Rule 50) or deposit invoice (Directive 2006/112/EC art. 65), less what
/// earlier invoices of its order have taken off.
public struct Advance: Sendable {
    /// The receipt voucher's or deposit invoice's.
    public let number: String
    public let date: CalendarDate
    public private(set) var taxes: TaxAmounts
    /// With tax.
    public private(set) var total: Money

    public init(number: String, date: CalendarDate, taxes: TaxAmounts, total: Money) {
        self.number = number
        self.date = date
        self.taxes = taxes
        self.total = total
    }

    /// All of what a receipt voucher or deposit invoice says was received.
    public init(_ document: Invoice) {
        self.init(
            number: document.number, date: document.issueDate, taxes: document.totals.taxes,
            total: document.totals.payable)
    }

    /// Nothing of it is left.
    public var isUsed: Bool { total.isZero }

    /// Takes off what an invoice used of it or a refund voucher gave back, with the tax in that.
    public mutating func use(_ amount: Money, with used: TaxAmounts) throws(AmountOverflow) {
        total = try total - amount
        try taxes.subtract(used)
    }

    /// What an invoice that asks for `limit` uses of it: all that is left, or as much as is asked
    /// for, with each tax by its part, rounded half away from zero.
    func prepayment(upTo limit: Money) throws(AmountOverflow) -> Invoice.Prepayment? {
        let used = limit.minorUnits < total.minorUnits ? limit : total
        if used.isZero || used.isNegative { return nil }
        var share = TaxAmounts()
        for head in TaxHead.allCases {
            guard let tax = taxes[head] else { continue }
            let part =
                used == total ? tax : try tax.part(from: .zero, to: used.value, of: total.value)
            try share.add(part, to: head)
        }
        let tax = try share.total(total.currency)
        return Invoice.Prepayment(
            number: number, date: date, taxable: try used - tax, taxes: share, tax: tax,
            total: used)
    }
}
