import Books
import Database
import Diagnostics
import Formats
import Invoicing
import Money
import Trade

/// Events that are billed on one invoice, as they stand in the books.
struct BillableGroup: Sendable {
    /// By date and id.
    let events: [BillableEvent]
    /// What is left of money received for its orders, the oldest first.
    let advances: [Advance]
    /// What travels with the invoice, by its orders.
    let attachments: [Books.Attachment]

    /// The orders in it, each once.
    var orders: Set<String> { Set(events.map(\.event.order)) }

    /// Groups with their records. One whose order has earlier events among them starts from what
    /// those bill.
    static func sequence(
        _ unbilled: ArraySlice<Books.UnbilledGroup>, _ books: BooksFolder,
        in transaction: borrowing Transaction
    ) throws -> [BillableGroup] {
        var billed: [String: [Int: Decimal]] = [:]
        // A consolidated group has many events of one order.
        var orders: [String: Books.Kept] = [:]
        var enclosed: Set<Int64> = []
        return try unbilled.map { group in
            let advances = try advances(of: group, books, in: transaction)
            return BillableGroup(
                events: try group.events.map { one in
                    var event = try BillableEvent(one, &orders, in: transaction)
                    if let before = billed[one.order] {
                        event.billed = before
                        event.isFirst = false
                    }
                    billed[one.order] = event.billedAfter
                    return event
                }, advances: advances,
                attachments: try attachments(of: group, &enclosed, in: transaction))
        }
    }

    /// What waits for the orders of a group or for its deliveries, and goes with no earlier group.
    private static func attachments(
        of group: Books.UnbilledGroup, _ enclosed: inout Set<Int64>,
        in transaction: borrowing Transaction
    ) throws -> [Books.Attachment] {
        let events = Set(group.events.map(\.id))
        var seen: Set<String> = []
        var waiting: [Books.Attachment] = []
        for event in group.events where seen.insert(event.order).inserted {
            waiting += try Books.attachments(of: event.order, in: transaction).filter { one in
                one.isWaiting && one.delivery.map(events.contains) ?? true
                    && enclosed.insert(one.id).inserted
            }
        }
        return waiting
    }

    /// What is left of the advances of its orders, in the order in which they came in.
    private static func advances(
        of group: Books.UnbilledGroup, _ books: BooksFolder, in transaction: borrowing Transaction
    ) throws -> [Advance] {
        var seen: Set<String> = []
        var open: [Advance] = []
        for event in group.events where seen.insert(event.order).inserted {
            for number in try Books.openAdvances(of: event.order, in: transaction) {
                if let advance = try books.advance(number, in: transaction) {
                    open.append(advance)
                }
            }
        }
        // Of one order they come by day already; those of one day stay in the orders' order.
        return open.enumerated().sorted {
            ($0.element.received, $0.offset) < ($1.element.received, $1.offset)
        }.map(\.element)
    }

    /// The invoice of the group without its number; `nil` after findings.
    func invoice(_ master: MasterData, on date: CalendarDate, _ findings: Findings) -> Invoice? {
        let parts = events.compactMap { $0.part(master, findings) }
        guard parts.count == events.count else { return nil }
        let invoice = Calculator.invoice(
            Fulfilment(parts, advances: advances), company: master.company, rates: master.rates,
            issueDate: date, findings)
        checkAttachments(findings)
        return invoice?.attaching(attachments.map(\.file))
    }

    /// Several orders may have more waiting than one invoice can carry.
    private func checkAttachments(_ findings: Findings) {
        let limit = AttachmentFile.documentLimit
        if attachedBytes <= limit.bytes, attachments.count <= limit.files { return }
        let its = Set(attachments.map(\.order)).sorted()
        findings.add(
            Diagnostic(
                code: "attachments-too-large", "more waits for the invoice than it can carry",
                found: "\(counted(attachments.count, "attachment")) of \(attachedBytes) bytes, of "
                    + its.joined(separator: ", "),
                expected: "at most \(limit.files) files and \(limit.bytes) bytes",
                hint: "bijak attach list ORDER shows them, bijak attach withdraw takes some back"))
    }

    /// Bytes that travel with its invoice.
    var attachedBytes: Int { attachments.reduce(0) { $0 + $1.file.size } }
}

/// One unbilled event with the records behind it.
struct BillableEvent: Sendable {
    let event: Books.UnbilledEvent
    let order: Books.Kept
    /// `nil` for a period of a plan, which nobody reports.
    let delivery: Books.Kept?
    let quantities: [(line: Int, quantity: Decimal)]
    let approvals: [Approval]
    /// Billed before, by line.
    var billed: [Int: Decimal]
    /// Nothing of the order was billed before.
    var isFirst: Bool

    /// Billed with this event, by line.
    var billedAfter: [Int: Decimal] {
        guard case .delivery = event.kind else { return billed }
        return quantities.reduce(into: billed) { sums, line in
            let before = sums[line.line] ?? .zero
            sums[line.line] = Decimal(billionths: before.billionths + line.quantity.billionths)
        }
    }

    /// - Parameter orders: records that were read already.
    init(
        _ event: Books.UnbilledEvent, _ orders: inout [String: Books.Kept],
        in transaction: borrowing Transaction
    ) throws {
        self.event = event
        let order =
            try orders[event.order] ?? Books.record(.orders, event.order, in: transaction)
        guard let order else {
            throw EnvironmentError("the record of order \(event.order) is missing")
        }
        orders[event.order] = order
        self.order = order
        delivery = try Books.record(.deliveries, event.id, in: transaction)
        quantities = try Books.quantities(of: event.id, in: transaction)
        approvals = try Books.approvals(of: event.order, in: transaction)
        let before = try Books.billed(of: event.order, in: transaction)
        billed = before.quantities
        isFirst = !before.isBegun
    }

    /// What it makes billable, with its order reviewed as of its day; `nil` after findings.
    func part(_ master: MasterData, _ findings: Findings) -> Fulfilment.Part? {
        var context = OrderContext(isNew: false)
        context.approvals = approvals
        guard let order = order.tree(.orders, findings).flatMap({ Order($0.root, findings) }),
            let reviewed = ReviewedOrder(order, master, context, on: billingDay, findings),
            let delivery = read(findings)
        else { return nil }
        return Fulfilment.Part(
            reviewed, event.kind, delivery, quantities, before: billed, isFirst: isFirst, findings)
    }

    private var billingDay: BillingDay {
        if case .period(let period) = event.kind { return .period(period.first) }
        return .delivery(event.date)
    }

    private func read(_ findings: Findings) -> Delivery? {
        guard let delivery else {
            return Delivery(id: event.id, order: event.order, date: event.date)
        }
        return delivery.tree(.deliveries, findings).flatMap { Delivery($0.root, findings) }
    }
}

extension Fulfilment.Part {
    /// What an event makes billable of a reviewed order; `nil` after a finding.
    ///
    /// - Parameter before: what was delivered or billed earlier, by line.
    init?(
        _ order: ReviewedOrder, _ kind: Books.Billable.Kind, _ delivery: Delivery,
        _ quantities: [(line: Int, quantity: Decimal)], before: [Int: Decimal], isFirst: Bool,
        _ findings: Findings
    ) {
        switch kind {
        case .milestone(let id, let from, let to):
            guard case .milestones(let milestones) = order.billing,
                let milestone = milestones.first(where: { $0.id == id })
            else {
                findings.add(
                    Diagnostic(
                        code: "unknown-milestone",
                        "the contract of order \(order.order.id) has no milestone \(id) any more",
                        at: delivery.location(of: "milestone"), found: id,
                        hint: "bring the milestone back: it was reached"))
                return nil
            }
            let lines = order.lines.map {
                Fulfilment.Line(line: $0, before: from, after: to, whole: Decimal(100))
            }
            self.init(
                order: order, event: .milestone(milestone), delivery: delivery, lines: lines,
                isFirst: isFirst)
        case .period(let period):
            let lines = order.lines.map {
                Fulfilment.Line(
                    line: $0, before: .zero, after: $0.ordered.quantity,
                    whole: $0.ordered.quantity)
            }
            self.init(
                order: order, event: .period(period), delivery: delivery, lines: lines,
                isFirst: isFirst)
        case .delivery:
            let known = Dictionary(
                order.lines.map { ($0.ordered.number, $0) }, uniquingKeysWith: { first, _ in first }
            )
            let lines = quantities.compactMap { number, quantity -> Fulfilment.Line? in
                guard let line = known[number] else { return nil }
                let start = before[number] ?? .zero
                let end = Decimal(billionths: start.billionths + quantity.billionths)
                return Fulfilment.Line(
                    line: line, before: start, after: end, whole: line.ordered.quantity)
            }
            self.init(
                order: order, event: .delivery, delivery: delivery, lines: lines, isFirst: isFirst)
        }
    }

    /// What it would be billed for by itself; zero where it cannot be calculated.
    func value(_ master: MasterData) -> Money {
        let invoice = Calculator.invoice(
            Fulfilment([self]), company: master.company, rates: master.rates,
            issueDate: delivery.date, explains: false, Findings())
        return invoice?.totals.payable ?? .zero(order.order.currency)
    }
}
