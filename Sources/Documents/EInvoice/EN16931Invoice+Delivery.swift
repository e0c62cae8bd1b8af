import Invoicing
import Money

extension EN16931Invoice {
    /// BG-13: what was delivered where and when.
    public struct Delivery: Hashable, Sendable {
        /// BT-70: who took it, where that is not the buyer.
        public var name: String?
        /// BT-71: the place's id.
        public var location: String?
        /// BT-72.
        public var date: CalendarDate?
        /// BG-15.
        public var address: PostalAddress?
    }
}

extension EN16931Invoice.Delivery {
    /// The address is stated where it is a place of its own, and always for an intra-community
    /// supply, which needs the country it went to (BR-IC-12).
    init(_ invoice: Invoice) {
        let place = invoice.shipTo?.address
        let isIntraCommunity = invoice.taxSummary.contains { $0.tax.category == .intraCommunity }
        self.init(
            name: place?.name, location: invoice.shipTo?.id, date: invoice.delivery.date,
            address: (place ?? (isIntraCommunity ? invoice.customer.address : nil))
                .map(EN16931Invoice.PostalAddress.init))
    }
}
