/// What an issued paper is: each kind has numbers of its own.
public enum DocumentKind: String, CaseIterable, Sendable {
    /// Tax invoice, bill of supply, export invoice, invoice: what asks for money after a supply.
    case invoice
    /// Lowers an invoice (CGST Act s. 34(1); Directive 2006/112/EC art. 219).
    case creditNote = "credit-note"
    /// Raises an invoice (CGST Act s. 34(3)).
    case debitNote = "debit-note"
    /// What an order will cost; no invoice, and no tax follows from it.
    case proforma
    /// Money before the supply: receipt voucher (CGST Rule 50), deposit invoice (art. 65).
    case advance
    /// Money back of a receipt voucher (CGST Rule 51).
    case refundVoucher = "refund-voucher"
}
