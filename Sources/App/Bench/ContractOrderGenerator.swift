import Formats
import Money

/// Makes orders under contracts, one in twenty of them wrong: the same seed, the same bytes.
///
/// Customers, items and contracts are as many whatever the number of orders, so that the memory
/// that checking takes shows what it keeps of orders. Four customers in five have a contract.
struct ContractOrderGenerator {
    static let customerCount = 300
    static let contractCount = 240
    /// The last two customers order only what is to be refused.
    private static let blockedCustomer = customerCount - 1
    private static let cautiousCustomer = customerCount - 2
    private static let firstDay = CalendarDate(dayNumber: 20_560)  // 2026-04-17

    let orderCount: Int
    private var master: OrderGenerator
    private var random: SplitMix64
    /// A purchase order number that was used, and its customer.
    private var used: (customer: Int, purchaseOrder: String)?

    init(trade: GeneratedTrade, orders: Int, seed: UInt64) {
        orderCount = orders
        master = OrderGenerator(
            trade: trade, orders: orders, customers: Self.customerCount, seed: seed)
        random = SplitMix64(seed: ~seed)
    }

    // MARK: Master data

    mutating func customer(_ index: Int) -> Value {
        var record = record(master.customer(index))
        let limit = index == Self.cautiousCustomer ? "1.00" : "900000000.00"
        record.add("creditLimit", limit)
        if index == Self.blockedCustomer { record.add("status", "blocked") }
        return .record(record)
    }

    mutating func item(_ index: Int) -> Value {
        var record = record(master.item(index))
        record.add("group", Self.groupID(Self.group(of: index)))
        return .record(record)
    }

    mutating func prices(_ index: Int) -> [Value] { master.prices(index) }

    /// A contract, and its amendment where it has one.
    func contracts(_ index: Int) -> [Value] {
        GeneratedContract(index: index).records(
            customer: master.customerID(index), currency: master.trade.currency,
            items: OrderGenerator.itemCount, itemID: master.itemID)
    }

    private func record(_ value: Value) -> Value.Record {
        if case .record(let record) = value { return record }
        return Value.Record()
    }

    static func group(of item: Int) -> Int { item % GeneratedContract.groupCount }
    static func groupID(_ group: Int) -> String { "GROUP-\(group)" }

    // MARK: Orders

    /// The order at a place, wrong where `Fault.ofOrder` says so.
    mutating func order(_ index: Int) -> Value {
        let fault = Fault.ofOrder(index)
        let customer = customer(for: fault)
        var draft = draft(index, customer, lines: master.lineCount())
        if let fault {
            spoil(&draft, fault, customer)
        } else {
            used = (customer, draft.purchaseOrder)
        }
        return draft.value
    }

    /// An order in which nothing is wrong, with so many lines.
    mutating func soundOrder(_ index: Int, lines: Int) -> Value {
        draft(index, random.below(Self.cautiousCustomer), lines: lines).value
    }

    private mutating func customer(for fault: Fault?) -> Int {
        switch fault {
        case .blocked: return Self.blockedCustomer
        case .credit: return Self.cautiousCustomer
        case .purchaseOrder: return used?.customer ?? 0
        case .price, .discount, .terms, .totals, .contractDates, .tier, .currency:
            return random.below(Self.contractCount)
        case .freight: return 2 * random.below(Self.contractCount / 2)
        case .product, .contractQuantity: return 4 * random.below(Self.contractCount / 4) + 1
        default: return random.below(Self.cautiousCustomer)
        }
    }

    private mutating func draft(_ index: Int, _ customer: Int, lines: Int) -> OrderDraft {
        let date = Self.firstDay.adding(days: index * 200 / max(1, orderCount))
        let contract = customer < Self.contractCount ? GeneratedContract(index: customer) : nil
        var draft = OrderDraft(
            id: "AU-\(padded(index + 1, 7))", customer: master.customerID(customer), date: date,
            purchaseOrder: "45\(padded(index * 7 + random.below(7), 8))",
            currency: master.trade.currency, lines: [])
        if let contract {
            if random.chance(60) { draft.contract = contract.id }
            draft.lines = (0..<lines).map { _ in line(contract, date) }
        } else {
            if random.chance(10) { draft.discount = random.pick(["2", "3", "5"]) }
            if random.chance(25) { draft.freight = "\(random.within(8...95)).50" }
            draft.lines = (0..<lines).map { _ in
                OrderDraft.Line(
                    item: master.itemID(random.below(OrderGenerator.itemCount)),
                    quantity: master.quantity())
            }
        }
        return draft
    }

    /// A line of something the contract allows; three in four of what it prices.
    private mutating func line(_ contract: GeneratedContract, _ date: CalendarDate)
        -> OrderDraft
        .Line
    {
        let item = item(allowedBy: contract, isPriced: random.chance(75))
        guard let tariff = contract.tariff(of: item, on: date) else {
            return OrderDraft.Line(item: master.itemID(item), quantity: master.quantity())
        }
        let packages = random.within(1...12)
        let quantity =
            tariff.model == .package
            ? packages * Tariff.packageSize : random.within(random.pick([1...12, 10...400]))
        var line = OrderDraft.Line(item: master.itemID(item), quantity: String(quantity))
        if random.chance(70), let cents = tariff.cents(of: quantity) {
            line.cents = cents
            line.per = tariff.model == .package ? Tariff.packageSize : nil
        }
        if random.chance(10) { line.discount = contract.discount(on: Self.group(of: item)) }
        return line
    }

    private mutating func item(allowedBy contract: GeneratedContract, isPriced: Bool) -> Int {
        // At most one group in five of its priced items is refused: few draws are enough.
        while true {
            let draw = random.below(OrderGenerator.itemCount)
            let item = isPriced ? contract.priced(near: draw) : draw
            if contract.allows(Self.group(of: item)) { return item }
        }
    }

    // MARK: Faults

    private mutating func spoil(_ draft: inout OrderDraft, _ fault: Fault, _ customer: Int) {
        let contract = GeneratedContract(index: customer)
        switch fault {
        case .price: setPrice(&draft, contract, .flat, quantity: 10) { $0.cents + 1 }
        // Ten pieces have the price of the lowest tier.
        case .tier: setPrice(&draft, contract, .volume, quantity: 10) { $0.cents(ofTier: 2) }
        case .discount: draft.lines[0].discount = "33"
        case .freight: draft.freight = "12.00"
        case .terms: draft.netDays = 77
        case .totals: draft.payable = "0.01"
        case .contractDates:
            draft.contract = contract.id
            draft.date = CalendarDate(dayNumber: 20_833)  // 2027-01-15
        case .product:
            let item = GeneratedContract.groupCount + contract.refusedGroup
            draft.lines[0] = OrderDraft.Line(item: master.itemID(item), quantity: "5")
        case .contractQuantity:
            draft.lines[0].quantity = String(GeneratedContract.lineMaximum + Tariff.packageSize)
            draft.lines[0].cents = nil
            draft.lines[0].per = nil
        case .purchaseOrder: draft.purchaseOrder = used?.purchaseOrder ?? draft.purchaseOrder
        case .currency: draft.currency = "USD"
        case .item: draft.lines[0].item = "ART-O001"
        case .customer: draft.customer = "K-99999"
        // Enough of the cheapest item is worth more than the limit.
        case .credit: draft.lines[0].quantity = "1000"
        case .blocked: break
        case .quantity: draft.lines[0].quantity = "0"
        case .key: draft.lines[0].strayKey = "qty"
        }
    }

    /// Puts an item of a model into the first line, at a wrong price.
    private func setPrice(
        _ draft: inout OrderDraft, _ contract: GeneratedContract, _ model: Tariff.Model,
        quantity: Int, _ cents: (Tariff) -> Int
    ) {
        for item in 0..<OrderGenerator.itemCount where contract.allows(Self.group(of: item)) {
            guard let tariff = contract.tariff(of: item, on: draft.date), tariff.model == model
            else { continue }
            draft.lines[0] = OrderDraft.Line(
                item: master.itemID(item), quantity: String(quantity), cents: cents(tariff))
            return
        }
    }
}
