import Formats
import Money

/// Makes customers, items, prices, orders and deliveries from a seed: the same seed, the same bytes.
///
/// Orders have a median of 8 lines and at most 60; each is delivered whole, so that every order
/// becomes one invoice.
struct OrderGenerator {
    let trade: GeneratedTrade
    let orderCount: Int
    private var random: SplitMix64

    /// The day on which everything generated can be issued.
    static let issueDate = "2026-11-30"
    static let itemCount = 400

    let customerCount: Int

    /// - Parameter customers: how many there are; with the orders, up to 2,000, where `nil`.
    init(trade: GeneratedTrade, orders: Int, customers: Int? = nil, seed: UInt64) {
        self.trade = trade
        orderCount = orders
        customerCount = customers ?? min(2000, max(20, orders / 25))
        random = SplitMix64(seed: seed)
    }

    // MARK: Master data

    mutating func customer(_ index: Int) -> Value {
        let place = random.pick(trade.places)
        let name =
            "\(random.pick(trade.firstNames)) \(random.pick(trade.trades)) \(random.pick(trade.forms))"
        let isPrivate = random.chance(6) && place.country != "AT"
        let taxNumber = isPrivate ? nil : taxNumber(place)
        return .record { record in
            record.add("id", customerID(index))
            record.add("name", name)
            record.add("category", category(isPrivate: isPrivate))
            record.add("address", address(name, place))
            record.add("taxNumber", taxNumber)
            record.add("currency", trade.currency)
            record.add(
                "paymentTerms", .record { $0.add("netDays", .integer(random.pick([14, 30, 45]))) })
            record.add(
                "contact",
                .record {
                    $0.add("name", random.pick(trade.firstNames))
                    $0.add("email", "einkauf\(index)@kunde.example")
                })
            if random.chance(30) { record.add("priceList", "partner") }
            if random.chance(25) { record.add("shipTo", .list([shipTo(name, place)])) }
        }
    }

    private func category(isPrivate: Bool) -> String {
        if trade.isIndian { return isPrivate ? "unregistered" : "registered" }
        return isPrivate ? "consumer" : "business"
    }

    private mutating func taxNumber(_ place: GeneratedTrade.Place) -> String {
        if let state = place.state { return TaxNumbers.indian(state: state, &random) }
        return place.country == "AT" ? TaxNumbers.austrian(&random) : TaxNumbers.german(&random)
    }

    private mutating func address(_ name: String, _ place: GeneratedTrade.Place) -> Value {
        let line = "\(random.pick(trade.streets)) \(random.within(1...180))"
        return .record {
            $0.add("name", name)
            $0.add("lines", .list([.text(line)]))
            $0.add("city", place.city)
            $0.add("postcode", place.postcode)
            $0.add("state", place.state)
            $0.add("country", place.country)
        }
    }

    private mutating func shipTo(_ name: String, _ place: GeneratedTrade.Place) -> Value {
        guard case .record(var record) = address(name, place) else { return .null }
        var withID = Value.Record()
        withID.add("id", "LAGER")
        for field in record.fields { withID.add(field.name, field.value) }
        record = withID
        return .record(record)
    }

    mutating func item(_ index: Int) -> Value {
        let isService = index % 12 == 11
        let name = isService ? random.pick(trade.services) : articleName()
        return .record { record in
            record.add("id", itemID(index))
            record.add("name", name)
            record.add("kind", isService ? "service" : "goods")
            record.add("unit", isService ? trade.serviceUnit : random.pick(trade.units))
            let code = isService ? trade.serviceCode : random.pick(trade.codes)
            record.add(trade.isIndian ? "hsn" : "commodityCode", code)
            record.add("tax", isService ? trade.taxes[0] : random.pick(trade.taxes))
        }
    }

    private mutating func articleName(_ length: ClosedRange<Int> = 20...60) -> String {
        while true {
            let parts = [
                random.pick(trade.articles), random.pick(trade.features), random.pick(trade.packs),
            ]
            let name = parts.filter { !$0.isEmpty }.joined(separator: ", ")
            if length.contains(name.unicodeScalars.count) { return name }
        }
    }

    /// Prices of an item: of the default list, and of the partners' list for one item in three.
    mutating func prices(_ index: Int) -> [Value] {
        let cents = random.within(random.pick([35...990, 1000...9900, 10_000...250_000]))
        let lists =
            index % 3 == 0
            ? [("default", cents), ("partner", cents * 9 / 10)] : [("default", cents)]
        return lists.map { list, cents in
            .record {
                $0.add("list", list)
                $0.add("item", itemID(index))
                $0.add("currency", trade.currency)
                $0.add("unitPrice", "\(cents / 100).\(padded(cents % 100, 2))")
                $0.add("from", "2026-01-01")
            }
        }
    }

    // MARK: Orders

    /// An order and the delivery of all of it.
    ///
    /// - Parameter plainLines: so many lines with short names and without discounts, freight or
    ///   note, for an invoice that fits on one page.
    mutating func order(
        _ index: Int, plainLines: Int? = nil
    ) -> (order: Value, delivery: Value) {
        let id = "AU-\(padded(index + 1, 7))"
        let first = CalendarDate(dayNumber: 20_560)  // 2026-04-17
        let date = first.adding(days: index * 200 / max(1, orderCount))
        let isPlain = plainLines != nil
        let count = plainLines ?? lineCount()
        let order = Value.record { record in
            record.add("id", id)
            record.add("customer", customerID(random.below(customerCount)))
            record.add("date", date.description)
            record.add("purchaseOrder", "45\(padded(index * 7 + random.below(7), 8))")
            record.add("currency", trade.currency)
            if !isPlain, random.chance(10) { record.add("discount", discount()) }
            if !isPlain, random.chance(25) { record.add("freight", freight()) }
            if !isPlain, random.chance(8) { record.add("note", trade.note) }
            record.add("lines", .list((0..<count).map { _ in isPlain ? plainLine() : line() }))
        }
        let delivery = Value.record { record in
            record.add("id", "LS-\(padded(index + 1, 7))")
            record.add("order", id)
            record.add("date", date.adding(days: random.within(0...12)).description)
            record.add("carrier", random.pick(trade.carriers))
            record.add("tracking", "SA \(random.within(1000...9999)) \(random.within(1000...9999))")
        }
        return (order, delivery)
    }

    /// Half of all orders have 8 lines or fewer, one in a hundred more than 52, none more than 60.
    mutating func lineCount() -> Int {
        let knots = [
            (0, 1), (120, 2), (280, 4), (460, 8), (750, 14), (900, 24), (970, 38), (1000, 61),
        ]
        let draw = random.below(1000)
        let upper = knots.firstIndex { $0.0 > draw } ?? knots.count - 1
        let (left, right) = (knots[upper - 1], knots[upper])
        return left.1 + (right.1 - left.1) * (draw - left.0) / (right.0 - left.0)
    }

    private mutating func line() -> Value {
        .record { record in
            record.add("item", itemID(random.below(Self.itemCount)))
            if random.chance(25) { record.add("description", articleName()) }
            record.add("quantity", quantity())
            if random.chance(8) {
                record.add(
                    "discount",
                    .record { $0.add("percent", random.pick(["2", "3", "5", "7.5", "10"])) })
            }
        }
    }

    private mutating func plainLine() -> Value {
        .record { record in
            record.add("item", itemID(random.below(Self.itemCount)))
            record.add("description", articleName(20...36))
            record.add("quantity", quantity())
        }
    }

    mutating func quantity() -> String {
        if random.chance(12) { return "\(random.within(1...60)).\(random.pick(["25", "5", "75"]))" }
        return String(random.within(random.pick([1...12, 1...12, 10...400])))
    }

    private mutating func discount() -> Value {
        .record {
            $0.add("percent", random.pick(["2", "3", "5"]))
            $0.add("reason", trade.discountReason)
        }
    }

    private mutating func freight() -> Value {
        .record {
            $0.add("amount", "\(random.within(8...95)).\(random.pick(["00", "50", "90"]))")
            $0.add("description", trade.freightText)
        }
    }

    func customerID(_ index: Int) -> String { "K-\(padded(index + 1, 5))" }
    func itemID(_ index: Int) -> String { "ART-\(padded(index + 1, 4))" }
}
