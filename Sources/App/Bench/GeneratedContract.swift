import Formats
import Money

/// A generated contract: all of it follows from its number.
///
/// One item in eight has a price, a quarter of those of each model; discounts are by product group;
/// one contract in four limits products and quantities, one in five has an amendment.
struct GeneratedContract {
    let index: Int

    static let groupCount = 10
    /// The most that one line may order where products are limited: whole packages.
    static let lineMaximum = 5000
    private static let priced = 8
    private static let amendmentDay = CalendarDate(dayNumber: 20_635)  // 2026-07-01

    var id: String { "V-\(padded(index + 1, 5))" }
    private var isAmended: Bool { index % 5 == 2 }
    private var limitsProducts: Bool { index % 4 == 1 }

    // MARK: Terms

    /// A priced item among the eight around another.
    func priced(near item: Int) -> Int {
        item / Self.priced * Self.priced + index % Self.priced
    }

    /// The price of an item; `nil` where the price list holds.
    func tariff(of item: Int, on day: CalendarDate) -> Tariff? {
        if item % Self.priced != index % Self.priced { return nil }
        let rank = item / Self.priced
        let base = 500 + (item * 7919 + index * 104_729) % 20_000
        let isRaised = isAmended && rank < 10 && day >= Self.amendmentDay
        let models = Tariff.Model.allCases
        return Tariff(
            model: models[rank % models.count], cents: isRaised ? base + base / 20 : base)
    }

    /// The discount on lines of a group, in percent.
    func discount(on group: Int) -> String? {
        (group + index) % 3 == 0 ? ["2", "3", "5", "7.5"][(group + index) % 4] : nil
    }

    /// A group of which nothing may be ordered where products are limited.
    var refusedGroup: Int { index % Self.groupCount }

    func allows(_ group: Int) -> Bool { !limitsProducts || group != refusedGroup }

    // MARK: Records

    func records(
        customer: String, currency: String, items: Int, itemID: (Int) -> String
    ) -> [Value] {
        let contract = Value.record { record in
            record.add("id", id)
            record.add("customer", customer)
            record.add("title", "Supply agreement \(index + 1)")
            record.add("currency", currency)
            record.add("from", "2026-01-01")
            record.add("to", "2026-12-31")
            let first = CalendarDate(dayNumber: 20_454)  // 2026-01-01
            record.add("prices", .list(prices(0..<items, on: first, itemID)))
            record.add("discounts", .list(discounts))
            if limitsProducts { record.add("products", .list(products(items, itemID))) }
            if index % 3 == 0 {
                record.add(
                    "paymentTerms",
                    .record {
                        $0.add("clause", "5")
                        $0.add("netDays", .integer(21))
                    })
            }
            if index % 2 == 0 { record.add("freight", freight) }
        }
        return isAmended ? [contract, amendment(items, itemID)] : [contract]
    }

    private func amendment(_ items: Int, _ itemID: (Int) -> String) -> Value {
        .record { record in
            record.add("id", "\(id)-A1")
            record.add("amends", id)
            record.add("from", Self.amendmentDay.description)
            let raised = 0..<min(items, 10 * Self.priced)
            record.add("prices", .list(prices(raised, on: Self.amendmentDay, itemID)))
        }
    }

    private func prices(
        _ items: Range<Int>, on day: CalendarDate, _ itemID: (Int) -> String
    ) -> [Value] {
        items.compactMap { item in
            tariff(of: item, on: day).map { tariff in
                .record {
                    $0.add("clause", "2.\(item / Self.priced + 1)")
                    $0.add("item", itemID(item))
                    tariff.add(to: &$0)
                }
            }
        }
    }

    private var discounts: [Value] {
        var rows = (0..<Self.groupCount).compactMap { group in
            discount(on: group).map { percent in
                Value.record {
                    $0.add("clause", "3.\(group + 1)")
                    $0.add("group", ContractOrderGenerator.groupID(group))
                    $0.add("percent", percent)
                }
            }
        }
        if index % 5 == 0 {
            rows.append(
                .record {
                    $0.add("clause", "3.9")
                    $0.add("on", "order")
                    $0.add("percent", "2")
                })
        }
        return rows
    }

    /// The allowed groups, and some items by themselves.
    private func products(_ items: Int, _ itemID: (Int) -> String) -> [Value] {
        let groups = (0..<Self.groupCount).filter(allows).map { group in
            product("group", ContractOrderGenerator.groupID(group), clause: "4.\(group + 1)")
        }
        let single = (0..<items).filter {
            priced(near: $0) == $0 && allows(ContractOrderGenerator.group(of: $0))
        }
        return groups
            + single.prefix(5).map { product("item", itemID($0), clause: "4.\(20 + $0)") }
    }

    private func product(_ key: String, _ id: String, clause: String) -> Value {
        .record {
            $0.add("clause", clause)
            $0.add(key, id)
            $0.add("minimum", "0.5")
            $0.add("maximum", String(Self.lineMaximum))
            $0.add("total", "900000000")
        }
    }

    private var freight: Value {
        .record {
            $0.add("clause", "6")
            if index % 6 == 0 {
                $0.add("charged", "included")
            } else {
                $0.add("charged", "first-delivery")
                $0.add("amount", "45.00")
            }
        }
    }
}
