import Invoicing
import Money

extension EN16931Invoice {
    /// BG-13: what was delivered where and when; at least one of its terms is there.
    public struct Delivery: Hashable, Sendable {
        /// BT-70: who took it, where that is not the buyer.
        public var name: String?
        /// BT-71: the place's id.
        public var location: Identifier?
        /// BT-72: the day, where all was supplied on one.
        public var date: CalendarDate?
        /// BG-15.
        public var address: PostalAddress?
    }
}

extension EN16931Invoice.Delivery {
    /// The address is stated where it is a place of its own, and always for an intra-community
    /// supply, which needs the country it went to (BR-IC-12). The day of a period's supply is the
    /// period, BG-14. `nil` where there is nothing to say.
    init?(_ invoice: Invoice) {
        let place = invoice.shipTo
        let isIntraCommunity = invoice.taxSummary.contains { $0.tax.category == .intraCommunity }
        let address = place?.address ?? (isIntraCommunity ? invoice.buyer.address : nil)
        let date = Set(invoice.parts.compactMap(\.delivery?.date)).only
        if date == nil, address == nil { return nil }
        self.init(
            name: place?.name == invoice.buyer.name ? nil : place?.name,
            location: place?.id.map { .init($0) },
            date: date,
            address: address.map(EN16931Invoice.PostalAddress.init))
    }
}
