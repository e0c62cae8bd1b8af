import Invoicing
import Money

extension EN16931Invoice {
    /// BG-14, BG-26: the days from the first to the last supply that is billed; one of them is there.
    public struct Period: Hashable, Sendable {
        /// BT-73, BT-134.
        public var from: CalendarDate?
        /// BT-74, BT-135: never before `from` (BR-29, BR-30).
        public var to: CalendarDate?
    }

    /// BT-8: which day the VAT is due from, a code of UNTDID 2005. CII writes the codes of
    /// UNTDID 2475 for the same three (CEN/TS 16931-3-3).
    public struct TaxPointEvent: RawRepresentable, Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        /// The day of issue.
        public static let issue = TaxPointEvent(rawValue: "3")
        /// The day of delivery.
        public static let delivery = TaxPointEvent(rawValue: "35")
        /// The day of payment.
        public static let payment = TaxPointEvent(rawValue: "432")
    }
}

extension EN16931Invoice.Period {
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
