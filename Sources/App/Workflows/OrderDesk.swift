import Books
import Database
import Diagnostics
import Invoicing
import Money
import Trade

/// Brings together what is needed to judge an order: the master data and what the books know of its
/// customer and contract. Sums are kept while one file is taken.
final class OrderDesk {
    var master: MasterData
    let today: CalendarDate

    private struct Account: Hashable {
        let customer: String
        let currency: Currency
    }

    private var exposures: [Account: Exposure] = [:]
    private var ordered: [String: [String: Decimal]] = [:]

    init(_ master: MasterData, today: CalendarDate) {
        self.master = master
        self.today = today
    }

    /// What stands around an order that nothing was delivered of.
    ///
    /// - Parameter countsOthers: whether what others ordered under its contract counts: while it is
    ///   taken.
    func newContext(
        of order: Order, countsOthers: Bool = true, in transaction: borrowing Transaction
    ) throws -> OrderContext {
        var context = OrderContext(isNew: true)
        context.approvals = try Books.approvals(of: order.id, in: transaction)
        let customer = master.customers.customer(order.customer, on: order.date)
        if let limit = customer?.creditLimit {
            context.exposure = try exposure(
                of: order.customer, in: limit.currency, in: transaction)
        }
        if countsOthers, let contract = contract(of: order), contract.limitsProducts {
            context.orderedBefore = try orderedBefore(
                under: contract.id, except: order.id, in: transaction)
        }
        return context
    }

    /// The terms an order is under, as far as they can be told without a finding.
    func contract(of order: Order) -> ContractTerms? {
        if let id = order.contract {
            return master.contracts.base(of: id).flatMap {
                master.contracts.terms(of: $0, nearest: order.date)
            }
        }
        let inForce = master.contracts.inForce(for: order.customer, on: order.date)
        return inForce.count == 1 ? inForce[0] : nil
    }

    /// Notes an order that was taken, for those that follow it.
    ///
    /// - Parameter isChange: it took the place of an older revision, whose quantities are in the sum.
    func took(_ order: Order, under contract: String?, isChange: Bool) {
        if isChange { ordered = [:] }
        guard let contract, ordered[contract] != nil else { return }
        for line in order.lines {
            let before = ordered[contract]?[line.item] ?? .zero
            ordered[contract]?[line.item] = Decimal(
                billionths: before.billionths + line.quantity.billionths)
        }
    }

    private func exposure(
        of customer: String, in currency: Currency, in transaction: borrowing Transaction
    ) throws -> Exposure {
        let account = Account(customer: customer, currency: currency)
        if let known = exposures[account] { return known }
        let exposure = try Books.exposure(
            of: customer, in: currency, on: today, in: transaction)
        exposures[account] = exposure
        return exposure
    }

    private func orderedBefore(
        under contract: String, except order: String, in transaction: borrowing Transaction
    ) throws -> [String: Decimal] {
        // A changed order must not count against itself: asked anew, which is rare.
        if try Books.order(order, in: transaction) != nil {
            return try Books.orderedQuantities(under: contract, except: order, in: transaction)
        }
        if let known = ordered[contract] { return known }
        let quantities = try Books.orderedQuantities(
            under: contract, except: order, in: transaction)
        ordered[contract] = quantities
        return quantities
    }

    /// Says where something is dated after today.
    func checkFuture(_ day: CalendarDate, at location: SourceLocation, _ findings: Findings) {
        if day <= today { return }
        findings.add(
            Diagnostic(
                .warning, code: "future-date", "the date lies after today", at: location,
                found: day.description, expected: "\(today) or earlier", hint: "is the year right?"
            ))
    }

    /// Says where an order is worth something else than when it was taken: a price list or contract
    /// was corrected meanwhile.
    static func tellRepriced(
        _ trial: OrderTrial, _ entry: Books.OrderEntry, _ findings: Findings
    ) {
        guard let before = entry.payable, before != trial.invoice.totals.payable else { return }
        findings.add(
            Diagnostic(
                .warning, code: "order-repriced",
                "the order is worth something else than when it was taken",
                at: trial.reviewed.order.node.location(of: "id"),
                found: trial.invoice.totals.payable.description, expected: before.description,
                hint: "a price or contract of its date was changed since: was that meant for it?",
                subject: "order \(entry.id)"))
    }
}

extension OrderTrial {
    /// What the tables keep of the order's amounts.
    var amounts: Books.OrderAmounts {
        var taxable: [Int: Money] = [:]
        for line in invoice.lines {
            let before = taxable[line.orderLine]?.minorUnits ?? 0
            // A sum of what the calculator has added up already.
            taxable[line.orderLine] = Money(
                minorUnits: before + line.taxable.minorUnits, invoice.currency)
        }
        return Books.OrderAmounts(
            contract: reviewed.contract?.id, payable: invoice.totals.payable, taxable: taxable)
    }
}
