import Invoicing
import Money

extension EN16931Invoice {
    /// BG-14: the days from the first to the last supply that is billed.
    public struct InvoicingPeriod: Hashable, Sendable {
        /// BT-73.
        public var from: CalendarDate
        /// BT-74: never before `from` (BR-29).
        public var to: CalendarDate
    }
}

extension EN16931Invoice.InvoicingPeriod {
    /// The period of a recurring plan, or from the first to the last of several deliveries; `nil`
    /// where the day of the one delivery says it all.
    init?(_ invoice: Invoice) {
        let days = invoice.despatches.map(\.date)
        if let period = invoice.period {
            self.init(from: period.first, to: period.last)
        } else if days.count > 1, let first = days.min(), let last = days.max() {
            self.init(from: first, to: last)
        } else {
            return nil
        }
    }
}

extension Invoice {
    /// The deliveries that are billed, each once; a milestone or a period is none.
    var despatches: [DeliveryReference] { milestone == nil ? deliveries : [] }
}

extension Sequence {
    /// The one element of a sequence; `nil` where it has none or several.
    var only: Element? {
        var iterator = makeIterator()
        guard let first = iterator.next(), iterator.next() == nil else { return nil }
        return first
    }
}
