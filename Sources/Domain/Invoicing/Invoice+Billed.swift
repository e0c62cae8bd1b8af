import Money
import Trade

extension Invoice {
    /// One thing that made lines billable, as the document says it.
    public struct Part: Sendable {
        public let order: OrderReference
        public let event: Event
        /// `nil` where nothing was delivered or reported: a period, a proforma, an advance.
        public let delivery: DeliveryReference?
    }

    /// Why a part is billed.
    public enum Event: Sendable {
        /// Goods left the house or a service was done.
        case delivery
        case milestone(MilestoneReference)
        case period(Period)
        /// Nothing was supplied yet: a proforma, an advance.
        case order
    }

    public struct OrderReference: Sendable {
        public let id: String
        public let date: CalendarDate
        public let purchaseOrder: String?
        public let purchaseOrderDate: CalendarDate?
        public let incoterm: String?
        public let note: String?
    }

    public struct DeliveryReference: Sendable {
        public let id: String
        public let date: CalendarDate
        public let carrier: String?
        public let tracking: String?
        public let vehicle: String?
        public let ewayBill: String?
    }

    public struct MilestoneReference: Sendable {
        public let id: String
        public let description: String
        public let percent: Decimal
    }

    public struct ContractReference: Sendable {
        public let id: String
        public let title: String?
        /// The buyer's number.
        public let reference: String?
    }

    /// Another document that this one is about (BG-3).
    public struct Reference: Sendable, Hashable {
        public let kind: DocumentKind
        public let number: String
        public let date: CalendarDate

        public init(kind: DocumentKind, number: String, date: CalendarDate) {
            self.kind = kind
            self.number = number
            self.date = date
        }
    }

    /// A deviation that somebody let pass.
    public struct ApprovalNote: Sendable {
        public let order: String
        public let code: String
        public let orderLine: Int?
        public let found: String?
        public let expected: String?
        public let reason: String
        public let by: String
        public let date: CalendarDate
    }
}

extension Invoice.Part {
    init(_ part: Fulfilment.Part) {
        var delivery: Invoice.DeliveryReference? = Invoice.DeliveryReference(part.delivery)
        let event: Invoice.Event
        switch part.event {
        case .delivery: event = .delivery
        case .milestone(let milestone):
            event = .milestone(
                Invoice.MilestoneReference(
                    id: milestone.id, description: milestone.description,
                    percent: milestone.percent))
        case .period(let period):
            event = .period(period)
            delivery = nil
        }
        self.init(order: Invoice.OrderReference(part.order.order), event: event, delivery: delivery)
    }

    /// Something was delivered, as opposed to a milestone reached or a period that came due.
    public var isDelivery: Bool {
        if case .delivery = event { return true }
        return false
    }
}

extension Invoice.OrderReference {
    init(_ order: Order) {
        self.init(
            id: order.id, date: order.date, purchaseOrder: order.purchaseOrder,
            purchaseOrderDate: order.purchaseOrderDate, incoterm: order.incoterm, note: order.note)
    }
}

extension Invoice.DeliveryReference {
    init(_ delivery: Delivery) {
        self.init(
            id: delivery.id, date: delivery.date, carrier: delivery.carrier,
            tracking: delivery.tracking, vehicle: delivery.vehicle, ewayBill: delivery.ewayBill)
    }
}

extension Invoice.ContractReference {
    init(_ contract: ContractTerms) {
        self.init(id: contract.id, title: contract.title, reference: contract.reference)
    }
}

extension Invoice.ApprovalNote {
    init(_ deviation: ApprovedDeviation, of order: String) {
        self.init(
            order: order, code: deviation.approval.code, orderLine: deviation.line,
            found: deviation.found, expected: deviation.expected,
            reason: deviation.approval.reason, by: deviation.approval.by,
            date: deviation.approval.date)
    }
}

extension Invoice {
    /// The orders that are billed, each once.
    public var orders: [OrderReference] {
        var seen: Set<String> = []
        return parts.map(\.order).filter { seen.insert($0.id).inserted }
    }

    /// The deliveries that are billed, and the reports of milestones, each once.
    public var deliveries: [DeliveryReference] {
        var seen: Set<String> = []
        return parts.compactMap(\.delivery).filter { seen.insert($0.id).inserted }
    }

    /// The milestone that is billed.
    public var milestone: MilestoneReference? {
        if case .milestone(let milestone) = parts[0].event { return milestone }
        return nil
    }

    /// The period of a plan that is billed.
    public var period: Period? {
        if case .period(let period) = parts[0].event { return period }
        return nil
    }
}

extension Discount {
    /// The percentage, where it is one.
    var percent: Decimal? {
        if case .percent(let percent) = size { return percent }
        return nil
    }
}
