import Diagnostics
import Money
import Trade

/// An order all of whose references were found and whose terms are settled: what its customer,
/// contract and price lists say, or what somebody has approved.
///
/// What is settled is held once and shared: lines of invoices refer to it without copying it.
public struct ReviewedOrder: Sendable {
    /// Deviations from what was agreed that somebody has approved.
    public internal(set) var approved: [ApprovedDeviation]
    private let settled: Settled

    public var order: Order { settled.order }
    /// As it was on the day asked for, under the tax registration the order names.
    public var customer: Customer { settled.customer }
    public var shipTo: Customer.ShipTo? { settled.shipTo }
    /// The contract's terms on the order date; `nil` where the order is under none.
    public var contract: ContractTerms? { settled.contract }
    public var paymentTerms: Agreed<PaymentTerms> { settled.paymentTerms }
    /// On the document.
    public var discount: Agreed<Discount>? { settled.discount }
    public var freight: AgreedFreight? { settled.freight }
    public var lines: [Line] { settled.lines }

    private final class Settled: Sendable {
        let order: Order
        let customer: Customer
        let shipTo: Customer.ShipTo?
        let contract: ContractTerms?
        let paymentTerms: Agreed<PaymentTerms>
        let discount: Agreed<Discount>?
        let freight: AgreedFreight?
        let lines: [Line]

        init(
            order: Order, customer: Customer, shipTo: Customer.ShipTo?, contract: ContractTerms?,
            paymentTerms: Agreed<PaymentTerms>, discount: Agreed<Discount>?,
            freight: AgreedFreight?, lines: [Line]
        ) {
            self.order = order
            self.customer = customer
            self.shipTo = shipTo
            self.contract = contract
            self.paymentTerms = paymentTerms
            self.discount = discount
            self.freight = freight
            self.lines = lines
        }
    }

    /// An order line with what it refers to and its settled terms.
    public final class Line: Sendable {
        public let ordered: OrderLine
        public let item: Item
        public let pricing: Agreed<Pricing>
        public let discount: Agreed<Discount>?
        /// What the ordered quantity costs, slice by slice: one slice, but for graduated tiers.
        public let slices: [PriceSlice]

        init(
            ordered: OrderLine, item: Item, pricing: Agreed<Pricing>, discount: Agreed<Discount>?,
            slices: [PriceSlice]
        ) {
            self.ordered = ordered
            self.item = item
            self.pricing = pricing
            self.discount = discount
            self.slices = slices
        }
    }

    /// Carriage on the document, and on which of the order's invoices it is charged.
    public struct AgreedFreight: Sendable {
        public let freight: Freight
        public let charged: FreightCharge
        public let source: TermSource
    }

    /// When what is delivered of the order is billed.
    public var billing: BillingPlan { contract?.billing?.terms ?? .perDelivery }

    /// Looks everything up and compares it with what was agreed; `nil` after an error. Finds all
    /// that is wrong, not the first.
    ///
    /// - Parameters:
    ///   - day: the day whose version of the customer is billed, and, for a period of a recurring
    ///     plan, whose contract prices hold; the order date where `nil`.
    public init?(
        _ order: Order, _ master: MasterData, _ context: OrderContext, on day: BillingDay? = nil,
        _ findings: Findings
    ) {
        findings.subject = "order \(order.id)"
        let deviations = Deviations(
            of: order.id, context.approvals, tells: context.isNew, reading: context.reading,
            findings)
        let review = OrderReview(
            order: order, master: master, context: context, findings: findings,
            deviations: deviations)
        guard let reviewed = review.result(on: day) else { return nil }
        self = reviewed
        // One that concerns no term of the invoice, such as the credit limit's, is said all the same.
        let used = Set(deviations.approved.map(\.approval))
        approved =
            deviations.approved
            + context.approvals.filter { !used.contains($0) }
            .map {
                ApprovedDeviation(
                    approval: $0, line: $0.line, found: $0.seen?.joined(separator: "; "),
                    expected: nil)
            }
    }

    init(
        order: Order, customer: Customer, shipTo: Customer.ShipTo?, contract: ContractTerms?,
        paymentTerms: Agreed<PaymentTerms>, discount: Agreed<Discount>?, freight: AgreedFreight?,
        lines: [Line]
    ) {
        settled = Settled(
            order: order, customer: customer, shipTo: shipTo, contract: contract,
            paymentTerms: paymentTerms, discount: discount, freight: freight, lines: lines)
        approved = []
    }
}

/// The day as of which an order is billed.
public enum BillingDay: Sendable {
    /// A delivery's or milestone's: the customer's version of that day, prices of the order date.
    case delivery(CalendarDate)
    /// The first day of a recurring plan's period: the contract's prices of that day too.
    case period(CalendarDate)

    var date: CalendarDate {
        switch self {
        case .delivery(let date), .period(let date): date
        }
    }
}
