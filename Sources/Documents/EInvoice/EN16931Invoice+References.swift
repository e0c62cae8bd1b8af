import Invoicing
import Money
import Trade

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
        let days = invoice.parts.map(\.delivery.date)
        if case .period(let period) = invoice.parts[0].event {
            self.init(from: period.first, to: period.last)
        } else if invoice.deliveries.count > 1, let first = days.min(), let last = days.max() {
            self.init(from: first, to: last)
        } else {
            return nil
        }
    }
}

extension Invoice {
    /// The orders that are billed, each once.
    var orders: [Order] {
        var seen: Set<String> = []
        return parts.map(\.order.order).filter { seen.insert($0.id).inserted }
    }

    /// The deliveries that are billed, each once; a milestone or a period is none.
    var deliveries: [Delivery] {
        var seen: Set<String> = []
        return parts.filter(\.isDelivery).map(\.delivery).filter { seen.insert($0.id).inserted }
    }

    /// The milestone that is billed.
    var milestone: Milestone? {
        if case .milestone(let milestone) = parts[0].event { return milestone }
        return nil
    }
}

extension Fulfilment.Part {
    /// Something was delivered, as opposed to a milestone reached or a period that came due.
    var isDelivery: Bool {
        if case .delivery = event { return true }
        return false
    }
}

extension Sequence {
    /// The one element of a sequence; `nil` where it has none or several.
    var only: Element? {
        var iterator = makeIterator()
        guard let first = iterator.next(), iterator.next() == nil else { return nil }
        return first
    }
}
