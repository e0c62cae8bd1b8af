import Invoicing
import Money

extension EN16931Invoice {
    /// BG-3: another invoice that this one is about.
    public struct PrecedingInvoice: Hashable, Sendable {
        /// BT-25.
        public var number: String
        /// BT-26.
        public var issueDate: CalendarDate?
    }
}

extension EN16931Invoice.PrecedingInvoice {
    /// What a note lowers or raises, and the deposits that are taken off.
    static func all(of invoice: Invoice) -> [Self] {
        invoice.references.map { Self(number: $0.number, issueDate: $0.date) }
            + invoice.prepayments.map { Self(number: $0.number, issueDate: $0.date) }
    }
}
