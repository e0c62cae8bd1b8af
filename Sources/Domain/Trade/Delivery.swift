import Diagnostics
import Formats
import Money

/// What left the house for an order, or the service that was done; it makes lines billable.
public struct Delivery: Sendable {
    public let id: String
    public let order: String
    public let date: CalendarDate
    public let carrier: String?
    public let tracking: String?
    public let vehicle: String?
    public let ewayBill: String?
    /// `nil`: all that is still open of the order.
    public let lines: [DeliveryLine]?
    /// The delivery whose goods come back with this one; its `lines` say how much of which.
    public let returns: String?
    /// Why they come back.
    public let reason: String?
    /// A milestone of the contract's billing plan that was reached; nothing else is delivered then.
    public let milestone: String?
    /// The record it was read from; `nil` for one that is only supposed.
    public let node: DataNode?

    /// A delivery of all that is open, supposed for a trial calculation.
    public init(id: String, order: String, date: CalendarDate) {
        self.id = id
        self.order = order
        self.date = date
        (carrier, tracking, vehicle, ewayBill, lines, node) = (nil, nil, nil, nil, nil, nil)
        (returns, reason, milestone) = (nil, nil, nil)
    }

    /// The place of a key, for findings.
    public func location(of key: String) -> SourceLocation? { node?.location(of: key) }

    static let keys = [
        "id", "order", "date", "carrier", "tracking", "vehicle", "ewayBill", "lines",
        "returns", "reason", "milestone",
    ]

    /// Reads a delivery; `nil` after an error.
    public init?(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "delivery", keys: Delivery.keys, findings)
        id = fields.identifier("id")
        findings.subject = "delivery \(id)"
        order = fields.identifier("order")
        date = fields.date("date")
        carrier = fields.optionalText("carrier", limit: 60)
        tracking = fields.optionalText("tracking", limit: 60)
        vehicle = fields.optionalText("vehicle", limit: 30)
        ewayBill = fields.optionalText("ewayBill", limit: 20)
        let nodes = fields.list("lines", limit: Order.lineLimit)
        lines = fields.has("lines") ? nodes.map { DeliveryLine($0, findings) } : nil
        returns = fields.has("returns") ? fields.identifier("returns") : nil
        reason = fields.optionalText("reason", limit: 200)
        milestone = fields.has("milestone") ? fields.identifier("milestone") : nil
        self.node = node
        checkCombination(fields)
        if let value = fields.value("lines"), value.isList, nodes.isEmpty {
            findings.add(
                Diagnostic(
                    code: "no-lines", "the delivery has an empty list of lines",
                    at: fields.location("lines"), hint: "leave it out to deliver all that is open"))
        }
        var seen: Set<Int> = []
        for line in lines ?? [] where !seen.insert(line.line).inserted {
            findings.add(
                Diagnostic(
                    code: "duplicate-line", "line \(line.line) stands twice in this delivery",
                    at: line.node.location(of: "line"), found: String(line.line),
                    expected: "each order line once"))
        }
        if !fields.isSound { return nil }
    }

    private func checkCombination(_ fields: Fields) {
        if let returns, !fields.has("lines") {
            fields.findings.add(
                Diagnostic(
                    code: "return-without-lines", "a return does not say what came back",
                    at: fields.location("returns"), found: returns,
                    expected: "lines with the quantities that came back"))
        }
        if let reason, returns == nil {
            fields.findings.add(
                Diagnostic(
                    code: "reason-without-return", "a reason belongs to a return",
                    at: fields.location("reason"), found: reason,
                    expected: "returns beside it: the delivery whose goods came back"))
        }
        guard let milestone else { return }
        // Lines beside a return are the return's.
        if fields.has("lines"), returns == nil {
            fields.findings.add(
                Diagnostic(
                    code: "milestone-with-lines", "a milestone is reached as a whole",
                    at: fields.location("lines"), found: "lines beside milestone \(milestone)",
                    expected: "milestone without lines"))
        }
        if let returns {
            fields.findings.add(
                Diagnostic(
                    code: "milestone-with-return", "a delivery reaches a milestone or is a return",
                    at: fields.location("returns"),
                    found: "returns \(returns) beside milestone \(milestone)",
                    expected: "one of the two"))
        }
    }
}

/// How much of an order line was delivered.
public struct DeliveryLine: Sendable {
    public let line: Int
    public let quantity: Decimal
    public let node: DataNode

    init(_ node: DataNode, _ findings: Findings) {
        let fields = Fields(node, "delivery line", keys: ["line", "quantity"], findings)
        line =
            fields.optionalInteger("line", in: 1...999_999)
            ?? fields.missing("line", "the number of an order line", 0)
        quantity = fields.decimal("quantity", places: 3)
        self.node = node
        if fields.has("quantity"), fields.isSound, quantity <= .zero {
            findings.add(
                Diagnostic(
                    code: "quantity-not-positive", "line \(line): the quantity is not above zero",
                    at: fields.location("quantity"), found: quantity.description,
                    expected: "more than 0"))
        }
    }
}
