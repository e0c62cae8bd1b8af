import Invoicing
import Money

extension EN16931Invoice {
    /// BG-20, BG-21: an allowance or a charge on the document, for one VAT category and rate.
    public struct Adjustment: Hashable, Sendable {
        /// BT-97, BT-104; this or `reasonCode` is there (BR-33, BR-38).
        public var reason: String?
        /// BT-98: a code of UNTDID 5189; BT-105: of UNTDID 7161.
        public var reasonCode: String?
        /// BT-94, BT-101: of `base`.
        public var percent: Decimal?
        /// BT-93, BT-100.
        public var base: Money?
        /// BT-92, BT-99.
        public var amount: Money
        /// BT-95 and BT-96, BT-102 and BT-103.
        public var vat: VAT
    }

    /// BG-27, BG-28: an allowance or a charge on a line; it is taxed as the line is.
    public struct LineAdjustment: Hashable, Sendable {
        /// BT-139, BT-144; this or `reasonCode` is there (BR-42, BR-44).
        public var reason: String?
        /// BT-140: a code of UNTDID 5189; BT-145: of UNTDID 7161.
        public var reasonCode: String?
        /// BT-138, BT-143: of `base`.
        public var percent: Decimal?
        /// BT-137, BT-142.
        public var base: Money?
        /// BT-136, BT-141.
        public var amount: Money
    }
}

extension EN16931Invoice.Adjustment {
    /// None where prices contain the tax: EN 16931 states amounts without it, and the calculator
    /// makes those of the lines as a whole, with their share of discount and freight.
    static func all(
        _ adjustments: [Invoice.Adjustment], of invoice: Invoice, reason: String
    ) throws(EInvoiceError) -> [Self] {
        if invoice.pricesIncludeTax { return [] }
        var all: [Self] = []
        for adjustment in adjustments {
            let vat = try EN16931Invoice.VAT(
                adjustment.tax, isExported: invoice.isExported)
            all.append(Self(adjustment, reason: reason, vat: vat))
        }
        return all
    }

    init(_ adjustment: Invoice.Adjustment, reason: String, vat: EN16931Invoice.VAT) {
        self.init(
            reason: adjustment.reason.isEmpty ? reason : adjustment.reason,
            percent: adjustment.percent, base: adjustment.base, amount: adjustment.amount, vat: vat)
    }
}

extension EN16931Invoice.LineAdjustment {
    /// The discount of a line; `nil` if it has none. A percentage is that of the line's gross, rounded:
    /// a reader who computes it again finds the same.
    init?(discountOf line: borrowing InvoiceLine, reason: String) {
        if line.discount.isZero { return nil }
        self.init(
            reason: line.discountReason ?? reason, percent: line.discountPercent,
            base: line.discountPercent == nil ? nil : line.gross, amount: line.discount)
    }

    /// The freight of a line; `nil` if it has none.
    init?(freightOf line: borrowing InvoiceLine, reason: String) {
        if line.freight.isZero { return nil }
        self.init(
            reason: line.freightDescription ?? reason, percent: nil, base: nil,
            amount: line.freight)
    }
}
