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
    /// The day on which the money came in, which counts for a change of rate (CGST Act s. 14).
    public let received: CalendarDate
    /// The order it was received for; `nil` where there is but one.
    public let order: String?
    public private(set) var taxes: TaxAmounts
    /// With tax.
    public private(set) var total: Money
    private var source: Source?

    /// The voucher or deposit invoice, and what is left of its lines.
    private struct Source: Sendable {
        let document: Invoice
        let standing: Standing
    }

    public init(
        number: String, date: CalendarDate, received: CalendarDate? = nil, order: String? = nil,
        taxes: TaxAmounts, total: Money
    ) {
        self.number = number
        self.date = date
        self.received = received ?? date
        self.order = order
        self.taxes = taxes
        self.total = total
    }

    /// What earlier documents have left of a receipt voucher or deposit invoice: its lines bear the
    /// tax of each part that is taken off, so that all parts add up to it.
    public init(
        _ document: Invoice, _ standing: Standing, total: Money, taxes: TaxAmounts,
        received: CalendarDate
    ) {
        self.init(
            number: document.number, date: document.issueDate, received: received,
            order: document.order.id, taxes: taxes, total: total)
        source = Source(document: document, standing: standing)
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
        if let source { return try source.document.taking(used, from: source.standing)?.used }
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
